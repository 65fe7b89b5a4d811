/**
 * What a table says of the roles themselves.
 */
import type { RoleDraft } from './draft-ladder.ts';
import { type Field, fieldOf } from './headers.ts';
import { splitList, tidy } from './lists.ts';
import { meaningOf } from './meaning.ts';
import { setOnce } from './read-cell.ts';
import type { ReadTable } from './shape.ts';

/** The fields that describe a role, whatever the shape; several columns may hold each of these. */
export const OF_ROLE: readonly Field[] = ['title', 'alias', 'rank', 'track', 'summary', 'next', 'note'];

/** What a row says of its role. */
export function describeRole(role: RoleDraft, table: ReadTable, cells: readonly string[], line: number): void {
  for (const field of OF_ROLE) {
    for (const place of table.columns.of(field)) {
      const cell = cells[place] ?? '';
      // A level that is kept as a note needs its header to be understood.
      const bare = field !== 'note' || fieldOf(table.header[place] ?? '') !== 'level' || meaningOf(cell) !== 'words';
      describeField(role, field, bare ? cell : `${table.header[place]}: ${cell.trim()}`, line);
    }
  }
}

export function describeField(role: RoleDraft, field: Field, cell: string, line: number): void {
  const meaning = meaningOf(cell);
  if (meaning === 'nothing' || meaning === 'dash' || meaning === 'not applicable') return;
  if (field === 'rank') role.rank ??= { text: cell.trim(), line };
  else if (field === 'title' || field === 'track' || field === 'summary') setOnce(role, field, tidy(cell));
  else if (field === 'alias') addNew(role.aliases, splitList(cell, true));
  else if (field === 'note') addNew(role.notes, [cell.trim()]);
  else if (field === 'next') {
    for (const name of splitList(cell, true)) role.next.push({ name, line });
  }
}

/** Repeated rows say the same again. Few entries, so that looking through them costs nothing. */
function addNew(list: string[], entries: readonly string[]): void {
  for (const entry of entries) if (list.length < 100 && !list.includes(entry)) list.push(entry);
}

/** The trimmed cell of the first column that holds a field. */
export function firstCell(table: ReadTable, cells: readonly string[]): (field: Field) => string {
  return (field) => (cells[table.columns.of(field)[0] ?? -1] ?? '').trim();
}
