import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '../../src/core/diagnostic.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { validateLadder } from '../../src/ladder/validate.ts';
import { richLadder } from '../support/arbitrary.ts';
import { CUMULATIVE_YAML, LEVELLED_YAML, PLAIN_YAML } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

/** Everything that is said of one text, each as `code line:column message`. */
function check(text: string): string[] {
  return validateLadder([{ file: 'l', text }]).diagnostics.map(
    ({ code, position, message }) => `${code} ${position?.line ?? '-'}:${position?.column ?? '-'} ${message}`,
  );
}

/** Two roles, one above the other, and the move between them: nothing is wrong with it. */
const HEAD = 'id: l\ntitle: L\n';
const TWO = `${HEAD}roles:
  - { id: a, title: A, rank: 1 }
  - { id: b, title: B, rank: 2 }
progressions:
  - { from: a, to: b }
`;

const roles = (...entries: readonly string[]): string =>
  `${HEAD}roles:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`;
const moves = (...entries: readonly string[]): string =>
  `progressions:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`;
const named = (id: string, rank: number, more = ''): string =>
  `id: ${id}, title: ${id.toUpperCase()}, rank: ${rank}${more}`;
const three = roles(named('a', 1), named('b', 2), named('c', 3));

describe('a sound ladder', () => {
  it.each([
    ['of two roles', TWO],
    ['of one role', roles(named('a', 1))],
    ['that the README would show', PLAIN_YAML],
  ])('has nothing said about it: %s', (_what, text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('moves', () => {
  it.each<[string, string, string[]]>([
    [
      'no move at all',
      roles(named('a', 1), named('b', 2)),
      ['no-progressions 4:11 the ladder has 2 roles and no moves, so no route can be found'],
    ],
    ['a role apart', three + moves('from: a, to: b'), ['isolated 6:11 no move leads to or from the role "c"']],
    [
      'a part that nobody reaches, by its first role alone',
      roles(named('a', 1), named('b', 2), named('x', 2), named('y', 3)) + moves('from: a, to: b', 'from: x, to: y'),
      ['unreachable 6:11 no route leads to the role "x" from the lowest rank'],
    ],
    [
      'a circle that nobody reaches',
      roles(named('a', 1), named('b', 2), named('x', 2), named('y', 3)) +
        moves('from: a, to: b', 'from: y, to: x, kind: step-back', 'from: x, to: y'),
      ['unreachable 6:11 no route leads to the role "x" from the lowest rank'],
    ],
    [
      'a rank that is only stepped down to',
      three + moves('from: a, to: c', 'from: c, to: b, kind: step-back'),
      ['rank-unreached 5:30 no move up ends at rank 2'],
    ],
    [
      'two promotions that contradict each other',
      `${TWO}  - { from: b, to: a }\n`,
      [
        'promotion-down 8:5 the promotion leads down, from "b", rank 2, to "a", rank 1',
        'promotion-cycle 8:5 promotions go in a circle: a → b → a',
      ],
    ],
    [
      'the shortest circle of several, from its lowest role',
      roles(named('a', 3), named('b', 1), named('c', 1), named('d', 1)) +
        moves(
          'from: d, to: b',
          'from: b, to: c',
          'from: c, to: d',
          'from: c, to: a',
          'from: a, to: b',
          'from: b, to: a',
        ),
      [
        'promotion-down 13:5 the promotion leads down, from "a", rank 3, to "b", rank 1',
        'promotion-cycle 13:5 promotions go in a circle: b → a → b',
      ],
    ],
    [
      'a step back that leads up',
      `${TWO}  - { from: a, to: b, kind: step-back }\n`,
      ['step-back-up 8:5 the step back leads up, from "a", rank 1, to "b", rank 2'],
    ],
    [
      'the same move twice',
      `${TWO}  - { from: a, to: b }\n`,
      ['duplicate-progression 8:5 the move from "a" to "b" is there twice'],
    ],
  ])('are told of: %s', (_what, text, found) => {
    expect(check(text)).toEqual(found);
  });

  it.each<[string, string]>([
    [
      'two roles of the lowest rank',
      roles(named('a', 1), named('b', 1), named('c', 2)) + moves('from: a, to: c', 'from: b, to: c'),
    ],
    [
      'a move between tracks of one rank',
      `${TWO.replace('rank: 2', 'rank: 1')}  - { from: b, to: a, kind: lateral }\n`,
    ],
    ['a promotion at one rank', TWO.replace('rank: 2', 'rank: 1')],
    ['a step back, and the way up again', `${TWO}  - { from: b, to: a, kind: step-back }\n`],
    [
      'the same move from two sources',
      `${TWO}  - { from: a, to: b, cites: [S] }\n  - { from: a, to: b, cites: [T] }\nsources: [{ id: S, title: S }, { id: T, title: T }]\n`.replace(
        '{ from: a, to: b }',
        '{ from: a, to: b, basis: editorial }',
      ),
    ],
    [
      'a rank that another role of it is promoted to',
      three.replace('rank: 3', 'rank: 2') + moves('from: a, to: b', 'from: b, to: c, kind: lateral'),
    ],
  ])('are legal, and nothing is said: %s', (_what, text) => {
    expect(check(text)).toEqual([]);
  });

  it('shows the beginning and the end of a long circle', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
    const text =
      roles(...ids.map((id) => named(id, 1))) +
      moves(...ids.map((id, index) => `from: ${id}, to: ${ids[(index + 1) % 12]!}`));
    expect(check(text)).toEqual([
      'promotion-cycle 28:5 promotions go in a circle: r0 → r1 → r2 → r3 → r4 → r5 → … 4 more … → r10 → r11 → r0',
    ]);
  });
});

describe('levels along a promotion', () => {
  const levelled = (one: string, two: string, kind = 'promotion'): string =>
    `${HEAD}levels: [{ id: low, title: Low }, { id: high, title: High }]
skills: [{ id: s, name: S, levels: { low: Some., high: More. } }]
roles:
  - { id: a, title: A, rank: 1, skills: [${one}] }
  - { id: b, title: B, rank: 2, skills: [${two}] }
progressions:
  - { from: a, to: b, kind: ${kind} }
`;
  const [LOW, HIGH] = ['{ skill: s, level: low }', '{ skill: s, level: high }'];

  it('are told of where they fall, with the other place', () => {
    const { diagnostics } = validateLadder([{ file: 'l', text: levelled(HIGH, LOW) }]);
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'level-falls',
        message: 'the promotion from "a" to "b" lowers "s" from high to low',
        file: 'l',
        position: { line: 7, column: 61 },
        other: { file: 'l', position: { line: 6, column: 61 } },
      },
    ]);
  });

  it.each([
    ['rise', LOW, HIGH],
    ['stay', HIGH, HIGH],
    ['are not said of one', HIGH, 's'],
    ['end', HIGH, ''],
  ])('may be what they are where they %s', (_what, one, two) => {
    expect(check(levelled(one, two))).toEqual([]);
  });

  it('may fall on a move of another kind', () => {
    expect(check(levelled(HIGH, LOW, 'track-change'))).toEqual([]);
  });
});

describe('levels that are taken over', () => {
  const climb = (extra: string, b: string): string =>
    `${HEAD}${extra}levels: [{ id: low, title: Low }, { id: high, title: High }]
tracks: [{ id: t, title: T }]
skills: [{ id: s, name: S }]
roles:
  - { id: a, title: A, rank: 1, track: t, skills: [{ skill: s, level: high }] }
  - { id: b, title: B, rank: 2, track: t${b} }
  - { id: c, title: C, rank: 3, track: t, skills: [{ skill: s, level: low }] }
progressions:
  - { from: a, to: b }
  - { from: b, to: c }
`;
  const MESSAGE = 'the promotion from "b" to "c" lowers "s" from high (inherited from "a") to low';
  const places = (high: number, low: number) => [[MESSAGE, high, low]];
  const messages = (text: string): (string | number | undefined)[][] =>
    validateLadder([{ file: 'l', text }]).diagnostics.map(({ message, position, other }) => [
      message,
      position?.line,
      other?.position?.line,
    ]);

  it('are told of where they fall, on a cumulative ladder and over an inclusion', () => {
    expect(messages(climb('cumulative: true\n', ''))).toEqual(places(10, 8));
    expect(messages(climb('', ', includes: [{ role: a, of: [skills] }]'))).toEqual(places(9, 7));
  });

  it('do not fall where nothing is taken over', () => {
    expect(messages(climb('', ''))).toEqual([]);
    expect(messages(climb('', ', includes: [{ role: a, of: [responsibilities] }]'))).toEqual([]);
  });

  it('are more than can be added up on a ladder that was made for it', () => {
    const roles = Array.from({ length: 2000 }, (_, rank) => ({
      ...{ id: `r${rank}`, title: `R${rank}`, rank, track: 't' },
      skills: [`s${rank}`],
    }));
    const text = JSON.stringify({
      ...{ id: 'l', title: 'L', cumulative: true, tracks: [{ id: 't', title: 'T' }], roles },
      skills: roles.map(({ rank }) => ({ id: `s${rank}`, name: `Skill ${rank}` })),
      progressions: roles.slice(1).map(({ rank }) => ({ from: `r${rank - 1}`, to: `r${rank}` })),
    });
    const { diagnostics } = validateLadder([{ file: 'l.json', text }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-much-carried']);
  });
});

describe('skills of one name', () => {
  const skills = (...names: readonly string[]): string =>
    `${HEAD}skills:\n${names.map((name, index) => `  - { id: s${index}, name: "${name}" }\n`).join('')}roles: [{ id: a, title: A, rank: 1, skills: [${names.map((_, index) => `s${index}`).join(', ')}] }]\n`;

  it.each([
    ['but for case and punctuation', 'Data-Analysis', 'data analysis', 'has the same name as'],
    ['short ones too', 'Go', 'GO', 'has the same name as'],
    ['but for a letter more', 'Stakeholder', 'Stakeholders', 'has nearly the same name as'],
    ['but for a letter less at the start', 'Scoordination', 'coordination', 'has nearly the same name as'],
    ['but for another letter', 'Organisation', 'Organization', 'has nearly the same name as'],
    ['but for a swap', 'Negotiation', 'Negotaition', 'has nearly the same name as'],
  ])('are told of, with the place of the first: %s', (_what, one, two, relation) => {
    const { diagnostics } = validateLadder([{ file: 'l', text: skills(one, two) }]);
    expect(diagnostics).toMatchObject([
      {
        code: 'similar-skill',
        message: `the skill "s1" (${two}) ${relation} "s0" (${one})`,
        position: { line: 5, column: 21 },
        other: { file: 'l', position: { line: 4, column: 21 } },
      },
    ]);
  });

  it.each([
    ['short', 'Java', 'Lava'],
    ['two edits apart', 'Organisation', 'Organizations'],
    ['numbered', 'Mathematics 1', 'Mathematics 2'],
    ['told apart by a sign', 'Programming C++', 'Programming C#'],
  ])('may be near one another when they are %s', (_what, one, two) => {
    expect(check(skills(one, two))).toEqual([]);
  });
});

describe('the same words', () => {
  const described = (low: string, high: string): string =>
    `${HEAD}levels: [{ id: low, title: Low }, { id: high, title: High }]
skills:
  - id: s
    name: S
    levels:
      low: ${low}
      high: ${high}
roles: [{ id: a, title: A, rank: 1, skills: [s] }]
`;
  const duties = (one: string, two: string): string =>
    `${HEAD}areas: [{ id: x, title: X }]
roles:
  - { id: a, title: A, rank: 1, responsibilities: [{ area: x, ${one} }] }
  - { id: b, title: B, rank: 2, responsibilities: [{ area: x, ${two} }] }
progressions: [{ from: a, to: b }]
`;

  it('at two levels of a skill are told of', () => {
    expect(check(described('Does it well.', '"does it, well"'))).toEqual([
      'same-level-text 9:13 "s" has the same text at low and at high',
    ]);
    expect(check(described('Does it well.', 'Does it very well.'))).toEqual([]);
  });

  it('in two roles under two ids are told of', () => {
    expect(check(duties('id: one, text: Own it.', 'id: two, text: own it'))).toEqual([
      'same-text 6:78 the same text has the id "one" in the role "a", and "two" here',
    ]);
    expect(check(duties('id: one, text: Own it.', 'id: one, text: own it'))).toEqual([]);
    expect(check(duties('text: Own it.', 'text: own it'))).toEqual([]);
    expect(check(duties('id: one, text: Own it.', 'id: two, text: Own it all.'))).toEqual([]);
  });
});

describe('what nothing uses', () => {
  const ALL = `${HEAD}tracks: [{ id: t, title: T }]
areas: [{ id: x, title: X }]
levels: [{ id: low, title: Low }]
skills: [{ id: s, name: S }]
sources:
  - { id: A, title: A, facts: [{ id: A-1, text: T. }, { id: A-2, text: T. }] }
  - { id: B, title: B, facts: [{ id: B-1, text: T. }] }
`;

  it('is told of, a source with all of its facts once', () => {
    expect(check(`${ALL}roles: [{ id: a, title: A, rank: 1, notes: [{ text: T., cites: [A-1] }] }]\n`)).toEqual([
      'unused 3:16 nothing uses the track "t"',
      'unused 4:15 nothing uses the area "x"',
      'unused 5:16 nothing uses the level "low"',
      'unused 6:16 nothing uses the skill "s"',
      'unused 8:61 nothing uses the fact "A-2"',
      'unused 9:11 nothing uses the source "B"',
    ]);
  });

  it('is not told of where anything uses it', () => {
    const text = `${ALL}roles:
  - id: a
    title: A
    rank: 1
    track: t
    summary: { text: T., cites: [A-1] }
    responsibilities: [{ area: x, text: T., cites: [A-2] }]
    skills: [{ skill: s, level: low, cites: [B, B-1] }]
`;
    expect(check(text)).toEqual([]);
  });

  it('is not told of on a ladder with an error: what has the mistake may be what uses it', () => {
    expect(check(`${ALL}roles: [{ id: a, title: A, rank: 1, track: tt }]\n`)).toEqual([
      'unknown-id 10:44 no track has the id "tt"',
    ]);
  });
});

describe('inclusions', () => {
  it('in a circle are told of once, by the shortest way round', () => {
    const text = roles(
      named('a', 1, ', includes: [{ role: b }]'),
      named('b', 1, ', includes: [{ role: a }, { role: c }]'),
      named('c', 1, ', includes: [{ role: a }]'),
    );
    expect(check(text).filter((line) => line.startsWith('include'))).toEqual([
      'include-cycle 5:52 roles include one another: a → b → a',
    ]);
    expect(check(roles(named('a', 1, ', includes: [{ role: a }]')))).toEqual([
      'include-cycle 4:52 roles include one another: a → a',
    ]);
  });

  it('are no circle where each takes over something else, or only one does', () => {
    const text = (one: string, two: string): string =>
      roles(named('a', 1, one), named('b', 2, two)) + moves('from: a, to: b');
    expect(
      check(text(', includes: [{ role: b, of: [skills] }]', ', includes: [{ role: a, of: [responsibilities] }]')),
    ).toEqual([]);
    expect(check(text('', ', includes: [{ role: a }]'))).toEqual([]);
  });
});

describe('a cumulative ladder', () => {
  const cumulative = (more: string): string => `cumulative: true\n${more}`;

  it('is told of when nothing adds up', () => {
    expect(check(cumulative(TWO.replace('rank: 2', 'rank: 1')))).toEqual([
      'cumulative-idle 1:13 the ladder is cumulative, but no track has two ranks, so nothing is inherited',
    ]);
    expect(check(cumulative(TWO))).toEqual([]);
  });

  it('is told of when a role is on no track and others are', () => {
    const text = `tracks: [{ id: t, title: T }]\n${roles(named('a', 1, ', track: t'), named('b', 2, ', track: t'), named('c', 2))}${moves('from: a, to: b', 'from: a, to: c')}`;
    expect(check(cumulative(text))).toEqual([
      'cumulative-trackless 8:11 the role "c" is on no track, so it inherits from no role that is on one',
    ]);
    expect(check(text)).toEqual([]);
  });

  it('is told of what it takes over anyhow', () => {
    const text = roles(named('a', 1), named('b', 2, ', includes: [{ role: a }]')) + moves('from: a, to: b');
    expect(check(cumulative(text))).toEqual([
      'redundant-include 6:52 the role "b" inherits from "a" anyway, which is lower on its track',
    ]);
    expect(check(text)).toEqual([]);
  });
});

describe('validateLadder', () => {
  it('counts what it does not keep, and keeps an error that comes after a thousand warnings', () => {
    const notes = Array.from({ length: 1500 }, () => '  - { text: T. }\n').join('');
    const text = `sources: [{ id: A, title: A }]\n${roles(named('a', 1))}notes:\n${notes}contrasts: [{ roles: [a, x9], text: T. }]\n`;
    const { counts, diagnostics, ladder } = validateLadder([{ file: 'l', text }]);
    expect(counts).toEqual({ error: 1, warning: 1501 });
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'unknown-id' });
    expect(ladder).toBeUndefined();
  });

  it('places a thousand findings in a mapping of many keys', () => {
    const weights = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`x${index}`, 9]));
    const text = JSON.stringify(
      { id: 'l', title: 'L', roles: [], quiz: { questions: [{ id: 'q', text: 'Q?', weights }] } },
      null,
      1,
    );
    const { counts, diagnostics } = validateLadder([{ file: 'l', text }]);
    expect(counts.error).toBeGreaterThan(30_000);
    expect(diagnostics.at(-1)!.position!.line).toBe(1010);
  });

  it('looks through a long chain, a wide circle and thousands of near names', () => {
    const count = 3000;
    const list = Array.from({ length: count }, (_, index) => index);
    const ladder = {
      id: 'l',
      title: 'L',
      skills: list.map((index) => ({
        id: `s${index}`,
        name: `${'a'.repeat(20)}${String.fromCodePoint(0x4e00 + index)}`,
      })),
      roles: list.map((index) => ({ id: `r${index}`, title: `R${index}`, rank: index, skills: [`s${index}`] })),
      progressions: list.map((index) => ({ from: `r${index}`, to: `r${(index + 1) % count}` })),
    };
    const { counts } = validateLadder([{ file: 'l', text: JSON.stringify(ladder) }]);
    // Each name is near the first one; the last move leads down and closes the circle.
    expect(counts).toEqual({ error: 0, warning: count - 1 + 2 });
  });

  const texts = fc.oneof(
    fc.constantFrom(PLAIN_YAML, LEVELLED_YAML, CUMULATIVE_YAML),
    richLadder.map((ladder) =>
      JSON.stringify(
        {
          ...ladder,
          roles: ladder.roles.map(({ requirements, ...role }) => ({ ...role, summary: null, skills: requirements })),
        },
        (key, value: unknown) => (key === 'text' && value === '' ? null : value),
        1,
      ),
    ),
  );

  it('says of any mutated ladder what parseLadder says of it, and more, each at a place that there is', () => {
    const junk = fc.constantFrom(
      '',
      ':',
      '- ',
      '[',
      '}',
      '"',
      '\n',
      '  ',
      '\t',
      '*x',
      '&x ',
      '~',
      '1',
      'id',
      '\u001b',
      '😀',
    );
    const mutation = fc.record({ at: fc.nat(), length: fc.integer({ min: 0, max: 12 }), junk });
    const seen = new Set<string>();
    fc.assert(
      fc.property(texts, fc.array(mutation, { maxLength: 3 }), (sound, mutations) => {
        let text = sound;
        for (const { at, length, junk: inserted } of mutations) {
          const from = at % text.length;
          text = text.slice(0, from) + inserted + text.slice(from + length);
        }
        const checked = validateLadder([{ file: 'l', text }]);
        const parsed = parseLadder([{ file: 'l', text }]);
        expect(checked.ladder).toEqual(parsed.ladder);
        const all = new Set(checked.diagnostics.map((found) => JSON.stringify(found)));
        for (const found of parsed.diagnostics) expect(all).toContain(JSON.stringify(found));
        const lines = text.split('\n');
        for (const { position, other, code, severity } of checked.diagnostics) {
          seen.add(code);
          expect(DIAGNOSTICS[code].severity).toBe(severity);
          for (const place of [position, other?.position]) {
            if (!place) continue;
            expect(lines[place.line - 1]!.length + 1).toBeGreaterThanOrEqual(place.column);
            expect(place.column).toBeGreaterThanOrEqual(1);
          }
        }
      }),
      { seed: 32, numRuns: runs(30, 150) },
    );
    expect(seen.size).toBeGreaterThan(runs(8, 12));
  });
});

describe('titles and skills that contradict themselves', () => {
  const sound = (more: string, role = ''): string => `${HEAD}${more}roles:\n  - { id: a, title: A, rank: 1${role} }\n`;

  it('are told of: two areas, tracks or levels of one title', () => {
    for (const key of ['areas', 'tracks', 'levels']) {
      const kind = key.slice(0, -1);
      const found = check(sound(`${key}: [{ id: x, title: One }, { id: y, title: one. }, { id: z, title: Other }]\n`));
      expect(found.filter((line) => line.startsWith('same-title'))).toEqual([
        `same-title 3:${key.length + 43} the ${kind} "y" has the same title as "x"`,
      ]);
    }
  });

  it('are told of: a level or an importance of what does not apply', () => {
    const more = 'levels: [{ id: one, title: One }]\nskills: [{ id: s, name: S }, { id: t, name: T }]\n';
    const needs = (need: string): string[] => check(sound(more, `, skills: [{ skill: s, ${need} }, t]`));
    const said = (key: string): string => `"s" does not apply to the role "a", so it has no ${key}`;
    expect(needs('notApplicable: true, level: one')).toEqual([`not-applicable 6:82 ${said('level')}`]);
    expect(needs('importance: useful, notApplicable: true')).toContainEqual(
      expect.stringContaining(`not-applicable 6:66 ${said('importance')}`),
    );
    expect(needs('notApplicable: false, level: one')).toEqual([]);
  });
});

describe('abstract roles', () => {
  const [ABSTRACT, HEIR] = [named('x', 0, ', abstract: true'), named('b', 2, ', includes: [{ role: x }]')];

  it('need no move, and are not counted among the roles that do', () => {
    expect(check(roles(ABSTRACT, named('a', 1), HEIR) + moves('from: a, to: b'))).toEqual([]);
    expect(check(roles(ABSTRACT, HEIR))).toEqual([]);
  });

  it('are told of where a move leads to or from them', () => {
    const text = roles(ABSTRACT, named('a', 1), HEIR) + moves('from: a, to: b', 'from: x, to: a');
    expect(check(text)).toEqual(['abstract-move 9:13 the role "x" is abstract, so no move can lead from it']);
    const back = roles(ABSTRACT, named('a', 1), HEIR) + moves('from: a, to: b', 'from: a, to: x, kind: step-back');
    expect(check(back)).toEqual(['abstract-move 9:20 the role "x" is abstract, so no move can lead to it']);
  });

  it('are told of where no role inherits from them', () => {
    const text = roles(ABSTRACT, named('a', 1), named('b', 2)) + moves('from: a, to: b');
    expect(check(text)).toEqual(['abstract-unused 4:11 no role inherits from the abstract role "x"']);
    expect(check(`cumulative: true\n${text}`)).toEqual([]);
  });
});

describe('related responsibilities', () => {
  const related = (ids: string): string => `${HEAD}areas: [{ id: x, title: X }]
roles:
  - { id: a, title: A, rank: 1, responsibilities: [{ area: x, text: Do it. }, { area: x, text: Do more. }] }
  - { id: b, title: B, rank: 2, responsibilities: [{ area: x, text: Do all. }] }
progressions: [{ from: a, to: b }]
related: [{ id: g, title: G, responsibilities: [${ids}] }]
`;

  it('are told of where they are all of one role', () => {
    expect(check(related('do-it, do-all'))).toEqual([]);
    expect(check(related('do-it, do-more'))).toEqual([
      'related-in-one-role 8:48 the group "g" only has responsibilities of the role "a"',
    ]);
  });

  it('are asked about where no responsibility has their id', () => {
    const { diagnostics } = validateLadder([{ file: 'l', text: related('do-it, do-al') }]);
    expect(diagnostics).toMatchObject([{ code: 'unknown-id', hint: 'did you mean do-all?' }]);
  });
});

describe('a quiz', () => {
  const weighing = (weights: string, more = ''): string => `${TWO}quiz:
  questions:
    - { id: q, text: Sawing planks., weights: { ${weights} }, editorial: true }
${more}`;
  const experience = (...ranks: readonly string[]): string => `  experience:
    - id: e
      text: How much have you done?
      editorial: true
      answers:
${ranks.map((range) => `        - { text: So much., ranks: [${range}] }\n`).join('')}`;

  it('is told of where it has no weights for a role, unless nobody holds that or there are no questions', () => {
    expect(check(weighing('a: 5, b: 1'))).toEqual([]);
    expect(check(weighing('a: 5'))).toEqual([
      'role-unweighed 5:11 no question of the quiz has a weight for the role "b", so the quiz never names it',
    ]);
    expect(check(`${TWO}quiz:\n${experience('1, 1', '2, 2')}`)).toEqual([]);
    const abstract = weighing('a: 5, b: 1').replace('roles:\n', '$&  - { id: z, title: Z, rank: 1, abstract: true }\n');
    expect(check(abstract)).toEqual([expect.stringContaining('abstract-unused')]);
  });

  it('is told of where answers about experience run from most to least, at the first that falls', () => {
    for (const ranks of [
      ['1, 1', '1, 1'],
      ['1, 2', '1, 3', '2, 2'],
    ]) {
      expect(check(weighing('a: 5, b: 1', experience(...ranks)))).toEqual([]);
    }
    expect(check(weighing('a: 5, b: 1', experience('2, 2', '1, 2', '1, 1')))).toEqual([
      'experience-falls 17:36 the answer is typical of lower ranks than the one before it in "e"',
    ]);
  });
});

describe('odd characters', () => {
  const titled = (title: string): string => roles(`id: a, title: "${title}", rank: 1`);

  it('that nobody sees are told of once a file, at the first', () => {
    expect(check(titled('A\u200bB\ufeffC'))).toEqual([
      'invisible-character 4:23 found the invisible character U+200B, and 1 more',
    ]);
    expect(check(titled(String.raw`A\u00adB`))).toEqual([
      'invisible-character 4:23 found the invisible character U+00AD',
    ]);
  });

  it('that are shown by their number are told of beside them', () => {
    expect(check(titled('A\u0080\u202eB\u200e'))).toEqual([
      'unsafe-character 4:23 found the unsafe character U+0080, and 1 more',
      'invisible-character 4:26 found the invisible character U+200E',
    ]);
    expect(check(titled(String.raw`A\u001bB`))).toEqual(['unsafe-character 4:23 found the unsafe character U+001B']);
  });

  it('are no fault where a file begins with a byte order mark, emoji are joined, or a text has tabs and breaks', () => {
    expect(check(`\ufeff${titled(String.raw`👩‍👧 A\u000a\u0009B`)}`)).toEqual([]);
  });
});

describe('a role called me', () => {
  it('keeps a profile from being called so, and each of its names is told of', () => {
    const text = roles('id: me, title: Middle Engineer, rank: 1, aliases: [mid, M.E.]', 'id: b, title: Me, rank: 2');
    const told = check(text + moves('from: me, to: b')).filter((line) => line.startsWith('called-me'));
    expect(told).toEqual([
      'called-me 4:11 the role "me" is called "me"',
      'called-me 4:63 the role "me" is called "M.E."',
      'called-me 5:21 the role "b" is called "Me"',
    ]);
  });

  it('is only one whose whole name it is', () => {
    expect(check(roles('id: mentor, title: Me too, rank: 1, aliases: [meme]')).join()).not.toContain('called-me');
  });
});
