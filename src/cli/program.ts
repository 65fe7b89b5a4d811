/**
 * The program: its commands, and what each outcome means to the shell.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { COMPARE_EXAMPLES, registerCompare } from '../commands/compare.ts';
import { COMPLETION_EXAMPLES, registerCompletion } from '../commands/completion.ts';
import { CONFIG_EXAMPLES, registerConfig } from '../commands/config.ts';
import { EXPLORE_EXAMPLES, registerExplore } from '../commands/explore.ts';
import { EXPORT_EXAMPLES, registerExport } from '../commands/export.ts';
import { GRAPH_EXAMPLES, registerGraph } from '../commands/graph.ts';
import { registerHelp } from '../commands/help.ts';
import { IMPORT_EXAMPLES, registerImport } from '../commands/import.ts';
import { INIT_EXAMPLES, registerInit } from '../commands/init.ts';
import { LIST_EXAMPLES, registerList } from '../commands/list.ts';
import { PATH_EXAMPLES, registerPath } from '../commands/path.ts';
import { printLong } from '../commands/shared/print.ts';
import { QUIZ_EXAMPLES, registerQuiz } from '../commands/quiz.ts';
import {
  createSession,
  type Example,
  formatOf,
  type Perform,
  type Register,
  type SharedFlags,
} from '../commands/shared/session.ts';
import { registerSchema, SCHEMA_EXAMPLES } from '../commands/schema.ts';
import { registerSearch, SEARCH_EXAMPLES } from '../commands/search.ts';
import { registerShow, SHOW_EXAMPLES } from '../commands/show.ts';
import { registerSkills, SKILLS_EXAMPLES } from '../commands/skills.ts';
import { registerSources, SOURCES_EXAMPLES } from '../commands/sources.ts';
import { registerValidate, VALIDATE_EXAMPLES } from '../commands/validate.ts';
import { registerVersion, VERSION_EXAMPLES } from '../commands/version.ts';
import { registerWhy, WHY_EXAMPLES } from '../commands/why.ts';
import { type ErrorCode, PmrolesError } from '../core/errors.ts';
import { FORMATS } from '../report/index.ts';
import { toJson } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import type { Runtime } from '../system/runtime.ts';
import { decideColor, decideWidth } from '../system/terminal.ts';
import { VERSION } from '../core/version.ts';

/** What each failure means to the shell; `pmroles help exit-codes` explains them. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  'unknown-role': 2,
  'ambiguous-role': 2,
  'unknown-name': 2,
  'no-terminal': 2,
  'ladder-invalid': 3,
  'config-invalid': 3,
  'read-failed': 4,
  'write-failed': 4,
  interrupted: 130,
  terminated: 143,
};

/** A failure that nobody foresaw: sysexits.h calls it EX_SOFTWARE. */
const EXIT_BUG = 70;

/** Every command, in the order in which help lists them. */
const COMMANDS: readonly {
  readonly name: string;
  readonly register: Register;
  readonly examples: readonly Example[];
}[] = [
  { name: 'list', register: registerList, examples: LIST_EXAMPLES },
  { name: 'show', register: registerShow, examples: SHOW_EXAMPLES },
  { name: 'compare', register: registerCompare, examples: COMPARE_EXAMPLES },
  { name: 'path', register: registerPath, examples: PATH_EXAMPLES },
  { name: 'graph', register: registerGraph, examples: GRAPH_EXAMPLES },
  { name: 'explore', register: registerExplore, examples: EXPLORE_EXAMPLES },
  { name: 'quiz', register: registerQuiz, examples: QUIZ_EXAMPLES },
  { name: 'skills', register: registerSkills, examples: SKILLS_EXAMPLES },
  { name: 'search', register: registerSearch, examples: SEARCH_EXAMPLES },
  { name: 'why', register: registerWhy, examples: WHY_EXAMPLES },
  { name: 'sources', register: registerSources, examples: SOURCES_EXAMPLES },
  { name: 'init', register: registerInit, examples: INIT_EXAMPLES },
  { name: 'validate', register: registerValidate, examples: VALIDATE_EXAMPLES },
  { name: 'schema', register: registerSchema, examples: SCHEMA_EXAMPLES },
  { name: 'export', register: registerExport, examples: EXPORT_EXAMPLES },
  { name: 'import', register: registerImport, examples: IMPORT_EXAMPLES },
  { name: 'config', register: registerConfig, examples: CONFIG_EXAMPLES },
  { name: 'version', register: registerVersion, examples: VERSION_EXAMPLES },
  { name: 'completion', register: registerCompletion, examples: COMPLETION_EXAMPLES },
];

/** Help reads best when it is no wider than this. */
const WIDEST_HELP = 80;

/** Runs one command line. */
export async function run(argv: readonly string[], runtime: Runtime): Promise<number> {
  const collected = { out: '', code: 0 };
  const program = buildProgram(
    argv,
    runtime,
    (code) => (collected.code = code),
    (text) => (collected.out += text),
  );
  try {
    // Alone, the program says what it can do; commander would call that an error.
    if (argv.length === 0) {
      program.outputHelp();
      if (runtime.stdout.isTerminal && runtime.interactive) return await welcome(collected.out, runtime);
    } else if (isComplete(argv)) {
      const { complete } = await import('../commands/complete-run.ts');
      collected.out = await complete(program, argv.slice(2), runtime);
    } else await program.parseAsync(argv, { from: 'user' });
    if (collected.out !== '') await printHelp(collected.out, argv, runtime);
    return collected.code;
  } catch (error) {
    return await fail(error, argv, program, collected.out, runtime);
  }
}

/** Called alone on a terminal, the program says what it can do and offers to begin. */
async function welcome(help: string, runtime: Runtime): Promise<number> {
  await runtime.stdout.write(`${help}\n`);
  const { offerStart } = await import('../commands/welcome-run.ts');
  const argv = await offerStart(runtime);
  return argv === undefined ? 0 : run(argv, runtime);
}

/** Help is written before the flags are parsed, so that those it heeds are read off the arguments. */
function printHelp(text: string, argv: readonly string[], runtime: Runtime): Promise<void> {
  const accessible = argv.includes('--accessible') ? { accessible: true } : {};
  return printLong(text, { pager: !argv.includes('--no-pager'), ...accessible }, runtime);
}

/** What the completion scripts ask: no command of its own, since every option behind it is somebody else's. */
function isComplete(argv: readonly string[]): boolean {
  return argv[0] === 'complete' && argv[1] === '--';
}

/** Ends a run that did not go through: help and version are no failures, the rest is explained on stderr. */
async function fail(
  error: unknown,
  argv: readonly string[],
  program: Command,
  out: string,
  runtime: Runtime,
): Promise<number> {
  try {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0 && error.code !== 'commander.help') {
        await runtime.stderr.write(describe(usageError(error, program), argv));
        return EXIT_CODES.usage;
      }
      await printHelp(out === '' ? program.helpInformation() : out, argv, runtime);
      return 0;
    }
    if (isBrokenPipe(error)) return 0;
    const known = error instanceof PmrolesError ? error : streamError(error);
    await runtime.stderr.write(known ? describe(known, argv) : describeBug(error, argv, runtime));
    return known ? EXIT_CODES[known.code] : EXIT_BUG;
  } catch (second) {
    // Where even the complaint cannot be written, the exit code is all that is left to tell with.
    return isBrokenPipe(second) ? 0 : EXIT_CODES['write-failed'];
  }
}

/** A reader that has seen enough is no failure. */
function isBrokenPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
}

/** The error of an output stream; undefined for any other error. */
function streamError(error: unknown): PmrolesError | undefined {
  const { syscall, code } = error as NodeJS.ErrnoException;
  if (syscall !== 'write') return undefined;
  const reason = code === 'ENOSPC' ? 'no space left on the device' : (code ?? 'unknown reason');
  return new PmrolesError('write-failed', `cannot write the output: ${reason}`, { cause: error });
}

/** Commander's complaint in the program's own form. */
function usageError(error: CommanderError, program: Command): PmrolesError {
  const [message = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = more
    .join(' ')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^Did/, 'did');
  const command = program.args[0];
  const known = program.commands.find((entry) => entry.name() === command);
  const hint =
    error.code === 'commander.excessArguments' && (command === 'show' || command === 'path')
      ? 'put a name of several words in quotes: "Head of Product"'
      : suggestion !== ''
        ? suggestion
        : `see: pmroles ${known ? `${known.name()} ` : ''}--help`;
  return new PmrolesError('usage', shorten(message), { hint });
}

/** Commander repeats what was typed; a megabyte of it helps nobody. */
function shorten(message: string): string {
  return message.length <= 400 ? message : `${message.slice(0, 200)} … ${message.slice(-100)}`;
}

function describe(error: PmrolesError, argv: readonly string[]): string {
  const { code, message, hint, location } = error;
  if (wantsJson(argv)) return toJson({ error: { code, message, hint: hint ?? null, location: location ?? null } });
  // Whoever interrupts knows it; what they may not know is how to go on.
  if (code === 'interrupted' || code === 'terminated') return hint === undefined ? '' : `${printable(hint)}\n`;
  const hints = hint === undefined ? [] : hint.split('\n');
  return ['pmroles: ' + printable(message), ...hints.map((line) => `  ${printable(line)}`)].join('\n') + '\n';
}

function describeBug(error: unknown, argv: readonly string[], runtime: Runtime): string {
  const message = error instanceof Error ? error.message : String(error);
  if (wantsJson(argv)) return toJson({ error: { code: 'bug', message, hint: null, location: null } });
  const stack = error instanceof Error && runtime.env['PMROLES_DEBUG'] === '1' ? `${error.stack ?? ''}\n` : '';
  return `pmroles: this is a bug in pmroles: ${printable(message)}\n  PMROLES_DEBUG=1 shows where it happened\n${stack}`;
}

/** Help is written before the flags are parsed, so that this one is read off the arguments. */
function colorFlag(argv: readonly string[]): 'auto' | 'always' | 'never' {
  if (argv.includes('--no-color')) return 'never';
  const value =
    argv.find((word) => word.startsWith('--color='))?.slice(8) ??
    (argv.includes('--color') ? argv[argv.indexOf('--color') + 1] : undefined);
  return value === 'always' || value === 'never' ? value : 'auto';
}

/** Read off the arguments themselves, since the failure may be that they could not be parsed. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  return words.some((word, index) => {
    const named = word === '-f' || word === '--format';
    return ['--json', '--format=json', '-fjson'].includes(word) || (named && words[index + 1] === 'json');
  });
}

/** The program as help sees it, for what is made of its declarations, such as the manual. It is not to be run. */
export function declaredProgram(): {
  readonly program: Command;
  readonly examples: ReadonlyMap<string, readonly Example[]>;
} {
  const nothing = (): void => undefined;
  return {
    // Declaring asks nothing of the world.
    program: buildProgram([], {} as Runtime, nothing, nothing),
    examples: new Map(COMMANDS.map(({ name, examples }) => [name, examples])),
  };
}

function buildProgram(
  argv: readonly string[],
  runtime: Runtime,
  exit: (code: number) => void,
  write: (text: string) => void,
): Command {
  // Help is shown whatever the settings are like.
  const surroundings = { env: runtime.env, settings: { read: () => readOr(runtime.settings.read, {}) } };
  const isColored = (): boolean => decideColor(colorFlag(argv), surroundings, runtime.stdout.isTerminal).value;
  const program = new Command('pmroles')
    .exitOverride()
    .configureOutput({
      writeOut: write,
      // Errors are written once, in one form, by `fail`.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(decideWidth(undefined, surroundings, runtime.stdout).value, WIDEST_HELP),
      getOutHasColors: isColored,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (isColored() ? `\u001b[1m${title}\u001b[22m` : title),
    })
    .description('Explore a career ladder: what roles do, what separates them, how to get from one to another.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false);
  addSharedOptions(program);
  const perform: Perform = async (work, formats = FORMATS) => {
    const flags = program.opts<SharedFlags>();
    formatOf(flags, formats);
    exit(await work(createSession(runtime, flags)));
  };
  // Declaring a command takes a while, and one that is not on the line is only needed where help may list it.
  const named = COMMANDS.filter(({ name }) => argv.includes(name));
  const declared = named.length === 0 || argv.includes('help') || isComplete(argv) ? COMMANDS : named;
  for (const { register } of declared) register(program, perform);
  registerHelp(program, perform);
  addExamples(program);
  return program;
}

/** Declared once, on the program; commander takes them before the command's name and after it. */
function addSharedOptions(program: Command): void {
  program
    .addOption(
      new Option('-f, --format <format>', `how to write the answer: ${FORMATS.join(', ')}, or what the command adds`),
    )
    .option('--json', 'short for --format json')
    .option('--data <path>', 'use this ladder: a YAML or JSON file, a folder of them, or - for standard input')
    .option('--exact', 'take names of roles, skills and the like by their id only, for scripts')
    .addOption(new Option('--width <columns>', 'fit this width').argParser(parseWidth))
    .addOption(new Option('--color <when>', 'use colour').choices(['auto', 'always', 'never']))
    .addOption(new Option('--no-color', 'the same as --color never'))
    .option('--ascii', 'draw with ASCII characters only')
    .option('--accessible', 'ask in plain lines, for screen readers')
    .option('--no-pager', 'write long text at once')
    .option('-q, --quiet', 'say nothing but answers, warnings and errors')
    .option('--no-cache', 'neither use nor keep the compiled form of a ladder');
  // Commander makes --no-color a boolean with a default; what was not said must stay unsaid.
  program.setOptionValue('color', undefined);
  program.on('option:no-color', () => program.setOptionValue('color', 'never'));
}

/** What a function returns, or something else where it throws. */
function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function parseWidth(value: string): number {
  const width = Number(value);
  if (/^\d+$/.test(value) && width >= 20 && width <= 1000) return width;
  throw new InvalidArgumentError('Expected a number of columns from 20 to 1000.');
}

/** Help leads with examples: they say faster than a grammar what a command is for. */
function addExamples(program: Command): void {
  const first = COMMANDS.flatMap(({ examples }) => examples.slice(0, 1));
  program.addHelpText('before', examplesText(first));
  program.addHelpText(
    'after',
    '\nMore: pmroles help <command> | exit-codes | environment | json | diagnostics\nAll of it: README.md, beside the program, and man pmroles\n',
  );
  for (const { name, examples } of COMMANDS) {
    program.commands.find((command) => command.name() === name)?.addHelpText('before', examplesText(examples));
  }
}

function examplesText(examples: readonly Example[]): string {
  return `Examples:\n${examples.map(({ line, purpose }) => `  ${line}\n      ${purpose}`).join('\n')}\n`;
}
