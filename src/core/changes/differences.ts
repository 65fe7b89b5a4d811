/**
 * What differs between two entries of one id, key by key: whatever keys there are, so that none can be forgotten.
 */

/** A value as it is shown, with its id where it is one. */
export interface Value {
  readonly id?: string;
  readonly text: string;
}

export interface Difference {
  readonly part: string;
  /** Absent where there is no such value, and where it takes more than words to show. */
  readonly from?: Value;
  readonly to?: Value;
}

type Show = (part: string, value: unknown) => Value | undefined;

/** The keys that differ. Of lists of texts only what is not in both is shown. */
export function differencesOf(was: object, is: object, showOld: Show, showNew: Show): Difference[] {
  const [old, now] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(is))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((part) => {
    const [from, to] = [old.get(part), now.get(part)];
    if (isSame(from, to)) return [];
    const [before, after] = [showOld(part, without(from, to)), showNew(part, without(to, from))];
    return [{ part, ...(before && { from: before }), ...(after && { to: after }) }];
  });
}

export function shown(_part: string, value: unknown): Value | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { text: value };
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value) };
  return isTexts(value) && value.length > 0 ? { text: value.join(', ') } : undefined;
}

function without(value: unknown, other: unknown): unknown {
  if (!isTexts(value) || !isTexts(other)) return value;
  const taken = new Set(other);
  return value.filter((text) => !taken.has(text));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** An entry without the keys that are compared elsewhere. */
export function besides(entry: object, words: string): object {
  const keys = words.split(' ');
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
}

/** The same in all that is said, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return true;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
