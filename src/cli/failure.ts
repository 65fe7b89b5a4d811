/**
 * What each outcome means to the shell, and how a failure is told.
 */
import { type CommanderError, type Command } from 'commander';
import type { SharedFlags } from '../commands/shared/session.ts';
import { type ErrorCode, PmrolesError, usage } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { toJson } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import { widthOf, wrapLine } from '../report/width.ts';
import { reasonOf } from '../system/file-error.ts';
import type { Runtime } from '../system/runtime.ts';
import { lenient } from '../system/settings.ts';
import { decideWidth } from '../system/terminal.ts';

/** What each failure means to the shell; `pmroles help exit-codes` explains them. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  'unknown-role': 2,
  'ambiguous-role': 2,
  'unknown-name': 2,
  'no-terminal': 2,
  'ladder-invalid': 3,
  'profile-invalid': 3,
  'config-invalid': 3,
  'read-failed': 4,
  'write-failed': 4,
  interrupted: 130,
  terminated: 143,
};

/** A failure that nobody foresaw: sysexits.h calls it EX_SOFTWARE. */
const EXIT_BUG = 70;

/** Tells of a failure on stderr and gives the exit code; nothing is thrown. */
export async function fail(error: unknown, flags: SharedFlags, runtime: Runtime): Promise<number> {
  try {
    if (isBrokenPipe(error)) return 0;
    const known = error instanceof PmrolesError ? error : streamError(error);
    const json = flags.json === true || flags.format === 'json';
    await runtime.stderr.write(known ? describe(known, json, runtime) : describeBug(error, json, runtime));
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
  if ((error as NodeJS.ErrnoException).syscall !== 'write') return undefined;
  return new PmrolesError('write-failed', `cannot write the output: ${reasonOf(error, 'write')}`, { cause: error });
}

function describe(
  { code, message, hint, location }: PmrolesError,
  json: boolean,
  { env, settings, stderr }: Runtime,
): string {
  if (json) return toJson({ error: { code, message, hint: hint ?? null, location: location ?? null } });
  const hints = hint === undefined ? [] : hint.split('\n');
  // Whoever interrupts knows it; what they may not know is how to go on.
  const isKnown = code === 'interrupted' || code === 'terminated';
  const lines = isKnown ? hints : [`pmroles: ${message}`, ...hints.map((line) => `  ${line}`)];
  // A log keeps each in one line.
  const width = stderr.isTerminal
    ? decideWidth(undefined, { env, settings: lenient(settings) }, stderr).value
    : Infinity;
  return lines.flatMap((line) => broken(printable(line), width).map((part) => `${part}\n`)).join('');
}

/** Breaks a line between its words, and sets in what comes below as far as its start. */
function broken(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = line.startsWith('  ') ? '  ' : '';
  const pieces = wrapLine([line.slice(indent.length)], width - indent.length);
  return pieces.map((piece) => indent + piece.map(({ text }) => text).join(''));
}

function describeBug(error: unknown, json: boolean, runtime: Runtime): string {
  const message = error instanceof Error ? error.message : String(error);
  if (json) return toJson({ error: { code: 'bug', message, hint: null, location: null } });
  const stack = error instanceof Error && runtime.env['PMROLES_DEBUG'] === '1' ? `${error.stack ?? ''}\n` : '';
  return `pmroles: this is a bug in pmroles: ${printable(message)}\n  PMROLES_DEBUG=1 shows where it happened\n${stack}`;
}

export function usageError(error: CommanderError, program: Command): PmrolesError {
  const [message = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = more
    .join(' ')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^Did/, 'did');
  const command = program.commands.find((entry) => entry.name() === program.args[0])?.name();
  const hint =
    error.code === 'commander.excessArguments' && command === 'path'
      ? 'put a name of several words in quotes: "Head of Product"'
      : suggestion !== ''
        ? suggestion
        : seeHelp(command);
  return usage(shorten(message), hint);
}

/** Failures that say more of a role than that there is none of that name. */
const OF_A_ROLE: readonly ErrorCode[] = ['ambiguous-role', 'interrupted', 'terminated'];

/** What to say where the first word is no command, and `show` with all of them has failed. */
export function notFound(
  words: readonly string[],
  commands: readonly { readonly name: string }[],
  failure: unknown,
): unknown {
  if (!(failure instanceof PmrolesError) || OF_A_ROLE.includes(failure.code)) return failure;
  const near = suggest(
    words[0] ?? '',
    commands.map(({ name }) => name),
  );
  if (failure.code !== 'unknown-role' && near.length === 0) return failure;
  const [, roles] = /^did you mean (.*)\?$/.exec(failure.hint ?? '') ?? [];
  const meant = [
    ...(near.length > 0 ? [`the command ${near.join(' or ')}`] : []),
    ...(roles === undefined ? [] : [`the role ${roles}`]),
  ];
  return usage(
    `no command or role is called ${quote(near.length > 0 ? words[0]! : words.join(' '))}`,
    meant.length > 0 ? `did you mean ${meant.join(', or ')}?` : 'see: pmroles --help, pmroles list',
  );
}

/** The hint that leads to the help of a command, or of the program. */
export function seeHelp(command: string | undefined): string {
  return `see: pmroles ${command === undefined ? '' : `${command} `}--help`;
}

/** Commander repeats what was typed; a megabyte of it helps nobody. */
export function shorten(message: string): string {
  return message.length <= 400 ? message : `${message.slice(0, 200)} … ${message.slice(-100)}`;
}
