/**
 * What the XML of a workbook says and read-excel-file does not tell: which cells are merged, which hold an error, which sheets
 * are hidden. Only tags and their attributes are looked at, so that no parser is needed.
 */
import { tableError } from '../table-error.ts';

/** A block of cells; rows and columns count from 0. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetMarks {
  readonly merges: readonly Block[];
  /** Cells that are errors, or formulas whose value was never saved. */
  readonly broken: readonly Block[];
  /** How many cells it takes to hold the sheet, since rows and columns are filled up to the last cell. */
  readonly cells: number;
}

/** As many rows as Excel has. */
const SHEET_ROWS = 1_048_576;

/** read-excel-file takes time that grows with the square of the rows, and a slow machine fails at four times as many. */
const MOST_ROWS = 50_000;

/** A row, a merge, or a cell with its formula and its value. */
const TAG =
  /<(?:[^\s<>/:"']+:)?(row|c|mergeCell)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'<>])*)>(?:\s*(<(?:\w+:)?f\b[^>]*>(?:[^<]*<\/(?:\w+:)?f>)?))?(?:\s*<(?:\w+:)?v\b[^>]*>([^<]*))?/g;

export function readMarks(file: string, xml: string): SheetMarks {
  const merges: Block[] = [];
  const broken: Block[] = [];
  let [height, width] = [0, 0];
  for (const [, name, attributes = '', formula, value] of xml.matchAll(TAG)) {
    const { r, t, ref } = attributesOf(attributes);
    if (name === 'mergeCell') merges.push(blockOf(file, ref));
    else if (name === 'row') blockOf(file, r === undefined ? 'A1' : `A${r}`);
    else {
      const block = blockOf(file, r);
      if (attributes.endsWith('/')) continue;
      height = Math.max(height, block.bottom + 1);
      width = Math.max(width, block.right + 1);
      if (t === 'e' || (formula !== undefined && value === undefined)) broken.push(block);
    }
  }
  if (height > MOST_ROWS) {
    throw tableError(
      file,
      undefined,
      `a sheet has a cell in row ${height}; at most ${MOST_ROWS} rows are read`,
      'save it as CSV',
    );
  }
  return { merges, broken, cells: height * width };
}

/** The attributes of a tag, whose names may have a prefix. */
export function attributesOf(text: string): Readonly<Record<string, string | undefined>> {
  const found = Object.create(null) as Record<string, string>;
  for (const [, name, double, single] of text.matchAll(/([^\s:="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name!] = double ?? single!;
  }
  return found;
}

function blockOf(file: string, ref = ''): Block {
  const [from = '', to = from] = ref.split(':');
  const [top, left] = placeOf(file, from);
  const [bottom, right] = placeOf(file, to);
  return { top, left, bottom, right };
}

function placeOf(file: string, cell: string): readonly [row: number, column: number] {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell) ?? [];
  const row = Number(digits);
  if (letters === undefined || row < 1 || row > SHEET_ROWS) {
    throw tableError(
      file,
      undefined,
      `a cell of a sheet has no proper address: ${JSON.stringify(cell)}`,
      'save it again as xlsx',
    );
  }
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [row - 1, column - 1];
}
