/**
 * Where the result of a command that makes files goes.
 */
import type { Catalog } from '../../core/catalog.ts';
import { PmrolesError } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import { renderReport } from '../../report/index.ts';
import { printable } from '../../report/printable.ts';
import type { Report } from '../../report/report.ts';
import { displayOptions } from '../../system/terminal.ts';
import { answerTo, type Command } from '../../views/answer.ts';
import { formatOf, type Session, type SharedFlags } from './session.ts';

/** Where to write. */
export interface Destination {
  /** A file; `-` and nothing are standard output. */
  readonly output?: string;
  /** True to replace a file that is there. */
  readonly force?: boolean;
}

/** The formats that files are called after. */
const ENDINGS: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  svg: 'svg',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  txt: 'text',
};

/**
 * The format that is asked for or, where none is, the one that the file is called after.
 *
 * @throws PmrolesError `usage` for a format that the command does not know, and for a file that is called after one
 */
export function formatFor<F extends string>({ output = '' }: Destination, flags: SharedFlags, known: readonly F[]): F {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(output) ?? [];
  const meant = Object.hasOwn(ENDINGS, ending.toLowerCase()) ? ENDINGS[ending.toLowerCase()]! : undefined;
  const usual = known.find((format) => format === meant);
  if (meant !== undefined && usual === undefined && flags.json !== true && flags.format === undefined) {
    throw new PmrolesError('usage', `${quote(output)} is called after a format that is not written here: ${meant}`, {
      hint: `call it otherwise, or say which it is to be with --format: ${known.join(', ')}`,
    });
  }
  return formatOf(flags, known, usual);
}

/**
 * Writes a text to the file that was named, or to standard output. That a file was written is said on stderr, unless it is to be quiet.
 *
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

/** Renders a report for where it goes. */
export async function renderFor(
  { output = '-' }: Destination,
  format: string,
  command: Command,
  { ladder }: Catalog,
  report: Report,
  { flags, runtime }: Session,
): Promise<string> {
  const { stdout } = runtime;
  // A file is no terminal, whatever the program was started from.
  const target = output === '-' ? stdout : { ...stdout, isTerminal: false, columns: undefined };
  return renderReport(format, report, await displayOptions(flags, runtime, target), answerTo(command, ladder));
}
