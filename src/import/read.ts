/**
 * The rows of a table whose columns are known, read into a ladder in the making.
 */
import type { ProgressionKind } from '../core/model.ts';
import { type Answers, type Meaning, Unsure } from './answers.ts';
import { degreeOf, importanceOf, meaningOf } from './cells.ts';
import type { Column, Recognised } from './columns.ts';
import { type Draft, type Need, type RoleDraft, setOnce, type SkillDraft } from './draft.ts';
import { isPlural, OF_ROLE, ofRoles, senseOf } from './headers.ts';
import { isList, splitList, tidy } from './lists.ts';
import { nameKey, plainKey } from './name-key.ts';
import { type Notes, type Place, someOf } from './notes.ts';
import { isShortWording } from './scale.ts';
import type { Row } from './table.ts';
import { MOVE_KINDS } from './words.ts';

/** A row of a table of which the cells can be asked by what they hold. */
interface ReadRow extends Place {
  readonly row: Row;
  /** The trimmed cell of the first column that holds this. */
  readonly cell: (meaning: Meaning) => string;
  readonly at: (column: Column) => string;
}

/** Reads a table. Groups and roles that stand once for several rows, as merged cells leave them, are carried down. */
export function readTable(table: Recognised, answers: Answers, draft: Draft, notes: Notes): void {
  const { sheet, of } = table;
  const [label] = [...of('skill'), ...of('responsibility'), ...of('area')];
  const isMatrix = of('is-role').length > 0;
  const roles = of('is-role').map((column) => ({ column, role: draft.role(column.header) }));
  if (isMatrix && sheet.above.length > 0) readAbove(table, roles, notes);
  const headings = isMatrix && label ? headingsOf(table, label, answers, notes) : new Set<Row>();
  const carried = { group: '', area: '', role: '' };
  for (const row of sheet.rows) {
    const at = ({ place }: Column): string => (row.cells[place] ?? '').trim();
    const cell = (meaning: Meaning): string => (of(meaning)[0] ? at(of(meaning)[0]!) : '');
    const read: ReadRow = { row, file: sheet.file, line: row.line, cell, at };
    for (const what of ['group', 'area'] as const)
      if (of(what)[0] !== label) carried[what] = cell(what) || carried[what];
    if (headings.has(row)) carried.group = tidy(at(label!));
    else if (isMatrix) readAcross(read, table, label, roles, carried, draft, notes);
    else if (of('from').length > 0) readMove(read, draft, notes);
    else if (of('role').length > 0) {
      if (cell('role') === '' && carried.role !== '') notes.read('A row without a role is about the role above it.');
      carried.role = cell('role') || carried.role;
      if (carried.role === '') notes.lost(read, row.cells.join(' '), 'the row names no role');
      else readDown(read, table, draft.role(carried.role), carried, draft, notes);
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
    for (const { column, role } of roles) describe(role, about, read.at(column), read);
  } else if (label!.meaning === 'skill') {
    const skill = draft.skill(name, group || area);
    setOnce(skill, 'description', tidy(read.cell('description')));
    for (const { column, role } of roles) need(role, skill, read.at(column), {}, read, table, draft, notes);
  } else {
    for (const { column, role } of roles) {
      const inArea = label!.meaning === 'area' ? name : area || group;
      const cell = read.at(column);
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
  draft: Draft,
  notes: Notes,
): void {
  const { of } = table;
  for (const meaning of OF_ROLE)
    for (const column of of(meaning)) describe(role, meaning, read.at(column), read, column);
  for (const column of of('is-skill'))
    need(role, draft.skill(column.header, group), read.at(column), {}, read, table, draft, notes);
  const skills = of('skill').flatMap((column) => skillsIn(read.at(column), column, table, notes));
  const [first] = skills;
  const text = read.cell('text');
  const description = tidy(read.cell('description'));
  const own = isOwnDescription(table);
  for (const { name, behind } of skills) {
    const skill = draft.skill(name, group || (of('responsibility').length > 0 ? '' : area));
    const wording = text || (own ? description : '');
    const said = {
      ...behind,
      ...importance(read, `${role.name} / ${name}`, notes),
      ...(wording === '' || skills.length > 1 ? {} : { text: wording }),
    };
    const level = meaningOf(read.cell('level')) === 'dash' || skills.length > 1 ? '' : read.cell('level');
    need(role, skill, level, said, read, table, draft, notes, true);
    if (skills.length === 1 && !own) setOnce(skill, 'description', description);
  }
  if (of('skill').length === 0 || (of('responsibility').length > 0 && !first)) setOnce(role, 'summary', description);
  else if (skills.length > 1) setOnce(role, 'summary', description);
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
  if (level !== '' && of('skill').length === 0) describe(role, 'rank', level, read);
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
  setOnce(skill, 'description', tidy(read.cell('description')));
  for (const column of of('is-level')) {
    const text = read.at(column);
    if (meaningOf(text) !== 'nothing' && meaningOf(text) !== 'dash') skill.levels.set(column.header, text);
  }
  // A row a skill and level.
  if (read.cell('level') !== '' && read.cell('text') !== '') skill.levels.set(read.cell('level'), read.cell('text'));
}

/** A row that says which role leads to which. */
function readMove(read: ReadRow, draft: Draft, notes: Notes): void {
  const [from, to, kind] = [read.cell('from'), read.cell('to'), read.cell('kind')];
  if (from === '' || to === '') {
    notes.lost(read, read.row.cells.join(' '), 'a move needs both its roles');
    return;
  }
  const known = (Object.keys(MOVE_KINDS) as ProgressionKind[]).find((name) =>
    MOVE_KINDS[name].split(' ').includes(plainKey(kind)),
  );
  if (kind !== '' && !known)
    notes.lost(read, `${from} → ${to}: ${kind}`, `no kind of move: ${Object.keys(MOVE_KINDS).join(', ')}`);
  draft.role(to);
  draft.role(from).next.push({ name: to, file: read.file, line: read.line, ...(known && { kind: known }) });
}

function describe(role: RoleDraft, meaning: Meaning, cell: string, { file, line }: Place, column?: Column): void {
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'not applicable') return;
  if (meaning === 'rank') role.rank ??= { text: cell.trim(), file, line };
  else if (meaning === 'title' || meaning === 'track' || meaning === 'family' || meaning === 'summary')
    setOnce(role, meaning, tidy(cell));
  else if (meaning === 'alias') addNew(role.aliases, splitList(cell, true));
  else if (meaning === 'next') role.next.push(...splitList(cell, true).map((name) => ({ name, file, line })));
  else if (meaning === 'note') {
    // A note under a header of its own needs that header to be understood.
    const plain = column === undefined || senseOf(column.header)?.meaning === 'note';
    addNew(role.notes, [plain ? cell.trim() : `${column.header}: ${cell.trim()}`]);
  }
}

/** Repeated rows say the same again. Few entries, so that looking through them costs nothing. */
function addNew(list: string[], entries: readonly string[]): void {
  for (const entry of entries) if (list.length < 100 && !list.includes(entry)) list.push(entry);
}

/** Takes a cell for what a role needs of a skill; `named` where the row itself names the skill, so that an empty cell is no silence. */
function need(
  role: RoleDraft,
  skill: SkillDraft,
  cell: string,
  more: Need,
  read: ReadRow,
  { cells, isLevel }: Recognised,
  draft: Draft,
  notes: Notes,
  named = false,
): void {
  const take = (said: Need): void => draft.need(role, skill, { ...said, ...more }, read);
  const trimmed = cell.trim();
  const says =
    cells === 'marks' && (trimmed === '0' || trimmed === '1') ? (trimmed === '1' ? 'yes' : 'no') : meaningOf(cell);
  if (says === 'nothing') {
    if (named) take({});
  } else if (says === 'yes') take({});
  else if (says === 'no') notes.read(`A ${trimmed === '0' ? '0' : '"no"'} says that the role does not need the skill.`);
  else if (says === 'dash')
    notes.read(`${/[\p{L}?]/u.test(cell) ? `"${trimmed}"` : 'A dash'} says nothing: what stands there is not stated.`);
  else if (says === 'not applicable') take({ notApplicable: true });
  else if (cells === 'importance' && importanceOf(cell)) take({ importance: importanceOf(cell)! });
  else if (cells === 'texts' || !isShortWording(trimmed)) take({ text: trimmed });
  else if (cells !== 'levels' || isLevel(trimmed) || named) take({ level: tidy(trimmed) });
  else if (importanceOf(cell)) take({ importance: importanceOf(cell)! });
  else {
    notes.read(`Cells that are no levels are kept as the role's own words, such as "${tidy(trimmed)}".`);
    take({ text: trimmed });
  }
}

function importance(read: ReadRow, of: string, notes: Notes): Pick<Need, 'importance'> {
  const cell = read.cell('importance');
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'no') return {};
  const known = importanceOf(cell) ?? (says === 'yes' ? 'essential' : undefined);
  if (known) return { importance: known };
  const degree = degreeOf(cell);
  if (degree) {
    notes.read('High importance is read as essential, medium as useful, and low as optional.');
    return { importance: degree };
  }
  notes.lost(read, `${of}: ${cell}`, "it isn't an importance (essential, useful or optional)");
  return {};
}

/** The skills that a cell names, and what stands behind each: `SQL (basic)`, `SQL: must`. */
function skillsIn(
  cell: string,
  column: Column,
  { isLevel, sheet }: Recognised,
  notes: Notes,
): { name: string; behind: Need }[] {
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'not applicable') return [];
  // Where each role has one row, a column of skills holds lists.
  const commas = isPlural(column.header) && !isList(cell);
  if (commas && cell.includes(',')) notes.read(`Commas part the skills in ${column.name}.`);
  const single = !isPlural(column.header) && !isList(cell);
  return (single ? [tidy(cell)] : splitList(cell, commas)).map((entry) => {
    const [, name, words] =
      /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(entry) ??
      /^(.*[^\s:])\s*:\s*(\S.*)$/.exec(entry) ??
      /^(.*\S)\s+[-–—]\s+(\S.*)$/.exec(entry) ??
      [];
    const behind = (words ?? '').split(/[,/]/).map((word) => word.trim());
    const fits = (word: string): boolean =>
      isLevel(word) || importanceOf(word) !== undefined || meaningOf(word) === 'not applicable';
    if (name === undefined || !behind.every(fits)) return { name: entry, behind: {} };
    notes.read(
      `What stands behind a skill is its level or importance, as in "${entry}" (${sheet.unit} ${sheet.headerLine} and below).`,
    );
    return { name, behind: Object.assign({}, ...behind.map((word) => behindSkill(word, isLevel))) as Need };
  });
}

function behindSkill(word: string, isLevel: (word: string) => boolean): Need {
  if (meaningOf(word) === 'not applicable') return { notApplicable: true };
  const known = importanceOf(word);
  return known && !isLevel(word) ? { importance: known } : { level: word };
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

/** What tells a heading by itself. */
const LOOKS_LIKE_HEADING = /^(?=.*\p{Lu}{2})[^\p{Ll}]+$|:$/u;

/** The rows with a label alone that are headings of the rows below them; where that is not sure, it is asked. */
function headingsOf({ sheet, of }: Recognised, label: Column, { emptyRows }: Answers, notes: Notes): ReadonlySet<Row> {
  const nameOf = ({ cells }: Row): string => tidy(cells[label.place] ?? '');
  const named = sheet.rows.filter((row) => nameOf(row) !== '' && ofRoles(nameOf(row)) === undefined);
  const isEmpty = ({ cells }: Row): boolean =>
    cells.every((cell, place) => place === label.place || cell.trim() === '');
  const empty = named.filter(isEmpty);
  if (empty.length === 0) return new Set();
  const names = someOf(empty.map(nameOf));
  const grouped = of('group').length > 0 || label.meaning !== 'skill';
  const parted = named.every((row, at) => !isEmpty(row) || (at < named.length - 1 && !isEmpty(named[at + 1]!)));
  const styled =
    empty.every((row) => LOOKS_LIKE_HEADING.test(nameOf(row))) &&
    named.some((row) => !LOOKS_LIKE_HEADING.test(nameOf(row)));
  const sure = grouped ? 'skills' : parted && (isEmpty(named[0]!) || styled) ? 'groups' : undefined;
  const taken = emptyRows ?? sure;
  if (taken === undefined) {
    throw new Unsure({
      about: 'emptyRows',
      text: `What are the rows with nothing but a name: ${names}?`,
      file: sheet.file,
      line: empty[0]!.line,
      choices: [
        { value: 'groups', says: 'headings: each names the group of the skills below it' },
        { value: 'skills', says: 'skills that no role is said to need' },
      ],
    });
  }
  notes.read(taken === 'groups' ? `Groups of skills: ${names}.` : `Skills that no role is said to need: ${names}.`);
  return new Set(taken === 'groups' ? empty : []);
}
