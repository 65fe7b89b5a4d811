/**
 * The k shortest simple paths of a weighted directed graph, ranked, without enumerating the others.
 *
 * The method is Yen's (1971, "Finding the K shortest loopless paths in a network", Management Science 17) with Lawler's
 * partition (1972), made lazy: a deviation is first queued with a lower bound taken from the exact distances to the target,
 * and searched (A*, with those distances as heuristic) only when that bound comes to the front of the queue. So a long chain
 * with no branches costs no search at all, and each path costs little more than one shortest path tree, however long it is and
 * however many weigh the same.
 */
import { distancesFrom } from './distances.ts';
import { type Graph, reversed } from './graph.ts';
import { createHeap, type Heap } from './heap.ts';

/** A path and what it weighs. */
export interface Path {
  readonly nodes: readonly number[];
  readonly weight: number;
}

/** The ranked paths, and whether the search went far enough to know that there are no better ones. */
export interface PathSearch {
  readonly paths: readonly Path[];
  /** False when the search was given up at `MOST_DETOURS` because of paths that pass one place twice. */
  readonly complete: boolean;
}

/** How many paths with a repeated place are looked beyond before a search is given up. */
export const MOST_DETOURS = 20_000;

/** The best path of a class: those that start with its first `fixed` nodes and do not go on to one of `banned`. */
interface Found {
  readonly nodes: readonly number[];
  readonly fixed: number;
  readonly banned: ReadonlySet<number>;
  readonly weight: number;
}

/** A class of paths that leave a known path behind its first `fixed` nodes, and whose best member is not known yet. */
interface Deviation {
  readonly fixed: number;
  /** What its paths do not go on to; the next node of the path they leave when absent. */
  readonly banned?: ReadonlySet<number>;
  /** Where the best of them goes on to, as far as the distances tell. */
  readonly next: number;
  /** What the best of them weighs at the least. */
  readonly weight: number;
}

/** The deviations from one path, the most promising first. A long path has as many as it has nodes: they share it. */
interface Branches {
  readonly nodes: readonly number[];
  readonly queue: Heap<Deviation>;
  /** The first of the queue. */
  readonly first: Deviation;
}

/**
 * Finds the k shortest simple paths between two nodes.
 *
 * Ties are broken by the places, so that the same graph always gives the same answer: of two paths of equal weight that have
 * equally many nodes, the one with the smaller place where they first differ comes first.
 */
export function shortestPaths(
  graph: Graph,
  start: number,
  target: number,
  k: number,
  place: (node: number) => number = (node) => node,
): PathSearch {
  const left = distancesFrom(reversed(graph), target);
  if (left[start] === Infinity || k < 1) return { paths: [], complete: true };
  const search = createSearch(graph, target, left, place);
  const order: Order = (a, b) => place(a) - place(b) || a - b;
  const queue = createHeap<Found | Branches>((a, b) => comesFirst(a, b, order));
  const branch = (nodes: readonly number[], deviations: readonly Deviation[]): void => {
    const branches = createHeap<Deviation>((a, b) => deviatesFirst(nodes, a, b, order));
    for (const deviation of deviations) branches.push(deviation);
    requeue(nodes, branches);
  };
  const requeue = (nodes: readonly number[], branches: Heap<Deviation>): void => {
    const first = branches.pop();
    if (first) queue.push({ nodes, queue: branches, first });
  };
  branch([start], [{ fixed: 1, banned: new Set(), next: start, weight: left[start]! }]);

  const paths: Path[] = [];
  let detours = 0;
  for (let best = queue.pop(); best && paths.length < k; best = queue.pop()) {
    if ('queue' in best) {
      const found = search.complete(best.nodes, best.first);
      if (found) queue.push(found);
      requeue(best.nodes, best.queue);
      continue;
    }
    const repeat = firstRepeat(best.nodes, place);
    if (repeat < 0) paths.push({ nodes: best.nodes, weight: best.weight });
    else if (++detours > MOST_DETOURS) return { paths, complete: false };
    if (paths.length < k) branch(best.nodes, search.deviations(best, repeat));
  }
  return { paths, complete: true };
}

/** Which of two nodes comes first: negative for the first one. */
type Order = (a: number, b: number) => number;

/**
 * Of equal weights the smaller nodes go first. Of a class of paths no more is known than how they start; where that leaves it
 * open, the class goes first, and is searched: what it stands for may be the smaller path. So hardly more is ever searched
 * than is given out, however many paths weigh the same.
 */
function comesFirst(a: Found | Branches, b: Found | Branches, order: Order): boolean {
  const [x, y] = [startOf(a), startOf(b)];
  if (x.weight !== y.weight) return x.weight < y.weight;
  const shorter = Math.min(x.length, y.length);
  for (let index = 0; index < shorter; index++) {
    const [left, right] = [nodeAt(x, index), nodeAt(y, index)];
    if (left !== right) return order(left, right) < 0;
  }
  return x.length < y.length;
}

/** The nodes that are sure: the first of a known path, and at the last place `next` where there is one. */
interface Start {
  readonly nodes: readonly number[];
  readonly length: number;
  readonly next?: number;
  readonly weight: number;
}

function startOf(candidate: Found | Branches): Start {
  if (!('queue' in candidate)) return { ...candidate, length: candidate.nodes.length };
  const { fixed, next, weight } = candidate.first;
  return { nodes: candidate.nodes, length: fixed + 1, next, weight };
}

const nodeAt = ({ nodes, length, next }: Start, index: number): number =>
  next !== undefined && index === length - 1 ? next : nodes[index]!;

/** The same among deviations from one path: the one that leaves later goes on as the path does where the other leaves. */
function deviatesFirst(nodes: readonly number[], a: Deviation, b: Deviation, order: Order): boolean {
  if (a.weight !== b.weight) return a.weight < b.weight;
  return a.fixed < b.fixed ? order(a.next, nodes[a.fixed]!) < 0 : order(nodes[b.fixed]!, b.next) < 0;
}

/** The index of the first node whose place stands earlier on the path; -1 when there is none. */
function firstRepeat(nodes: readonly number[], place: (node: number) => number): number {
  const seen = new Set<number>();
  for (let index = 0; index < nodes.length; index++) {
    const here = place(nodes[index]!);
    if (seen.has(here)) return index;
    seen.add(here);
  }
  return -1;
}

/** The two questions that the k-best search asks of the graph. */
function createSearch(graph: Graph, target: number, left: Float64Array, place: (node: number) => number) {
  // Where each place stands on the path at hand, valid where `stamp` says so: cheaper than a set for every path.
  const index = new Int32Array(graph.size);
  const stamp = new Int32Array(graph.size);
  let now = 0;
  const mark = (nodes: readonly number[], count: number): void => {
    now++;
    for (let i = 0; i < count; i++) {
      const here = place(nodes[i]!);
      if (stamp[here] === now) continue;
      stamp[here] = now;
      index[here] = i;
    }
  };
  const standsBy = (node: number, last: number): boolean => {
    const here = place(node);
    return stamp[here] === now && index[here]! <= last;
  };
  const weightOf = (from: number, to: number): number => {
    for (let e = graph.first[from]!; e < graph.first[from + 1]!; e++) if (graph.to[e] === to) return graph.weight[e]!;
    return Infinity;
  };

  /** The best way on from the end of a prefix, by the distances alone; it may still run into the prefix. */
  const nextBest = (
    from: number,
    last: number,
    banned: ReadonlySet<number>,
    onward = -1,
  ): { node: number; weight: number } => {
    let node = -1;
    let weight = Infinity;
    for (let e = graph.first[from]!; e < graph.first[from + 1]!; e++) {
      const to = graph.to[e]!;
      const through = graph.weight[e]! + left[to]!;
      if (through >= weight || to === onward || banned.has(to) || standsBy(to, last)) continue;
      node = to;
      weight = through;
    }
    return { node, weight };
  };

  const complete = (nodes: readonly number[], deviation: Deviation): Found | undefined => {
    const { fixed, banned = new Set([nodes[fixed]!]) } = deviation;
    const prefix = nodes.slice(0, fixed);
    mark(prefix, prefix.length);
    const last = prefix.length - 1;
    let weight = 0;
    for (let i = 0; i < last; i++) weight += weightOf(prefix[i]!, prefix[i + 1]!);
    const path = followTree(prefix, weight, banned, last) ?? searchOn(prefix, weight, banned, last);
    return path && { ...path, fixed, banned };
  };

  /** The shortest path tree's way to the target, unless it runs into the prefix. */
  const followTree = (
    prefix: readonly number[],
    weight: number,
    banned: ReadonlySet<number>,
    last: number,
  ): Path | undefined => {
    const nodes = [...prefix];
    let node = prefix[last]!;
    let total = weight;
    const none: ReadonlySet<number> = new Set();
    while (node !== target) {
      // Past the prefix any node of the prefix may be proposed, and is then a reason to search instead.
      const step = nodes.length === prefix.length ? nextBest(node, last, banned) : nextBest(node, -1, none);
      if (step.node < 0 || standsBy(step.node, last)) return undefined;
      total += weightOf(node, step.node);
      nodes.push(step.node);
      node = step.node;
    }
    return { nodes, weight: total };
  };

  /** A* from the end of the prefix to the target, around the prefix. */
  const searchOn = (
    prefix: readonly number[],
    weight: number,
    banned: ReadonlySet<number>,
    last: number,
  ): Path | undefined => {
    const begin = prefix[last]!;
    const reached = new Map<number, { at: number; parent: number; depth: number; done: boolean }>();
    const heap = createHeap<{ node: number; at: number; total: number }>(
      // Of equal totals the one nearer to the start goes first, so that all ties on a node are met before it is left.
      (a, b) => a.total < b.total || (a.total === b.total && a.at < b.at),
    );
    reached.set(begin, { at: weight, parent: -1, depth: 0, done: false });
    heap.push({ node: begin, at: weight, total: weight + left[begin]! });
    for (let top = heap.pop(); top; top = heap.pop()) {
      const { node } = top;
      const here = reached.get(node)!;
      if (here.done) continue;
      here.done = true;
      if (node === target) return { nodes: [...prefix.slice(0, last), ...backtrack(reached, node)], weight: here.at };
      for (let e = graph.first[node]!; e < graph.first[node + 1]!; e++) {
        const to = graph.to[e]!;
        if (left[to] === Infinity || standsBy(to, last) || (node === begin && banned.has(to))) continue;
        const at = here.at + graph.weight[e]!;
        const known = reached.get(to);
        if (known) {
          if (known.done || at > known.at) continue;
          if (at === known.at && !isSmaller(reached, node, known.parent, place)) continue;
        }
        reached.set(to, { at, parent: node, depth: here.depth + 1, done: false });
        heap.push({ node: to, at, total: at + left[to]! });
      }
    }
    return undefined;
  };

  const deviations = (path: Found, repeat: number): Deviation[] => {
    mark(path.nodes, path.nodes.length);
    const found: Deviation[] = [];
    // Beyond a repeated place every path repeats it too.
    const end = repeat < 0 ? path.nodes.length - 1 : Math.min(repeat, path.nodes.length - 1);
    const none: ReadonlySet<number> = new Set();
    let weight = 0;
    for (let i = 0; i < end; i++) {
      const node = path.nodes[i]!;
      const onward = path.nodes[i + 1]!;
      // A node with one way on has no deviation; long chains are made of such nodes.
      if (i >= path.fixed - 1 && graph.first[node + 1]! - graph.first[node]! > 1) {
        const banned = i === path.fixed - 1 ? new Set([...path.banned, onward]) : undefined;
        const { node: next, weight: bound } = nextBest(node, i, banned ?? none, onward);
        if (bound < Infinity) {
          found.push({ fixed: i + 1, ...(banned ? { banned } : {}), next, weight: weight + bound });
        }
      }
      weight += weightOf(node, onward);
    }
    return found;
  };

  return { complete, deviations };
}

type Reached = ReadonlyMap<number, { readonly at: number; readonly parent: number; readonly depth: number }>;

function backtrack(reached: Reached, node: number): number[] {
  const nodes: number[] = [];
  for (let at = node; at >= 0; at = reached.get(at)!.parent) nodes.push(at);
  return nodes.reverse();
}

/** Whether the path that was found to one node comes before the path to another, node by node. */
function isSmaller(reached: Reached, a: number, b: number, place: (node: number) => number): boolean {
  let [x, y] = [a, b];
  // Paths of different lengths first walk to the same depth; the shorter one counts as smaller if nothing else differs.
  let smaller = reached.get(a)!.depth < reached.get(b)!.depth;
  while (reached.get(x)!.depth > reached.get(y)!.depth) x = reached.get(x)!.parent;
  while (reached.get(y)!.depth > reached.get(x)!.depth) y = reached.get(y)!.parent;
  while (x !== y) {
    smaller = (place(x) - place(y) || x - y) < 0;
    x = reached.get(x)!.parent;
    y = reached.get(y)!.parent;
  }
  return smaller;
}
