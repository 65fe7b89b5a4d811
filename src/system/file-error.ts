/**
 * What went wrong with a file, in the words of people.
 */
import { PmrolesError } from '../core/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a loop of symbolic links',
  ENXIO: 'it is not a file',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

export function reasonOf(error: unknown, verb: 'read' | 'write'): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return verb === 'read' ? 'there is no such file' : 'there is no such folder';
  return REASONS[code] ?? (message || String(error));
}

export function fileError(file: string, error: unknown, verb: 'read' | 'write'): PmrolesError {
  if (error instanceof PmrolesError) return error;
  return new PmrolesError(`${verb}-failed`, `cannot ${verb} ${file}: ${reasonOf(error, verb)}`, {
    cause: error,
    location: { file },
  });
}
