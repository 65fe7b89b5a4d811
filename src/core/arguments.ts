/**
 * What a program passes to the library, checked: the error says what is missing, and not what then failed deep inside.
 */
import { PmrolesError } from './errors.ts';

/** A text longer than this is not repeated in an error. */
const LONGEST_ECHO = 60;

/** Holds that an argument is what it has to be. */
export function expectArgument(fits: boolean, value: unknown, what: string, expected: string): void {
  if (fits) return;
  throw new PmrolesError('usage', `${what} is ${shown(value)}, expected ${expected}`);
}

export function expectLadder(ladder: unknown): void {
  expectArgument(isObject(ladder) && Array.isArray(ladder['roles']), ladder, 'the ladder', 'a ladder');
}

/** A ladder is easily taken for a catalog. */
export function expectCatalog(catalog: unknown): void {
  const fits = isObject(catalog) && isObject(catalog['ladder']);
  expectArgument(fits, catalog, 'the catalog', 'what createCatalog makes of a ladder');
}

export function expectName(value: unknown, what: string): void {
  expectArgument(typeof value === 'string', value, what, 'a name');
}

export function expectNames(value: unknown, what: string): void {
  expectArgument(Array.isArray(value), value, what, 'a list of names');
  for (const name of value as readonly unknown[]) expectName(name, `a name in ${what}`);
}

export function expectChoice(value: unknown, choices: readonly string[], what: string): void {
  expectArgument((choices as readonly unknown[]).includes(value), value, what, choices.join(', '));
}

export function expectObject(value: unknown, what: string, expected = 'an object'): void {
  expectArgument(isObject(value), value, what, expected);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value === 'string') return value.length > LONGEST_ECHO ? 'a long text' : JSON.stringify(value);
  return value === null || typeof value === 'number' ? String(value) : `a ${typeof value}`;
}
