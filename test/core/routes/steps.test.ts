import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, roleOf } from '../../../src/core/catalog.ts';
import { expectationsOf, levelOf } from '../../../src/core/expectations.ts';
import { stepChanges } from '../../../src/core/routes/steps.ts';
import { richLadder } from '../../support/arbitrary.ts';
import { catalogOf, levelledCatalog, shippedCatalog } from '../../support/ladders.ts';

const skills = (entries: readonly { readonly skill: string }[]) => entries.map((entry) => entry.skill);
const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id);

describe('stepChanges', () => {
  it('tells what is new, what carries over and what is left behind', () => {
    const [step] = stepChanges(shippedCatalog(), ['director-of-product', 'cpo']);
    expect(ids(step!.responsibilities.kept)).toEqual(['market-research', 'manage-product-managers']);
    expect(step!.responsibilities.kept[0]).toMatchObject({
      text: 'Research what customers need and how they behave.',
      before: { text: 'Run market and product research.' },
    });
    expect(ids(step!.responsibilities.left)).toContain('sales-targets');
    expect(skills(step!.skills.gained)).toEqual([
      'product-vision',
      'marketing',
      'customer-empathy',
      'strategic-vision',
    ]);
    expect(skills(step!.skills.left)).toContain('budgeting');
    expect(skills(step!.skills.reworded.map(({ to }) => to))).toEqual(['data-analysis']);
    expect(ids(step!.responsibilities.grown)).toContain('lead-product-team');
    const { gained, grown } = step!.responsibilities;
    expect([gained.length + grown.length, step!.size]).toEqual([13, gained.length + 4 + 1]);
  });

  it('tells levels that rise and fall, and counts a rise as new but a fall not', () => {
    const [up, down] = stepChanges(levelledCatalog(), ['apprentice', 'journeyman', 'master']);
    expect(up!.skills.raised).toMatchObject([
      { skill: 'joinery', from: { level: 'awareness' }, to: { level: 'working' } },
    ]);
    expect(up!.skills.lowered).toEqual([]);
    expect(up!.size).toBe(1 + 2 + 1);
    expect(down!.skills.raised.map((change) => change.skill)).toEqual(['joinery']);

    const [step] = stepChanges(levelledCatalog(), ['master', 'owner']);
    expect(step!.skills.raised.map((change) => change.skill)).toEqual(['mentoring']);
    expect(step!.skills.lowered.map((change) => change.skill)).toEqual(['joinery']);
    // What rises or falls is told as that, and not once more as what carries over.
    expect(skills(step!.skills.kept)).toEqual([]);
    expect(skills(step!.skills.gained)).toEqual(['budgeting']);
    // The owner says outright that finishing does not apply, which is more than not naming it.
    expect(skills(step!.skills.left)).toEqual([]);
    expect(skills(step!.skills.ruledOut)).toEqual(['finishing']);
    expect(step!.size).toBe(2 + 1 + 1);
  });

  it('measures against the last role before that is not silent, and says which', () => {
    const [first, second] = stepChanges(shippedCatalog(), ['product-manager', 'product-owner', 'senior-pm']);
    expect(first!.skills).toMatchObject({
      silent: true,
      gained: [],
      kept: [],
      left: [],
      comparedWith: 'product-manager',
    });
    expect(first!.responsibilities.silent).toBe(false);
    expect(second!.skills.comparedWith).toBe('product-manager');
    expect(second!.skills.silent).toBe(false);
    expect(skills(second!.skills.gained)).toEqual(['customer-knowledge']);
    expect(second!.responsibilities.comparedWith).toBe('product-owner');
  });

  it('counts all as new where nothing was stated before', () => {
    const [first, second] = stepChanges(levelledCatalog(), ['clerk', 'foreman', 'owner']);
    expect(first!.skills).toMatchObject({ silent: true, gained: [] });
    expect(first!.skills).not.toHaveProperty('comparedWith');
    expect(first!.responsibilities).not.toHaveProperty('comparedWith');
    expect(ids(first!.responsibilities.gained)).toEqual(['lead-team']);
    expect(second!.skills).not.toHaveProperty('comparedWith');
    expect(skills(second!.skills.gained)).toEqual(['budgeting', 'mentoring', 'joinery']);
    expect(second!.responsibilities.comparedWith).toBe('foreman');
  });

  it('takes a level that only one of two roles states for no change', () => {
    const catalog = catalogOf(`
id: l
title: L
levels: [{ id: low, title: Low }, { id: high, title: High }]
skills: [{ id: s, name: S }]
roles:
  - { id: one, title: One, rank: 1, skills: [{ skill: s, level: high }] }
  - { id: two, title: Two, rank: 2, skills: [s] }
  - { id: three, title: Three, rank: 3, skills: [{ skill: s, level: low }] }
`);
    for (const step of stepChanges(catalog, ['one', 'two', 'three'])) {
      expect(step.skills.raised).toEqual([]);
      expect(step.skills.lowered).toEqual([]);
      expect(skills(step.skills.kept)).toEqual(['s']);
      expect(step.size).toBe(0);
    }
  });

  const NOT_APPLICABLE = `
id: l
title: L
skills: [{ id: s, name: S }, { id: t, name: T }]
roles:
  - { id: one, title: One, rank: 1, skills: [s, t] }
  - { id: two, title: Two, rank: 2, skills: [{ skill: s, notApplicable: true }, t] }
  - { id: three, title: Three, rank: 3, skills: [{ skill: s, notApplicable: true }, { skill: t, notApplicable: true }] }
`;

  it('tells a skill that does not apply any more from one that is no longer named', () => {
    const [step, back] = stepChanges(catalogOf(NOT_APPLICABLE), ['one', 'two', 'one']);
    expect(skills(step!.skills.ruledOut)).toEqual(['s']);
    expect(skills(step!.skills.left)).toEqual([]);
    expect(skills(back!.skills.returned)).toEqual(['s']);
    expect(skills(back!.skills.ruledOut)).toEqual([]);
    expect(skills(step!.skills.kept)).toEqual(['t']);
  });

  it('rules every skill out when a role says outright that none applies', () => {
    const [step] = stepChanges(catalogOf(NOT_APPLICABLE), ['one', 'three']);
    expect(step!.skills.silent).toBe(false);
    expect(skills(step!.skills.ruledOut)).toEqual(['s', 't']);
    expect(skills(step!.skills.left)).toEqual([]);
  });

  it('has no step for a route of one role or none, and refuses an unknown id', () => {
    expect(stepChanges(shippedCatalog(), ['cpo'])).toEqual([]);
    expect(stepChanges(shippedCatalog(), [])).toEqual([]);
    expect(() => stepChanges(shippedCatalog(), ['cpo', 'CPO'])).toThrow('no role with the id "CPO"');
  });

  it('remembers what was met on the way, and does not count it as new a second time', () => {
    const catalog = catalogOf(`
id: l
title: L
areas: [{ id: a, title: A }]
levels: [{ id: low, title: Low }, { id: middle, title: Middle }, { id: high, title: High }]
skills: [{ id: s, name: S }, { id: t, name: T }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ id: d, area: a, text: D. }], skills: [{ skill: s, level: middle }, t] }
  - { id: two, title: Two, rank: 2, responsibilities: [{ id: e, area: a, text: E. }], skills: [{ skill: s, level: low }] }
  - { id: three, title: Three, rank: 3, responsibilities: [{ id: d, area: a, text: D. }], skills: [{ skill: s, level: middle }, t] }
  - { id: four, title: Four, rank: 4, responsibilities: [{ id: e, area: a, text: E. }], skills: [{ skill: s, level: high }, t] }
`);
    const [, three, four] = stepChanges(catalog, ['one', 'two', 'three', 'four']);
    expect(three!.responsibilities).toMatchObject({ gained: [], returned: [{ id: 'd', metAs: 'one' }] });
    expect(three!.skills).toMatchObject({
      gained: [],
      raised: [],
      returned: [
        { skill: 's', metAs: 'one' },
        { skill: 't', metAs: 'one' },
      ],
    });
    expect(three!.size).toBe(0);
    expect(four!.responsibilities.returned).toMatchObject([{ id: 'e', metAs: 'two' }]);
    expect(four!.skills.raised).toMatchObject([{ skill: 's', from: { level: 'middle' }, to: { level: 'high' } }]);
    expect(four!.size).toBe(1);
  });

  it('tells a skill that comes back at a lower level from one that comes back as it was', () => {
    const catalog = catalogOf(`
id: b
title: B
levels: [{ id: low, title: Low }, { id: high, title: High }]
skills: [{ id: s, name: S }, { id: t, name: T }]
roles:
  - { id: one, title: One, rank: 1, skills: [{ skill: s, level: high }] }
  - { id: two, title: Two, rank: 2, skills: [t] }
  - { id: three, title: Three, rank: 3, skills: [{ skill: s, level: low }] }
`);
    const [, step] = stepChanges(catalog, ['one', 'two', 'three']);
    expect(step!.skills.returned).toEqual([]);
    expect(step!.skills.lowered).toMatchObject([{ skill: 's', from: { level: 'high' }, to: { level: 'low' } }]);
  });

  it('counts a skill that the next role words otherwise', () => {
    const catalog = catalogOf(`
id: w
title: W
skills: [{ id: s, name: S }, { id: t, name: T }]
roles:
  - { id: one, title: One, rank: 1, skills: [{ skill: s, text: Kneads by recipe. }, t] }
  - { id: two, title: Two, rank: 2, skills: [{ skill: s, text: Invents recipes. }, { skill: t, text: Any words. }] }
`);
    const [step] = stepChanges(catalog, ['one', 'two']);
    expect(step!.skills.reworded).toMatchObject([
      { skill: 's', from: { text: 'Kneads by recipe.' }, to: { text: 'Invents recipes.' } },
    ]);
    // A role that only names the skill does not say it otherwise.
    expect(skills(step!.skills.kept)).toEqual(['t']);
    expect(step!.size).toBe(1);
  });

  it('does not call a role of which nothing is stated a small step', () => {
    const catalog = catalogOf(`
id: q
title: Q
areas: [{ id: a, title: A }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ area: a, text: D. }] }
  - { id: two, title: Two, rank: 2 }
`);
    expect(stepChanges(catalog, ['one', 'two'])[0]!.size).toBeUndefined();
  });

  it('tells what a new responsibility grows out of', () => {
    const catalog = catalogOf(`
id: g
title: G
areas: [{ id: a, title: A }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ id: one-product, area: a, text: Run a product. }] }
  - { id: two, title: Two, rank: 2, responsibilities: [{ id: people, area: a, text: Lead people. }] }
  - id: three
    title: Three
    rank: 3
    responsibilities: [{ id: portfolio, area: a, text: Run all products. }, { id: budget, area: a, text: Hold the budget. }]
related: [{ id: products, title: Products, responsibilities: [portfolio, one-product] }]
`);
    const [, step] = stepChanges(catalog, ['one', 'two', 'three']);
    expect(step!.responsibilities.grown).toMatchObject([{ id: 'portfolio', growsOutOf: [{ id: 'one-product' }] }]);
    expect(ids(step!.responsibilities.gained)).toEqual(['budget']);
    expect(step!.size).toBe(1);
    // What lives on in another form is not left behind.
    expect(ids(step!.responsibilities.left)).toEqual(['people']);
    expect(stepChanges(catalog, ['one', 'three'])[0]!.responsibilities.left).toEqual([]);
    expect(stepChanges(catalog, ['two', 'three'])[0]!.responsibilities.grown).toEqual([]);
  });

  it('says of each thing one thing only, as told from the roles alone', () => {
    const routed = richLadder.chain((ladder) => {
      const all = ladder.roles.map((role) => role.id);
      return fc.record({ ladder: fc.constant(ladder), route: fc.array(fc.constantFrom(...all), { maxLength: 6 }) });
    });
    fc.assert(
      fc.property(routed, ({ ladder, route }) => {
        const catalog = createCatalog(ladder);
        const expected = route.map((id) => expectationsOf(catalog, roleOf(catalog, id)));
        const steps = stepChanges(catalog, route);
        expect(steps).toHaveLength(Math.max(route.length - 1, 0));
        steps.forEach(({ skills: s, responsibilities: r, size }, index) => {
          const now = expected[index + 1]!;
          const earlier = expected.slice(0, index + 1);
          const last = (key: 'requirements' | 'responsibilities') =>
            earlier.findLastIndex((entry) => entry[key].length > 0);
          const [lastR, lastS] = [last('responsibilities'), last('requirements')];
          expect(r.comparedWith).toBe(route[lastR]);
          expect(s.comparedWith).toBe(route[lastS]);
          expect(s.silent).toBe(now.requirements.length === 0);
          expect(r.silent).toBe(now.responsibilities.length === 0);

          const fate = new Map<string, string>();
          const put = (entries: readonly { readonly skill: string }[], name: string): void => {
            for (const { skill } of entries) {
              expect(fate.has(skill)).toBe(false);
              fate.set(skill, name);
            }
          };
          for (const name of [
            'gained',
            'returned',
            'kept',
            'left',
            'raised',
            'lowered',
            'reworded',
            'ruledOut',
          ] as const) {
            put(s[name], name);
          }
          const want = (skill: string): string | undefined => {
            const to = now.needed.find((entry) => entry.skill === skill);
            const before = earlier[lastS]?.needed.find((entry) => entry.skill === skill);
            const met = earlier.flatMap(({ needed }) => needed.filter((entry) => entry.skill === skill));
            if (!to) {
              if (!before || s.silent) return undefined;
              return now.requirements.some((entry) => entry.skill === skill) ? 'ruledOut' : 'left';
            }
            if (met.length === 0) return 'gained';
            const is = levelOf(catalog, to);
            const highest = Math.max(...met.map((entry) => levelOf(catalog, entry)));
            if (is >= 0 && highest >= 0 && is > highest) return 'raised';
            // Without a role before that has it, it is held against where its level was highest, there last.
            const from = before ?? met.findLast((entry) => levelOf(catalog, entry) === highest)!;
            const was = levelOf(catalog, from);
            if (is >= 0 && is < was) return 'lowered';
            if (is >= 0 && was >= 0 && is > was) return 'returned';
            if (from.text !== '' && to.text !== '' && from.text !== to.text) return 'reworded';
            return before ? 'kept' : 'returned';
          };
          for (const { id } of ladder.skills) expect([id, fate.get(id)]).toEqual([id, want(id)]);

          const all = new Set(earlier.flatMap(({ responsibilities }) => ids(responsibilities)));
          const had = ids(earlier[lastR]?.responsibilities ?? []);
          const has = ids(now.responsibilities);
          expect(ids(r.gained)).toEqual(has.filter((id) => !all.has(id)));
          expect(ids(r.returned)).toEqual(has.filter((id) => all.has(id) && !had.includes(id)));
          expect(ids(r.kept)).toEqual(has.filter((id) => had.includes(id)));
          expect(ids(r.left)).toEqual(r.silent ? [] : had.filter((id) => !has.includes(id)));

          const fresh = r.gained.length + s.gained.length + s.raised.length + s.reworded.length;
          expect(size).toBe(r.silent && s.silent ? undefined : fresh);
          for (const { from, to } of s.raised) expect(levelOf(catalog, to)).toBeGreaterThan(levelOf(catalog, from));
        });
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
