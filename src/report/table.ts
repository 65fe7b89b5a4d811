/**
 * A table as text: side by side where there is room, stacked where there is none.
 */
import CliTable from 'cli-table3';
import { type Block, type Cell, isItem, plain } from './report.ts';
import { widthOf } from './width.ts';

type Table = Extract<Block, { readonly kind: 'table' }>;

/** What the table needs of its surroundings. */
export interface TableStyle {
  /** A text as the terminal shows it, which is what must be measured. */
  readonly shown: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly rule: (text: string) => string;
  /** A cell's content as lines no wider than asked for. */
  readonly lines: (cell: Cell, width: number) => readonly string[];
  /** Whether lines may hold links, which cli-table3 would measure. */
  readonly linked: boolean;
}

/** Between two columns. */
const GAP = 2;

/** A column of running text narrower than this is not worth reading. */
const NARROWEST = 18;

/**
 * Tables of more rows than this are drawn without cli-table3: it merges its options anew for every cell, a good part of a
 * comparison, and its layout takes time that grows with the square of the rows.
 */
export const MOST_LAID_OUT = 20;

/** Nothing but the gaps: rules are drawn as rows, so that they can be left out where they only add noise. */
const NO_BORDER = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
} as const;

/** Draws a table. */
export function drawTable(table: Table, width: number, style: TableStyle): string[] {
  const widths = fitColumns(table, width, style);
  return widths ? sideBySide(table, widths, style) : stacked(table, width, style);
}

/** The width of each column; undefined when they do not fit beside each other. */
function fitColumns(table: Table, width: number, style: TableStyle): number[] | undefined {
  const natural = table.columns.map((column, index) =>
    table.rows.reduce((most, row) => Math.max(most, cellWidth(row[index]!, style)), widthOf(style.shown(column.title))),
  );
  const available = width - GAP * (table.columns.length - 1);
  const least = table.columns.map((column, index) =>
    column.short ? natural[index]! : Math.min(natural[index]!, NARROWEST),
  );
  const spare = available - sum(least);
  if (spare < 0) return undefined;
  // What is left is shared out in proportion to what each column lacks, so that the longest text gets the most room.
  const lacking = natural.map((wanted, index) => wanted - least[index]!);
  const lack = sum(lacking);
  const widths = least.map(
    (given, index) => given + (lack <= spare ? lacking[index]! : Math.floor((spare * lacking[index]!) / lack)),
  );
  return widths;
}

function cellWidth(cell: Cell, style: TableStyle): number {
  const part = (entry: Cell[number]): number =>
    isItem(entry)
      ? widthOf(style.shown(entry.mark)) + 1 + widthOf(style.shown(plain(entry.line)))
      : widthOf(style.shown(plain(entry)));
  return cell.reduce((most, entry) => Math.max(most, part(entry)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sideBySide(table: Table, widths: readonly number[], style: TableStyle): string[] {
  if (table.rows.length > MOST_LAID_OUT || style.linked) return inRows(table, widths, style);
  const drawn = new CliTable({
    chars: NO_BORDER,
    colWidths: [...widths],
    colAligns: table.columns.map((column) => column.align ?? 'left'),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  const rule = widths.map((columns) => style.rule('─'.repeat(columns)));
  drawn.push(table.columns.map((column, index) => headingLines(column.title, widths[index]!, style)));
  drawn.push(rule);
  table.rows.forEach((row, index) => {
    if (index > 0 && table.between !== 'nothing') drawn.push(table.between === 'rule' ? rule : widths.map(() => ''));
    drawn.push(row.map((cell, column) => style.lines(cell, widths[column]!).join('\n')));
  });
  return drawn.toString().split('\n');
}

/** Each row by itself, which is all that a table without borders and spans takes. */
function inRows(table: Table, widths: readonly number[], style: TableStyle): string[] {
  const aligned = (text: string, column: number): string => {
    const pad = ' '.repeat(Math.max(widths[column]! - widthOf(text), 0));
    return table.columns[column]!.align === 'right' ? pad + text : text + pad;
  };
  const drawn: string[] = [];
  const draw = (cells: readonly (readonly string[])[]): void => {
    const height = cells.reduce((most, cell) => Math.max(most, cell.length), 1);
    for (let line = 0; line < height; line++) {
      drawn.push(cells.map((cell, column) => aligned(cell[line] ?? '', column)).join(' '.repeat(GAP)));
    }
  };
  const rule = widths.map((columns) => [style.rule('─'.repeat(columns))]);
  draw(table.columns.map((column, index) => headingLines(column.title, widths[index]!, style).split('\n')));
  draw(rule);
  table.rows.forEach((row, index) => {
    if (index > 0 && table.between !== 'nothing') draw(table.between === 'rule' ? rule : []);
    draw(row.map((cell, column) => style.lines(cell, widths[column]!)));
  });
  return drawn;
}

function headingLines(title: string, width: number, style: TableStyle): string {
  return style
    .lines([[title]], width)
    .map((line) => style.heading(line))
    .join('\n');
}

/** One row under the other, each cell under its column's title. */
function stacked(table: Table, width: number, style: TableStyle): string[] {
  const lines: string[] = [];
  table.rows.forEach((row, index) => {
    if (index > 0) lines.push(style.rule('─'.repeat(Math.min(width, 20))));
    row.forEach((cell, column) => {
      if (cell.length === 0) return;
      const title = table.columns[column]!.title;
      // The first column names the row, and needs no title of its own.
      if (column === 0) for (const line of style.lines(cell, width)) lines.push(style.heading(line));
      else {
        if (title !== '') for (const line of style.lines([[`${title}:`]], width)) lines.push(line);
        for (const line of style.lines(cell, Math.max(width - 2, 8))) lines.push(`  ${line}`);
      }
    });
  });
  return lines;
}
