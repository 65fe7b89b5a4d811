/**
 * Random ladders for property tests: small, and with everything that is rare in real ones.
 */
import fc from 'fast-check';
import {
  BASES,
  type ExperienceQuestion,
  IMPORTANCES,
  INCLUDED,
  type Ladder,
  type Progression,
  PROGRESSION_KINDS,
  type QuizQuestion,
  type Requirement,
  type Responsibility,
  type Role,
  type Skill,
  type Statement,
} from '../../src/core/model.ts';
import { byRank } from '../../src/core/order.ts';
import { responsibilityId } from '../../src/core/ids.ts';
import type { RouteQuery } from '../../src/core/routes/routes.ts';

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
    related: [],
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

/** Texts that formats trip over: what looks like something else, markup, formulas, control characters, brackets, many lines. */
export const HOSTILE_TEXTS = [
  ...[
    'no',
    'null',
    '~',
    '012',
    '3.10',
    '1e3',
    '.inf',
    '2001-01-01',
    '12:30:45',
    '<<',
    '=',
    '*a',
    '&a',
    '!tag',
    '%x',
    '@x',
  ],
  ...[
    'a: b',
    'a #b',
    '# c',
    '- d',
    '? e',
    '-',
    '---',
    '...',
    '"q"',
    "'q'",
    "'=1",
    "''=1",
    '[',
    ']]][[[',
    '{{',
    '|',
    '>-',
    'a:',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '\uff1d1',
    '\uff0d1',
    '\uff20x',
    '__proto__',
    'constructor',
    'a;b',
    'a,b',
    'a\\;b',
    'a\\',
    '; ;',
    '工程师',
    'C++',
  ],
  ...[
    'two\nlines',
    'a\n\n  b\n',
    ' edge ',
    '\ttab\t',
    'x\ty',
    'a\n---\nb',
    'a\n# b',
    '\n lead',
    'ends: \nx',
    'long '.repeat(60) + 'end',
  ],
  ...[
    '\u001b[31mred',
    'a\rb',
    'a\r\nb',
    '\u0000',
    '\u007f\u0085\u009f',
    'a\u2028\u2029b',
    '\u202eabc',
    '\ufeffx',
    '\ufffe\uffff',
    '\ud800',
    '\u{e0041}',
  ],
  ...['['.repeat(600), '{['.repeat(40) + ']}'.repeat(40), 'a'.repeat(2000), 'e\u0301', '👩\u200d💻', '\\u0041', '\\'],
] as const;

/** A text that is not blank; its ends may be blanks. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom(...Array.from('ab :#-\n\t\r"\'[]{},&*!|>%@`=;\\')), { maxLength: 20 })
        .map((all) => all.join('')),
    },
  )
  .filter((text) => text.trim() !== '');

/**
 * A ladder as the loader may return it, with everything that a ladder can hold.
 *
 * @param text the texts in it
 * @param cited whether it has sources, which statements cite
 */
export function fullLadder(text: fc.Arbitrary<string>, cited: boolean): fc.Arbitrary<Ladder> {
  const prose = text.map((value) => value.trim());
  const few = <T>(each: fc.Arbitrary<T>, most = 3): fc.Arbitrary<T[]> => fc.array(each, { maxLength: most });
  const ids = (...all: string[]): fc.Arbitrary<string[]> => fc.shuffledSubarray(all);
  const cites = cited ? ids('A', 'A-1', 'B.2') : fc.constant<string[]>([]);
  const leaning = { cites, editorial: fc.boolean() };
  const statement: fc.Arbitrary<Statement> = fc.record({ text: prose, ...leaning });
  const titled = (id: string) =>
    fc.record({ id: fc.constant(id), title: text, description: text }, { requiredKeys: ['id', 'title'] });
  const roles = ['r0', 'r1', '7', 'true', 'no.1'];
  const role = fc.constantFrom(...roles);
  /** What stands on no ladder made here. */
  const replaces = fc.uniqueArray(fc.constantFrom('gone', 'old.1', 'old-2'), { minLength: 1 });
  const skill = (id: string): fc.Arbitrary<Skill> =>
    fc.record(
      {
        id: fc.constant(id),
        name: text,
        group: few(text),
        description: text,
        replaces,
        levels: fc.dictionary(fc.constantFrom('1', 'low'), text, { minKeys: 1 }),
      },
      { requiredKeys: ['id', 'name', 'group'] },
    );
  const requirement = fc.record(
    {
      skill: fc.constantFrom('s0', 'null', '3.10'),
      text: fc.oneof(fc.constant(''), prose),
      level: fc.constantFrom('1', 'low'),
      importance: fc.constantFrom(...IMPORTANCES),
      notApplicable: fc.boolean(),
      ...leaning,
    },
    { requiredKeys: ['skill', 'text', 'cites', 'editorial'] },
  );
  const duty = fc
    .record({
      id: fc.option(fc.constantFrom('d0', '0', 'd-1')),
      area: fc.constantFrom('a', '2'),
      text: prose,
      replaces: fc.option(replaces),
      ...leaning,
    })
    .map(({ id, replaces: old, ...rest }): Responsibility => ({
      id: id ?? responsibilityId(rest.text),
      ...rest,
      ...(old && { replaces: old }),
    }));
  const roleOf = (id: string): fc.Arbitrary<Role> =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        aliases: few(text),
        rank: fc
          .oneof(fc.integer({ min: -3, max: 9 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
          .map((n) => n + 0),
        track: fc.constantFrom('t', '1.0'),
        abstract: fc.constant(true as const),
        replaces,
        summary: fc.oneof(fc.constant({ text: '', cites: [], editorial: true }), statement),
        includes: few(fc.record({ role, of: fc.shuffledSubarray([...INCLUDED], { minLength: 1 }), ...leaning })),
        responsibilities: fc.uniqueArray(duty, { maxLength: 3, selector: ({ id: own }) => own }),
        requirements: fc.uniqueArray(requirement, { maxLength: 3, selector: (entry) => entry.skill }),
        notes: few(statement),
      },
      {
        requiredKeys: [
          'id',
          'title',
          'aliases',
          'rank',
          'summary',
          'includes',
          'responsibilities',
          'requirements',
          'notes',
        ],
      },
    );
  const progression = fc.record(
    {
      from: role,
      to: role,
      kind: fc.constantFrom(...PROGRESSION_KINDS),
      basis: fc.constantFrom(...BASES),
      cites,
      note: text,
    },
    { requiredKeys: ['from', 'to', 'kind', 'basis', 'cites'] },
  );
  const question: fc.Arbitrary<QuizQuestion> = fc.record(
    {
      id: fc.constant('q'),
      text: prose,
      weights: fc.dictionary(role, fc.integer({ min: 1, max: 5 })),
      areas: ids('a', '2'),
      skills: ids('s0', 'null'),
      ...leaning,
    },
    { requiredKeys: ['id', 'text', 'weights', 'areas', 'skills', 'cites', 'editorial'] },
  );
  const ranks = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 9 }));
  const answer = fc.oneof(
    fc.record({ text: prose, ranks, ranksIfSmall: ranks }, { requiredKeys: ['text', 'ranks'] }),
    fc.record({ text: prose, ranks }),
  );
  const sizeAnswer = fc.record({ text: prose, small: fc.constant(true as const) }, { requiredKeys: ['text'] });
  const experience: fc.Arbitrary<ExperienceQuestion> = fc.record({
    id: fc.constant('e'),
    text: prose,
    answers: fc.oneof(
      fc.array(answer, { minLength: 2, maxLength: 3 }),
      fc.array(sizeAnswer, { minLength: 2, maxLength: 3 }),
    ),
    ...leaning,
  });
  const fact = (id: string) => fc.record({ id: fc.constant(id), text });
  const source = fc.record(
    {
      id: fc.constant('A'),
      title: text,
      date: text,
      url: text,
      note: text,
      facts: fc.tuple(fact('A-1'), fact('B.2')),
    },
    { requiredKeys: ['id', 'title', 'facts'] },
  );
  return fc
    .record(
      {
        id: fc.constantFrom('x', '1', 'null'),
        version: text,
        title: text,
        summary: fc.oneof(fc.constant(''), text),
        language: fc.constantFrom('de', 'pt-BR'),
        licence: text,
        cumulative: fc.boolean(),
        tracks: fc.tuple(titled('t'), titled('1.0')),
        areas: fc.tuple(titled('a'), titled('2')),
        levels: fc.tuple(titled('low'), titled('1')),
        skills: fc.tuple(skill('s0'), skill('null'), skill('3.10')),
        sources: cited ? fc.tuple(source) : fc.constant([]),
        roles: fc.tuple(...roles.map(roleOf)),
        progressions: fc.uniqueArray(
          progression.filter(({ from, to }) => from !== to),
          { maxLength: 5, selector: ({ from, to, basis }) => `${from} ${to} ${basis}` },
        ),
        contrasts: few(fc.record({ roles: fc.shuffledSubarray(roles, { minLength: 2 }), text: prose, ...leaning })),
        disagreements: few(
          fc.record({ id: fc.constant('d'), title: text, roles: ids(...roles), positions: few(statement) }),
          1,
        ),
        // Filled in below: they speak of the responsibilities that the roles turn out to have.
        related: few(fc.record({ id: fc.uuid(), title: text, responsibilities: fc.constant<string[]>([]) }), 2),
        notes: few(statement),
        quiz: fc.record(
          {
            questions: few(question, 1),
            experience: few(experience, 1),
            experienceRanks: fc.dictionary(fc.constantFrom(...roles), fc.integer({ min: 1, max: 9 }), { minKeys: 1 }),
          },
          { requiredKeys: ['questions', 'experience'] },
        ),
      },
      {
        requiredKeys: [
          'id',
          'version',
          'title',
          'summary',
          'cumulative',
          'tracks',
          'areas',
          'levels',
          'skills',
          'sources',
          'roles',
          'progressions',
          'contrasts',
          'disagreements',
          'related',
          'notes',
        ],
      },
    )
    .map((ladder) => {
      const sorted = [...ladder.roles].sort(byRank);
      const position = new Map(sorted.map(({ id }, index) => [id, index]));
      const progressions = [...ladder.progressions].sort(
        (a, b) =>
          position.get(a.from)! - position.get(b.from)! ||
          position.get(a.to)! - position.get(b.to)! ||
          BASES.indexOf(a.basis) - BASES.indexOf(b.basis),
      );
      const all = [...new Set(sorted.flatMap(({ responsibilities }) => responsibilities.map((entry) => entry.id)))];
      const related =
        all.length < 2
          ? []
          : ladder.related.map((group, index) => ({ ...group, responsibilities: all.slice(index % (all.length - 1)) }));
      return { ...ladder, roles: sorted, progressions, related };
    });
}
