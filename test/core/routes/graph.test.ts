import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingSort, reversed } from '../../../src/core/routes/graph.ts';
import { packGraph } from '../../support/pack-graph.ts';

describe('countingSort', () => {
  it('agrees with a stable sort, and says where each key starts', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
    fc.assert(
      fc.property(keys, (list) => {
        const { order, first } = countingSort(Int32Array.from(list), 10);
        expect([...order]).toEqual([...list.keys()].sort((a, b) => list[a]! - list[b]!));
        for (let key = 0; key < 10; key++) {
          const group = [...order.subarray(first[key], first[key + 1])];
          expect(group).toEqual([...list.keys()].filter((index) => list[index] === key));
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});

describe('reversed', () => {
  it('turns every edge round and keeps its weight', () => {
    const graph = packGraph(4, [
      { from: 2, to: 0, weight: 7 },
      { from: 0, to: 3, weight: 5 },
      { from: 0, to: 1, weight: 4 },
      { from: 1, to: 0, weight: 9 },
    ]);
    const back = reversed(graph);
    expect([...back.first]).toEqual([0, 2, 3, 3, 4]);
    expect([...back.to]).toEqual([1, 2, 0, 0]);
    expect([...back.weight]).toEqual([9, 7, 4, 5]);
  });
});
