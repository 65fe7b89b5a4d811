/**
 * How values stand in the cells of a table.
 */

/** What a cell may hold. */
export type Cell = string | number | boolean;

/** Writes a value into a cell and reads it back. What cannot be read stays as it stands, for the checks to complain of. */
export interface Codec {
  readonly write: (value: unknown) => Cell;
  readonly read: (cell: string) => unknown;
}

/** A text as it is. */
export const TEXT: Codec = { write: (value) => value as string, read: (cell) => cell };

/** A number. */
export const NUMBER: Codec = {
  write: (value) => value as number,
  read: (cell) => (cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell),
};

/** True or false; spreadsheets write them in capitals. */
export const FLAG: Codec = {
  write: (value) => value as boolean,
  read: (cell) => (/^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell),
};

/** Several texts, `a; b`; a semicolon or backslash in one of them has a backslash before it. */
export const TEXTS: Codec = {
  write: (value) => (value as readonly string[]).map((text) => text.replace(/[\\;]/g, '\\$&')).join('; '),
  read: splitTexts,
};

/** Several numbers, `1; 2`. */
export const NUMBERS: Codec = {
  write: (value) => (value as readonly number[]).join('; '),
  read: (cell) => splitTexts(cell).map(NUMBER.read),
};

/** Numbers by id, `cpo=5; pm=2`. */
export const WEIGHTS: Codec = {
  write: (value) =>
    Object.entries(value as Readonly<Record<string, number>>)
      .map(([id, weight]) => `${id}=${weight}`)
      .join('; '),
  read: (cell) =>
    Object.fromEntries(
      splitTexts(cell).map((part) => {
        const [, id = part, weight = ''] = /^(.*)=(.*)$/s.exec(part) ?? [];
        return [id.trim(), NUMBER.read(weight)];
      }),
    ),
};

function splitTexts(cell: string): string[] {
  const texts: string[] = [];
  let text = '';
  for (const [piece, escaped] of cell.matchAll(/\\([\\;])|[^\\;]+|[\\;]/g)) {
    if (piece === ';') {
      texts.push(text);
      text = '';
    } else text += escaped ?? piece;
  }
  return [...texts, text].map((entry, index) => (index > 0 && entry.startsWith(' ') ? entry.slice(1) : entry));
}

/** Takes away the apostrophe that the csv format puts before what a spreadsheet would run. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
