/**
 * Columns that are themselves named after a role, a skill or a level: the columns of a matrix. Their headers can be anything, so
 * that the cells have to prove it.
 */
import type { Answers, Meaning } from '../answers.ts';
import { nameKey } from '../name-key.ts';
import { areScale } from '../scale.ts';
import type { Sheet } from '../sheet.ts';
import { NOT_ROLES, TITLE_WORDS } from '../words.ts';
import { isAboutNumbers, wordsOf } from './headers.ts';
import { having, NO_NAMES, type Survey } from './survey.ts';

/**
 * Which columns are named after a role, a skill or a level.
 *
 * @param alone true where no other table could name the roles
 */
export function nameHeaders(
  surveys: readonly Survey[],
  open: readonly Survey[],
  sheet: Sheet,
  { cells }: Answers,
  alone: boolean,
): void {
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
    : isText(pivots) && (areScale(pivots.map(({ header }) => header)) || (!alone && pivots.every(isNumberedLevel)))
      ? 'is-level'
      : 'is-role';
  const odd = new Map(pivots.map((column) => [column, oddity(column, pivots, sheet)]));
  const fitting = pivots.filter((column) => odd.get(column) === undefined);
  const contents = new Set(
    fitting.map(({ content }) => (content === 'marks' ? 'levels' : content === 'words' ? 'texts' : content)),
  );
  const isProved = provedBy(kind, fitting);
  for (const column of pivots) {
    const why = odd.get(column);
    const proved = isProved(column) || cells !== undefined;
    column.meaning = why === undefined ? kind : 'ignore';
    column.sure = why === undefined && label.sure && (contents.size === 1 || cells !== undefined) && proved;
    column.why =
      why ??
      (proved
        ? proofOf(
            column,
            pivots.some(({ content }) => content === 'levels'),
          )
        : `nothing says that it is a ${kind.slice(3)}`);
  }
  const guess = pivots.some(({ meaning }) => meaning === kind);
  if (!guess) for (const column of pivots) column.meaning = undefined;
}

/** Tells whether headers and cells together prove that a column is named after a role, a skill or a level. */
function provedBy(kind: Meaning, fitting: readonly Survey[]): (column: Survey) => boolean {
  if (kind === 'is-level') return () => true;
  // Levels under several headers are of skills; marks and texts may be about anything.
  if (kind === 'is-skill') return ({ content }) => content === 'levels' && fitting.length > 1;
  const titles = new Set(fitting.filter((column) => isTitle(column, fitting)));
  const likely = fitting.filter((column) => titles.has(column) || LIKE_A_TITLE.test(column.header.trim()));
  const isLikely = titles.size > 0 && likely.length * 2 > fitting.length;
  return (column) => titles.has(column) || (isLikely && likely.includes(column));
}

/** How words for people who do something end; beside titles that are known, such a header is another. */
const LIKE_A_TITLE = /(?:er|or|ist|ian|ant|man|woman|smith|eur|euse|ero|era|ore|in)$/iu;

/** Whether a header has a word of titles or is one of a numbered row, as `L1` and `L2` are. */
function isTitle({ header, place }: Survey, pivots: readonly Survey[]): boolean {
  const stemOf = (name: string): string | undefined =>
    /^(.*?)[\s.-]*(?:\d+|[IVX]+)$/.exec(name.trim())?.[1]?.toLowerCase();
  const stem = stemOf(header);
  const isNumbered = stem !== undefined && stem !== '' && !wordsOf(stem).some((word) => NOT_ROLES.has(word));
  return (
    wordsOf(header).some((word) => TITLE_WORDS.has(word)) ||
    (isNumbered && pivots.some((other) => other.place !== place && stemOf(other.header) === stem))
  );
}

const isText = (columns: readonly Survey[]): boolean =>
  columns.every(({ content }) => content === 'texts' || content === 'words');

function proofOf({ content, filled }: Survey, amongLevels: boolean): string {
  const what = content === 'words' ? 'short texts' : content === 'marks' && amongLevels ? 'levels' : content;
  return `${filled.length} ${filled.length === 1 ? 'cell' : 'cells'}, all ${what}`.replace(', all nothing', '');
}

/** `Level 1`; beside a table of roles, these are levels. */
const isNumberedLevel = ({ header }: Survey): boolean =>
  /^(?:level|stufe|niveau|nivel|livello|stage)\s*\d+/i.test(header);

/** The column that names the rows of a matrix, where no header says so: the first, with a name of its own in each row. */
function labelOf(surveys: readonly Survey[], unknown: readonly Survey[], { rows }: Sheet): Survey | undefined {
  const isUnique = ({ filled }: Survey): boolean =>
    filled.length * 2 >= rows.length && new Set(filled.map(nameKey)).size === filled.length;
  const known = surveys.find((column) => column.meaning === 'group' && isUnique(column));
  const first = known ?? unknown[0];
  const others = unknown.filter((column) => column !== first);
  if (!first || NO_NAMES.includes(first.content) || !isUnique(first) || others.length === 0) return undefined;
  const titled = (names: readonly string[]): number =>
    names.filter((name) => wordsOf(name).some((word) => TITLE_WORDS.has(word))).length / names.length;
  const across = titled(others.map(({ header }) => header));
  const down = titled(first.filled);
  first.meaning = known === undefined && down > across ? 'role' : 'skill';
  // What stands in the corner may be anything: a header of groups has to have texts or words of a scale beside it, and where there
  // is none, titles on one side alone tell whether roles go down or across.
  const isWorded = others.every(
    ({ content, filled }) =>
      content === 'texts' || content === 'words' || (content === 'levels' && !filled.some((cell) => /\d/.test(cell))),
  );
  first.sure = known ? isWorded : first.header === '' && Math.max(across, down) >= 0.5 && Math.min(across, down) === 0;
  first.why = first.sure ? 'each row names another' : 'its header does not say what the rows are';
  return first;
}

/** Sums of more columns than this are not looked for. */
const MOST_ADDED = 50;

/** What keeps a column from being named after a role, a skill or a level; undefined where nothing does. */
function oddity(column: Survey, pivots: readonly Survey[], { rows }: Sheet): string | undefined {
  const { header, filled, place, content } = column;
  if (header === '') return 'it has no header';
  if (/^[\d\s.,/:-]+$/.test(header)) return 'its header is a number';
  if (filled.length === 0) return 'it is empty';
  if (!['levels', 'marks', 'importance', 'texts', 'words'].includes(content)) return `its cells are ${content}`;
  if (isAboutNumbers(header)) return 'its header speaks of something counted';
  if (isTitle(column, pivots) || LIKE_A_TITLE.test(header.trim())) return undefined;
  const numbers = filled.map(Number);
  if (filled.length > 3 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1))
    return 'it counts the rows';
  const others = pivots.filter((other) => other.place !== place);
  const isWhole = (cell: string): boolean => !/\d[.,]\d/.test(cell);
  if (!filled.every(isWhole) && others.length > 0 && others.every((other) => other.filled.every(isWhole))) {
    return 'its cells are numbers, those of the others whole levels';
  }
  const isSum = (sum: (values: readonly number[]) => number): boolean =>
    rows.every(({ cells }) => {
      const values = others.map((other) => Number(cells[other.place] ?? '')).filter((value) => !Number.isNaN(value));
      return Math.abs(sum(values) - Number(cells[place] ?? '')) < 0.006;
    });
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  if (others.length > 1 && others.length < MOST_ADDED && rows.length > 1 && numbers.some((number) => number !== 0)) {
    if (isSum(total)) return 'it is the sum of the others';
    if (isSum((values) => total(values) / (values.length || 1))) return 'it is the average of the others';
  }
  return undefined;
}
