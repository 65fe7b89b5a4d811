/**
 * Where profiles lie, and how one is changed so that nothing is lost, even where two programs change it at once.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PmrolesError } from '../core/errors.ts';
import { fileError } from './file-error.ts';
import { decodeText, readFileBytes } from './files.ts';
import { makeFolder } from './folders.ts';
import { replaceFile } from './save.ts';

/** No profile is larger: a thousand answers with evidence are half a megabyte. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** A change takes milliseconds; whoever holds a file longer was killed. Both in milliseconds. */
const PATIENCE = 5000;
const WAIT = 20;

export function readProfileText(path: string): string {
  return decodeText(readFileBytes(path, MOST_BYTES), path);
}

/**
 * Changes a profile, or makes one that only the user can read. Others that change it wait meanwhile; whoever reads it reads the old
 * text or the new one, whole, and a link stays a link.
 *
 * @param path the file
 * @param change makes the new text of the old one, which is undefined where there is none; what it throws leaves the file as it was
 */
export function changeProfile(path: string, change: (text: string | undefined) => string): void {
  try {
    const target = targetOf(path);
    const folder = dirname(target);
    if (!existsSync(folder)) makeFolder(folder);
    // Whoever was held up for so long that another took the lock away begins again, with what that one wrote.
    while (!changeOnce(target, change));
  } catch (error) {
    throw fileError(path, error, 'write');
  }
}

/** Where a link leads, even where nothing is there yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return isLink ? targetOf(resolve(dirname(path), readlinkSync(path))) : resolve(path);
  }
}

/** Changes a file while nobody else does; false where the lock was lost before anything was written. */
function changeOnce(target: string, change: (text: string | undefined) => string): boolean {
  const lock = hold(target);
  try {
    const before = existsSync(target) ? readProfileText(target) : undefined;
    const text = change(before);
    if (text === before) return true;
    if (!lock.isHeld()) return false;
    const mode = before === undefined ? 0o600 : statSync(target).mode & 0o777;
    replaceFile(target, text, { overwrite: true, mode });
    return true;
  } finally {
    lock.release();
  }
}

/** Holds a file by one of a name of its own beside it, which only one program at a time can make. */
function hold(target: string): { readonly isHeld: () => boolean; readonly release: () => void } {
  const lock = join(dirname(target), `.${basename(target)}.lock`);
  const start = Date.now();
  for (;;) {
    try {
      const descriptor = openSync(lock, 'wx', 0o600);
      // Open, so that no other file can be taken for it.
      const isHeld = (): boolean => statSync(lock, { throwIfNoEntry: false })?.ino === fstatSync(descriptor).ino;
      return {
        isHeld,
        release() {
          if (isHeld()) rmSync(lock, { force: true });
          closeSync(descriptor);
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileError(target, error, 'write');
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > PATIENCE) rmSync(lock, { force: true });
    else if (Date.now() - start > 2 * PATIENCE) {
      throw new PmrolesError('write-failed', `cannot write ${target}: another program is changing it`, {
        hint: `where none is, remove ${lock}`,
        location: { file: target },
      });
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
  }
}

/** The folder of the git work tree that a file lies in, or would; undefined where it lies in none. */
export function workTreeOf(path: string): string | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
