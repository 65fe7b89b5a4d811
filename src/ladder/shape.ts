/**
 * Shapes: small descriptions of what a value must look like.
 *
 * One description serves twice: it checks a value and says what is wrong with it, and it writes itself as JSON Schema. So the
 * schema that editors use for completion cannot drift from the checks.
 */
import type { DiagnosticCode } from '../core/diagnostic.ts';
import { suggest } from '../core/suggest.ts';
import type { Part, Path } from './diagnostics.ts';

/** A fragment of JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Is told each thing that does not fit. */
export type Report = (code: DiagnosticCode, path: Path, message: string, hint?: string, part?: Part) => void;

/** What a value must look like. `T` is the type of a value that fits. */
export interface Shape<T> {
  /** What the shape wants, as it stands in "expected …". */
  readonly wants: string;
  /** Checks a value; it fits exactly when nothing was reported. */
  readonly check: (value: unknown, path: Path, report: Report) => void;
  readonly schema: JsonSchema;
  /** Carries the type alone; never read. */
  readonly type?: T;
}

/** The type of the values that a shape accepts. */
export type Of<S> = S extends Shape<infer T> ? T : never;

/** Says what a value is, for "found …". */
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

function mismatch(value: unknown, wants: string, path: Path, report: Report, hint?: string): void {
  report('type', path, `found ${describe(value)}, expected ${wants}`, hint);
}

/** YAML reads an unquoted 1.10 or true as something other than text; where the text would fit, quoting is the mend. */
function quotingHint(value: unknown, fits: (text: string) => boolean): string | undefined {
  const quotable = typeof value === 'number' || typeof value === 'boolean';
  return quotable && fits(String(value)) ? 'put it in quotes' : undefined;
}

/** Whether a shape finds nothing to say about a value. */
function fitsShape(shape: Shape<unknown>, value: unknown): boolean {
  let fits = true;
  shape.check(value, [], () => (fits = false));
  return fits;
}

function leaf<T>(wants: string, fits: (value: unknown) => boolean, schema: JsonSchema): Shape<T> {
  return {
    wants,
    schema,
    check(value, path, report) {
      if (!fits(value)) mismatch(value, wants, path, report, quotingHint(value, fits));
    },
  };
}

/** What a schema tells editors beside what fits: it changes no check. */
export interface Annotations {
  readonly description?: string;
  /** What holds where the key is absent. */
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** Adds to what a shape's schema tells editors. */
export function annotate<T>(shape: Shape<T>, annotations: Annotations): Shape<T> {
  return { ...shape, schema: { ...shape.schema, ...annotations } };
}

/** A text that is not blank. */
export function text(description?: string, examples?: readonly string[]): Shape<string> {
  return leaf('text', (value) => typeof value === 'string' && value.trim() !== '', {
    type: 'string',
    pattern: '\\S',
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
  });
}

/** A text that fits a pattern. */
export function pattern(
  wants: string,
  source: string,
  description: string,
  near: (value: string) => string = (value) => value,
): Shape<string> {
  const expression = new RegExp(source, 'u');
  const fits = (value: unknown): boolean => typeof value === 'string' && expression.test(value);
  return {
    wants,
    schema: { type: 'string', pattern: source, description },
    check(value, path, report) {
      if (fits(value)) return;
      const meant = typeof value === 'string' ? near(value) : '';
      mismatch(value, wants, path, report, fits(meant) ? `as an id: ${meant}` : quotingHint(value, fits));
    },
  };
}

/** A finite number. */
export function number(description?: string): Shape<number> {
  return leaf('a number', (value) => typeof value === 'number' && Number.isFinite(value), {
    type: 'number',
    ...(description === undefined ? {} : { description }),
  });
}

/** A whole number in a range, its ends included. */
export function integer(least: number, most: number): Shape<number> {
  return leaf(
    `a whole number from ${least} to ${most}`,
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    { type: 'integer', minimum: least, maximum: most },
  );
}

/** True or false. */
export function boolean(description: string): Shape<boolean> {
  return leaf('true or false', (value) => typeof value === 'boolean', { type: 'boolean', description });
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[], description: string): Shape<T> {
  const wants = `one of ${words.join(', ')}`;
  return {
    wants,
    schema: { enum: words, description },
    check(value, path, report) {
      if ((words as readonly unknown[]).includes(value)) return;
      const near = typeof value === 'string' ? suggest(value, words, 1)[0] : undefined;
      report('type', path, `found ${describe(value)}, expected ${wants}`, near && `did you mean ${near}?`);
    },
  };
}

/** A list, each entry of one shape. */
export function list<T>(each: Shape<T>, description?: string): Shape<readonly T[]> {
  return {
    wants: 'a list',
    schema: { type: 'array', items: each.schema, ...(description === undefined ? {} : { description }) },
    check(value, path, report) {
      if (!Array.isArray(value)) {
        mismatch(value, 'a list', path, report);
        return;
      }
      value.forEach((entry, index) => {
        each.check(entry, [...path, index], report);
      });
    },
  };
}

/** A mapping with free keys, each value of one shape. */
export function record<T>(each: Shape<T>, description: string): Shape<Readonly<Record<string, T>>> {
  return {
    wants: 'a mapping',
    schema: { type: 'object', additionalProperties: each.schema, description },
    check(value, path, report) {
      if (!isMapping(value)) {
        mismatch(value, 'a mapping', path, report);
        return;
      }
      for (const key of Object.keys(value)) each.check(value[key], [...path, key], report);
    },
  };
}

/** Words that people use for a key that is called otherwise here; each key that may be meant. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  name: ['title', 'text'],
  title: ['name', 'text'],
  label: ['title', 'name'],
  description: ['summary', 'text'],
  summary: ['description'],
  duties: ['responsibilities'],
  requirements: ['skills'],
  competencies: ['skills'],
  seniority: ['rank'],
};

/** A mapping with known keys. A key whose value is left empty counts as absent. */
export function object<R extends Record<string, Shape<unknown>>, O extends Record<string, Shape<unknown>>>(
  required: R,
  optional: O,
  description?: string,
  example = `{ ${Object.keys(required)
    .map((key) => `${key}: …`)
    .join(', ')} }`,
): Shape<{ readonly [K in keyof R]: Of<R[K]> } & { readonly [K in keyof O]?: Of<O[K]> }> {
  const shapes = new Map<string, Shape<unknown>>([...Object.entries(required), ...Object.entries(optional)]);
  const names = [...shapes.keys()];
  return {
    wants: 'a mapping',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        [...shapes].map(([name, shape]) => [name, name in required ? shape.schema : orEmpty(shape.schema)]),
      ),
      ...(Object.keys(required).length > 0 ? { required: Object.keys(required) } : {}),
      additionalProperties: false,
      ...(description === undefined ? {} : { description }),
    },
    check(value, path, report) {
      const form = Object.keys(required).length === 0 ? undefined : `for example: ${example}`;
      if (!isMapping(value)) {
        mismatch(value, 'a mapping', path, report, form);
        return;
      }
      const keys = Object.keys(value);
      const meant = new Set<string>();
      for (const key of keys) {
        const shape = shapes.get(key);
        if (shape) {
          if (value[key] !== null || key in required) shape.check(value[key], [...path, key], report);
          continue;
        }
        const near = keyMeant(key, names);
        if (near !== undefined) meant.add(near);
        // `- sql: advanced` is a form of its own, and not one that is known here.
        const isOtherForm = keys.length === 1 && near === undefined && form !== undefined;
        const hint = isOtherForm
          ? form
          : near === undefined
            ? `the keys here are: ${names.join(', ')}`
            : `did you mean ${near}?`;
        report('unknown-key', [...path, key], `"${key}" is not a key that belongs here`, hint, 'key');
        if (isOtherForm) return;
      }
      for (const key of Object.keys(required)) {
        // What stands there under another name was told of.
        if (Object.hasOwn(value, key) || meant.has(key)) continue;
        report('missing-key', path, `the key "${key}" is missing, expected ${required[key]!.wants}`);
      }
    },
  };
}

/** The key that a misspelt one, or another word for it, means. */
function keyMeant(key: string, names: readonly string[]): string | undefined {
  const synonyms = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key]! : [];
  return synonyms.find((name) => names.includes(name)) ?? suggest(key, names, 1)[0];
}

/** The schema of a key that may also be left empty. */
function orEmpty(schema: JsonSchema): JsonSchema {
  const { description, default: usual, examples, ...rest } = schema;
  const annotations = { description, default: usual, examples };
  return {
    anyOf: [rest, { type: 'null' }],
    ...Object.fromEntries(Object.entries(annotations).filter(([, value]) => value !== undefined)),
  };
}

/** A short form or a long form; `isShort` tells which one a value means to be. */
export function either<A, B>(short: Shape<A>, long: Shape<B>, isShort: (value: unknown) => boolean): Shape<A | B> {
  return {
    wants: `${short.wants} or ${long.wants}`,
    schema: { anyOf: [short.schema, long.schema] },
    check(value, path, report) {
      if (isShort(value)) short.check(value, path, report);
      else if (isMapping(value) || Array.isArray(value)) long.check(value, path, report);
      else {
        const hint = quotingHint(value, (text) => fitsShape(short, text));
        mismatch(value, `${short.wants} or ${long.wants}`, path, report, hint);
      }
    },
  };
}

/** A mapping, as YAML and JSON make it: no list, no null. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
