/**
 * Matrices of roles and skills, read into a ladder in the making.
 */
import type { DraftLadder } from './draft-ladder.ts';
import { fieldOf } from './headers.ts';
import { someOf } from './import-notes.ts';
import { tidy } from './lists.ts';
import { cellTaker, setOnce } from './read-cell.ts';
import { describeField, describeRole, firstCell, OF_ROLE } from './read-role.ts';
import type { EmptyRows, Reading } from './reading.ts';
import { labelOf, type ReadTable, roleColumnOf } from './shape.ts';

/** Skills or areas down, roles across. */
export function readMatrix(table: ReadTable, draft: DraftLadder, reading: Reading): void {
  const { columns, header, headerLine } = table;
  const { notes } = reading;
  const label = labelOf(columns);
  const places = [...columns.unknown, ...columns.of('role')].filter((place) => place !== label).sort((a, b) => a - b);
  const roles = places.map((place) => ({ place, role: draft.role(header[place]!, headerLine) }));
  const field = columns.fields[label];
  const take = cellTaker(table, places, field === 'area' || field === 'responsibility', draft, reading);
  const headings = take.areas ? new Set<number>() : headingsOf(table, label, places, reading);
  let group = '';
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    // Merged cells leave all but the first empty.
    group = cell('group') || (label === columns.of('area')[0] ? '' : cell('area')) || group;
    const name = tidy(cells[label] ?? '');
    if (name === '') {
      notes.dropped(line, cells.join(' '), 'the row names no skill');
    } else if (isAboutRoles(name)) {
      const meta = fieldOf(name)!;
      notes.guessed(`The row "${name}" is about the roles: ${meta}.`);
      for (const { place, role } of roles) describeField(role, meta, cells[place] ?? '', line);
    } else if (headings.has(line)) {
      group = name;
    } else if (take.areas && places.every((place) => (cells[place] ?? '').trim() === '')) {
      notes.dropped(line, name, 'the area holds no responsibility of any role');
    } else {
      for (const { place, role } of roles) take(role, name, group, cells[place] ?? '', line);
      const description = cell('description') || cell('text') || cell('summary');
      if (description !== '' && !take.areas) setOnce(draft.skill(name), 'description', tidy(description));
    }
  }
  take.tell();
}

/** Roles down, skills across. */
export function readMatrixByRole(table: ReadTable, draft: DraftLadder, reading: Reading): void {
  const { columns, header } = table;
  const { notes } = reading;
  const roleAt = roleColumnOf(columns);
  const places = [...columns.unknown, ...columns.of('skill')].filter((place) => place !== roleAt).sort((a, b) => a - b);
  const take = cellTaker(table, places, false, draft, reading);
  for (const { line, cells } of table.rows) {
    const name = (cells[roleAt] ?? '').trim();
    if (name === '') {
      notes.dropped(line, cells.join(' '), 'the row names no role');
      continue;
    }
    const role = draft.role(name, line);
    describeRole(role, table, cells, line);
    setOnce(role, 'summary', tidy(firstCell(table, cells)('description')));
    for (const place of places) take(role, header[place]!, '', cells[place] ?? '', line);
  }
  take.tell();
}

/** A row of a matrix that says something of the roles, such as their rank. */
function isAboutRoles(label: string): boolean {
  const field = fieldOf(label);
  return field !== undefined && OF_ROLE.includes(field) && field !== 'title';
}

/** What tells a heading by itself. */
const LOOKS_LIKE_HEADING = /^(?=.*\p{Lu}{2})[^\p{Ll}]+$|:$/u;

/**
 * Finds the rows with a label alone that are headings of the rows below them. Where rows stand in groups, the first row is a
 * heading; elsewhere headings are written in capitals or end in a colon. Of several in a row, one is the heading. All else is a
 * skill that no role is said to need.
 */
function headingsOf(
  { rows, columns }: ReadTable,
  label: number,
  places: readonly number[],
  { notes, emptyRows }: Reading,
): ReadonlySet<number> {
  const named = rows
    .map(({ line, cells }) => ({
      line,
      name: tidy(cells[label] ?? ''),
      empty: places.every((place) => (cells[place] ?? '').trim() === ''),
    }))
    .filter(({ name }) => name !== '' && !isAboutRoles(name));
  const empty = named.filter((row) => row.empty);
  if (empty.length === 0) return new Set();
  const grouped = columns.of('group').length > 0 || (columns.of('area').length > 0 && columns.of('area')[0] !== label);
  // In a table that is all in capitals, they tell nothing.
  const plain = named.some((row) => !row.empty && !LOOKS_LIKE_HEADING.test(row.name));
  const styled = plain && empty.some(({ name }) => LOOKS_LIKE_HEADING.test(name));
  const last = named.findLastIndex((row) => !row.empty);
  const guess = named.filter((row, at): boolean => {
    if (!row.empty || grouped) return false;
    const before = named[at - 1];
    if (at > last) return false;
    return styled ? LOOKS_LIKE_HEADING.test(row.name) : named[0]!.empty && before?.empty !== true;
  });
  const headings = new Set(
    (emptyRows === undefined ? guess : emptyRows === 'groups' ? empty : []).map(({ line }) => line),
  );
  const told = (rows: readonly { readonly name: string }[], taken: string, other: EmptyRows): void => {
    if (rows.length === 0) return;
    const flag = emptyRows === undefined ? `; --empty-rows ${other} takes all such rows for ${other}` : '';
    notes.guessed(`Rows without cells, taken for ${taken}: ${someOf(rows.map(({ name }) => name))}${flag}.`);
  };
  told(
    empty.filter(({ line }) => headings.has(line)),
    'groups of the skills below them',
    'skills',
  );
  told(
    empty.filter(({ line }) => !headings.has(line)),
    'skills that no role is said to need',
    'groups',
  );
  return headings;
}
