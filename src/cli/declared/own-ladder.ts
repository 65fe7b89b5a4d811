/**
 * The commands that make, check and pass on a ladder of your own.
 */
import type { TemplateName } from '../../commands/init.ts';
import { EXPORT_FORMATS, VALIDATE_FORMATS } from '../../commands/shared/formats.ts';
import type { CellKind, EmptyRows } from '../../import/answers.ts';
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
      'Make a ladder from spreadsheets (xlsx), CSV files, tables in Markdown, or what "export" wrote. What is not sure is asked; where nobody can be asked, the flags to add are named.',
    arguments: [argument('<tables...>', 'the files, or - for standard input; several are joined by their names')],
    options: [
      option(
        '--map <column=meaning>',
        'what a column holds: "Stufe=level", "Junior=is-role", "*=ignore" (repeatable)',
        {
          repeatable: true,
        },
      ),
      option('--map-file <file>', 'keep what was said of a sheet, and read it the next time'),
      option('--sheet <name>', 'the sheet or table to read, by name or #2 (repeatable)', { repeatable: true }),
      option('--levels <levels>', 'the levels, lowest first: "Basic, Good, Very good"'),
      option('--cells <kind>', 'what the cells of a matrix are', {
        choices: ['levels', 'marks', 'importance', 'texts'] satisfies CellKind[],
      }),
      option('--empty-rows <kind>', 'what rows with nothing but a name are', {
        choices: ['groups', 'skills'] satisfies EmptyRows[],
      }),
      option('--moves <how>', 'make moves where the table has none: one rank up on each track', {
        choices: ['by-rank'],
      }),
      option('--skip-rows <lines>', 'leave out these lines of a file or rows of a sheet: "7,12-14"'),
      option('--allow-loss', 'import even where much has to be left out'),
      option('--delimiter <delimiter>', 'comma, semicolon, tab or pipe, instead of what is found'),
      option('--encoding <encoding>', 'utf-8, utf-16le, utf-16be or windows-1252, instead of what is found'),
      option('--id <id>', 'the id of the ladder'),
      option('--title <title>', 'the title of the ladder'),
      option('--update', 'import into a ladder that is there: ids stay, and what changed is told'),
      option('--dry-run', 'show how it would be read, and write nothing'),
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles import skills.csv --dry-run', 'how each column would be read, and why'),
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
    name: 'diff',
    summary: 'what changed between two versions of a ladder',
    description:
      'Tell what changed between two versions of a ladder: roles, skills, moves and what roles expect. As markdown (--format), a note to publish.',
    arguments: [
      argument('<old>', 'a YAML or JSON file, a folder of them, or - for standard input'),
      argument('<new>', 'the same'),
    ],
    options: [
      option('--for <profile>', 'what that does to a profile: me, or @ and a file', { offers: ['me'] }),
      option('--write', 'with --for me: write your profile for the new version'),
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles diff old.yaml new.yaml', 'what changed'),
      example('pmroles diff old.yaml new.yaml -o changes.md', 'the same as a note in Markdown'),
    ],
    load: () => import('../../commands/diff.ts'),
  },
  {
    name: 'schema',
    summary: 'a JSON Schema of ladders or profiles, for your editor',
    description:
      'Write the JSON Schema of ladder files, or of profiles. Editors with the YAML language server (VS Code: the extension "YAML") use it if a file begins with: # yaml-language-server: $schema=ladder.schema.json',
    arguments: [argument('[what]', 'what it describes; a ladder if left out', { choices: ['ladder', 'profile'] })],
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
    summary: 'write it as YAML, JSON, CSV, xlsx or a page',
    description:
      'Write the whole ladder as one file: yaml (the default), json, csv, xlsx, html or markdown (--format).',
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
