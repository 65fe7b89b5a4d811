/**
 * Where the program writes, without opening more than it must.
 *
 * Node's own `process.stdout` is right for a terminal. For a file or a pipe it costs several milliseconds to set up, a good
 * part of a whole command; there the descriptor is written to directly.
 */
import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from './runtime.ts';

/** The same as `devNull` of node:os, without loading that. */
const NULL_DEVICE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

/** Opens one of the standard streams for writing. */
export function openOutput(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  if (mayBeTerminal(descriptor)) return streamOutput(stream());
  return {
    isTerminal: false,
    columns: undefined,
    rows: undefined,
    async write(text) {
      const bytes = Buffer.from(text);
      const written = writeDirectly(descriptor, bytes);
      // A pipe that does not block is full: Node's stream waits for the reader.
      if (written < bytes.length) await writeTo(stream(), bytes.subarray(written));
    },
  };
}

/**
 * Terminals are character devices, and so are a few things that are none: the null device is told apart here, because output
 * is often sent there, the others by Node's stream.
 */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync(NULL_DEVICE).rdev;
  } catch {
    return true;
  }
}

/**
 * Writes until all is written or the descriptor would block.
 *
 * @throws the system's error, such as EPIPE or ENOSPC
 */
function writeDirectly(descriptor: number, bytes: Uint8Array): number {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') break;
      throw error;
    }
  }
  return written;
}

function streamOutput(stream: NodeJS.WriteStream): Output {
  const { isTTY: isTerminal } = stream;
  return {
    isTerminal,
    columns: stream.columns,
    // A window may grow while somebody explores.
    get rows() {
      return stream.rows;
    },
    write: (text) => writeTo(stream, text),
  };
}

function writeTo(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // Without a listener a failed write ends the process with a stack trace, even though the callback tells of it.
    stream.once('error', reject);
    stream.write(content, (error) => {
      stream.removeListener('error', reject);
      if (error) {
        stream.on('error', () => undefined);
        reject(error);
      } else resolve();
    });
  });
}
