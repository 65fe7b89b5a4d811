/**
 * The k shortest simple paths of a weighted directed graph, best first.
 *
 * Yen's question (1971, "Finding the K shortest loopless paths in a network", Management Science 17), asked lazily: A* over
 * prefixes of paths, with the distance to the target as heuristic. The distance ignores that a path passes no place twice, so
 * a prefix is checked when it comes to the front of the queue: mostly the shortest way on from it runs clear of it; where it
 * does not, the graph without the prefix is searched.
 */
import { createHeap, distancesFrom, type Edge, type Graph, type Reached } from './graph.ts';

/** A path and what it weighs. */
export interface Path {
  readonly nodes: readonly number[];
  readonly weight: number;
}

/** A prefix of a path, by its last node. */
interface Step {
  readonly node: number;
  readonly before: Step | undefined;
  readonly depth: number;
  /** A step further back, for finding quickly where two prefixes part; undefined for the first one. */
  readonly jump: Step | undefined;
  readonly weight: number;
  /** What a whole path with this prefix weighs at the least. */
  estimate: number;
  checked: boolean;
  /** Once checked: a path with this prefix that weighs what is estimated. Absent where what was found passes a place twice. */
  path: readonly number[] | undefined;
}

/**
 * Finds the k shortest simple paths between two nodes, the shortest first. Of equal weights, the one with the smaller place
 * where two first differ comes first, so that the same graph always gives the same answer.
 *
 * Where several nodes stand for one place, there may be very many ways that pass a place twice, and no path: such a search is
 * given up when it has looked at `most` edges: it is then not complete.
 */
export function shortestPaths(graph: Graph, start: number, target: number, k: number, most = Infinity) {
  const { next, previous, placeOf } = graph;
  const tree = distancesFrom(target, previous);
  const left = (node: number): number => tree.get(node)?.distance ?? Infinity;
  const { passed, goTo } = createPrefix(placeOf);
  const paths: Path[] = [];
  // What goes on from the prefix at hand at no extra cost comes before all else of the same weight, and needs no comparing.
  const now: Step[] = [];
  const later = createHeap<Step>(
    (a, b) => a.estimate < b.estimate || (a.estimate === b.estimate && comesFirst(a, b, placeOf)),
  );
  let looks = 0;
  const root = { node: start, before: undefined, depth: 0, jump: undefined, weight: 0 };
  if (tree.has(start)) now.push({ ...root, estimate: left(start), checked: false, path: undefined });
  while (paths.length < k) {
    const step = now.pop() ?? later.pop();
    if (!step) break;
    if (looks > most) return { paths, complete: false };
    goTo(step);
    if (!step.checked) {
      const way = alongTree(step.node) ?? around(step.node);
      if (!way) continue;
      const { estimate } = step;
      const path = [...nodesOf(step).slice(0, -1), ...way.nodes];
      if (new Set(path.map(placeOf)).size === path.length) step.path = path;
      looks += path.length;
      step.checked = true;
      step.estimate = Math.max(estimate, step.weight + way.weight);
      if (step.estimate > estimate) {
        later.push(step);
        continue;
      }
    }
    if (step.node === target) {
      paths.push({ nodes: step.path!, weight: step.weight });
      continue;
    }
    // The last to be pushed is the first to be looked at.
    for (const edge of next(step.node).toReversed()) {
      const onward = stepTo(step, edge, left(edge.node));
      if (onward.estimate === Infinity || passed.has(placeOf(edge.node))) continue;
      (onward.estimate === step.estimate ? now : later).push(onward);
    }
  }
  return { paths, complete: true };

  /** The shortest way to the target, the first of several; undefined where it runs into the prefix. */
  function alongTree(from: number): Path | undefined {
    const nodes = [from];
    for (let node = from; node !== target; nodes.push(node)) {
      const isShortest = (edge: Edge): boolean => edge.weight + left(edge.node) === left(node);
      node = next(node).find(isShortest)!.node;
      if (passed.has(placeOf(node))) return undefined;
    }
    return { nodes, weight: left(from) };
  }

  /** The shortest way to the target around the prefix; undefined where there is none. */
  function around(from: number): Path | undefined {
    const free = (node: number): readonly Edge[] => {
      const edges = next(node);
      looks += edges.length;
      return edges.filter((edge) => !passed.has(placeOf(edge.node)));
    };
    const end = distancesFrom(from, free, target, left).get(target);
    return end && { nodes: nodesOf(end), weight: end.distance };
  }
}

function stepTo(before: Step, { node, weight: further }: Edge, left: number): Step {
  const depth = before.depth + 1;
  const weight = before.weight + further;
  // What goes on along a path that is known need not be checked again.
  const path = before.path?.[depth] === node ? before.path : undefined;
  const estimate = Math.max(weight + left, before.estimate);
  return { node, before, depth, jump: jumpFrom(before), weight, estimate, checked: path !== undefined, path };
}

/**
 * How far back a step behind another one jumps: so that any step is a few jumps away (Myers 1983, "An applicative random-access
 * stack", Information Processing Letters 17).
 */
function jumpFrom(before: Step): Step {
  const { jump } = before;
  return jump?.jump && before.depth - jump.depth === jump.depth - jump.jump.depth ? jump.jump : before;
}

/** The places of a prefix. Those that two prefixes share are kept from one to the next. */
function createPrefix(placeOf: Graph['placeOf']): { passed: ReadonlySet<number>; goTo: (step: Step) => void } {
  const passed = new Set<number>();
  let here: Step | undefined;
  return {
    passed,
    goTo(step) {
      const added: number[] = [];
      for (let there: Step | undefined = step; there !== here;) {
        if (there && there.depth >= (here?.depth ?? 0)) {
          added.push(placeOf(there.node));
          there = there.before;
        } else {
          passed.delete(placeOf(here!.node));
          here = here!.before;
        }
      }
      for (const place of added) passed.add(place);
      here = step;
    },
  };
}

/** The nodes up to a last one, in order. */
function nodesOf(last: Step | Reached): number[] {
  const nodes: number[] = [];
  for (let at: Step | Reached | undefined = last; at; at = at.before) nodes.push(at.node);
  return nodes.reverse();
}

/** Whether one prefix comes before another: by the places where the two first differ. */
function comesFirst(a: Step, b: Step, placeOf: Graph['placeOf']): boolean {
  const depth = Math.min(a.depth, b.depth);
  let [x, y] = [stepAt(a, depth), stepAt(b, depth)];
  if (x === y) return a.depth < b.depth;
  // Steps of equal depth jump equally far.
  while (x.before !== y.before) [x, y] = x.jump === y.jump ? [x.before!, y.before!] : [x.jump!, y.jump!];
  return (placeOf(x.node) - placeOf(y.node) || x.node - y.node) < 0;
}

function stepAt(last: Step, depth: number): Step {
  let step = last;
  while (step.depth > depth) step = step.jump!.depth < depth ? step.before! : step.jump!;
  return step;
}
