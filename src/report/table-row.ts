/**
 * One row of a table, drawn by cli-table3, which measures text here as the rest of the program does.
 *
 * Its own measure knows fewer characters, takes links for text, and compiles a pattern of 10 KB for every text: most of the time
 * of a comparison. For every line it also shortens the whole cell, one character at a time, for a debugging message that is off.
 * Every line comes here broken to fit, so that nothing is left to shorten.
 */
import CliTable from 'cli-table3';
import utils from 'cli-table3/src/utils.js';
import { widthOf } from './width.ts';

utils.strlen = (text) => text.split('\n').reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
utils.truncate = (text) => text;
utils.pad = (text, width, blank, side) => {
  const space = blank.repeat(Math.max(width - widthOf(text), 0));
  return side === 'right' ? space + text : text + space;
};

/** Between two columns. */
export const GAP = 2;

const SIDES = ['left', 'right', 'top', 'top-left', 'top-mid', 'top-right'];
const BELOW = ['bottom', 'bottom-left', 'bottom-mid', 'bottom-right'];

/** Nothing but the gaps: rules are drawn as rows, so that they can be left out where they only add noise. */
const NO_BORDER = { ...Object.fromEntries([...SIDES, ...BELOW].map((part) => [part, ''])), middle: ' '.repeat(GAP) };

/** No colours of its own, which do not heed NO_COLOR. */
const NO_STYLE = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };

/** A column as it is drawn. */
export interface DrawnColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Draws a row of cells, each of them lines that fit its column. */
export function drawRow(columns: readonly DrawnColumn[], cells: readonly (readonly string[])[]): string[] {
  const row = new CliTable({
    chars: NO_BORDER,
    style: NO_STYLE,
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align),
  });
  row.push(cells.map((lines) => lines.join('\n')));
  return row.toString().split('\n');
}
