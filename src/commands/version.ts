/**
 * `pmroles version`: what a report of a problem should name.
 */
import type { Example, Register } from './shared/session.ts';

/** What help shows. */
export const VERSION_EXAMPLES: readonly Example[] = [
  { line: 'pmroles version', purpose: 'the program, the ladder in use and Node' },
  { line: 'pmroles version --json', purpose: 'the same for a script, with the hash of the ladder' },
];

/** Declares the command. */
export const registerVersion: Register = (program, perform) => {
  program
    .command('version')
    .summary('versions of the program and the ladder')
    .description(
      'Show the version of the program, of Node and of the ladder in use, with a hash of what the ladder says.',
    )
    .action(() =>
      perform(async (session) => {
        const { runVersion } = await import('./version-run.ts');
        return runVersion(session);
      }),
    );
};
