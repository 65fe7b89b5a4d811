/**
 * How far the nodes of a graph are from one of them.
 */
import type { Graph } from './graph.ts';
import { createHeap } from './heap.ts';

/**
 * Measures how far every node is from one: Dijkstra's method (1959, "A note on two problems in connexion with graphs",
 * Numerische Mathematik 1) over buckets of nodes that are equally far (Dial 1969, "Algorithm 360", Communications of the ACM
 * 12), with a heap of the buckets' distances. Moves weigh one of two things, so there are few buckets, and the time grows
 * with the graph and hardly more; where all distances differ, it is Dijkstra's method and no worse.
 */
export function distancesFrom(graph: Graph, start: number): Float64Array {
  const { first, to, weight } = graph;
  const distance = new Float64Array(graph.size).fill(Infinity);
  const queue = createBuckets();
  distance[start] = 0;
  queue.push(start, 0);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { at, nodes } = next;
    for (const node of nodes) {
      // Since it was queued, a nearer way to it has been found.
      if (distance[node]! < at) continue;
      for (let edge = first[node]!; edge < first[node + 1]!; edge++) {
        const target = to[edge]!;
        const through = at + weight[edge]!;
        if (through >= distance[target]!) continue;
        distance[target] = through;
        queue.push(target, through);
      }
    }
  }
  return distance;
}

/** Nodes that are equally far. */
interface Bucket {
  readonly at: number;
  readonly nodes: number[];
}

/** A queue of nodes that gives all of the nearest ones at once. */
function createBuckets(): { push: (node: number, at: number) => void; pop: () => Bucket | undefined } {
  const buckets = new Map<number, Bucket>();
  const heap = createHeap<Bucket>((a, b) => a.at < b.at);
  // Nodes mostly come in runs that are equally far.
  let latest: Bucket | undefined;
  const bucketAt = (at: number): Bucket => {
    const known = buckets.get(at);
    if (known) return known;
    const made = { at, nodes: [] };
    buckets.set(at, made);
    heap.push(made);
    return made;
  };
  return {
    push(node, at) {
      if (latest?.at !== at) latest = bucketAt(at);
      latest.nodes.push(node);
    },
    pop() {
      const nearest = heap.pop();
      if (nearest) buckets.delete(nearest.at);
      return nearest;
    },
  };
}
