/**
 * `pmroles export`: the ladder in use as a file.
 */
import type { Example, Register } from './shared/session.ts';

/** What the command line may ask of an export. */
export interface ExportFlags {
  readonly output?: string;
  readonly force?: boolean;
}

/** What a ladder can be written as, the usual one first. */
export const EXPORT_FORMATS = ['yaml', 'json', 'csv', 'html', 'markdown'] as const;

/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What help shows. */
export const EXPORT_EXAMPLES: readonly Example[] = [
  { line: 'pmroles export -o ladder.yaml', purpose: 'a copy of the ladder as one file, to change' },
  { line: 'pmroles export --format csv', purpose: 'all of it as one table, for a spreadsheet; "import" reads it back' },
  { line: 'pmroles export --format html -o ladder.html', purpose: 'a page to open in a browser, with no network' },
  { line: 'pmroles export --format markdown -o ladder.md', purpose: 'a document to read, for a wiki or a repository' },
];

/** Declares the command. */
export const registerExport: Register = (program, perform) => {
  program
    .command('export')
    .summary('write the ladder to a file')
    .description(
      'Write the whole ladder as one file: yaml (the usual), json, which --data reads too, csv, html or markdown.',
    )
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .option('--force', 'replace the file if it is there')
    .action((flags: ExportFlags) =>
      perform(async (session) => {
        const { runExport } = await import('./export-run.ts');
        return runExport(flags, session);
      }, EXPORT_FORMATS),
    );
};
