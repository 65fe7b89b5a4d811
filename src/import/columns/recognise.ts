/**
 * What each column of a table holds, with the proof: its header, and cells that agree with it. What cannot be proved is asked.
 *
 * The columns say all there is to know about how a table is read. A column holds names (of roles, of skills), what a row says of
 * them, or is itself named after a role, a skill or a level; with these, a row a role, a row a role and skill, and matrices of
 * both directions are read by one reader.
 */
import { PmrolesError } from '../../core/errors.ts';
import { foldName, quote } from '../../core/names.ts';
import { suggest } from '../../core/suggest.ts';
import { type Answers, type CellKind, type Meaning, Unsure } from '../answers.ts';
import { meaningOf } from '../cells.ts';
import { isOfTheSheet, senseOf } from './headers.ts';
import { nameKey, plainKey } from '../name-key.ts';
import { type Notes, shortened } from '../notes.ts';
import { agree, useless } from './agreement.ts';
import { nameHeaders } from './named-headers.ts';
import { columnsByKey } from './role-names.ts';
import { having, NO_NAMES, type Survey, survey } from './survey.ts';
import { createScale, isKnownLevel, isShortWording } from '../scale.ts';
import type { Sheet } from '../sheet.ts';
import { tableError } from '../table-error.ts';

/** A column and what it holds. */
export interface Column {
  readonly place: number;
  /** The header or, where there is none or another column has the same, `#3`. */
  readonly name: string;
  readonly header: string;
  readonly meaning: Meaning;
  /** What speaks for that. */
  readonly why: string;
}

/** A table whose columns are known. */
export interface Recognised {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  /** The columns that hold something, left to right. */
  readonly of: (meaning: Meaning) => readonly Column[];
  /** What the cells are where a role meets a skill. */
  readonly cells: CellKind;
  /** Tells the levels of the table. */
  readonly isLevel: (cell: string) => boolean;
  /** Tells the levels that somebody named, whatever else such a cell would say. */
  readonly isStated: (cell: string) => boolean;
}

/**
 * Finds out what the columns of a table hold.
 *
 * @param all this table and the others that are imported with it: an answer is about any of them, and others may name the roles
 * @throws Unsure where a column or the cells cannot be told for sure
 * @throws PmrolesError `usage` for an answer about a column that is not there
 */
export function recognise(sheet: Sheet, answers: Answers, notes: Notes, all: readonly Sheet[]): Recognised {
  const alone = all.length === 1;
  const { placeOf } = createScale([], answers.levels);
  const isStated = (cell: string): boolean => cell !== '' && placeOf(cell) >= 0;
  const isLevel = (cell: string): boolean => isKnownLevel(cell) || isStated(cell);
  const surveys = survey(sheet, isLevel);
  const told = toldColumns(surveys, sheet, answers, all);
  for (const column of surveys) {
    const sense = senseOf(column.header);
    const meaning = told.get(column.place);
    if (meaning !== undefined) Object.assign(column, { meaning, why: 'as you said', sure: true });
    else if (sense?.sure === true) Object.assign(column, { meaning: sense.meaning, why: 'its header', sure: true });
    else if (isOfTheSheet(column.header))
      Object.assign(column, { meaning: 'ignore', why: 'about the sheet, not the ladder', offered: true });
    else if (sense) Object.assign(column, { meaning: sense.meaning, why: 'its header also means other things' });
  }
  const open = surveys.filter(({ place, filled }) => !told.has(place) && filled.length > 0);
  nameRoles(surveys, open, sheet, notes);
  nameHeaders(surveys, open, sheet, answers, alone);
  for (const column of open) agree(column, surveys, sheet);
  useless(open, surveys);
  for (const column of surveys) {
    const whole =
      told.get(column.place) === undefined && told.get(-1) !== undefined && !(column.sure && column.meaning);
    if (whole) Object.assign(column, { meaning: told.get(-1), why: 'as you said of the rest', sure: true });
  }
  const asked = surveys.filter(({ filled }) => filled.length > 0);
  const named = asked.some(({ meaning = 'ignore' }) => ['role', 'is-role', 'from'].includes(meaning));
  if (alone && !named && !asked.some(isOpenName)) throw noRoles(sheet, asked);
  if (asked.some(({ meaning, sure }) => meaning === undefined || !sure)) throw askColumns(sheet, asked);
  const columns = asked.filter((column): column is Survey & { meaning: Meaning } => column.meaning !== undefined);
  const of = (meaning: Meaning): Column[] => columns.filter((column) => column.meaning === meaning);
  const cells = answers.cells ?? cellsOf(sheet, columns, answers);
  return { sheet, columns, of, cells, isStated, isLevel: answers.cells === 'levels' ? isShortWording : isLevel };
}

/** What somebody said of columns, by place; -1 is for all the others. */
function toldColumns(
  surveys: readonly Survey[],
  { header }: Sheet,
  { columns = [] }: Answers,
  all: readonly Sheet[],
): Map<number, Meaning> {
  return new Map(
    columns.flatMap(({ column, meaning }) => {
      if (column === '*') return [[-1, meaning] as const];
      const place = placeIn(header, column);
      if (place !== undefined) return [[place, meaning] as const];
      if (all.some((other) => placeIn(other.header, column) !== undefined)) return [];
      throw noColumn(column, surveys);
    }),
  );
}

/** The place of a column that somebody names, by its header or as `#3`. */
function placeIn(header: readonly string[], column: string): number | undefined {
  const number = /^#(\d+)$/.exec(column);
  const folded = foldName(column);
  const exact = number ? Number(number[1]) - 1 : header.indexOf(column.trim());
  const place = exact >= 0 ? exact : header.findIndex((name) => foldName(name) === folded && folded !== '');
  return place >= 0 && place < header.length ? place : undefined;
}

function noColumn(column: string, surveys: readonly Survey[]): PmrolesError {
  const names = surveys.map(({ name }) => name);
  const [first] = suggest(column, names, 1);
  return new PmrolesError('usage', `the table has no column ${quote(column)}`, {
    hint: `${first === undefined ? '' : `did you mean ${quote(first)}? `}the columns are: ${names.slice(0, 20).map(quote).join(', ')}`,
  });
}

/** Which column holds the names of the roles, where the header alone does not say. */
function nameRoles(surveys: readonly Survey[], open: readonly Survey[], sheet: Sheet, notes: Notes): void {
  // A title beside a role is how the role is shown; alone it is the role.
  const title = having(surveys, 'title');
  if (title && !having(surveys, 'role') && !having(surveys, 'from')) title.meaning = 'role';
  // Beside `competency_id`, a name is that of a competency.
  const id = surveys.map(({ header }) => senseOf(/^(.*\p{L}.*?)[\s_-]*id$/iu.exec(header)?.[1] ?? '')).find(Boolean);
  const name = open.find(({ header, meaning }) => meaning === undefined && plainKey(header) === 'name');
  if (id && name) Object.assign(name, { ...id, why: 'its header and the ids beside it' });
  columnsByKey(surveys, open, sheet, notes);
  // An area beside skills groups them; where responsibilities stand there, it groups these.
  const skills = having(surveys, 'skill') ?? having(surveys, 'is-role');
  const duties = having(surveys, 'responsibility') ?? having(surveys, 'text');
  for (const column of open.filter(({ meaning }) => meaning === 'group' || meaning === 'area')) {
    if (
      column.meaning === 'group' &&
      duties &&
      having(surveys, 'role') &&
      (!skills || duties.meaning === 'responsibility')
    ) {
      Object.assign(column, { meaning: 'area', sure: true });
    }
  }
}

/** A column that could hold roles, for all that is known. */
function isOpenName({ meaning, content }: Survey): boolean {
  return meaning === undefined && !NO_NAMES.includes(content) && content !== 'texts';
}

/** The error for a table in which nothing can be a role. */
export function noRoles(sheet: Sheet, columns: readonly Pick<Survey, 'name' | 'meaning' | 'why'>[]): PmrolesError {
  const isOfSkills = columns.some(({ meaning }) => meaning === 'skill');
  const names = columns
    .slice(0, 12)
    .map(({ name, meaning }) => `${quote(name)}${meaning === undefined ? '' : ` (${meaning})`}`);
  return tableError(
    sheet,
    sheet.headerLine,
    isOfSkills ? 'it lists skills, and no roles' : 'no column holds roles',
    `import it with a table that says which role needs which skill, or say which column holds roles, or is one: --map "COLUMN=role", --map "COLUMN=is-role"\nthe columns are: ${names.join(', ')}`,
  );
}

/** What the cells are where a role meets a skill. */
function cellsOf(sheet: Sheet, columns: readonly Survey[], { levels }: Answers): CellKind {
  const pivots = columns.filter(({ meaning }) => meaning === 'is-role' || meaning === 'is-skill');
  const contents = new Set(pivots.map(({ content }) => content));
  const filled = pivots.flatMap((column) => column.filled).filter((cell) => meaningOf(cell) === 'words');
  if (levels !== undefined) return 'levels';
  if (pivots.length === 0 || contents.has('levels')) {
    return pivots.length > 0 && filled.every((cell) => cell === '0' || cell === '1') ? 'marks' : 'levels';
  }
  if (contents.has('importance')) return 'importance';
  if (filled.length === 0 || contents.has('marks')) return 'marks';
  const counts = new Map<string, number>();
  for (const cell of filled) counts.set(nameKey(cell), (counts.get(nameKey(cell)) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  if (contents.has('texts') || repeated < 0.2 * filled.length) return 'texts';
  throw new Unsure({
    about: 'cells',
    text: `What are cells such as ${[...new Set(filled)]
      .slice(0, 3)
      .map((cell) => quote(shortened(cell, 30)))
      .join(', ')}?`,
    file: sheet.file,
    line: sheet.headerLine,
    choices: [
      { value: 'levels', says: 'levels of skill' },
      { value: 'texts', says: "each role's own words" },
    ],
  });
}

function askColumns(sheet: Sheet, columns: readonly Survey[]): Unsure {
  const doubtful = columns.filter(({ meaning, sure }) => meaning === undefined || !sure);
  const names = doubtful
    .slice(0, 8)
    .map(({ name }) => quote(name))
    .join(', ');
  return new Unsure({
    about: 'columns',
    text: `What ${doubtful.length === 1 ? 'does the column' : 'do the columns'} ${names}${doubtful.length > 8 ? ` and ${doubtful.length - 8} more` : ''} hold?`,
    file: sheet.file,
    line: sheet.headerLine,
    columns: columns.map(({ name, filled, meaning, why, sure, offered = false }) => ({
      name,
      samples: [...new Set(filled)].slice(0, 3).map((cell) => shortened(cell, 24)),
      meaning,
      why,
      sure,
      offered,
    })),
  });
}
