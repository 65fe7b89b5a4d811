/**
 * Sheets as the bytes of an xlsx file: the same sheets, the same bytes.
 */
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { usage } from '../core/errors.ts';
import { visible } from '../report/printable.ts';
import type { Cell } from './cells.ts';
import type { Sheet } from './workbook.ts';

/** What Excel can hold. */
const MOST = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

/** In characters of a line. */
const WIDTH = { least: 8, most: 60 } as const;

/** What XML reads as something else, or the writer leaves out. */
const ESCAPED = String.raw`\r\ufffd\p{NChar}`;
const TO_ESCAPE = new RegExp(`_(?=x[\\da-fA-F]{4}[_${ESCAPED}])|[${ESCAPED}]`, 'gu');

/** The format of text keeps Excel from making a formula or a date of it when somebody edits the cell. */
const SHORT_TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;

/** In that format, older versions of Excel show a text that is longer than 255 characters as number signs. */
const LONG_TEXT = { type: String, wrap: true, alignVertical: 'top' } as const;
const NUMBER = { type: Number, wrap: true, alignVertical: 'top' } as const;

/**
 * Writes a workbook.
 *
 * @throws PmrolesError `usage` for more than a workbook can hold
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, fixed, rows }) => {
    const columns = rows[0]!.length;
    if (rows.length > MOST.rows) throw tooMuch(`the sheet "${name}"`, rows.length, 'rows', MOST.rows);
    if (columns > MOST.columns) throw tooMuch(`the sheet "${name}"`, columns, 'columns', MOST.columns);
    return {
      sheet: name,
      data: rows.map((row, at) => row.map((cell) => cellObject(cell, at, name))),
      stickyRowsCount: 1,
      stickyColumnsCount: fixed,
      columns: rows[0]!.map((_, column) => ({ width: widthOf(rows, column) })),
    };
  });
  const bytes = await writeExcelFile(written).toBuffer();
  // It says when it was written. The same ladder is to be the same file, so that the first time of all stands there, in any zone.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}

function cellObject(cell: Cell, at: number, sheet: string): CellObject | null {
  if (cell === '') return null;
  if (typeof cell === 'number') return { ...NUMBER, value: cell };
  const text = visible(String(cell));
  if (text.length > MOST.characters) {
    throw tooMuch(`a cell in row ${at + 1} of the sheet "${sheet}"`, text.length, 'characters', MOST.characters);
  }
  const style = text.length > 255 ? LONG_TEXT : SHORT_TEXT;
  return { ...style, value: escaped(text), ...(at === 0 && { fontWeight: 'bold' }) };
}

/** As the format escapes characters: `_x000D_`. */
function escaped(text: string): string {
  // The writer takes the names that every object has for cells that it knows already.
  if (text in {}) return unitsOf(text.charAt(0)) + text.slice(1);
  return text.replace(TO_ESCAPE, unitsOf);
}

function unitsOf(characters: string): string {
  const units = Array.from({ length: characters.length }, (_, at) => characters.charCodeAt(at));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}

function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  let longest: number = WIDTH.least;
  for (const row of rows) {
    for (const line of String(row[column]).split('\n')) longest = Math.max(longest, line.length + 2);
    if (longest >= WIDTH.most) return WIDTH.most;
  }
  return longest;
}

function tooMuch(where: string, count: number, what: string, most: number): Error {
  const number = (value: number): string => value.toLocaleString('en');
  return usage(
    `${where} would have ${number(count)} ${what}, and Excel takes ${number(most)}`,
    'export it as yaml, json or csv',
  );
}
