/**
 * What `pmroles help` says on each topic. The manual page is made of these too (`scripts/manual.ts`): a term is set in by two blanks, what
 * it means stands two blanks behind it or, set in further, below.
 */
import { DIAGNOSTICS, type Kind, type Severity } from '../core/diagnostic.ts';

/** What each exit code means; `EXIT_CODES` in failure.ts decides which failure ends in which. */
const EXIT_CODE_HELP = `Exit codes

  0    done
  1    the answer is no: there is no such route, or a ladder does not pass its
       check
  2    wrong usage, or a name that is not known or fits several
  3    a ladder, or settings, that cannot be used
  4    reading or writing failed
  70   a bug in pmroles
  130  interrupted with Ctrl-C
  143  ended by SIGTERM

A reader that closes the pipe early (pmroles sources | head -1) is no failure.
`;

const ENVIRONMENT_HELP = `Environment

  NO_COLOR        any value but the empty one turns colour off (no-color.org)
  FORCE_COLOR     any value but 0 or false turns colour on, into a pipe as well
  CLICOLOR_FORCE  the same
  CLICOLOR        0 turns colour off
  COLUMNS         the width to fit, unless --width says otherwise
  TERM            dumb turns colour off, dumb and linux turn on --ascii
  LC_ALL, LC_CTYPE, LANG
                  the first that is set turns on --ascii unless it names UTF-8
  ACCESSIBLE      any value but 0 or false asks in plain lines (--accessible)
  PMROLES_PAGER   what shows text that is longer than the terminal is high, as a
                  command line without a shell; empty or cat: nothing does
  PAGER           the same, unless PMROLES_PAGER or the settings name one; else
                  less -FIRX is used where there is less (less -R where LESS is
                  set), and no pager on Windows or where TERM is dumb
  FORCE_HYPERLINK
                  any value but 0 or false makes sources that have an address
                  links on every terminal, 0 or false on none
  XDG_STATE_HOME  where an unfinished quiz is kept, instead of ~/.local/state
  PMROLES_DATA    the ladder to use, unless --data names one
  PMROLES_MAX_BYTES
                  the largest ladder or table to read, instead of 64 MiB: a
                  number of bytes, or with k, M or G behind it (200M)
  PMROLES_DEBUG   1 shows the stack trace of a bug
  PMROLES_NO_CACHE
                  any value: neither use nor keep anything in the cache folder
  XDG_CACHE_HOME  where the cache folder is, instead of ~/.cache
  XDG_CONFIG_HOME
                  where the settings are, instead of ~/.config

Flags win over the environment, the environment over the settings (see
pmroles config).
JSON does not depend on any of these.
`;

const JSON_HELP = `JSON

Every command takes --json (short for --format json) and writes one document:

  {
    "schemaVersion": 1,
    "command": "path",
    "ladder": { "id": "product-management", "version": "1.0.0" },
    "data": { ... }
  }

  list     data.roles[]: id, title, aliases, rank, track, summary, next[];
           data.tracks[], data.levels[] (lowest first), data.cumulative
  show     data.role: responsibilities[], skills[], previous[], next[], notes[]
  compare  data.roles[], data.responsibilities[] and data.skills[], each with
           its standing (common, differing, partial, unique) and who holds it;
           data.notApplicable[], data.silent
  quiz     data.ranking[]: role, fit, probability; data.now, data.aim[],
           data.explanation, data.answers[], data.replay
  path     data.routes[].roles (ids), data.routes[].steps[]: from, to, kind,
           basis, size, skills and responsibilities (gained, kept, left;
           skills also raised, lowered, ruledOut)
  sources  data.sources[].facts[], data.disagreements[]
  validate data.passed, data.errors, data.warnings, data.problems[]: severity,
           code, message, hint, file, line, column, other
  init     data.path, data.template, data.next[] (command lines)
  import   the report: data.counts, data.guesses[], data.dropped[],
           data.warnings[]; the ladder is data.document, or in the file of -o
  export   no such envelope, but the ladder itself, as --data reads it

Roles and skills are always named by id, and a key that has no value is null.
schemaVersion changes when a key changes its meaning or goes away, not when one
is added. The whole contract is a JSON Schema: dist/output.schema.json in the
package.

A failure leaves stdout empty and writes to stderr:

  { "error": { "code": "unknown-role", "message": ..., "hint": ...,
               "location": ... } }
`;

const DIAGNOSTICS_HELP = `What can be wrong with a ladder

${codesOf('error')}

Errors keep a ladder from being used. Warnings do not, and only some of them are
told of when it is; "pmroles validate" tells of all, and fails for them with
--strict:

${codesOf('warning')}
`;

function codesOf(severity: Severity): string {
  return Object.entries<Kind>(DIAGNOSTICS)
    .flatMap(([code, kind]) => (kind.severity === severity ? [`  ${code.padEnd(22)} ${kind.meaning}`] : []))
    .join('\n');
}

export const HELP_TOPICS = {
  'exit-codes': EXIT_CODE_HELP,
  environment: ENVIRONMENT_HELP,
  json: JSON_HELP,
  diagnostics: DIAGNOSTICS_HELP,
};

export type Topic = keyof typeof HELP_TOPICS;
