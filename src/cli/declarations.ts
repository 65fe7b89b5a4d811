/**
 * Every command and its flags. Help, completion and the manual page are made of this as well.
 */
import type { CompareFlags } from '../commands/compare.ts';
import type { Shell } from '../commands/completion.ts';
import type { ExportFlags } from '../commands/export.ts';
import type { GraphFlags } from '../commands/graph.ts';
import type { ImportFlags } from '../commands/import.ts';
import type { InitFlags, TemplateName } from '../commands/init.ts';
import type { ListFlags } from '../commands/list.ts';
import type { PathFlags } from '../commands/path.ts';
import type { QuizFlags } from '../commands/quiz.ts';
import type { SchemaFlags } from '../commands/schema.ts';
import type { SearchFlags } from '../commands/search.ts';
import { COMPARE_FORMATS, EXPORT_FORMATS, GRAPH_FORMATS, VALIDATE_FORMATS } from '../commands/shared/formats.ts';
import type { ShowFlags } from '../commands/show.ts';
import type { SkillsFlags } from '../commands/skills.ts';
import type { ValidateFlags } from '../commands/validate.ts';
import { ONLY } from '../core/compare.ts';
import { PROGRESSION_KINDS } from '../core/model.ts';
import { SORT_KEYS } from '../core/query.ts';
import { PASSAGE_KINDS } from '../core/search/passages.ts';
import type { EmptyRows } from '../import/reading.ts';
import type { FoundShape } from '../import/shape.ts';
import { FORMATS } from '../report/index.ts';
import { SETTINGS } from '../system/settings.ts';
import { command, type CommandDeclaration, type OptionDeclaration, wholeNumber } from './declaration.ts';

export const DESCRIPTION =
  'Explore a career ladder: what roles do, what separates them, how to get from one to another.';

/** The options that commander answers itself. */
export const VERSION_OPTION: OptionDeclaration = { flags: '-V, --version', about: 'print the version' };
export const HELP_OPTION: OptionDeclaration = { flags: '-h, --help', about: 'print this help' };

/** What every command takes, before its name or after it. */
export const SHARED_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '-f, --format <format>',
    about: `how to write the answer: ${FORMATS.join(', ')}, or what the command adds`,
  },
  { flags: '--json', about: 'short for --format json' },
  {
    flags: '--data <path>',
    about: 'use this ladder: a YAML or JSON file, a folder of them, or - for standard input',
  },
  { flags: '--exact', about: 'take names of roles, skills and the like by their id only, for scripts' },
  {
    flags: '--width <columns>',
    about: 'fit this width',
    parse: wholeNumber(20, 1000, 'Expected a number of columns from 20 to 1000.'),
  },
  { flags: '--color <when>', about: 'use colour', choices: ['auto', 'always', 'never'] },
  { flags: '--no-color', about: 'the same as --color never' },
  { flags: '--ascii', about: 'draw with ASCII characters only' },
  { flags: '--accessible', about: 'ask in plain lines, for screen readers' },
  { flags: '--no-pager', about: 'write long text at once' },
  { flags: '-q, --quiet', about: 'say nothing but answers, warnings and errors' },
  { flags: '--no-cache', about: 'neither use nor keep the compiled form of a ladder' },
];

const CITES: OptionDeclaration = { flags: '--cites', about: 'show the cite behind each statement' };
const OUTPUT: OptionDeclaration = {
  flags: '-o, --output <file>',
  about: 'write to this file instead of standard output',
};
const FORCE: OptionDeclaration = { flags: '--force', about: 'replace the file if it is there' };

const list = command<ListFlags>({
  name: 'list',
  summary: 'list the roles by rank',
  description: 'List the roles: what each is for, and where it leads next.',
  options: [
    {
      flags: '--skill <skill>',
      about: 'only roles that need this skill (repeatable: all of them)',
      repeatable: true,
      offers: 'skill',
    },
    {
      flags: '--track <track>',
      about: 'only roles on this track (repeatable: one of them)',
      repeatable: true,
      offers: 'track',
    },
    {
      flags: '--area <area>',
      about: 'only roles with a responsibility in this area (repeatable: all)',
      repeatable: true,
      offers: 'area',
    },
    { flags: '--sort <key>', about: 'what to sort by', choices: SORT_KEYS },
    CITES,
  ],
  examples: [
    { line: 'pmroles list', purpose: 'every role, junior to senior' },
    { line: 'pmroles list --skill marketing --track leadership', purpose: 'leading roles that need marketing' },
  ],
  run: async (session, _, flags) => (await import('../commands/list.ts')).runList(flags, session),
});

const show = command<ShowFlags>({
  name: 'show',
  summary: 'show one role whole',
  description: 'Show one role whole: what it answers for, what it needs, what comes before and after.',
  arguments: [{ name: '[role]', about: 'id, title or alias of a role; asked for on a terminal', offers: 'role' }],
  options: [CITES],
  examples: [
    { line: 'pmroles show head-of-product', purpose: 'what a Head of Product does' },
    { line: 'pmroles show po --cites', purpose: 'the same for a Product Owner, with cites' },
  ],
  run: async (session, [role], flags) => (await import('../commands/show.ts')).runShow(role, flags, session),
});

const compare = command<CompareFlags>({
  name: 'compare',
  summary: 'compare two or more roles',
  description: 'Compare roles: what all of them have, what only some have, what changes in level. As svg, a radar.',
  arguments: [
    {
      name: '[roles...]',
      about: 'two or more roles, by id, title or alias; asked for on a terminal',
      offers: 'role',
    },
  ],
  options: [
    {
      flags: '--only <what>',
      about: 'changed: what is not common to all; common; unique: what one role alone has',
      choices: ONLY,
    },
    { flags: '--full', about: "add what each level means for its skill, and each role's own wording" },
    CITES,
    OUTPUT,
    FORCE,
  ],
  examples: [
    { line: 'pmroles compare head-of-product cpo', purpose: 'two roles side by side' },
    {
      line: 'pmroles compare pm po "Senior Product Manager" --only changed',
      purpose: 'three, without what they share',
    },
    { line: 'pmroles compare pm hop cpo --format svg', purpose: 'as a radar; -o radar.svg writes it to a file' },
  ],
  formats: COMPARE_FORMATS,
  run: async (session, roles, flags) => (await import('../commands/compare.ts')).runCompare(roles, flags, session),
});

const path = command<PathFlags>({
  name: 'path',
  summary: 'find routes from one role to another',
  description: 'Find the best routes from one role to another, and what is new, kept and left at each move.',
  arguments: [
    {
      name: '[from]',
      about: 'the role to start from, by id, title or alias; asked for on a terminal',
      offers: 'role',
    },
    { name: '[to]', about: 'the role to get to', offers: 'role' },
  ],
  options: [
    {
      flags: '--all [count]',
      about: 'show several routes in full (10 unless a count is given)',
      bare: 10,
      parse: wholeNumber(1, 1000, 'Expected a number from 1 to 1000; put --all behind the roles, or write --all=10.'),
    },
    {
      flags: '--via <role>',
      about: 'only routes that pass this role (repeatable: all of them, in any order)',
      repeatable: true,
      offers: 'role',
    },
    {
      flags: '--avoid <role>',
      about: 'only routes that do not pass this role (repeatable)',
      repeatable: true,
      offers: 'role',
    },
    {
      flags: '--kind <kind>',
      about: 'only moves of this kind (repeatable)',
      repeatable: true,
      choices: PROGRESSION_KINDS,
    },
    {
      flags: '--source <source>',
      about: 'only moves that this source knows (repeatable: one of them)',
      repeatable: true,
      offers: 'source',
    },
    { flags: '--fewest', about: 'rank by the number of moves, before how many of them a source states' },
    { flags: '--full', about: 'name what carries over and what is left at each move, not only how much' },
    { flags: '--cites', about: 'show the cite behind each statement; implies --full' },
  ],
  examples: [
    { line: 'pmroles path junior-pm cpo', purpose: 'the way up, and what each move takes' },
    { line: 'pmroles path pm cpo --via product-lead --fewest', purpose: 'the shortest way via another role' },
  ],
  run: async (session, names, flags) => (await import('../commands/path.ts')).runPath(names, flags, session),
});

const graph = command<GraphFlags>({
  name: 'graph',
  summary: 'draw the ladder',
  description:
    'Draw the ladder: its roles and the moves between them. Formats: the usual ones, mermaid, dot, svg and html.',
  options: [
    { flags: '--role <role>', about: 'set a role off; of a large ladder, only what is a move away', offers: 'role' },
    {
      flags: '--track <track>',
      about: 'only roles on this track (repeatable: one of them)',
      repeatable: true,
      offers: 'track',
    },
    { flags: '--from <role>', about: 'set off the best route from this role …', offers: 'role' },
    { flags: '--to <role>', about: '… to this one', offers: 'role' },
    { flags: '--path <roles...>', about: 'the same in one: --path junior-pm cpo', offers: 'role' },
    { flags: '--whole', about: 'with --role or --from: all of a large ladder' },
    OUTPUT,
    FORCE,
  ],
  examples: [
    { line: 'pmroles graph', purpose: 'every role and every move, the most senior on top' },
    { line: 'pmroles graph --from junior-pm --to cpo', purpose: 'with the best route set off' },
    { line: 'pmroles graph --format svg -o ladder.svg', purpose: 'for a web page or a document' },
  ],
  formats: GRAPH_FORMATS,
  run: async (session, _, flags) => (await import('../commands/graph.ts')).runGraph(flags, session),
});

const explore = command({
  name: 'explore',
  summary: 'go from role to role on a terminal',
  description: 'Explore the ladder on a terminal: read a role, go on to the next, compare, find the way, ask why.',
  arguments: [
    { name: '[role]', about: 'where to start, by id, title or alias; asked for when absent', offers: 'role' },
  ],
  examples: [
    { line: 'pmroles explore', purpose: 'choose a role, read what it does, and go on from there' },
    { line: 'pmroles explore head-of-product', purpose: 'the same, from the Head of Product' },
  ],
  formats: ['text'],
  run: async (session, [role]) => (await import('../commands/explore.ts')).runExplore(role, session),
});

const quiz = command<QuizFlags>({
  name: 'quiz',
  summary: 'find out which role fits you',
  description: 'Find out which role fits you now, which to aim for, and why: about 15 short questions.',
  options: [
    { flags: '--answers <answers>', about: 'answers as numbers, a file that holds them, or - for standard input' },
    { flags: '--resume', about: 'go on with a quiz that was not finished' },
    { flags: '--no-save', about: 'keep nothing that a stopped quiz could be resumed from' },
    { flags: '--list', about: 'show the questions, what each tells about which roles, and what it leans on' },
  ],
  examples: [
    {
      line: 'pmroles quiz --answers 3,2,2,3,2,1,2,5,5,5,4',
      purpose: 'without a terminal: the answers in the order asked',
    },
    { line: 'pmroles quiz --list', purpose: 'every question, and what it tells about which roles' },
  ],
  run: async (session, _, flags) => (await import('../commands/quiz.ts')).runQuiz(flags, session),
});

const skills = command<SkillsFlags>({
  name: 'skills',
  summary: 'list the skills, and who needs them',
  description: 'List the skills and how many roles need each, or show one skill with the roles that need it.',
  arguments: [{ name: '[skill]', about: 'id or name of a skill; without it all of them', offers: 'skill' }],
  options: [
    { flags: '--matrix', about: 'roles and skills in one table' },
    {
      flags: '--track <track>',
      about: 'only the roles on this track in the matrix (repeatable)',
      repeatable: true,
      offers: 'track',
    },
    CITES,
  ],
  examples: [
    { line: 'pmroles skills', purpose: 'every skill, and how many roles need it' },
    { line: 'pmroles skills marketing --cites', purpose: 'who needs marketing, how much, and who says so' },
    { line: 'pmroles skills --matrix', purpose: 'roles and skills at a glance' },
  ],
  run: async (session, [skill], flags) => (await import('../commands/skills.ts')).runSkills(skill, flags, session),
});

const search = command<SearchFlags>({
  name: 'search',
  summary: 'find roles, skills, responsibilities and facts',
  description: 'Find roles, skills, responsibilities and facts by their words, the best first.',
  arguments: [{ name: '<words...>', about: 'what to look for; spelling, case and order do not matter much' }],
  options: [
    {
      flags: '--kind <kind>',
      about: `only this kind (repeatable): ${PASSAGE_KINDS.join(', ')}`,
      repeatable: true,
      offers: PASSAGE_KINDS,
      parse(text) {
        const kind = PASSAGE_KINDS.find((known) => known === text);
        if (kind === undefined) throw new Error(`Expected one of ${PASSAGE_KINDS.join(', ')}.`);
        return kind;
      },
    },
    {
      flags: '--limit <count>',
      about: 'show so many at the most',
      usual: 10,
      parse: wholeNumber(1, 999_999, 'Expected a whole number from 1 to 999999.'),
    },
  ],
  examples: [
    { line: 'pmroles search roadmap', purpose: 'where the ladder speaks of roadmaps' },
    {
      line: 'pmroles search product stratgy --kind responsibility',
      purpose: 'who answers for it, however it is spelt',
    },
  ],
  run: async (session, words, flags) => (await import('../commands/search.ts')).runSearch(words, flags, session),
});

const why = command({
  name: 'why',
  summary: 'show what each statement of a role leans on',
  description: 'Show the claims behind each statement of a role: source, date, and the words of the fact.',
  arguments: [
    { name: '[role]', about: 'id, title or alias of a role; asked for on a terminal', offers: 'role' },
    {
      name: '[about...]',
      about: 'only this skill or area, or statements with these words',
      offers: 'skill or area',
    },
  ],
  examples: [
    { line: 'pmroles why cpo marketing', purpose: 'who says that a CPO needs marketing, and in which words' },
    { line: 'pmroles why product-owner', purpose: 'the claims behind all that is said of a Product Owner' },
  ],
  run: async (session, [role, ...about]) => (await import('../commands/why.ts')).runWhy(role, about, session),
});

const sources = command({
  name: 'sources',
  summary: 'list the sources, their facts and disagreements',
  description: 'List the sources of the ladder, every fact they state, and where they contradict one another.',
  examples: [
    { line: 'pmroles sources', purpose: 'the sources, their facts, and where they differ' },
    { line: 'pmroles sources --format csv', purpose: 'the facts as a table for a spreadsheet' },
  ],
  run: async (session) => (await import('../commands/sources.ts')).runSources(session),
});

const init = command<InitFlags>({
  name: 'init',
  summary: 'start a ladder of your own',
  description:
    'Write a ladder to start from: YAML, with comments that explain it. On a terminal, what is not given is asked.',
  arguments: [{ name: '[path]', about: 'the file to write, ladder.yaml unless it is given; - for standard output' }],
  options: [
    {
      flags: '--template <name>',
      about: 'which ladder to start from; small unless it is given',
      choices: ['small', 'engineering', 'craft'] satisfies TemplateName[],
    },
    { flags: '--title <title>', about: 'what people call the ladder' },
    { flags: '--id <id>', about: 'what programs call it; made from the title unless it is given' },
    { flags: '--force', about: 'replace a file that is there' },
    { flags: '--stdout', about: 'print the ladder instead of writing a file' },
  ],
  examples: [
    { line: 'pmroles init --title "Our team"', purpose: 'a small ladder of your own, in ladder.yaml' },
    { line: 'pmroles init --template engineering --stdout', purpose: 'look at a larger one, and write nothing' },
  ],
  run: async (session, [file], flags) => (await import('../commands/init.ts')).runInit(file, flags, session),
});

const validate = command<ValidateFlags>({
  name: 'validate',
  summary: 'check a ladder of your own',
  description:
    'Check a ladder: errors, which keep it from being used, and warnings, which do not. Exits with 1 when it does not pass. Formats: the usual ones and github. "pmroles help diagnostics" explains the codes.',
  arguments: [{ name: '[path]', about: 'a YAML or JSON file, or a folder of them; else the ladder of --data' }],
  options: [
    { flags: '--all', about: 'show every problem, not only the first ten' },
    { flags: '--strict', about: 'let warnings fail as well' },
  ],
  examples: [
    { line: 'pmroles validate ladder.yaml', purpose: 'every problem of a ladder, each with its line' },
    {
      line: 'pmroles validate ladder.yaml --strict --format github',
      purpose: 'in a GitHub workflow: remarks on the lines',
    },
  ],
  formats: VALIDATE_FORMATS,
  run: async (session, [file], flags) => (await import('../commands/validate.ts')).runValidate(file, flags, session),
});

const schema = command<SchemaFlags>({
  name: 'schema',
  summary: 'the JSON Schema of ladder files, for editors',
  description:
    'Write the JSON Schema of ladder files. Editors with the YAML language server (VS Code: the extension "YAML") take it from the first line of a file: # yaml-language-server: $schema=ladder.schema.json',
  options: [
    { flags: '-o, --output <file>', about: 'write it to a file' },
    { flags: '--force', about: 'replace a file that is there' },
  ],
  examples: [
    { line: 'pmroles schema -o ladder.schema.json', purpose: 'for an editor: completes keys, marks mistakes' },
    { line: 'pmroles schema', purpose: 'to the terminal or a pipe' },
  ],
  // A schema is JSON, and nothing else.
  formats: ['json'],
  run: async (session, _, flags) => (await import('../commands/schema.ts')).runSchema(flags, session),
});

const exportLadder = command<ExportFlags>({
  name: 'export',
  summary: 'write the ladder to a file',
  description:
    'Write the whole ladder as one file: yaml (the usual), json, which --data reads too, csv, html or markdown.',
  options: [OUTPUT, FORCE],
  examples: [
    { line: 'pmroles export -o ladder.yaml', purpose: 'a copy of the ladder as one file, to change' },
    {
      line: 'pmroles export --format csv',
      purpose: 'all of it as one table, for a spreadsheet; "import" reads it back',
    },
    { line: 'pmroles export --format html -o ladder.html', purpose: 'a page to open in a browser, with no network' },
    {
      line: 'pmroles export --format markdown -o ladder.md',
      purpose: 'a document to read, for a wiki or a repository',
    },
  ],
  formats: EXPORT_FORMATS,
  run: async (session, _, flags) => (await import('../commands/export.ts')).runExport(flags, session),
});

const importTable = command<ImportFlags>({
  name: 'import',
  summary: 'make a ladder of a CSV file',
  description:
    'Make a ladder of a table: a row a role and skill, a matrix of roles and skills, a row a role, or what "export" wrote.',
  arguments: [{ name: '<table>', about: 'a file of CSV or of tab-separated values, or - for standard input' }],
  options: [
    {
      flags: '--shape <shape>',
      about: 'what the table looks like, instead of a guess',
      choices: ['rows', 'matrix', 'matrix-by-role', 'lists', 'export'] satisfies FoundShape[],
    },
    {
      flags: '--map <column=field>',
      about: 'what a column holds: "Stufe=level"; #3 is the third (repeatable)',
      repeatable: true,
    },
    { flags: '--delimiter <delimiter>', about: 'comma, semicolon, tab or pipe, instead of a guess' },
    { flags: '--levels <levels>', about: 'the levels, lowest first: "Basic, Good, Very good"' },
    {
      flags: '--empty-rows <kind>',
      about: 'what rows of a matrix without cells are, instead of a guess',
      choices: ['groups', 'skills'] satisfies EmptyRows[],
    },
    { flags: '--skip-rows <lines>', about: 'leave out the rows in these lines of the file: "7,12-14"' },
    { flags: '--id <id>', about: 'the id of the ladder' },
    { flags: '--title <title>', about: 'the title of the ladder' },
    { flags: '--dry-run', about: 'only report: write no ladder' },
    { flags: '-o, --output <file>', about: 'write the ladder to this file instead of standard output' },
    FORCE,
  ],
  examples: [
    { line: 'pmroles import skills.csv --dry-run', purpose: 'what would be read, guessed and left out' },
    { line: 'pmroles import skills.csv -o ladder.yaml', purpose: 'write the ladder that the table holds' },
    {
      line: 'pmroles import skills.csv --shape rows --map "Expectation=text"',
      purpose: 'say what is guessed wrongly otherwise',
    },
  ],
  run: async (session, [table], flags) => (await import('../commands/import.ts')).runImport(table!, flags, session),
});

const config = command({
  name: 'config',
  summary: 'show or change the settings',
  description: 'Show the settings in force and where each comes from, or keep one for all commands.',
  arguments: [
    { name: '[action]', about: 'set or unset; without it the settings are shown', offers: ['set', 'unset'] },
    { name: '[name]', about: `the setting: ${SETTINGS.join(', ')}`, offers: SETTINGS },
    { name: '[value]', about: 'what to set it to' },
  ],
  examples: [
    { line: 'pmroles config', purpose: 'what is in force, and what says so' },
    { line: 'pmroles config set width 100', purpose: 'keep a setting for all commands' },
  ],
  run: async (session, [action, name, value]) =>
    (await import('../commands/config.ts')).runConfig(action, name, value, session),
});

const version = command({
  name: 'version',
  summary: 'versions of the program and the ladder',
  description:
    'Show the version of the program, of Node and of the ladder in use, with a hash of what the ladder says.',
  examples: [
    { line: 'pmroles version', purpose: 'the program, the ladder in use and Node' },
    { line: 'pmroles version --json', purpose: 'the same for a script, with the hash of the ladder' },
  ],
  run: async (session) => (await import('../commands/version.ts')).runVersion(session),
});

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const satisfies readonly Shell[];

const completion = command({
  name: 'completion',
  summary: 'print a script that completes command lines',
  description: 'Print a script with which a shell completes commands, options, and the ids of the ladder in use.',
  arguments: [{ name: '<shell>', about: 'the shell', choices: SHELLS }],
  examples: [
    { line: 'pmroles completion bash', purpose: 'the script to load in ~/.bashrc' },
    { line: 'pmroles completion fish', purpose: 'the same for fish' },
  ],
  formats: ['text'],
  run: async (session, [shell]) => (await import('../commands/completion.ts')).runCompletion(shell as Shell, session),
});

/** Every command, in the order in which help lists them; `help` itself comes last and is declared in `help.ts`. */
export const COMMANDS: readonly CommandDeclaration[] = [
  list,
  show,
  compare,
  path,
  graph,
  explore,
  quiz,
  skills,
  search,
  why,
  sources,
  init,
  validate,
  schema,
  exportLadder,
  importTable,
  config,
  version,
  completion,
];
