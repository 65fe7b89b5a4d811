/**
 * Reads files that somebody named, without trusting that they are files.
 *
 * A name may lead to a pipe nobody writes to, a device that never ends, a folder or a loop of links; the content may be in
 * any encoding. Each ends in one sentence.
 */
import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PmrolesError } from '../core/errors.ts';
import { shellWord } from '../core/shell-words.ts';
import { byCodeUnit } from '../core/order.ts';
import { MOST_BYTES } from '../core/size-limit.ts';

/** The name of a file that the process was started with. */
const INHERITED = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/;

const CHUNK = 64 * 1024;
const LARGEST_CHUNK = 8 * 1024 * 1024;

/** What the file system's error codes mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'it is a loop of symbolic links',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENXIO: 'it is not a file',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Turns a failed call on a file into the error that the user sees. */
export function fileError(file: string, error: unknown, verb: 'read' | 'write'): PmrolesError {
  if (error instanceof PmrolesError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new PmrolesError(verb === 'read' ? 'read-failed' : 'write-failed', `cannot ${verb} ${file}: ${reason}`, {
    cause: error,
    location: { file },
  });
}

/**
 * Reads a whole text file.
 *
 * @throws PmrolesError `read-failed` when it is no regular file, too large, not to be read, or not UTF-8
 */
export function readTextFile(file: string, most: number = MOST_BYTES): string {
  return decodeText(readFileBytes(file, most), file);
}

/**
 * Reads a whole file.
 *
 * @throws PmrolesError `read-failed` when it is neither a regular file nor a pipe that the process was started with, too
 *   large, or not to be read
 */
export function readFileBytes(file: string, most: number, excess = () => tooLarge(file, most)): Buffer {
  try {
    // What a shell handed over is open already: <(command) is read as standard input is.
    const given = file === '/dev/stdin' ? '0' : INHERITED.exec(file)?.[1];
    // Opened without waiting, so that a pipe with no writer does not hang; one descriptor, so that nothing is swapped between.
    const descriptor = given === undefined ? openSync(file, constants.O_RDONLY | constants.O_NONBLOCK) : Number(given);
    try {
      const status = fstatSync(descriptor);
      const isPipe = given !== undefined && (status.isFIFO() || status.isSocket());
      if (!status.isFile() && !isPipe) {
        const hint = 'name a YAML or JSON file, or a folder of them';
        throw new PmrolesError('read-failed', `cannot read ${file}: it is not a regular file`, {
          hint,
          location: { file },
        });
      }
      return readAll(descriptor, status.size, most, excess);
    } finally {
      if (given === undefined) closeSync(descriptor);
    }
  } catch (error) {
    throw fileError(file, error, 'read');
  }
}

function readAll(descriptor: number, size: number, most: number, excess: () => PmrolesError): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  let filled = true;
  for (;;) {
    // At first what the system says there is, and one byte, so that it need not be copied together.
    const more = filled && chunks.length > 1 ? Math.max(CHUNK, Math.min(total, LARGEST_CHUNK)) : CHUNK;
    const chunk = Buffer.allocUnsafe(chunks.length === 0 ? Math.min(size, most) + 1 : more);
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    total += count;
    // A pipe gives little at a time; much room for that would only be kept empty.
    filled = count === chunk.length;
    // The size that the system reports may be 0 or growing, so what counts is what was read.
    if (total > most) throw excess();
    chunks.push(chunk.subarray(0, count));
  }
}

/** The error for a text over the limit. */
export function tooLarge(file: string, most: number, hint?: string): PmrolesError {
  return new PmrolesError('read-failed', `cannot read ${file}: it is larger than ${most} bytes`, {
    ...(hint === undefined ? {} : { hint }),
    location: { file },
  });
}

/**
 * Decodes a text.
 *
 * @throws PmrolesError `read-failed` when it is not UTF-8
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  // What every .xlsx, .ods and .numbers begins with.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    const hint = 'save a spreadsheet as CSV';
    throw new PmrolesError('read-failed', `cannot read ${file}: it is a zip archive, as spreadsheets are`, {
      hint,
      location: { file },
    });
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const hint = 'save it as UTF-8';
    throw new PmrolesError('read-failed', `cannot read ${file}: it is UTF-16`, { hint, location: { file } });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const hint = 'save it as UTF-8';
    throw new PmrolesError('read-failed', `cannot read ${file}: it is not UTF-8 text`, { hint, location: { file } });
  }
}

/** What lies in folders and is never a part of a ladder: schemas, and the files of well-known tools. By name, never by content. */
const OTHERS = [
  /\.schema\.json$/i,
  /^(?:package|package-lock|npm-shrinkwrap|composer|renovate|(?:ts|js)config.*)\.json$/i,
  /^(?:(?:docker-)?compose(?:\..+)?|pnpm-lock|pnpm-workspace|mkdocs)\.ya?ml$/i,
];

/** What people keep tables in. */
const TABLE = /\.(?:csv|tsv|xls[xmb]?|ods|numbers)$/i;

/**
 * Lists the files that make up a ladder.
 *
 * @throws PmrolesError `read-failed` when the path cannot be read, is a table, or is a folder without a ladder file
 */
export function ladderFiles(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw fileError(path, error, 'read');
  }
  if (!isFolder) {
    if (TABLE.test(path)) {
      throw new PmrolesError('read-failed', `${path} is a table, not a ladder`, {
        hint: `make a ladder of it: pmroles import ${shellWord(path)}`,
        location: { file: path },
      });
    }
    return [path];
  }
  const found: string[] = [];
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        // Links to folders are not followed, so that a loop of them does no harm.
        if (entry.isDirectory()) folders.push(join(folder, entry.name));
        else if (isLadderName(entry.name) && !leadsToFolder(folder, entry)) found.push(join(folder, entry.name));
      }
    } catch (error) {
      throw fileError(folder, error, 'read');
    }
  }
  if (found.length === 0) {
    const hint = 'put the ladder into .yaml, .yml or .json files';
    throw new PmrolesError('read-failed', `the folder ${path} holds no ladder file`, {
      hint,
      location: { file: path },
    });
  }
  return found.sort(byCodeUnit);
}

function isLadderName(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name) && !OTHERS.some((other) => other.test(name));
}

function leadsToFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(join(folder, entry.name)).isDirectory();
  } catch {
    // A link that leads nowhere is told of when it is read.
    return false;
  }
}
