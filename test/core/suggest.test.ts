import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, suggest, suggestByWords } from '../../src/core/suggest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '🎉'), maxLength: 8 });

/** The textbook recursion, as slow as it is plain. */
function slowDistance(a: readonly string[], b: readonly string[], swaps = true, i = a.length, j = b.length): number {
  if (i === 0 || j === 0) return i + j;
  let best = Math.min(
    slowDistance(a, b, swaps, i - 1, j) + 1,
    slowDistance(a, b, swaps, i, j - 1) + 1,
    slowDistance(a, b, swaps, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
  );
  if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
    best = Math.min(best, slowDistance(a, b, swaps, i - 2, j - 2) + 1);
  }
  return best;
}

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['cpo', 'cpo', 0],
    ['cpo', 'cop', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['🎉', '🎊', 1],
  ])('takes from %j to %j %i edits', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });

  it('agrees with the textbook recursion', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.boolean(), (a, b, swaps) => {
        expect(editDistance(a, b, swaps)).toBe(slowDistance(Array.from(a), Array.from(b), swaps));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is symmetric, and zero for equal words only', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('suggest', () => {
  it('puts the nearest first, ties in the order given, and leaves out what is much further off', () => {
    const candidates = ['senoir-x', 'seniors', 'senioR', 'astronaut'];
    expect(suggest('senior', candidates)).toEqual(['seniors', 'senioR']);
    expect(suggest('senior', ['senoir-x', 'astronaut'])).toEqual(['senoir-x']);
    expect(suggest('senior', ['senors', 'seniors'])).toEqual(['seniors', 'senors']);
  });

  it('finds nothing where nothing is near', () => {
    expect(suggest('zzzz', ['product-manager', 'cpo'])).toEqual([]);
    expect(suggest('ab', ['cd', 'ef'])).toEqual([]);
  });

  it('does not take half of a short word for a misspelling', () => {
    expect(suggest('po', ['pm'])).toEqual([]);
    expect(suggest('cpo', ['cpu'])).toEqual(['cpu']);
  });

  it('gives at most as many as asked for, each once', () => {
    const many = ['aaaa', 'aaab', 'aaac', 'aaad', 'aaaa'];
    expect(suggest('aaaa', many)).toEqual(['aaaa', 'aaab', 'aaac']);
    expect(suggest('aaaa', many, 1)).toEqual(['aaaa']);
    expect(suggest('aaaa', many, 9)).toHaveLength(4);
  });

  it('leaves the empty word and overlong words alone', () => {
    expect(suggest('', ['a', 'b'])).toEqual([]);
    expect(suggest('x'.repeat(65), ['x'.repeat(65)])).toEqual([]);
    expect(suggest('x'.repeat(64), ['x'.repeat(65), 'x'.repeat(64)])).toEqual(['x'.repeat(64)]);
  });

  it('never suggests what is more than three edits or half the word away', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (typed, candidates) => {
        const near = suggest(typed, candidates);
        const distances = near.map((found) => editDistance(typed, found));
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        expect((distances.at(-1) ?? 0) - (distances[0] ?? 0)).toBeLessThanOrEqual(1);
        for (const found of near) {
          expect(candidates).toContain(found);
          const edits = editDistance(typed, found);
          expect(edits).toBeLessThanOrEqual(3);
          expect(edits).toBeLessThan(Math.max(typed.length, found.length) / 2);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('suggestions by words', () => {
  const names = [
    ['Head of Product', 'hop'],
    ['Chief Product Officer', 'cpo'],
    ['vp-product', 'cpo'],
    ['Product Owner', 'po'],
  ] as const;

  it.each<[string, string[]]>([
    ['Headd', ['hop']],
    ['heads of', ['hop']],
    ['Chief of Product', ['cpo']],
    ['the product', ['hop', 'cpo', 'po']],
    ['of', []],
    ['zebra', []],
    ['', []],
    ['x'.repeat(5000), []],
  ])('of %j are %j', (typed, expected) => {
    expect(suggestByWords(typed, names)).toEqual(expected);
  });
});
