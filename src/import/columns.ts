/**
 * What each column of a table holds, with the proof: its header, and cells that agree with it. What cannot be proved is asked.
 *
 * The columns say all there is to know about how a table is read. A column holds names (of roles, of skills), what a row says of
 * them, or is itself named after a role, a skill or a level; with these, a row a role, a row a role and skill, and matrices of
 * both directions are read by one reader.
 */
import { PmrolesError } from '../core/errors.ts';
import { foldName, quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { type Answers, type CellKind, type Meaning, Unsure } from './answers.ts';
import { type Content, contentOf, importanceOf, meaningOf } from './cells.ts';
import { isOfTheSheet, ofRoles, senseOf } from './headers.ts';
import { nameKey, plainKey, wordSet } from './name-key.ts';
import { type Notes, shortened } from './notes.ts';
import { columnsByKey } from './role-names.ts';
import { areScale, createScale, isKnownLevel, isShortWording } from './scale.ts';
import type { Sheet } from './sheet.ts';
import { tableError } from './table-error.ts';
import { ROLE_WORDS, SENIORITY } from './words.ts';

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
}

/** A column while it is being found out. */
export interface Survey {
  readonly place: number;
  readonly name: string;
  readonly header: string;
  /** The cells that are not empty, trimmed. */
  readonly filled: readonly string[];
  readonly content: Content;
  meaning?: Meaning | undefined;
  why: string;
  sure: boolean;
}

/** What a column of names needs, so that it is one of roles or skills. */
const NO_NAMES: readonly Content[] = ['links', 'dates', 'numbers', 'marks'];

const TITLE_WORDS = wordSet(`${SENIORITY} ${ROLE_WORDS}`);

/**
 * Finds out what the columns of a table hold.
 *
 * @param alone true where no other table could name the roles
 * @throws Unsure where a column or the cells cannot be told for sure
 * @throws PmrolesError `usage` for an answer about a column that is not there
 */
export function recognise(sheet: Sheet, answers: Answers, notes: Notes, alone: boolean): Recognised {
  const { placeOf } = createScale([], answers.levels);
  const isLevel = (cell: string): boolean => isKnownLevel(cell) || placeOf(cell) >= 0;
  const surveys = survey(sheet, isLevel);
  const told = toldColumns(surveys, sheet, answers);
  for (const column of surveys) {
    const sense = senseOf(column.header);
    const meaning = told.get(column.place);
    if (meaning !== undefined) Object.assign(column, { meaning, why: 'as you said', sure: true });
    else if (isOfTheSheet(column.header))
      Object.assign(column, { meaning: 'ignore', why: 'about the sheet, not the ladder' });
    else if (sense) Object.assign(column, { meaning: sense.meaning, why: 'its header', sure: sense.sure });
  }
  const open = surveys.filter(({ place, filled }) => !told.has(place) && filled.length > 0);
  nameRoles(surveys, open, sheet, notes);
  nameHeaders(surveys, open, sheet, answers);
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
  return { sheet, columns, of, cells, isLevel: answers.cells === 'levels' ? isShortWording : isLevel };
}

function survey({ header, rows }: Sheet, isLevel: (cell: string) => boolean): Survey[] {
  const counts = new Map<string, number>();
  for (const name of header) counts.set(name, (counts.get(name) ?? 0) + 1);
  // What a row says of the roles is none of what the cells of their columns are.
  const own = rows.filter(({ cells }) => ofRoles(cells.find((cell) => cell.trim() !== '') ?? '') === undefined);
  return header.map((name, place) => {
    const filled = own.map(({ cells }) => (cells[place] ?? '').trim()).filter((cell) => cell !== '');
    const called = name !== '' && counts.get(name) === 1 ? name : `#${place + 1}`;
    return { place, name: called, header: name, filled, content: contentOf(filled, isLevel), why: '', sure: false };
  });
}

/** What somebody said of columns, by place; -1 is for all the others. */
function toldColumns(surveys: readonly Survey[], { header }: Sheet, { columns = [] }: Answers): Map<number, Meaning> {
  return new Map(
    columns.map(({ column, meaning }) => [column === '*' ? -1 : placeNamed(column, surveys, header), meaning]),
  );
}

function placeNamed(column: string, surveys: readonly Survey[], header: readonly string[]): number {
  const number = /^#(\d+)$/.exec(column);
  const place = number ? Number(number[1]) - 1 : header.indexOf(column.trim());
  if (place >= 0 && place < header.length) return place;
  const folded = foldName(column);
  const near = header.findIndex((name) => foldName(name) === folded && folded !== '');
  if (near >= 0) return near;
  const names = surveys.map(({ name }) => name);
  const [first] = suggest(column, names, 1);
  throw new PmrolesError('usage', `the table has no column ${quote(column)}`, {
    hint: `${first === undefined ? '' : `did you mean ${quote(first)}? `}the columns are: ${names.slice(0, 20).map(quote).join(', ')}`,
  });
}

const having = (surveys: readonly Survey[], meaning: Meaning): Survey | undefined =>
  surveys.find((column) => column.meaning === meaning);

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
    if (column.meaning === 'group' && !skills && duties && having(surveys, 'role')) {
      Object.assign(column, { meaning: 'area', sure: true });
    }
  }
}

/** Which columns are named after a role, a skill or a level. */
function nameHeaders(surveys: readonly Survey[], open: readonly Survey[], sheet: Sheet, { cells }: Answers): void {
  const unknown = open.filter(({ meaning }) => meaning === undefined);
  if (unknown.length === 0 || having(surveys, 'from')) return;
  const role = having(surveys, 'role');
  const statements = having(surveys, 'skill') ?? having(surveys, 'responsibility') ?? having(surveys, 'area');
  if (role && (statements || having(surveys, 'level'))) return;
  const label = role ?? statements ?? labelOf(surveys, unknown, sheet);
  if (!label) return;
  const pivots = unknown.filter((column) => column !== label);
  const kind = role
    ? 'is-skill'
    : areScale(pivots.map(({ header }) => header)) && isText(pivots)
      ? 'is-level'
      : 'is-role';
  const odd = new Map(pivots.map((column) => [column, oddity(column, pivots, sheet)]));
  const fitting = pivots.filter((column) => odd.get(column) === undefined);
  const contents = new Set(
    fitting.map(({ content }) => (content === 'marks' ? 'levels' : content === 'words' ? 'texts' : content)),
  );
  for (const column of pivots) {
    const why = odd.get(column);
    // Cells that are levels are proof, but for one column alone, which may hold just them; texts may be about anything.
    const proved = isText([column])
      ? kind === 'is-level' || (kind === 'is-role' && isTitle(column, fitting))
      : fitting.length > 1 || isTitle(column, fitting);
    column.meaning = why === undefined ? kind : 'ignore';
    column.sure =
      why === undefined &&
      label.sure &&
      (contents.size === 1 || cells !== undefined) &&
      (proved || cells !== undefined);
    column.why = why ?? (proved ? proofOf(column) : `nothing says that it is a ${kind.slice(3)}`);
  }
  const guess = pivots.some(({ meaning }) => meaning === kind);
  if (!guess) for (const column of pivots) column.meaning = undefined;
}

/** Whether a header has a word of titles, is one of a numbered row, or shares a word with another column. */
function isTitle({ header, place }: Survey, pivots: readonly Survey[]): boolean {
  const wordsOf = (name: string): string[] =>
    name
      .split(/[^\p{L}\p{N}]+/u)
      .map(plainKey)
      .filter((word) => word !== '');
  const stemOf = (name: string): string | undefined => /^(.*?)[\s.-]*(?:\d+|[IVX]+)$/.exec(name.trim())?.[1];
  const others = pivots.filter((column) => column.place !== place);
  const words = wordsOf(header);
  return (
    words.some((word) => TITLE_WORDS.has(word)) ||
    (stemOf(header) !== undefined && others.some((other) => stemOf(other.header) === stemOf(header))) ||
    others.some((other) => wordsOf(other.header).some((word) => words.includes(word)))
  );
}

const isText = (columns: readonly Survey[]): boolean =>
  columns.every(({ content }) => content === 'texts' || content === 'words');

function proofOf({ content, filled }: Survey): string {
  const what = content === 'words' ? 'short texts' : content;
  return `${filled.length} ${filled.length === 1 ? 'cell' : 'cells'}, all ${what}`.replace(', all nothing', '');
}

/** The column that names the rows of a matrix, where no header says so: the first, with a name of its own in each row. */
function labelOf(surveys: readonly Survey[], unknown: readonly Survey[], { rows }: Sheet): Survey | undefined {
  const known = surveys.find(({ meaning, sure }) => meaning === 'group' && !sure) ?? having(surveys, 'group');
  const first = known ?? unknown[0];
  if (!first || NO_NAMES.includes(first.content)) return undefined;
  const isUnique = new Set(first.filled.map(nameKey)).size === first.filled.length && first.filled.length > 0;
  const others = unknown.filter((column) => column !== first);
  if (!isUnique || others.length === 0 || (known && first.filled.length < rows.length / 2)) return undefined;
  const titled = (names: readonly string[]): number =>
    names.filter((name) => name.split(/[^\p{L}\p{N}]+/u).some((word) => TITLE_WORDS.has(plainKey(word)))).length /
    names.length;
  const across = titled(others.map(({ header }) => header));
  const down = titled(first.filled);
  // Whether roles go down or across is told by titles on one side alone; a header of skills tells it as well.
  const rolesDown = known === undefined && down > across;
  first.meaning = rolesDown ? 'role' : 'skill';
  first.sure = known !== undefined || (Math.max(across, down) >= 0.5 && Math.min(across, down) === 0);
  first.why = first.sure ? 'each row names another' : 'it may name the roles as well as the skills';
  return first;
}

/** What each kind of table has a use for; `once` alone where several columns would contradict one another. */
const USES: readonly (readonly [meaning: Meaning, uses: readonly Meaning[]])[] = [
  ['from', ['from', 'to', 'kind']],
  ['is-role', ['is-role', 'skill', 'responsibility', 'area', 'group', 'description']],
  [
    'role',
    [
      'role',
      'title',
      'alias',
      'rank',
      'track',
      'family',
      'summary',
      'next',
      'note',
      'is-skill',
      'skill',
      'group',
      'description',
      'level',
      'importance',
      'text',
      'responsibility',
      'area',
    ],
  ],
  ['skill', ['skill', 'group', 'description', 'level', 'text', 'is-level']],
];
const ONCE: readonly Meaning[] = [
  'role',
  'group',
  'description',
  'level',
  'importance',
  'text',
  'area',
  'from',
  'to',
  'kind',
  'rank',
  'track',
];

/** Doubts columns that a table of its kind has no use for: nothing is left out without being asked about. */
function useless(open: readonly Survey[], surveys: readonly Survey[]): void {
  const [, uses] = USES.find(([meaning]) => having(surveys, meaning)) ?? [];
  for (const column of open) {
    const { meaning, place } = column;
    if (meaning === undefined || meaning === 'ignore') continue;
    const first = surveys.find((other) => other.meaning === meaning)!;
    const why =
      uses?.includes(meaning) === false
        ? 'a table of this kind has no use for it'
        : ONCE.includes(meaning) && first.place !== place
          ? `${quote(first.name)} holds the ${meaning} already`
          : undefined;
    if (why !== undefined) Object.assign(column, { meaning: 'ignore', sure: false, why });
  }
}

/** A column that could hold roles, for all that is known. */
function isOpenName({ meaning, content }: Survey): boolean {
  return meaning === undefined && !NO_NAMES.includes(content) && content !== 'texts';
}

/** The error for a table in which nothing can be a role. */
export function noRoles(sheet: Sheet, columns: readonly Pick<Survey, 'name' | 'meaning'>[]): PmrolesError {
  const isOfSkills = columns.some(({ meaning }) => meaning === 'skill');
  const names = columns
    .slice(0, 12)
    .map(({ name, meaning }) => `${quote(name)}${meaning === undefined ? '' : ` (${meaning})`}`);
  return tableError(
    sheet,
    sheet.headerLine,
    isOfSkills ? 'it lists skills, and no roles' : 'no column holds roles',
    `import it with a table that says which role needs which skill, or say which column holds roles: --map "COLUMN=role"\nthe columns are: ${names.join(', ')}`,
  );
}

/** What keeps a column from being named after a role, a skill or a level; undefined where nothing does. */
function oddity(
  { header, filled, place, content }: Survey,
  pivots: readonly Survey[],
  { rows }: Sheet,
): string | undefined {
  if (header === '') return 'it has no header';
  if (/^[\d\s.,/:-]+$/.test(header)) return 'its header is a number';
  if (filled.length === 0) return 'it is empty';
  if (!['levels', 'marks', 'importance', 'texts', 'words'].includes(content)) return `its cells are ${content}`;
  const numbers = filled.map(Number);
  if (filled.length > 3 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1))
    return 'it counts the rows';
  const others = pivots.filter((column) => column.place !== place);
  const isSum = (sum: (values: readonly number[]) => number): boolean =>
    rows.every(({ cells }) => {
      const values = others.map((column) => Number(cells[column.place] ?? '')).filter((value) => !Number.isNaN(value));
      return Math.abs(sum(values) - Number(cells[place] ?? '')) < 0.006;
    });
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  if (others.length > 1 && rows.length > 1 && numbers.some((number) => number !== 0)) {
    if (isSum(total)) return 'it is the sum of the others';
    if (isSum((values) => total(values) / (values.length || 1))) return 'it is the average of the others';
  }
  return undefined;
}

/** Tells whether the cells of a column agree with its meaning; where they do not, nothing is sure. */
function agree(column: Survey, surveys: readonly Survey[], sheet: Sheet): void {
  const { meaning, content, filled } = column;
  if (meaning === undefined) {
    column.why ||= content === 'nothing' ? 'it is empty' : 'nothing is known of its header';
    return;
  }
  const doubt = (why: string): void => void Object.assign(column, { sure: false, why });
  if (['role', 'skill'].includes(meaning) && NO_NAMES.includes(content)) doubt(`its cells are ${content}`);
  else if (meaning === 'level' && ['levels', 'marks'].includes(content)) column.sure = true;
  else if (meaning === 'level' && !['levels', 'words', 'nothing'].includes(content))
    doubt(`its cells are ${content}, not levels`);
  else if (meaning === 'importance') {
    const fits =
      content === 'importance' ||
      filled.every((cell) => importanceOf(cell) ?? (content === 'levels' && Number.isNaN(Number(cell))));
    if (fits) column.sure = true;
    else Object.assign(column, { sure: false, why: 'its cells are no importance', meaning: 'ignore' });
  } else if (meaning === 'rank' && !filled.some((cell) => /\d|^[IVX]+$/i.test(cell))) {
    Object.assign(column, { sure: false, why: 'its cells hold no number', meaning: 'note' });
  } else if (meaning === 'next' && !namesRoles(filled, surveys)) doubt('its cells name no role of the table');
  else if (meaning === 'group' || meaning === 'track') {
    // A group has several rows.
    if (!column.sure && new Set(filled).size < Math.max(2, sheet.rows.length)) column.sure = true;
  } else if (['from', 'to', 'kind'].includes(meaning) && !(having(surveys, 'from') && having(surveys, 'to'))) {
    doubt('from and to go together');
  } else if (meaning === 'title' || meaning === 'text' || meaning === 'summary' || meaning === 'responsibility')
    column.sure = true;
}

function namesRoles(filled: readonly string[], surveys: readonly Survey[]): boolean {
  const roles = new Set(having(surveys, 'role')?.filled.map(nameKey));
  const aliases = surveys
    .filter(({ meaning }) => meaning === 'alias' || meaning === 'title')
    .flatMap((column) => column.filled);
  for (const alias of aliases) roles.add(nameKey(alias));
  const names = filled.flatMap((cell) => cell.split(/[,;|\n]/)).filter((cell) => meaningOf(cell) === 'words');
  return names.filter((name) => roles.has(nameKey(name))).length * 2 >= names.length;
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
    text: `${doubtful.length === 1 ? 'this column is' : 'these columns are'} not sure: ${names}${doubtful.length > 8 ? `, … and ${doubtful.length - 8} more` : ''}`,
    file: sheet.file,
    line: sheet.headerLine,
    columns: columns.map(({ name, filled, meaning, why, sure }) => ({
      name,
      samples: [...new Set(filled)].slice(0, 3).map((cell) => shortened(cell, 24)),
      meaning,
      why,
      sure,
    })),
  });
}
