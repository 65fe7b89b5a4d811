import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distancesFrom } from '../../../src/core/routes/graph.ts';
import { type Edge, packGraph } from '../../support/pack-graph.ts';

/** The distances by relaxing every edge as often as there are nodes (Bellman and Ford), which needs no queue. */
function relaxed(size: number, edges: readonly Edge[]): number[] {
  const distance = Array<number>(size).fill(Infinity);
  distance[0] = 0;
  for (let round = 0; round < size; round++) {
    for (const { from, to, weight } of edges) distance[to] = Math.min(distance[to]!, distance[from]! + weight);
  }
  return distance;
}

const SIZE = 40;
const node = fc.integer({ min: 0, max: SIZE - 1 });
const edgeLists = fc.uniqueArray(fc.record({ from: node, to: node, weight: fc.integer({ min: 1, max: 30 }) }), {
  maxLength: 300,
  size: 'max',
  selector: ({ from, to }) => from * SIZE + to,
});

/** The distance of each node from the first one. */
function distances(size: number, edges: readonly Edge[]): number[] {
  const reached = distancesFrom(0, packGraph(size, edges).next);
  return Array.from({ length: size }, (_, node) => reached.get(node)?.distance ?? Infinity);
}

describe('distancesFrom', () => {
  it('agrees with relaxing every edge until nothing changes', () => {
    fc.assert(
      fc.property(edgeLists, (edges) => {
        expect(distances(SIZE, edges)).toEqual(relaxed(SIZE, edges));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('moves a node forward when a nearer way to it is found late', () => {
    // The direct way to 4 is queued first, and made shorter three times before it is taken.
    const edges = [
      { from: 0, to: 4, weight: 100 },
      { from: 0, to: 1, weight: 1 },
      { from: 1, to: 4, weight: 50 },
      { from: 1, to: 2, weight: 1 },
      { from: 2, to: 4, weight: 20 },
      { from: 2, to: 3, weight: 1 },
      { from: 3, to: 4, weight: 1 },
    ];
    expect(distances(5, edges)).toEqual([0, 1, 2, 3, 4]);
  });
});
