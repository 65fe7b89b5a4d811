/**
 * `pmroles completion`: what a shell needs to complete command lines.
 */
import { Argument } from 'commander';
import type { Example, Register } from './shared/session.ts';

/** The shells that there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What help shows. */
export const COMPLETION_EXAMPLES: readonly Example[] = [
  { line: 'pmroles completion bash', purpose: 'the script to load in ~/.bashrc' },
  { line: 'pmroles completion fish', purpose: 'the same for fish' },
];

/** Declares the command. */
export const registerCompletion: Register = (program, perform) => {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .summary('print a script that completes command lines')
    .description('Print a script with which a shell completes commands, options, and the ids of the ladder in use.')
    .action((shell: (typeof SHELLS)[number]) =>
      perform(
        async ({ print }) => {
          const { COMPLETION_SCRIPTS } = await import('./completion-scripts.ts');
          await print(COMPLETION_SCRIPTS[shell]);
          return 0;
        },
        ['text'],
      ),
    );
};
