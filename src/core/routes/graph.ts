/**
 * Weighted directed graphs, and how far their nodes are from one of them.
 */

/** An edge, by one of its ends; which one depends on who is asked for it. */
export interface Edge {
  readonly node: number;
  /** More than 0; sums along a path stay below 2^53. */
  readonly weight: number;
}

/** A graph over whole numbers. It is asked for its edges, so that one with many copies of a ladder need not be laid out. */
export interface Graph {
  /** The edges that leave a node, by the nodes they lead to, in the order of the places that those stand for. */
  readonly next: (node: number) => readonly Edge[];
  /** The edges that lead to a node, by the nodes they come from. */
  readonly previous: (node: number) => readonly Edge[];
  /** What a node stands for; several may stand for one place. */
  readonly placeOf: (node: number) => number;
}

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

/** Makes an empty binary heap: a queue that always gives its smallest entry. */
export function createHeap<T>(before: (a: T, b: T) => boolean) {
  const entries: T[] = [];
  return {
    push(entry: T): void {
      let index = entries.length;
      for (let parent = (index - 1) >> 1; index > 0 && before(entry, entries[parent]!); parent = (index - 1) >> 1) {
        entries[index] = entries[parent]!;
        index = parent;
      }
      entries[index] = entry;
    },
    pop(): T | undefined {
      const top = entries[0];
      const last = entries.pop();
      if (entries.length === 0 || last === undefined) return top;
      let index = 0;
      for (let child = 1; child < entries.length; child = 2 * index + 1) {
        if (child + 1 < entries.length && before(entries[child + 1]!, entries[child]!)) child++;
        if (!before(entries[child]!, last)) break;
        entries[index] = entries[child]!;
        index = child;
      }
      entries[index] = last;
      return top;
    },
  };
}
