/**
 * Where the result of a command that makes files goes.
 */
import type { Catalog } from '../../core/catalog.ts';
import { usage } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import { formatsOf, renderReport } from '../../report/index.ts';
import { printable } from '../../report/printable.ts';
import type { Report } from '../../report/report.ts';
import { displayOptions } from '../../system/terminal.ts';
import { answerTo, type Command } from '../../views/answer.ts';
import { formatOf, type Session, type SharedFlags } from './session.ts';

export interface Destination {
  /** A file; `-` and nothing are standard output. */
  readonly output?: string;
  readonly force?: boolean;
}

/** The formats that files are called after. */
const ENDINGS: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  csv: 'csv',
  xlsx: 'xlsx',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  svg: 'svg',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  txt: 'text',
  // What nothing here writes, and nobody wants YAML under the name of.
  ...Object.fromEntries(['pdf', 'png', 'jpg', 'doc', 'docx', 'xls', 'ods', 'pptx'].map((ending) => [ending, ending])),
};

/** The format that is asked for or, where none is, the one that the file is called after. */
export function formatFor<F extends string>({ output = '' }: Destination, flags: SharedFlags, known: readonly F[]): F {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(output) ?? [];
  const meant = Object.hasOwn(ENDINGS, ending.toLowerCase()) ? ENDINGS[ending.toLowerCase()]! : undefined;
  const usual = known.find((format) => format === meant);
  if (meant !== undefined && usual === undefined && flags.json !== true && flags.format === undefined) {
    throw usage(
      `unsupported output format for ${quote(output)}: ${meant}`,
      `rename the file, or choose with --format: ${known.join(', ')}`,
    );
  }
  return formatOf(flags, known, usual);
}

/**
 * Writes a text, or bytes, to the file that was named, and says so on stderr, or to standard output.
 *
 * @throws PmrolesError `usage` for bytes that would go to a terminal
 */
export async function writeTo(
  { output = '-', force = false }: Destination,
  { runtime, flags, print }: Session,
  content: string | Uint8Array,
): Promise<void> {
  if (output !== '-') {
    await runtime.saveText(output, content, force);
    if (flags.quiet !== true) await runtime.stderr.write(`wrote ${printable(output)}\n`);
  } else if (typeof content === 'string') await print(content);
  else if (runtime.stdout.isTerminal) {
    throw usage('a terminal cannot show this format', 'name a file with -o, or send it to a file or a pipe');
  } else await runtime.stdout.write(content);
}

/** Writes a report to where it is to go, in the format that is asked for or that the file is called after. */
export async function writeReport(
  to: Destination,
  session: Session,
  command: Command,
  { ladder }: Catalog,
  report: Report,
  formats = formatsOf(report),
): Promise<void> {
  const { flags, runtime } = session;
  const { stdout } = runtime;
  const format = formatFor(to, flags, formats);
  // A file is no terminal, whatever the program was started from.
  const target = (to.output ?? '-') === '-' ? stdout : { ...stdout, isTerminal: false, columns: undefined };
  const display = await displayOptions(flags, runtime, target);
  await writeTo(to, session, await renderReport(format, report, display, answerTo(command, ladder)));
}
