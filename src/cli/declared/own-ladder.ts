/**
 * The commands that make, check and pass on a ladder of your own.
 */
import type { TemplateName } from '../../commands/init.ts';
import { EXPORT_FORMATS, VALIDATE_FORMATS } from '../../commands/shared/formats.ts';
import type { EmptyRows } from '../../import/reading.ts';
import type { FoundShape } from '../../import/shape.ts';
import { argument, type CommandDeclaration, example, option } from '../declaration.ts';
import { FORCE, OUTPUT } from './shared.ts';

export const OWN_LADDER: readonly CommandDeclaration[] = [
  {
    name: 'init',
    summary: 'start a ladder from a template',
    description:
      'Write a ladder to start from: YAML, with comments that explain it. On a terminal it asks what it needs.',
    arguments: [argument('[path]', 'the file to write, ladder.yaml if left out; - for standard output')],
    options: [
      option('--template <name>', 'which ladder to start from, small if left out', {
        choices: ['small', 'engineering', 'craft'] satisfies TemplateName[],
      }),
      option('--title <title>', 'the title of the ladder'),
      option('--id <id>', 'the id of the ladder, for programs; made from the title if left out'),
      FORCE,
      option('--stdout', 'print the ladder instead of writing a file'),
    ],
    examples: [
      example('pmroles init --title "Our team"', 'a small ladder of your own, in ladder.yaml'),
      example('pmroles init --template engineering --stdout', 'look at a larger one, and write nothing'),
    ],
    load: () => import('../../commands/init.ts'),
  },
  {
    name: 'import',
    summary: 'make a ladder from a spreadsheet',
    description:
      'Make a ladder from a table: one row for each role and skill, a matrix of roles and skills, one row for each role, or what "export" wrote.',
    arguments: [argument('<table>', 'a CSV or tab-separated file, or - for standard input')],
    options: [
      option('--shape <shape>', 'what the table looks like, instead of a guess', {
        choices: ['rows', 'matrix', 'matrix-by-role', 'lists', 'export'] satisfies FoundShape[],
      }),
      option('--map <column=field>', 'what a column holds: "Stufe=level"; #3 is the third (repeatable)', {
        repeatable: true,
      }),
      option('--delimiter <delimiter>', 'comma, semicolon, tab or pipe, instead of a guess'),
      option('--levels <levels>', 'the levels, lowest first: "Basic, Good, Very good"'),
      option('--empty-rows <kind>', 'what rows of a matrix without cells are, instead of a guess', {
        choices: ['groups', 'skills'] satisfies EmptyRows[],
      }),
      option('--skip-rows <lines>', 'leave out the rows on these lines of the file: "7,12-14"'),
      option('--id <id>', 'the id of the ladder'),
      option('--title <title>', 'the title of the ladder'),
      option('--dry-run', 'only report, write no ladder'),
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles import skills.csv --dry-run', 'what would be read, guessed and left out'),
      example('pmroles import skills.csv -o ladder.yaml', 'write the ladder that the table holds'),
    ],
    load: () => import('../../commands/import.ts'),
  },
  {
    name: 'validate',
    summary: 'check a ladder',
    description:
      'Check a ladder for errors, which keep it from being used, and warnings, which do not. Exits with 1 if it does not pass. "pmroles help diagnostics" explains the codes. Also as github (--format).',
    arguments: [argument('[path]', 'a YAML or JSON file, or a folder of them; the ladder in use if left out')],
    options: [
      option('--all', 'show every problem, not only the first ten'),
      option('--strict', 'fail on warnings too'),
    ],
    examples: [
      example('pmroles validate ladder.yaml', 'every problem of a ladder, with its line'),
      example('pmroles validate ladder.yaml --strict --format github', 'in a GitHub workflow: remarks on the lines'),
    ],
    formats: VALIDATE_FORMATS,
    load: () => import('../../commands/validate.ts'),
  },
  {
    name: 'schema',
    summary: 'a JSON Schema of ladders, for your editor',
    description:
      'Write the JSON Schema of ladder files. Editors with the YAML language server (VS Code: the extension "YAML") use it if a file begins with: # yaml-language-server: $schema=ladder.schema.json',
    options: [OUTPUT, FORCE],
    examples: [
      example('pmroles schema -o ladder.schema.json', 'for an editor, which then completes keys and marks mistakes'),
      example('pmroles schema', 'to the terminal or a pipe'),
    ],
    // A schema is JSON, and nothing else.
    formats: ['json'],
    load: () => import('../../commands/schema.ts'),
  },
  {
    name: 'export',
    summary: 'write it as YAML, JSON, CSV, Markdown or a page',
    description: 'Write the whole ladder as one file: yaml (the default), json, csv, html or markdown (--format).',
    options: [OUTPUT, FORCE],
    examples: [
      example('pmroles export --format html -o ladder.html', 'a page to open in a browser, with no network'),
      example('pmroles export -o ladder.yaml', 'a copy of the ladder as one file, to change'),
    ],
    formats: EXPORT_FORMATS,
    load: () => import('../../commands/export.ts'),
  },
  {
    name: 'open',
    summary: 'show it as a page in your browser',
    description: 'Write the ladder as a page to a place of your own, and open it in your browser. Prints where it is.',
    examples: [
      example('pmroles open', 'the ladder in use'),
      example('pmroles open --quiet', 'without a word about what is doubtful in it'),
    ],
    formats: ['text'],
    load: () => import('../../commands/open.ts'),
  },
];
