/**
 * What is written of the program itself, of files, and of failures: version, config, init, import, validate, errors.
 */
import { change } from './output-changes.ts';
import { id, PLACE, place } from './output-parts.ts';
import {
  anyOf,
  boolean,
  count,
  keys,
  list,
  mapping,
  matching,
  number,
  oneOf,
  optionally,
  orNull,
  string,
  ordinal,
} from './written.ts';

export const versionData = keys(
  {
    program: string(),
    node: string(),
    ladder: keys({
      hash: matching('^[0-9a-f]{64}$', 'SHA-256 of what the ladder says, in hexadecimal'),
      roles: count('How many somebody holds.'),
      moves: count('Those between the same two roles are one.'),
      progressions: count(),
    }),
  },
  'what takes part in an answer, and in which version',
);

export const configData = keys({
  file: orNull(string(), 'where the settings are kept; null where there is no place'),
  settings: list(
    keys({
      name: oneOf(['data', 'me', 'color', 'width', 'ascii', 'accessible', 'pager', 'hints']),
      value: orNull(
        anyOf<string | number | boolean>([string(), number(), boolean()]),
        'data: a path, null for the shipped ladder; pager: a command line, empty for none',
      ),
      from: string('the flag or environment variable that says so, settings, terminal or default'),
    }),
  ),
  unknown: list(string(), 'names in the file that are no setting of this version'),
});

export const initData = keys({
  path: string('The file that was written.'),
  template: oneOf(['small', 'engineering', 'craft']),
  id,
  title: string(),
  roles: list(id),
  skills: list(id),
  levels: list(id),
  next: list(string(), 'Command lines that go on from here.'),
  schema: string('Where the JSON Schema of ladder files lies, for editors.'),
});

const problemCode = string('see: pmroles help diagnostics');

const leftOut = list(
  keys({ file: string(), line: ordinal(), what: string(), why: string() }),
  'The first thousand of them.',
);

export const importData = keys({
  files: list(string()),
  unit: oneOf(['line', 'row'], 'What "line" counts: lines of a text, or rows of a sheet.'),
  rows: count('Rows below the headers that say something of the ladder.'),
  columns: list(
    keys({
      file: string(),
      sheet: orNull(string()),
      name: string('The header or, where there is none of its own, #3.'),
      meaning: string('What the column was taken for.'),
      why: string('What speaks for that.'),
    }),
    'Empty for what pmroles export wrote.',
  ),
  counts: keys(
    {
      roles: count(),
      tracks: count(),
      areas: count(),
      skills: count(),
      levels: count(),
      responsibilities: count(),
      requirements: count(),
      progressions: count(),
    },
    'What the ladder holds.',
  ),
  readings: list(string(), 'How something was read that the tables do not say outright.'),
  aside: leftOut,
  lost: leftOut,
  lostCount: count('How much of the ladder was left out in all.'),
  warnings: list(
    keys({ code: problemCode, message: string(), hint: orNull(string()) }),
    'What is doubtful about the ladder, as validate says it; the first thousand.',
  ),
  warningCount: count('How much is doubtful in all.'),
  changes: orNull(list(change), 'What --update changes; null without it, and where there was no ladder.'),
  document: orNull(
    mapping(),
    'The ladder, as export --json writes it and --data reads it; null on a dry run, and where it goes to a file.',
  ),
});

export const validateData = keys(
  {
    path: string('the ladder, as it was named'),
    files: list(string()),
    passed: boolean('no error, and with --strict no warning either'),
    strict: boolean(),
    errors: count(),
    warnings: count(),
    problems: list(
      keys({
        severity: oneOf(['error', 'warning']),
        code: problemCode,
        message: string(),
        hint: orNull(string()),
        ...PLACE,
        other: orNull(place, 'the other place, where two things do not go together'),
      }),
      'By file and place; of very many, the first thousand errors and the first thousand warnings found.',
    ),
  },
  "The envelope's ladder is null where the ladder cannot be used.",
);

const errorCode = oneOf([
  'usage',
  'unknown-role',
  'ambiguous-role',
  'unknown-name',
  'no-terminal',
  'ladder-invalid',
  'config-invalid',
  'read-failed',
  'write-failed',
  'interrupted',
  'terminated',
  'bug',
]);

export const failure = keys(
  {
    error: keys({
      code: errorCode,
      message: string(),
      hint: orNull(string()),
      location: orNull(optionally(keys({ file: string() }), { line: ordinal(), column: ordinal() })),
    }),
  },
  'What a failure writes to stderr with --json.',
);
