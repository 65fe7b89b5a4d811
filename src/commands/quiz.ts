/**
 * `pmroles quiz`: which role fits.
 */
import type { Example, Register } from './shared/session.ts';

/** What the command line may ask of the quiz. */
export interface QuizFlags {
  readonly answers?: string;
  readonly resume?: boolean;
  readonly save: boolean;
  readonly list?: boolean;
}

/** What help shows. */
export const QUIZ_EXAMPLES: readonly Example[] = [
  {
    line: 'pmroles quiz --answers 3,2,2,3,2,1,2,5,5,5,4',
    purpose: 'without a terminal: the answers in the order asked',
  },
  { line: 'pmroles quiz --list', purpose: 'every question, and what it tells about which roles' },
];

/** Declares the command. */
export const registerQuiz: Register = (program, perform) => {
  program
    .command('quiz')
    .summary('find out which role fits you')
    .description('Find out which role fits you now, which to aim for, and why: about 15 short questions.')
    .option('--answers <answers>', 'answers as numbers, a file that holds them, or - for standard input')
    .option('--resume', 'go on with a quiz that was not finished')
    .option('--no-save', 'keep nothing that a stopped quiz could be resumed from')
    .option('--list', 'show the questions, what each tells about which roles, and what it leans on')
    .action((flags: QuizFlags) =>
      perform(async (session) => {
        const { runQuiz } = await import('./quiz-run.ts');
        return runQuiz(flags, session);
      }),
    );
};
