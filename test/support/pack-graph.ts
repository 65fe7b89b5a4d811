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
 * Makes a graph of edges, those of each node in the order of the places, as `shortestPaths` wants them.
 *
 * @param size how many nodes there are
 * @param edges the edges, at most one for each ordered pair of nodes
 * @param placeOf what a node stands for; the node itself by default
 * @returns the graph
 */
export function packGraph(
  size: number,
  edges: readonly Edge[],
  placeOf: (node: number) => number = (node) => node,
): Graph {
  const next = Array.from({ length: size }, (): { node: number; weight: number }[] => []);
  const previous = Array.from({ length: size }, (): { node: number; weight: number }[] => []);
  for (const { from, to, weight } of edges) {
    next[from]!.push({ node: to, weight });
    previous[to]!.push({ node: from, weight });
  }
  for (const row of next) row.sort((a, b) => placeOf(a.node) - placeOf(b.node) || a.node - b.node);
  return { next: (node) => next[node]!, previous: (node) => previous[node]!, placeOf };
}
