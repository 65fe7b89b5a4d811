/**
 * Which entries of a ladder took the place of which of another version: by what the ladders say, or by a guess.
 */
import { groupBy } from '../group-by.ts';
import type { Ladder } from '../model.ts';
import { foldName } from '../names.ts';
import type { Named } from './change.ts';

export interface Entry extends Named {
  readonly replaces?: readonly string[];
}

/** What other entries name by id. Only the last three may say what they replace. */
export const KINDS = ['level', 'track', 'area', 'role', 'skill', 'responsibility'] as const;

export type Kind = (typeof KINDS)[number];

/** Entries that took one another's places: one and several are a split, several and one are a merge. */
export interface Group {
  readonly was: readonly Entry[];
  readonly is: readonly Entry[];
}

export interface Successors {
  /** By an old id, the new ones that take its place. The id need not be on the old ladder: a ladder may remember older ones. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly Group[];
  /** Of what is gone and what is new, those that alone have the same title. */
  readonly guesses: readonly Group[];
}

/** The entries of a kind. A responsibility is called what the most junior role that has it says. */
export function entriesOf(ladder: Ladder, kind: Kind): readonly Entry[] {
  if (kind === 'level') return ladder.levels;
  if (kind === 'track') return ladder.tracks;
  if (kind === 'area') return ladder.areas;
  if (kind === 'role') return ladder.roles;
  if (kind === 'skill') return ladder.skills.map(({ name, ...skill }) => ({ ...skill, title: name }));
  const all = ladder.roles.flatMap(({ responsibilities }) => responsibilities);
  return Array.from(
    groupBy(all, ({ id }) => id),
    ([id, [first, ...others]]) => ({
      id,
      title: first!.text,
      replaces: [...new Set([first!, ...others].flatMap(({ replaces = [] }) => replaces))],
    }),
  );
}

/**
 * Finds what took the place of what. Both ladders are asked: what the new one says it replaces goes there, and on the way back to
 * an older one, what the newer says it replaced is where it goes. So turning the two round turns the answer round.
 */
export function successorsOf(before: readonly Entry[], after: readonly Entry[]): Successors {
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
  const isOpen = (other: ReadonlyMap<string, Entry>) => (entry: Entry) => !other.has(entry.id) && !linked.has(entry.id);
  return {
    of,
    groups: groupsOf([...links, ...stayed], had, has),
    guesses: guessesOf(before.filter(isOpen(has)), after.filter(isOpen(had))),
  };
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

function guessesOf(gone: readonly Entry[], fresh: readonly Entry[]): Group[] {
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
