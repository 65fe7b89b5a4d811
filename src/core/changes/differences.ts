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

type Keyed = Readonly<Record<string, unknown>>;

/** The same in all that is said, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  const [was, is] = [one, other] as unknown as readonly [Keyed, Keyed];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(was[key], is[key]))
  );
}
