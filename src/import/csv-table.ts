/**
 * CSV, as people have it, to rows with their line numbers.
 */
import { type CsvError, parse } from 'csv-parse/sync';
import { PmrolesError } from '../core/errors.ts';
import { isFlatColumn } from '../export/flat-table.ts';
import { fieldOf } from './headers.ts';
import type { ImportNotes } from './import-notes.ts';
import { tableError } from './table-error.ts';

/** What may stand between two cells, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What stands between two cells. */
export type Delimiter = (typeof DELIMITERS)[number];

/** So much of a text is looked at to tell its delimiter. */
const SAMPLE = 64 * 1024;

/**
 * What a spreadsheet puts where a formula has no value, in the languages that it speaks. These are no words of the table.
 */
export const SHEET_ERROR = /^#(?:N\/A|N\/D|NV|¡?\p{Lu}[\p{Lu}\d/ ]*[!?])$/u;

/** Lines of a text, from 1, both ends among them. */
export type LineRange = readonly [first: number, last: number];

/** A row of a table. */
export interface TableRow {
  /** The line in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** True where the row above it is empty. */
  readonly afterGap?: boolean;
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
  /** Rows that the user leaves out. */
  readonly skipped: readonly TableRow[];
}

/**
 * Reads CSV.
 *
 * @throws PmrolesError `ladder-invalid` for a quote that is never closed, control characters that no text has, and an empty table;
 *   `usage` for a line to leave out that the table does not have
 */
export function readCsv(file: string, text: string, delimiter?: Delimiter, skip: readonly LineRange[] = []): CsvTable {
  const nul = text.indexOf('\0');
  if (nul >= 0) throw tableError(file, text.slice(0, nul).split('\n').length, 'this is not text', 'save it as CSV');
  // Excel's own way to say what the delimiter is.
  const said = /^\ufeff?(?:"sep=(.)"|sep=(.))\r?\n/i.exec(text);
  const hinted = DELIMITERS.find((entry) => entry === (said?.[1] ?? said?.[2]));
  const chosen = delimiter ?? hinted ?? guessDelimiter(text.slice(0, SAMPLE));
  const all = parseRows(file, text, chosen).slice(hinted === undefined ? 0 : 1);
  const filled = all.flatMap((row, at): TableRow[] =>
    isEmpty(row) ? [] : [at > 0 && isEmpty(all[at - 1]!) ? { ...row, afterGap: true } : row],
  );
  const skipped = skippedRows(filled, all.at(-1), skip);
  const rows = filled.filter((row) => !skipped.has(row));
  const width = (row: TableRow): number => row.cells.filter((cell) => cell.trim() !== '').length;
  const widest = rows.slice(0, 50).reduce((most, row) => Math.max(most, width(row)), 0);
  const first = rows.findIndex((row) => width(row) > 1);
  // Of two columns, the second may be empty in the header; a title has no name of a column in it.
  const at = widest > 2 || (first > 0 && isHeader(rows[first]!) && !isHeader(rows[0]!)) ? first : 0;
  const header = rows[at];
  if (!header) throw tableError(file, undefined, 'the table is empty');
  return {
    file,
    delimiter: chosen,
    header: header.cells.map((cell) => cell.trim()),
    headerLine: header.line,
    rows: rows.slice(at + 1),
    above: rows.slice(0, at),
    skipped: filled.filter((row) => skipped.has(row)),
  };
}

function isEmpty({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The rows of which some line is to be left out. */
function skippedRows(
  rows: readonly TableRow[],
  end: TableRow | undefined,
  skip: readonly LineRange[],
): ReadonlySet<TableRow> {
  const last = end === undefined ? 0 : lastLine(end);
  const beyond = skip.find(([from]) => from > last);
  if (beyond !== undefined) {
    throw new PmrolesError('usage', `--skip-rows names line ${beyond[0]}, and the table ends in line ${last}`, {
      hint: 'lines are counted from 1, the header and empty lines among them',
    });
  }
  return new Set(rows.filter((row) => skip.some(([from, to]) => from <= lastLine(row) && row.line <= to)));
}

/** The line in which a row ends. csv-parse's own count takes CR LF in a cell for two lines. */
function lastLine({ line, cells }: TableRow): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), line);
}

/** Takes out what a spreadsheet puts where a formula has no value. */
export function withoutSheetErrors<T extends CsvTable>(table: T, notes: ImportNotes): T {
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, place) => {
      if (!cell.includes('#') || !SHEET_ERROR.test(cell.trim())) return cell;
      const label = cells.find((other) => other.trim() !== '' && !SHEET_ERROR.test(other.trim()));
      const name = table.header[place] ?? '';
      const column = name === '' ? `#${place + 1}` : name;
      const where = label === undefined ? column : `${label} / ${column}`;
      notes.dropped(line, `${where}: ${cell.trim()}`, 'an error of the spreadsheet, read as an empty cell');
      return '';
    }),
  }));
  return { ...table, rows };
}

function isHeader({ cells }: TableRow): boolean {
  return cells.some((cell) => fieldOf(cell) !== undefined);
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
        const row = { line, cells };
        rows.push(row);
        line = lastLine(row) + 1;
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

/**
 * The delimiter under which most rows have as many cells as the header, and the header says what is known. How many cells that
 * is counts for little: texts are full of commas.
 */
function guessDelimiter(sample: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(rawRows(sample, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreOf(rows: readonly (readonly string[])[]): number {
  const tally = new Map<number, number>();
  for (const { length } of rows) if (length > 1) tally.set(length, (tally.get(length) ?? 0) + 1);
  const [width, alike] = [...tally].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (width === 0) return 0;
  // Rows that are cut short come below a header that is whole, so the header is the first row with any cells at all.
  const header = rows.find(({ length }) => length > 1)!.filter((cell) => cell.trim() !== '');
  const exported = header.includes('entry');
  const known = header.filter((cell) => fieldOf(cell) !== undefined || (exported && isFlatColumn(cell))).length;
  return alike / rows.length + 2 * (known / Math.max(header.length, 1)) + Math.min(width, 10) / 100;
}

/** The rows of a sample, roughly; the last may be cut off and does not count unless it is the only one. */
function rawRows(sample: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let start = 0;
  let at: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  const cut = (end: number): void => {
    cells.push(sample.slice(start, end).replace(/^\ufeff?"|"$/g, ''));
    start = end + 1;
  };
  for (let index = 0; index < sample.length; index++) {
    const character = sample[index]!;
    if (at === 'quoted') {
      if (character === '"') at = 'closed';
    } else if (character === '"' && at !== 'plain') {
      at = 'quoted';
    } else if (character === delimiter) {
      cut(index);
      at = 'start';
    } else if (character === '\n' || character === '\r') {
      const empty = cells.length === 0 && at === 'start';
      cut(index);
      if (!empty) rows.push(cells);
      [cells, at] = [[], 'start'];
    } else at = 'plain';
  }
  if (rows.length > 0) return rows;
  cut(sample.length);
  return [cells];
}
