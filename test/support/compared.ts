/**
 * Random ladders to compare roles of: with levels or without, with related work and with roles of which nothing is said.
 */
import fc from 'fast-check';
import { ONLY } from '../../src/core/compare.ts';
import type { Ladder } from '../../src/core/model.ts';
import { fullLadder, hostileText, richLadder } from './arbitrary.ts';

const ladders: fc.Arbitrary<Ladder> = fc
  .record({
    ladder: fc.oneof({ weight: 3, arbitrary: richLadder }, { weight: 1, arbitrary: fullLadder(hostileText, true) }),
    levelled: fc.boolean(),
    silent: fc.boolean(),
    related: fc.subarray(['d0', 'd1', 'd2', 'd3'], { minLength: 2 }),
  })
  .map(({ ladder, levelled, silent, related }) => ({
    ...ladder,
    levels: levelled ? ladder.levels : [],
    related: ladder.related.length > 0 ? ladder.related : [{ id: 'g', title: 'Group', responsibilities: related }],
    roles: ladder.roles.map((role, index) => ({
      ...role,
      includes: silent && index === 0 ? [] : role.includes,
      requirements:
        silent && index === 0
          ? []
          : role.requirements.map(({ level, ...rest }) => ({
              ...rest,
              ...(levelled && level !== undefined ? { level } : {}),
            })),
    })),
  }));

/** A ladder, the ids of two to four of its roles, and a filter. */
export const compared = ladders.chain((ladder) =>
  fc.record({
    ladder: fc.constant(ladder),
    ids: fc.shuffledSubarray(
      ladder.roles.map(({ id }) => id),
      { minLength: 2, maxLength: Math.min(4, ladder.roles.length) },
    ),
    only: fc.option(fc.constantFrom(...ONLY), { nil: undefined }),
  }),
);
