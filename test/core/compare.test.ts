import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, roleOf } from '../../src/core/catalog.ts';
import type { ONLY } from '../../src/core/compare.ts';
import { compareRoles, type Comparison } from '../../src/core/compare.ts';
import { PmrolesError } from '../../src/core/errors.ts';
import { expectationsOf } from '../../src/core/expectations.ts';
import { richLadder } from '../support/arbitrary.ts';
import { catalogOf, levelledCatalog, plainCatalog, shippedCatalog } from '../support/ladders.ts';

const itemsOf = (comparison: Comparison) => comparison.areas.flatMap((area) => area.items);
const standings = (comparison: Comparison) =>
  Object.fromEntries([...itemsOf(comparison), ...comparison.skills].map((entry) => [entry.id, entry.standing]));

const FOUR = catalogOf(`
id: l
title: L
areas: [{ id: a, title: A }, { id: b, title: B }]
levels: [{ id: low, title: Low }, { id: high, title: High }]
skills: [{ id: s, name: S }, { id: t, name: T }, { id: u, name: U }, { id: v, name: V }]
roles:
  - id: one
    title: One
    rank: 1
    responsibilities: [{ id: d1, area: a, text: One. }, { id: d2, area: a, text: Two. }, { id: d3, area: b, text: Three. }]
    skills: [{ skill: s, level: low }, { skill: t, importance: useful }, u, v]
  - id: two
    title: Two
    rank: 2
    responsibilities: [{ id: d1, area: a, text: One in other words. }, { id: d2, area: b, text: Two. }]
    skills: [{ skill: s, level: low }, { skill: t, importance: essential }, u]
  - id: three
    title: Three
    rank: 3
    responsibilities: [{ id: d1, area: a, text: One. }]
    skills: [{ skill: s, level: high }, { skill: t, importance: useful }, { skill: u, notApplicable: true }]
  - id: silent
    title: Silent
    rank: 4
`);

describe('compareRoles', () => {
  it('tells what all, some and one of three roles have', () => {
    const comparison = compareRoles(FOUR, ['one', 'two', 'three']);
    expect(standings(comparison)).toEqual({
      d1: 'common',
      d2: 'partial',
      d3: 'unique',
      s: 'differing',
      t: 'differing',
      u: 'partial',
      v: 'unique',
    });
    expect(comparison.counts).toEqual({ common: 1, differing: 2, related: 0, partial: 2, unique: 2 });
  });

  it('calls two roles that ask for the same level alike', () => {
    const comparison = compareRoles(FOUR, ['one', 'two']);
    expect(standings(comparison)).toMatchObject({ s: 'common', t: 'differing', u: 'common', v: 'unique' });
  });

  it('does not count a skill that does not apply as one that is had', () => {
    const comparison = compareRoles(FOUR, ['one', 'three']);
    expect(comparison.skills.find((entry) => entry.id === 'u')).toMatchObject({
      standing: 'unique',
      held: [{ role: 'one' }],
    });
  });

  it('keeps the order in which the roles were named, in all that it says', () => {
    const forward = compareRoles(FOUR, ['one', 'two', 'three']);
    const backward = compareRoles(FOUR, ['three', 'two', 'one']);
    expect(forward.roles).toEqual(['one', 'two', 'three']);
    expect(backward.roles).toEqual(['three', 'two', 'one']);
    const holders = (comparison: Comparison) =>
      comparison.skills.find((entry) => entry.id === 's')!.held.map((held) => held.role);
    expect(holders(forward)).toEqual(['one', 'two', 'three']);
    expect(holders(backward)).toEqual(['three', 'two', 'one']);
    expect(standings(backward)).toEqual(standings(forward));
    expect(backward.counts).toEqual(forward.counts);
  });

  it("puts areas and skills in the ladder's order, what is shared first", () => {
    const comparison = compareRoles(FOUR, ['one', 'two']);
    expect(comparison.areas.map(({ area }) => area)).toEqual(['a', 'b']);
    expect(comparison.areas[0]!.items.map((entry) => entry.id)).toEqual(['d1', 'd2']);
    expect(comparison.skills.map((entry) => entry.id)).toEqual(['s', 'u', 't', 'v']);
  });

  it('shows a responsibility once, where the first role has it', () => {
    const [first, second] = [compareRoles(FOUR, ['one', 'two']), compareRoles(FOUR, ['two', 'one'])];
    const areaOf = (comparison: Comparison) =>
      comparison.areas.filter((area) => area.items.some((entry) => entry.id === 'd2')).map(({ area }) => area);
    expect(areaOf(first)).toEqual(['a']);
    expect(areaOf(second)).toEqual(['b']);
  });

  it("keeps each role's own words of a shared responsibility", () => {
    const shared = itemsOf(compareRoles(FOUR, ['one', 'two'])).find((entry) => entry.id === 'd1')!;
    expect(shared.held.map((held) => held.statement.text)).toEqual(['One.', 'One in other words.']);
  });

  it('names the roles of which nothing is said', () => {
    const comparison = compareRoles(FOUR, ['three', 'silent']);
    expect(comparison.areas).toMatchObject([{ area: 'a', silent: ['silent'] }]);
    expect(comparison.silentOnSkills).toEqual(['silent']);
    expect(compareRoles(FOUR, ['one', 'three']).silentOnSkills).toEqual([]);
  });

  it('does not take a role that says outright that a skill does not apply for a silent one', () => {
    const catalog = catalogOf(`
id: l
title: L
skills: [{ id: s, name: S }]
roles:
  - { id: one, title: One, rank: 1, skills: [{ skill: s, notApplicable: true }] }
  - { id: two, title: Two, rank: 2, skills: [s] }
`);
    expect(compareRoles(catalog, ['one', 'two']).silentOnSkills).toEqual([]);
  });

  it('does not call a role silent in an area that it states a responsibility of', () => {
    // d2 of "two" is in area b; it is shown in area a, where "one" has it, but that does not make "two" silent in b.
    const comparison = compareRoles(FOUR, ['one', 'two']);
    expect(comparison.areas.find(({ area }) => area === 'b')!.silent).toEqual([]);
  });

  it.each([
    ['changed', ['d2', 'd3', 's', 't', 'u', 'v']],
    ['common', ['d1']],
    ['unique', ['d3', 'v']],
  ] as const)('keeps with the filter %s only what fits it, and counts all', (only, ids) => {
    const comparison = compareRoles(FOUR, ['one', 'two', 'three'], only);
    expect(Object.keys(standings(comparison)).sort()).toEqual(ids);
    expect(comparison.counts).toEqual(compareRoles(FOUR, ['one', 'two', 'three']).counts);
  });

  it('drops the areas that a filter empties', () => {
    expect(compareRoles(FOUR, ['one', 'two', 'three'], 'common').areas.map(({ area }) => area)).toEqual(['a']);
  });

  it("brings a source's contrast only where all of its roles are compared", () => {
    const contrasts = (...ids: string[]) => compareRoles(levelledCatalog(), ids).contrasts.map((entry) => entry.text);
    const text = 'The one makes and the other makes others make.';
    expect(contrasts('foreman', 'master')).toEqual([text]);
    expect(contrasts('owner', 'foreman', 'master')).toEqual([text]);
    expect(contrasts('foreman', 'owner')).toEqual([]);
  });

  it('brings the disagreements about two of the compared roles, or about one alone', () => {
    const about = (...ids: string[]) => compareRoles(shippedCatalog(), ids).disagreements.map((entry) => entry.id);
    expect(about('head-of-product', 'director-of-product')).toEqual([
      'director-or-head-first',
      'technical-director',
      'day-to-day-director',
    ]);
    expect(about('head-of-product', 'cpo')).toEqual(['head-or-cpo']);
    expect(about('product-owner', 'senior-pm')).toEqual(['roles-only-in-b']);
    expect(about(...shippedCatalog().ladder.roles.map((role) => role.id))).toHaveLength(9);
  });

  it('compares the same roles of the shipped ladder as the sources do', () => {
    const comparison = compareRoles(shippedCatalog(), ['product-manager', 'head-of-product']);
    expect(comparison.contrasts.map((entry) => entry.cites)).toEqual([['A-90']]);
    const shared = comparison.skills.filter((entry) => entry.standing === 'common').map((entry) => entry.id);
    expect(shared).toEqual([
      'leadership',
      'strategic-thinking',
      'market-research',
      'technical-knowledge',
      'communication',
      'data-analysis',
    ]);
    expect(compareRoles(shippedCatalog(), ['product-owner', 'cpo']).silentOnSkills).toEqual(['product-owner']);
  });

  it.each([
    ['one role', ['one'], 'usage', 'two or more'],
    ['no role', [], 'usage', 'two or more'],
    ['one role twice', ['one', 'two', 'one'], 'usage', 'one is named twice'],
    ['an unknown role', ['one', 'nobody'], 'unknown-role', '"nobody"'],
    ['one role by two names', ['one', 'One'], 'usage', 'one is named twice'],
  ])('refuses %s', (_what, ids, code, message) => {
    try {
      compareRoles(FOUR, ids);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PmrolesError);
      expect(error).toMatchObject({ code });
      expect((error as Error).message).toContain(message);
    }
  });

  it('needs no sources and no levels', () => {
    expect(standings(compareRoles(plainCatalog(), ['helper', 'baker']))).toEqual({
      'bake-the-bread': 'unique',
      kneading: 'common',
      selling: 'unique',
    });
  });

  it('accounts for all that the roles have, by definition of each standing, under every filter', () => {
    fc.assert(
      fc.property(richLadder, (ladder) => {
        const catalog = createCatalog(ladder);
        const ids = ladder.roles.map((role) => role.id);
        const comparison = compareRoles(catalog, ids);
        const all = ids.map((id) => expectationsOf(catalog, roleOf(catalog, id)));
        const duties = new Set(all.flatMap((entry) => entry.responsibilities.map((r) => r.id)));
        const needed = all.flatMap((entry) => entry.requirements.filter((r) => !r.notApplicable).map((r) => r.skill));
        const items = itemsOf(comparison);
        expect(items.map((entry) => entry.id).sort()).toEqual([...duties].sort());
        expect(comparison.skills.map((entry) => entry.id).sort()).toEqual([...new Set(needed)].sort());

        for (const { standing, group, held } of [...items, ...comparison.skills]) {
          const needs = held.flatMap(({ statement }) => ('skill' in statement ? [statement] : []));
          const details = new Set(needs.map(({ level, importance }) => `${level} ${importance}`));
          const words = new Set(needs.flatMap(({ text }) => text || []));
          const some = held.length === 1 ? 'unique' : 'partial';
          const every = details.size > 1 || words.size > 1 ? 'differing' : 'common';
          const isRelated = group !== undefined;
          expect(standing).toBe(held.length === ids.length ? every : isRelated ? 'related' : some);
          const order = held.map((entry) => ids.indexOf(entry.role));
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
        const total = Object.values(comparison.counts).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(items.length + comparison.skills.length);

        const kept = (only: (typeof ONLY)[number]) => Object.keys(standings(compareRoles(catalog, ids, only)));
        expect([...kept('common'), ...kept('changed')].sort()).toEqual(Object.keys(standings(comparison)).sort());
        for (const id of kept('unique')) expect(kept('changed')).toContain(id);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('relates what roles have in each other’s stead, and all of that, whatever the groups', () => {
    const grouped = richLadder.chain((ladder) => {
      const all = [...new Set(ladder.roles.flatMap((role) => role.responsibilities.map(({ id }) => id)))];
      const group = fc.record({ id: fc.uuid(), title: fc.constant('G'), responsibilities: fc.subarray(all) });
      return fc.record({ ladder: fc.constant(ladder), related: fc.array(group, { maxLength: 3 }) });
    });
    fc.assert(
      fc.property(grouped, ({ ladder, related }) => {
        const catalog = createCatalog({ ...ladder, related });
        const items = itemsOf(
          compareRoles(
            catalog,
            ladder.roles.map(({ id }) => id),
          ),
        );
        const holders = (item: (typeof items)[number]) => new Set(item.held.map(({ role }) => role));
        const inStead = (a: (typeof items)[number], b: (typeof items)[number]): boolean =>
          [...holders(a)].some((role) => !holders(b).has(role)) &&
          [...holders(b)].some((role) => !holders(a).has(role));
        const shareGroup = (a: string, b: string): boolean =>
          related.some(({ responsibilities: ids }) => ids.includes(a) && ids.includes(b));
        for (const item of items) {
          const others = items.filter((other) => shareGroup(item.id, other.id) && inStead(item, other));
          expect([item.id, item.standing === 'related']).toEqual([item.id, others.length > 0]);
          if (item.group === undefined) continue;
          expect(related.find(({ id }) => id === item.group)!.responsibilities).toContain(item.id);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
