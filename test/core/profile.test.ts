import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog, heldRoles, roleOf } from '../../src/core/catalog.ts';
import { isDay } from '../../src/core/profile/day.ts';
import { fitsOf } from '../../src/core/profile/fit.ts';
import { gapsTo, rolesAhead } from '../../src/core/profile/gaps.ts';
import { isProfile } from '../../src/core/profile/name.ts';
import { type Answer, type Profile, TRUTHS } from '../../src/core/profile/profile.ts';
import { isMissing, standingFor } from '../../src/core/profile/standing.ts';
import { compareProfiles } from '../../src/core/profile/two-views.ts';
import { bareLadder, bareRole, richLadder } from '../support/arbitrary.ts';
import { levelledCatalog, shipped, shippedCatalog } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

const truth = (word: Answer['truth']): Answer => ({ truth: word!, evidence: [] });
const profileOf = (
  skills: Readonly<Record<string, Answer>>,
  responsibilities: Readonly<Record<string, Answer>> = {},
  more: Partial<Profile> = {},
): Profile => ({
  ladder: { id: 'random' },
  skills: new Map(Object.entries(skills)),
  responsibilities: new Map(Object.entries(responsibilities)),
  plan: [],
  ...more,
});

/** An answer that a ladder allows. */
const answerOn = (levels: readonly string[]): fc.Arbitrary<Answer> =>
  fc.oneof(
    fc.constantFrom(...TRUTHS).map((word) => truth(levels.length > 0 && word !== 'no' ? 'no' : word)),
    fc.constant<Answer>({ notApplicable: 'not here', evidence: [] }),
    ...(levels.length > 0 ? [fc.constantFrom(...levels).map((level): Answer => ({ level, evidence: [] }))] : []),
  );

/** A random ladder and one or two random profiles of it, each with some answers. */
const answered: fc.Arbitrary<{ catalog: Catalog; one: Profile; other: Profile }> = richLadder.chain((ladder) => {
  const catalog = createCatalog(ladder);
  const duties = ladder.roles.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id));
  const some = (ids: readonly string[], levels: readonly string[]): fc.Arbitrary<ReadonlyMap<string, Answer>> =>
    fc
      .tuple(...[...new Set(ids)].map((id) => fc.option(answerOn(levels)).map((answer) => [id, answer] as const)))
      .map((entries) => new Map(entries.flatMap(([id, answer]) => (answer === null ? [] : [[id, answer] as const]))));
  const profile = fc
    .tuple(
      some(
        ladder.skills.map(({ id }) => id),
        ladder.levels.map(({ id }) => id),
      ),
      some(duties, []),
    )
    .map(([skills, responsibilities]): Profile => ({ ...profileOf({}), skills, responsibilities }));
  return fc.record({ catalog: fc.constant(catalog), one: profile, other: profile });
});

describe('standingFor', () => {
  it('never takes what was not answered for a yes or a no, and says not answered of nothing else', () => {
    fc.assert(
      fc.property(answered, ({ catalog, one }) => {
        for (const role of catalog.ladder.roles) {
          for (const { kind, id, standing } of standingFor(catalog, one, role).items) {
            const answer = (kind === 'skill' ? one.skills : one.responsibilities).get(id);
            expect(standing === 'not-answered').toBe(answer === undefined);
            expect(standing === 'not-applicable').toBe(answer?.notApplicable !== undefined);
          }
        }
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('counts every expectation once', () => {
    fc.assert(
      fc.property(answered, ({ catalog, one }) => {
        for (const role of catalog.ladder.roles) {
          const { counts, items, answered: known } = standingFor(catalog, one, role);
          expect(Object.values(counts).reduce((sum, number) => sum + number, 0)).toBe(items.length);
          expect(known + counts['not-answered'] + counts['not-applicable']).toBe(items.length);
        }
      }),
      { numRuns: runs(100, 500) },
    );
  });

  it('measures a level against the one that is asked for', () => {
    const catalog = levelledCatalog();
    const role = catalog.ladder.roles.find(({ requirements }) =>
      requirements.some(({ level }) => level !== undefined),
    )!;
    const need = role.requirements.find(({ level }) => level !== undefined)!;
    const standingAt = (answer: Answer) =>
      standingFor(catalog, profileOf({ [need.skill]: answer }), role).items.find(({ id }) => id === need.skill)!
        .standing;
    const asked = catalog.levelOrder.get(need.level!)!;
    for (const [index, { id }] of catalog.ladder.levels.entries()) {
      expect(standingAt({ level: id, evidence: [] })).toBe(index >= asked ? 'has' : 'partly');
    }
    expect(standingAt(truth('no'))).toBe('lacks');
    // Whether a bare yes reaches the level is not known.
    expect(standingAt(truth('yes'))).toBe('not-answered');
  });
});

describe('fitsOf', () => {
  it('ranks as an oracle does that compares every two roles', () => {
    fc.assert(
      fc.property(answered, ({ catalog, one }) => {
        const { ranked, tooLittle } = fitsOf(catalog, one);
        expect([...ranked, ...tooLittle].map(({ role }) => role.id).toSorted()).toEqual(
          heldRoles(catalog.ladder)
            .map(({ id }) => id)
            .toSorted(),
        );
        const isBetter = (a: (typeof ranked)[number], b: (typeof ranked)[number]): boolean => {
          const [mine, theirs] = [a.counts.has / a.answered, b.counts.has / b.answered];
          return mine > theirs + 1e-9 || (Math.abs(mine - theirs) < 1e-9 && a.essentialMissing < b.essentialMissing);
        };
        for (const fit of ranked) {
          expect(fit.place).toBe(1 + ranked.filter((other) => isBetter(other, fit)).length);
          expect(fit.answered / (fit.items.length - fit.counts['not-applicable'])).toBeGreaterThanOrEqual(0.3);
        }
        for (const { answered: known, items, counts } of tooLittle) {
          const applying = items.length - counts['not-applicable'];
          expect(known === 0 || known / applying < 0.3 || (known < 3 && known < applying)).toBe(true);
        }
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('gives different fits for different answers', () => {
    const catalog = shippedCatalog();
    const bestFor = (id: string): string => {
      const { items } = standingFor(catalog, profileOf({}), roleOf(catalog, id));
      const yes = (kind: string) =>
        Object.fromEntries(items.filter((item) => item.kind === kind).map((item) => [item.id, truth('yes')]));
      const no = (all: readonly string[]) => Object.fromEntries(all.map((key) => [key, truth('no')]));
      const duties = catalog.ladder.roles.flatMap(({ responsibilities }) => responsibilities.map((duty) => duty.id));
      const skills = catalog.ladder.skills.map((skill) => skill.id);
      const { ranked } = fitsOf(
        catalog,
        profileOf({ ...no(skills), ...yes('skill') }, { ...no(duties), ...yes('responsibility') }),
      );
      expect(ranked[0]!.place).toBe(1);
      return ranked
        .filter(({ place }) => place === 1)
        .map(({ role }) => role.id)
        .join(' ');
    };
    for (const { id } of heldRoles(shipped())) expect(bestFor(id)).toContain(id);
    expect(bestFor('cpo')).not.toBe(bestFor('junior-pm'));
  });
});

describe('gapsTo', () => {
  it('finds what is missing of the roles ahead, each thing once, the next role and essential things first', () => {
    fc.assert(
      fc.property(answered, fc.nat(), fc.nat(), ({ catalog, one }, a, b) => {
        const held = heldRoles(catalog.ladder);
        if (held.length === 0) return;
        const [from, to] = [held[a % held.length]!, held[b % held.length]!];
        const { ahead, gaps } = gapsTo(catalog, { ...one, role: from.id }, to);
        expect(ahead.at(-1)!.role).toBe(to);
        const wanted = ahead.flatMap(({ items }) => items.filter(isMissing).map(({ kind, id }) => `${kind} ${id}`));
        expect(gaps.map(({ item }) => `${item.kind} ${item.id}`).toSorted()).toEqual([...new Set(wanted)].toSorted());
        const weight = ({ isNext, essential, neededBy }: (typeof gaps)[number]): number =>
          Number(isNext) * 1000 + Number(essential) * 100 + neededBy;
        for (const [index, gap] of gaps.entries()) {
          if (index > 0) expect(weight(gap)).toBeLessThanOrEqual(weight(gaps[index - 1]!));
          expect(isMissing(gap.item)).toBe(true);
        }
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('goes by the best route, and straight to the role where there is none', () => {
    const catalog = shippedCatalog();
    const ids = (from: string | undefined, to: string) =>
      rolesAhead(catalog, from, roleOf(catalog, to)).map(({ id }) => id);
    expect(ids('product-manager', 'head-of-product')).toEqual(['senior-pm', 'head-of-product']);
    expect(ids('cpo', 'junior-pm')).toEqual(['junior-pm']);
    expect(ids(undefined, 'cpo')).toEqual(['cpo']);
    expect(ids('cpo', 'cpo')).toEqual(['cpo']);
  });
});

describe('compareProfiles', () => {
  it('finds that everybody agrees with themselves', () => {
    fc.assert(
      fc.property(answered, ({ catalog, one }) => {
        const items = compareProfiles(catalog, one, one, []);
        expect(items).toHaveLength(one.skills.size + one.responsibilities.size);
        for (const item of items) expect(item).toMatchObject({ agree: true, evidenceAdded: [] });
      }),
      { numRuns: runs(100, 500) },
    );
  });

  it('says the opposite the other way round', () => {
    fc.assert(
      fc.property(answered, ({ catalog, one, other }) => {
        const there = compareProfiles(catalog, one, other, []);
        const back = compareProfiles(catalog, other, one, []);
        expect(
          back.map(({ id, steps, agree }) => ({ id, steps: steps === undefined ? steps : 0 - steps, agree })),
        ).toEqual(there.map(({ id, steps, agree }) => ({ id, steps: steps === undefined ? steps : steps + 0, agree })));
      }),
      { numRuns: runs(100, 500) },
    );
  });

  it('keeps to what some roles expect, and measures steps on the scale', () => {
    const catalog = shippedCatalog();
    const one = profileOf({ leadership: truth('no'), marketing: truth('yes') });
    const other = profileOf({ leadership: truth('yes'), flexibility: truth('yes') });
    const items = compareProfiles(catalog, one, other, ['cpo']);
    expect(items.map(({ id, steps, agree }) => ({ id, steps, agree }))).toEqual([
      { id: 'leadership', steps: 2, agree: false },
      { id: 'marketing', steps: undefined, agree: false },
    ]);
  });
});

describe('isProfile', () => {
  it('takes me and @file for profiles, but for a role that is called me', () => {
    const plain = bareLadder([bareRole('mentor', 1)], []);
    expect(['me', '@x.yaml', 'mentor', 'ME'].map((name) => isProfile(plain, name))).toEqual([true, true, false, false]);
    for (const role of [
      bareRole('me', 1),
      { ...bareRole('x', 1), aliases: ['Me'] },
      { ...bareRole('x', 1), title: 'ME' },
    ]) {
      expect(isProfile(bareLadder([role], []), 'me')).toBe(false);
      expect(isProfile(bareLadder([role], []), '@me')).toBe(true);
    }
  });
});

describe('isDay', () => {
  it('knows the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
    const none = [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '26-01-01',
      '2026-01-01T00',
      '',
      'today',
    ];
    expect(none.filter(isDay)).toEqual([]);
    expect(isDay('2024-02-29')).toBe(true);
  });
});
