/**
 * `pmroles explore`: from role to role, on a terminal.
 */
import type { Example, Register } from './shared/session.ts';

/** What help shows. */
export const EXPLORE_EXAMPLES: readonly Example[] = [
  { line: 'pmroles explore', purpose: 'choose a role, read what it does, and go on from there' },
  { line: 'pmroles explore head-of-product', purpose: 'the same, from the Head of Product' },
];

/** Declares the command. */
export const registerExplore: Register = (program, perform) => {
  program
    .command('explore')
    .argument('[role]', 'where to start, by id, title or alias; asked for when absent')
    .summary('go from role to role on a terminal')
    .description('Explore the ladder on a terminal: read a role, go on to the next, compare, find the way, ask why.')
    .action((role: string | undefined) =>
      perform(
        async (session) => {
          const { runExplore } = await import('./explore-run.ts');
          return runExplore(role, session);
        },
        ['text'],
      ),
    );
};
