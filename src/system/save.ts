/**
 * Writes files so that nothing is lost: whoever reads, at whatever moment, reads the old file or the new one, whole.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { PmrolesError } from '../core/errors.ts';
import { fileError } from './file-error.ts';

export interface SaveOptions {
  readonly overwrite: boolean;
  /** The file's mode where it is new, as for `open`; what is not said is left to the umask. */
  readonly mode?: number | undefined;
}

/**
 * Writes a text or bytes to a file that the user named. A device or a pipe is written to as it is, also through a link; any other
 * symbolic link is replaced, never followed. After a failure the file is as it was, and nothing else is left behind.
 */
export function saveFile(path: string, content: string | Uint8Array, { overwrite, mode }: SaveOptions): void {
  try {
    const present = lstatSync(path, { throwIfNoEntry: false });
    if (present?.isDirectory() === true) throw systemError('EISDIR');
    if (present && isStream(path)) {
      writeFileSync(path, content, { flag: 'r+' });
      return;
    }
    if (present && !overwrite) throw systemError('EEXIST');
    replaceFile(path, content, { overwrite, mode: present?.isFile() === true ? present.mode & 0o777 : mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileError(path, error, 'write');
    throw new PmrolesError('write-failed', `cannot write ${path}: the file is there already`, {
      hint: 'choose another name, or replace it with --force',
      location: { file: path },
    });
  }
}

/** Writes a file beside the wanted one and moves it there in one step; fails with the system's error. */
export function replaceFile(path: string, text: string | Uint8Array, { overwrite, mode }: SaveOptions): void {
  // A name that nobody can foresee, and "wx", which follows no link: what is written lands in a file of our own.
  // The global crypto, because importing node:crypto would cost every command two milliseconds.
  const unfinished = `${path}.${crypto.randomUUID()}`;
  try {
    const descriptor = openSync(unfinished, 'wx', mode ?? 0o666);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (mode !== undefined) chmodSync(unfinished, mode);
    if (overwrite) renameSync(unfinished, path);
    else moveToFreeName(unfinished, path);
  } finally {
    discard(unfinished);
  }
}

/** A link fails where the name is taken, which a renaming does not. */
function moveToFreeName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw error;
    // Some file systems have no links.
    if (lstatSync(to, { throwIfNoEntry: false })) throw systemError('EEXIST');
    renameSync(from, to);
  }
}

/** Removes a file; what cannot be removed stays. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder may not be one, or may not be writable.
  }
}

/** A link's target may be anybody's file, so only a device or a pipe is written to in place. */
function isStream(path: string): boolean {
  try {
    const status = statSync(path);
    return !status.isFile() && !status.isDirectory();
  } catch {
    // A link that leads nowhere.
    return false;
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
