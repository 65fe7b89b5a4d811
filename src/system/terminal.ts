/**
 * What the terminal can show, decided in one place: from flags, else the environment, else the user's settings, else the
 * stream itself.
 */
import type { Style } from '../report/report.ts';
import type { TextOptions } from '../report/text.ts';
import { hyperlink, showsLinks } from './hyperlinks.ts';
import type { Output } from './output.ts';
import type { ColorChoice, Settings } from './settings.ts';

export interface DisplayFlags extends Pick<Settings, 'color' | 'width' | 'ascii' | 'accessible'> {
  /** False to write long text at once. */
  readonly pager?: boolean;
  /** True for answers, warnings and errors alone. */
  readonly quiet?: boolean;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: { readonly read: () => Settings };
}

/** A decision, and what it was made by: a flag, an environment variable, `settings`, `terminal` or `default`. */
export interface Decided<T> {
  readonly value: T;
  readonly from: string;
}

/** The width when nothing says otherwise, and the bounds that a given one is held to. */
const WIDTH = { usual: 80, least: 20, most: 1000 };

export async function displayOptions(
  flags: DisplayFlags,
  surroundings: Surroundings,
  output: Output,
): Promise<TextOptions> {
  const accessible = decideAccessible(flags.accessible, surroundings).value;
  const color = flags.color ?? (accessible ? 'never' : 'auto');
  const colored = decideColor(color, surroundings, output.isTerminal).value;
  const linking = output.isTerminal && !accessible && showsLinks(surroundings.env, colored);
  return {
    width: decideWidth(flags.width, surroundings, output).value,
    paint: colored ? await painter() : (_style, text) => text,
    ascii: decideAscii(flags.ascii, surroundings).value,
    drawn: !accessible,
    ...(linking ? { link: hyperlink } : {}),
  };
}

/** Colour: NO_COLOR speaks when it is not empty (no-color.org), FORCE_COLOR and CLICOLOR_FORCE say no by 0 or false. */
export function decideColor(flag: ColorChoice, { env, settings }: Surroundings, isTerminal: boolean): Decided<boolean> {
  if (flag !== 'auto') return by('--color', flag === 'always');
  if ((env['NO_COLOR'] ?? '') !== '') return by('NO_COLOR', false);
  for (const name of ['FORCE_COLOR', 'CLICOLOR_FORCE']) {
    const force = saysYes(env[name]);
    if (force !== undefined) return by(name, force);
  }
  if (env['CLICOLOR'] === '0') return by('CLICOLOR', false);
  if (env['TERM'] === 'dumb') return by('TERM', false);
  const { color = 'auto' } = settings.read();
  return color === 'auto' ? by('terminal', isTerminal) : by('settings', color === 'always');
}

/** The width: COLUMNS speaks where it is a sensible number. */
export function decideWidth(flag: number | undefined, surroundings: Surroundings, output: Output): Decided<number> {
  const { value, from } = wantedWidth(flag, surroundings, output);
  return by(from, Math.min(Math.max(value, WIDTH.least), WIDTH.most));
}

function wantedWidth(flag: number | undefined, { env, settings }: Surroundings, { columns }: Output): Decided<number> {
  if (flag !== undefined) return by('--width', flag);
  const said = /^\d+$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : 0;
  if (said >= 1 && said <= WIDTH.most) return by('COLUMNS', said);
  const { width } = settings.read();
  // A terminal that is narrower than usual would break every line.
  if (width !== undefined && width <= (columns ?? width)) return by('settings', width);
  return columns === undefined ? by('default', WIDTH.usual) : by('terminal', columns);
}

/** ASCII alone: a terminal may be able to show no more, by its name or by a locale that is set and is not UTF-8. */
export function decideAscii(flag: boolean | undefined, { env, settings }: Surroundings): Decided<boolean> {
  if (flag !== undefined) return by('--ascii', flag);
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return by('TERM', true);
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((name) => (env[name] ?? '') !== '');
  if (locale !== undefined && !/utf-?8/i.test(env[locale]!)) return by(locale, true);
  return bySettings(settings.read().ascii, false);
}

/** Whether to keep to what a screen reader can follow. */
export function decideAccessible(flag: boolean | undefined, { env, settings }: Surroundings): Decided<boolean> {
  if (flag !== undefined) return by('--accessible', flag);
  const wanted = saysYes(env['ACCESSIBLE']);
  return wanted === undefined ? bySettings(settings.read().accessible, false) : by('ACCESSIBLE', wanted);
}

export function decideHints(quiet: boolean | undefined, { settings }: Surroundings): Decided<boolean> {
  return quiet === true ? by('--quiet', false) : bySettings(settings.read().hints, true);
}

/**
 * What long text is shown with, empty for nothing. PAGER comes after the settings because it is meant for every program. `cat`
 * means none.
 */
export function decidePager(flags: DisplayFlags, surroundings: Surroundings, usual: string): Decided<string> {
  const { env, settings } = surroundings;
  if (flags.pager === false) return by('--no-pager', '');
  const accessible = decideAccessible(flags.accessible, surroundings);
  if (accessible.value) return by(accessible.from, '');
  const named = (from: string, command: string): Decided<string> =>
    by(from, command.trim() === 'cat' ? '' : command.trim());
  if (env['PMROLES_PAGER'] !== undefined) return named('PMROLES_PAGER', env['PMROLES_PAGER']);
  const { pager } = settings.read();
  if (pager !== undefined) return named('settings', pager);
  if (env['PAGER'] !== undefined) return named('PAGER', env['PAGER']);
  // Less complains of such a terminal before it shows anything.
  return env['TERM'] === 'dumb' ? by('TERM', '') : by('default', usual);
}

/**
 * The pager where nobody names one. Less ends by itself where all fits, leaves what was read on the screen and lets colour
 * through. Whoever has set LESS has decided on that, but for colour. The pager of Windows cannot show any.
 */
export function usualPager({ LESS = '' }: Surroundings['env'], platform: string): string {
  if (platform === 'win32') return '';
  return LESS === '' ? 'less -FIRX' : 'less -R';
}

function by<T>(from: string, value: T): Decided<T> {
  return { value, from };
}

function bySettings(value: boolean | undefined, usual: boolean): Decided<boolean> {
  return value === undefined ? by('default', usual) : by('settings', value);
}

/** What a variable says that is yes by any value but 0 or false; undefined where it says nothing. */
function saysYes(value = ''): boolean | undefined {
  return value === '' ? undefined : value !== '0' && value !== 'false';
}

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
