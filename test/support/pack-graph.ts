/**
 * Graphs from lists of edges, for tests.
 */
import type { Graph } from '../../src/core/routes/graph.ts';

/** An edge before it is packed. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Packs edges into a graph, each row in the order of the places, as `shortestPaths` wants them.
 *
 * @param size how many nodes there are
 * @param edges the edges, at most one for each ordered pair of nodes
 * @param place what a node stands for; the node itself by default
 * @returns the packed graph
 */
export function packGraph(
  size: number,
  edges: readonly Edge[],
  place: (node: number) => number = (node) => node,
): Graph {
  const sorted = edges.toSorted((a, b) => a.from - b.from || place(a.to) - place(b.to) || a.to - b.to);
  const first = new Int32Array(size + 1);
  for (const { from } of edges) first[from + 1]!++;
  for (let node = 0; node < size; node++) first[node + 1]! += first[node]!;
  return {
    size,
    first,
    to: Int32Array.from(sorted, ({ to }) => to),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
  };
}
