/**
 * Reading profiles: each thing that can be wrong, with its place; nothing that is read says less or more than what is written.
 */
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/core/catalog.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { readProfile } from '../../src/profile/read.ts';
import { formatDiagnostic } from '../../src/system/load-ladder.ts';
import { mutate } from '../support/mutate.ts';
import { MANAGER_YAML, ME_YAML } from '../support/profiles.ts';
import { mulberry32, pick } from '../support/rng.ts';
import { runs } from '../support/thorough.ts';
import { shippedLadder } from '../support/fake-runtime.ts';

/** Three skills; one took the place of two that are gone, the others that of one that was split. */
const LADDER = `
id: shop
version: 2.0.0
title: Shop
areas: [{ id: all, title: All }]
levels: [{ id: low, title: Low }, { id: high, title: High }]
skills:
  - { id: joinery, name: Joinery }
  - { id: oil, name: Oil }
  - { id: wax, name: Wax }
roles:
  - { id: worker, title: Worker, rank: 1, responsibilities: [{ id: saw, area: all, text: Saw. }] }
  - { id: master, title: Master, rank: 2, skills: [{ skill: joinery, level: high }, oil, wax] }
progressions: [{ from: worker, to: master }]
`;

const catalogOf = (text: string): Catalog => createCatalog(parseLadder([{ file: 'l', text }]).ladder!);
/** What a thing was called in earlier versions, by its id. */
const FORMER = new Map([
  ['joinery', ['carpentry', 'woodwork']],
  ['oil', ['finish']],
  ['wax', ['finish']],
  ['worker', ['hand']],
  ['saw', ['cut']],
]);
const SHOP = ((): Catalog => {
  const { ladder } = catalogOf(LADDER);
  const past = <T extends { readonly id: string }>(one: T): T => ({ ...one, replaces: FORMER.get(one.id) ?? [] });
  const roles = ladder.roles.map((role) => past({ ...role, responsibilities: role.responsibilities.map(past) }));
  return createCatalog({ ...ladder, skills: ladder.skills.map(past), roles });
})();
const PLAIN = catalogOf(LADDER.replace(/^levels:.*\n/m, '').replace('{ skill: joinery, level: high }', 'joinery'));
const HEAD = 'profile: 1\nladder: { id: shop, version: 2.0.0 }\n';

/** What is said of a profile, a line each. */
const said = (text: string, catalog = SHOP): string[] =>
  readProfile(text, 'me.yaml', catalog).diagnostics.map(
    (diagnostic) => `${diagnostic.severity} ${diagnostic.code} ${formatDiagnostic(diagnostic)}`,
  );

describe('a sound profile', () => {
  it('is read as it is written', () => {
    const { profile, diagnostics } = readProfile(
      `${HEAD}on: 2026-02-28
by: manager
role: worker
aim: master
skills:
  joinery: high
  oil: { level: no, on: 2024-02-29, evidence: [{ text: Waxed, url: 'http://a/b' }] }
  wax: { not-applicable: Allergic }
responsibilities:
  saw: partly
plan:
  - { skill: oil, to: high, kind: doing, done-when: It shines, by: 2027-01-01 }
  - { responsibility: saw, state: dropped }
`,
      'me.yaml',
      SHOP,
    );
    expect(diagnostics).toEqual([]);
    expect({ ...profile, skills: [...profile!.skills], responsibilities: [...profile!.responsibilities] }).toEqual({
      ladder: { id: 'shop', version: '2.0.0' },
      on: '2026-02-28',
      by: 'manager',
      role: 'worker',
      aim: 'master',
      skills: [
        ['joinery', { level: 'high', evidence: [] }],
        ['oil', { truth: 'no', on: '2024-02-29', evidence: [{ text: 'Waxed', url: 'http://a/b' }] }],
        ['wax', { notApplicable: 'Allergic', evidence: [] }],
      ],
      responsibilities: [['saw', { truth: 'partly', evidence: [] }]],
      plan: [
        { skill: 'oil', to: 'high', kind: 'doing', doneWhen: 'It shines', by: '2027-01-01', state: 'open' },
        { responsibility: 'saw', state: 'dropped' },
      ],
    });
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['keys left empty', (text: string) => `${text}on:\nby:\nrole:\nskills:\nplan:\n`],
    ['aliases', (text: string) => `${text}skills: { oil: &a { level: low }, wax: *a }\n`],
    ['YAML 1.1 asked for', (text: string) => `%YAML 1.1\n---\n${text}responsibilities: { saw: no }\n`],
    ['what the ladder no longer has, put aside', (text: string) => `${text}former: { skills: { gone: high } }\n`],
  ])('may have %s', (_name, change) => {
    const { profile, diagnostics } = readProfile(change(HEAD), 'me.yaml', SHOP);
    expect(diagnostics).toEqual([]);
    expect(profile?.ladder.id).toBe('shop');
  });

  it('has a no that stays one whatever version of YAML it names', () => {
    const { profile } = readProfile(`%YAML 1.1\n---\n${HEAD}responsibilities: { saw: no }\n`, 'me.yaml', SHOP);
    expect(profile!.responsibilities.get('saw')!.truth).toBe('no');
  });

  it('may be JSON', () => {
    const text = JSON.stringify({ profile: 1, ladder: { id: 'shop' }, skills: { oil: 'low' } }, null, 1);
    expect(readProfile(text, 'me.json', SHOP).profile!.skills.get('oil')).toEqual({ level: 'low', evidence: [] });
    expect(said(text.replace('"low"', '"lower"'))).toEqual([
      'error unknown-level me.yaml:7:10: the answer is none of low, high, no',
    ]);
  });
});

describe('what is wrong is said with its place', () => {
  it.each<[string, string, string[], Catalog?]>([
    [
      'nothing',
      '',
      [' found nothing, expected a mapping (for example: { profile: 1, ladder: { id: product-management } })'],
    ],
    [
      'a list',
      '- a\n',
      ['1:1: found a list, expected a mapping (for example: { profile: 1, ladder: { id: product-management } })'],
    ],
    ['no ladder', 'profile: 1\n', ['1:1: the key "ladder" is missing, expected a mapping']],
    [
      'another ladder',
      'profile: 1\nladder: { id: shed }\n',
      [
        '2:15: the profile is of the ladder shed, not of shop (name its ladder with --data, or another profile with --me)',
      ],
    ],
    [
      'another version',
      'profile: 1\nladder:\n  id: shop\n  version: 1.0.0\n',
      [
        '4:12: the profile is of version 1.0.0 of the ladder, which is 2.0.0 now (what that changes: pmroles diff <old> <new> --for me)',
      ],
    ],
    [
      'another form of profile',
      HEAD.replace('1', '2'),
      ['1:10: expected 1, the form of profiles that this version reads'],
    ],
    [
      'an id that is gone',
      `${HEAD}skills:\n  joinary: low\n`,
      ['4:3: the ladder has no skill with the id "joinary" (did you mean joinery?)'],
    ],
    ['an id like no other', `${HEAD}skills: { zzzzzz: low }\n`, ['3:11: the ladder has no skill with the id "zzzzzz"']],
    [
      'a skill among responsibilities',
      `${HEAD}responsibilities: { oil: yes }\n`,
      ['3:21: the ladder has no responsibility with the id "oil"'],
    ],
    [
      'a role that is gone',
      `${HEAD}role: workers\naim: nobody\n`,
      [
        '3:7: the ladder has no role with the id "workers" (did you mean worker?)',
        '4:6: the ladder has no role with the id "nobody"',
      ],
    ],
    [
      'ids that have others in their place',
      `${HEAD}role: hand\nskills:\n  carpentry: low\nresponsibilities:\n  cut: yes\n`,
      [
        '3:7: the role hand is worker now',
        '5:3: the skill carpentry is joinery now',
        '7:3: the responsibility cut is saw now',
      ],
    ],
    [
      'an id that was split',
      `${HEAD}skills: { finish: low }\n`,
      ['3:11: the skill finish is several now: oil, wax (answer each of them; the old answer counts for nothing)'],
    ],
    [
      'two ids for one thing',
      `${HEAD}skills: { carpentry: low, woodwork: high }\n`,
      [
        '3:11: the skill carpentry is joinery now',
        '3:27: the skill woodwork is joinery now',
        '3:27: joinery is answered already, by another id that it replaces',
      ],
    ],
    ['an unknown level', `${HEAD}skills: { oil: { level: middle } }\n`, ['3:25: the answer is none of low, high, no']],
    ['a yes where there are levels', `${HEAD}skills: { oil: yes }\n`, ['3:16: the answer is none of low, high, no']],
    [
      'a level where there are none',
      `${HEAD}skills: { oil: high }\n`,
      ['3:16: the answer is none of yes, partly, no'],
      PLAIN,
    ],
    [
      'a level for a responsibility',
      `${HEAD}responsibilities: { saw: high }\n`,
      ['3:26: the answer is none of yes, partly, no'],
    ],
    [
      'neither answer nor reason',
      `${HEAD}skills:\n  oil: { on: 2026-01-01 }\n`,
      ['4:8: an answer has either "level" or "not-applicable"'],
    ],
    [
      'both answer and reason',
      `${HEAD}responsibilities:\n  saw: { done: yes, not-applicable: No saw }\n`,
      ['4:8: an answer has either "done" or "not-applicable"'],
    ],
    [
      'done for a skill',
      `${HEAD}skills: { oil: { done: low } }\n`,
      ['3:18: "done" is not a key that belongs here (the keys here are: level, not-applicable, on, evidence)'],
    ],
    ['a day that is none', `${HEAD}on: 2026-02-30\n`, ['3:5: expected a day: 2026-11-25']],
    [
      'a day without its year',
      `${HEAD}skills: { oil: { level: low, on: 25.11. } }\n`,
      ['3:34: expected a day: 2026-11-25'],
    ],
    [
      'an address that is none',
      `${HEAD}skills: { oil: { level: low, evidence: [{ text: a, url: javascript:alert(1) }] } }\n`,
      ['3:57: expected an address that begins with https:// or http://'],
    ],
    [
      'evidence that is no list',
      `${HEAD}skills: { oil: { level: low, evidence: Waxed } }\n`,
      ['3:40: expected a list'],
    ],
    [
      'evidence without a text',
      `${HEAD}skills: { oil: { level: low, evidence: [{ on: 2026-01-01 }] } }\n`,
      ['3:41: the key "text" is missing, expected text'],
    ],
    ['an unknown key', `${HEAD}skill: {}\n`, ['3:1: "skill" is not a key that belongs here (did you mean skills?)']],
    [
      'an answer that is no word',
      `${HEAD}skills: { oil: 3 }\n`,
      ['3:16: expected text or a mapping (put it in quotes)'],
    ],
    [
      'a plan about nothing',
      `${HEAD}plan:\n  - { how: Read }\n`,
      ['4:5: an entry of the plan has either "skill" or "responsibility"'],
    ],
    [
      'a plan about two things',
      `${HEAD}plan:\n  - { skill: oil, responsibility: saw }\n`,
      ['4:5: an entry of the plan has either "skill" or "responsibility"'],
    ],
    [
      'a plan with an unknown level',
      `${HEAD}plan:\n  - skill: oil\n    to: middle\n`,
      ['5:9: the answer is none of low, high, no'],
    ],
    [
      'a plan about what is gone',
      `${HEAD}plan:\n  - skill: oils\n`,
      ['4:12: the ladder has no skill with the id "oils" (did you mean oil?)'],
    ],
    [
      'a plan in an unknown state',
      `${HEAD}plan:\n  - skill: oil\n    state: opened\n`,
      ['5:12: expected one of open, done, dropped (did you mean open?)'],
    ],
    ['a key twice', `${HEAD}skills:\n  oil: low\n  oil: high\n`, ['5:3: the key "oil" is there twice in one mapping']],
  ])('%s', (_name, text, expected, catalog = SHOP) => {
    expect(said(text, catalog).map((line) => line.replace(/^\S+ \S+ me\.yaml:/, ''))).toEqual(expected);
  });

  it('is an error only where the profile cannot be used', () => {
    const usable = (text: string): boolean => readProfile(text, 'me.yaml', SHOP).profile !== undefined;
    expect(usable(HEAD.replace('2.0.0', '1.0.0'))).toBe(true);
    expect(usable(`${HEAD}skills: { finish: low }\n`)).toBe(true);
    expect(usable(`${HEAD}skills: { finnish: low }\n`)).toBe(false);
  });
});

describe('an id that has another in its place', () => {
  const skillsOf = (text: string): [string, unknown][] => [
    ...readProfile(`${HEAD}skills: { ${text} }\n`, 'me.yaml', SHOP).profile!.skills,
  ];
  it('hands its answer on, unless that is answered itself', () => {
    expect(skillsOf('carpentry: low')).toEqual([['joinery', { level: 'low', evidence: [] }]]);
    expect(skillsOf('carpentry: low, joinery: high')).toEqual([['joinery', { level: 'high', evidence: [] }]]);
    expect(skillsOf('joinery: high, carpentry: low')).toEqual([['joinery', { level: 'high', evidence: [] }]]);
    expect(skillsOf('carpentry: low, woodwork: high')).toEqual([['joinery', { level: 'low', evidence: [] }]]);
  });
  it('hands on nothing where it was split', () => {
    expect(skillsOf('finish: high')).toEqual([]);
  });
});

describe('hostile profiles', () => {
  it.each([
    [
      'a bomb of aliases',
      `${HEAD}former: { skills: { a: &a { level: x }, ${Array.from({ length: 200 }, (_, n) => `b${n}: *a`).join(', ')} } }\n`,
      'alias',
    ],
    ['an alias to itself', `${HEAD}skills: &a { oil: *a }\n`, 'alias'],
    ['bottomless nesting', `${HEAD}plan: ${'['.repeat(100_000)}`, 'too-deep'],
    ['a tag', `${HEAD}by: !!js/function 'x'\n`, 'syntax'],
    ['a merge key', `${HEAD}former: &a {}\nskills: { <<: *a }\n`, 'unknown-id'],
    ['a control character', `${HEAD}by: "a\u0007"\n`, 'control-character'],
    ['two documents', `${HEAD}---\n${HEAD}`, 'syntax'],
    ['a lone return', HEAD.replaceAll('\n', '\r'), 'syntax'],
  ])('%s is refused with its place', (_name, text, code) => {
    const { profile, diagnostics } = readProfile(text, 'me.yaml', SHOP);
    expect(profile).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toContain(code);
    for (const { position } of diagnostics) expect(position).toBeDefined();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('%s is an id like any other', (id) => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    for (const text of [
      `skills: { ${id}: low }`,
      `responsibilities: { ${id}: yes }`,
      `role: ${id}`,
      `plan: [{ skill: ${id} }]`,
    ]) {
      const { profile, diagnostics } = readProfile(`${HEAD}${text}\n`, 'me.yaml', SHOP);
      expect(profile).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual([
        id === '__proto__' || /[A-Z]/.test(id) ? expect.stringMatching(/unknown-id|type/) : 'unknown-id',
      ]);
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });

  it('is read in no time where it is long: a thousand answers with evidence', () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `skill-${n}`);
    const ladder = `id: wide\ntitle: Wide\nskills:\n${ids.map((id) => `  - { id: ${id}, name: ${id} }`).join('\n')}\nroles: [{ id: one, title: One, rank: 1 }]\n`;
    const evidence =
      '    evidence:\n      - { text: Did it well and can show it to whoever asks, on: 2026-01-01, url: https://example.org/a }\n';
    const text = `profile: 1\nladder: { id: wide }\nskills:\n${ids.map((id) => `  ${id}:\n    level: yes\n${evidence}`).join('')}`;
    const { profile, diagnostics } = readProfile(text, 'me.yaml', catalogOf(ladder));
    expect(diagnostics).toEqual([]);
    expect(profile!.skills.size).toBe(1000);
  });

  const shipped = createCatalog(shippedLadder());
  it.each([1, 2, 3])('spoiled ones end in a profile or in reasons (seed %i)', (seed) => {
    const rng = mulberry32(seed);
    const outcome = { read: 0, refused: 0 };
    const words = new Set(['yes', 'partly', 'no']);
    for (let index = 0; index < runs(300, 3000); index++) {
      const text = mutate(pick(rng, [ME_YAML, MANAGER_YAML]), rng);
      const { profile, diagnostics } = readProfile(text, 'me.yaml', shipped);
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      expect(failed, JSON.stringify(text)).toBe(profile === undefined);
      outcome[failed ? 'refused' : 'read']++;
      for (const answers of [profile?.skills ?? new Map(), profile?.responsibilities ?? new Map()]) {
        for (const [id, { level, truth, notApplicable }] of answers) {
          expect(text).toContain(id);
          // Exactly one of the three is there, and each as it is written.
          expect(
            [level, truth, notApplicable].filter((one) => one !== undefined),
            text,
          ).toHaveLength(1);
          if (notApplicable === undefined) expect(words).toContain(level ?? truth);
        }
      }
    }
    expect(outcome.read).toBeGreaterThan(30);
    expect(outcome.refused).toBeGreaterThan(30);
  });
});
