/**
 * `pmroles import`: a ladder from a table.
 */
import { Option } from 'commander';
import type { EmptyRows } from '../import/reading.ts';
import type { FoundShape } from '../import/shape.ts';
import { collect, type Example, type Register } from './shared/session.ts';

/** What the command line may ask of an import. */
export interface ImportFlags {
  readonly shape?: FoundShape;
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly levels?: string;
  readonly emptyRows?: EmptyRows;
  readonly skipRows?: string;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** The shapes, named here too so that declaring the command loads nothing. */
const SHAPES = ['rows', 'matrix', 'matrix-by-role', 'lists', 'export'] as const satisfies readonly FoundShape[];
const EMPTY_ROWS = ['groups', 'skills'] as const satisfies readonly EmptyRows[];

/** What help shows. */
export const IMPORT_EXAMPLES: readonly Example[] = [
  { line: 'pmroles import skills.csv --dry-run', purpose: 'what would be read, guessed and left out' },
  { line: 'pmroles import skills.csv -o ladder.yaml', purpose: 'write the ladder that the table holds' },
  {
    line: 'pmroles import skills.csv --shape rows --map "Expectation=text"',
    purpose: 'say what is guessed wrongly otherwise',
  },
];

/** Declares the command. */
export const registerImport: Register = (program, perform) => {
  program
    .command('import')
    .argument('<table>', 'a file of CSV or of tab-separated values, or - for standard input')
    .summary('make a ladder of a CSV file')
    .description(
      'Make a ladder of a table: a row a role and skill, a matrix of roles and skills, a row a role, or what "export" wrote.',
    )
    .addOption(new Option('--shape <shape>', 'what the table looks like, instead of a guess').choices(SHAPES))
    .option('--map <column=field>', 'what a column holds: "Stufe=level"; #3 is the third (repeatable)', collect)
    .option('--delimiter <delimiter>', 'comma, semicolon, tab or pipe, instead of a guess')
    .option('--levels <levels>', 'the levels, lowest first: "Basic, Good, Very good"')
    .addOption(
      new Option('--empty-rows <kind>', 'what rows of a matrix without cells are, instead of a guess').choices(
        EMPTY_ROWS,
      ),
    )
    .option('--skip-rows <lines>', 'leave out the rows in these lines of the file: "7,12-14"')
    .option('--id <id>', 'the id of the ladder')
    .option('--title <title>', 'the title of the ladder')
    .option('--dry-run', 'only report: write no ladder')
    .option('-o, --output <file>', 'write the ladder to this file instead of standard output')
    .option('--force', 'replace the file if it is there')
    .action((table: string, flags: ImportFlags) =>
      perform(async (session) => {
        const { runImport } = await import('./import-run.ts');
        return runImport(table, flags, session);
      }),
    );
};
