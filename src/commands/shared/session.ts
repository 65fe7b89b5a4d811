/**
 * What every command starts from: the ladder in use, the flags that all commands share, and one way to answer.
 */
import { type Catalog, createCatalog } from '../../core/catalog.ts';
import { usage } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import { shellWord } from '../../core/shell-words.ts';
import { suggest } from '../../core/suggest.ts';
import { formatsOf, renderReport } from '../../report/index.ts';
import { printable } from '../../report/printable.ts';
import type { Report } from '../../report/report.ts';
import type { LoadedLadder, Runtime } from '../../system/runtime.ts';
import { nearSetting } from '../../system/settings.ts';
import {
  type Decided,
  type DisplayFlags,
  decideAccessible,
  decideHints,
  displayOptions,
} from '../../system/terminal.ts';
import { answerTo, type Command } from '../../views/answer.ts';
import { printLong } from './print.ts';

export interface SharedFlags extends DisplayFlags {
  readonly format?: string;
  readonly json?: boolean;
  readonly data?: string;
  /** The user's own profile. */
  readonly me?: string;
  /** True where names are ids and nothing else. */
  readonly exact?: boolean;
  /** False where no ladder that an earlier run has kept may be used, and none be kept. */
  readonly cache?: boolean;
}

/** Of more warnings than this a ladder's are only counted: they would push the answer off the screen. */
const MOST_WARNINGS = 10;

export type Session = ReturnType<typeof createSession>;

export function createSession(runtime: Runtime, flags: SharedFlags) {
  /** What a command line must end in to speak of the same ladder, and the same person; empty for what is usual. */
  const rerun = [
    ...(flags.data === undefined ? [] : [` --data ${shellWord(flags.data)}`]),
    ...(flags.me === undefined ? [] : [` --me ${shellWord(flags.me)}`]),
  ].join('');
  /** Whether to keep to what a screen reader can follow. */
  const isAccessible = (): boolean => decideAccessible(flags.accessible, runtime).value;
  /** Whether to ask, and to tell of progress, in plain lines: some terminals can do no more. */
  const isPlain = (): boolean => isAccessible() || runtime.env['TERM'] === 'dumb';
  /** Writes a text to stdout: through the pager where it is too long for the terminal. */
  const print = (text: string): Promise<void> => printLong(text, flags, runtime);
  /** Loads the ladder in use, and shows its warnings. */
  const loaded = async (): Promise<Pick<LoadedLadder, 'ladder' | 'text'>> => {
    const path = ladderInUse(flags, runtime).value;
    // What the settings hold that is no setting may be misspelt; it keeps nobody from working.
    const unknown = runtime.settings.unknown();
    await warn(
      runtime,
      unknown.map(
        (name) => `${runtime.settings.file!}: there is no setting ${JSON.stringify(name)} (${nearSetting(name)})`,
      ),
    );
    if (path === undefined) return { ladder: await runtime.shippedLadder(), text: () => undefined };
    const { cache = true, quiet = false } = flags;
    const ladder = await runtime.loadLadder(path, { cache, quiet, accessible: isPlain() });
    const { warnings, warningCount } = ladder;
    const many = `the ladder has ${warningCount} warnings; see: pmroles validate ${shellWord(path)}`;
    await warn(runtime, warningCount > MOST_WARNINGS ? [many] : warnings);
    return ladder;
  };
  return {
    runtime,
    flags,
    rerun,
    get isPlain() {
      return isPlain();
    },
    loaded,
    catalog: async (): Promise<Catalog> => createCatalog((await loaded()).ladder),
    /** Somebody to ask; only where the runtime is interactive. */
    prompter: () => runtime.prompter(isPlain(), flags.color ?? 'auto'),
    print,
    /** Names a command that may come next, where a person reads the answer and wants to know; `next` gives its words, or none. */
    async tryNext(next: () => readonly string[], what = 'Try'): Promise<void> {
      const { stdout, stderr } = runtime;
      if (!stdout.isTerminal || !stderr.isTerminal || flags.json === true || (flags.format ?? 'text') !== 'text')
        return;
      // Whoever reads by ear would have to sit through it every time; what was piped in is gone, and cannot be spoken of again.
      if (isAccessible() || flags.data === '-' || !decideHints(flags.quiet, runtime).value) return;
      const words = next();
      if (words.length === 0) return;
      const { paint } = await displayOptions(flags, runtime, stderr);
      const line = ['pmroles', ...words.map(shellWord)].join(' ') + rerun;
      await stderr.write(`\n${paint('muted', `${what}: ${printable(line)}`)}\n`);
    },
    /** Writes a report to stdout; `catalog` is undefined where the answer is about no ladder. */
    async answer(command: Command, catalog: Catalog | undefined, report: Report, write = print): Promise<void> {
      const format = formatOf(flags, formatsOf(report));
      const display = await displayOptions(flags, runtime, runtime.stdout);
      await write(await renderReport(format, report, display, answerTo(command, catalog?.ladder)));
    },
  };
}

async function warn({ stderr }: Runtime, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** The path of the ladder in use, undefined for the shipped one. */
export function ladderInUse(flags: SharedFlags, { env, settings }: Runtime): Decided<string | undefined> {
  if (flags.data === '') {
    throw usage('--data names no path', 'give a file, a folder, or - for standard input');
  }
  if (flags.data !== undefined) return { value: flags.data, from: '--data' };
  const named = env['PMROLES_DATA'] ?? '';
  if (named !== '') return { value: named, from: 'PMROLES_DATA' };
  const { data } = settings.read();
  return data === undefined ? { value: undefined, from: 'default' } : { value: data, from: 'settings' };
}

/** The format that the flags ask for, of those that are known here. */
export function formatOf<F extends string>(flags: SharedFlags, known: readonly F[], usual: F = known[0]!): F {
  if (flags.json === true && flags.format !== undefined && flags.format !== 'json') {
    throw usage(`--json contradicts --format ${flags.format}`, 'give one of the two');
  }
  const wanted = flags.json === true ? 'json' : (flags.format ?? usual);
  const format = known.find((entry) => entry === wanted);
  if (format !== undefined) return format;
  const [near] = suggest(wanted, known, 1);
  throw usage(
    `there is no format ${quote(wanted)} here`,
    `${near === undefined ? '' : `did you mean ${near}? `}formats: ${known.join(', ')}`,
  );
}
