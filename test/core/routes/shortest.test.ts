import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Path, shortestPaths } from '../../../src/core/routes/shortest.ts';
import { type Edge, packGraph } from '../../support/pack-graph.ts';

/** Every simple path, found by walking all of them. */
function allPaths(edges: readonly Edge[], start: number, target: number): Path[] {
  const found: Path[] = [];
  const walk = (nodes: readonly number[], weight: number): void => {
    const last = nodes.at(-1)!;
    if (last === target) {
      found.push({ nodes, weight });
      return;
    }
    for (const edge of edges) {
      if (edge.from === last && !nodes.includes(edge.to)) walk([...nodes, edge.to], weight + edge.weight);
    }
  };
  walk([start], 0);
  return found;
}

function compareNodes(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((node, position) => node !== b[position]);
  return index < 0 ? 0 : a[index]! - (b[index] ?? -1);
}

/** Edges among a few nodes, at most one for each ordered pair, without self-loops. */
const edgesAmong = (size: number, weight: fc.Arbitrary<number>): fc.Arbitrary<Edge[]> => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc
    .uniqueArray(fc.record({ from: node, to: node, weight }), {
      maxLength: size * size,
      size: 'max',
      selector: ({ from, to }) => from * size + to,
    })
    .map((edges) => edges.filter(({ from, to }) => from !== to));
};

const chain = (length: number): Edge[] =>
  Array.from({ length: length - 1 }, (_, from) => ({ from, to: from + 1, weight: 1 }));

/** Each node 3n leads over 3n+1 and over 3n+2 to the next one. */
const diamondsInARow = (diamonds: number): Edge[] =>
  Array.from({ length: diamonds }, (_, index) => index * 3).flatMap((at) => [
    { from: at, to: at + 1, weight: 1 },
    { from: at, to: at + 2, weight: 1 },
    { from: at + 1, to: at + 3, weight: 1 },
    { from: at + 2, to: at + 3, weight: 1 },
  ]);

describe('shortestPaths', () => {
  it('agrees with a sort of all simple paths, ties included, where all edges weigh the same', () => {
    const cases = fc.record({ edges: edgesAmong(6, fc.constant(1)), k: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(cases, ({ edges, k }) => {
        const expected = allPaths(edges, 0, 5).sort((a, b) => a.weight - b.weight || compareNodes(a.nodes, b.nodes));
        const { paths, complete } = shortestPaths(packGraph(6, edges), 0, 5, k);
        expect(paths).toEqual(expected.slice(0, k));
        expect(complete).toBe(true);
      }),
      { seed: 12, numRuns: 1500 },
    );
  });

  it('finds the k lightest where weights differ, each path once', () => {
    const cases = fc.record({
      edges: edgesAmong(6, fc.integer({ min: 1, max: 6 })),
      k: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ edges, k }) => {
        const expected = allPaths(edges, 0, 5).sort((a, b) => a.weight - b.weight);
        const { paths } = shortestPaths(packGraph(6, edges), 0, 5, k);
        expect(paths.map((path) => path.weight)).toEqual(expected.slice(0, k).map((path) => path.weight));
        expect(new Set(paths.map((path) => path.nodes.join())).size).toBe(paths.length);
        const known = new Map(expected.map((path) => [path.nodes.join(), path.weight]));
        for (const { nodes, weight } of paths) expect(known.get(nodes.join())).toBe(weight);
      }),
      { seed: 13, numRuns: 1000 },
    );
  });

  it('gives the same paths whatever the order of the edges', () => {
    const cases = edgesAmong(6, fc.integer({ min: 1, max: 2 })).chain((edges) =>
      fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
    );
    fc.assert(
      fc.property(cases, ([edges, shuffled]) => {
        expect(shortestPaths(packGraph(6, shuffled), 0, 5, 8)).toEqual(shortestPaths(packGraph(6, edges), 0, 5, 8));
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('passes no place twice where several nodes stand for one', () => {
    // Nodes 0-4 and 5-9 are two copies of five places.
    const place = (node: number) => node % 5;
    const cases = fc.record({ edges: edgesAmong(10, fc.constant(1)), k: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(cases, ({ edges: all, k }) => {
        const edges = all.filter((edge) => place(edge.from) !== place(edge.to)).slice(0, 30);
        const expected = allPaths(edges, 0, 9)
          .filter(({ nodes }) => new Set(nodes.map(place)).size === nodes.length)
          .sort((a, b) => a.weight - b.weight);
        const { paths, complete } = shortestPaths(packGraph(10, edges, place), 0, 9, k);
        expect(complete).toBe(true);
        expect(paths.map((path) => path.weight)).toEqual(expected.slice(0, k).map((path) => path.weight));
        const known = new Set(expected.map((path) => path.nodes.join()));
        for (const { nodes } of paths) expect(known).toContain(nodes.join());
        expect(new Set(paths.map((path) => path.nodes.join())).size).toBe(paths.length);
      }),
      { seed: 15, numRuns: 500 },
    );
  });

  it('finds nothing where there is no way, or nothing is asked for', () => {
    const graph = packGraph(3, [{ from: 1, to: 0, weight: 1 }]);
    expect(shortestPaths(graph, 0, 1, 3)).toEqual({ paths: [], complete: true });
    expect(shortestPaths(packGraph(2, chain(2)), 0, 1, 0)).toEqual({ paths: [], complete: true });
  });

  it('walks a chain of 100,000 nodes without running out of stack', () => {
    const size = 100_000;
    const { paths, complete } = shortestPaths(packGraph(size, chain(size)), 0, size - 1, 5);
    expect(complete).toBe(true);
    expect(paths).toHaveLength(1);
    expect(paths[0]!.weight).toBe(size - 1);
    expect(paths[0]!.nodes.every((node, index) => node === index)).toBe(true);
  });

  it('finds the detours of a long chain that has a few', () => {
    const size = 20_000;
    const edges = [...chain(size), { from: 0, to: 2, weight: 3 }, { from: size - 3, to: size - 1, weight: 5 }];
    const weights = shortestPaths(packGraph(size, edges), 0, size - 1, 9).paths.map((path) => path.weight);
    expect(weights).toEqual([size - 1, size, size + 2, size + 3]);
  });

  // Every way through weighs the same. Forty make a million million paths; of ten thousand not even one may be kept for each place.
  it.each([40, 10_000])('answers for %i diamonds in a row', (diamonds) => {
    const edges = diamondsInARow(diamonds);
    const size = diamonds * 3 + 1;
    const { paths, complete } = shortestPaths(packGraph(size, edges), 0, size - 1, 10);
    expect(complete).toBe(true);
    expect(paths.map((path) => path.weight)).toEqual(Array<number>(10).fill(2 * diamonds));
    // Ties go by the nodes, so the last diamonds change first, as the digits of a number do.
    const turns = paths.map(({ nodes }) => nodes.filter((node) => node % 3 === 2).map((node) => (node - 2) / 3));
    const last = [4, 3, 2, 1].map((back) => diamonds - back);
    const bits = (number: number) => last.filter((_, index) => number & (8 >> index));
    expect(turns).toEqual(Array.from({ length: 10 }, (_, index) => bits(index)));
  });

  it('is sure that there is no path where each of very many ways passes a place twice', () => {
    // 0 leads to 150 nodes, each of those to 150 of its own, each of those to its double, and the doubles to the target.
    const width = 150;
    const pairs = width * width;
    const target = 1 + width + 2 * pairs;
    const edges: Edge[] = [];
    for (let a = 0; a < width; a++) {
      edges.push({ from: 0, to: 1 + a, weight: 1 });
      for (let b = 0; b < width; b++) {
        const node = 1 + width + a * width + b;
        edges.push({ from: 1 + a, to: node, weight: 1 }, { from: node, to: node + pairs, weight: 1 });
        edges.push({ from: node + pairs, to: target, weight: 1 });
      }
    }
    const place = (node: number) => (node > width + pairs && node < target ? node - pairs : node);
    expect(shortestPaths(packGraph(target + 1, edges, place), 0, target, 1)).toEqual({ paths: [], complete: true });
  });

  it.each([
    [8, true],
    [40, false],
  ])('of %i diamonds before a detour that passes a place twice, it is sure: %s', (diamonds, complete) => {
    const edges = diamondsInARow(diamonds);
    const end = diamonds * 3;
    // The place of `end + 1` has to be passed again to get out.
    edges.push(...chain(4).map(({ from, to }) => ({ from: end + from, to: end + to, weight: 1 })));
    const place = (node: number) => (node === end + 3 ? end + 1 : node);
    edges.push({ from: end + 3, to: end + 4, weight: 1 });
    expect(shortestPaths(packGraph(end + 5, edges, place), 0, end + 4, 1, 100_000)).toEqual({ paths: [], complete });
  });
});
