/**
 * What the terminal can show, decided in one place: from flags, else the environment, else the user's settings, else the
 * stream itself.
 */
import { hyperlink, showsLinks } from './hyperlinks.ts';
import type { Style } from '../report/report.ts';
import type { TextOptions } from '../report/text.ts';
import type { Config, Output } from './runtime.ts';

/** What the user said about the output. */
export interface DisplayFlags {
  readonly color?: 'auto' | 'always' | 'never';
  readonly width?: number;
  readonly ascii?: boolean;
  /** True for output that a screen reader can follow: no escape sequence, no drawing. */
  readonly accessible?: boolean;
  /** False to write long text at once. */
  readonly pager?: boolean;
  /** True for answers, warnings and errors alone. */
  readonly quiet?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the terminal is. */
export interface Surroundings {
  readonly env: Environment;
  readonly config: { readonly read: () => Config };
}

/** The width when nothing says otherwise, and the bounds that a given one is held to. */
const WIDTH = { usual: 80, least: 20, most: 1000 };

/**
 * Decides how to show text.
 *
 * @throws PmrolesError `config-invalid`
 */
export async function displayOptions(
  flags: DisplayFlags,
  surroundings: Surroundings,
  output: Output,
): Promise<TextOptions> {
  const accessible = decideAccessible(flags.accessible, surroundings).value;
  const color = flags.color ?? (accessible ? 'never' : 'auto');
  const colored = decideColor(color, surroundings, output.isTerminal).value;
  const paint = colored ? await painter() : unpainted;
  const linking = output.isTerminal && !accessible && showsLinks(surroundings.env, colored);
  return {
    width: decideWidth(flags.width, surroundings, output).value,
    paint,
    ascii: decideAscii(flags.ascii, surroundings).value,
    drawn: !accessible,
    ...(linking ? { link: hyperlink } : {}),
  };
}

/** A decision, and what it was made by: a flag, an environment variable, `settings`, `terminal` or `default`. */
export interface Decided<T> {
  readonly value: T;
  readonly from: string;
}

/**
 * Decides whether to use colour. The first that speaks wins: the flag, NO_COLOR (no-color.org: any non-empty value),
 * FORCE_COLOR and CLICOLOR_FORCE (any value but 0 or false), CLICOLOR=0, TERM=dumb, the settings, and last whether it is a
 * terminal.
 */
export function decideColor(
  flag: 'auto' | 'always' | 'never',
  { env, config }: Surroundings,
  isTerminal: boolean,
): Decided<boolean> {
  if (flag !== 'auto') return { value: flag === 'always', from: '--color' };
  if ((env['NO_COLOR'] ?? '') !== '') return { value: false, from: 'NO_COLOR' };
  for (const from of ['FORCE_COLOR', 'CLICOLOR_FORCE']) {
    const force = env[from];
    if (force !== undefined && force !== '') return { value: force !== '0' && force !== 'false', from };
  }
  if (env['CLICOLOR'] === '0') return { value: false, from: 'CLICOLOR' };
  if (env['TERM'] === 'dumb') return { value: false, from: 'TERM' };
  const { color = 'auto' } = config.read();
  return color === 'auto' ? { value: isTerminal, from: 'terminal' } : { value: color === 'always', from: 'settings' };
}

/** Decides the width: the flag, COLUMNS where it is a sensible number, the settings, the terminal, 80. */
export function decideWidth(flag: number | undefined, { env, config }: Surroundings, output: Output): Decided<number> {
  const columns = /^\d+$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : 0;
  const sensible = columns >= 1 && columns <= WIDTH.most ? columns : undefined;
  const decided = (value: number, from: string): Decided<number> => ({
    value: Math.min(Math.max(value, WIDTH.least), WIDTH.most),
    from,
  });
  if (flag !== undefined) return decided(flag, '--width');
  if (sensible !== undefined) return decided(sensible, 'COLUMNS');
  const { width } = config.read();
  if (width !== undefined) return decided(width, 'settings');
  return output.columns === undefined ? decided(WIDTH.usual, 'default') : decided(output.columns, 'terminal');
}

/**
 * Decides whether to keep to ASCII: where the flag says so, where the terminal can show no more (by its name, or by a locale
 * that is set and is not UTF-8), or where the settings say so.
 */
export function decideAscii(flag: boolean | undefined, { env, config }: Surroundings): Decided<boolean> {
  if (flag !== undefined) return { value: flag, from: '--ascii' };
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return { value: true, from: 'TERM' };
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((name) => (env[name] ?? '') !== '');
  if (locale !== undefined && !/utf-?8/i.test(env[locale]!)) return { value: true, from: locale };
  const { ascii } = config.read();
  return ascii === undefined ? { value: false, from: 'default' } : { value: ascii, from: 'settings' };
}

/**
 * Decides whether to keep to what a screen reader can follow: the flag, ACCESSIBLE (anything but 0 or false means yes), the
 * settings.
 */
export function decideAccessible(flag: boolean | undefined, { env, config }: Surroundings): Decided<boolean> {
  if (flag !== undefined) return { value: flag, from: '--accessible' };
  const wanted = env['ACCESSIBLE'] ?? '';
  if (wanted !== '') return { value: wanted !== '0' && wanted !== 'false', from: 'ACCESSIBLE' };
  const { accessible } = config.read();
  return accessible === undefined ? { value: false, from: 'default' } : { value: accessible, from: 'settings' };
}

/** Decides whether to say what to try next: not where it is to be quiet, else as the settings say. */
export function decideHints(quiet: boolean | undefined, { config }: Surroundings): Decided<boolean> {
  if (quiet === true) return { value: false, from: '--quiet' };
  const { hints } = config.read();
  return hints === undefined ? { value: true, from: 'default' } : { value: hints, from: 'settings' };
}

/**
 * Decides what long text is shown with: nothing where the flag says so or a screen reader follows, else PMROLES_PAGER, the
 * settings, PAGER, and the system's own. PAGER comes last because it is meant for every program. `cat` means none.
 */
export function decidePager(flags: DisplayFlags, surroundings: Surroundings, usual: string): Decided<string> {
  const { env, config } = surroundings;
  if (flags.pager === false) return { value: '', from: '--no-pager' };
  const accessible = decideAccessible(flags.accessible, surroundings);
  if (accessible.value) return { value: '', from: accessible.from };
  const named = (value: string, from: string): Decided<string> => {
    const command = value.trim();
    return { value: command === 'cat' ? '' : command, from };
  };
  if (env['PMROLES_PAGER'] !== undefined) return named(env['PMROLES_PAGER'], 'PMROLES_PAGER');
  const { pager } = config.read();
  if (pager !== undefined) return named(pager, 'settings');
  if (env['PAGER'] !== undefined) return named(env['PAGER'], 'PAGER');
  // Less complains of such a terminal before it shows anything.
  return env['TERM'] === 'dumb' ? { value: '', from: 'TERM' } : { value: usual, from: 'default' };
}

const unpainted = (_style: Style, text: string): string => text;

/** Only the sixteen colours that every terminal theme defines, and never blue, which many dark themes hide. */
async function painter(): Promise<TextOptions['paint']> {
  // Chalk does not heed NO_COLOR by itself, so the level is decided here; and it is not loaded where it has nothing to do.
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const paints: Record<Style, (text: string) => string> = {
    strong: chalk.bold,
    muted: chalk.dim,
    added: chalk.green,
    removed: chalk.red,
    changed: chalk.yellow,
    name: chalk.cyan,
    code: chalk.cyan,
    cite: chalk.dim,
  };
  return (style, text) => paints[style](text);
}
