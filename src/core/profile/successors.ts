/**
 * What stands on a ladder in the place of an id of an earlier version.
 */
import type { Catalog } from '../catalog.ts';
import { groupBy } from '../group-by.ts';

interface Replacing {
  readonly id: string;
  readonly replaces?: readonly string[];
}

/** What of a ladder a profile speaks of by id. */
export type Kind = 'role' | 'skill' | 'responsibility';

/** By kind, the ids that there are, and by an id that is gone the ids that took its place: several where it was split. */
export interface KnownIds {
  readonly ids: ReadonlySet<string>;
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Catalog, Readonly<Record<Kind, KnownIds>>>();

/** Finds the ids of a ladder, and of its past. */
export function knownIds(catalog: Catalog): Readonly<Record<Kind, KnownIds>> {
  let found = known.get(catalog);
  if (!found) {
    const { roles, skills } = catalog.ladder;
    const duties = roles.flatMap(({ responsibilities }) => responsibilities);
    found = { role: idsOf(roles), skill: idsOf(skills), responsibility: idsOf(duties) };
    known.set(catalog, found);
  }
  return found;
}

/** The ids of earlier versions that mean what an id means now; one that was split means nothing now. */
export function formerIds(catalog: Catalog, kind: Kind, id: string): string[] {
  const { successors } = knownIds(catalog)[kind];
  return [...successors].filter(([, now]) => now.length === 1 && now[0] === id).map(([former]) => former);
}

function idsOf(entries: readonly Replacing[]): KnownIds {
  const ids = new Set(entries.map(({ id }) => id));
  const replaced = entries.flatMap(({ id, replaces = [] }) => replaces.map((former) => ({ former, id })));
  const groups = groupBy(replaced, ({ former }) => former);
  const successors = [...groups].map(([former, group]) => [former, [...new Set(group.map(({ id }) => id))]] as const);
  return { ids, successors: new Map(successors.filter(([former]) => !ids.has(former))) };
}
