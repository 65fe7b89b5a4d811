/**
 * A line of source with a caret under the place that is meant, in few columns.
 */
import { SIMPLE_TEXT } from './printable.ts';
import type { Excerpt } from './report.ts';
import { graphemes, widthOf } from './width.ts';

/** A drawn excerpt: the line, and what stands under it. */
export interface DrawnExcerpt {
  readonly source: string;
  readonly caret: string;
}

/**
 * No more UTF-16 units than this for each column are looked at on each side of the caret: a whole ladder may be one line of
 * JSON. Few characters take more.
 */
const UNITS_A_COLUMN = 4;

/** A tab is shown as so many blanks. */
const TAB = '    ';

/** Draws an excerpt. */
export function drawExcerpt(
  { line, text, column }: Excerpt,
  width: number,
  shown: (text: string) => string,
): DrawnExcerpt {
  const gutter = `${line} | `;
  const ellipsis = shown('…');
  const sign = widthOf(ellipsis);
  const at = Math.min(column - 1, text.length);
  const reach = UNITS_A_COLUMN * width;
  const [start, end] = [Math.max(0, at - reach), Math.min(text.length, at + reach)];
  const cells = (from: number, to: number): Cell[] => cellsOf(shown(text.slice(from, to).replaceAll('\t', TAB)));
  const [left, right] = [cells(start, at).reverse(), cells(at, end)];
  // On a very narrow terminal a few columns of the source are shown all the same.
  const room = Math.max(width - gutter.length, 2 * sign + 6);
  // Half of the room is for what stands before the caret, and what the other half does not need.
  const needed = columnsOf(right) + (end < text.length ? sign : 0);
  const before = fit(left, room - Math.min(Math.max(needed, 1), Math.ceil(room / 2)), start > 0, sign);
  const after = fit(right, room - before.columns, end < text.length, sign);
  return {
    source: `${gutter}${before.cut ? ellipsis : ''}${before.text.reverse().join('')}${after.text.join('')}${
      after.cut ? ellipsis : ''
    }`.trimEnd(),
    caret: `${' '.repeat(gutter.length - 2)}| ${' '.repeat(before.columns)}^`,
  };
}

interface Cell {
  readonly text: string;
  readonly columns: number;
}

function cellsOf(text: string): Cell[] {
  // In simple text every character is a column.
  if (SIMPLE_TEXT.test(text)) return Array.from(text, (character) => ({ text: character, columns: 1 }));
  return graphemes(text).map((character) => ({ text: character, columns: widthOf(character) }));
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0);
}

/** As many cells from the first on as there is room for; `columns` counts the sign that stands for what was cut, too. */
function fit(
  cells: readonly Cell[],
  room: number,
  more: boolean,
  sign: number,
): { readonly text: string[]; readonly columns: number; readonly cut: boolean } {
  const cut = more || columnsOf(cells) > room;
  const text: string[] = [];
  let columns = cut ? sign : 0;
  for (const cell of cells) {
    if (columns + cell.columns > room) break;
    text.push(cell.text);
    columns += cell.columns;
  }
  return { text, columns, cut };
}
