/**
 * Makes folders of the program's own.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** `~/.local/state/pmroles` is as much as may have to be made. */
const MOST_LEVELS = 3;

/**
 * Makes a folder, and those above it that are missing, for this user alone.
 *
 * Node can do as much by itself, but where a folder can never be made (below /proc, say) it tries for ever.
 *
 * @param folder an absolute path
 * @throws the system's error
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
