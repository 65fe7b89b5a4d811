/**
 * `pmroles help`: help on a command, and on topics that belong to no single one.
 */
import type { Command } from 'commander';
import { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Perform } from './shared/session.ts';

/** The topics; `help-topics.ts` holds what is said on each. */
export const TOPICS = ['exit-codes', 'environment', 'json', 'diagnostics'] as const;

/** Declares the command. */
export function registerHelp(program: Command, perform: Perform): void {
  program
    .command('help')
    .argument('[topic]', `a command, or one of ${TOPICS.join(', ')}`)
    .summary('help on a command or topic')
    .description('Show help on a command or a topic.')
    .action((topic: string | undefined) =>
      perform(async ({ print }) => {
        const known = TOPICS.find((name) => name === topic);
        if (known === undefined) commandNamed(program, topic).outputHelp();
        else {
          const { HELP_TOPICS } = await import('./help-topics.ts');
          await print(HELP_TOPICS[known]);
        }
        return 0;
      }),
    );
}

function commandNamed(program: Command, name: string | undefined): Command {
  if (name === undefined) return program;
  const command = program.commands.find((entry) => entry.name() === name);
  if (command) return command;
  const known = [...program.commands.map((entry) => entry.name()), ...TOPICS];
  const near = suggest(name, known);
  throw new PmrolesError('usage', `there is no help on ${quote(name)}`, {
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is help on ${known.join(', ')}`,
  });
}
