/**
 * Routes from one role to another: chains of progressions, ranked.
 *
 * A route never visits a role twice. Routes are ranked by how many of their moves no source states, then by how many moves
 * there are (`fewest` turns the two round); ties go by the roles on the way, junior first.
 */
import { expectArgument, expectCatalog, expectChoice, expectName, expectNames, expectObject } from '../arguments.ts';
import { type Catalog, roleOf } from '../catalog.ts';
import { PmrolesError } from '../errors.ts';
import { type Progression, PROGRESSION_KINDS, type ProgressionKind } from '../model.ts';
import { findRole, findSource } from '../names.ts';
import { graphVia, moveGraph, type MoveGraph } from './move-graph.ts';
import { shortestPaths } from './shortest.ts';

/** Which routes to look for. Roles and sources are named as on the command line: by id, title or alias, or the start of one. */
export interface RouteOptions {
  /** How many routes at the most, 1 or more; 3 where nothing else is said. */
  readonly most?: number;
  /** Roles that every route passes, in any order. */
  readonly via?: readonly string[];
  /** Roles that no route passes. */
  readonly avoid?: readonly string[];
  /** The kinds of move that a route may use; all when empty. */
  readonly kinds?: readonly ProgressionKind[];
  /** The sources, one of which must know every move; any when empty. */
  readonly sources?: readonly string[];
  /** True to rank by the number of moves first. */
  readonly fewest?: boolean;
  /** True where nothing but ids will do. */
  readonly exact?: boolean;
}

/** A question for routes, all of it said, and by id. */
export interface RouteQuery extends Required<Omit<RouteOptions, 'exact'>> {
  readonly from: string;
  readonly to: string;
}

/** One move of a route. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Every progression between the two that the query allows, the best known first. */
  readonly progressions: readonly Progression[];
}

/** A chain of moves. */
export interface Route {
  /** The ids of the roles, the first and the last included. */
  readonly roles: readonly string[];
  readonly moves: readonly Move[];
  /** How many of the moves no source states. */
  readonly unstated: number;
}

/** What is known when there is no route. */
export interface DeadEnd {
  /** The role that can be reached and is nearest to the goal in rank; absent when nothing can be reached. */
  readonly nearest?: { readonly role: string; readonly moves: number };
  /** Whether the same query the other way round has a route. */
  readonly reverse: boolean;
  /** Whether there would be a route if only the query's own limits (via, avoid, kind, source) fell away. */
  readonly withoutLimits: boolean;
}

/** The answer to a route query. */
export interface RouteSearch {
  readonly routes: readonly Route[];
  /** False in the rare case that the search was given up before it was sure; see `MOST_LOOKS`. */
  readonly complete: boolean;
  /** Present when there is no route. */
  readonly deadEnd?: DeadEnd;
}

/** How many routes are looked for where nothing else is said. */
export const USUAL_ROUTES = 3;

/** Each via doubles the graph to search, so there is an end to them. */
export const MOST_VIA = 6;

/**
 * A search is given up when it has looked at so many moves: via other roles it may look at very many and find nothing; without,
 * only a ladder that was made to trap it comes near.
 */
const MOST_LOOKS = { via: 3_000_000, direct: 30_000_000 };

/**
 * Finds the best routes between two roles.
 *
 * @param catalog the ladder
 * @param from the name of the role to start from
 * @param to the name of the role to get to
 * @param options which routes to look for; the three best of all where nothing is said
 * @returns the routes, the best first, or what is known when there is none
 * @throws PmrolesError `usage` when the two ends are one role, when a via is also avoided, when an end is avoided, for more than
 *   `MOST_VIA` vias, and for an argument that is missing or of another type; `unknown-role`, `ambiguous-role` or `unknown-name`
 *   for a name that means nothing, or too much
 */
export function findRoutes(catalog: Catalog, from: string, to: string, options: RouteOptions = {}): RouteSearch {
  const query = queryOf(catalog, from, to, options);
  checkQuery(query);
  const search = searchRoutes(catalog, query);
  if (search.routes.length > 0) return search;
  const one = { ...query, most: 1 };
  const free = { ...one, via: [], avoid: [], kinds: [], sources: [] };
  const nearest = nearestReached(catalog, query);
  return {
    ...search,
    deadEnd: {
      ...(nearest ? { nearest } : {}),
      reverse: searchRoutes(catalog, { ...one, from: query.to, to: query.from }).routes.length > 0,
      withoutLimits: searchRoutes(catalog, free).routes.length > 0,
    },
  };
}

function queryOf(catalog: Catalog, from: string, to: string, options: RouteOptions): RouteQuery {
  expectCatalog(catalog);
  expectName(from, 'the role to start from');
  expectName(to, 'the role to get to');
  expectObject(options, 'the fourth argument');
  const { most = USUAL_ROUTES, via = [], avoid = [], kinds = [], sources = [], fewest = false, ...how } = options;
  expectArgument(Number.isInteger(most) && most >= 1, most, 'most', 'a whole number from 1');
  for (const [what, names] of Object.entries({ via, avoid, kinds, sources })) expectNames(names, what);
  for (const kind of kinds) expectChoice(kind, PROGRESSION_KINDS, 'a kind of move');
  const roleId = (name: string): string => findRole(catalog.ladder, name, how).id;
  return {
    from: roleId(from),
    to: roleId(to),
    most,
    via: via.map(roleId),
    avoid: avoid.map(roleId),
    kinds,
    sources: sources.map((name) => findSource(catalog.ladder, name, how).id),
    fewest,
  };
}

function checkQuery(query: RouteQuery): void {
  if (query.from === query.to) throw new PmrolesError('usage', `both ends of the route are the role ${query.from}`);
  const avoided = [query.from, query.to, ...query.via].find((id) => query.avoid.includes(id));
  if (avoided !== undefined) {
    throw new PmrolesError('usage', `a route cannot both pass and avoid the role ${avoided}`);
  }
  if (new Set(query.via).size > MOST_VIA) {
    throw new PmrolesError('usage', `a route can be led via ${MOST_VIA} roles at the most, got ${query.via.length}`);
  }
}

function searchRoutes(catalog: Catalog, query: RouteQuery): RouteSearch {
  const { roles } = catalog.ladder;
  const placeOf = (id: string): number => roles.findIndex((role) => role.id === id);
  // One move more on a criterion of the first order outweighs any number of the second: a route passes a role once at most.
  const [move, unstated] = query.fewest ? [roles.length, 1] : [1, roles.length];
  const moves = moveGraph(catalog, query, ({ basis }) => move + (basis === 'stated' ? 0 : unstated));
  const via = [...new Set(query.via)].filter((id) => id !== query.from && id !== query.to).map(placeOf);
  const graph = via.length === 0 ? moves : graphVia(moves, roles.length, via);
  const target = (2 ** via.length - 1) * roles.length + placeOf(query.to);
  const most = via.length === 0 ? MOST_LOOKS.direct : MOST_LOOKS.via;
  const { paths, complete } = shortestPaths(graph, placeOf(query.from), target, query.most, most);
  return { complete, routes: paths.map(({ nodes }) => toRoute(catalog, nodes.map(graph.placeOf), moves)) };
}

function toRoute({ ladder }: Catalog, places: readonly number[], { progressionsOf }: MoveGraph): Route {
  const roles = places.map((place) => ladder.roles[place]!.id);
  const moves = places.slice(1).map((to, index): Move => {
    const progressions = progressionsOf(places[index]!, to);
    return { from: roles[index]!, to: roles[index + 1]!, progressions };
  });
  return { roles, moves, unstated: moves.filter(({ progressions }) => progressions[0]!.basis !== 'stated').length };
}

/** The role that the query's moves reach and that is nearest to the goal in rank, by as few moves as possible. */
function nearestReached(catalog: Catalog, query: RouteQuery): { role: string; moves: number } | undefined {
  const { next } = moveGraph(catalog, query, () => 1);
  const moves = new Map([[catalog.ladder.roles.findIndex((role) => role.id === query.from), 0]]);
  for (const [place, count] of moves) {
    // A map is walked in the order of insertion, entries that are added on the way included: a breadth-first search.
    for (const { node } of next(place)) if (!moves.has(node)) moves.set(node, count + 1);
  }
  const goal = roleOf(catalog, query.to).rank;
  let nearest: { role: string; moves: number; gap: number } | undefined;
  for (const [place, role] of catalog.ladder.roles.entries()) {
    const count = moves.get(place);
    if (count === undefined || count === 0 || role.id === query.to) continue;
    const gap = Math.abs(role.rank - goal);
    if (!nearest || gap < nearest.gap || (gap === nearest.gap && count < nearest.moves)) {
      nearest = { role: role.id, moves: count, gap };
    }
  }
  return nearest && { role: nearest.role, moves: nearest.moves };
}
