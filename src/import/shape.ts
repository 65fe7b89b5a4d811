/**
 * What a table looks like: what its rows are and what its columns are.
 */
import type { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { shellWord } from '../core/shell-words.ts';
import type { CsvTable } from './csv-table.ts';
import { isFlatHeader, isFlatKind } from '../export/flat-table.ts';
import { columnsOf, type Columns, type Field, fieldOf, isPlural } from './headers.ts';
import type { ImportNotes } from './import-notes.ts';
import { isList, tidy } from './lists.ts';
import { nameKey } from './name-key.ts';
import { tableError } from './table-error.ts';

/** What people's tables look like: a row a role and skill, roles across, roles down, a row a role with lists in its cells. */
export type Shape = 'rows' | 'matrix' | 'matrix-by-role' | 'lists';

/** What a table is: one of the shapes, or what `pmroles export` wrote. */
export type FoundShape = Shape | 'export';

/** A table with a meaning for its columns. */
export interface ReadTable extends CsvTable {
  readonly columns: Columns;
}

/** So many rows are looked at to tell the shape. */
const SAMPLE = 1000;

/** No more columns than this are named in an error. */
const MOST_NAMED = 20;

/** Tells what the columns of a table hold. */
export function readColumns(table: CsvTable, mapped: ReadonlyMap<number, Field>, notes: ImportNotes): Columns {
  const guessed = withoutNumberedRoles(
    table.header,
    table.header.map((name, place) => (mapped.has(place) ? undefined : fieldOf(name))),
  );
  const fields = guessed.map((field, place) => mapped.get(place) ?? field);
  // A title beside a role is how the role is shown; alone it is the role.
  const noRole = !fields.includes('role');
  const told = fields.map((field) => (field === 'title' && noRole ? 'role' : field));
  const own = levelOfRole(table, told, guessed);
  if (own === undefined) return columnsOf(table.header, told);
  const cells = table.rows.map(({ cells }) => (cells[own] ?? '').trim());
  const field = told.includes('rank') || !cells.every((cell) => cell === '' || /\d/.test(cell)) ? 'note' : 'rank';
  const said = `The column ${quote(table.header[own]!)} is the same in all rows of a role`;
  notes.guessed(`${said}, so it is the level of the role and not of a skill: ${field}.`);
  return columnsOf(
    table.header,
    told.map((known, place) => (place === own ? field : known)),
  );
}

/** `Level 1`, `Level 2` and `Role 1`, `Role 2` are what roles are called, unless the roles are named elsewhere. */
function withoutNumberedRoles(
  header: readonly string[],
  fields: readonly (Field | undefined)[],
): readonly (Field | undefined)[] {
  const isNumbered = (place: number): boolean => /\d\s*$/.test(header[place]!);
  const plain = new Set(fields.filter((_, place) => !isNumbered(place)));
  const numbered = fields.map((field, place) => (isNumbered(place) ? field : undefined));
  if (plain.has('role') || plain.has('title') || numbered.includes('skill')) return fields;
  return fields.map((field, place) => {
    const called = field === 'role' || field === 'level' || field === 'rank' || field === 'title';
    const several = called && isNumbered(place) && numbered.filter((other) => other === field).length > 1;
    return several ? undefined : field;
  });
}

/** Of several columns of levels, the first that is the role's own: it never changes in a role, and another one does. */
function levelOfRole(
  { rows }: CsvTable,
  fields: readonly (Field | undefined)[],
  guessed: readonly (Field | undefined)[],
): number | undefined {
  const role = fields.indexOf('role');
  const levels = fields.flatMap((field, place) => (field === 'level' ? [place] : []));
  if (role < 0 || levels.length < 2 || !fields.includes('skill')) return undefined;
  const changing = new Set<number>();
  for (const place of levels) {
    const seen = new Map<string, string>();
    let above = '';
    for (const { cells } of rows) {
      above = (cells[role] ?? '').trim() || above;
      const cell = (cells[place] ?? '').trim();
      if (cell !== '' && (seen.get(nameKey(above)) ?? cell) !== cell) changing.add(place);
      if (cell !== '') seen.set(nameKey(above), cell);
    }
  }
  return changing.size === 0 ? undefined : levels.find((place) => guessed[place] === 'level' && !changing.has(place));
}

/**
 * Tells the shape of a table.
 *
 * @throws PmrolesError `ladder-invalid` for a table in which no roles can be found
 */
export function guessShape(table: ReadTable): { readonly shape: FoundShape; readonly why: string } {
  const { columns, header, rows } = table;
  if (isExport(table)) return { shape: 'export', why: 'it has the columns that "pmroles export" writes' };
  const [role] = columns.of('role');
  const statements = [...columns.of('skill'), ...columns.of('responsibility')];
  if (role === undefined) {
    if (couldBeMatrix(table)) {
      return { shape: 'matrix', why: 'no column holds roles, so the headers are taken for roles' };
    }
    throw noRoles(table);
  }
  if (statements.length === 0) {
    return columns.unknown.length > 0 && columns.of('text').length === 0
      ? { shape: 'matrix-by-role', why: 'one column holds roles, and the other headers are taken for skills' }
      : columns.of('text').length > 0
        ? { shape: 'rows', why: 'each row says something of a role' }
        : { shape: 'lists', why: 'each row is a role' };
  }
  const sample = rows.slice(0, SAMPLE);
  const names = sample.map(({ cells }) => nameKey(cells[role] ?? ''));
  const plural = statements.some((place) => isPlural(header[place]!));
  const listed = (places: readonly number[]): { readonly lists: number; readonly filled: number } => {
    const filled = sample
      .flatMap(({ cells }) => places.map((place) => cells[place] ?? ''))
      .filter((cell) => cell !== '');
    return {
      lists: filled.filter((cell) => isList(cell) || (plural && cell.includes(','))).length,
      filled: filled.length,
    };
  };
  if (names.includes('') || new Set(names).size < names.length) {
    // A role may stand in two rows by mistake, or since its lists are long; what is a list stays one.
    const { lists, filled } = listed(columns.of('skill').length > 0 ? columns.of('skill') : statements);
    return lists > 0 && lists * 3 >= filled
      ? { shape: 'lists', why: 'the cells hold lists' }
      : { shape: 'rows', why: 'roles stand in several rows' };
  }
  return statements.length > 1 || plural || listed(statements).lists > 0
    ? { shape: 'lists', why: 'each role stands in one row' }
    : { shape: 'rows', why: 'each row is a role and a skill' };
}

/** Tells whether a table without a column of roles may have them as its headers. */
function couldBeMatrix({ columns, header, rows }: ReadTable): boolean {
  const label = labelOf(columns);
  const others = columns.unknown.filter((place) => place !== label);
  if (others.length === 0) return false;
  const labels = rows.map(({ cells }) => nameKey(cells[label] ?? '')).filter((name) => name !== '');
  const different = new Set(labels).size;
  const field = columns.fields[label];
  // A column of levels is about the skill beside it, and the other column about whose it is.
  if (field === 'skill' && others.length === 1 && columns.of('level').length > 0) return false;
  // An area may have many rows; a skill that has as many as there are roles stands in a list of roles.
  if (field !== undefined) return field !== 'skill' || different === labels.length || different * 2 > labels.length;
  // A header that nobody knows may be that of the roles themselves.
  return different === labels.length && (header[label] === '' || others.length > 1);
}

/** The error for a table in which no roles can be found. */
export function noRoles({ file, header, headerLine, columns, rows }: ReadTable): PmrolesError {
  const first = header[columns.unknown[0] ?? -1] ?? '#1';
  const mapping = shellWord(`${first}=role`);
  const label = labelOf(columns);
  const seen = new Set<string>();
  const twice = rows.slice(0, SAMPLE).find(({ cells }) => {
    const key = nameKey(cells[label] ?? '');
    return key !== '' && seen.size === seen.add(key).size;
  });
  // What would have been a matrix, had not a skill stood in it twice.
  const matrix =
    twice === undefined || columns.unknown.length < 2
      ? ''
      : `${quote(tidy(twice.cells[label]!))} stands twice (line ${twice.line}); where it is a skill, and the roles are the columns: --shape matrix\n`;
  return tableError(
    file,
    headerLine,
    'no column holds roles',
    `${matrix}say which one does, such as: --map ${mapping}\n${columnList(header)}${matrix === '' ? '\nwhere the roles are the columns themselves: --shape matrix' : ''}`,
  );
}

/** Names the columns that a table has. */
export function columnList(header: readonly string[]): string {
  const named = header.map((name, place) => (name === '' ? `#${place + 1}` : quote(name)));
  const shown = named.slice(0, MOST_NAMED).join(', ');
  return `the columns are: ${shown}${named.length > MOST_NAMED ? `, … and ${named.length - MOST_NAMED} more` : ''}`;
}

/** What an export wrote may have got columns of somebody's own since. */
function isExport({ header, rows }: CsvTable): boolean {
  if (isFlatHeader(header)) return true;
  const at = header.indexOf('entry');
  if (at < 0 || !(header.includes('id') && header.includes('title'))) return false;
  const sample = rows.slice(0, SAMPLE);
  return sample.filter(({ cells }) => isFlatKind((cells[at] ?? '').trim().toLowerCase())).length * 2 > sample.length;
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

/** In a matrix with the roles down, the column that names them: the one that is known to, else the first that is not known. */
export function roleColumnOf(columns: Columns): number {
  return columns.of('role')[0] ?? columns.fields.indexOf(undefined);
}
