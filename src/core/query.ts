/**
 * Which roles to list, and in which order.
 */
import type { Catalog } from './catalog.ts';
import { type Expectations, expectationsOf } from './expectations.ts';
import type { Role } from './model.ts';
import { byCodeUnit, byRank } from './order.ts';

/** What roles may be sorted by. */
export type SortKey = 'rank' | 'title' | 'responsibilities' | 'skills';

/** Every sort key, in the order in which help lists them. */
export const SORT_KEYS: readonly SortKey[] = ['rank', 'title', 'responsibilities', 'skills'];

/** Which roles to list. A role must meet all that is given. */
export interface RoleQuery {
  /** Ids of skills that the role needs, all of them. */
  readonly skills: readonly string[];
  /** Ids of tracks, one of which the role is on; any when empty. */
  readonly tracks: readonly string[];
  /** Ids of areas in all of which the role has a responsibility. */
  readonly areas: readonly string[];
  readonly sort: SortKey;
}

/**
 * Lists the roles that meet a query.
 *
 * @param catalog the ladder
 * @param query which roles, and in which order
 * @returns the roles: by rank, junior first; by title; or by how many responsibilities or skills they have, most first
 */
export function listRoles(catalog: Catalog, query: RoleQuery): Role[] {
  // Asked for only where the query needs it: working out what each role of a large ladder expects takes a while.
  const expected = (role: Role): Expectations => expectationsOf(catalog, role);
  const fitting = catalog.ladder.roles.filter(
    (role) =>
      (query.tracks.length === 0 || (role.track !== undefined && query.tracks.includes(role.track))) &&
      query.skills.every((id) => expected(role).needed.some((r) => r.skill === id)) &&
      query.areas.every((id) => expected(role).responsibilities.some((r) => r.area === id)),
  );
  const orders: Record<SortKey, (a: Role, b: Role) => number> = {
    rank: () => 0,
    title: (a, b) => byCodeUnit(a.title.toLowerCase(), b.title.toLowerCase()),
    responsibilities: (a, b) => expected(b).responsibilities.length - expected(a).responsibilities.length,
    skills: (a, b) => expected(b).needed.length - expected(a).needed.length,
  };
  return fitting.sort((a, b) => orders[query.sort](a, b) || byRank(a, b));
}
