/**
 * The proficiency scale of a table: which words are levels, which of them are the same, and in what order they stand.
 */
import { nameKey, plainKey } from './name-key.ts';

/** Words for levels, the lowest first: the scales that people use, in several languages, laid together. */
const LEVEL_WORDS = [
  'none unaware keine aucun aucune ninguno nenhum nessuno geen awareness aware novice novato beginner anfanger anfaenger',
  'debutant principiante iniciante beginnend advancedbeginner entry entrylevel trainee',
  'elementary elementaire elementare basic basics grundlagen grundkenntnisse base basico basis foundation foundational',
  'fundamental low niedrig gering bas faible bajo baixo basso laag junior learning developing',
  'emerging working workingknowledge intermediate intermediaire intermedio intermediario medium mid mittel moyen medio',
  'gemiddeld moderate competent practitioner',
  'independent solid skilled good gut bon bueno bom buono goed strong proficient experienced erfahren confirme',
  'upperintermediate verygood sehrgut tresbon muybueno muitobom ottimo zeergoed advanced fortgeschritten avance',
  'avanzado avancado avanzato gevorderd senior',
  'high hoch eleve haut alto hoog veryhigh sehrhoch expert experte experto especialista esperto master meister mastery',
  'leading leader rolemodel authority thoughtleader',
].flatMap((words) => words.split(' '));

const LEVEL_ORDER = new Map(LEVEL_WORDS.map((word, index) => [word, index]));

/** What has no level at all stands below a scale of numbers. */
const NO_LEVEL = LEVEL_ORDER.get('awareness')!;

/** A level is a word or two; what is longer is a text. */
export const LONGEST_LEVEL = 40;

/** Tells whether a text could be the name of a level. */
export function isShortWording(cell: string): boolean {
  return cell.length <= LONGEST_LEVEL && !/[\n;]/.test(cell);
}

/** Tells whether a text is a level's name on a scale that is known, or a number. */
export function isKnownLevel(cell: string): boolean {
  return isShortWording(cell) && (numbered(cell) !== undefined || LEVEL_ORDER.has(plainKey(cell)));
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

/** How a scale was put in order. */
export type ScaleOrder = 'as stated' | 'their numbers' | 'a known scale' | 'first appearance';

/** Levels in order. */
export interface Scale {
  /** The names of the levels, the lowest first. */
  readonly titles: readonly string[];
  readonly by: ScaleOrder;
  /** True where nothing in the table tells the order. */
  readonly guess: boolean;
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
  const { order, by, guess } =
    stated.length > 0 ? { order: all, by: 'as stated' as const, guess: false } : ordered(all);
  const places = new Map(order.map(([key], place) => [key, place]));
  return {
    titles: order.map(([, title]) => title),
    by,
    guess,
    placeOf: (name) => places.get(same(name)) ?? -1,
    unstated,
  };
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

function ordered(levels: readonly Entry[]): { order: readonly Entry[]; by: ScaleOrder; guess: boolean } {
  const numbers = levels.map(([, title]) => numbered(title)?.number);
  const words = levels.map(([, title]) => LEVEL_ORDER.get(plainKey(title)));
  const sorted = (keys: readonly number[]): Entry[] =>
    levels
      .map((level, index) => ({ level, key: keys[index]! }))
      .sort((a, b) => a.key - b.key)
      .map(({ level }) => level);
  const without = numbers.filter((number) => number === undefined).length;
  // One level or so without a number does not spoil the order of the others.
  if (without === 0 || (without < levels.length / 2 && without <= Math.max(1, levels.length / 5))) {
    const keys = numbers.map(
      (number, index) => number ?? ((words[index] ?? NO_LEVEL) < NO_LEVEL ? -Infinity : Infinity),
    );
    return { order: sorted(keys), by: 'their numbers', guess: without > 0 };
  }
  if (words.every((word) => word !== undefined)) return { order: sorted(words), by: 'a known scale', guess: false };
  return { order: levels, by: 'first appearance', guess: true };
}
