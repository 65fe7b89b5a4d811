/**
 * CSV, as people have it, to a table.
 */
import { tableError } from '../table-error.ts';
import type { Row, Table } from '../table.ts';
import { lineAt } from './table-text.ts';

/** What may stand between two cells. Of two that fit a table equally well, the first is taken. */
export const DELIMITERS = ['\t', ',', ';', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** So much of a text is looked at to tell its delimiter. */
const SAMPLE = 64 * 1024;

/** Where no delimiter is likely: a character that no text has. */
const NONE = '\u001f';

const NOTES: Readonly<Record<string, string>> = {
  '\t': 'read as tab-separated',
  ';': 'read as semicolon-separated',
  '|': 'read as bar-separated',
  [NONE]: 'read as one column',
};

/**
 * @param text has LF alone at the ends of its lines
 * @throws PmrolesError `ladder-invalid` for a quote that is not closed where its cell ends
 */
export async function readCsv(
  file: string,
  text: string,
  notes: readonly string[],
  delimiter?: Delimiter,
): Promise<Table> {
  const { default: papa } = await import('papaparse');
  const parse = (from: string, by: string): string[][] =>
    papa.parse<string[]>(from, { delimiter: by, newline: '\n' }).data;
  // Excel's own way to say what the delimiter is. The end of its line stays, so that lines are counted right.
  const [line = '', quoted, plain] = /^(?:"sep=([^\w"\n])"|sep=([^\w"\n]))(?=\n)/i.exec(text) ?? [];
  const rest = text.slice(line.length);
  const table = rest.endsWith('\n') ? rest : `${rest}\n`;
  const said = delimiter ?? quoted ?? plain;
  const chosen = said ?? guessDelimiter(table, parse);
  checkQuotes(file, table, chosen);
  const rows: Row[] = [];
  let next = 1;
  for (const cells of parse(table, chosen)) {
    if (!isEmpty(cells)) rows.push({ line: next, cells });
    next += 1 + cells.reduce((sum, cell) => sum + lineAt(cell, cell.length) - 1, 0);
  }
  const note = said === undefined ? NOTES[chosen] : undefined;
  return { file, name: undefined, unit: 'line', rows, notes: note === undefined ? notes : [...notes, note] };
}

export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * A quote that is not closed where its cell ends would swallow the rows below it. papaparse reads on, and keeps an error for
 * each, which takes gigabytes for a hostile file.
 */
function checkQuotes(file: string, text: string, delimiter: string): void {
  const fail = (message: string): never => {
    throw tableError(file, lineAt(text, row), message, 'double a quote inside a quoted cell: ""');
  };
  let row = 0;
  let newline = text.indexOf('\n');
  let end = 0;
  for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', end + 1)) {
    for (; newline >= 0 && newline < open; newline = text.indexOf('\n', newline + 1)) row = newline + 1;
    end = open;
    if (open > 0 && text[open - 1] !== delimiter && text[open - 1] !== '\n') continue;
    end = text.indexOf('"', open + 1);
    while (text[end + 1] === '"' && end >= 0) end = text.indexOf('"', end + 2);
    if (end < 0) fail('a quote is opened and never closed');
    let after = end + 1;
    while (text[after] === ' ' || (text[after] === '\t' && delimiter !== '\t')) after++;
    if (text[after] !== delimiter && text[after] !== '\n') fail('text follows a closing quote');
    if (newline < end) newline = text.indexOf('\n', end);
  }
}

/**
 * The delimiter under which most rows have as many cells, or undefined where no delimiter is likely. How many cells that is
 * counts for little, since texts are full of commas. A space after it speaks for a text, and so does a first row without it.
 */
function guessDelimiter(text: string, parse: (from: string, by: string) => string[][]): string {
  const sample = text.slice(0, SAMPLE);
  let best = { delimiter: NONE, score: 0.25 };
  for (const delimiter of DELIMITERS) {
    const parsed = parse(sample, delimiter);
    // The last row may be cut off.
    const rows = (sample === text || parsed.length < 2 ? parsed : parsed.slice(0, -1)).filter((row) => !isEmpty(row));
    const score = scoreOf(rows);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter === NONE && !DELIMITERS.some((delimiter) => text.includes(delimiter)) ? ',' : best.delimiter;
}

function scoreOf(rows: readonly (readonly string[])[]): number {
  // There is nothing but delimiters.
  if (rows.length === 0) return 1;
  const parted = rows.filter(({ length }) => length > 1);
  const tally = new Map<number, number>();
  for (const { length } of parted) tally.set(length, (tally.get(length) ?? 0) + 1);
  const [width] = [...tally].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (width === 0) return 0;
  // A cell with one quote of two was cut out of a quoted cell.
  const isWhole = (cell: string): boolean => cell.split('"').length % 2 === 1;
  const alike = parted.filter((row) => row.length === width && row.every(isWhole)).length;
  const later = parted.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  const spaced = later.filter((cell) => cell.startsWith(' ')).length / Math.max(later.length, 1);
  const agreement = (alike + parted.length) / (2 * rows.length);
  return agreement - spaced / 2 - (rows[0]!.length === 1 ? 0.25 : 0) + Math.min(width, 10) / 100;
}
