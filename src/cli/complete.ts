/**
 * What may come next on a command line: what the completion scripts ask.
 */
import { Option } from 'commander';
import { createSession } from '../commands/shared/session.ts';
import type { Ladder } from '../core/model.ts';
import { hasRoleMe, ME } from '../core/profile/name.ts';
import { splitWords } from '../core/shell-words.ts';
import { FORMATS } from '../report/index.ts';
import { printable } from '../report/printable.ts';
import type { Runtime } from '../system/runtime.ts';
import type { ArgumentDeclaration, CommandDeclaration, Named, OptionDeclaration } from './declaration.ts';
import { TOPICS } from './declared/set-up.ts';
import { SHARED_OPTIONS, VERSION_OPTION } from './declared/shared.ts';

interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** Nothing else is offered: these characters mean nothing to any shell. */
const SAFE = /^[A-Za-z0-9.=-]+$/;

const NAMED: Readonly<Record<Named, (ladder: Ladder) => readonly Candidate[]>> = {
  role: ({ roles }) => roles.map(titled),
  'role or profile': (ladder) => [
    ...NAMED.role(ladder),
    ...(hasRoleMe(ladder) ? [] : [{ value: ME, description: 'your profile' }]),
  ],
  skill: ({ skills }) => skills.map(({ id, name }) => ({ value: id, description: name })),
  area: ({ areas }) => areas.map(titled),
  track: ({ tracks }) => tracks.map(titled),
  source: ({ sources }) => sources.map(titled),
  'skill or area': (ladder) => [...NAMED.skill(ladder), ...NAMED.area(ladder)],
};

function titled({ id, title }: { readonly id: string; readonly title: string }): Candidate {
  return { value: id, description: title };
}

/**
 * Says what may come next: a candidate a line, with a description behind a tab where there is one; nothing where files may come
 * next. Whatever goes wrong, such as a ladder that cannot be read, leaves out what it would have told. The last of the words
 * behind the program's name is the one to complete, and may be empty.
 */
export async function complete(
  commands: readonly CommandDeclaration[],
  typed: readonly string[],
  runtime: Runtime,
): Promise<string> {
  // Bash parts words at an equals sign, and older versions of PowerShell cannot send an empty word.
  const words = typed.filter((word) => word !== '=').map((word) => (word === '""' ? '' : word));
  const current = typed.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const home = runtime.env['HOME'];
  const before = typed.at(-1) === '=' ? words : words.slice(0, -1);
  const line = read(
    commands,
    before.map((word) => unquoted(word, home)),
  );
  const ladder = async (): Promise<Ladder> => {
    if (line.data === '-') throw new Error('standard input is not to be read here');
    const session = createSession(runtime, { quiet: true, ...(line.data === undefined ? {} : { data: line.data }) });
    return (await session.catalog()).ladder;
  };
  const [, name, start] = /^(--[a-z-]+=)(.*)$/s.exec(current) ?? [undefined, '', current];
  const candidates = await valuesNext(commands, line, current, ladder).catch(() => []);
  const lines = candidates
    .filter(({ value }) => SAFE.test(value) && value.startsWith(start) && !line.operands.includes(value))
    .map(({ value, description }) => {
      const text = printable(description);
      return `${name}${value}${text === '' ? '' : `\t${text}`}\n`;
    });
  return lines.join('');
}

/** What the words before the one to complete say. */
function read(commands: readonly CommandDeclaration[], words: readonly string[]) {
  let command: CommandDeclaration | undefined;
  /** The option whose value comes next. */
  let open: ReturnType<typeof optionsOf>[number] | undefined;
  let data: string | undefined;
  /** Whether options are over. */
  let ended = false;
  /** What stands behind the command and is no option. */
  const operands: string[] = [];
  for (const word of words) {
    if (open !== undefined) {
      if (open.long === '--data') data = word;
      open = undefined;
    } else if (!ended && word === '--') ended = true;
    else if (!ended && word.startsWith('-') && word !== '-') {
      const [flag, value] = word.split(/=(.*)/s);
      const option = optionsOf(command).find(({ long, short }) => long === flag || short === flag);
      if (option?.required === true && value === undefined) open = option;
      if (option?.long === '--data' && value !== undefined) data = value;
    } else if (command === undefined) {
      command = commands.find((entry) => entry.name === word);
      if (command) continue;
      command = commands.find((entry) => entry.name === 'show');
      operands.push(word);
    } else operands.push(word);
  }
  return { command, operands, open, data, ended };
}

/** The options as they are declared, and as they are typed. */
function optionsOf(command: CommandDeclaration | undefined) {
  return [...(command?.options ?? []), VERSION_OPTION, ...SHARED_OPTIONS].map((declared) => {
    const { long, short, required } = new Option(declared.flags);
    return { ...declared, long: long!, short, required };
  });
}

async function valuesNext(
  commands: readonly CommandDeclaration[],
  { command, operands, open, ended }: ReturnType<typeof read>,
  current: string,
  ladder: () => Promise<Ladder>,
): Promise<readonly Candidate[]> {
  const options = optionsOf(command);
  const option = open ?? (ended ? undefined : options.find(({ long }) => current.startsWith(`${long}=`)));
  if (option?.long === '--format') return plain(command?.formats ?? FORMATS);
  if (option !== undefined) return valuesOf(option, ladder);
  if (!ended && current.startsWith('-')) {
    return options.map(({ long, about }) => ({ value: long, description: about }));
  }
  const names = commands.map(({ name, summary }) => ({ value: name, description: summary }));
  // A role needs no command; where nothing has been typed yet, they would bury the commands.
  if (command === undefined) return current === '' ? names : [...names, ...NAMED.role(await ladder())];
  if (command.name === 'help') return [...names, ...plain(TOPICS)];
  const declared = command.arguments ?? [];
  const last = declared.at(-1);
  const argument = declared[operands.length] ?? (last?.name.includes('...') === true ? last : undefined);
  return argument === undefined ? [] : valuesOf(argument, ladder);
}

async function valuesOf(
  { choices, offers }: ArgumentDeclaration | OptionDeclaration,
  ladder: () => Promise<Ladder>,
): Promise<readonly Candidate[]> {
  const known = choices ?? offers ?? [];
  return typeof known === 'string' ? NAMED[known](await ladder()) : plain(known);
}

function plain(words: readonly string[]): Candidate[] {
  return words.map((value) => ({ value, description: '' }));
}

/** A word as a program would get it: completion scripts pass on what was typed. Nothing but a tilde that leads is expanded. */
export function unquoted(word: string, home: string | undefined): string {
  const words = splitWords(word);
  if (words === undefined) return word;
  const text = words.join(' ');
  // A tilde that is quoted means itself.
  return home !== undefined && /^~(?:\/|$)/.test(word) ? home + text.slice(1) : text;
}
