import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/core/model.ts';
import { decodeLadder, encodeLadder } from '../../src/ladder/compiled.ts';
import { seal, unseal } from '../../src/ladder/sealed.ts';
import { richLadder } from '../support/arbitrary.ts';
import { levelledCatalog, shipped } from '../support/ladders.ts';

/** All of a ladder as plain data, read part by part as a command would. */
function plain(ladder: Ladder): unknown {
  return JSON.parse(JSON.stringify(ladder));
}

describe('a compiled ladder', () => {
  it.each([
    ['shipped', shipped],
    ['levelled', () => levelledCatalog().ladder],
  ])('is the %s ladder again', (_name, load) => {
    const ladder = load();
    const decoded = decodeLadder(encodeLadder({ ladder, warnings: ['a', 'b'], warningCount: 7 }));
    expect(plain(decoded.ladder)).toEqual(plain(ladder));
    expect(decoded.warnings).toEqual(['a', 'b']);
    expect(decoded.warningCount).toBe(7);
    expect('quiz' in decoded.ladder).toBe('quiz' in ladder);
  });

  it('is any ladder again', () => {
    fc.assert(
      fc.property(richLadder, (ladder) => {
        expect(plain(decodeLadder(encodeLadder({ ladder, warnings: [], warningCount: 0 })).ladder)).toEqual(
          plain(ladder),
        );
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('is refused when a single byte is damaged, or any part is missing', () => {
    const content = encodeLadder({ ladder: levelledCatalog().ladder, warnings: [], warningCount: 0 });
    const bytes = seal(content);
    expect(unseal(bytes)).toEqual(content);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= change;
        expect(unseal(damaged)).toBeUndefined();
        expect(unseal(bytes.subarray(0, at))).toBeUndefined();
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
