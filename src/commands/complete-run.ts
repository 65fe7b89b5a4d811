/**
 * What may come next on a command line: the hidden command that the completion scripts ask.
 */
import type { Command, Option } from 'commander';
import type { Ladder } from '../core/model.ts';
import { PROGRESSION_KINDS } from '../core/model.ts';
import { PASSAGE_KINDS } from '../core/search/passages.ts';
import { FORMATS } from '../report/index.ts';
import { printable } from '../report/printable.ts';
import type { Runtime } from '../system/runtime.ts';
import { SETTINGS } from '../system/settings.ts';
import { unquoted } from './complete-words.ts';
import { COMPARE_FORMATS } from './compare.ts';
import { EXPORT_FORMATS } from './export.ts';
import { TOPICS } from './help.ts';
import { createSession } from './shared/session.ts';
import { GRAPH_FORMATS } from './graph.ts';
import { VALIDATE_FORMATS } from './validate.ts';

/** Something that may come next, and what it is. */
interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What a value may be: the ladder is only loaded where it is asked for. */
type Values = (ladder: () => Promise<Ladder>) => Promise<Candidate[]> | Candidate[];

/** Nothing else is offered: these characters mean nothing to any shell. */
const SAFE = /^[A-Za-z0-9.=-]+$/;

const fixed =
  (words: readonly string[]): Values =>
  () =>
    words.map((value) => ({ value, description: '' }));
const roles: Values = async (ladder) =>
  (await ladder()).roles.map(({ id, title }) => ({ value: id, description: title }));
const skills: Values = async (ladder) =>
  (await ladder()).skills.map(({ id, name }) => ({ value: id, description: name }));
const areas: Values = async (ladder) =>
  (await ladder()).areas.map(({ id, title }) => ({ value: id, description: title }));
const tracks: Values = async (ladder) =>
  (await ladder()).tracks.map(({ id, title }) => ({ value: id, description: title }));
const sources: Values = async (ladder) =>
  (await ladder()).sources.map(({ id, title }) => ({ value: id, description: title }));
const skillsAndAreas: Values = async (ladder) => [...(await skills(ladder)), ...(await areas(ladder))];

/** The values of options that commander does not know, by option, or by command and option where they differ. */
const OPTION_VALUES: Readonly<Record<string, Values>> = {
  '--format': fixed(FORMATS),
  'export --format': fixed(EXPORT_FORMATS),
  'validate --format': fixed(VALIDATE_FORMATS),
  'graph --format': fixed(GRAPH_FORMATS),
  'compare --format': fixed(COMPARE_FORMATS),
  'graph --role': roles,
  'graph --from': roles,
  'graph --to': roles,
  'graph --path': roles,
  '--skill': skills,
  '--area': areas,
  '--track': tracks,
  '--source': sources,
  '--via': roles,
  '--avoid': roles,
  'path --kind': fixed(PROGRESSION_KINDS),
  'search --kind': fixed(PASSAGE_KINDS),
};

/** The values of arguments that commander does not know: of each in turn, the last again and again. */
const ARGUMENT_VALUES: Readonly<Record<string, readonly Values[]>> = {
  show: [roles],
  explore: [roles],
  compare: [roles],
  path: [roles, roles],
  why: [roles, skillsAndAreas],
  skills: [skills],
  config: [fixed(['set', 'unset']), fixed(SETTINGS)],
};

/** Says what may come next. */
export async function complete(program: Command, typed: readonly string[], runtime: Runtime): Promise<string> {
  // Bash parts words at an equals sign, and older versions of PowerShell cannot send an empty word.
  const words = typed.filter((word) => word !== '=').map((word) => (word === '""' ? '' : word));
  const current = typed.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const home = runtime.env['HOME'];
  const before = typed.at(-1) === '=' ? words : words.slice(0, -1);
  const line = read(
    program,
    before.map((word) => unquoted(word, home)),
  );
  const ladder = async (): Promise<Ladder> => {
    if (line.data === '-') throw new Error('standard input is not to be read here');
    const session = createSession(runtime, { quiet: true, ...(line.data === undefined ? {} : { data: line.data }) });
    return (await session.catalog()).ladder;
  };
  const [, name, start] = /^(--[a-z-]+=)(.*)$/s.exec(current) ?? [undefined, '', current];
  const candidates = await valuesNext(program, line, current, ladder).catch(() => []);
  const lines = candidates
    .filter(({ value }) => SAFE.test(value) && value.startsWith(start) && !line.operands.includes(value))
    .map(({ value, description }) => {
      const text = printable(description);
      return `${name}${value}${text === '' ? '' : `\t${text}`}\n`;
    });
  return lines.join('');
}

/** What the words before the one to complete say. */
interface ReadLine {
  readonly command: Command | undefined;
  /** What stands behind the command and is no option. */
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly open: Option | undefined;
  readonly data: string | undefined;
  /** Whether options are over. */
  readonly ended: boolean;
}

function read(program: Command, words: readonly string[]): ReadLine {
  let command: Command | undefined;
  let open: Option | undefined;
  let data: string | undefined;
  let ended = false;
  const operands: string[] = [];
  for (const word of words) {
    if (open !== undefined) {
      if (open.long === '--data') data = word;
      open = undefined;
    } else if (!ended && word === '--') ended = true;
    else if (!ended && word.startsWith('-') && word !== '-') {
      const [flag, value] = word.split(/=(.*)/s);
      const option = optionsOf(program, command).find(({ long, short }) => long === flag || short === flag);
      if (option?.required === true && value === undefined) open = option;
      if (option?.long === '--data' && value !== undefined) data = value;
    } else if (command === undefined) command = program.commands.find((entry) => entry.name() === word);
    else operands.push(word);
  }
  return { command, operands, open, data, ended };
}

function optionsOf(program: Command, command: Command | undefined): Option[] {
  return [...(command?.options ?? []), ...program.options];
}

async function valuesNext(
  program: Command,
  { command, operands, open, ended }: ReadLine,
  current: string,
  ladder: () => Promise<Ladder>,
): Promise<Candidate[]> {
  const options = optionsOf(program, command);
  const assigned = ended ? undefined : options.find(({ long }) => long != null && current.startsWith(`${long}=`));
  const option = open ?? assigned;
  if (option !== undefined) {
    const values = OPTION_VALUES[`${command?.name() ?? ''} ${option.long ?? ''}`] ?? OPTION_VALUES[option.long ?? ''];
    return (option.argChoices === undefined ? values : fixed(option.argChoices))?.(ladder) ?? [];
  }
  if (!ended && current.startsWith('-')) {
    const shown = options.filter(({ hidden }) => !hidden);
    return shown.flatMap(({ long, description }) => (long == null ? [] : [{ value: long, description }]));
  }
  const commands = program.commands.map((entry) => ({ value: entry.name(), description: entry.summary() }));
  if (command === undefined) return commands;
  const name = command.name();
  if (name === 'help') return [...commands, ...(await fixed(TOPICS)(ladder))];
  const declared = command.registeredArguments;
  const argument = declared[operands.length] ?? (declared.at(-1)?.variadic === true ? declared.at(-1) : undefined);
  if (argument === undefined) return [];
  if (argument.argChoices !== undefined) return fixed(argument.argChoices)(ladder);
  const known = ARGUMENT_VALUES[name];
  return (known?.[operands.length] ?? (argument.variadic ? known?.at(-1) : undefined))?.(ladder) ?? [];
}
