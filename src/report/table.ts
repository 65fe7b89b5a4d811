/**
 * A table as text: side by side where there is room, stacked where there is none.
 *
 * Rows are drawn by cli-table3, which measures text here as the rest of the program does. Its own measure knows fewer characters,
 * takes links for text, and compiles a pattern of 10 KB for every text: most of the time of a comparison. For every line it also
 * shortens the whole cell, one character at a time, for a debugging message that is off. Every line comes here broken to fit, so
 * that nothing is left to shorten.
 */
import CliTable from 'cli-table3';
import utils from 'cli-table3/src/utils.js';
import { linesIn } from './lines.ts';
import { type Block, type Cell, isItem, type Line, plain } from './report.ts';
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

type Table = Extract<Block, { readonly kind: 'table' }>;

export interface TableStyle {
  /** False to write records for somebody who listens: nothing is side by side, and no rule is drawn. */
  readonly drawn: boolean;
  /** A text as the terminal shows it, which is what must be measured. */
  readonly shown: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly rule: (text: string) => string;
  /** A cell's content as lines no wider than asked for. */
  readonly lines: (cell: Cell, width: number) => readonly string[];
}

/** A column of running text narrower than this is not worth reading. */
const NARROWEST = 18;

/** A column is wide enough for its words; one that is longer than this, an address say, is broken. */
const LONGEST_WORD = 30;

export function drawTable(table: Table, width: number, style: TableStyle): string[] {
  // Without titles it is set in below its heading, as a list is.
  const indent = isTitled(table) ? '' : '  ';
  const room = width - indent.length;
  const widths = style.drawn ? fitColumns(table, room, style) : undefined;
  const lines = widths ? sideBySide(table, widths, style) : stacked(table, room, style);
  return lines.map((line) => indent + line);
}

/** Whether the columns have titles; those without are the parts of a list. */
export function isTitled({ columns }: Table): boolean {
  return columns.some(({ title }) => title !== '');
}

/** The width of each column; undefined when they do not fit beside each other. */
function fitColumns(table: Table, width: number, style: TableStyle): number[] | undefined {
  const natural = table.columns.map((_, index) => columnWidth(table, index, style));
  const available = width - GAP * (table.columns.length - 1);
  if (sum(natural) <= available) return natural;
  const least = table.columns.map(({ short }, index) =>
    short ? natural[index]! : Math.min(natural[index]!, NARROWEST),
  );
  const words = table.columns.map((_, index) => Math.min(columnWidth(table, index, style, ' '), LONGEST_WORD));
  const widths = shareOut(natural, least, available);
  if (widths?.every((width, index) => width >= words[index]!)) return widths;
  const fitting = least.map((width, index) => Math.max(width, words[index]!));
  return shareOut(natural, fitting, available);
}

/** What is left is shared out in proportion to what each column lacks, so that the longest text gets the most room. */
function shareOut(natural: readonly number[], least: readonly number[], available: number): number[] | undefined {
  const spare = available - sum(least);
  if (spare < 0) return undefined;
  const lacking = natural.map((wanted, index) => wanted - least[index]!);
  const lack = sum(lacking);
  return least.map(
    (given, index) => given + (lack <= spare ? lacking[index]! : Math.floor((spare * lacking[index]!) / lack)),
  );
}

/** How wide a column must be for its longest line; for its longest word where lines are split at blanks. */
function columnWidth(table: Table, index: number, style: TableStyle, split?: ' '): number {
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
  const measure = (line: Line): number =>
    widest(
      linesIn(line).flatMap((own) => {
        const text = style.shown(plain(own));
        return split === undefined ? text : text.split(split);
      }),
    );
  const part = (entry: Cell[number]): number =>
    isItem(entry) ? widthOf(style.shown(entry.mark)) + 1 + measure(entry.line) : measure(entry);
  return table.rows.reduce(
    (most, row) => row[index]!.reduce((widestPart, entry) => Math.max(widestPart, part(entry)), most),
    measure([table.columns[index]!.title]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sideBySide(table: Table, widths: readonly number[], style: TableStyle): string[] {
  const colAligns = table.columns.map(({ align = 'left' }) => align);
  // Each row is a table of its own to cli-table3, whose layout takes time that grows with the square of the rows.
  const draw = (cells: readonly (readonly string[])[]): string[] => {
    const drawn = new CliTable({ chars: NO_BORDER, style: NO_STYLE, colWidths: [...widths], colAligns });
    drawn.push(cells.map((lines) => lines.join('\n')));
    return drawn.toString().split('\n');
  };
  const rule = draw(widths.map((width) => [style.rule('─'.repeat(width))]));
  const between = { rule, space: [''], nothing: [] }[table.between];
  const heads = table.columns.map(({ title }, index) => style.lines([[title]], widths[index]!).map(style.heading));
  const lines = isTitled(table) ? [...draw(heads), ...rule] : [];
  table.rows.forEach((row, index) => {
    // A row without a name goes on with the one above it.
    if (index > 0 && row[0]!.length > 0) lines.push(...between);
    lines.push(...draw(row.map((cell, column) => style.lines(cell, widths[column]!))));
  });
  return lines;
}

/** One row under the other, each cell under its column's title. */
function stacked(table: Table, width: number, style: TableStyle): string[] {
  const lines: string[] = [];
  const inside = Math.max(width - 2, 8);
  table.rows.forEach((row, index) => {
    if (index > 0 && isTitled(table) && row[0]!.length > 0)
      lines.push(style.drawn ? style.rule('─'.repeat(Math.min(width, 20))) : '');
    row.forEach((cell, column) => {
      if (cell.length === 0) return;
      const title = table.columns[column]!.title;
      const [only] = cell;
      // The first column names the row, and needs no title of its own.
      if (column === 0) for (const line of style.lines(cell, width)) lines.push(style.heading(line));
      else if (!style.drawn && cell.length === 1 && !isItem(only!)) {
        const said = title === '' ? only! : [`${title}: `, ...only!];
        for (const line of style.lines([said], inside)) lines.push(`  ${line}`);
      } else {
        const set = style.drawn ? '' : '  ';
        if (title !== '') for (const line of style.lines([[`${title}:`]], inside)) lines.push(`${set}${line}`);
        for (const line of style.lines(cell, Math.max(inside - set.length, 8))) lines.push(`${set}  ${line}`);
      }
    });
  });
  return lines;
}
