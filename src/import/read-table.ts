/**
 * Tables with a row a role and skill, or a row a role, read into a ladder in the making.
 */
import type { DraftLadder, RoleDraft } from './draft-ladder.ts';
import { type ImportNotes, someOf } from './import-notes.ts';
import { entryReader } from './list-entry.ts';
import { isList, splitList, tidy } from './lists.ts';
import { meaningOf } from './meaning.ts';
import { nameKey } from './name-key.ts';
import { readImportance, readNeed, setOnce, tellDash } from './read-cell.ts';
import { readMatrix, readMatrixByRole } from './read-matrix.ts';
import { describeRole, firstCell } from './read-role.ts';
import type { Reader, Reading } from './reading.ts';
import type { ReadTable, Shape } from './shape.ts';

/** How each shape is read. */
export const READERS: Readonly<Record<Shape, Reader>> = {
  rows: readRows,
  lists: readLists,
  matrix: readMatrix,
  'matrix-by-role': readMatrixByRole,
};

const ABOVE = 'A row without a role is about the role above it.';
const NO_SKILL = 'it names no skill';
const NO_DUTY = 'it names no responsibility';

/** A row a role and skill, or a role and responsibility. */
function readRows(table: ReadTable, draft: DraftLadder, { notes }: Reading): void {
  const { columns } = table;
  let above = '';
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    if (cell('role') === '' && above === '') {
      notes.dropped(line, cells.join(' '), 'the row names no role');
      continue;
    }
    if (cell('role') === '') notes.guessed(ABOVE);
    else above = cell('role');
    const role = draft.role(above, line);
    describeRole(role, table, cells, line);
    const text = cell('text') || cell('description');
    const duties = columns.of('responsibility').flatMap((place) => splitList(cells[place] ?? '', false));
    const named = meaningOf(cell('skill'));
    const hasSkill = named !== 'nothing' && named !== 'dash' && named !== 'not applicable';
    if (named === 'not applicable') notes.dropped(line, `${role.name}: ${cell('skill')}`, NO_SKILL);
    // Without a skill, what a row says is something to answer for.
    for (const duty of hasSkill || duties.length > 0 ? duties : splitList(text, false)) {
      draft.duty(role, { area: cell('area') || cell('group'), text: duty }, line);
    }
    if (!hasSkill) {
      const lost = [cell('level'), cell('importance')].filter((said) => said !== '').join(', ');
      if (lost !== '') notes.dropped(line, `${role.name}: ${lost}`, 'the row names no skill');
      continue;
    }
    const skill = draft.skill(cell('skill'));
    const of = `${role.name} / ${skill.name}`;
    setOnce(skill, 'group', cell('group') || cell('area'));
    // Here a dash says of the level what an empty cell says: nothing.
    const need = readNeed(meaningOf(cell('level')) === 'dash' ? '' : cell('level'), of, line, notes);
    if (need === undefined) continue;
    const importance = readImportance(cell('importance'), of, line, notes);
    draft.need(
      role,
      skill,
      { ...need, ...importance, ...(text === '' || need.text !== undefined ? {} : { text }) },
      line,
    );
  }
}

/** A row a role, with lists in its cells. A role that stands in several rows has what all of them say. */
function readLists(table: ReadTable, draft: DraftLadder, reading: Reading): void {
  const { columns } = table;
  const { notes } = reading;
  const entries = table.rows.flatMap(({ cells }) =>
    columns.of('skill').flatMap((place) => splitList(cells[place] ?? '', true)),
  );
  const read = entryReader(entries, reading.isLevel, notes);
  const levelsBeside = hasLevelsBeside(table);
  const repeated = new Set<string>();
  let above = '';
  for (const { line, cells } of table.rows) {
    const cell = firstCell(table, cells);
    if (cell('role') === '' && above === '') {
      notes.dropped(line, cells.join(' '), 'the row names no role');
      continue;
    }
    if (cell('role') === '') notes.guessed(ABOVE);
    else if (draft.roles.has(nameKey(cell('role')))) {
      repeated.add(draft.role(cell('role'), line).name);
    }
    above = cell('role') || above;
    const role = draft.role(above, line);
    describeRole(role, table, cells, line);
    setOnce(role, 'summary', cell('description') || tidy(cell('text')));
    const beside = levelsBeside ? levelsOfRow(table, cells, role, line, notes) : [];
    // Where a row is a role, a level is the role's own, unless such cells hold lists.
    if (!levelsBeside && cell('level') !== '' && !role.rank) {
      role.rank = { text: cell('level'), line };
      notes.guessed('The level of a role is taken for its rank.');
    }
    let at = 0;
    for (const place of columns.of('skill')) {
      const content = cells[place] ?? '';
      const names = splitList(content, true);
      if (!isList(content) && names.length > 1) notes.guessed('Commas part the skills in a cell.');
      for (const entry of names) {
        const level = beside[at++] ?? '';
        // A single letter may be a tick, but in a list of names it is one.
        if (isEntry(entry, /^\p{L}$/u.test(entry), NO_SKILL, role, line, notes)) {
          const { name, need } = read(entry);
          const said = readNeed(level, `${role.name} / ${name}`, line, notes);
          if (said) draft.need(role, draft.skill(name), { ...said, ...need }, line);
        }
      }
    }
    for (const place of columns.of('responsibility')) {
      for (const text of splitList(cells[place] ?? '', false)) {
        if (isEntry(text, false, NO_DUTY, role, line, notes)) draft.duty(role, { area: cell('area'), text }, line);
      }
    }
  }
  if (repeated.size > 0)
    notes.guessed(`Roles in several rows, whose lists are laid together: ${someOf([...repeated])}.`);
}

/** The levels in a row of lists, one for each skill; none where there are more of the one than of the other. */
function levelsOfRow(
  table: ReadTable,
  cells: readonly string[],
  role: RoleDraft,
  line: number,
  notes: ImportNotes,
): readonly string[] {
  const cell = firstCell(table, cells)('level');
  const levels = splitList(cell, true);
  const skills = skillCount(table, cells);
  if (levels.length === 0) return [];
  if (levels.length === skills) {
    notes.guessed(
      'The lists of skills and of levels are laid side by side: the first level is that of the first skill.',
    );
    // What is not stated of the level is no reason to lose the skill.
    return levels.map((level) => (meaningOf(level) === 'dash' ? '' : level));
  }
  notes.dropped(line, `${role.name}: ${cell}`, `${levels.length} levels do not go with a list of ${skills} skills`);
  return [];
}

/** Tells whether the levels of a table of lists are those of the skills: they stand in lists too, in some row. */
function hasLevelsBeside(table: ReadTable): boolean {
  if (table.columns.of('skill').length === 0) return false;
  const listed = table.rows.flatMap(({ cells }) => {
    const cell = firstCell(table, cells)('level');
    const count = splitList(cell, true).length;
    return count === 0 ? [] : [{ cell, count, goes: count === skillCount(table, cells) }];
  });
  // `1,5` may be one number.
  return (
    listed.some(({ cell, count }) => count > 1 && !/^\d+,\d+$/.test(cell)) ||
    (listed.every(({ goes }) => goes) && listed.some(({ count }) => count > 1))
  );
}

function skillCount({ columns }: ReadTable, cells: readonly string[]): number {
  return columns.of('skill').reduce((sum, place) => sum + splitList(cells[place] ?? '', true).length, 0);
}

/** Tells whether an entry of a list says anything; what is left out for that is reported. */
function isEntry(
  entry: string,
  sure: boolean,
  why: string,
  role: RoleDraft,
  line: number,
  notes: ImportNotes,
): boolean {
  const meaning = meaningOf(entry);
  if (sure || meaning === 'words') return true;
  if (meaning === 'dash') tellDash(entry, notes);
  else notes.dropped(line, `${role.name}: ${entry}`, why);
  return false;
}
