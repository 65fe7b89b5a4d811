import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog, roleOf } from '../../src/core/catalog.ts';
import { PmrolesError } from '../../src/core/errors.ts';
import { expectationsOf, levelOf } from '../../src/core/expectations.ts';
import type { Included, Role } from '../../src/core/model.ts';
import { bareLadder, bareRole, richLadder } from '../support/arbitrary.ts';
import { catalogOf, cumulativeCatalog, levelledCatalog, shippedCatalog } from '../support/ladders.ts';

const of = (catalog: Catalog, id: string) => expectationsOf(catalog, roleOf(catalog, id));

/** A ladder of three levels with the given roles, written as YAML list entries. */
const withRoles = (roles: string): Catalog =>
  catalogOf(`
id: l
title: L
areas: [{ id: a, title: A }, { id: b, title: B }]
levels: [{ id: low, title: Low }, { id: middle, title: Middle }, { id: high, title: High }]
skills: [{ id: s, name: S }, { id: t, name: T }]
sources: [{ id: A, title: Source A }, { id: B, title: Source B }]
roles:
${roles}
`);

describe('expectationsOf', () => {
  it('gives a role without inclusions what is said of it, and nothing else', () => {
    const catalog = levelledCatalog();
    const owner = roleOf(catalog, 'owner');
    expect(expectationsOf(catalog, owner)).toEqual({
      responsibilities: owner.responsibilities,
      requirements: owner.requirements,
      needed: owner.requirements.filter((requirement) => !requirement.notApplicable),
    });
  });

  it('adds what an included role answers for and needs, with where it comes from', () => {
    const { responsibilities, requirements } = of(levelledCatalog(), 'master');
    expect(responsibilities.map((r) => [r.id, r.origin?.role])).toEqual([
      ['design', undefined],
      ['build', 'journeyman'],
      ['teach', 'journeyman'],
    ]);
    expect(requirements.map((r) => [r.skill, r.level, r.origin?.role])).toEqual([
      ['joinery', 'expert', undefined],
      ['mentoring', 'awareness', undefined],
      ['finishing', 'working', 'journeyman'],
    ]);
    expect(responsibilities[1]!.origin!.cites).toEqual(['S-5']);
    expect(responsibilities[1]!.cites).toEqual(['S-2', 'S-3']);
  });

  it('lets a senior product manager answer for all that a product manager does', () => {
    const senior = of(shippedCatalog(), 'senior-pm');
    const manager = of(shippedCatalog(), 'product-manager');
    const ids = senior.responsibilities.map((r) => r.id);
    for (const { id } of manager.responsibilities) expect(ids).toContain(id);
    expect(senior.responsibilities.find((r) => r.id === 'agile-methods')!.origin).toEqual({
      role: 'product-manager',
      cites: ['B-40'],
    });
  });

  it('takes over what an included role includes, leaning on both cites', () => {
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, responsibilities: [{ id: d, area: a, text: D., cites: [A] }] }
  - { id: two, title: Two, rank: 2, includes: [{ role: one, cites: [A, B] }] }
  - { id: three, title: Three, rank: 3, includes: [{ role: two, cites: [B] }] }
`);
    expect(of(catalog, 'three').responsibilities).toEqual([
      { id: 'd', area: 'a', text: 'D.', cites: ['A'], editorial: false, origin: { role: 'one', cites: ['B', 'A'] } },
    ]);
  });

  it('takes over skills alone or responsibilities alone, where that is all that an inclusion speaks of', () => {
    const one = 'responsibilities: [{ id: d, area: a, text: D. }], skills: [s]';
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, ${one} }
  - { id: two, title: Two, rank: 2, includes: [{ role: one, of: [skills] }] }
  - { id: three, title: Three, rank: 3, includes: [{ role: one, of: [responsibilities] }] }
  - { id: four, title: Four, rank: 4, includes: [{ role: two, of: [responsibilities, skills] }] }
  - { id: five, title: Five, rank: 5, includes: [{ role: two, of: [responsibilities] }] }
  - { id: six, title: Six, rank: 6, includes: [{ role: two }, { role: three }] }
`);
    const brief = (id: string) => {
      const { responsibilities, requirements } = of(catalog, id);
      return [...responsibilities.map((r) => r.id), ...requirements.map((r) => r.skill)].join(' ');
    };
    expect(['two', 'three', 'four', 'five', 'six'].map(brief)).toEqual(['s', 'd', 's', '', 'd s']);
  });

  it('takes each role of a circle of inclusions once', () => {
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, includes: [{ role: three }], responsibilities: [{ id: d1, area: a, text: D. }] }
  - { id: two, title: Two, rank: 2, includes: [{ role: one }], responsibilities: [{ id: d2, area: a, text: D. }] }
  - { id: three, title: Three, rank: 3, includes: [{ role: two }, { role: three }], responsibilities: [{ id: d3, area: a, text: D. }] }
`);
    for (const id of ['one', 'two', 'three']) {
      const { responsibilities } = of(catalog, id);
      expect(responsibilities.map((r) => r.id).sort()).toEqual(['d1', 'd2', 'd3']);
      expect(responsibilities.filter((r) => r.origin?.role === id)).toEqual([]);
    }
  });

  it("lets the role's own level stand, be it lower than an included one", () => {
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, skills: [{ skill: s, level: high }] }
  - { id: two, title: Two, rank: 2, includes: [{ role: one }], skills: [{ skill: s, level: low }] }
  - { id: three, title: Three, rank: 3, includes: [{ role: one }], skills: [{ skill: s, notApplicable: true }] }
  - { id: four, title: Four, rank: 4, includes: [{ role: one }], skills: [s] }
`);
    expect(of(catalog, 'two').requirements.map((r) => r.level)).toEqual(['low']);
    expect(of(catalog, 'three').requirements.map((r) => r.notApplicable)).toEqual([true]);
    expect(of(catalog, 'four').requirements.map((r) => r.level)).toEqual([undefined]);
  });

  it.each([
    ['high', 'low', 'high'],
    ['low', 'high', 'high'],
    ['middle', undefined, 'middle'],
    [undefined, 'low', 'low'],
    [undefined, undefined, undefined],
  ])('takes of two included levels %s and %s the higher one: %s', (first, second, expected) => {
    const level = (given: string | undefined) => (given === undefined ? '' : `, level: ${given}`);
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, skills: [{ skill: s${level(first)} }] }
  - { id: two, title: Two, rank: 1, skills: [{ skill: s${level(second)} }] }
  - { id: three, title: Three, rank: 2, includes: [{ role: one }, { role: two }] }
`);
    expect(of(catalog, 'three').requirements.map((r) => r.level)).toEqual([expected]);
  });

  it("lets the role's own wording of a responsibility stand, in its own area", () => {
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, responsibilities: [{ id: d, area: a, text: As one says. }] }
  - { id: two, title: Two, rank: 2, includes: [{ role: one }], responsibilities: [{ id: d, area: b, text: As two says. }] }
`);
    expect(of(catalog, 'two').responsibilities).toMatchObject([{ area: 'b', text: 'As two says.' }]);
    expect(of(catalog, 'two').responsibilities[0]).not.toHaveProperty('origin');
  });

  it('adds on a cumulative ladder the ranks below on the same track, and no other track', () => {
    const three = of(cumulativeCatalog(), 'three');
    expect(three.responsibilities.map((r) => [r.id, r.origin?.role])).toEqual([
      ['guide', undefined],
      ['belay', 'two'],
      ['carry', 'one'],
    ]);
    expect(three.requirements.map((r) => [r.skill, r.level, r.origin?.role])).toEqual([
      ['maps', 'high', undefined],
      ['rope', 'high', 'two'],
      ['knots', 'low', 'two'],
    ]);
    expect(three.responsibilities[1]!.origin!.cites).toEqual([]);
    expect(of(cumulativeCatalog(), 'other').responsibilities.map((r) => r.id)).toEqual(['cook']);
    expect(of(cumulativeCatalog(), 'one').responsibilities.map((r) => r.id)).toEqual(['carry']);
  });

  it('does not take a role of equal rank for one below', () => {
    const catalog = catalogOf(`
id: l
title: L
cumulative: true
areas: [{ id: a, title: A }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ id: d1, area: a, text: D. }] }
  - { id: two, title: Two, rank: 1, responsibilities: [{ id: d2, area: a, text: D. }] }
  - { id: three, title: Three, rank: 2 }
`);
    expect(of(catalog, 'two').responsibilities.map((r) => r.id)).toEqual(['d2']);
    expect(of(catalog, 'three').responsibilities.map((r) => r.id)).toEqual(['d1', 'd2']);
  });

  it('does not raise, through an included role, a level that the included role itself lowers', () => {
    // "two" needs s at low, whatever "one" needs; so whoever takes over all that "two" needs, needs it at low.
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, skills: [{ skill: s, level: high }] }
  - { id: two, title: Two, rank: 2, includes: [{ role: one }], skills: [{ skill: s, level: low }] }
  - { id: three, title: Three, rank: 3, includes: [{ role: two }] }
`);
    expect(of(catalog, 'two').requirements.map((r) => r.level)).toEqual(['low']);
    expect(of(catalog, 'three').requirements.map((r) => r.level)).toEqual(['low']);
  });

  it.each([
    ['', 'straight'],
    [', includes: [{ role: one }]', 'behind a circle'],
  ])('takes the higher level of two ways to one role, where the role on the other way lowers it (%s%s)', (circle) => {
    // "two" needs s at low, and "three" at high, as "one" does; so "four", which includes both, needs it at high.
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, skills: [{ skill: s, level: high }]${circle} }
  - { id: two, title: Two, rank: 2, includes: [{ role: one }], skills: [{ skill: s, level: low }] }
  - { id: three, title: Three, rank: 2, includes: [{ role: one }] }
  - { id: four, title: Four, rank: 3, includes: [{ role: two }, { role: three }] }
`);
    expect(of(catalog, 'three').requirements.map((r) => r.level)).toEqual(['high']);
    expect(of(catalog, 'four').requirements.map((r) => r.level)).toEqual(['high']);
  });

  it('says the same of a role whatever other roles were asked for before, circles or not', () => {
    fc.assert(
      fc.property(richLadder, (ladder) => {
        const catalog = createCatalog(ladder);
        for (const role of ladder.roles.toReversed()) {
          expect(expectationsOf(catalog, role)).toEqual(expectationsOf(createCatalog(ladder), role));
        }
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('gives the highest level that reaches a role, in circles too and in whatever order roles are included', () => {
    const level = fc.constantFrom(undefined, 'low', 'high');
    const role = fc.record({ level, includes: fc.uniqueArray(fc.nat(5), { maxLength: 4 }) });
    const statement = { text: '', cites: [], editorial: true };
    fc.assert(
      fc.property(fc.array(role, { minLength: 6, maxLength: 6 }), (drawn) => {
        const roles = drawn.map(({ level: own, includes }, index) => ({
          ...bareRole(`r-${index}`, index),
          includes: includes
            .filter((other) => other !== index)
            .map((other) => ({ role: `r-${other}`, of: ['skills' as const], cites: [], editorial: true })),
          requirements: own === undefined ? [] : [{ ...statement, skill: 's', level: own }],
        }));
        const levels = ['low', 'high'].map((id) => ({ id, title: id }));
        const skills = [{ id: 's', name: 'S', group: [] }];
        const catalog = createCatalog({ ...bareLadder(roles, []), levels, skills });
        // A role that states a level itself has the last word on it; the others look on.
        const reaches = (index: number, wanted: string, seen: ReadonlySet<number>): boolean => {
          const own = drawn[index]!.level;
          if (own !== undefined) return own === wanted;
          const on = new Set([...seen, index]);
          return drawn[index]!.includes.some((other) => !on.has(other) && reaches(other, wanted, on));
        };
        for (const [index, { id }] of roles.entries()) {
          const wanted = ['high', 'low'].find((one) => reaches(index, one, new Set()));
          expect(of(catalog, id).requirements.map((r) => r.level)).toEqual(wanted === undefined ? [] : [wanted]);
        }
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('adds up eighty roles that all include one another, and a hundred in pairs', () => {
    const including = (includes: (index: number) => number[], count: number): Catalog => {
      const said = { area: 'a', text: 'T.', cites: [], editorial: true };
      const roles = Array.from({ length: count }, (_, index) => ({
        ...bareRole(`r-${index}`, index),
        responsibilities: [{ ...said, id: `d-${index}` }],
        includes: includes(index).map((other) => ({
          role: `r-${other}`,
          of: ['responsibilities' as const],
          cites: [],
          editorial: true,
        })),
      }));
      return createCatalog(bareLadder(roles, []));
    };
    const all = including((index) => [...Array(80).keys()].filter((other) => other !== index), 80);
    const paired = including((index) => [index ^ 1, index + 2].filter((other) => other < 100), 100);
    expect(of(all, 'r-7').responsibilities).toHaveLength(80);
    for (let index = 0; index < 100; index++) {
      expect(of(paired, `r-${index}`).responsibilities).toHaveLength(100 - (index & ~1));
    }
  });

  it('gives up where roles inherit more from one another than can be added up', () => {
    const tall = (height: number): Catalog => {
      const said = { area: 'a', text: 'T.', cites: [], editorial: true };
      const roles = Array.from({ length: height }, (_, rank) => ({
        ...bareRole(`r-${rank}`, rank),
        responsibilities: Array.from({ length: 5 }, (_, index) => ({ ...said, id: `d-${rank}-${index}` })),
      }));
      return createCatalog({ ...bareLadder(roles, []), cumulative: true });
    };
    expect(of(tall(500), 'r-499').responsibilities).toHaveLength(5 * 500);
    expect(() => of(tall(2000), 'r-1999')).toThrow(
      'the roles of the ladder inherit more than 3000000 statements from one another',
    );
  });

  it('needs a skill that one of two included roles needs and that does not apply to the other', () => {
    const catalog = withRoles(`
  - { id: one, title: One, rank: 1, skills: [{ skill: s, notApplicable: true }] }
  - { id: two, title: Two, rank: 1, skills: [s] }
  - { id: three, title: Three, rank: 2, includes: [{ role: one }, { role: two }] }
  - { id: four, title: Four, rank: 2, includes: [{ role: two }, { role: one }] }
`);
    expect(of(catalog, 'four').requirements.map((r) => r.notApplicable ?? false)).toEqual([false]);
    expect(of(catalog, 'three').requirements.map((r) => r.notApplicable ?? false)).toEqual([false]);
  });

  it('says each thing once, its own first, and misses nothing that can be reached over inclusions', () => {
    fc.assert(
      fc.property(richLadder, (ladder) => {
        const catalog = createCatalog(ladder);
        for (const role of ladder.roles) {
          const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
          const ids = responsibilities.map((r) => r.id);
          const skills = requirements.map((r) => r.skill);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(skills).size).toBe(skills.length);
          expect(responsibilities.slice(0, role.responsibilities.length)).toEqual(role.responsibilities);
          expect(requirements.slice(0, role.requirements.length)).toEqual(role.requirements);

          const reach = (what: Included): Role[] => {
            const reached = new Set([role.id]);
            for (const id of reached) {
              const here = roleOf(catalog, id);
              for (const inclusion of here.includes) if (inclusion.of.includes(what)) reached.add(inclusion.role);
              if (!ladder.cumulative) continue;
              for (const other of ladder.roles) if (other.rank < here.rank) reached.add(other.id);
            }
            return [...reached].map((id) => roleOf(catalog, id));
          };
          const saying = reach('responsibilities');
          const needing = reach('skills');
          expect(new Set(ids)).toEqual(new Set(saying.flatMap((r) => r.responsibilities.map((d) => d.id))));
          expect(new Set(skills)).toEqual(new Set(needing.flatMap((r) => r.requirements.map((s) => s.skill))));
          expect(needed).toEqual(requirements.filter((requirement) => !requirement.notApplicable));
          const reached = [...saying, ...needing].map((other) => other.id);
          for (const entry of [...responsibilities, ...requirements]) {
            if (entry.origin) expect(reached).toContain(entry.origin.role);
          }
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('levelOf', () => {
  it('counts from the lowest, and gives -1 where there is none', () => {
    const catalog = levelledCatalog();
    const requirement = { skill: 'joinery', text: '', cites: [], editorial: true };
    expect(levelOf(catalog, { ...requirement, level: 'awareness' })).toBe(0);
    expect(levelOf(catalog, { ...requirement, level: 'expert' })).toBe(2);
    expect(levelOf(catalog, requirement)).toBe(-1);
  });
});

describe('roleOf', () => {
  it('knows ids only, and says so with an error of its own', () => {
    expect(() => roleOf(shippedCatalog(), 'Chief Product Officer')).toThrow(PmrolesError);
    expect(() => roleOf(shippedCatalog(), '__proto__')).toThrow('has no role with the id "__proto__"');
  });
});
