/**
 * Ids for what a table only gives a title.
 */
import { nameKey } from './name-key.ts';

/** Ids are kept to this length, so that they can be typed. */
const LONGEST = 60;

/** Letters that have no form with a mark to take away, and signs that tell names apart. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  '+': ' plus ',
  '#': ' sharp ',
  '&': ' and ',
  '.net': ' dot net ',
};

/** Makes an id of a title. */
export function slugOf(title: string): string {
  const plain = title
    .slice(0, 10 * LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđłı+#&]|\.net\b/g, (piece) => SPELT_OUT[piece]!);
  const words = (plain.match(/[a-z0-9]+/g) ?? []).join('-');
  if (words.length <= LONGEST) return words;
  return words
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST);
}

/** Starts a set of ids of one kind; `known` are ids by title that are not to be made. */
export function createIds(kind: string, known: Readonly<Record<string, string>> = {}): (title: string) => string {
  const byTitle = new Map(Object.entries(known).map(([title, id]) => [nameKey(title), id]));
  const taken = new Set<string>(byTitle.values());
  // How far each wording was counted, so that ten thousand equal ones take no longer than they must.
  const counted = new Map<string, number>();
  return (title) => {
    const given = byTitle.get(nameKey(title));
    if (given !== undefined) {
      // Another thing of the same title has an id of its own.
      byTitle.delete(nameKey(title));
      return given;
    }
    const slug = slugOf(title);
    const base = slug === '' ? kind : slug;
    let number = counted.get(base) ?? (slug === '' ? 0 : 1);
    let id = slug === '' ? `${base}-${++number}` : base;
    while (taken.has(id)) id = `${base}-${++number}`;
    counted.set(base, number);
    taken.add(id);
    return id;
  };
}
