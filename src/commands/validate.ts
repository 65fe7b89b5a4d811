/**
 * `pmroles validate`: everything that is wrong with a ladder, or doubtful.
 */
import { FORMATS } from '../report/index.ts';
import type { Example, Register } from './shared/session.ts';

/** What the command line may ask of the check. */
export interface ValidateFlags {
  readonly all?: boolean;
  readonly strict?: boolean;
}

/** The formats of the command: the usual ones, and the one that GitHub Actions reads. */
export const VALIDATE_FORMATS = [...FORMATS, 'github'] as const;

/** What help shows. */
export const VALIDATE_EXAMPLES: readonly Example[] = [
  { line: 'pmroles validate ladder.yaml', purpose: 'every problem of a ladder, each with its line' },
  {
    line: 'pmroles validate ladder.yaml --strict --format github',
    purpose: 'in a GitHub workflow: remarks on the lines',
  },
];

/** Declares the command. */
export const registerValidate: Register = (program, perform) => {
  program
    .command('validate')
    .argument('[path]', 'a YAML or JSON file, or a folder of them; else the ladder of --data')
    .summary('check a ladder of your own')
    .description(
      'Check a ladder: errors, which keep it from being used, and warnings, which do not. Exits with 1 when it does not pass. Formats: the usual ones and github. "pmroles help diagnostics" explains the codes.',
    )
    .option('--all', 'show every problem, not only the first ten')
    .option('--strict', 'let warnings fail as well')
    .action((path: string | undefined, flags: ValidateFlags) =>
      perform(async (session) => {
        const { runValidate } = await import('./validate-run.ts');
        return runValidate(path, flags, session);
      }, VALIDATE_FORMATS),
    );
};
