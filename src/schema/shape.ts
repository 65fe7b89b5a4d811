/**
 * Shapes: what a value that somebody else wrote must look like.
 *
 * One description gives the type, checks a value and says what is wrong with it, and writes itself as JSON Schema. So the
 * schema that editors use for completion cannot drift from the checks.
 */
import type { DiagnosticCode } from '../core/diagnostic.ts';
import { suggest } from '../core/suggest.ts';
import type { JsonSchema, Written } from './written.ts';

/** A way from the top of a document to a value in it. */
export type Path = readonly (string | number)[];

/** Whether a diagnostic points at a key or at the value that stands behind it. */
export type Part = 'key' | 'value';

export type Report = (code: DiagnosticCode, path: Path, message: string, hint?: string, part?: Part) => void;

/** What a value must look like. `T` is the type of a value that fits. */
export interface Shape<T> extends Written<T> {
  /** What the shape wants, as it stands in "expected …". */
  readonly wants: string;
  /** Checks a value; it fits exactly when nothing was reported. */
  readonly check: (value: unknown, path: Path, report: Report) => void;
}

/** What a schema tells editors beside what fits: a description, or that and more. It changes no check. */
export type Notes =
  string | { readonly description: string; readonly default?: unknown; readonly examples?: readonly unknown[] };

export const noted = (schema: JsonSchema, notes: Notes | undefined): JsonSchema => ({
  ...schema,
  ...(typeof notes === 'string' ? { description: notes } : notes),
});

export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') {
    return value === '' ? 'an empty text' : `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  }
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the boolean ${String(value)}`;
  return 'a mapping';
}

export function mismatch(value: unknown, wants: string, path: Path, report: Report, hint?: string): void {
  report('type', path, `found ${describe(value)}, expected ${wants}`, hint);
}

/** YAML reads an unquoted 1.10 or true as something other than text; where the text would fit, quoting fixes it. */
function quotingHint(value: unknown, fits: (text: string) => boolean): string | undefined {
  const quotable = typeof value === 'number' || typeof value === 'boolean';
  return quotable && fits(String(value)) ? 'put it in quotes' : undefined;
}

function leaf<T>(
  wants: string,
  schema: JsonSchema,
  fits: (value: unknown) => boolean,
  hint: (value: unknown) => string | undefined = (value) => quotingHint(value, fits),
): Shape<T> {
  return {
    wants,
    schema,
    check(value, path, report) {
      if (!fits(value)) mismatch(value, wants, path, report, hint(value));
    },
  };
}

export function text(notes?: Notes): Shape<string> {
  const schema = noted({ type: 'string', pattern: '\\S' }, notes);
  return leaf('text', schema, (value) => typeof value === 'string' && value.trim() !== '');
}

/** A text that fits a pattern; `near` makes one that fits of one that nearly does. */
export function pattern(
  wants: string,
  source: string,
  notes?: Notes,
  near: (value: string) => string = (value) => value,
): Shape<string> {
  const expression = new RegExp(source, 'u');
  const fits = (value: unknown): boolean => typeof value === 'string' && expression.test(value);
  return leaf(wants, noted({ type: 'string', pattern: source }, notes), fits, (value) => {
    const meant = typeof value === 'string' ? near(value) : '';
    return fits(meant) ? `as an id: ${meant}` : quotingHint(value, fits);
  });
}

export function number(notes?: Notes): Shape<number> {
  return leaf('a number', noted({ type: 'number' }, notes), Number.isFinite);
}

export function integer(minimum: number, maximum: number): Shape<number> {
  return leaf(
    `a whole number from ${minimum} to ${maximum}`,
    { type: 'integer', minimum, maximum },
    (value) => Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum,
  );
}

export function boolean(notes?: Notes): Shape<boolean> {
  return leaf('true or false', noted({ type: 'boolean' }, notes), (value) => typeof value === 'boolean');
}

export function oneOf<const T extends string>(words: readonly T[], notes?: Notes): Shape<T> {
  return leaf(
    `one of ${words.join(', ')}`,
    noted({ enum: words }, notes),
    (value) => (words as readonly unknown[]).includes(value),
    (value) => {
      const near = typeof value === 'string' ? suggest(value, words, 1)[0] : undefined;
      return near && `did you mean ${near}?`;
    },
  );
}

export function list<T>(each: Shape<T>, notes?: Notes): Shape<readonly T[]> {
  return {
    wants: 'a list',
    schema: noted({ type: 'array', items: each.schema }, notes),
    check(value, path, report) {
      if (!Array.isArray(value)) mismatch(value, 'a list', path, report);
      else for (const [index, entry] of value.entries()) each.check(entry, [...path, index], report);
    },
  };
}

/** A text is the short form; a mapping or a list means to be the long one. */
export function either<A, B>(short: Shape<A>, long: Shape<B>, notes?: Notes): Shape<A | B> {
  const wants = `${short.wants} or ${long.wants}`;
  const fitsShort = (value: string): boolean => {
    let fits = true;
    short.check(value, [], () => (fits = false));
    return fits;
  };
  return {
    wants,
    schema: noted({ anyOf: [short.schema, long.schema] }, notes),
    check(value, path, report) {
      if (typeof value === 'string') short.check(value, path, report);
      else if (typeof value === 'object' && value !== null) long.check(value, path, report);
      else mismatch(value, wants, path, report, quotingHint(value, fitsShort));
    },
  };
}
