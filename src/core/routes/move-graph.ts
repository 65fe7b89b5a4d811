/**
 * The moves that a route query allows, as a graph: the nodes are the roles by their places in the ladder, and progressions
 * between the same two roles are one move.
 */
import { type Catalog, sourcesOf } from '../catalog.ts';
import { countingSort, type Graph } from './graph.ts';
import { BASES, type Progression, type ProgressionKind } from '../model.ts';

/** Which progressions may be used. */
export interface MoveFilter {
  /** Roles that no move touches. */
  readonly avoid: readonly string[];
  /** The kinds of move; all when empty. */
  readonly kinds: readonly ProgressionKind[];
  /** The sources, one of which must know a move; any when empty. */
  readonly sources: readonly string[];
}

/** The places of the roles at both ends of each progression. */
interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The moves, those of each role in the order of the roles they lead to: move m of role r is `first[r]` … `first[r + 1] - 1`. */
export interface MoveGraph {
  readonly first: Int32Array;
  /** The place of the role that each move leads to. */
  readonly to: Int32Array;
  /** 1 where a source states the move, 0 elsewhere. */
  readonly stated: Uint8Array;
  /** The progressions of the move from one place to another, the best known first; empty when there is none. */
  readonly progressionsOf: (from: number, to: number) => Progression[];
}

/** Lays out the moves of a ladder that a filter lets through. */
export function moveGraph(catalog: Catalog, filter: MoveFilter): MoveGraph {
  const { roles, progressions } = catalog.ladder;
  const places = new Map(roles.map(({ id }, place) => [id, place]));
  const ends: Ends = {
    from: Int32Array.from(progressions, ({ from }) => places.get(from)!),
    to: Int32Array.from(progressions, ({ to }) => places.get(to)!),
  };
  const allowed = allowedBy(catalog, filter);
  const known = new Int32Array(progressions.length);
  let count = 0;
  for (let index = 0; index < progressions.length; index++) {
    if (ends.from[index] !== ends.to[index] && allowed(progressions[index]!)) known[count++] = index;
  }
  const slots = sortedByEnds(known.subarray(0, count), ends, roles.length);

  // Progressions between the same two roles now stand side by side; `starts` is where each move begins in `slots`.
  const starts = new Int32Array(count + 1);
  const first = new Int32Array(roles.length + 1);
  const to = new Int32Array(count);
  const stated = new Uint8Array(count);
  let moves = -1;
  let before = -1;
  for (let index = 0; index < count; index++) {
    const edge = slots[index]!;
    if (ends.from[edge] !== before || ends.to[edge] !== to[moves]) {
      before = ends.from[edge]!;
      starts[++moves] = index;
      to[moves] = ends.to[edge]!;
      first[before + 1]!++;
    }
    if (progressions[edge]!.basis === 'stated') stated[moves] = 1;
  }
  const size = moves + 1;
  starts[size] = count;
  for (let role = 0; role < roles.length; role++) first[role + 1]! += first[role]!;

  return {
    first,
    to: to.subarray(0, size),
    stated: stated.subarray(0, size),
    progressionsOf(fromPlace, toPlace) {
      for (let move = first[fromPlace]!; move < first[fromPlace + 1]!; move++) {
        if (to[move] !== toPlace) continue;
        const parallel = slots.subarray(starts[move], starts[move + 1]);
        return Array.from(parallel, (edge) => progressions[edge]!).sort(
          (a, b) => BASES.indexOf(a.basis) - BASES.indexOf(b.basis),
        );
      }
      return [];
    },
  };
}

function allowedBy(catalog: Catalog, { avoid, kinds, sources }: MoveFilter): (edge: Progression) => boolean {
  if (avoid.length + kinds.length + sources.length === 0) return () => true;
  const avoided = new Set(avoid);
  return (edge) =>
    !avoided.has(edge.from) &&
    !avoided.has(edge.to) &&
    (kinds.length === 0 || kinds.includes(edge.kind)) &&
    (sources.length === 0 || sourcesOf(catalog, edge.cites).some((id) => sources.includes(id)));
}

/** Progressions by where they come from, then by where they lead to, then in their own order. */
function sortedByEnds(edges: Int32Array, { from, to }: Ends, size: number): Int32Array {
  const byKey = (list: Int32Array, keys: Int32Array): Int32Array =>
    countingSort(
      list.map((edge) => keys[edge]!),
      size,
    ).order.map((index) => list[index]!);
  return byKey(byKey(edges, to), from);
}

/**
 * Weighs the moves, and copies the graph once for each set of vias that may have been passed: node `v` in the copy for set
 * `m` is `m * roles + v`, and a move to a via goes on in the copy where that via has been passed. A route through all vias is
 * then a path to its last role in the last copy.
 */
export function layeredGraph(moves: MoveGraph, via: readonly number[], weigh: (stated: boolean) => number): Graph {
  const roles = moves.first.length - 1;
  const count = moves.to.length;
  const layers = 2 ** via.length;
  const first = new Int32Array(roles * layers + 1);
  const to = new Int32Array(count * layers);
  const weight = new Float64Array(count * layers);
  const bits = new Int32Array(roles);
  via.forEach((place, index) => (bits[place] = 1 << index));
  const weights = [weigh(false), weigh(true)] as const;
  for (let passed = 0; passed < layers; passed++) {
    const edges = passed * count;
    for (let place = 0; place < roles; place++) first[passed * roles + place + 1] = edges + moves.first[place + 1]!;
    for (let move = 0; move < count; move++) {
      const place = moves.to[move]!;
      to[edges + move] = (passed | bits[place]!) * roles + place;
      weight[edges + move] = weights[moves.stated[move] as 0 | 1];
    }
  }
  return { size: roles * layers, first, to, weight };
}
