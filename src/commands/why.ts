/**
 * `pmroles why`: what stands behind what is said of a role.
 */
import type { Example, Register } from './shared/session.ts';

/** What help shows. */
export const WHY_EXAMPLES: readonly Example[] = [
  { line: 'pmroles why cpo marketing', purpose: 'who says that a CPO needs marketing, and in which words' },
  { line: 'pmroles why product-owner', purpose: 'the claims behind all that is said of a Product Owner' },
];

/** Declares the command. */
export const registerWhy: Register = (program, perform) => {
  program
    .command('why')
    .argument('[role]', 'id, title or alias of a role; asked for on a terminal')
    .argument('[about...]', 'only this skill or area, or statements with these words')
    .summary('show what each statement of a role leans on')
    .description('Show the claims behind each statement of a role: source, date, and the words of the fact.')
    .action((role: string | undefined, about: readonly string[]) =>
      perform(async (session) => {
        const { runWhy } = await import('./why-run.ts');
        return runWhy(role, about, session);
      }),
    );
};
