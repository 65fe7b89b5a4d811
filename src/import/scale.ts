/**
 * The proficiency scale of a table: which words are levels, which of them are the same, and in what order they stand.
 */
import { nameKey, plainKey } from './name-key.ts';
import { SCALES } from './words.ts';

const KNOWN_WORDS = new Set(SCALES.flat());

/** A level is a word or two; what is longer is a text. */
export const LONGEST_LEVEL = 40;

/** Tells whether a text could be the name of a level. */
export function isShortWording(cell: string): boolean {
  return cell.length <= LONGEST_LEVEL && !/[\n;]/.test(cell);
}

/** Tells whether a text is a word of a known scale, or a number as small as those of scales are: `3`, `2.5`, `L4`, `50 %`. */
export function isKnownLevel(cell: string): boolean {
  if (!isShortWording(cell)) return false;
  const parts = numbered(cell);
  if (!parts) return KNOWN_WORDS.has(plainKey(cell));
  return cell.includes('%') ? parts.number <= 100 : parts.number <= 10 && Number.isInteger(2 * parts.number);
}

/** Tells whether names are the levels of one scale in its order, as headers may be. */
export function areScale(names: readonly string[]): boolean {
  const words = names.map(plainKey);
  return (
    names.length > 1 &&
    SCALES.some((scale) => {
      const places = words.map((word) => scale.indexOf(word));
      return places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!));
    })
  );
}

/** A level with a number: `3`, `L3` and `50%` have no words besides, `3 - Advanced` and `Advanced (3)` have. */
interface Numbered {
  readonly number: number;
  readonly words: string;
}

function numbered(name: string): Numbered | undefined {
  const leading =
    /^(?:l|lvl|level|stage|grade|stufe|niveau|nivel|livello)?[ .]*(\d{1,4}(?:[.,]\d{1,3})?)(?:\s*%)?(?:\s*[-–—:./)]\s*(\D.*))?$/i.exec(
      name.trim(),
    );
  if (leading) return { number: Number(leading[1]!.replace(',', '.')), words: leading[2] ?? '' };
  const trailing = /^(\D*)\((\d{1,4})\)$/.exec(name.trim());
  return trailing ? { number: Number(trailing[2]), words: trailing[1]! } : undefined;
}

/** What tells the spelling of a level from others: neither case nor punctuation, and a bare number is its value. */
export function spellingKey(name: string): string {
  const parts = numbered(name);
  return parts ? `=${parts.number} ${parts.words === '' ? '' : nameKey(parts.words)}` : nameKey(name);
}

/** Levels in order. */
export interface Scale {
  /** The names of the levels, the lowest first. */
  readonly titles: readonly string[];
  /** What tells the order; undefined where nothing does, and the order is a guess. */
  readonly by: string | undefined;
  /** Where in the scale a name stands, however it is spelt. */
  readonly placeOf: (name: string) => number;
  /** Names of the table that the order that was stated leaves out. */
  readonly unstated: readonly string[];
}

/** Puts levels in order. `2 - Good`, `2` and `Good` are the same level, unless `2` has other words too. */
export function createScale(names: readonly string[], stated: readonly string[] = []): Scale {
  const same = createSameness([...stated, ...names]);
  const titles = new Map<string, string>();
  const final = new Set<string>();
  for (const name of [...stated, ...names]) {
    const key = same(name);
    if (final.has(key)) continue;
    titles.set(key, name);
    // What has words is a better title than what is a number alone, unless somebody says so.
    if (stated.length > 0 || spellingKey(name) === key) final.add(key);
  }
  const count = new Set(stated.map(same)).size;
  const all = [...titles];
  const unstated = stated.length === 0 ? [] : all.slice(count).map(([, title]) => title);
  const { order, by } = stated.length > 0 ? { order: all, by: 'as stated' } : ordered(all);
  const places = new Map(order.map(([key], place) => [key, place]));
  return { titles: order.map(([, title]) => title), by, placeOf: (name) => places.get(same(name)) ?? -1, unstated };
}

/** Finds out which spellings mean the same level, and gives each a key. */
function createSameness(names: readonly string[]): (name: string) => string {
  const byNumber = new Map<string, Set<string>>();
  const byWords = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const name of names) {
    const parts = numbered(name);
    if (parts === undefined || parts.words === '') continue;
    put(byNumber, `=${parts.number} `, spellingKey(name));
    put(byWords, nameKey(parts.words), spellingKey(name));
  }
  return (name) => {
    const key = spellingKey(name);
    const meant = byNumber.get(key) ?? byWords.get(key);
    return meant?.size === 1 ? [...meant][0]! : key;
  };
}

type Entry = readonly [key: string, title: string];

function ordered(levels: readonly Entry[]): { order: readonly Entry[]; by: string | undefined } {
  const numbers = levels.map(([, title]) => numbered(title)?.number);
  if (numbers.every((number) => number !== undefined)) {
    const order = levels.map((level, at) => ({ level, number: numbers[at]! })).sort((a, b) => a.number - b.number);
    const equal = order.some(({ number }, at) => at > 0 && number === order[at - 1]!.number);
    return { order: order.map(({ level }) => level), by: equal ? undefined : 'by their numbers' };
  }
  const words = levels.map(([, title]) => plainKey(title));
  const order = levels.toSorted(([, a], [, b]) => compareWords(plainKey(a), plainKey(b)) ?? 0);
  const isKnown = words.every((word, at) =>
    words.every((other, place) => at === place || compareWords(word, other) !== undefined),
  );
  return { order, by: isKnown ? 'a known scale' : undefined };
}

/** Which of two words is the lower, by the scales that have both; undefined where none has, or they disagree. */
function compareWords(a: string, b: string): number | undefined {
  const signs = SCALES.flatMap((scale) => {
    const [one, other] = [scale.indexOf(a), scale.indexOf(b)];
    return one < 0 || other < 0 || one === other ? [] : [Math.sign(one - other)];
  });
  return signs.length > 0 && signs.every((sign) => sign === signs[0]) ? signs[0] : undefined;
}
