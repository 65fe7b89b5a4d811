/**
 * What every command starts from: the ladder in use, the flags that all commands share, and one way to answer.
 */
import { type Catalog, createCatalog } from '../../core/catalog.ts';
import { PmrolesError } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import { shellWord } from '../../core/shell-words.ts';
import { suggest } from '../../core/suggest.ts';
import { formatsOf, renderReport } from '../../report/index.ts';
import { printable } from '../../report/printable.ts';
import type { Report } from '../../report/report.ts';
import type { Prompter } from '../../system/prompts.ts';
import type { LoadedLadder, Runtime } from '../../system/runtime.ts';
import { nearSetting, noSetting } from '../../system/settings.ts';
import { type DisplayFlags, decideAccessible, decideHints, displayOptions } from '../../system/terminal.ts';
import { answerTo, type Command } from '../../views/answer.ts';
import { printLong } from './print.ts';

/** The flags that every command takes. */
export interface SharedFlags extends DisplayFlags {
  readonly format?: string;
  readonly json?: boolean;
  readonly data?: string;
  /** True where names are ids and nothing else. */
  readonly exact?: boolean;
  /** False where no ladder that an earlier run has kept may be used, and none be kept. */
  readonly cache?: boolean;
}

/** One run of one command. */
export interface Session {
  readonly runtime: Runtime;
  readonly flags: SharedFlags;
  /** Whether to keep to what a screen reader can follow. */
  readonly accessible: boolean;
  /** Loads the ladder in use, and shows its warnings. */
  readonly loaded: () => Promise<Pick<LoadedLadder, 'ladder' | 'text'>>;
  /** The same, with its lookups. */
  readonly catalog: () => Promise<Catalog>;
  /** What a command line must end in to speak of the same ladder; empty for the shipped one. */
  readonly rerun: string;
  /** Somebody to ask; only where the runtime is interactive. */
  readonly prompter: () => Promise<Prompter>;
  /** Writes a text to stdout: through the pager where it is too long for the terminal. */
  readonly print: (text: string) => Promise<void>;
  /** Names a command that may come next, where a person reads the answer and wants to know; `next` gives its words, or none. */
  readonly tryNext: (next: () => readonly string[]) => Promise<void>;
  /**
   * Writes a report to stdout in the format asked for; the catalog is undefined where the answer is about no ladder. `write` is
   * given where it should go another way than by `print`.
   */
  readonly answer: (
    command: Command,
    catalog: Catalog | undefined,
    report: Report,
    write?: (text: string) => Promise<void>,
  ) => Promise<void>;
}

/** Of more warnings than this a ladder's are only counted: they would push the answer off the screen. */
const MOST_WARNINGS = 10;

/** Starts a session. */
export function createSession(runtime: Runtime, flags: SharedFlags): Session {
  const print = (text: string): Promise<void> => printLong(text, flags, runtime);
  return {
    runtime,
    flags,
    get accessible() {
      return decideAccessible(flags.accessible, runtime).value;
    },
    async loaded() {
      const { path } = ladderInUse(flags, runtime);
      await warnOfSettings(runtime);
      if (path === undefined) return { ladder: await runtime.shippedLadder(), text: () => undefined };
      const loaded = await runtime.loadLadder(path, {
        cache: flags.cache ?? true,
        accessible: this.accessible,
        quiet: flags.quiet ?? false,
      });
      await warnOfLadder(runtime, loaded, path);
      return loaded;
    },
    async catalog() {
      const { ladder } = await this.loaded();
      return createCatalog(ladder);
    },
    rerun: `${flags.data === undefined ? '' : ` --data ${shellWord(flags.data)}`}${flags.accessible === true ? ' --accessible' : ''}`,
    prompter: () => runtime.prompter(decideAccessible(flags.accessible, runtime).value, flags.color ?? 'auto'),
    print,
    async tryNext(next) {
      const { stdout, stderr } = runtime;
      // Whoever reads by ear would have to sit through it every time.
      if (
        !stdout.isTerminal ||
        !stderr.isTerminal ||
        this.accessible ||
        flags.json === true ||
        (flags.format ?? 'text') !== 'text'
      )
        return;
      // What was piped in is gone, so that nothing can be said of it again.
      if (flags.data === '-' || !decideHints(flags.quiet, runtime).value) return;
      const words = next();
      if (words.length === 0) return;
      const { paint } = await displayOptions(flags, runtime, stderr);
      const line = ['pmroles', ...words.map(shellWord)].join(' ') + this.rerun;
      await stderr.write(`\n${paint('muted', `Try: ${printable(line)}`)}\n`);
    },
    async answer(command, catalog, report, write = print) {
      const format = formatOf(flags, formatsOf(report));
      const display = await displayOptions(flags, runtime, runtime.stdout);
      await write(await renderReport(format, report, display, answerTo(command, catalog?.ladder)));
    },
  };
}

async function warnOfLadder(
  { stderr }: Runtime,
  { warnings, warningCount }: LoadedLadder,
  path: string,
): Promise<void> {
  const many = `the ladder has ${warningCount} warnings; see: pmroles validate ${shellWord(path)}`;
  const lines = warningCount > MOST_WARNINGS ? [many] : warnings;
  if (lines.length > 0) await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** What the settings hold that is no setting may be misspelt; it keeps nobody from working. */
async function warnOfSettings({ settings, stderr }: Runtime): Promise<void> {
  const lines = settings.unknown().map((name) => `${settings.file!}: ${noSetting(name)} (${nearSetting(name)})`);
  if (lines.length > 0) await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Where a setting comes from. */
export type Origin = 'flag' | 'environment' | 'settings' | 'default';

/**
 * Finds out which ladder is in use: the flag, else PMROLES_DATA, else the user's settings, else the shipped one.
 *
 * @throws PmrolesError `usage` for an empty --data; `config-invalid`
 */
export function ladderInUse(
  flags: { readonly data?: string },
  { env, settings }: Pick<Runtime, 'env' | 'settings'>,
): { readonly path: string | undefined; readonly origin: Origin } {
  if (flags.data === '') {
    throw new PmrolesError('usage', '--data names no path', { hint: 'give a file, a folder, or - for standard input' });
  }
  if (flags.data !== undefined) return { path: flags.data, origin: 'flag' };
  const named = env['PMROLES_DATA'] ?? '';
  if (named !== '') return { path: named, origin: 'environment' };
  const { data } = settings.read();
  return data === undefined ? { path: undefined, origin: 'default' } : { path: data, origin: 'settings' };
}

/**
 * The format that the flags ask for.
 *
 * @throws PmrolesError `usage` for a format that the command does not know, and when --json contradicts --format
 */
export function formatOf<F extends string>(flags: SharedFlags, known: readonly F[], usual: F = known[0]!): F {
  if (flags.json === true && flags.format !== undefined && flags.format !== 'json') {
    throw new PmrolesError('usage', `--json contradicts --format ${flags.format}`, { hint: 'give one of the two' });
  }
  const wanted = flags.json === true ? 'json' : (flags.format ?? usual);
  const format = known.find((entry) => entry === wanted);
  if (format !== undefined) return format;
  const [near] = suggest(wanted, known, 1);
  throw new PmrolesError('usage', `there is no format ${quote(wanted)} here`, {
    hint: `${near === undefined ? '' : `did you mean ${near}? `}formats: ${known.join(', ')}`,
  });
}
