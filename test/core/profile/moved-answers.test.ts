import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../src/core/changes/entries.ts';
import type { Ladder } from '../../../src/core/model.ts';
import { type Held, type MovedAnswers, movedAnswers } from '../../../src/core/profile/moved-answers.ts';
import type { Answer, Profile } from '../../../src/core/profile/profile.ts';
import { renderText } from '../../../src/report/text.ts';
import { movedBlocks } from '../../../src/views/moved-answers.ts';
import { templateFile } from '../../support/fake-runtime.ts';
import { ladderOf } from '../../support/ladders.ts';
import { runs } from '../../support/thorough.ts';
import { versions } from '../../support/versions.ts';

const old = ladderOf(readFileSync(templateFile('engineering'), 'utf8'));
const now = ladderOf(readFileSync(new URL('../../../docs/examples/engineering-1.1.yaml', import.meta.url), 'utf8'));

const at = (level: string): Answer => ({ level, evidence: [] });

function profileOf(skills: Readonly<Record<string, Answer>>, more: Partial<Profile> = {}): Profile {
  return {
    ladder: { id: 'engineering' },
    skills: new Map(Object.entries(skills)),
    responsibilities: new Map(),
    plan: [],
    ...more,
  };
}

const all = ({ kept, moved, doubtful, lost }: MovedAnswers): Held[] => [...kept, ...moved, ...doubtful, ...lost];
const ids = (held: readonly Held[]): string[] =>
  held.map(({ of, id, to }) => `${of} ${[id, ...to.map((one) => one.id)].join(' → ')}`);

/** The profile where all that is sure to move has moved. */
function written(profile: Profile, { moved }: MovedAnswers): Profile {
  const to = (of: Held['of'], id: string): string =>
    moved.find((one) => one.of === of && one.id === id)?.to[0]?.id ?? id;
  const of = (kind: 'skill' | 'responsibility', answers: Profile['skills']): Profile['skills'] =>
    new Map(Array.from(answers, ([id, answer]) => [to(kind, id), answer]));
  return {
    ...profile,
    skills: of('skill', profile.skills),
    responsibilities: of('responsibility', profile.responsibilities),
  };
}

describe('the answers of a profile', () => {
  it('keep their place, move, are in doubt or lose it', () => {
    const profile = profileOf(
      {
        operations: at('independent'),
        hiring: at('learning'),
        testing: at('guiding'),
        sailing: at('guiding'),
        writing: at('master'),
      },
      { role: 'engineer', aim: 'delivery-lead', plan: [{ skill: 'operations', to: 'guiding', state: 'open' }] },
    );
    const found = movedAnswers(old, now, profile);
    expect({ ...found, kept: ids(found.kept), moved: ids(found.moved) }).toMatchObject({
      kept: ['role engineer', 'aim delivery-lead', 'skill testing'],
      moved: ['skill operations → reliability', 'plan operations → reliability'],
      doubtful: [{ id: 'hiring', why: 'split', to: [{ id: 'interviewing' }, { id: 'recruiting' }] }],
      lost: [
        { id: 'sailing', why: 'gone', to: [] },
        { id: 'writing', why: 'level' },
      ],
    });
  });

  it('go back to where they came from', () => {
    const profile = profileOf({ operations: at('independent'), testing: at('guiding') });
    const there = written(profile, movedAnswers(old, now, profile));
    expect([...there.skills.keys()]).toEqual(['reliability', 'testing']);
    expect(written(there, movedAnswers(now, old, there))).toEqual(profile);
  });

  it('never move onto one another, nor by a guess', () => {
    const merged = structuredClone(now);
    const [first] = merged.skills;
    const ladder: Ladder = {
      ...merged,
      skills: [
        { ...first!, replaces: ['operations', 'mending'] },
        ...merged.skills.slice(1).map((skill) => ({ ...skill, replaces: [] })),
      ],
    };
    const one = movedAnswers(old, ladder, profileOf({ operations: at('independent') }));
    // A part says nothing of the whole.
    expect(one.moved).toEqual([]);
    expect(one.doubtful).toMatchObject([{ id: 'operations', why: 'merged' }]);
    const both = movedAnswers(old, ladder, profileOf({ operations: at('independent'), programming: at('learning') }));
    expect(ids(both.kept)).toEqual(['skill programming']);
    expect(both.doubtful).toMatchObject([{ id: 'operations', why: 'merged' }]);
    const guessed = {
      ...old,
      skills: old.skills.map((skill) => (skill.id === 'testing' ? { ...skill, id: 'quality' } : skill)),
    };
    expect(movedAnswers(old, guessed, profileOf({ testing: at('guiding') })).doubtful).toMatchObject([
      { id: 'testing', why: 'guess', to: [{ id: 'quality', title: 'Testing' }] },
    ]);
  });

  it('are told of where the role or the aim asks for more', () => {
    const profile = profileOf(
      { incidents: at('learning'), feedback: at('learning'), operations: at('learning') },
      { role: 'engineer', aim: 'senior-engineer' },
    );
    expect(movedAnswers(old, now, profile).raised).toEqual([
      { of: 'role', about: 'skill', id: 'incidents', title: 'Handling incidents', from: 'Learning', to: 'Independent' },
      { of: 'aim', about: 'skill', id: 'feedback', title: 'Giving feedback', from: 'Independent', to: 'Guiding' },
    ]);
    expect(movedAnswers(now, old, profile).raised).toEqual([]);
  });

  it('are each in one class, and none has the place of another', () => {
    const answer = fc.constantFrom<Answer>(at('low'), at('lower'), { truth: 'partly', evidence: [] });
    const profiles = ([before, after]: readonly [Ladder, Ladder]): fc.Arbitrary<Profile> => {
      const known = (kind: 'skill' | 'responsibility' | 'role') =>
        fc.constantFrom(
          ...[before, after].flatMap((ladder) => entriesOf(ladder, kind).map(({ id }) => id)),
          'constructor',
        );
      const answers = (kind: 'skill' | 'responsibility') =>
        fc.array(fc.tuple(known(kind), answer), { maxLength: 6 }).map((entries) => new Map(entries));
      return fc.record(
        {
          ladder: fc.constant({ id: 'x' }),
          role: known('role'),
          aim: known('role'),
          skills: answers('skill'),
          responsibilities: answers('responsibility'),
          plan: fc.array(
            fc.record({
              skill: known('skill'),
              to: fc.constantFrom('low', 'yes'),
              state: fc.constant('open' as const),
            }),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: ['ladder', 'skills', 'responsibilities', 'plan'] },
      );
    };
    fc.assert(
      fc.property(
        versions.chain((pair) => fc.tuple(fc.constant(pair), profiles(pair))),
        ([[before, after], profile]) => {
          const found = movedAnswers(before, after, profile);
          const held = all(found).map(({ of, id, entry }) => `${of} ${id} ${entry}`);
          const expected = [
            ...(profile.role === undefined ? [] : [`role ${profile.role} undefined`]),
            ...(profile.aim === undefined ? [] : [`aim ${profile.aim} undefined`]),
            ...Array.from(profile.skills.keys(), (id) => `skill ${id} undefined`),
            ...Array.from(profile.responsibilities.keys(), (id) => `responsibility ${id} undefined`),
            ...profile.plan.map(({ skill }, entry) => `plan ${skill} ${entry}`),
          ];
          expect(held.toSorted()).toEqual(expected.toSorted());
          const places = [...found.kept, ...found.moved].filter(({ of }) => of === 'skill' || of === 'responsibility');
          const taken = places.map(({ of, id, to }) => `${of} ${to[0]?.id ?? id}`);
          expect(new Set(taken).size).toBe(taken.length);
          for (const kind of ['skill', 'responsibility'] as const) {
            const there = new Set(entriesOf(after, kind).map(({ id }) => id));
            for (const { id, to } of places.filter(({ of }) => of === kind))
              expect(there.has(to[0]?.id ?? id)).toBe(true);
          }
          const text = renderText(
            { title: '', blocks: movedBlocks(found), records: () => ({ columns: [], rows: [] }), data: () => ({}) },
            { width: 80, paint: (_, words) => words, ascii: true, drawn: true },
          );
          expect(text).not.toMatch(/undefined|\[object/);
        },
      ),
      { numRuns: runs(100, 2000) },
    );
  });
});
