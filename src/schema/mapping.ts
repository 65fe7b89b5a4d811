/**
 * Mappings: shapes with keys, known or free.
 */
import { suggest } from '../core/suggest.ts';
import { mismatch, noted, type Notes, type Shape } from './shape.ts';
import type { JsonSchema, Of } from './written.ts';

type Shapes = Readonly<Record<string, Shape<unknown>>>;

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

/** A mapping, as YAML and JSON make it: no list, no null. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mapping with free keys, each value of one shape. */
export function record<T>(each: Shape<T>, notes?: Notes): Shape<Readonly<Record<string, T>>> {
  return {
    wants: 'a mapping',
    schema: noted({ type: 'object', additionalProperties: each.schema }, notes),
    check(value, path, report) {
      if (!isMapping(value)) mismatch(value, 'a mapping', path, report);
      else for (const key of Object.keys(value)) each.check(value[key], [...path, key], report);
    },
  };
}

/** A mapping with known keys. A key whose value is left empty counts as absent. */
export function object<R extends Shapes, O extends Shapes>(
  required: R,
  optional: O,
  notes?: Notes,
  example = `{ ${Object.keys(required)
    .map((key) => `${key}: …`)
    .join(', ')} }`,
): Shape<{ readonly [K in keyof R]: Of<R[K]> } & { readonly [K in keyof O]?: Of<O[K]> }> {
  const shapes = new Map(Object.entries<Shape<unknown>>({ ...required, ...optional }));
  const names = [...shapes.keys()];
  const needed = Object.keys(required);
  const form = needed.length === 0 ? undefined : `for example: ${example}`;
  const properties = Object.fromEntries(
    [...shapes].map(([name, { schema }]) => [name, needed.includes(name) ? schema : orEmpty(schema)]),
  );
  const demanded = needed.length === 0 ? {} : { required: needed };
  return {
    wants: 'a mapping',
    schema: noted({ type: 'object', properties, ...demanded, additionalProperties: false }, notes),
    check(value, path, report) {
      if (!isMapping(value)) {
        mismatch(value, 'a mapping', path, report, form);
        return;
      }
      const keys = Object.keys(value);
      const meant = new Set<string>();
      for (const key of keys) {
        const shape = shapes.get(key);
        if (shape) {
          if (value[key] !== null || needed.includes(key)) shape.check(value[key], [...path, key], report);
          continue;
        }
        const near = keyMeant(key, names);
        if (near !== undefined) meant.add(near);
        // `- sql: advanced` is a form of its own, and not one that is known here.
        const otherForm = keys.length === 1 && near === undefined ? form : undefined;
        const hint = near === undefined ? `the keys here are: ${names.join(', ')}` : `did you mean ${near}?`;
        report('unknown-key', [...path, key], `"${key}" is not a key that belongs here`, otherForm ?? hint, 'key');
        if (otherForm !== undefined) return;
      }
      for (const key of needed) {
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

/** The schema of a key that may also be left empty; what it tells editors stays outside. */
function orEmpty(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema);
  const isNote = ([key]: [string, unknown]): boolean => ['description', 'default', 'examples'].includes(key);
  const bare = Object.fromEntries(entries.filter((entry) => !isNote(entry)));
  return { anyOf: [bare, { type: 'null' }], ...Object.fromEntries(entries.filter(isNote)) };
}
