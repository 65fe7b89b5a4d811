/**
 * Columns that a table of some shape has no use for. Each is named, so that nothing goes missing unseen.
 */
import type { Columns, Field } from './headers.ts';
import type { ImportNotes } from './import-notes.ts';
import { OF_ROLE } from './read-role.ts';
import { labelOf, type ReadTable, type Shape } from './shape.ts';

/** What each shape reads: of one column alone, and of as many as there are. */
const READ: Readonly<Record<Shape, { readonly first: readonly Field[]; readonly every: readonly Field[] }>> = {
  rows: {
    first: ['role', 'skill', 'group', 'level', 'importance', 'text', 'description', 'area'],
    every: [...OF_ROLE, 'responsibility'],
  },
  lists: {
    first: ['role', 'level', 'text', 'description', 'area'],
    every: [...OF_ROLE, 'skill', 'responsibility'],
  },
  matrix: { first: ['group', 'area', 'description', 'text', 'summary'], every: ['role'] },
  'matrix-by-role': { first: ['role', 'description'], every: [...OF_ROLE, 'skill'] },
};

/** Finds the columns with a header that are not read. */
export function unreadColumns(shape: Shape, columns: Columns): ReadonlyMap<number, string> {
  const { first, every } = READ[shape];
  const unread = new Map<number, string>();
  columns.fields.forEach((field, place) => {
    if (field === undefined || (shape === 'matrix' && place === labelOf(columns))) return;
    if (field === 'ignore') unread.set(place, 'as --map says');
    else if (every.includes(field)) return;
    else if (!first.includes(field)) unread.set(place, `a table of the shape ${shape} has no use for the column`);
    else if (columns.of(field)[0] !== place) unread.set(place, `another column is read as ${field} already`);
  });
  if (shape === 'rows' || shape === 'lists') {
    for (const place of columns.unknown) {
      unread.set(place, 'nothing is known of this column; --map says what it holds');
    }
  }
  return unread;
}

/** Tells of every column that is not read and is not empty. */
export function reportUnread(shape: Shape, table: ReadTable, notes: ImportNotes): void {
  const { columns, header, headerLine } = table;
  const unread = [...unreadColumns(shape, columns)].sort(([a], [b]) => a - b);
  for (const [place, why] of unread) notes.dropped(headerLine, header[place]!, why);
  const label = shape === 'matrix' ? labelOf(columns) : undefined;
  const told = new Set<number>();
  for (const { line, cells } of table.rows) {
    cells.forEach((cell, place) => {
      const named = (header[place] ?? '') !== '' || columns.fields[place] !== undefined || place === label;
      if (named || told.has(place) || cell.trim() === '') return;
      told.add(place);
      notes.dropped(line, cell, `column ${place + 1} has no header, and is not read from here on`);
    });
  }
}
