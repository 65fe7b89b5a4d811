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
  type Stats,
  writeFileSync,
} from 'node:fs';
import { PmrolesError } from '../core/errors.ts';

/** How to write a file. */
export interface SaveOptions {
  /** True to put the text in the place of a file that is there. */
  readonly overwrite: boolean;
  /** The file's mode where it is new, as for `open`; what is not said is left to the umask. */
  readonly mode?: number;
}

/** What the file system's error codes mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a loop of symbolic links',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes a text to a file that the user named. A device or a pipe is written to as it is, also through a link; any other
 * symbolic link is replaced, never followed.
 *
 * @throws PmrolesError `write-failed`; the file that was there is then as it was, and nothing else is left behind
 */
export function saveFile(path: string, text: string, options: SaveOptions): void {
  try {
    const present = statusOf(path);
    if (present?.isDirectory() === true) throw failure(path, 'it is a folder');
    // A link's target may be anybody's file, so only a device or a pipe is written to in place.
    if (isStream(present?.isSymbolicLink() === true ? targetOf(path) : present)) {
      writeFileSync(path, text, { flag: 'r+' });
      return;
    }
    if (present && !options.overwrite) throw taken(path);
    replaceFile(path, text, { ...options, ...(present?.isFile() === true ? { mode: present.mode & 0o777 } : {}) });
  } catch (error) {
    if (error instanceof PmrolesError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(path);
    throw failure(path, REASONS[code] ?? (message || String(error)), error);
  }
}

/**
 * Writes a file beside the wanted one and moves it there in one step.
 *
 * @throws the system's error
 */
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
    if (statusOf(to)) throw Object.assign(new Error('file exists'), { code: 'EEXIST' });
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

function isStream(status: Stats | undefined): boolean {
  return status !== undefined && !status.isFile() && !status.isDirectory() && !status.isSymbolicLink();
}

/** What a link leads to; undefined where that is nothing. */
function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function statusOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function taken(path: string): PmrolesError {
  return new PmrolesError('write-failed', `cannot write ${path}: the file is there already`, {
    hint: 'choose another name, or replace it with --force',
    location: { file: path },
  });
}

function failure(path: string, reason: string, cause?: unknown): PmrolesError {
  return new PmrolesError('write-failed', `cannot write ${path}: ${reason}`, { location: { file: path }, cause });
}
