/**
 * `pmroles help`: help on a command, and on topics that belong to no single one.
 */
import type { Command } from 'commander';
import type { Session } from '../commands/shared/session.ts';
import { usage } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { CommandDeclaration, Example } from './declaration.ts';
import type { Topic } from './help-topics.ts';

/** Named here too, so that declaring the command does not load what is said on them. */
export const TOPICS = ['exit-codes', 'environment', 'json', 'diagnostics'] as const satisfies readonly Topic[];

/** Help is of the program as commander knows it, so that `program.ts` gives it what it runs. */
export const HELP: Omit<CommandDeclaration, 'load'> = {
  name: 'help',
  summary: 'help on a command or topic',
  description: 'Show help on a command or a topic.',
  arguments: [{ name: '[topic]', about: `a command, or one of ${TOPICS.join(', ')}` }],
  examples: [],
};

export async function runHelp(program: Command, topic: string | undefined, { print }: Session): Promise<number> {
  const known = TOPICS.find((name) => name === topic);
  if (known === undefined) commandNamed(program, topic).outputHelp();
  else await print((await import('./help-topics.ts')).HELP_TOPICS[known]);
  return 0;
}

function commandNamed(program: Command, name: string | undefined): Command {
  if (name === undefined) return program;
  const command = program.commands.find((entry) => entry.name() === name);
  if (command) return command;
  const visible = program.createHelp().visibleCommands(program);
  const known = [...visible.map((entry) => entry.name()), ...TOPICS];
  const near = suggest(name, known);
  throw usage(
    `there is no help on ${quote(name)}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is help on ${known.join(', ')}`,
  );
}

/** Help leads with examples: they say faster than a grammar what a command is for. */
export function examplesText(examples: readonly Example[]): string {
  return `Examples:\n${examples.map(({ line, purpose }) => `  ${line}\n      ${purpose}`).join('\n')}\n`;
}

/** Stands below the help of the program. */
export const MORE_HELP =
  '\nMore: pmroles help <command> | exit-codes | environment | json | diagnostics\nManual: man pmroles, and docs/ beside the program\n';
