import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { parseLadder } from '../../src/ladder/parse.ts';

/** A ladder that lacks nothing, with something of every kind, to which a test adds. */
const BASE = `id: l
title: L
tracks: [{ id: craft, title: Craft }]
areas: [{ id: strategy, title: Strategy }]
levels: [{ id: low, title: Low }]
skills: [{ id: writing, name: Writing }]
`;

function find(text: string): readonly Diagnostic[] {
  return parseLadder([{ file: 'l', text: BASE + text }]).diagnostics;
}

function only(text: string): Diagnostic {
  const found = find(text);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const role = (more: string): string => `roles: [{ id: r, title: R, rank: 1, ${more} }]\n`;
const TWO = 'roles: [{ id: one, title: One, rank: 1 }, { id: two, title: Two, rank: 2 }]\n';

describe('references', () => {
  it.each([
    ['a track', role('track: carft'), 'no track has the id "carft"', 'did you mean craft?'],
    [
      'an area',
      role('responsibilities: [{ area: stratgey, text: T. }]'),
      'no area has the id "stratgey"',
      'did you mean strategy?',
    ],
    ['a skill, in short', role('skills: [writting]'), 'no skill has the id "writting"', 'did you mean writing?'],
    ['a skill, at length', role('skills: [{ skill: zzz }]'), 'no skill has the id "zzz"', undefined],
    ['a level', role('skills: [{ skill: writing, level: lo }]'), 'no level has the id "lo"', 'did you mean low?'],
    ['an included role', role('includes: [{ role: rr }]'), 'no role has the id "rr"', undefined],
    [
      'a cite on a ladder without sources',
      role('summary: { text: T., cites: [A-1] }'),
      'no source or fact has the id "A-1"',
      'the ladder has no source or fact',
    ],
    [
      'where a move starts',
      `${TWO}progressions: [{ from: on, to: two }]\n`,
      'no role has the id "on"',
      'did you mean one?',
    ],
    [
      'where a move ends',
      `${TWO}progressions: [{ from: one, to: tow }]\n`,
      'no role has the id "tow"',
      'did you mean two?',
    ],
    ['a contrasted role', `${TWO}contrasts: [{ roles: [one, x9], text: T. }]\n`, 'no role has the id "x9"', undefined],
    [
      'a disputed role',
      `${TWO}disagreements: [{ id: d, title: D, roles: [x9], positions: [] }]\n`,
      'no role has the id "x9"',
      undefined,
    ],
  ])('must lead somewhere: %s', (_what, text, message, hint) => {
    const found = only(text);
    expect(found).toMatchObject({ severity: 'error', code: 'unknown-id', message });
    expect(found.hint).toBe(hint);
  });

  it("must lead to a level where a skill describes its levels, at the level's own place", () => {
    const text =
      'id: l\ntitle: L\nlevels: [{ id: low, title: Low }]\nskills:\n  - { id: s, name: S, levels: { low: L., hgih: H. } }\n';
    const [found] = parseLadder([{ file: 'l', text: `${text}${role('skills: []')}` }]).diagnostics;
    expect(found).toMatchObject({ code: 'unknown-id', message: 'no level has the id "hgih"', position: { line: 5 } });
  });

  it('may lead to a role, a fact or a source that stands further down or in another file', () => {
    const texts = [
      `${BASE}progressions: [{ from: one, to: two, cites: [A-1] }, { from: two, to: one, cites: [B] }]\n`,
      `${TWO}sources:\n  - { id: A, title: A, facts: [{ id: A-1, text: T. }] }\n  - { id: B, title: B }\n`,
    ];
    expect(parseLadder(texts.map((text, index) => ({ file: `${index}`, text }))).diagnostics).toEqual([]);
  });
});

describe('ids', () => {
  it.each([
    ['tracks', 'tracks: [{ id: x, title: X }, { id: x, title: Y }]', 'the track "x" is there twice'],
    ['areas', 'areas: [{ id: x, title: X }, { id: x, title: Y }]', 'the area "x" is there twice'],
    ['levels', 'levels: [{ id: x, title: X }, { id: x, title: Y }]', 'the level "x" is there twice'],
    ['skills', 'skills: [{ id: x, name: X }, { id: x, name: Y }]', 'the skill "x" is there twice'],
    ['sources', 'sources: [{ id: A, title: X }, { id: A, title: Y }]', 'the source or fact "A" is there twice'],
    [
      'facts of two sources',
      'sources: [{ id: A, title: X, facts: [{ id: F, text: T. }] }, { id: B, title: Y, facts: [{ id: F, text: T. }] }]',
      'the source or fact "F" is there twice',
    ],
    [
      'a source and a fact',
      'sources: [{ id: A, title: X, facts: [{ id: A, text: T. }] }]',
      'the source or fact "A" is there twice',
    ],
    [
      'disagreements',
      'disagreements: [{ id: d, title: D, positions: [] }, { id: d, title: D, positions: [] }]',
      'the disagreement "d" is there twice',
    ],
  ])('stand once among %s', (_what, text, message) => {
    const whole = `id: l\ntitle: L\nroles: [{ id: r, title: R, rank: 1 }]\n${text}\n`;
    const found = parseLadder([{ file: 'l', text: whole }]).diagnostics;
    expect(found).toMatchObject([{ severity: 'error', code: 'duplicate-id', message, position: { line: 4 } }]);
  });

  it('stand once in all files, and the other file is named', () => {
    const texts = [
      { file: 'a', text: `${BASE}${TWO}` },
      { file: 'b', text: 'roles:\n  - { id: two, title: Second, rank: 3 }\n' },
    ];
    expect(parseLadder(texts).diagnostics).toMatchObject([
      {
        code: 'duplicate-id',
        file: 'b',
        message: 'the role "two" is in a already',
        position: { line: 2, column: 11 },
      },
    ]);
  });

  it('may be shared by things of different kinds, and by the responsibilities of two roles', () => {
    const duty = 'responsibilities: [{ id: d, area: x, text: T. }]';
    const text = `id: x
title: X
tracks: [{ id: x, title: X }]
areas: [{ id: x, title: X }]
skills: [{ id: x, name: X }]
roles: [{ id: x, title: X, rank: 1, track: x, skills: [x], ${duty} }, { id: y, title: Y, rank: 1, ${duty} }]
`;
    expect(parseLadder([{ file: 'l', text }]).diagnostics).toEqual([]);
  });

  it('of responsibilities and skills stand once in a role', () => {
    const duty = '{ id: d, area: strategy, text: T. }';
    expect(only(role(`responsibilities: [${duty}, ${duty}]`))).toMatchObject({
      code: 'duplicate-id',
      message: 'the role "r" has the responsibility "d" twice',
    });
    expect(only(role('skills: [writing, { skill: writing }]'))).toMatchObject({
      code: 'duplicate-id',
      message: 'the role "r" has the skill "writing" twice',
    });
  });

  it('of responsibilities that have none of their own are told apart all the same', () => {
    // Both texts become the id "api", and whoever reads the role sees one of them only.
    const duties = ['Управлять API', 'Проектировать API'].map((text) => `{ area: strategy, text: ${text} }`);
    const { ladder, diagnostics } = parseLadder([
      { file: 'l', text: BASE + role(`responsibilities: [${duties.join(', ')}]`) },
    ]);
    const ids = ladder?.roles[0]!.responsibilities.map((duty) => duty.id) ?? [];
    expect(diagnostics.length > 0 || new Set(ids).size === 2).toBe(true);
  });

  it.each([
    ['no ids', '{ area: strategy, text: Own it. }', '{ area: strategy, text: own it }'],
    [
      'one id, which is the one that is made',
      '{ area: strategy, id: own-it, text: Own it. }',
      '{ area: strategy, text: Own it. }',
    ],
  ])('of responsibilities with the same text and %s make one, and that is told', (_what, one, two) => {
    const text = BASE + role(`responsibilities: [${one}, ${two}]`);
    const { ladder, diagnostics } = parseLadder([{ file: 'l', text }]);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'repeated-sentence', message: 'the role "r" has the same responsibility twice' },
    ]);
    expect(diagnostics[0]!.other).toBeDefined();
    expect(ladder!.roles[0]!.responsibilities).toMatchObject([{ id: 'own-it', area: 'strategy', text: 'Own it.' }]);
  });

  it('of responsibilities stay a mistake where a given one meets that of another sentence', () => {
    const duties = '{ area: strategy, id: own-it, text: Sell it. }, { area: strategy, text: Own it. }';
    expect(only(role(`responsibilities: [${duties}]`))).toMatchObject({ severity: 'error', code: 'duplicate-id' });
  });
});

describe('cites', () => {
  const SOURCES = 'sources: [{ id: A, title: A }]\n';
  const R = 'roles: [{ id: r, title: R, rank: 1 }, { id: q, title: Q, rank: 1 }]\n';

  it.each([
    ['a summary', SOURCES + role('summary: { text: T. }'), 'the summary cites nothing'],
    ['an inclusion', SOURCES + role('includes: [{ role: r }]'), 'the inclusion cites nothing'],
    [
      'a responsibility',
      SOURCES + role('responsibilities: [{ area: strategy, text: T. }]'),
      'the responsibility cites nothing',
    ],
    ['a requirement', SOURCES + role('skills: [{ skill: writing }]'), 'the skill cites nothing'],
    ['a requirement in short', SOURCES + role('skills: [writing]'), 'the skill cites nothing'],
    ['a note of a role', SOURCES + role('notes: [{ text: T. }]'), 'the note cites nothing'],
    ['a note of the ladder', `${SOURCES}${R}notes: [{ text: T. }]\n`, 'the note cites nothing'],
    ['a move', `${SOURCES}${R}progressions: [{ from: r, to: q }]\n`, 'the move cites nothing'],
    ['a contrast', `${SOURCES}${R}contrasts: [{ roles: [r, q], text: T. }]\n`, 'the contrast cites nothing'],
    [
      'a position',
      `${SOURCES}${R}disagreements: [{ id: d, title: D, positions: [{ text: T. }] }]\n`,
      'the position cites nothing',
    ],
  ])('are missed, as a warning, on %s of a ladder with sources', (_what, text, message) => {
    expect(only(text)).toMatchObject({ severity: 'warning', code: 'uncited', message });
    // With an empty list of cites it cites no more than without one.
    expect(find(text.replace(SOURCES, ''))).toEqual([]);
  });

  it('are not missed on what says that it is editorial', () => {
    const text = `${SOURCES}${R}progressions: [{ from: r, to: q, basis: editorial }]\nnotes: [{ text: T., editorial: true }]\n`;
    expect(find(text)).toEqual([]);
    expect(find(`${SOURCES}${R}notes: [{ text: T., cites: [] }]\n`)).toMatchObject([{ code: 'uncited' }]);
  });
});

describe('names', () => {
  it.each([
    ['a title that reads as another title', 'title: "HEAD, of product"'],
    ['a title that reads as another id', 'title: Head.Of.Product'],
    ['an alias that reads as another title', 'title: X, aliases: [head of-product]'],
  ])('warn of %s', (_what, more) => {
    const text = `roles: [{ id: head-of-product, title: Head of Product, rank: 1 }, { id: x, ${more}, rank: 2 }]\n`;
    expect(only(text)).toMatchObject({ severity: 'warning', code: 'ambiguous-name' });
  });

  it('may repeat one another within one role', () => {
    expect(find('roles: [{ id: head, title: Head, rank: 1, aliases: [HEAD, head] }]\n')).toEqual([]);
  });
});

describe('contrasts', () => {
  it('must set at least two roles against each other', () => {
    expect(find(`${TWO}contrasts: [{ roles: [], text: T. }]\n`)).not.toEqual([]);
    expect(find(`${TWO}contrasts: [{ roles: [one], text: T. }]\n`)).not.toEqual([]);
  });
});

describe('the quiz', () => {
  const quiz = (more: string) => find(`${TWO}quiz: { ${more} }\n`);
  const QUESTION = 'id: q, text: Q?, weights: { one: 1, two: 5 }';

  it('may ask about roles, areas and skills that there are', () => {
    const answers = '[{ text: None., ranks: [1, 1] }, { text: Much., ranks: [1, 2] }]';
    const questions = `questions: [{ ${QUESTION}, areas: [strategy], skills: [writing] }]`;
    expect(quiz(`${questions}, experience: [{ id: e, text: E?, answers: ${answers} }]`)).toEqual([]);
    const sizes = '[{ text: Small., small: true }, { text: Large. }]';
    const small = answers.replace('[1, 2]', '[1, 2], ranksIfSmall: [1, 1]');
    const both = `{ id: s, text: S?, answers: ${sizes} }, { id: e, text: E?, answers: ${small} }`;
    expect(quiz(`${questions}, experience: [${both}], experienceRanks: { two: 1 }`)).toEqual([]);
  });

  it.each([
    [
      'a role, at its key',
      'questions: [{ id: q, text: Q?, weights: { noe: 1 } }]',
      'unknown-id',
      'no role has the id "noe"',
    ],
    [
      'a role, in the ranks of experience',
      `questions: [{ ${QUESTION} }], experienceRanks: { three: 1 }`,
      'unknown-id',
      'no role has the id "three"',
    ],
    ['an area', `questions: [{ ${QUESTION}, areas: [x9] }]`, 'unknown-id', 'no area has the id "x9"'],
    ['a skill', `questions: [{ ${QUESTION}, skills: [x9] }]`, 'unknown-id', 'no skill has the id "x9"'],
    ['an id', `questions: [{ ${QUESTION} }, { ${QUESTION} }]`, 'duplicate-id', 'the question "q" is there twice'],
    [
      'a single answer',
      'experience: [{ id: e, text: E?, answers: [{ text: A., ranks: [1, 2] }] }]',
      'too-few-answers',
      'an experience question needs two or more answers',
    ],
    [
      'ranks that are turned round',
      'experience: [{ id: e, text: E?, answers: [{ text: A., ranks: [1, 2] }, { text: B., ranks: [2, 1] }] }]',
      'type',
      'expected two ranks, the lower one first',
    ],
  ])('must not be wrong about %s', (_what, more, code, message) => {
    expect(quiz(more)).toMatchObject([{ severity: 'error', code, message }]);
  });
});

describe('what is legal', () => {
  it('circles, parallel moves, moves back, joins, isolated roles and roles that include each other', () => {
    const text = `roles:
  - { id: a, title: A, rank: 1, includes: [{ role: b }] }
  - { id: b, title: B, rank: 1, includes: [{ role: a }] }
  - { id: c, title: C, rank: 2 }
  - { id: alone, title: Alone, rank: -3.5 }
progressions:
  - { from: a, to: b }
  - { from: a, to: b, kind: lateral }
  - { from: b, to: a, kind: step-back }
  - { from: a, to: c }
  - { from: b, to: c }
  - { from: c, to: a }
`;
    expect(find(text)).toEqual([]);
  });

  it('levels that fall from one role to the next, and roles of which nothing is said', () => {
    const text = `roles:
  - { id: a, title: A, rank: 1, skills: [{ skill: writing, level: low }] }
  - { id: b, title: B, rank: 2, skills: [{ skill: writing, notApplicable: true }] }
progressions: [{ from: a, to: b }]
`;
    expect(find(text)).toEqual([]);
  });
});

describe('what is written where an id is wanted', () => {
  it.each([
    ['Low', 'as an id: low'],
    ['Head of Product', 'as an id: head-of-product'],
    ['  _x_ ', 'as an id: x'],
    ['3.1', undefined],
    ['!?', undefined],
    ['Über uns', 'as an id: uber-uns'],
  ])('%j gets the hint %j', (id, hint) => {
    const text = `id: l\ntitle: L\nroles: [{ id: ${JSON.stringify(id)}, title: A, rank: 1 }]\n`;
    const { diagnostics } = parseLadder([{ file: 'l', text }]);
    expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual(id === '3.1' ? [] : [hint]);
  });
});

describe('what replaces others', () => {
  const skills = (replaces: string): string =>
    `id: l\ntitle: L\nskills:\n  - { id: a, name: A }\n  - { id: b, name: B, replaces: ${replaces} }\n${TWO}`;
  const said = (text: string): string[] =>
    parseLadder([{ file: 'l', text }]).diagnostics.map(
      ({ code, position, message }) => `${code} ${position?.line}:${position?.column} ${message}`,
    );

  it('may be any id that is gone, and two may replace the same one', () => {
    expect(said(skills('[constructor, two]'))).toEqual([]);
    expect(said(skills('[old]').replace('name: A', 'name: A, replaces: [old]'))).toEqual([]);
  });

  it('is not there any more', () => {
    expect(said(skills('[old, a]'))).toEqual(['still-there 5:39 the skill "a" is still there']);
    expect(said(skills('[b]'))).toEqual(['still-there 5:34 the skill "b" is still there']);
    expect(find(TWO.replace('title: Two', 'title: Two, replaces: [one]'))).toMatchObject([
      { severity: 'error', code: 'still-there', message: 'the role "one" is still there' },
    ]);
    // Its own id is made from its text.
    const text = role('responsibilities: [{ area: strategy, text: Set it., replaces: [set-it] }]');
    expect(only(text)).toMatchObject({ code: 'still-there', message: 'the responsibility "set-it" is still there' });
  });
});
