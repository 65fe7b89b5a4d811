/**
 * Where the program writes, without opening more than it must.
 *
 * Node's own `process.stdout` is right for a terminal. For a file or a pipe it costs several milliseconds to set up, a good
 * part of a whole command; there the descriptor is written to directly.
 */
import { fstatSync, statSync, writeSync } from 'node:fs';

export interface Output {
  /** Writes all of a text or of some bytes; rejects with the stream's error. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly isTerminal: boolean;
  /** How many columns and lines the terminal has, where it is one and says so. */
  readonly columns: number | undefined;
  readonly rows: number | undefined;
}

export function openOutput(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  if (mayBeTerminal(descriptor)) {
    const opened = stream();
    return {
      isTerminal: opened.isTTY,
      // A terminal that does not know its size says 0.
      columns: opened.columns || undefined,
      // A window may grow while somebody explores.
      get rows() {
        return opened.rows || undefined;
      },
      write: (content) => writeTo(opened, content),
    };
  }
  return {
    isTerminal: false,
    columns: undefined,
    rows: undefined,
    async write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
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
    // As `devNull` of node:os, without loading that.
    const none = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';
    return status.isCharacterDevice() && status.rdev !== statSync(none).rdev;
  } catch {
    return true;
  }
}

/** Writes until all is written or the descriptor would block. */
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

/** The standard stream that a path leads to; undefined where that is none. */
export function streamAt(path: string): 'stdout' | 'stderr' | undefined {
  if (/^\/(?:dev\/stdout|dev\/fd\/1|proc\/self\/fd\/1)$/.test(path)) return 'stdout';
  return /^\/(?:dev\/stderr|dev\/fd\/2|proc\/self\/fd\/2)$/.test(path) ? 'stderr' : undefined;
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
