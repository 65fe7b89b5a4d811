/**
 * Every command and its flags. Help, completion and the manual page are made of this as well.
 */
import type { Shell } from '../commands/completion.ts';
import type { TemplateName } from '../commands/init.ts';
import { COMPARE_FORMATS, EXPORT_FORMATS, GRAPH_FORMATS, VALIDATE_FORMATS } from '../commands/shared/formats.ts';
import { ONLY } from '../core/compare.ts';
import { PROGRESSION_KINDS } from '../core/model.ts';
import { SORT_KEYS } from '../core/query.ts';
import { PASSAGE_KINDS } from '../core/search/passages.ts';
import type { EmptyRows } from '../import/reading.ts';
import type { FoundShape } from '../import/shape.ts';
import { FORMATS } from '../report/index.ts';
import { SETTINGS } from '../system/settings.ts';
import { argument, type CommandDeclaration, example, option, several, wholeNumber } from './declaration.ts';

export const DESCRIPTION =
  'Explore a career ladder: what roles do, what separates them, how to get from one to another.';

/** The options that commander answers itself. */
export const VERSION_OPTION = option('-V, --version', 'print the version');
export const HELP_OPTION = option('-h, --help', 'print this help');

/** What every command takes, before its name or after it. */
export const SHARED_OPTIONS = [
  option('-f, --format <format>', `how to write the answer: ${FORMATS.join(', ')}, or what the command adds`),
  option('--json', 'short for --format json'),
  option('--data <path>', 'use this ladder: a YAML or JSON file, a folder of them, or - for standard input'),
  option('--exact', 'take names of roles, skills and the like by their id only, for scripts'),
  option('--width <columns>', 'fit this width', {
    parse: wholeNumber(20, 1000, 'Expected a number of columns from 20 to 1000.'),
  }),
  option('--color <when>', 'use colour', { choices: ['auto', 'always', 'never'] }),
  option('--no-color', 'the same as --color never'),
  option('--ascii', 'draw with ASCII characters only'),
  option('--accessible', 'ask in plain lines, for screen readers'),
  option('--no-pager', 'write long text at once'),
  option('-q, --quiet', 'say nothing but answers, warnings and errors'),
  option('--no-cache', "don't use the cache"),
];

const CITES = option('--cites', 'show the cite behind each statement');
const OUTPUT = option('-o, --output <file>', 'write to this file instead of standard output');
const FORCE = option('--force', 'replace the file if it is there');

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const satisfies readonly Shell[];

/** Every command, in the order in which help lists them; `help` itself comes last and is declared in `help.ts`. */
export const COMMANDS: readonly CommandDeclaration[] = [
  {
    name: 'list',
    summary: 'list the roles by rank',
    description: 'List the roles: what each is for, and where it leads next.',
    options: [
      option('--skill <skill>', 'only roles that need this skill (repeatable: all of them)', several('skill')),
      option('--track <track>', 'only roles on this track (repeatable: one of them)', several('track')),
      option('--area <area>', 'only roles with a responsibility in this area (repeatable: all)', several('area')),
      option('--sort <key>', 'what to sort by', { choices: SORT_KEYS }),
      CITES,
    ],
    examples: [
      example('pmroles list', 'every role, junior to senior'),
      example('pmroles list --skill marketing --track leadership', 'leading roles that need marketing'),
    ],
    load: () => import('../commands/list.ts'),
  },
  {
    name: 'show',
    summary: 'show a role',
    description: 'Show a role: its responsibilities, the skills it needs, and the moves to it and from it.',
    arguments: [argument('[role]', 'id, title or alias of a role; asked for on a terminal', { offers: 'role' })],
    options: [
      option('--full', "add each role's own wording, what levels mean, and where the sources differ"),
      option('--cites', 'show the cite behind each statement; implies --full'),
    ],
    examples: [
      example('pmroles show head-of-product', 'what a Head of Product does'),
      example('pmroles show po --cites', 'the same for a Product Owner, with cites'),
    ],
    load: () => import('../commands/show.ts'),
  },
  {
    name: 'compare',
    summary: 'compare two or more roles',
    description: 'Compare roles: what all of them have, what only some have, what changes in level. As svg, a radar.',
    arguments: [
      argument('[roles...]', 'two or more roles, by id, title or alias; asked for on a terminal', { offers: 'role' }),
    ],
    options: [
      option('--only <what>', 'changed: what is not common to all; common; unique: what one role alone has', {
        choices: ONLY,
      }),
      option('--full', "add what each level means for its skill, and each role's own wording"),
      CITES,
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles compare head-of-product cpo', 'two roles side by side'),
      example('pmroles compare pm po "Senior Product Manager" --only changed', 'three, without what they share'),
      example('pmroles compare pm hop cpo --format svg', 'as a radar; -o radar.svg writes it to a file'),
    ],
    formats: COMPARE_FORMATS,
    load: () => import('../commands/compare.ts'),
  },
  {
    name: 'path',
    summary: 'find routes from one role to another',
    description: 'Find the best routes from one role to another, and what is new, kept and left at each move.',
    arguments: [
      argument('[from]', 'the role to start from, by id, title or alias; asked for on a terminal', { offers: 'role' }),
      argument('[to]', 'the role to get to', { offers: 'role' }),
    ],
    options: [
      option('--all [count]', 'show several routes in full (10 unless a count is given)', {
        bare: 10,
        parse: wholeNumber(1, 1000, 'Expected a number from 1 to 1000; put --all behind the roles, or write --all=10.'),
      }),
      option(
        '--via <role>',
        'only routes that pass this role (repeatable: all of them, in any order)',
        several('role'),
      ),
      option('--avoid <role>', 'only routes that do not pass this role (repeatable)', several('role')),
      option('--kind <kind>', 'only moves of this kind (repeatable)', { repeatable: true, choices: PROGRESSION_KINDS }),
      option('--source <source>', 'only moves that this source knows (repeatable: one of them)', several('source')),
      option('--fewest', 'rank by the number of moves, before how many of them a source states'),
      option('--full', 'name what carries over and what is left at each move, not only how much'),
      option('--cites', 'show the cite behind each statement; implies --full'),
    ],
    examples: [
      example('pmroles path junior-pm cpo', 'the way up, and what each move takes'),
      example('pmroles path pm cpo --via product-lead --fewest', 'the shortest way via another role'),
    ],
    load: () => import('../commands/path.ts'),
  },
  {
    name: 'graph',
    summary: 'draw the ladder',
    description:
      'Draw the ladder: its roles and the moves between them. Formats: the usual ones, mermaid, dot, svg and html.',
    options: [
      option('--role <role>', 'set a role off; of a large ladder, only what is a move away', { offers: 'role' }),
      option('--track <track>', 'only roles on this track (repeatable: one of them)', several('track')),
      option('--from <role>', 'set off the best route from this role …', { offers: 'role' }),
      option('--to <role>', '… to this one', { offers: 'role' }),
      option('--path <roles...>', 'the same in one: --path junior-pm cpo', { offers: 'role' }),
      option('--whole', 'with --role or --from: all of a large ladder'),
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles graph', 'every role and every move, the most senior on top'),
      example('pmroles graph --from junior-pm --to cpo', 'with the best route set off'),
      example('pmroles graph --format svg -o ladder.svg', 'for a web page or a document'),
    ],
    formats: GRAPH_FORMATS,
    load: () => import('../commands/graph.ts'),
  },
  {
    name: 'explore',
    summary: 'go from role to role on a terminal',
    description: 'Explore the ladder on a terminal: read a role, go on to the next, compare, find the way, ask why.',
    arguments: [argument('[role]', 'where to start, by id, title or alias; asked for when absent', { offers: 'role' })],
    examples: [
      example('pmroles explore', 'choose a role, read what it does, and go on from there'),
      example('pmroles explore head-of-product', 'the same, from the Head of Product'),
    ],
    formats: ['text'],
    load: () => import('../commands/explore.ts'),
  },
  {
    name: 'quiz',
    summary: 'find out which role fits you',
    description: 'Find out which role fits you now, which to aim for, and why: about 15 short questions.',
    options: [
      option('--answers <answers>', 'answers as numbers, a file that holds them, or - for standard input'),
      option('--resume', 'go on with a quiz that was not finished'),
      option('--no-save', 'keep nothing that a stopped quiz could be resumed from'),
      option('--list', 'show the questions, what each tells about which roles, and what it leans on'),
    ],
    examples: [
      example('pmroles quiz --answers 3,2,2,3,2,1,2,5,5,5,4', 'without a terminal: the answers in the order asked'),
      example('pmroles quiz --list', 'every question, and what it tells about which roles'),
    ],
    load: () => import('../commands/quiz.ts'),
  },
  {
    name: 'skills',
    summary: 'list the skills, and who needs them',
    description: 'List the skills and how many roles need each, or show one skill with the roles that need it.',
    arguments: [argument('[skill]', 'id or name of a skill; without it all of them', { offers: 'skill' })],
    options: [
      option('--matrix', 'roles and skills in one table'),
      option('--track <track>', 'only the roles on this track in the matrix (repeatable)', several('track')),
      CITES,
    ],
    examples: [
      example('pmroles skills', 'every skill, and how many roles need it'),
      example('pmroles skills marketing --cites', 'who needs marketing, how much, and who says so'),
      example('pmroles skills --matrix', 'roles and skills at a glance'),
    ],
    load: () => import('../commands/skills.ts'),
  },
  {
    name: 'search',
    summary: 'find roles, skills, responsibilities and facts',
    description: 'Find roles, skills, responsibilities and facts by their words, the best first.',
    arguments: [argument('<words...>', 'what to look for; spelling, case and order do not matter much')],
    options: [
      option('--kind <kind>', `only this kind (repeatable): ${PASSAGE_KINDS.join(', ')}`, {
        repeatable: true,
        offers: PASSAGE_KINDS,
        parse(text) {
          const kind = PASSAGE_KINDS.find((known) => known === text);
          if (kind === undefined) throw new Error(`Expected one of ${PASSAGE_KINDS.join(', ')}.`);
          return kind;
        },
      }),
      option('--limit <count>', 'show so many at the most', {
        usual: 10,
        parse: wholeNumber(1, 999_999, 'Expected a whole number from 1 to 999999.'),
      }),
    ],
    examples: [
      example('pmroles search roadmap', 'where the ladder speaks of roadmaps'),
      example('pmroles search product stratgy --kind responsibility', 'who answers for it, however it is spelt'),
    ],
    load: () => import('../commands/search.ts'),
  },
  {
    name: 'why',
    summary: 'show what each statement of a role leans on',
    description: 'Show the claims behind each statement of a role: source, date, and the words of the fact.',
    arguments: [
      argument('[role]', 'id, title or alias of a role; asked for on a terminal', { offers: 'role' }),
      argument('[about...]', 'only this skill or area, or statements with these words', { offers: 'skill or area' }),
    ],
    examples: [
      example('pmroles why cpo marketing', 'who says that a CPO needs marketing, and in which words'),
      example('pmroles why product-owner', 'the claims behind all that is said of a Product Owner'),
    ],
    load: () => import('../commands/why.ts'),
  },
  {
    name: 'sources',
    summary: 'list the sources, their facts and disagreements',
    description: 'List the sources of the ladder, every fact they state, and where they contradict one another.',
    examples: [
      example('pmroles sources', 'the sources, their facts, and where they differ'),
      example('pmroles sources --format csv', 'the facts as a table for a spreadsheet'),
    ],
    load: () => import('../commands/sources.ts'),
  },
  {
    name: 'init',
    summary: 'start a ladder of your own',
    description:
      'Write a ladder to start from: YAML, with comments that explain it. On a terminal, what is not given is asked.',
    arguments: [argument('[path]', 'the file to write, ladder.yaml unless it is given; - for standard output')],
    options: [
      option('--template <name>', 'which ladder to start from; small unless it is given', {
        choices: ['small', 'engineering', 'craft'] satisfies TemplateName[],
      }),
      option('--title <title>', 'what people call the ladder'),
      option('--id <id>', 'what programs call it; made from the title unless it is given'),
      option('--force', 'replace a file that is there'),
      option('--stdout', 'print the ladder instead of writing a file'),
    ],
    examples: [
      example('pmroles init --title "Our team"', 'a small ladder of your own, in ladder.yaml'),
      example('pmroles init --template engineering --stdout', 'look at a larger one, and write nothing'),
    ],
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'validate',
    summary: 'check a ladder of your own',
    description:
      'Check a ladder: errors, which keep it from being used, and warnings, which do not. Exits with 1 when it does not pass. Formats: the usual ones and github. "pmroles help diagnostics" explains the codes.',
    arguments: [argument('[path]', 'a YAML or JSON file, or a folder of them; else the ladder of --data')],
    options: [
      option('--all', 'show every problem, not only the first ten'),
      option('--strict', 'let warnings fail as well'),
    ],
    examples: [
      example('pmroles validate ladder.yaml', 'every problem of a ladder, each with its line'),
      example('pmroles validate ladder.yaml --strict --format github', 'in a GitHub workflow: remarks on the lines'),
    ],
    formats: VALIDATE_FORMATS,
    load: () => import('../commands/validate.ts'),
  },
  {
    name: 'schema',
    summary: 'the JSON Schema of ladder files, for editors',
    description:
      'Write the JSON Schema of ladder files. Editors with the YAML language server (VS Code: the extension "YAML") take it from the first line of a file: # yaml-language-server: $schema=ladder.schema.json',
    options: [option('-o, --output <file>', 'write it to a file'), option('--force', 'replace a file that is there')],
    examples: [
      example('pmroles schema -o ladder.schema.json', 'for an editor: completes keys, marks mistakes'),
      example('pmroles schema', 'to the terminal or a pipe'),
    ],
    // A schema is JSON, and nothing else.
    formats: ['json'],
    load: () => import('../commands/schema.ts'),
  },
  {
    name: 'export',
    summary: 'write the ladder to a file',
    description:
      'Write the whole ladder as one file: yaml (the usual), json, which --data reads too, csv, html or markdown.',
    options: [OUTPUT, FORCE],
    examples: [
      example('pmroles export -o ladder.yaml', 'a copy of the ladder as one file, to change'),
      example('pmroles export --format csv', 'all of it as one table, for a spreadsheet; "import" reads it back'),
      example('pmroles export --format html -o ladder.html', 'a page to open in a browser, with no network'),
      example('pmroles export --format markdown -o ladder.md', 'a document to read, for a wiki or a repository'),
    ],
    formats: EXPORT_FORMATS,
    load: () => import('../commands/export.ts'),
  },
  {
    name: 'import',
    summary: 'make a ladder of a CSV file',
    description:
      'Make a ladder of a table: a row a role and skill, a matrix of roles and skills, a row a role, or what "export" wrote.',
    arguments: [argument('<table>', 'a file of CSV or of tab-separated values, or - for standard input')],
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
      option('--skip-rows <lines>', 'leave out the rows in these lines of the file: "7,12-14"'),
      option('--id <id>', 'the id of the ladder'),
      option('--title <title>', 'the title of the ladder'),
      option('--dry-run', 'only report: write no ladder'),
      option('-o, --output <file>', 'write the ladder to this file instead of standard output'),
      FORCE,
    ],
    examples: [
      example('pmroles import skills.csv --dry-run', 'what would be read, guessed and left out'),
      example('pmroles import skills.csv -o ladder.yaml', 'write the ladder that the table holds'),
      example(
        'pmroles import skills.csv --shape rows --map "Expectation=text"',
        'say what is guessed wrongly otherwise',
      ),
    ],
    load: () => import('../commands/import.ts'),
  },
  {
    name: 'config',
    summary: 'show or change the settings',
    description: 'Show the settings in force and where each comes from, or keep one for all commands.',
    arguments: [
      argument('[action]', 'set or unset; without it the settings are shown', { offers: ['set', 'unset'] }),
      argument('[name]', `the setting: ${SETTINGS.join(', ')}`, { offers: SETTINGS }),
      argument('[value]', 'what to set it to'),
    ],
    examples: [
      example('pmroles config', 'what is in force, and what says so'),
      example('pmroles config set width 100', 'keep a setting for all commands'),
    ],
    load: () => import('../commands/config.ts'),
  },
  {
    name: 'version',
    summary: 'versions of the program and the ladder',
    description:
      'Show the version of the program, of Node and of the ladder in use, with a hash of what the ladder says.',
    examples: [
      example('pmroles version', 'the program, the ladder in use and Node'),
      example('pmroles version --json', 'the same for a script, with the hash of the ladder'),
    ],
    load: () => import('../commands/version.ts'),
  },
  {
    name: 'completion',
    summary: 'print a script that completes command lines',
    description: 'Print a script with which a shell completes commands, options, and the ids of the ladder in use.',
    arguments: [argument('<shell>', 'the shell', { choices: SHELLS })],
    examples: [
      example('pmroles completion bash', 'the script to load in ~/.bashrc'),
      example('pmroles completion fish', 'the same for fish'),
    ],
    formats: ['text'],
    load: () => import('../commands/completion.ts'),
  },
];
