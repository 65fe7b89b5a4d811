import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { LEVELLED_YAML, ladderOf } from '../support/ladders.ts';

type Document = Record<string, unknown[]>;
const LEVELLED = parse(LEVELLED_YAML) as Document;

const withRole = (role: string, more = ''): ReturnType<typeof ladderOf> =>
  ladderOf(`id: l
title: L
areas: [{ id: a, title: A }]
levels: [{ id: low, title: Low }]
skills: [{ id: s, name: S }]
sources: [{ id: A, title: A }]
roles:
  - { id: r, title: R, rank: 1, ${role} }
  - { id: q, title: Q, rank: 2 }
${more}`);

describe('assembleLadder', () => {
  it('makes the same ladder of the same entries, in however many files and whatever order the roles and moves stand', () => {
    const expected = ladderOf(LEVELLED_YAML);
    const roles = LEVELLED['roles']!;
    // Two moves between the same two roles keep their order; all others may stand anywhere.
    const [first, second, ...others] = LEVELLED['progressions']!;
    const shuffled = fc.record({
      roles: fc.shuffledSubarray(roles, { minLength: roles.length }),
      others: fc.shuffledSubarray(others, { minLength: others.length }),
      split: fc.integer({ min: 0, max: roles.length }),
      lastFirst: fc.boolean(),
    });
    fc.assert(
      fc.property(shuffled, ({ roles: mixed, others: moves, split, lastFirst }) => {
        const files = [
          stringify({ ...LEVELLED, roles: mixed.slice(0, split), progressions: [] }),
          stringify({ roles: mixed.slice(split) }),
          stringify({ progressions: [first, second, ...moves] }),
        ];
        expect(ladderOf(...(lastFirst ? files.reverse() : files))).toEqual(expected);
      }),
      { seed: 23, numRuns: 60 },
    );
  });

  it('makes the same ladder whichever of two parallel moves stands first', () => {
    const moves = ['{ from: r, to: q, cites: [A] }', '{ from: r, to: q, basis: implied, cites: [A] }'];
    const make = (order: readonly string[]) => withRole('aliases: []', `progressions: [${order.join(', ')}]\n`);
    expect(make([...moves].reverse())).toEqual(make(moves));
  });

  it('sorts roles by rank and id, and moves by the roles they join', () => {
    const ladder = ladderOf(LEVELLED_YAML);
    expect(ladder.roles.map((role) => role.id)).toEqual([
      'apprentice',
      'clerk',
      'journeyman',
      'foreman',
      'master',
      'owner',
    ]);
    expect(ladder.progressions.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'apprentice journeyman',
      'apprentice journeyman',
      'journeyman foreman',
      'journeyman master',
      'foreman journeyman',
      'foreman owner',
      'master foreman',
      'master owner',
    ]);
  });

  it('fills in what is left out', () => {
    expect(ladderOf('id: l\ntitle: L\nroles: [{ id: r, title: R, rank: 1 }]\n')).toEqual({
      id: 'l',
      version: '0.0.0',
      title: 'L',
      summary: '',
      cumulative: false,
      tracks: [],
      areas: [],
      levels: [],
      skills: [],
      sources: [],
      roles: [
        {
          id: 'r',
          title: 'R',
          aliases: [],
          rank: 1,
          summary: { text: '', cites: [], editorial: true },
          includes: [],
          responsibilities: [],
          requirements: [],
          notes: [],
        },
      ],
      progressions: [],
      contrasts: [],
      disagreements: [],
      related: [],
      notes: [],
    });
  });

  it.each([
    ['{ from: r, to: q }', { kind: 'promotion', basis: 'editorial', cites: [] }],
    ['{ from: r, to: q, cites: [A] }', { kind: 'promotion', basis: 'stated', cites: ['A'] }],
    ['{ from: r, to: q, cites: [A], basis: implied }', { basis: 'implied' }],
    ['{ from: r, to: q, basis: stated, kind: lateral, note: N }', { kind: 'lateral', basis: 'stated', note: 'N' }],
  ])('takes a move for stated when it has cites, else for editorial: %s', (entry, expected) => {
    expect(withRole('aliases: []', `progressions: [${entry}]\n`).progressions).toMatchObject([expected]);
  });

  it('takes what cites nothing for editorial, unless it says otherwise', () => {
    const notes =
      '"Short.", { text: Long. }, { text: Cited., cites: [A] }, { text: Ours., cites: [A], editorial: true }';
    expect(withRole(`notes: [${notes}, { text: Not ours., editorial: false }]`).roles[0]!.notes).toEqual([
      { text: 'Short.', cites: [], editorial: true },
      { text: 'Long.', cites: [], editorial: true },
      { text: 'Cited.', cites: ['A'], editorial: false },
      { text: 'Ours.', cites: ['A'], editorial: true },
      { text: 'Not ours.', cites: [], editorial: false },
    ]);
  });

  it('writes short forms of skills and groups out', () => {
    const { roles, skills } = ladderOf(LEVELLED_YAML);
    expect(skills.map((skill) => skill.group)).toEqual([['Craft', 'Wood'], ['Craft', 'Wood'], ['People'], []]);
    expect(withRole('skills: [s]').roles[0]!.requirements).toEqual([
      { skill: 's', text: '', cites: [], editorial: true },
    ]);
    expect(roles.at(-1)!.requirements[0]).toEqual({
      skill: 'budgeting',
      level: 'expert',
      importance: 'essential',
      text: 'Knows every penny.',
      cites: ['S-8'],
      editorial: false,
    });
  });

  it.each([
    ['Lead the team.', 'lead-the-team'],
    ['  Lead   the — TEAM!  ', 'lead-the-team'],
    ['Own C3PO & R2-D2', 'own-c3po-r2-d2'],
    ['ﬁne', 'fine'],
  ])('gives the responsibility %j, which has no id, the id %s', (text, id) => {
    const [duty] = withRole(`responsibilities: [{ area: a, text: "${text}" }]`).roles[0]!.responsibilities;
    expect(duty!.id).toBe(id);
    expect(duty!.text).toBe(text.trim());
  });

  it('gives responsibilities without a Latin letter ids too, and different ones', () => {
    const duties = ['戦略を立てる', '人を育てる', '…'].map((text) => `{ area: a, text: "${text}" }`);
    const ids = withRole(`responsibilities: [${duties.join(', ')}]`).roles[0]!.responsibilities.map((duty) => duty.id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});
