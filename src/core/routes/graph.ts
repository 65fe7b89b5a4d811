/**
 * Weighted directed graphs in compressed rows, and the sort that lays them out.
 */

/** A graph over the nodes 0 … size-1: the edges of node u are `first[u]` … `first[u + 1] - 1`. */
export interface Graph {
  readonly size: number;
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** Positive weights; sums along a path must stay below 2^53. */
  readonly weight: Float64Array;
}

/** Numbers in order of their keys, and where those of each key start. */
export interface Sorted {
  readonly order: Int32Array;
  /** One entry more than there are keys: those of key k are `order[first[k]]` … `order[first[k + 1] - 1]`. */
  readonly first: Int32Array;
}

/**
 * Sorts the numbers 0 … keys.length-1 by their keys, those with equal keys in their own order. Comparing edges takes many
 * times as long as counting them.
 */
export function countingSort(keys: Int32Array, below: number): Sorted {
  const first = new Int32Array(below + 1);
  for (const key of keys) first[key + 1]!++;
  for (let key = 0; key < below; key++) first[key + 1]! += first[key]!;
  const next = first.slice();
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) order[next[keys[index]!]!++] = index;
  return { order, first };
}

/** Turns every edge round. */
export function reversed({ size, first: rows, to, weight: weights }: Graph): Graph {
  const { order, first } = countingSort(to, size);
  const from = new Int32Array(to.length);
  for (let node = 0; node < size; node++) from.fill(node, rows[node], rows[node + 1]);
  const back = new Int32Array(to.length);
  const weight = new Float64Array(to.length);
  for (let slot = 0; slot < order.length; slot++) {
    back[slot] = from[order[slot]!]!;
    weight[slot] = weights[order[slot]!]!;
  }
  return { size, first, to: back, weight };
}
