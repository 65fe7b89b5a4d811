/**
 * Routes from one role to another: chains of progressions, ranked.
 *
 * A route never visits a role twice. Routes are ranked by how many of their moves no source states, then by how many moves
 * there are (`fewest` turns the two round); ties go by the roles on the way, junior first.
 */
import { type Catalog, roleOf, sourcesOf } from './catalog.ts';
import { PmrolesError } from './errors.ts';
import { BASES, type Progression, type ProgressionKind } from './model.ts';
import { type Edge, type Graph, packGraph, shortestPaths } from './shortest.ts';

/** What routes to look for. */
export interface RouteQuery {
  readonly from: string;
  readonly to: string;
  /** How many routes at the most, 1 or more. */
  readonly most: number;
  /** Roles that every route passes, in any order. */
  readonly via: readonly string[];
  /** Roles that no route passes. */
  readonly avoid: readonly string[];
  /** The kinds of move that a route may use; all when empty. */
  readonly kinds: readonly ProgressionKind[];
  /** The sources, one of which must know every move; any when empty. */
  readonly sources: readonly string[];
  /** True to rank by the number of moves first. */
  readonly fewest: boolean;
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
  /** False in the rare case that the search was given up before it was sure; see `MOST_DETOURS`. */
  readonly complete: boolean;
  /** Present when there is no route. */
  readonly deadEnd?: DeadEnd;
}

/** Each via doubles the graph to search, so there is an end to them. */
export const MOST_VIA = 6;

/**
 * Finds the best routes between two roles.
 *
 * @param catalog the ladder
 * @param query what to look for; all roles by id
 * @returns the routes, the best first, or what is known when there is none
 * @throws PmrolesError `usage` when the two ends are one role, when a via is also avoided, when an end is avoided, or for more
 *   than `MOST_VIA` vias; `unknown-role` for an unknown id
 */
export function findRoutes(catalog: Catalog, query: RouteQuery): RouteSearch {
  for (const id of [query.from, query.to, ...query.via, ...query.avoid]) roleOf(catalog, id);
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
  const roles = catalog.ladder.roles;
  const { index, moves } = allowedMoves(catalog, query);
  // One move more on a criterion of the first order outweighs any number of the second: paths visit a node once at most.
  const via = [...new Set(query.via)].filter((id) => id !== query.from && id !== query.to);
  const size = roles.length * 2 ** via.length;
  const weigh = ({ progressions }: Move): number => {
    const unstated = progressions[0]!.basis === 'stated' ? 0 : 1;
    return query.fewest ? size + unstated : 1 + unstated * size;
  };
  const edges = Array.from(moves, ([key, move]) => ({
    from: Math.floor(key / roles.length),
    to: key % roles.length,
    weight: weigh(move),
  }));
  const layers = layer(
    edges,
    roles.length,
    via.map((id) => index.get(id)!),
  );
  const target = (2 ** via.length - 1) * roles.length + index.get(query.to)!;
  const found = shortestPaths(layers, index.get(query.from)!, target, query.most, (node) => node % roles.length);
  return {
    complete: found.complete,
    routes: found.paths.map(({ nodes }) =>
      toRoute(
        nodes.map((node) => node % roles.length),
        catalog,
        moves,
      ),
    ),
  };
}

/** The moves of a query, each under a number for its two roles, and the place of each role in the ladder. */
interface Moves {
  readonly index: ReadonlyMap<string, number>;
  /** The key is the place of the role moved from times the number of roles, plus the place of the role moved to. */
  readonly moves: ReadonlyMap<number, Move>;
}

/** The moves that a query allows: parallel progressions are one move, the best known first. */
function allowedMoves(catalog: Catalog, query: RouteQuery): Moves {
  const { roles, progressions } = catalog.ladder;
  const index = new Map<string, number>();
  roles.forEach((role, place) => index.set(role.id, place));
  const avoid = new Set(query.avoid);
  const moves = new Map<number, { from: string; to: string; progressions: Progression[] }>();
  for (const edge of progressions) {
    // A move from a role to itself leads nowhere.
    if (edge.from === edge.to || avoid.has(edge.from) || avoid.has(edge.to)) continue;
    if (query.kinds.length > 0 && !query.kinds.includes(edge.kind)) continue;
    if (query.sources.length > 0 && !sourcesOf(catalog, edge.cites).some((id) => query.sources.includes(id))) continue;
    const key = index.get(edge.from)! * roles.length + index.get(edge.to)!;
    const known = moves.get(key);
    if (!known) moves.set(key, { from: edge.from, to: edge.to, progressions: [edge] });
    else {
      known.progressions.push(edge);
      known.progressions.sort((a, b) => BASES.indexOf(a.basis) - BASES.indexOf(b.basis));
    }
  }
  return { index, moves };
}

/**
 * Copies the graph once for each set of vias that may have been passed: node `v` in the copy for set `m` is `m * size + v`, and
 * a move to a via goes on in the copy where that via has been passed. A route through all vias is then a route to the target
 * in the last copy.
 */
function layer(edges: readonly Edge[], size: number, via: readonly number[]): Graph {
  if (via.length === 0) return packGraph(size, edges);
  const layered: Edge[] = [];
  for (let passed = 0; passed < 2 ** via.length; passed++) {
    for (const { from, to, weight } of edges) {
      const bit = via.indexOf(to);
      const after = bit < 0 ? passed : passed | (1 << bit);
      layered.push({ from: passed * size + from, to: after * size + to, weight });
    }
  }
  return packGraph(size * 2 ** via.length, layered, (node) => node % size);
}

function toRoute(places: readonly number[], { ladder }: Catalog, known: Moves['moves']): Route {
  const moves = places.slice(1).map((to, index) => known.get(places[index]! * ladder.roles.length + to)!);
  const roles = places.map((place) => ladder.roles[place]!.id);
  return { roles, moves, unstated: moves.filter((move) => move.progressions[0]!.basis !== 'stated').length };
}

/** The role that the query's moves reach and that is nearest to the goal in rank, by as few moves as possible. */
function nearestReached(catalog: Catalog, query: RouteQuery): { role: string; moves: number } | undefined {
  const onward = new Map<string, string[]>();
  for (const { from, to } of allowedMoves(catalog, query).moves.values()) {
    const group = onward.get(from);
    if (group) group.push(to);
    else onward.set(from, [to]);
  }
  const moves = new Map([[query.from, 0]]);
  for (const [id, count] of moves) {
    // A map is walked in the order of insertion, entries that are added on the way included: a breadth-first search.
    for (const to of onward.get(id) ?? []) if (!moves.has(to)) moves.set(to, count + 1);
  }
  const goal = roleOf(catalog, query.to).rank;
  let nearest: { role: string; moves: number; gap: number } | undefined;
  for (const role of catalog.ladder.roles) {
    const count = moves.get(role.id);
    if (count === undefined || count === 0 || role.id === query.to) continue;
    const gap = Math.abs(role.rank - goal);
    if (!nearest || gap < nearest.gap || (gap === nearest.gap && count < nearest.moves)) {
      nearest = { role: role.id, moves: count, gap };
    }
  }
  return nearest && { role: nearest.role, moves: nearest.moves };
}
