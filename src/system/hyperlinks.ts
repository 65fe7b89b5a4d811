/**
 * Which terminals show links (OSC 8) rather than the sequences that make them.
 *
 * By a table of its own: the packages for this read the process they run in, where what is shown here is decided by the world
 * that a command is given.
 */
import { linkTarget } from '../report/link-target.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals that say who they are and in which version, and the first version that is up to it. */
const PROGRAMS: Readonly<Record<string, readonly number[]>> = {
  'iTerm.app': [3, 1],
  WezTerm: [20200620],
  // Passes links on to the terminal around it, or leaves them out.
  tmux: [3, 4],
  vscode: [1, 72],
  ghostty: [1],
  zed: [0],
};

/** Terminals that are told by their type alone. */
const TYPES: readonly string[] = ['alacritty', 'alacritty-direct', 'contour', 'foot', 'xterm-ghostty', 'xterm-kitty'];

export function showsLinks(env: Environment, colored: boolean): boolean {
  const force = env['FORCE_HYPERLINK'] ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  if (!colored) return false;
  const { TERM: type = '', TERM_PROGRAM: program = '', VTE_VERSION: vte } = env;
  if (type === 'dumb' || env['CI'] !== undefined || env['STY'] !== undefined) return false;
  const first = PROGRAMS[program];
  if (first) return isSince(env['TERM_PROGRAM_VERSION'] ?? '', first);
  // Inside tmux the variables of the terminal around it may still be set.
  if (/^(?:tmux|screen)/.test(type)) return false;
  // The first release with links, 0.50.0, crashed over them.
  if (vte !== undefined) return Number(vte) > 5000;
  return env['WT_SESSION'] !== undefined || TYPES.includes(type);
}

function isSince(version: string, first: readonly number[]): boolean {
  const parts = version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
  const at = first.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return version !== '' && (at < 0 || (parts[at] ?? 0) > first[at]!);
}

export function hyperlink(url: string, text: string): string {
  const target = linkTarget(url);
  return target === undefined ? text : `\u001b]8;;${target}\u001b\\${text}\u001b]8;;\u001b\\`;
}
