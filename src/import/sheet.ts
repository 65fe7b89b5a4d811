/**
 * A table with its header found, and without what is about the sheet: titles, sums, the header once more, notes below.
 */
import { quote } from '../core/names.ts';
import { type Answers, isSkipped, lastLine } from './answers.ts';
import { meaningOf } from './cells.ts';
import { isLabel, hasTitles, isOfTheSheet, senseOf } from './columns/headers.ts';
import { nameKey, plainKey } from './name-key.ts';
import { type Notes, shortened } from './notes.ts';
import type { Row, Table } from './table.ts';
import { tableError } from './table-error.ts';
import { COUNTED, FOOTNOTE, TOTALS } from './words.ts';

/** A table with a header. */
export interface Sheet extends Table {
  /** Trimmed, a name for every column that has anything in it; empty where there is none. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** By column, what stands above the header over several columns, as tracks do over their roles; empty where nothing does. */
  readonly above: readonly string[];
  /** Levels that a legend below the table explains: `3 - Proficient`. */
  readonly legend: readonly string[];
}

/** What is longer is a sentence, and no name of a role or a skill. */
const LONGEST_NAME = 60;

const NUMBER = /^[-+−]?\d[\d.,'’ \u00a0\u202f]*%?$/u;

/** What a spreadsheet puts where a formula has no value, in the languages that it speaks. */
const SHEET_ERROR = /^#(?:N\/A|N\/D|NV|¡?\p{Lu}[\p{Lu}\d/ ]*[!?])$/u;

/**
 * Finds the header and sets aside what is about the sheet.
 *
 * @throws PmrolesError `ladder-invalid` for a table that is empty, or in which another one begins
 */
export function sheetOf(table: Table, answers: Answers, notes: Notes): Sheet {
  const { file } = table;
  const place = ({ line }: Row): { file: string; line: number } => ({ file, line });
  const rows = table.rows.filter((row) => {
    if (!isSkipped(answers, table, row)) return true;
    notes.aside(place(row), textOf(row), 'as --skip-rows says');
    return false;
  });
  const at = headerAt(rows);
  const headerRow = rows[at];
  if (!headerRow) throw tableError(table, undefined, 'the table is empty');
  const below = rows.slice(at + 1);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), headerRow.cells.length);
  const header = Array.from({ length: width }, (_, column) => (headerRow.cells[column] ?? '').trim());
  const over = rows[at - 1];
  const above = over && isOver(over, headerRow) ? spread(over, header) : [];
  for (const row of above.length > 0 ? rows.slice(0, at - 1) : rows.slice(0, at)) {
    notes.aside(place(row), textOf(row), 'it stands above the header');
  }
  const keys = keysOf(headerRow);
  const end = endOf(table, below, header);
  const kept = below.slice(0, end).filter((row, index) => {
    const again = isSame(keysOf(row), keys);
    if (again) notes.aside(place(row), textOf(row), 'the header once more');
    else if (isTotal(row)) notes.aside(place(row), textOf(row), 'a sum of the table');
    else {
      const before = below[index - 1] ?? headerRow;
      if (row.line > lastLine(table, before) + 1 && isOtherHeader(row)) throw secondTable(table, headerRow, row);
      return true;
    }
    return false;
  });
  for (const row of below.slice(end)) notes.aside(place(row), textOf(row), 'a note below the table');
  if (kept.length === 0) {
    throw tableError(table, headerRow.line, 'there is a header and nothing below it', 'add a row for each entry');
  }
  return {
    ...table,
    header,
    headerLine: headerRow.line,
    above,
    legend: below.slice(end).flatMap(legendEntry),
    rows: kept.map((row) => withoutErrors(table, header, row, notes)),
  };
}

function filled({ cells }: Row): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function textOf(row: Row): string {
  return filled(row).join(' ');
}

/** The first row of several cells, unless one of the next names what the table is about and this one says nothing that is known. */
function headerAt(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => filled(row).length > 1);
  if (first < 0)
    return Math.max(
      0,
      rows.findIndex(({ cells }) => cells.some(isLabel)),
    );
  if (rows.slice(0, first).some(({ cells }) => cells.some(isLabel)) && rows.every((row) => filled(row).length < 3)) {
    // Of two columns, the second may be without a header.
    return rows.findIndex(({ cells }) => cells.some(isLabel));
  }
  if (rows[first]!.cells.some(isLabel) || hasTitles(filled(rows[first]!))) return first;
  const named = rows.slice(first, first + 4).findIndex((row) => filled(row).length > 1 && row.cells.some(isLabel));
  return first + Math.max(0, named);
}

/** Whether a row stands over the columns of a header and not over its labels, as the names of tracks do. */
function isOver(over: Row, header: Row): boolean {
  const first = over.cells.findIndex((cell) => cell.trim() !== '');
  const label = header.cells.findIndex((cell) => cell.trim() !== '');
  // One cell over everything is a title.
  return first > label && filled(over).length > 1 && filled(over).length < filled(header).length;
}

/** The cells of a row, each over all columns up to the next. */
function spread({ cells }: Row, header: readonly string[]): string[] {
  let last = '';
  return header.map((_, column) => (last = (cells[column] ?? '').trim() || last));
}

/** Where the notes at the end begin: rows with hardly a cell, behind a gap or written like notes. */
function endOf(table: Table, rows: readonly Row[], header: readonly string[]): number {
  const columns = header.filter((name) => name !== '').length;
  if (columns < 2) return rows.length;
  const few = columns > 3 ? 2 : 1;
  // A cell under the columns of roles is no note.
  const isShort = ({ cells }: Row): boolean => cells.every((cell, at) => at < few || cell.trim() === '');
  const isNote = (row: Row): boolean => {
    const [first = ''] = filled(row);
    const plain = first.normalize('NFKD').replace(/\p{M}/gu, '');
    return isShort(row) && (first.length > LONGEST_NAME || FOOTNOTE.test(plain));
  };
  let end = rows.length;
  for (let at = rows.length - 1; at > 0; at--) {
    const row = rows[at]!;
    const gap = row.line > lastLine(table, rows[at - 1]!) + 1;
    if (!isShort(row)) break;
    // A gap alone may part groups; what stands behind it is a note where nothing but such rows follow.
    if (isNote(row) || gap) {
      end = at;
    }
  }
  // Where entries begin with such signs too, these are bullets.
  return rows.slice(0, end).some(({ cells }) => /^\s*[*†‡©]/u.test(cells[0] ?? '')) ? rows.length : end;
}

/** `3 = Proficient`, in one cell or in two, also several of them: `Legend: 1 = basic, 2 = good`. */
function legendEntry({ cells }: Row): string[] {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const [first = '', second = '', ...others] = cells.slice(Math.max(at, 0)).map((cell) => cell.trim());
  // A number by itself has its words in the next cell; elsewhere, that cell is one of a role.
  const isPair = /^\d{1,2}$/.test(first) && /^\p{L}/u.test(second);
  if (others.some((cell) => cell !== '') || (second !== '' && !isPair)) return [];
  return `${first} ${second}`
    .replace(/^\p{L}+:/u, '')
    .split(/[;\n]|,\s*(?=\d)/)
    .flatMap((part) => {
      const [, number, words] = /^\s*(\d{1,2})\s*[-–—=:.)]*\s+(\p{L}[^\n]{0,200})$/u.exec(part) ?? [];
      // The name of the level stands before what explains it.
      return number === undefined ? [] : [`${number} - ${words!.split(/\s*[:–—(]/u)[0]!.trim()}`];
    });
}

function keysOf({ cells }: Row): string[] {
  const keys = cells.map((cell) => nameKey(cell));
  return keys.slice(0, keys.findLastIndex((key) => key !== '') + 1);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}

/** A row of several cells in which nothing but headers stands, or which begins with one that a table is about. */
function isOtherHeader(row: Row): boolean {
  const cells = filled(row);
  return cells.length > 1 && isLabel(cells[0]!) && cells.slice(1).every((cell) => meaningOf(cell) === 'words');
}

function secondTable(table: Table, header: Row, row: Row) {
  return tableError(
    table,
    row.line,
    `another table begins here, whose header is not that of ${table.unit} ${header.line}: ${quote(shortened(textOf(row)))}`,
    `import each by itself; --skip-rows ${row.line}-999999 leaves out all from here on`,
  );
}

/** A word for a sum, alone or with what is added up, and numbers. `Total Quality Management` is a skill. */
function isTotal(row: Row): boolean {
  const [label = '', ...others] = filled(row);
  const [first = '', ...rest] = label.split(/[\s:/()-]+/u).filter((word) => word !== '');
  const counted = rest.every((word) => COUNTED.has(plainKey(word)) || senseOf(word) !== undefined);
  return (
    (TOTALS.has(plainKey(label)) || (TOTALS.has(plainKey(first)) && counted)) &&
    others.every((cell) => NUMBER.test(cell) || SHEET_ERROR.test(cell) || meaningOf(cell) === 'dash')
  );
}

/** A cell that a spreadsheet could not work out is empty. */
function withoutErrors({ file }: Table, header: readonly string[], row: Row, notes: Notes): Row {
  if (!row.cells.some((cell) => cell.includes('#') && SHEET_ERROR.test(cell.trim()))) return row;
  const cells = row.cells.map((cell, column) => {
    if (!SHEET_ERROR.test(cell.trim())) return cell;
    const where = header[column] !== '' && header[column] !== undefined ? header[column] : `#${column + 1}`;
    // Of a column that is about the sheet, nothing of the ladder is lost.
    if (!isOfTheSheet(header[column] ?? '')) {
      notes.lost(
        { file, line: row.line },
        `${where}: ${cell.trim()}`,
        'an error of the spreadsheet, read as an empty cell',
      );
    }
    return '';
  });
  return { ...row, cells };
}
