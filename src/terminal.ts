/**
 * What the terminal can show, decided in one place from flags, environment and the stream itself.
 */
import type { Style } from './render/report.ts';
import type { TextOptions } from './render/text.ts';
import type { Output } from './runtime.ts';

/** What the user said about the output. */
export interface DisplayFlags {
  readonly color?: 'auto' | 'always' | 'never';
  readonly width?: number;
  readonly ascii?: boolean;
  /** True for output that a screen reader can follow: no escape sequence, no drawing. */
  readonly accessible?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The width when nothing says otherwise, and the bounds that a given one is held to. */
const WIDTH = { usual: 80, least: 20, most: 1000 };

/**
 * Decides how to show text.
 *
 * @param flags what the user said
 * @param env the environment
 * @param output the stream that the text goes to
 * @returns the options for the text format
 */
export async function displayOptions(flags: DisplayFlags, env: Environment, output: Output): Promise<TextOptions> {
  const accessible = isAccessible(flags.accessible, env);
  const color = flags.color ?? (accessible ? 'never' : 'auto');
  const paint = usesColor(color, env, output.isTerminal) ? await painter() : unpainted;
  return {
    width: displayWidth(flags.width, env, output),
    paint,
    ascii: flags.ascii ?? !hasUnicode(env),
    drawn: !accessible,
  };
}

/**
 * Decides whether to use colour. The first that speaks wins: the flag, NO_COLOR (no-color.org: any non-empty value),
 * FORCE_COLOR and CLICOLOR_FORCE (any value but 0 or false), CLICOLOR=0, TERM=dumb, and last whether it is a terminal.
 *
 * @returns true for colour
 */
export function usesColor(flag: 'auto' | 'always' | 'never', env: Environment, isTerminal: boolean): boolean {
  if (flag !== 'auto') return flag === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  for (const force of [env['FORCE_COLOR'], env['CLICOLOR_FORCE']]) {
    if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  }
  if (env['CLICOLOR'] === '0' || env['TERM'] === 'dumb') return false;
  return isTerminal;
}

/**
 * Decides the width: the flag, COLUMNS where it is a sensible number, the terminal, 80.
 *
 * @returns a number of columns from 20 to 1000
 */
export function displayWidth(flag: number | undefined, env: Environment, output: Output): number {
  const columns = /^\d+$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : 0;
  const sensible = columns >= 1 && columns <= WIDTH.most ? columns : undefined;
  return Math.min(Math.max(flag ?? sensible ?? output.columns ?? WIDTH.usual, WIDTH.least), WIDTH.most);
}

/** A terminal shows Unicode unless it says otherwise: by its name, or by a locale that is set and is not UTF-8. */
function hasUnicode(env: Environment): boolean {
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return false;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => (value ?? '') !== '');
  return locale === undefined || /utf-?8/i.test(locale);
}

/**
 * Decides whether to keep to what a screen reader can follow.
 *
 * @param flag what the user said; else ACCESSIBLE, set to anything but 0 or false, decides
 */
export function isAccessible(flag: boolean | undefined, env: Environment): boolean {
  return flag ?? !['', '0', 'false'].includes(env['ACCESSIBLE'] ?? '');
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
