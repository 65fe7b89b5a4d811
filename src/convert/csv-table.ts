/**
 * CSV, as people have it, to rows with their line numbers.
 */
import { type CsvError, parse } from 'csv-parse/sync';
import { tableError } from './table-error.ts';

/** What may stand between two cells, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What stands between two cells. */
export type Delimiter = (typeof DELIMITERS)[number];

/** So much of a text is looked at to tell its delimiter. */
const SAMPLE = 64 * 1024;

/** A row of a table. */
export interface TableRow {
  /** The line in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table with its header apart. */
export interface CsvTable {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** No row is empty. */
  readonly rows: readonly TableRow[];
  /** Rows above the header, such as a title. */
  readonly above: readonly TableRow[];
}

/**
 * Reads CSV.
 *
 * @param file the name of the table, for errors
 * @param text the whole text
 * @param delimiter what stands between two cells; found out where it is not given
 * @returns the table, its header the first row that is as wide as a header
 * @throws PmrolesError `ladder-invalid` for a quote that is never closed, control characters that no text has, and an empty table
 */
export function readCsv(file: string, text: string, delimiter?: Delimiter): CsvTable {
  const nul = text.indexOf('\0');
  if (nul >= 0) throw tableError(file, text.slice(0, nul).split('\n').length, 'this is not text', 'save it as CSV');
  // Excel's own way to say what the delimiter is.
  const said = /^\ufeff?(?:"sep=(.)"|sep=(.))\r?\n/i.exec(text);
  const hinted = DELIMITERS.find((entry) => entry === (said?.[1] ?? said?.[2]));
  const chosen = delimiter ?? hinted ?? guessDelimiter(text.slice(0, SAMPLE));
  const all = parseRows(file, text, chosen).slice(hinted === undefined ? 0 : 1);
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = (row: TableRow): number => row.cells.filter((cell) => cell.trim() !== '').length;
  const widest = rows.slice(0, 50).reduce((most, row) => Math.max(most, width(row)), 0);
  const at = widest > 2 ? rows.findIndex((row) => width(row) > 1) : 0;
  const header = rows[at];
  if (!header) throw tableError(file, undefined, 'the table is empty');
  return {
    file,
    delimiter: chosen,
    header: header.cells.map((cell) => cell.trim()),
    headerLine: header.line,
    rows: rows.slice(at + 1),
    above: rows.slice(0, at),
  };
}

function parseRows(file: string, text: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record(cells: string[]) {
        rows.push({ line, cells });
        // csv-parse's own count takes CR LF in a cell for two lines.
        line += cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 1);
        return null;
      },
    });
    return rows;
  } catch (error) {
    // What csv-parse counts is where it gave up; what has to be mended is in the row that began before.
    if ((error as CsvError).code === 'CSV_QUOTE_NOT_CLOSED') {
      throw tableError(file, line, 'a quote is opened and never closed', 'double a quote inside a quoted cell: ""');
    }
    throw tableError(file, line, 'this is not CSV', error instanceof Error ? error.message : undefined);
  }
}

/** The delimiter that cuts most rows into as many cells as the first one, and into more than one. */
function guessDelimiter(sample: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = cellCounts(sample, delimiter);
    const widest = counts.reduce((most, count) => Math.max(most, count), 0);
    const alike = counts.filter((count) => count === widest).length;
    const score = widest < 2 ? 0 : (alike / counts.length) * Math.min(widest, 10);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How many cells each row of a sample has; the last row may be cut off and does not count unless it is the only one. */
function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let at: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (const character of sample) {
    if (at === 'quoted') {
      if (character === '"') at = 'closed';
    } else if (character === '"' && at !== 'plain') {
      at = 'quoted';
    } else if (character === delimiter) {
      cells++;
      at = 'start';
    } else if (character === '\n' || character === '\r') {
      if (cells > 1 || at !== 'start') counts.push(cells);
      [cells, at] = [1, 'start'];
    } else at = 'plain';
  }
  return counts.length > 0 ? counts : [cells];
}
