/**
 * What the cells of a skill say: a level, an importance, a tick, or that the skill does not apply.
 */
import { foldName } from '../core/names.ts';
import type { Importance } from '../core/model.ts';

/** Words for levels, the lowest first: the scales that people use, laid together. */
const LEVEL_WORDS = [
  ...[
    'none',
    'unaware',
    'awareness',
    'aware',
    'novice',
    'beginner',
    'advancedbeginner',
    'entry',
    'entrylevel',
    'trainee',
  ],
  ...[
    'elementary',
    'basic',
    'basics',
    'foundation',
    'foundational',
    'fundamental',
    'low',
    'junior',
    'learning',
    'developing',
  ],
  ...[
    'emerging',
    'working',
    'workingknowledge',
    'intermediate',
    'medium',
    'mid',
    'moderate',
    'competent',
    'practitioner',
  ],
  ...[
    'independent',
    'skilled',
    'good',
    'strong',
    'proficient',
    'experienced',
    'upperintermediate',
    'advanced',
    'senior',
  ],
  ...[
    'high',
    'veryhigh',
    'expert',
    'master',
    'mastery',
    'leading',
    'leader',
    'rolemodel',
    'authority',
    'thoughtleader',
  ],
];

const LEVEL_ORDER = new Map(LEVEL_WORDS.map((word, index) => [word, index]));

const IMPORTANCE_WORDS = new Map<string, Importance>([
  ...['essential', 'must', 'musthave', 'required', 'mandatory', 'critical', 'core', 'key'].map(
    (word) => [word, 'essential'] as const,
  ),
  ...['useful', 'should', 'shouldhave', 'preferred', 'desirable', 'desired', 'important', 'recommended'].map(
    (word) => [word, 'useful'] as const,
  ),
  ...['optional', 'could', 'couldhave', 'nicetohave', 'bonus', 'plus'].map((word) => [word, 'optional'] as const),
]);

const NOT_APPLICABLE = new Set(['na', 'notapplicable', 'nonapplicable', 'notrequired', 'notneeded', 'notrelevant']);
const TICKS = new Set(['x', 'yes', 'y', 'true']);
const CROSSES = new Set(['no', 'n', 'false']);

/** A level is a word or two; what is longer is a text. */
const LONGEST_LEVEL = 40;

/** What a cell says. */
export type CellMeaning = 'nothing' | 'dash' | 'not applicable' | 'yes' | 'no' | 'words';

/**
 * Tells what sort of thing a cell says.
 *
 * @param cell a cell as it stands
 */
export function meaningOf(cell: string): CellMeaning {
  const trimmed = cell.trim();
  if (trimmed === '') return 'nothing';
  if (trimmed.length > LONGEST_LEVEL) return 'words';
  if (/^[-–—−.…?_/\\]+$/.test(trimmed)) return 'dash';
  if (/^[✓✔☑✅●•■xX×*]$/u.test(trimmed)) return 'yes';
  if (/^[✗✘☐❌○]$/u.test(trimmed)) return 'no';
  const folded = foldName(trimmed);
  if (NOT_APPLICABLE.has(folded)) return 'not applicable';
  if (TICKS.has(folded)) return 'yes';
  return CROSSES.has(folded) ? 'no' : 'words';
}

/**
 * Reads an importance.
 *
 * @param cell a cell
 * @returns the importance; undefined where it is none
 */
export function importanceOf(cell: string): Importance | undefined {
  return cell.length > LONGEST_LEVEL ? undefined : IMPORTANCE_WORDS.get(foldName(cell));
}

/** Tells whether a text could be the name of a level. */
export function isShortWording(cell: string): boolean {
  return cell.length <= LONGEST_LEVEL && !/[\n;]/.test(cell);
}

/** Tells whether a text is a level's name on a scale that is known, or a number. */
export function isKnownLevel(cell: string): boolean {
  return isShortWording(cell) && (levelNumber(cell) !== undefined || LEVEL_ORDER.has(foldName(cell)));
}

/** The number of a level that has one: `3`, `L3`, `Level 3`, `3 - Advanced`, `Advanced (3)`. */
function levelNumber(name: string): number | undefined {
  const match =
    /^(?:l|lvl|level|stage|grade)?[ .]*(\d{1,4}(?:[.,]\d{1,3})?)(?:\s*[-–—:./)]\s*\D.*)?$/i.exec(name.trim()) ??
    /^\D*\((\d{1,4})\)$/.exec(name.trim());
  return match ? Number(match[1]!.replace(',', '.')) : undefined;
}

/**
 * What tells a level from others: case and punctuation do not, but `1.5` is not `15`.
 *
 * @param name a level's name as it stands
 */
export function levelKey(name: string): string {
  const number = /^\d+(?:[.,]\d+)?$/.test(name) ? levelNumber(name) : undefined;
  return number === undefined ? foldName(name) || name.trim() : String(number);
}

/** How a scale was put in order. */
export type ScaleOrder = 'their numbers' | 'a known scale' | 'first appearance';

/**
 * Puts levels in order.
 *
 * @param names the names of the levels, in the order in which they appear
 * @returns the same names, the lowest first, and what told the order
 */
export function orderLevels(names: readonly string[]): { readonly names: readonly string[]; readonly by: ScaleOrder } {
  const numbers = names.map(levelNumber);
  const words = names.map((name) => LEVEL_ORDER.get(foldName(name)));
  const sorted = (keys: readonly (number | undefined)[]): string[] =>
    names
      .map((name, index) => ({ name, key: keys[index]! }))
      .sort((a, b) => a.key - b.key)
      .map(({ name }) => name);
  if (numbers.every((number) => number !== undefined)) return { names: sorted(numbers), by: 'their numbers' };
  if (words.every((word) => word !== undefined)) return { names: sorted(words), by: 'a known scale' };
  return { names, by: 'first appearance' };
}
