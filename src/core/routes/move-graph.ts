/**
 * The moves that a route query allows, as a graph: the nodes are the roles by their places in the ladder, and progressions
 * between the same two roles are one move.
 */
import { type Catalog, movesOf, sourcesOf } from '../catalog.ts';
import { BASES, type Progression, type ProgressionKind } from '../model.ts';
import type { Edge, Graph } from './graph.ts';

/** Which progressions may be used. */
export interface MoveFilter {
  /** Roles that no move touches. */
  readonly avoid: readonly string[];
  /** The kinds of move; all when empty. */
  readonly kinds: readonly ProgressionKind[];
  /** The sources, one of which must know a move; any when empty. */
  readonly sources: readonly string[];
}

/** The moves between roles, and what is known of each. */
export interface MoveGraph extends Graph {
  /** The progressions of the move from one place to another, the best known first. */
  readonly progressionsOf: (from: number, to: number) => readonly Progression[];
}

/** Lays out the moves that a filter lets through. A move weighs what the best known of its progressions does. */
export function moveGraph(catalog: Catalog, filter: MoveFilter, weigh: (edge: Progression) => number): MoveGraph {
  const { roles } = catalog.ladder;
  const places = new Map(roles.map(({ id }, place) => [id, place]));
  const isAllowed = allowedBy(catalog, filter);
  const leaving = roles.map((): Progression[] => []);
  const previous = roles.map((): Edge[] => []);
  for (const edge of movesOf(catalog.ladder)) {
    if (edge.from === edge.to || !isAllowed(edge)) continue;
    const from = places.get(edge.from)!;
    leaving[from]!.push(edge);
    previous[places.get(edge.to)!]!.push({ node: from, weight: weigh(edge) });
  }
  const next = new Map<number, readonly Edge[]>();
  // A search looks at most roles from one side only.
  const sorted = (place: number): readonly Edge[] => {
    const row = leaving[place]!.map((edge): Edge => ({ node: places.get(edge.to)!, weight: weigh(edge) }));
    row.sort((a, b) => a.node - b.node || a.weight - b.weight);
    const best = row.filter(({ node }, index) => node !== row[index - 1]?.node);
    next.set(place, best);
    return best;
  };
  return {
    next: (place) => next.get(place) ?? sorted(place),
    previous: (place) => previous[place]!,
    placeOf: (place) => place,
    progressionsOf: (from, to) =>
      leaving[from]!.filter((edge) => places.get(edge.to) === to).sort(
        (a, b) => BASES.indexOf(a.basis) - BASES.indexOf(b.basis),
      ),
  };
}

function allowedBy(catalog: Catalog, { avoid, kinds, sources }: MoveFilter): (edge: Progression) => boolean {
  return ({ from, to, kind, cites }) =>
    !avoid.includes(from) &&
    !avoid.includes(to) &&
    (kinds.length === 0 || kinds.includes(kind)) &&
    (sources.length === 0 || sourcesOf(catalog, cites).some((id) => sources.includes(id)));
}

/**
 * Copies a graph of so many places once for each set of vias that may have been passed: node `v` in the copy for set `m` is
 * `m * size + v`, and a move to a via goes on in the copy where that via has been passed. A route through all vias is then a
 * path to its last role in the last copy.
 */
export function graphVia({ next, previous }: Graph, size: number, via: readonly number[]): Graph {
  const bits = new Map(via.map((place, index) => [place, 1 << index]));
  const placeOf = (node: number): number => node % size;
  const bitOf = (node: number): number => bits.get(placeOf(node)) ?? 0;
  return {
    placeOf,
    next(node) {
      const passed = Math.floor(node / size);
      const open = next(placeOf(node)).filter((edge) => (passed & bitOf(edge.node)) === 0);
      return open.map((edge) => ({ node: (passed | bitOf(edge.node)) * size + edge.node, weight: edge.weight }));
    },
    previous(node) {
      const [passed, bit] = [Math.floor(node / size), bitOf(node)];
      if ((passed & bit) !== bit) return [];
      return previous(placeOf(node)).map((edge) => ({ node: (passed - bit) * size + edge.node, weight: edge.weight }));
    },
  };
}
