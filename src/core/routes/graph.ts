/**
 * Weighted directed graphs.
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
