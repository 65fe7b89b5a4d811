/**
 * Tables of each shape, read into a ladder in the making.
 */
import type { DraftLadder, RoleDraft } from './draft-ladder.ts';
import { type Field, fieldOf } from './headers.ts';
import type { ImportNotes } from './import-notes.ts';
import { isList, splitList, tidy } from './lists.ts';
import { cellTaker, readImportance, readNeed, setOnce } from './read-cell.ts';
import { isKnownLevel, meaningOf } from './scale.ts';
import { labelOf, type ReadTable, type Shape } from './shape.ts';

/** Reads a table of one shape. */
type Reader = (table: ReadTable, draft: DraftLadder, notes: ImportNotes) => void;

/** How each shape is read. */
export const READERS: Readonly<Record<Shape, Reader>> = {
  rows: readRows,
  lists: readLists,
  matrix: readMatrix,
  'matrix-by-role': readMatrixByRole,
};

/** The fields that describe a role, whatever the shape. */
const OF_ROLE: readonly Field[] = ['title', 'alias', 'rank', 'track', 'summary', 'next', 'note'];

/** A row a role and skill, or a role and responsibility. */
function readRows(table: ReadTable, draft: DraftLadder, notes: ImportNotes): void {
  const { columns } = table;
  let above = '';
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    if (cell('role') === '' && above === '') {
      notes.dropped(line, cells.join(' '), 'the row names no role');
      continue;
    }
    if (cell('role') === '') notes.guessed('A row without a role is about the role above it.');
    else above = cell('role');
    const role = draft.role(above, line);
    describeRole(role, table, cells, line);
    const text = cell('text') || cell('description');
    const duties = columns.of('responsibility').flatMap((place) => splitList(cells[place] ?? '', false));
    const hasSkill = cell('skill') !== '';
    // Without a skill, what a row says is something to answer for.
    for (const duty of hasSkill || duties.length > 0 ? duties : splitList(text, false)) {
      draft.duty(role, { area: cell('area') || cell('group'), text: duty }, line);
    }
    if (!hasSkill) continue;
    const skill = draft.skill(cell('skill'));
    setOnce(skill, 'group', cell('group') || cell('area'));
    // Here a dash says of the level what an empty cell says: nothing.
    const need = readNeed(meaningOf(cell('level')) === 'dash' ? '' : cell('level'), line, notes);
    if (need === undefined) continue;
    const importance = readImportance(cell('importance'), line, notes);
    draft.need(
      role,
      skill,
      { ...need, ...importance, ...(text === '' || need.text !== undefined ? {} : { text }) },
      line,
    );
  }
}

/** A row a role, with lists in its cells. */
function readLists(table: ReadTable, draft: DraftLadder, notes: ImportNotes): void {
  const { columns } = table;
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    if (cell('role') === '') {
      notes.dropped(line, cells.join(' '), 'the row names no role');
      continue;
    }
    const role = draft.role(cell('role'), line);
    describeRole(role, table, cells, line);
    setOnce(role, 'summary', cell('description') || tidy(cell('text')));
    // Where a row is a role, a level is the role's own.
    if (cell('level') !== '' && !role.rank) {
      role.rank = { text: cell('level'), line };
      notes.guessed('The level of a role is taken for its rank.');
    }
    for (const place of columns.of('skill')) {
      const content = cells[place] ?? '';
      if (!isList(content) && content.includes(',')) notes.guessed('Commas part the skills in a cell.');
      for (const entry of splitList(content, true)) {
        if (meaningOf(entry) !== 'words') continue;
        const { name, level } = withLevel(entry);
        draft.need(role, draft.skill(name), level === undefined ? {} : { level }, line);
      }
    }
    for (const place of columns.of('responsibility')) {
      for (const text of splitList(cells[place] ?? '', false)) {
        if (meaningOf(text) === 'words') draft.duty(role, { area: cell('area'), text }, line);
      }
    }
  }
}

/** `SQL (advanced)` and `SQL: advanced`; brackets that hold no level belong to the name. */
function withLevel(entry: string): { readonly name: string; readonly level?: string } {
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(entry) ?? /^(.*[^\s:])\s*:\s*(.+)$/.exec(entry);
  return match && isKnownLevel(match[2]!) ? { name: match[1]!, level: match[2]! } : { name: entry };
}

/** Skills or areas down, roles across. */
function readMatrix(table: ReadTable, draft: DraftLadder, notes: ImportNotes): void {
  const { columns, header, headerLine } = table;
  const label = labelOf(columns);
  const places = [...columns.unknown, ...columns.of('role')].filter((place) => place !== label).sort((a, b) => a - b);
  const roles = places.map((place) => ({ place, role: draft.role(header[place]!, headerLine) }));
  const field = columns.fields[label];
  const take = cellTaker(table, places, field === 'area' || field === 'responsibility', draft, notes);
  let group = '';
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    // Merged cells leave all but the first empty.
    group = cell('group') || (label === columns.of('area')[0] ? '' : cell('area')) || group;
    const name = tidy(cells[label] ?? '');
    const meta = fieldOf(name);
    if (name === '') {
      notes.dropped(line, cells.join(' '), 'the row names no skill');
    } else if (meta !== undefined && OF_ROLE.includes(meta) && meta !== 'title') {
      notes.guessed(`The row "${name}" is about the roles: ${meta}.`);
      for (const { place, role } of roles) describeField(role, meta, cells[place] ?? '', line);
    } else if (roles.every(({ place }) => (cells[place] ?? '').trim() === '')) {
      // A row with a label alone is a heading of the rows below it.
      if (columns.of('group').length > 0 || columns.of('area').length > 0) draft.skill(name);
      else group = name;
    } else {
      for (const { place, role } of roles) take(role, name, group, cells[place] ?? '', line);
      const description = cell('description') || cell('text') || cell('summary');
      if (description !== '' && !take.areas) setOnce(draft.skill(name), 'description', tidy(description));
    }
  }
}

/** Roles down, skills across. */
function readMatrixByRole(table: ReadTable, draft: DraftLadder, notes: ImportNotes): void {
  const { columns, header } = table;
  const roleAt = columns.of('role')[0] ?? columns.fields.indexOf(undefined);
  const places = [...columns.unknown, ...columns.of('skill')].filter((place) => place !== roleAt).sort((a, b) => a - b);
  const take = cellTaker(table, places, false, draft, notes);
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
}

/** What a row says of its role. */
function describeRole(role: RoleDraft, table: ReadTable, cells: readonly string[], line: number): void {
  for (const field of OF_ROLE) {
    for (const place of table.columns.of(field)) describeField(role, field, cells[place] ?? '', line);
  }
}

function describeField(role: RoleDraft, field: Field, cell: string, line: number): void {
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
function firstCell(table: ReadTable, cells: readonly string[]): (field: Field) => string {
  return (field) => (cells[table.columns.of(field)[0] ?? -1] ?? '').trim();
}
