/**
 * Random ladders for property tests: small, and with everything that is rare in real ones.
 */
import fc from 'fast-check';
import {
  BASES,
  IMPORTANCES,
  INCLUDED,
  type Ladder,
  type Progression,
  PROGRESSION_KINDS,
  type Requirement,
  type Responsibility,
  type Role,
} from '../../src/core/model.ts';
import { byRank } from '../../src/core/order.ts';
import type { RouteQuery } from '../../src/core/routes.ts';

const NOTHING = { text: '', cites: [], editorial: true } as const;

/** What a random progression may cite: facts of two sources, and a source itself. */
export const RANDOM_CITES = ['A-1', 'A-2', 'B', 'B-1'] as const;

/** A role of which nothing is said. */
export function bareRole(id: string, rank: number): Role {
  return {
    id,
    title: id.toUpperCase(),
    aliases: [],
    rank,
    summary: NOTHING,
    includes: [],
    responsibilities: [],
    requirements: [],
    notes: [],
  };
}

/** A ladder of the given roles and moves, with two sources and nothing else. */
export function bareLadder(roles: readonly Role[], progressions: readonly Progression[]): Ladder {
  return {
    id: 'random',
    version: '1.0.0',
    title: 'Random',
    summary: '',
    cumulative: false,
    tracks: [],
    areas: [
      { id: 'a', title: 'Area A' },
      { id: 'b', title: 'Area B' },
      { id: 'c', title: 'Area C' },
    ],
    levels: [
      { id: 'low', title: 'Low' },
      { id: 'middle', title: 'Middle' },
      { id: 'high', title: 'High' },
    ],
    skills: ['s0', 's1', 's2', 's3', 's4'].map((id) => ({ id, name: id.toUpperCase(), group: [] })),
    sources: [
      {
        id: 'A',
        title: 'Source A',
        facts: [
          { id: 'A-1', text: 'First.' },
          { id: 'A-2', text: 'Second.' },
        ],
      },
      { id: 'B', title: 'Source B', facts: [{ id: 'B-1', text: 'Third.' }] },
    ],
    roles: [...roles].sort(byRank),
    progressions,
    contrasts: [],
    disagreements: [],
    notes: [],
  };
}

/** A move that a source states, for ladders made by hand. */
export function move(from: string, to: string, more: Partial<Progression> = {}): Progression {
  return { from, to, kind: 'promotion', basis: 'stated', cites: [], ...more };
}

const roleIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `r${index}`);

/** Moves between some roles: cycles, parallel edges, joins and isolated roles all happen. */
function progressionsAmong(ids: readonly string[], mostEdges: number): fc.Arbitrary<Progression[]> {
  const id = fc.constantFrom(...ids);
  const edge = fc.record({
    from: id,
    to: id,
    kind: fc.constantFrom(...PROGRESSION_KINDS),
    basis: fc.constantFrom(...BASES),
    cites: fc.subarray([...RANDOM_CITES], { maxLength: 2 }),
  });
  return fc.array(edge, { maxLength: mostEdges, size: 'max' });
}

/** A ladder that is nothing but a random directed graph of a few roles. */
export function graphLadder(options: { readonly least: number; readonly most: number }): fc.Arbitrary<Ladder> {
  return fc.integer({ min: options.least, max: options.most }).chain((count) => {
    const ids = roleIds(count);
    const ranks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: count, maxLength: count });
    return fc.tuple(ranks, progressionsAmong(ids, count * 4)).map(([given, edges]) =>
      bareLadder(
        ids.map((id, index) => bareRole(id, given[index]!)),
        edges,
      ),
    );
  });
}

/** A route query that `findRoutes` accepts on a ladder. */
export function routeQuery(ladder: Ladder, mostVia: number): fc.Arbitrary<RouteQuery> {
  const ids = ladder.roles.map((role) => role.id);
  return fc
    .record({
      ends: fc.shuffledSubarray(ids, { minLength: 2, maxLength: 2 }),
      most: fc.integer({ min: 1, max: 12 }),
      via: fc.subarray(ids, { maxLength: Math.min(mostVia, ids.length) }),
      avoid: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.subarray(ids, { maxLength: 1 }) },
      ),
      kinds: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.subarray([...PROGRESSION_KINDS], { minLength: 1 }) },
      ),
      sources: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.subarray(['A', 'B'], { minLength: 1 }) },
      ),
      fewest: fc.boolean(),
    })
    .map(({ ends, avoid, ...rest }) => {
      const passed = new Set([...ends, ...rest.via]);
      return { from: ends[0]!, to: ends[1]!, ...rest, avoid: avoid.filter((id) => !passed.has(id)) };
    });
}

const responsibilities: fc.Arbitrary<Responsibility[]> = fc
  .uniqueArray(fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4'), { maxLength: 4 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: ids.length, maxLength: ids.length })
      .map((areas) =>
        ids.map((id, index) => ({ id, area: areas[index]!, text: `Do ${id}.`, cites: ['A-1'], editorial: false })),
      ),
  );

const requirements: fc.Arbitrary<Requirement[]> = fc
  .uniqueArray(fc.constantFrom('s0', 's1', 's2', 's3', 's4'), { maxLength: 5 })
  .chain((ids) =>
    fc
      .array(
        fc.record(
          {
            level: fc.constantFrom('low', 'middle', 'high'),
            importance: fc.constantFrom(...IMPORTANCES),
          },
          { requiredKeys: [] },
        ),
        { minLength: ids.length, maxLength: ids.length },
      )
      .chain((details) =>
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: ids.length, maxLength: ids.length }).map((dice) =>
          ids.map((skill, index) => ({
            skill,
            text: '',
            cites: ['B-1'],
            editorial: false,
            ...(dice[index] === 0 ? { notApplicable: true } : details[index]),
          })),
        ),
      ),
  );

/** A ladder of 2 to 6 roles that say things, leave things out and include one another, in circles too. */
export const richLadder: fc.Arbitrary<Ladder> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const ids = roleIds(count);
  const role = (id: string): fc.Arbitrary<Role> =>
    fc
      .record({
        rank: fc.integer({ min: 1, max: 4 }),
        responsibilities,
        requirements,
        includes: fc.oneof(
          { weight: 2, arbitrary: fc.constant<string[]>([]) },
          { weight: 1, arbitrary: fc.subarray(ids, { maxLength: 2 }) },
        ),
        of: fc.subarray([...INCLUDED], { minLength: 1 }),
      })
      .map((entry) => ({
        ...bareRole(id, entry.rank),
        responsibilities: entry.responsibilities,
        requirements: entry.requirements,
        includes: entry.includes.map((other) => ({ role: other, of: entry.of, cites: ['A-2'], editorial: false })),
      }));
  return fc
    .record({
      roles: fc.tuple(...ids.map(role)),
      progressions: progressionsAmong(ids, count * 3),
      cumulative: fc.boolean(),
    })
    .map(({ roles, progressions, cumulative }) => ({ ...bareLadder(roles, progressions), cumulative }));
});
