/**
 * Columns that are themselves named after a role, a skill or a level: the columns of a matrix. Their headers can be anything, so
 * that the cells have to prove it.
 */
import type { Answers } from '../answers.ts';
import { nameKey, plainKey } from '../name-key.ts';
import { areScale } from '../scale.ts';
import type { Sheet } from '../sheet.ts';
import { TITLE_WORDS } from '../words.ts';
import { having, NO_NAMES, type Survey } from './survey.ts';

/** Which columns are named after a role, a skill or a level. */
export function nameHeaders(
  surveys: readonly Survey[],
  open: readonly Survey[],
  sheet: Sheet,
  { cells }: Answers,
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
