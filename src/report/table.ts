/**
 * A table as text: side by side where there is room, stacked where there is none.
 */
import { type Block, type Cell, isItem, plain } from './report.ts';
import { drawRow, GAP } from './table-row.ts';
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
}

/** A column of running text narrower than this is not worth reading. */
const NARROWEST = 18;

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
  return least.map(
    (given, index) => given + (lack <= spare ? lacking[index]! : Math.floor((spare * lacking[index]!) / lack)),
  );
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

/** Each row is a table of its own to cli-table3, whose layout takes time that grows with the square of the rows. */
function sideBySide(table: Table, widths: readonly number[], style: TableStyle): string[] {
  const columns = table.columns.map(({ align = 'left' }, index) => ({ width: widths[index]!, align }));
  const rule = drawRow(
    columns,
    widths.map((width) => [style.rule('─'.repeat(width))]),
  );
  const between = { rule, space: [''], nothing: [] }[table.between];
  const heads = table.columns.map(({ title }, index) => style.lines([[title]], widths[index]!).map(style.heading));
  const lines = [...drawRow(columns, heads), ...rule];
  table.rows.forEach((row, index) => {
    if (index > 0) lines.push(...between);
    const cells = row.map((cell, column) => style.lines(cell, widths[column]!));
    lines.push(...drawRow(columns, cells));
  });
  return lines;
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
