/**
 * Which roles to list, and in which order.
 */
import { expectCatalog, expectChoice, expectNames, expectObject } from './arguments.ts';
import { type Catalog, heldRoles } from './catalog.ts';
import { type Expectations, expectationsOf } from './expectations.ts';
import type { Ladder, Role } from './model.ts';
import { findArea, findSkill, findTrack } from './names.ts';
import { byCodeUnit, byRank } from './order.ts';

/** In the order in which help lists them. */
export const SORT_KEYS = ['rank', 'title', 'responsibilities', 'skills'] as const;

/** What roles may be sorted by. */
export type SortKey = (typeof SORT_KEYS)[number];

/** Which roles to list, and in which order. A role must meet all that is given; names are taken as on the command line. */
export interface RoleQuery {
  /** Names of skills that the role needs, all of them. */
  readonly skills?: readonly string[];
  /** Names of tracks, one of which the role is on; any when empty. */
  readonly tracks?: readonly string[];
  /** Names of areas in all of which the role has a responsibility. */
  readonly areas?: readonly string[];
  /** `rank` where nothing else is said. */
  readonly sort?: SortKey;
}

/**
 * Lists the roles that meet a query.
 *
 * @param catalog the ladder
 * @param query which roles, and in which order; all of them by rank where nothing is said
 * @returns the roles: by rank, junior first; by title; or by how many responsibilities or skills they have, most first
 * @throws PmrolesError `usage` for an argument that is missing or of another type, `unknown-name` for a name of nothing
 */
export function listRoles(catalog: Catalog, query: RoleQuery = {}): Role[] {
  expectCatalog(catalog);
  expectObject(query, 'the query');
  const { ladder } = catalog;
  const { sort = 'rank' } = query;
  expectChoice(sort, SORT_KEYS, 'sort');
  const ids = (
    kind: 'skills' | 'tracks' | 'areas',
    find: (ladder: Ladder, name: string) => { id: string },
  ): string[] => {
    const names = query[kind] ?? [];
    expectNames(names, kind);
    return names.map((name) => find(ladder, name).id);
  };
  const [skills, tracks, areas] = [ids('skills', findSkill), ids('tracks', findTrack), ids('areas', findArea)];
  // Asked for only where the query needs it: working out what each role of a large ladder expects takes a while.
  const expected = (role: Role): Expectations => expectationsOf(catalog, role);
  const fitting = heldRoles(ladder).filter(
    (role) =>
      (tracks.length === 0 || (role.track !== undefined && tracks.includes(role.track))) &&
      skills.every((id) => expected(role).needed.some((r) => r.skill === id)) &&
      areas.every((id) => expected(role).responsibilities.some((r) => r.area === id)),
  );
  const orders: Record<SortKey, (a: Role, b: Role) => number> = {
    rank: () => 0,
    title: (a, b) => byCodeUnit(a.title.toLowerCase(), b.title.toLowerCase()),
    responsibilities: (a, b) => expected(b).responsibilities.length - expected(a).responsibilities.length,
    skills: (a, b) => expected(b).needed.length - expected(a).needed.length,
  };
  return fitting.sort((a, b) => orders[sort](a, b) || byRank(a, b));
}
