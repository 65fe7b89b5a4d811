import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles, type Targets } from '../../../src/core/routes/cycles.ts';

describe('findCycles', () => {
  it.each<[string, Targets, number[][]]>([
    ['no node', [], []],
    ['a chain', [[1], [2], []], []],
    ['a diamond', [[1, 2], [3], [3], []], []],
    ['a node that leads to itself', [[], [1]], [[1]]],
    ['two nodes', [[1], [0]], [[0, 1]]],
    ['the shorter of two in one knot', [[1], [2], [3, 0], [0, 2]], [[2, 3]]],
    [
      'a knot behind another',
      [[1], [2], [3, 0], [4], [3]],
      [
        [0, 1, 2],
        [3, 4],
      ],
    ],
    [
      'one of each knot, by their nodes',
      [[1], [0, 2], [3], [2]],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'parallel edges',
      [
        [1, 1],
        [0, 0],
      ],
      [[0, 1]],
    ],
  ])('finds the circles of %s', (_what, graph, cycles) => {
    expect(findCycles(graph)).toEqual(cycles);
  });

  it('finds the shortest circle of each knot, and none where there is none', () => {
    const graph = fc
      .integer({ min: 1, max: 8 })
      .chain((size) =>
        fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(graph, (edges) => {
        const { length: size } = edges;
        // Floyd and Warshall: the length of the shortest way from each node to each, itself included.
        const far = edges.map((targets) =>
          Array.from({ length: size }, (_, to) => (targets.includes(to) ? 1 : Infinity)),
        );
        for (let via = 0; via < size; via++) {
          for (let from = 0; from < size; from++) {
            for (let to = 0; to < size; to++) {
              far[from]![to] = Math.min(far[from]![to]!, far[from]![via]! + far[via]![to]!);
            }
          }
        }
        const knots = new Map<number, number>();
        for (let node = 0; node < size; node++) {
          if (far[node]![node] === Infinity) continue;
          const first = far.findIndex((row, other) => row[node]! < Infinity && far[node]![other]! < Infinity);
          knots.set(first, Math.min(knots.get(first) ?? Infinity, far[node]![node]!));
        }
        const found = findCycles(edges);
        expect(found.map((cycle) => cycle.length)).toEqual(
          [...knots].sort(([a], [b]) => a - b).map(([, most]) => most),
        );
        for (const cycle of found) {
          cycle.forEach((node, index) => expect(edges[node]).toContain(cycle[(index + 1) % cycle.length]));
          expect(new Set(cycle).size).toBe(cycle.length);
        }
      }),
      { seed: 31, numRuns: 2000 },
    );
  });

  it('walks a chain and a circle of two hundred thousand nodes', () => {
    const chain = Array.from({ length: 200_000 }, (_, node) => [node + 1]);
    chain[199_999] = [];
    expect(findCycles(chain)).toEqual([]);
    chain[199_999] = [0];
    expect(findCycles(chain)[0]).toHaveLength(200_000);
  });
});
