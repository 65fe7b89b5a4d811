/**
 * Where the result of a command that makes files goes.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Format, loadRenderer } from '../render/index.ts';
import { printable } from '../render/printable.ts';
import type { Report } from '../render/report.ts';
import { displayOptions } from '../terminal.ts';
import type { Session } from './session.ts';

/** Where to write. */
export interface Destination {
  /** A file; `-` and nothing are standard output. */
  readonly output?: string;
  /** True to replace a file that is there. */
  readonly force?: boolean;
}

/**
 * Writes a text to the file that was named, or to standard output. That a file was written is said on stderr, unless it is to be quiet.
 *
 * @param destination where to write
 * @param session the run
 * @param text what to write
 * @throws PmrolesError `write-failed`
 */
export async function writeTo(
  { output = '-', force = false }: Destination,
  { runtime, flags, print }: Pick<Session, 'runtime' | 'flags' | 'print'>,
  text: string,
): Promise<void> {
  if (output === '-') await print(text);
  else {
    await runtime.saveText(output, text, force);
    if (flags.quiet !== true) await runtime.stderr.write(`wrote ${printable(output)}\n`);
  }
}

/**
 * Renders a report for where it goes.
 *
 * @param destination where to write
 * @param format one of the usual formats
 * @param command the command's name
 * @param catalog the ladder
 * @param report what to render
 * @param session the run
 * @returns the text; for a file neither coloured nor fitted to the terminal
 */
export async function renderFor(
  { output = '-' }: Destination,
  format: Format,
  command: string,
  { ladder }: Catalog,
  report: Report,
  { flags, runtime }: Session,
): Promise<string> {
  const render = await loadRenderer(format);
  const { stdout } = runtime;
  // A file is no terminal, whatever the program was started from.
  const target = output === '-' ? stdout : { ...stdout, isTerminal: false, columns: undefined };
  return render(report, { command, ladder }, await displayOptions(flags, runtime, target));
}
