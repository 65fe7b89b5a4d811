/**
 * What a table looks like: what its rows are and what its columns are.
 */
import type { CsvTable } from './csv-table.ts';
import { isFlatHeader } from './flat-table.ts';
import { columnsOf, type Columns, type Field, fieldOf, isPlural } from './headers.ts';
import { isList } from './lists.ts';
import { tableError } from './table-error.ts';

/** The shapes that can be asked for: a row a role and skill, roles across, roles down, a row a role with lists in its cells. */
export const SHAPES = ['rows', 'matrix', 'matrix-by-role', 'lists'] as const;

/** One of the shapes that can be asked for. */
export type Shape = (typeof SHAPES)[number];

/** What a table is: one of the shapes, or what `pmroles export` wrote. */
export type FoundShape = Shape | 'export';

/** A table with a meaning for its columns. */
export interface ReadTable extends CsvTable {
  readonly columns: Columns;
}

/** So many rows are looked at to tell the shape. */
const SAMPLE = 1000;

/**
 * Tells what the columns of a table hold.
 *
 * @param table the table
 * @param mapped by place, what the user says that a column holds
 */
export function readColumns(table: CsvTable, mapped: ReadonlyMap<number, Field>): Columns {
  const guessed = table.header.map((name, place) => (mapped.has(place) ? undefined : fieldOf(name)));
  const fields = guessed.map((field, place) => mapped.get(place) ?? field);
  // A title beside a role is how the role is shown; alone it is the role.
  const noRole = !fields.includes('role');
  return columnsOf(
    table.header,
    fields.map((field) => (field === 'title' && noRole ? 'role' : field)),
  );
}

/**
 * Tells the shape of a table.
 *
 * @param table the table
 * @returns the shape, and why
 * @throws PmrolesError `ladder-invalid` for a table in which no roles can be found
 */
export function guessShape(table: ReadTable): { readonly shape: FoundShape; readonly why: string } {
  const { columns, header, rows, file } = table;
  if (isFlatHeader(header)) return { shape: 'export', why: 'it has the columns that "pmroles export" writes' };
  const [role] = columns.of('role');
  const statements = [...columns.of('skill'), ...columns.of('responsibility')];
  if (role === undefined) {
    const others = columns.unknown.filter((place) => place !== labelOf(columns));
    if (others.length > 0) return { shape: 'matrix', why: 'no column holds roles, so the headers are taken for roles' };
    throw tableError(file, table.headerLine, 'no column holds roles', 'say which one does: --map "My column=role"');
  }
  if (statements.length === 0) {
    return columns.unknown.length > 0 && columns.of('text').length === 0
      ? { shape: 'matrix-by-role', why: 'one column holds roles, and the other headers are taken for skills' }
      : columns.of('text').length > 0
        ? { shape: 'rows', why: 'each row says something of a role' }
        : { shape: 'lists', why: 'each row is a role' };
  }
  const sample = rows.slice(0, SAMPLE);
  const names = sample.map(({ cells }) => (cells[role] ?? '').trim());
  if (names.includes('') || new Set(names).size < names.length) {
    return { shape: 'rows', why: 'roles stand in several rows' };
  }
  const listed =
    statements.length > 1 ||
    isPlural(header[statements[0]!]!) ||
    sample.some(({ cells }) => statements.some((place) => isList(cells[place] ?? '')));
  return listed
    ? { shape: 'lists', why: 'each role stands in one row' }
    : { shape: 'rows', why: 'each row is a role and a skill' };
}

/** In a matrix, the column that says what each row is about: the skill or area, else the first that is not known. */
export function labelOf(columns: Columns): number {
  return (
    columns.of('skill')[0] ??
    columns.of('area')[0] ??
    columns.of('responsibility')[0] ??
    columns.fields.indexOf(undefined)
  );
}
