/**
 * Circles in a directed graph, found without recursion and in time that grows with the graph alone.
 */

/** For each node of a graph, counted from 0, the nodes that its edges lead to. */
export type Targets = readonly (readonly number[])[];

/**
 * How many edges may be looked at in search of ever shorter circles. It is enough to find the shortest one of a knot of 1,000 nodes
 * and 2,000 edges; in larger knots the circle found is the shortest through those nodes that were tried.
 */
const MOST_LOOKS = 2_000_000;

/** Finds one circle in each knot: in each set of nodes that can all be reached from one another. */
export function findCycles(graph: Targets): number[][] {
  const { knots, knotOf } = findKnots(graph);
  // The start of the search that a node was last seen in, and the node that it was seen from.
  const seenIn: number[] = [];
  const before: number[] = [];
  let looks = 0;

  /** Searches breadth first for a circle through a node that has fewer nodes than `most`. */
  const circleThrough = (start: number, most: number): number[] | undefined => {
    let front = [start];
    // Such a circle closes from a node that is at most `most - 2` edges away.
    for (let depth = 0; depth < most - 1 && front.length > 0; depth++) {
      const next: number[] = [];
      for (const node of front) {
        for (const target of graph[node]!) {
          looks++;
          if (target === start) {
            const path: number[] = [];
            for (let at = node; at !== start; at = before[at]!) path.push(at);
            return [start, ...path.reverse()];
          }
          if (knotOf[target] !== knotOf[start] || seenIn[target] === start) continue;
          seenIn[target] = start;
          before[target] = node;
          next.push(target);
        }
      }
      front = next;
    }
    return undefined;
  };

  return knots.map((knot) => {
    // Every node of a knot is on a circle.
    let best = circleThrough(knot[0]!, Infinity)!;
    for (const start of knot.slice(1)) {
      if (best.length === 1 || looks > MOST_LOOKS) break;
      best = circleThrough(start, best.length) ?? best;
    }
    return best;
  });
}

/**
 * The sets of nodes on circles, by their first nodes, and for each node which set it is in: Tarjan's algorithm for strongly
 * connected components (1972), with a stack of its own in place of recursion.
 */
export function findKnots(graph: Targets): { readonly knots: number[][]; readonly knotOf: readonly number[] } {
  const order: number[] = [];
  const lowest: number[] = [];
  const knotOf: number[] = [];
  const nextEdge = graph.map(() => 0);
  const open: number[] = [];
  const knots: number[][] = [];
  let [visited, closed] = [0, 0];
  for (const root of graph.keys()) {
    const walk = order[root] === undefined ? [root] : [];
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      if (order[node] === undefined) {
        order[node] = lowest[node] = visited++;
        open.push(node);
      }
      const target = graph[node]![nextEdge[node]!++];
      if (target !== undefined) {
        if (order[target] === undefined) walk.push(target);
        else if (knotOf[target] === undefined) lowest[node] = Math.min(lowest[node]!, order[target]);
        continue;
      }
      walk.pop();
      const before = walk.at(-1);
      if (before !== undefined) lowest[before] = Math.min(lowest[before]!, lowest[node]!);
      if (lowest[node] !== order[node]) continue;
      const members = open.splice(open.lastIndexOf(node)).sort((a, b) => a - b);
      for (const member of members) knotOf[member] = closed;
      closed++;
      if (members.length > 1 || graph[node]!.includes(node)) knots.push(members);
    }
  }
  // A knot may be found last although it holds the first node.
  return { knots: knots.sort((a, b) => a[0]! - b[0]!), knotOf };
}
