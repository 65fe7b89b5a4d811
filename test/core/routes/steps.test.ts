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
    expect(step!.size).toBe(13 + 4);
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
    expect(skills(back!.skills.gained)).toEqual(['s']);
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

  it('parts what a role has into new and kept, and what the other had into kept and left', () => {
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
          const needed = now.requirements.filter((entry) => !entry.notApplicable);
          const moved = [...s.raised, ...s.lowered];
          expect([...skills(s.gained), ...skills(s.kept), ...skills(moved)].sort()).toEqual(skills(needed).sort());
          expect([...ids(r.gained), ...ids(r.kept)].sort()).toEqual(ids(now.responsibilities).sort());
          expect(s.silent).toBe(now.requirements.length === 0);
          expect(r.silent).toBe(now.responsibilities.length === 0);
          expect(size).toBe(s.gained.length + s.raised.length + r.gained.length);

          const base = (key: 'requirements' | 'responsibilities') =>
            expected.slice(0, index + 1).findLastIndex((entry) => entry[key].length > 0);
          const before = base('responsibilities');
          expect(r.comparedWith).toBe(route[before]);
          expect(s.comparedWith).toBe(route[base('requirements')]);
          if (!r.silent) {
            const had = ids(expected[before]?.responsibilities ?? []);
            expect([...ids(r.kept), ...ids(r.left)].sort()).toEqual([...had].sort());
          } else expect(r.left).toEqual([]);
          // A skill that was needed is needed still, no longer named, or ruled out: one of the three.
          const needs = skills(expected[base('requirements')]?.needed ?? []);
          const after = [...skills(s.kept), ...skills(moved), ...skills(s.left), ...skills(s.ruledOut)];
          if (s.silent) expect([...s.left, ...s.ruledOut]).toEqual([]);
          else expect(after.sort()).toEqual([...needs].sort());

          for (const entry of r.kept) expect(entry.before.id).toBe(entry.id);
          for (const entry of s.kept) expect(entry.before.skill).toBe(entry.skill);
          for (const { skill, from, to } of moved) {
            expect(from.skill).toBe(skill);
            expect(to.skill).toBe(skill);
          }
          for (const { from, to } of s.raised) expect(levelOf(catalog, to)).toBeGreaterThan(levelOf(catalog, from));
          for (const { from, to } of s.lowered) expect(levelOf(catalog, to)).toBeLessThan(levelOf(catalog, from));
        });
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
