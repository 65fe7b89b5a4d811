import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeap } from '../../../src/core/routes/heap.ts';

describe('createHeap', () => {
  it('gives nothing when it is empty, again and again', () => {
    const heap = createHeap<number>((a, b) => a < b);
    expect(heap.pop()).toBeUndefined();
    heap.push(1);
    expect(heap.pop()).toBe(1);
    expect(heap.pop()).toBeUndefined();
    expect(heap.pop()).toBeUndefined();
  });

  it('gives its entries back in sorted order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 }), (numbers) => {
        const heap = createHeap<number>((a, b) => a < b);
        for (const number of numbers) heap.push(number);
        const popped = numbers.map(() => heap.pop());
        expect(popped).toEqual([...numbers].sort((a, b) => a - b));
        expect(heap.pop()).toBeUndefined();
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('gives the smallest of what it holds at any time, however pushes and pops mix', () => {
    const step = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('pop' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const heap = createHeap<number>((a, b) => a > b);
        const held: number[] = [];
        for (const next of steps) {
          if (next === 'pop') {
            held.sort((a, b) => b - a);
            expect(heap.pop()).toBe(held.shift());
          } else {
            heap.push(next);
            held.push(next);
          }
        }
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
