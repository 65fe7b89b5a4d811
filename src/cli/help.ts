/**
 * `pmroles help`: what the program can do, what a command takes, and topics that belong to no single command.
 */
import type { Session, SharedFlags } from '../commands/shared/session.ts';
import { usage } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Runtime } from '../system/runtime.ts';
import { lenient } from '../system/settings.ts';
import { decideColor, decideWidth } from '../system/terminal.ts';
import { aboutOf, type CommandDeclaration, usageOf } from './declaration.ts';
import { COMMANDS, DESCRIPTION, EXAMPLES, GROUPS } from './declarations.ts';
import { HELP, type Topic, TOPICS } from './declared/set-up.ts';
import { type Entry, layOut, type Page, type Part, WIDEST_HELP } from './help-layout.ts';

type Declared = Omit<CommandDeclaration, 'load'>;

export async function run({ print, runtime, flags }: Session, [topic]: readonly string[]): Promise<number> {
  await print(await helpOn(topic, pageFor(runtime, flags)));
  return 0;
}

/** How help is written: whatever the settings are like, it is shown. */
export function pageFor({ env, settings, stdout }: Runtime, { color = 'auto', width }: SharedFlags): Page {
  const surroundings = { env, settings: lenient(settings) };
  const isColored = decideColor(color, surroundings, stdout.isTerminal).value;
  return {
    // The flag may not have been checked yet.
    width: Math.min(decideWidth(Number(width) || undefined, surroundings, stdout).value, WIDEST_HELP),
    strong: (text) => (isColored ? `\u001b[1m${text}\u001b[22m` : text),
  };
}

/** Help on a command or a topic, or on the program. */
export async function helpOn(name: string | undefined, page: Page): Promise<string> {
  if (name === undefined) return layOut(programHelp(), page);
  const topic = TOPICS.find((entry) => entry === name);
  if (topic !== undefined) return layOut(await topicHelp(topic), page);
  const declared: readonly Declared[] = [...COMMANDS, HELP];
  const command = declared.find((entry) => entry.name === name);
  if (command) return layOut(commandHelp(command), page);
  const known = [...declared.map((entry) => entry.name), ...TOPICS];
  const near = suggest(name, known);
  throw usage(
    `there is no help on ${quote(name)}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is help on ${known.join(', ')}`,
  );
}

function programHelp(): Part[] {
  return [
    DESCRIPTION,
    '',
    { lines: ['Usage: pmroles <command> [options]', '       pmroles <role>'] },
    '',
    ...GROUPS.flatMap(({ title, commands }): Part[] => [
      { heading: title },
      { entries: commands.map((command): Entry => [inOverview(command), command.summary]) },
    ]),
    '',
    { heading: 'Examples' },
    { lines: EXAMPLES.map(({ line }) => `  ${line}`) },
    '',
    'Options for every command (--data, --json and more): pmroles help options',
    `More: pmroles help <command> | ${TOPICS.slice(1).join(' | ')}`,
    'Manual: man pmroles, and docs/ beside the program',
  ];
}

/** A long usage is for the command's own help. */
function inOverview(command: Declared): string {
  const whole = `${command.name} ${usageOf(command)}`.trim();
  return whole.length <= 24 ? whole : command.name;
}

function commandHelp(command: Declared): Part[] {
  const { name, description, arguments: declared = [], options = [], examples } = command;
  const list = (heading: string, entries: readonly Entry[]): Part[] =>
    entries.length === 0 ? [] : ['', { heading }, { entries }];
  return [
    `Usage: ${['pmroles', name, usageOf(command), '[options]'].filter((word) => word !== '').join(' ')}`,
    '',
    description,
    ...list(
      'Arguments',
      declared.map((entry): Entry => [entry.name.replace(/[<>[\].]/g, ''), aboutOf(entry)]),
    ),
    ...list(
      'Options',
      options.map((entry): Entry => [entry.flags, aboutOf(entry)]),
    ),
    '',
    { heading: 'Examples' },
    { below: examples.map(({ line, purpose }): Entry => [line, purpose]) },
    '',
    'Options for every command: pmroles help options',
  ];
}

async function topicHelp(topic: Topic): Promise<Part[]> {
  const { HELP_TOPICS } = await import('./help-topics.ts');
  const [title, ...parts] = HELP_TOPICS[topic];
  return [{ heading: title as string }, ...parts.flatMap((part): Part[] => ['', part])];
}
