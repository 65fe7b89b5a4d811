/**
 * Two versions of a ladder side by side, the old one with the ids of the new.
 */
import { type Catalog, createCatalog } from '../catalog.ts';
import type { Cited, Ladder } from '../model.ts';
import type { Change, Named } from './change.ts';
import { differencesOf, shown, type Value } from './differences.ts';
import { withIds } from './same-ids.ts';
import { entriesOf, type Group, type Kind, KINDS } from './entries.ts';
import { isOneToOne, type Successors, successorsOf } from './successors.ts';

/** One of the two, and what it calls things. */
export interface Version {
  readonly catalog: Catalog;
  /** By kind, all ids, as the new version has them. */
  readonly titles: Readonly<Record<Kind, ReadonlyMap<string, string>>>;
  /** An entry as this version calls it, by its own id; nothing where it has none. */
  readonly named: (kind: Kind, id: string) => readonly Named[];
  /** Whether the version has an id, as it is written in its files. */
  readonly has: (kind: Kind, id: string) => boolean;
}

export interface Versions {
  readonly before: Version;
  readonly after: Version;
  readonly successors: Readonly<Record<Kind, Successors>>;
}

const byKind = <T>(make: (kind: Kind) => T): Readonly<Record<Kind, T>> =>
  Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as Record<Kind, T>;

export function versionsOf(before: Ladder, after: Ladder): Versions {
  const successors = byKind((kind) => successorsOf(before, after, kind));
  // A guess is told as one, and then taken for true: whoever knows better reads on as if it were.
  const renewed = byKind((kind) => {
    const pairs = [...successors[kind].groups.filter(isOneToOne), ...successors[kind].guesses];
    return new Map(pairs.map(({ was, is }) => [was[0]!.id, is[0]!.id]));
  });
  return {
    before: versionOf(withIds(before, renewed), before, renewed),
    after: versionOf(
      after,
      after,
      byKind(() => new Map()),
    ),
    successors,
  };
}

function versionOf(
  ladder: Ladder,
  asWritten: Ladder,
  renewed: Readonly<Record<Kind, ReadonlyMap<string, string>>>,
): Version {
  const titles = byKind((kind) => new Map(entriesOf(ladder, kind).map(({ id, title }) => [id, title])));
  const ids = byKind((kind) => new Set(entriesOf(asWritten, kind).map(({ id }) => id)));
  const ownIds = byKind((kind) => new Map(Array.from(renewed[kind], ([own, id]) => [id, own])));
  return {
    catalog: createCatalog(ladder),
    titles,
    named(kind, id) {
      const title = titles[kind].get(id);
      return title === undefined ? [] : [{ id: ownIds[kind].get(id) ?? id, title }];
    },
    has: (kind, id) => ids[kind].has(id),
  };
}

/** What became of entries that took one another's places. */
export function changeOfGroup({ was, is }: Group): 'replaced' | 'split' | 'merged' {
  if (was.length === is.length) return 'replaced';
  return was.length === 1 ? 'split' : is.length === 1 ? 'merged' : 'replaced';
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'description', 'summary', 'note']);

/** What is said by id. */
const IDS: Readonly<Record<string, Kind>> = {
  level: 'level',
  track: 'track',
  area: 'area',
  roles: 'role',
  responsibilities: 'responsibility',
};

/** What differs in an entry that both versions have. */
export function partChanges(
  { before, after }: Versions,
  at: Pick<Change, 'about' | 'role' | 'was' | 'is'>,
  was: object,
  is: object,
): Change[] {
  const show = (part: string, value: unknown, { named }: Version): Value | undefined => {
    const kind = Object.hasOwn(IDS, part) ? IDS[part]! : undefined;
    if (kind === undefined || value === undefined) return shown(part, value);
    const ids = (typeof value === 'string' ? [value] : value) as readonly string[];
    const [first, ...others] = ids.flatMap((id) => named(kind, id));
    if (!first) return undefined;
    const text = [first, ...others].map(({ title }) => title).join(', ');
    return typeof value === 'string' ? { id: first.id, text } : { text };
  };
  const differences = differencesOf(
    was,
    is,
    (part, value) => show(part, value, before),
    (part, value) => show(part, value, after),
  );
  return differences.map((difference): Change => {
    const isText = TEXTS.has(difference.part);
    return { ...at, change: isText ? 'reworded' : 'changed', ...difference };
  });
}

/** An entry with what it leans on under one key, and without the replaced ids that a change of their own tells of. */
export function faceted(
  entry: Partial<Cited> & { readonly id?: string; readonly replaces?: readonly string[] },
  isTold: (id: string) => boolean,
): object {
  const { cites, editorial, replaces = [] } = entry;
  return { ...entry, editorial: undefined, cites: [cites, editorial], replaces: replaces.filter((id) => !isTold(id)) };
}

/** An order that is another one, of those that both versions have. */
export function isReordered(was: readonly string[], is: readonly string[]): boolean {
  const [old, now] = [new Set(was), new Set(is)];
  const [before, after] = [was.filter((id) => now.has(id)), is.filter((id) => old.has(id))];
  return before.some((id, index) => id !== after[index]);
}
