/**
 * Which entries of a ladder took the place of which of another version: by what the ladders say, or by a guess.
 */
import { groupBy } from '../group-by.ts';
import type { Ladder } from '../model.ts';
import { foldName } from '../names.ts';
import { entriesOf, type Entry, type Group, type Kind } from './entries.ts';
import { nearTexts } from './near-texts.ts';

export interface Successors {
  /** By an old id, the new ones that take its place. The id need not be on the old ladder: a ladder may remember older ones. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly Group[];
  /** By the id of an old and of a new entry, the groups of more than two. */
  readonly several: { readonly was: ReadonlyMap<string, Group>; readonly is: ReadonlyMap<string, Group> };
  /** Of what is gone and what is new, those that alone have the same title, or nearly the same text. */
  readonly guesses: readonly Group[];
}

/**
 * Finds what took the place of what. Both ladders are asked: what the new one says it replaces goes there, and on the way back to
 * an older one, what the newer says it replaced is where it goes. So turning the two round turns the answer round.
 */
export function successorsOf(old: Ladder, now: Ladder, kind: Kind): Successors {
  const [before, after] = [entriesOf(old, kind), entriesOf(now, kind)];
  const had = new Map(before.map((entry) => [entry.id, entry]));
  const has = new Map(after.map((entry) => [entry.id, entry]));
  const pairs = [
    ...after.flatMap(({ id, replaces = [] }) =>
      replaces.filter((old) => !has.has(old)).map((old) => [old, id] as const),
    ),
    ...before.flatMap(({ id, replaces = [] }) =>
      replaces.filter((old) => has.has(old) && !had.has(old)).map((old) => [id, old] as const),
    ),
  ];
  const of = new Map(
    Array.from(
      groupBy(pairs, ([old]) => old),
      ([old, found]) => [old, [...new Set(found.map(([, now]) => now))]],
    ),
  );
  const links = pairs.filter(([old]) => had.has(old));
  const linked = new Set(links.flat());
  // What is in both and takes part stands for itself as well: one more skill has become part of it.
  const stayed = [...linked].filter((id) => had.has(id) && has.has(id)).map((id) => [id, id] as const);
  const groups = groupsOf([...links, ...stayed], had, has);
  const several = groups.filter((group) => !isOneToOne(group));
  const byId = (side: keyof Group) => new Map(several.flatMap((group) => group[side].map(({ id }) => [id, group])));
  const open = (entries: readonly Entry[], other: ReadonlyMap<string, Entry>): Map<string, Entry> =>
    new Map(entries.filter(({ id }) => !other.has(id) && !linked.has(id)).map((entry) => [entry.id, entry]));
  const [gone, fresh] = [open(before, has), open(after, had)];
  const same = sameTitles([...gone.values()], [...fresh.values()]);
  for (const { was, is } of same) {
    gone.delete(was[0]!.id);
    fresh.delete(is[0]!.id);
  }
  const near = kind === 'responsibility' ? nearTexts(old, now, gone, fresh) : [];
  return { of, groups, several: { was: byId('was'), is: byId('is') }, guesses: [...same, ...near] };
}

/** What hangs together by pairs. */
function groupsOf(
  pairs: readonly (readonly [old: string, now: string])[],
  had: ReadonlyMap<string, Entry>,
  has: ReadonlyMap<string, Entry>,
): Group[] {
  const byOld = groupBy(pairs, ([old]) => old);
  const byNew = groupBy(pairs, ([, now]) => now);
  const done = new Set<string>();
  return Array.from(byOld.keys()).flatMap((start) => {
    if (done.has(start)) return [];
    const [was, is] = [new Set([start]), new Set<string>()];
    // A set that grows is walked to its end.
    for (const old of was) {
      for (const [, now] of byOld.get(old)!) {
        if (is.has(now)) continue;
        is.add(now);
        for (const [other] of byNew.get(now)!) was.add(other);
      }
    }
    for (const old of was) done.add(old);
    return [{ was: Array.from(was, (id) => had.get(id)!), is: Array.from(is, (id) => has.get(id)!) }];
  });
}

function sameTitles(gone: readonly Entry[], fresh: readonly Entry[]): Group[] {
  if (gone.length === 0 || fresh.length === 0) return [];
  const added = groupBy(fresh, ({ title }) => foldName(title));
  return Array.from(groupBy(gone, ({ title }) => foldName(title))).flatMap(([key, was]) => {
    const is = added.get(key) ?? [];
    return key !== '' && was.length === 1 && is.length === 1 ? [{ was, is }] : [];
  });
}

/** Whether one entry took the place of one. */
export function isOneToOne({ was, is }: Group): boolean {
  return was.length === 1 && is.length === 1;
}
