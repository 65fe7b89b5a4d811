/**
 * What the program writes, described once: TypeScript takes the type from it, the build the JSON Schema. Nothing here checks a
 * value, since a program need not check its own answers; so no command loads it, and modules import only the types.
 */

/** A fragment of JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Written<T> {
  readonly schema: JsonSchema;
  /** Carries the type alone; never there. */
  readonly type?: T;
}

export type Of<W> = W extends Written<infer T> ? T : never;

type Entries = Readonly<Record<string, Written<unknown>>>;
type Values<E extends Entries> = { readonly [K in keyof E]: Of<E[K]> };

const written = <T>(schema: JsonSchema, description?: string): Written<T> => ({
  schema: description === undefined ? schema : { ...schema, description },
});

export const string = (description?: string) => written<string>({ type: 'string' }, description);
export const boolean = (description?: string) => written<boolean>({ type: 'boolean' }, description);

export const matching = (pattern: string, description?: string) =>
  written<string>({ type: 'string', pattern }, description);

/** The least and the greatest that a number may be. */
interface Range {
  readonly minimum: number;
  readonly maximum?: number;
}

export const number = (range: Partial<Range> = {}, description?: string) =>
  written<number>({ type: 'number', ...range }, description);

export const whole = (range: Range, description?: string) =>
  written<number>({ type: 'integer', ...range }, description);

/** How many there are of something. */
export const count = (description?: string) => whole({ minimum: 0 }, description);

/** The number of a line, a column or an answer. */
export const ordinal = (description?: string) => whole({ minimum: 1 }, description);

export const oneOf = <const T>(values: readonly T[], description?: string) => written<T>({ enum: values }, description);

export const list = <T>(each: Written<T>, description?: string) =>
  written<readonly T[]>({ type: 'array', items: each.schema }, description);

/** A list that is never empty. */
export const someOf = <T>(each: Written<T>, description?: string) =>
  written<readonly T[]>({ ...list(each).schema, minItems: 1 }, description);

export const record = <T>(each: Written<T>, description?: string) =>
  written<Readonly<Record<string, T>>>({ type: 'object', additionalProperties: each.schema }, description);

export const anyOf = <T>(choices: readonly Written<T>[], description?: string) =>
  written<T>({ anyOf: choices.map(({ schema }) => schema) }, description);

/** What is not known is null; its key is there all the same. */
export const orNull = <T>(value: Written<T>, description?: string) =>
  anyOf<T | null>([value, written<null>({ type: 'null' })], description);

export const mapping = (description?: string) => written<object>({ type: 'object' }, description);

/** A mapping with keys that are always there. Later versions may add others, so that those are not refused. */
export const keys = <E extends Entries>(entries: E, description?: string) =>
  written<Values<E>>({ type: 'object', properties: schemasOf(entries), required: Object.keys(entries) }, description);

/** Adds keys that may be left out. */
export const optionally = <T, E extends Entries>({ schema }: Written<T>, entries: E) =>
  written<T & Partial<Values<E>>>({
    ...schema,
    properties: { ...(schema['properties'] as JsonSchema), ...schemasOf(entries) },
  });

function schemasOf(entries: Entries): JsonSchema {
  return Object.fromEntries(Object.entries(entries).map(([key, { schema }]) => [key, schema]));
}

/** Something that the schema describes once, among its `$defs`, and names everywhere else. */
export interface Named<T> extends Written<T> {
  readonly name: string;
  readonly definition: JsonSchema;
}

export const named = <T>(name: string, { schema }: Written<T>): Named<T> => ({
  ...written<T>({ $ref: `#/$defs/${name}` }),
  name,
  definition: schema,
});
