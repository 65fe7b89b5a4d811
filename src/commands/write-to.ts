/**
 * Where the result of a command that makes files goes.
 */
import { printable } from '../render/printable.ts';
import type { Session } from './session.ts';

/** Where to write. */
export interface Destination {
  /** A file; `-` and nothing are standard output. */
  readonly output?: string;
  /** True to replace a file that is there. */
  readonly force?: boolean;
}

/**
 * Writes a text to the file that was named, or to standard output. That a file was written is said on stderr.
 *
 * @param destination where to write
 * @param session the run
 * @param text what to write
 * @throws PmrolesError `write-failed`
 */
export async function writeTo(
  { output = '-', force = false }: Destination,
  { runtime, print }: Pick<Session, 'runtime' | 'print'>,
  text: string,
): Promise<void> {
  if (output === '-') await print(text);
  else {
    await runtime.saveText(output, text, force);
    await runtime.stderr.write(`wrote ${printable(output)}\n`);
  }
}
