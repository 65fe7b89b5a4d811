/**
 * Tables with two rows of headers, the upper one with merged cells, brought into a shape with one.
 */
import type { CsvTable, TableRow } from './csv-table.ts';
import { type Field, fieldOf } from './headers.ts';
import { tidy } from './lists.ts';
import type { Shape } from './shape.ts';

/** What a column below the name of a role may say of a skill; a note is the wording there. */
const BELOW_ROLE: Readonly<Partial<Record<Field, Field>>> = {
  level: 'level',
  importance: 'importance',
  text: 'text',
  description: 'text',
  note: 'text',
  summary: 'text',
};

/** What a column to the left of all roles may be. */
const LABELS: readonly Field[] = ['skill', 'area', 'group', 'responsibility'];

/** A table with one header, and the shape that it has for sure. */
export interface OneHeader {
  readonly table: CsvTable;
  readonly shape?: Shape;
  /** What was taken for what. */
  readonly guess?: string;
}

/**
 * Lays two rows of headers together. Below the roles may stand what is said of each (level, wording): the table becomes one of
 * rows. Above the roles may stand what several have in common: it becomes their track.
 */
export function withOneHeader(csv: CsvTable): OneHeader {
  const [second] = csv.rows;
  if (!second) return { table: csv };
  const top = csv.header;
  const below = second.cells.map(tidy);
  const start = firstBelow(top, below);
  if (start !== undefined) {
    const width = Math.max(top.length, below.length);
    const places = Array.from({ length: width - start }, (_, index) => start + index).filter((at) => below[at]);
    const fields = places.map((at) => BELOW_ROLE[fieldOf(below[at]!)!]);
    if (fields.every((field) => field !== undefined)) {
      const guess = 'The table has two rows of headers: roles, and what is said of each.';
      return { table: inRows(csv, start, below, places), shape: 'rows', guess };
    }
    if (new Set(places.map((at) => below[at])).size === places.length && fields.every((field) => field === undefined)) {
      const guess = 'The table has two rows of headers: what roles have in common is taken for their track.';
      return { table: withTracks(csv, start, second, below), shape: 'matrix', guess };
    }
  }
  const guess = nameless(csv);
  return guess === undefined ? { table: csv } : { table: csv, guess };
}

/** The first column of a role where a second row of headers stands below merged cells; undefined where none does. */
function firstBelow(top: readonly string[], below: readonly string[]): number | undefined {
  let start = 0;
  while (start < below.length && isLabel(top[start] ?? '', below[start] ?? '')) start++;
  const merged = below.some((name, at) => at > start && name !== '' && (top[at] ?? '') === '');
  return start > 0 && merged && (top[start] ?? '') !== '' ? start : undefined;
}

/** Merged from above to below, or with nothing above. */
function isLabel(top: string, below: string): boolean {
  if (top !== '' && below !== '') return false;
  const field = fieldOf(top || below);
  return field !== undefined && LABELS.includes(field);
}

function inRows(csv: CsvTable, start: number, below: readonly string[], places: readonly number[]): CsvTable {
  const names = [...new Set(places.map((at) => below[at]!))];
  const labels = csv.header.slice(0, start).map((name, at) => name || below[at]!);
  const roles = filled(csv.header, below.length);
  const groups = new Map<string, number[]>();
  for (const at of places) groups.set(roles[at]!, [...(groups.get(roles[at]!) ?? []), at]);
  const rows = csv.rows.slice(1).flatMap(({ line, cells }): TableRow[] =>
    [...groups].flatMap(([role, columns]) => {
      // A role that nothing is said of has no row; a skill that stands for all of them is not to be lost.
      const said = new Map(columns.map((at) => [below[at]!, cells[at] ?? '']));
      if ([...said.values()].every((cell) => cell.trim() === '')) return [];
      return [{ line, cells: [role, ...cells.slice(0, start), ...names.map((name) => said.get(name) ?? '')] }];
    }),
  );
  const header = ['Role', ...labels, ...names.map((name) => (fieldOf(name) === 'note' ? 'Wording' : name))];
  return { ...csv, header, rows };
}

function withTracks(csv: CsvTable, start: number, { line }: TableRow, below: readonly string[]): CsvTable {
  const labels = csv.header.slice(0, start).map((name, at) => name || below[at]!);
  const header = [...labels, ...below.slice(start)];
  const tracks = [
    ...labels.map((name) => (fieldOf(name) === 'group' ? '' : 'Track')),
    ...filled(csv.header, below.length).slice(start),
  ];
  return { ...csv, header, headerLine: line, rows: [{ line: csv.headerLine, cells: tracks }, ...csv.rows.slice(1)] };
}

/** Headers with the cells of a merged one filled in. */
function filled(header: readonly string[], width: number): string[] {
  let last = '';
  return Array.from({ length: Math.max(header.length, width) }, (_, at) => {
    const name = header[at] ?? '';
    if (name !== '') last = name;
    return last;
  });
}

/** Columns that hold something in most rows, and lost their header in a merged cell or never had one. */
function nameless({ header, rows }: CsvTable): string | undefined {
  const places = header.flatMap((name, at) => {
    if (name !== '' || at === 0) return [];
    const full = rows.filter(({ cells }) => (cells[at] ?? '').trim() !== '').length;
    return full * 2 >= rows.length ? [`#${at + 1}`] : [];
  });
  if (places.length === 0) return undefined;
  const why = 'as merged cells leave, and are not read: take the merging out, and give each column a header of its own';
  return `The columns ${places.slice(0, 10).join(', ')} are filled and have no header, ${why}.`;
}
