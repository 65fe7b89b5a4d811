/**
 * The program's own folders: where they are, and how they are made and kept small.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** For each kind, the variable of the XDG base directory specification, and the place below the home folder without it. */
const PLACES = {
  cache: ['XDG_CACHE_HOME', '.cache'],
  config: ['XDG_CONFIG_HOME', '.config'],
  data: ['XDG_DATA_HOME', '.local/share'],
  state: ['XDG_STATE_HOME', '.local/state'],
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds one of the program's folders; relative paths do not count. */
export function ownFolder(kind: keyof typeof PLACES, env: Environment, platform: string): string | undefined {
  if (kind === 'cache' && (env['PMROLES_NO_CACHE'] ?? '') !== '') return undefined;
  const [variable, usual] = PLACES[kind];
  const xdg = env[variable];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'pmroles');
  const [home, local] = [env['HOME'], env['LOCALAPPDATA']];
  if (platform === 'win32') return local === undefined ? undefined : join(local, 'pmroles', kind);
  return home !== undefined && isAbsolute(home) ? join(home, usual, 'pmroles') : undefined;
}

/** `~/.local/state/pmroles` is as much as may have to be made. */
const MOST_LEVELS = 3;

/**
 * Makes a folder, and those above it that are missing, for this user alone; fails with the system's error. Node can do as much
 * by itself, but where a folder can never be made (below /proc, say) it tries for ever.
 */
export function makeFolder(folder: string, levels = MOST_LEVELS): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || levels <= 1) throw error;
    makeFolder(dirname(folder), levels - 1);
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Removes the files of such a name that nobody has touched for so many milliseconds; fails with the system's error. */
export function sweep(folder: string, name: RegExp, age: number): void {
  for (const entry of readdirSync(folder).filter((found) => name.test(found))) {
    const file = join(folder, entry);
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isFile() === true && Date.now() - status.mtimeMs > age) rmSync(file, { force: true });
  }
}
