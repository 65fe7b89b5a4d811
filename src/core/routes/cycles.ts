/**
 * Circles in a directed graph, found without recursion and in time that grows with the graph alone.
 */

/** A directed graph: for each node, counted from 0, the nodes that its edges lead to. */
export type Graph = readonly (readonly number[])[];

/**
 * How many edges may be looked at in search of ever shorter circles. It is enough to find the shortest one of a knot of 1,000 nodes
 * and 2,000 edges; in larger knots the circle found is the shortest through those nodes that were tried.
 */
const MOST_LOOKS = 2_000_000;

/** Finds one circle in each knot: in each set of nodes that can all be reached from one another. */
export function findCycles(graph: Graph): number[][] {
  const { knots, knotOf } = findKnots(graph);
  const search: Search = {
    graph,
    knotOf,
    seenFrom: new Int32Array(graph.length).fill(-1),
    before: new Int32Array(graph.length),
    looks: MOST_LOOKS,
  };
  // A knot may be found last although it holds the first node.
  knots.sort((a, b) => a[0]! - b[0]!);
  return knots.map((knot) => shortestCycle(knot, search));
}

/** Tarjan's algorithm for strongly connected components (1972), with stacks of its own in place of recursion. */
function findKnots(graph: Graph): { readonly knots: number[][]; readonly knotOf: Int32Array } {
  const order = new Int32Array(graph.length).fill(-1);
  const lowest = new Int32Array(graph.length);
  const knotOf = new Int32Array(graph.length).fill(-1);
  const nextEdge = new Int32Array(graph.length);
  const open: number[] = [];
  const knots: number[][] = [];
  let [visited, closed] = [0, 0];
  for (let root = 0; root < graph.length; root++) {
    if (order[root] !== -1) continue;
    const walk = [root];
    while (walk.length > 0) {
      const node = walk.at(-1)!;
      if (order[node] === -1) {
        order[node] = lowest[node] = visited++;
        open.push(node);
      }
      const target = graph[node]![nextEdge[node]!++];
      if (target !== undefined) {
        if (order[target] === -1) walk.push(target);
        else if (knotOf[target] === -1) lowest[node] = Math.min(lowest[node]!, order[target]!);
        continue;
      }
      walk.pop();
      const before = walk.at(-1);
      if (before !== undefined) lowest[before] = Math.min(lowest[before]!, lowest[node]!);
      if (lowest[node] !== order[node]) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) knotOf[member] = closed;
      closed++;
      if (members.length > 1 || graph[node]!.includes(node)) knots.push(members.sort((a, b) => a - b));
    }
  }
  return { knots, knotOf };
}

/** What the searches from one node after another share. */
interface Search {
  readonly graph: Graph;
  readonly knotOf: Int32Array;
  /** The start of the search that a node was last seen in, and the node that it was seen from. */
  readonly seenFrom: Int32Array;
  readonly before: Int32Array;
  /** How many more edges may be looked at. */
  looks: number;
}

/** Searches from each node of a knot in turn, no deeper than the best circle so far. */
function shortestCycle(knot: readonly number[], search: Search): number[] {
  let best: number[] | undefined;
  for (const start of knot) {
    if (best !== undefined && (best.length === 1 || search.looks <= 0)) break;
    best = cycleThrough(start, best?.length ?? Infinity, search) ?? best;
  }
  // Every node of a knot is on a circle.
  return best!;
}

/** Searches breadth first for a circle through a node that has fewer nodes than `most`. */
function cycleThrough(start: number, most: number, search: Search): number[] | undefined {
  const { graph, knotOf, seenFrom, before } = search;
  let front = [start];
  // Such a circle closes from a node that is at most `most - 2` edges away.
  for (let depth = 0; depth < most - 1 && front.length > 0; depth++) {
    const next: number[] = [];
    for (const node of front) {
      for (const target of graph[node]!) {
        search.looks--;
        if (target === start) {
          const path: number[] = [];
          for (let at = node; at !== start; at = before[at]!) path.push(at);
          return [start, ...path.reverse()];
        }
        if (knotOf[target] !== knotOf[start] || seenFrom[target] === start) continue;
        seenFrom[target] = start;
        before[target] = node;
        next.push(target);
      }
    }
    front = next;
  }
  return undefined;
}
