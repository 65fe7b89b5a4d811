/**
 * The files of a ladder laid together: every entry of every kind, with the place where it stands.
 */
import type { Findings, Place } from './diagnostics.ts';
import type { LadderFile } from '../schema/ladder-file.ts';

/** The kinds of entry that files may each hold a list of. */
const LISTS = [
  'tracks',
  'areas',
  'levels',
  'skills',
  'sources',
  'roles',
  'progressions',
  'contrasts',
  'disagreements',
  'related',
  'notes',
] as const;

/** The keys that describe the ladder as a whole, and stand in one file only. */
const ONCE = ['id', 'version', 'title', 'summary', 'language', 'licence', 'cumulative', 'quiz'] as const;

type ListKey = (typeof LISTS)[number];
type OnceKey = (typeof ONCE)[number];

/** An entry of a file and where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Place;
}

/** What the files add up to, not yet checked for what only the whole can show. */
export type Draft = { readonly [K in ListKey]: readonly Placed<NonNullable<LadderFile[K]>[number]>[] } & {
  readonly [K in OnceKey]?: Placed<NonNullable<LadderFile[K]>>;
} & { readonly spared: readonly Spared[] };

/** One file whose shape fits. */
export interface ReadFile {
  readonly file: string;
  readonly value: LadderFile;
  /** Entries that were left out because of a mistake in them; their ids are known all the same. */
  readonly spared: readonly Spared[];
}

/** The kind of what was left out when it was a whole file. */
export const EVERYTHING = '*';

/** The id of an entry that was left out (empty for a key that is no list), and the key of the list that it stood in. */
export interface Spared {
  readonly kind: string;
  readonly id: string;
}

/** Names the place of something inside an entry. */
export function within(at: Place, ...steps: (string | number)[]): Place {
  return { file: at.file, path: [...at.path, ...steps] };
}

/** Visits the entries of a list; a hole is where an entry was left out for a mistake in it. */
export function each<T>(list: readonly (T | undefined)[] | undefined, visit: (entry: T, index: number) => void): void {
  list?.forEach((entry, index) => {
    if (entry !== undefined) visit(entry, index);
  });
}

/** Remembers what came first under each key: gives that where there is one, and nothing to the first itself. */
export function firstUnder<T>(): (key: string, value: T) => T | undefined {
  const known = new Map<string, T>();
  return (key, value) => {
    const first = known.get(key);
    if (first === undefined) known.set(key, value);
    return first;
  };
}

/** Lays files together. */
export function createDraft(files: readonly ReadFile[], findings: Findings): Draft {
  const draft: Record<string, unknown> = { spared: files.flatMap((file) => file.spared) };
  for (const key of LISTS) {
    draft[key] = files.flatMap(({ file, value }) =>
      (value[key] ?? []).flatMap((entry: unknown, index) =>
        entry === undefined ? [] : [{ value: entry, at: { file, path: [key, index] } }],
      ),
    );
  }
  for (const key of ONCE) {
    for (const { file, value } of files) {
      if (value[key] === undefined) continue;
      const known = draft[key] as Placed<unknown> | undefined;
      if (known) {
        const message = `the ladder's ${key} is in ${known.at.file} already`;
        findings.add('given-twice', { file, path: [key] }, message, { part: 'key', other: known.at });
      } else draft[key] = { value: value[key], at: { file, path: [key] } };
    }
  }
  return draft as Draft;
}
