/**
 * The rows of a table whose columns are known, read into a ladder in the making.
 */
import type { ProgressionKind } from '../core/model.ts';
import { type Answers, type Meaning } from './answers.ts';
import { meaningOf } from './cells.ts';
import type { Column, Recognised } from './columns/recognise.ts';
import { type Draft, type RoleDraft, setOnce } from './draft.ts';
import { OF_ROLE, ofRoles, senseOf } from './columns/headers.ts';
import { splitList, tidy } from './lists.ts';
import { nameKey, plainKey } from './name-key.ts';
import { type Notes, type Place, shortened } from './notes.ts';
import { headingsOf } from './headings.ts';
import { readImportance, readNeed, type ReadRow, skillsIn } from './read-need.ts';
import type { Row } from './table.ts';
import { MOVE_KINDS, wordsIn } from './words.ts';

/** Reads a table. Groups and roles that stand once for several rows, as merged cells leave them, are carried down. */
export function readTable(table: Recognised, answers: Answers, draft: Draft, notes: Notes): void {
  const { sheet, of } = table;
  const [label] = [...of('skill'), ...of('responsibility'), ...of('area')];
  const isMatrix = of('is-role').length > 0;
  const roles = of('is-role').map((column) => ({ column, role: draft.role(column.header) }));
  if (isMatrix && sheet.above.length > 0) readAbove(table, roles, notes);
  const headings = isMatrix && label ? headingsOf(table, label, answers, notes) : new Set<Row>();
  const own = isOwnDescription(table);
  const hadRoles = draft.roles.size > 0;
  const carried = { group: '', area: '', role: '' };
  for (const row of sheet.rows) {
    const at = ({ place }: Column): string => (row.cells[place] ?? '').trim();
    const cell = (meaning: Meaning): string => (of(meaning)[0] ? at(of(meaning)[0]!) : '');
    const read: ReadRow = { row, file: sheet.file, line: row.line, cell, at };
    for (const what of ['group', 'area'] as const)
      if (of(what)[0] !== label) carried[what] = cell(what) || carried[what];
    if (headings.has(row)) carried.group = tidy(at(label!));
    else if (isMatrix) readAcross(read, table, label, roles, carried, draft, notes);
    else if (of('from').length > 0) readMove(read, hadRoles, draft, notes);
    else if (of('role').length > 0) {
      if (cell('role') === '' && carried.role !== '') notes.read('A row without a role is about the role above it.');
      // What is said of another role begins anew.
      if (cell('role') !== '' && cell('role') !== carried.role) {
        [carried.group, carried.area] = [cell('group'), cell('area')];
      }
      carried.role = cell('role') || carried.role;
      if (carried.role === '') notes.lost(read, row.cells.join(' '), 'the row names no role');
      else readDown(read, table, draft.role(carried.role), carried, own, draft, notes);
    } else readSkill(read, table, carried.group, draft, notes);
  }
}

interface Carried {
  readonly group: string;
  readonly area: string;
}

/** A row of a matrix with the roles across. */
function readAcross(
  read: ReadRow,
  table: Recognised,
  label: Column | undefined,
  roles: readonly { readonly column: Column; readonly role: RoleDraft }[],
  { group, area }: Carried,
  draft: Draft,
  notes: Notes,
): void {
  const name = tidy(label ? read.at(label) : '');
  if (name === '') {
    notes.lost(read, read.row.cells.join(' '), 'the row names no skill');
    return;
  }
  const about = ofRoles(name);
  if (about !== undefined) {
    notes.read(`The row "${name}" is about the roles: ${about}.`);
    for (const { column, role } of roles) describe(role, about, read.at(column), read, notes);
  } else if (label!.meaning === 'skill') {
    const skill = draft.skill(name, group || area);
    sayOnce(skill, 'description', read.cell('description'), read, notes);
    for (const { column, role } of roles) readNeed(role, skill, read.at(column), {}, read, table, draft, notes);
  } else {
    for (const { column, role } of roles) {
      const inArea = label!.meaning === 'area' ? name : area || group;
      const cell = read.at(column);
      const isMark = meaningOf(cell) !== 'words' || cell === '0' || cell === '1';
      if (label!.meaning !== 'area' && !isMark) {
        notes.lost(
          read,
          `${role.name}: ${cell}`,
          'a responsibility is there or not, and has no level or text of a role',
        );
      }
      // Of a responsibility that stands at the left, the cells say who has it.
      const texts =
        label!.meaning === 'area' ? splitList(cell, false) : meaningOf(cell) === 'yes' || cell === '1' ? [name] : [];
      for (const text of texts.filter((entry) => meaningOf(entry) === 'words'))
        draft.duty(role, { area: inArea, text }, read);
    }
  }
}

/** What the row above the header says of the roles below it. */
function readAbove(
  { sheet }: Recognised,
  roles: readonly { readonly column: Column; readonly role: RoleDraft }[],
  notes: Notes,
): void {
  for (const { column, role } of roles) setOnce(role, 'track', sheet.above[column.place] ?? '');
  notes.read('The row above the header names the tracks of the roles.');
}

/** A row about one role. */
function readDown(
  read: ReadRow,
  table: Recognised,
  role: RoleDraft,
  { group, area }: Carried,
  own: boolean,
  draft: Draft,
  notes: Notes,
): void {
  const { of, sheet } = table;
  for (const meaning of OF_ROLE)
    for (const column of of(meaning)) describe(role, meaning, read.at(column), read, notes, column);
  for (const column of of('is-skill'))
    readNeed(
      role,
      draft.skill(column.header, sheet.above[column.place] ?? group),
      read.at(column),
      {},
      read,
      table,
      draft,
      notes,
    );
  const skills = of('skill').flatMap((column) => skillsIn(read.at(column), column, table, notes));
  const [first] = skills;
  const text = read.cell('text');
  const description = tidy(read.cell('description'));
  for (const { name, behind } of skills) {
    const skill = draft.skill(name, group || (of('responsibility').length > 0 ? '' : area));
    const wording = text || (own ? description : '');
    const said = {
      ...behind,
      ...readImportance(read, `${role.name} / ${name}`, notes),
      ...(wording === '' || skills.length > 1 ? {} : { text: wording }),
    };
    const level = meaningOf(read.cell('level')) === 'dash' || skills.length > 1 ? '' : read.cell('level');
    readNeed(role, skill, level, said, read, table, draft, notes, true);
    if (skills.length === 1 && !own) sayOnce(skill, 'description', description, read, notes);
    else if (skills.length > 1 && wording !== '' && name === first!.name)
      notes.lost(read, `${role.name}: ${wording}`, 'one text beside several skills');
  }
  if (of('skill').length === 0 || (of('responsibility').length > 0 && !first) || skills.length > 1) {
    sayOnce(role, 'summary', description, read, notes);
  }
  for (const column of of('responsibility')) {
    for (const entry of splitList(read.at(column), false)) {
      if (meaningOf(entry) === 'words') draft.duty(role, { area: area || group, text: entry }, read);
    }
  }
  // Without a skill, what a row says is something to answer for.
  if (!first && of('responsibility').length === 0) {
    for (const entry of splitList(read.cell('text'), false))
      draft.duty(role, { area: area || group, text: entry }, read);
  }
  const level = read.cell('level');
  if (level !== '' && of('skill').length === 0) describe(role, 'rank', level, read, notes);
  else if (level !== '' && meaningOf(level) === 'words' && skills.length !== 1) {
    notes.lost(
      read,
      `${role.name}: ${level}`,
      skills.length === 0 ? 'the row names no skill' : 'one level beside several skills',
    );
  }
}

/** A row about a skill, with no role in it. */
function readSkill(read: ReadRow, { of }: Recognised, group: string, draft: Draft, notes: Notes): void {
  const name = read.cell('skill');
  if (name === '') {
    notes.lost(read, read.row.cells.join(' '), 'the row names no skill');
    return;
  }
  const skill = draft.skill(name, group);
  sayOnce(skill, 'description', read.cell('description'), read, notes);
  for (const column of of('is-level')) {
    const text = read.at(column);
    if (meaningOf(text) !== 'nothing' && meaningOf(text) !== 'dash') skill.levels.set(column.header, text);
  }
  // A row a skill and level.
  const [level, text] = [read.cell('level'), read.cell('text')];
  if (level !== '' && text !== '') {
    const known = skill.levels.get(level);
    skill.levels.set(level, known === undefined ? text : `${known}\n${text}`);
  } else if (level + text !== '')
    notes.lost(read, `${name}: ${level}${text}`, 'a level of a skill needs its name and its text');
}

/** A row that says which role leads to which. */
function readMove(read: ReadRow, known: boolean, draft: Draft, notes: Notes): void {
  const [from, to, kind] = [read.cell('from'), read.cell('to'), read.cell('kind')];
  if (from === '' || to === '') {
    notes.lost(read, read.row.cells.join(' '), 'a move needs both its roles');
    return;
  }
  const kindOf = (Object.keys(MOVE_KINDS) as ProgressionKind[]).find((name) =>
    wordsIn(MOVE_KINDS[name]).includes(plainKey(kind)),
  );
  if (kind !== '' && !kindOf)
    notes.lost(read, `${from} → ${to}: ${kind}`, `no kind of move: ${Object.keys(MOVE_KINDS).join(', ')}`);
  const strange = [from, to].filter((name) => known && !draft.roles.has(nameKey(name)));
  for (const name of strange) notes.lost(read, name, 'no other table has a role of this name');
  if (strange.length > 0) return;
  const role = draft.role(from);
  draft.role(to);
  role.next.push({ name: to, file: read.file, line: read.line, ...(kindOf && { kind: kindOf }) });
}

function describe(role: RoleDraft, meaning: Meaning, cell: string, place: Place, notes: Notes, column?: Column): void {
  const { file, line } = place;
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'not applicable') return;
  if (meaning === 'rank') {
    if (sayOnce({ name: role.name, rank: role.rank?.text }, 'rank', cell, place, notes))
      role.rank = { text: cell.trim(), file, line };
  } else if (meaning === 'title' || meaning === 'track' || meaning === 'family' || meaning === 'summary') {
    sayOnce(role, meaning, cell, place, notes);
  }
  if (meaning === 'alias') splitList(cell, true).forEach((alias) => role.aliases.add(alias));
  else if (meaning === 'next') role.next.push(...splitList(cell, true).map((name) => ({ name, file, line })));
  else if (meaning === 'note') {
    // A note under a header of its own needs that header to be understood.
    const plain = column === undefined || senseOf(column.header)?.meaning === 'note';
    role.notes.add(plain ? cell.trim() : `${column.header}: ${cell.trim()}`);
  }
}

/** Sets what is said of a role or a skill once, and tells where another row says otherwise; true where it was set. */
function sayOnce<K extends string>(
  target: { readonly name: string } & Partial<Record<K, string | undefined>>,
  key: K,
  cell: string,
  place: Place,
  notes: Notes,
): boolean {
  const text = tidy(cell);
  const known = target[key];
  if (text === '' || nameKey(known ?? '') === nameKey(text)) return false;
  if (known === undefined) {
    Object.assign(target, { [key]: text });
    return true;
  }
  notes.lost(
    place,
    `${target.name}: ${text}`,
    `the ${key} of "${target.name}" is "${shortened(known)}" already; what is another needs another name`,
  );
  return false;
}

/** A description that differs from role to role is what the skill means there. */
function isOwnDescription({ sheet, of }: Recognised): boolean {
  const [skill, description] = [of('skill')[0], of('description')[0]];
  if (!skill || !description) return false;
  const seen = new Map<string, string>();
  return sheet.rows.some(({ cells }) => {
    const key = nameKey(cells[skill.place] ?? '');
    const text = tidy(cells[description.place] ?? '');
    const known = seen.get(key) ?? text;
    seen.set(key, known);
    return text !== '' && known !== text;
  });
}
