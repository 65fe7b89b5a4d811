/**
 * A line of source with a caret under the place that is meant, in few columns.
 */
import { printable } from './printable.ts';
import type { Excerpt } from './report.ts';
import { graphemes, widthOf } from './width.ts';

/**
 * No more UTF-16 units than this for each column are looked at on each side of the caret: a whole ladder may be one line of
 * JSON. Few characters take more.
 */
const UNITS_A_COLUMN = 4;

/** Where nothing wraps lines, or it is not known what does, they are cut to 100 columns. */
export function drawExcerpt({ line, text, column }: Excerpt, width = 100, shown = printable) {
  const gutter = `${line} | `;
  const ellipsis = shown('…');
  const sign = widthOf(ellipsis);
  const at = Math.min(column - 1, text.length);
  const reach = UNITS_A_COLUMN * width;
  const [start, end] = [Math.max(0, at - reach), Math.min(text.length, at + reach)];
  const part = (from: number, to: number): string[] => graphemes(shown(text.slice(from, to).replaceAll('\t', '    ')));
  const [left, right] = [part(start, at).reverse(), part(at, end)];
  // On a very narrow terminal a few columns of the source are shown all the same.
  const room = Math.max(width - gutter.length, 2 * sign + 6);
  // Half of the room is for what stands before the caret, and what the other half does not need.
  const needed = columnsOf(right) + (end < text.length ? sign : 0);
  const before = fit(left, room - Math.min(Math.max(needed, 1), Math.ceil(room / 2)), start > 0, sign);
  const after = fit(right, room - before.columns, end < text.length, sign);
  const source = [
    before.cut ? ellipsis : '',
    ...before.characters.reverse(),
    ...after.characters,
    after.cut ? ellipsis : '',
  ];
  return {
    source: `${gutter}${source.join('')}`.trimEnd(),
    caret: `${' '.repeat(gutter.length - 2)}| ${' '.repeat(before.columns)}^`,
  };
}

const columnsOf = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + widthOf(character), 0);

/** As many characters from the first on as there is room for; `columns` counts the sign that stands for what was cut, too. */
function fit(characters: readonly string[], room: number, more: boolean, sign: number) {
  const cut = more || columnsOf(characters) > room;
  let columns = cut ? sign : 0;
  const fitting: string[] = [];
  for (const character of characters) {
    const wider = columns + widthOf(character);
    if (wider > room) break;
    fitting.push(character);
    columns = wider;
  }
  return { characters: fitting, columns, cut };
}
