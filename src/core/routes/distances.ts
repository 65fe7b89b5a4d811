/**
 * How far the nodes of a graph are from one of them.
 */
import type { Edge } from './graph.ts';
import { createHeap } from './heap.ts';

/** A node that was reached, and the one that it was reached from. */
export interface Reached {
  readonly node: number;
  readonly before: Reached | undefined;
  readonly distance: number;
}

/**
 * Measures how far nodes are from a start, the nearest first: Dijkstra's method (1959, "A note on two problems in connexion
 * with graphs", Numerische Mathematik 1). Given a goal, it ends there, and knowing what is left to it at the least spares most
 * of the way (A*: Hart, Nilsson, Raphael 1968, "A formal basis for the heuristic determination of minimum cost paths").
 */
export function distancesFrom(
  start: number,
  edgesOf: (node: number) => readonly Edge[],
  goal?: number,
  left: (node: number) => number = () => 0,
): ReadonlyMap<number, Reached> {
  const first: Candidate = { node: start, before: undefined, distance: 0, total: left(start) };
  const reached = new Map([[start, first]]);
  const queue = createHeap<Candidate>((a, b) => a.total < b.total);
  queue.push(first);
  for (let before = queue.pop(); before && before.node !== goal; before = queue.pop()) {
    // Since it was queued, a nearer way to it may have been found.
    if (reached.get(before.node) !== before) continue;
    for (const { node, weight } of edgesOf(before.node)) {
      const distance = before.distance + weight;
      const total = distance + left(node);
      if (total === Infinity || distance >= (reached.get(node)?.distance ?? Infinity)) continue;
      const candidate = { node, before, distance, total };
      reached.set(node, candidate);
      queue.push(candidate);
    }
  }
  return reached;
}

interface Candidate extends Reached {
  /** How far it is from the start to the goal over this node, at the least. */
  readonly total: number;
}
