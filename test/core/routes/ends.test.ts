import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf } from '../../../src/core/routes/ends.ts';
import { decodeLadder, encodeLadder } from '../../../src/ladder/compiled.ts';
import { parseLadder } from '../../../src/ladder/parse.ts';
import { bareLadder, bareRole, graphLadder, move } from '../../support/arbitrary.ts';
import { shippedCatalog } from '../../support/ladders.ts';
import { bigLadder } from '../../support/big-ladder.ts';

describe('endsOf', () => {
  it('names the roles at both ends of every progression', () => {
    fc.assert(
      fc.property(graphLadder({ least: 2, most: 9 }), (ladder) => {
        const { from, to } = endsOf(ladder);
        expect(from).toHaveLength(ladder.progressions.length);
        ladder.progressions.forEach((edge, index) => {
          expect(ladder.roles[from[index]!]!.id).toBe(edge.from);
          expect(ladder.roles[to[index]!]!.id).toBe(edge.to);
        });
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('is told the same by what parses a ladder and by what opens a compiled one', () => {
    const text = JSON.stringify(bigLadder({ roles: 60, requirements: 2, progressions: 4 }));
    const parsed = parseLadder([{ file: 'big.json', text }]).ladder!;
    for (const ladder of [parsed, shippedCatalog().ladder]) {
      const opened = decodeLadder(encodeLadder({ ladder, warnings: [], warningCount: 0 })).ladder;
      // A copy is a ladder that nobody has told about.
      const found = endsOf({ ...ladder });
      expect(endsOf(ladder)).toEqual(found);
      expect(endsOf(opened)).toEqual(found);
    }
  });

  it('does not carry over to a copy with other roles', () => {
    const ladder = bareLadder([bareRole('a', 1), bareRole('b', 2)], [move('a', 'b')]);
    expect([...endsOf(ladder).to]).toEqual([1]);
    expect([...endsOf({ ...ladder, roles: ladder.roles.toReversed() }).to]).toEqual([0]);
  });
});
