/**
 * What `pmroles help` says on each topic: a title, then the parts of the page. The manual page is made of these too
 * (`scripts/manual.ts`).
 */
import { DIAGNOSTICS, type Kind, type Severity } from '../core/diagnostic.ts';
import { aboutOf } from './declaration.ts';
import { HELP_OPTION, SHARED_OPTIONS, VERSION_OPTION } from './declared/shared.ts';
import type { Topic } from './declared/set-up.ts';
import type { Entry, Part } from './help-layout.ts';

const OPTIONS_HELP: readonly Part[] = [
  'Options for every command',
  {
    entries: [...SHARED_OPTIONS, HELP_OPTION, VERSION_OPTION].map((entry): Entry => [entry.flags, aboutOf(entry)]),
  },
  'They can be written before the command or after it.',
];

/** `EXIT_CODES` in failure.ts decides which failure ends in which. */
const EXIT_CODE_HELP: readonly Part[] = [
  'Exit codes',
  {
    entries: [
      ['0', 'done'],
      ['1', 'the answer is no: no such route, no match, or a ladder that does not pass its check'],
      ['2', 'wrong usage, or a name that is unknown or fits several'],
      ['3', "a ladder, or settings, that can't be used"],
      ['4', 'reading or writing failed'],
      ['70', 'a bug in pmroles'],
      ['130', 'stopped with Ctrl-C, or left at a question that had to be answered'],
      ['143', 'stopped by SIGTERM'],
    ],
  },
  'A reader that closes the pipe early (pmroles sources | head -1) is no failure.',
];

const ENVIRONMENT_HELP: readonly Part[] = [
  'Environment',
  {
    entries: [
      ['NO_COLOR', 'any value but an empty one turns colour off (no-color.org)'],
      ['FORCE_COLOR', 'any value but 0 or false turns colour on, even into a pipe'],
      ['CLICOLOR_FORCE', 'the same'],
      ['CLICOLOR', '0 turns colour off'],
      ['COLUMNS', 'the width to fit, unless --width says otherwise'],
      ['TERM', 'dumb turns colour off and asks in plain lines; dumb and linux turn on --ascii'],
      ['LC_ALL, LC_CTYPE, LANG', 'the first that is set turns on --ascii unless it names UTF-8'],
      ['ACCESSIBLE', 'any value but 0 or false asks in plain lines (--accessible)'],
      [
        'PMROLES_PAGER',
        'the command that shows text longer than the screen, run without a shell; empty or cat: no pager',
      ],
      [
        'PAGER',
        'the same, unless PMROLES_PAGER or the settings name one; else less -FIRX (less -R if LESS is set), and no pager on Windows or if TERM is dumb',
      ],
      ['FORCE_HYPERLINK', 'any value but 0 or false links sources on every terminal, 0 or false on none'],
      ['XDG_STATE_HOME', 'where an unfinished quiz is kept, instead of ~/.local/state'],
      ['PMROLES_DATA', 'the ladder to use, unless --data names one'],
      ['PMROLES_ME', 'your profile, unless --me names one'],
      ['XDG_DATA_HOME', 'where your profile is kept, instead of ~/.local/share'],
      [
        'PMROLES_MAX_BYTES',
        'the largest ladder or table to read, instead of 64 MiB: a number of bytes, or with k, M or G behind it (200M)',
      ],
      ['PMROLES_DEBUG', '1 shows the stack trace of a bug'],
      ['PMROLES_NO_CACHE', "any value: don't use the cache"],
      ['XDG_CACHE_HOME', 'where the cache folder is, instead of ~/.cache'],
      ['XDG_CONFIG_HOME', 'where the settings are, instead of ~/.config'],
    ],
  },
  'Flags win over the environment, the environment over the settings (see pmroles config). JSON does not depend on any of these.',
];

const JSON_HELP: readonly Part[] = [
  'JSON',
  'Every command takes --json (short for --format json) and writes one document:',
  {
    lines: [
      '  {',
      '    "schemaVersion": 2,',
      '    "command": "path",',
      '    "ladder": { "id": ..., ... },',
      '    "data": { ... }',
      '  }',
    ],
  },
  {
    entries: [
      [
        'list',
        'data.roles[]: id, title, aliases, rank, track, summary, next[]; data.tracks[], data.levels[] (lowest first), data.cumulative',
      ],
      ['show', 'data.role: responsibilities[], skills[], previous[], next[], notes[]'],
      [
        'compare',
        'data.roles[], data.responsibilities[] and data.skills[], each with its standing (common, differing, partial, unique) and which roles have it; data.notApplicable[], data.silent',
      ],
      [
        'quiz',
        'data.ranking[]: role, fit, probability; data.now, data.aim[], data.explanation, data.answers[], data.replay',
      ],
      [
        'path',
        'data.routes[].roles (ids), data.routes[].steps[]: from, to, kind, basis, size, skills and responsibilities (gained, kept, left; skills also raised, lowered, ruledOut)',
      ],
      ['sources', 'data.sources[].facts[], data.disagreements[]'],
      [
        'validate',
        'data.passed, data.errors, data.warnings, data.problems[]: severity, code, message, hint, file, line, column, other',
      ],
      ['init', 'data.path, data.template, data.next[] (command lines)'],
      [
        'import',
        'the report: data.counts, data.guesses[], data.dropped[], data.warnings[]; the ladder is data.document, or in the file of -o',
      ],
      ['export', 'no such envelope, but the ladder itself, as --data reads it'],
    ],
  },
  'Roles and skills are always named by id, and a key that has no value is null. schemaVersion changes if a key changes its meaning or goes away, not if one is added. The whole contract is a JSON Schema: dist/output.schema.json in the package.',
  'A failure leaves stdout empty and writes to stderr:',
  { lines: ['  { "error": { "code": ..., "hint": ...,', '    "message": ..., "location": ... } }'] },
];

const DIAGNOSTICS_HELP: readonly Part[] = [
  'What can be wrong with a ladder',
  { entries: codesOf('error') },
  'Errors keep a ladder from being used. Warnings do not, and only some of them are shown when it is used. "pmroles validate" shows all, and fails on them with --strict:',
  { entries: codesOf('warning') },
];

function codesOf(severity: Severity): Entry[] {
  return Object.entries<Kind>(DIAGNOSTICS).flatMap(([code, kind]): Entry[] =>
    kind.severity === severity ? [[code, kind.meaning]] : [],
  );
}

export const HELP_TOPICS: Readonly<Record<Topic, readonly Part[]>> = {
  options: OPTIONS_HELP,
  'exit-codes': EXIT_CODE_HELP,
  environment: ENVIRONMENT_HELP,
  json: JSON_HELP,
  diagnostics: DIAGNOSTICS_HELP,
};
