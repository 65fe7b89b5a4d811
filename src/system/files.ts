/**
 * Reads files that somebody named, without trusting that they are files.
 *
 * A name may lead to a pipe nobody writes to, a device that never ends, a folder or a loop of links; the content may be in
 * any encoding. Each ends in one sentence: a PmrolesError `read-failed`.
 */
import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PmrolesError, usage } from '../core/errors.ts';
import { byCodeUnit } from '../core/order.ts';
import { shellWord } from '../core/shell-words.ts';
import { fileError, reasonOf } from './file-error.ts';

/** The name of a file that the process was started with. */
const INHERITED = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/;

const CHUNK = 64 * 1024;

/** Reads a whole file, or a pipe that the process was started with. */
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
        throw unreadable(file, 'it is not a regular file', 'name a YAML or JSON file');
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
  for (;;) {
    // At first what the system says there is, and one byte, so that it need not be copied together.
    const chunk = Buffer.allocUnsafe(chunks.length === 0 ? Math.min(size, most) + 1 : CHUNK);
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    total += count;
    // The size that the system reports may be 0 or growing, so what counts is what was read.
    if (total > most) throw excess();
    chunks.push(chunk.subarray(0, count));
  }
}

export function tooLarge(file: string, most: number, hint?: string): PmrolesError {
  return unreadable(file, `it is larger than ${most} bytes`, hint);
}

function unreadable(file: string, reason: string, hint?: string): PmrolesError {
  return new PmrolesError('read-failed', `cannot read ${file}: ${reason}`, {
    ...(hint === undefined ? {} : { hint }),
    location: { file },
  });
}

/** Decodes a text, which is to be UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second, third, fourth] = bytes;
  // What every .xlsx, .ods and .numbers begins with.
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) {
    throw unreadable(file, 'it is a zip archive, as spreadsheets are', 'save a spreadsheet as CSV');
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw unreadable(file, 'it is UTF-16', 'save it as UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, 'it is not UTF-8 text', 'save it as UTF-8');
  }
}

/** Reads a text that is named, where `-` stands for standard input. */
export async function readNamed(path: string, most: number, hint?: string): Promise<string> {
  return decodeText(await readNamedBytes(path, most, hint), path === '-' ? 'standard input' : path);
}

/** Reads what is named, where `-` stands for standard input. */
export async function readNamedBytes(path: string, most: number, hint?: string): Promise<Uint8Array> {
  return path === '-' ? readStandardInput(most, hint) : readFileBytes(path, most, () => tooLarge(path, most, hint));
}

/** Reads standard input to its end; a terminal is refused, where the program would seem to hang. */
export async function readStandardInput(most: number, hint?: string): Promise<Buffer> {
  if (process.stdin.isTTY) {
    throw usage(
      'standard input is a terminal: there is nothing to read',
      'send a file to it: put < and its name at the end of the line',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) throw tooLarge('standard input', most, hint);
    }
  } catch (error) {
    if (error instanceof PmrolesError) throw error;
    throw new PmrolesError('read-failed', `cannot read standard input: ${reasonOf(error, 'read')}`, { cause: error });
  }
  return Buffer.concat(chunks);
}

/** Reads the files of a ladder. The limit is on all of them together, so that a folder cannot pass it in slices. */
export function readLadderFiles(path: string, most: number, hint?: string): { file: string; bytes: Buffer }[] {
  let left = most;
  return ladderFiles(path).map((file) => {
    const bytes = readFileBytes(file, left, () => tooLarge(path, most, hint));
    left -= bytes.length;
    return { file, bytes };
  });
}

/** What lies in folders and is never a part of a ladder: schemas, mapping files of imports, and the files of well-known tools. By name, never by content. */
const OTHERS = [
  /\.schema\.json$/i,
  /\.map\.ya?ml$/i,
  /^(?:package|package-lock|npm-shrinkwrap|composer|renovate|(?:ts|js)config.*)\.json$/i,
  /^(?:(?:docker-)?compose(?:\..+)?|pnpm-lock|pnpm-workspace|mkdocs)\.ya?ml$/i,
];

const TABLE = /\.(?:csv|tsv|xls[xmb]?|ods|numbers)$/i;

/** Lists the files that make up a ladder: the one that is named, or all in the folder that is. */
export function ladderFiles(path: string): string[] {
  if (!isFolder(path)) {
    if (!TABLE.test(path)) return [path];
    throw new PmrolesError('read-failed', `${path} is a table, not a ladder`, {
      hint: `make a ladder of it: pmroles import ${shellWord(path)}`,
      location: { file: path },
    });
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
  if (found.length > 0) return found.sort(byCodeUnit);
  throw new PmrolesError('read-failed', `the folder ${path} holds no ladder file`, {
    hint: 'put the ladder into .yaml, .yml or .json files',
    location: { file: path },
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw fileError(path, error, 'read');
  }
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
