import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { LEVELLED_YAML, ladderOf, PLAIN_YAML } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

const brief = ({ severity, code, file, position }: Diagnostic): string =>
  `${severity} ${code} ${file}:${position ? `${position.line}:${position.column}` : '-'}`;

/** Every diagnostic of one text, each as `severity code file:line:column`. */
const diagnose = (text: string): string[] => parseLadder([{ file: 'l', text }]).diagnostics.map(brief);

/** The diagnostics of several texts. */
const diagnoseFiles = (files: Readonly<Record<string, string>>): string[] =>
  parseLadder(Object.entries(files).map(([file, text]) => ({ file, text }))).diagnostics.map(brief);

/** The first four lines of a ladder that lacks nothing. */
const HEAD = `id: l
title: L
areas: [{ id: a, title: A }]
skills: [{ id: s, name: S }]
`;
const ROLE = 'roles: [{ id: r, title: R, rank: 1 }]\n';

describe('parseLadder', () => {
  it.each<[string, string, string[]]>([
    ['syntax', `${HEAD}${ROLE}x: [\n`, ['error syntax l:6:4']],
    ['a control character', `${HEAD}title: \u001b[2J\n`, ['error control-character l:5:8']],
    ['nesting', `${HEAD}${ROLE}notes: ${'['.repeat(40)}${']'.repeat(40)}\n`, ['error too-deep l:6:39']],
    ['an alias to nowhere', `${HEAD}${ROLE}summary: *nowhere\n`, ['error alias l:6:10']],
    ['a tag', `${HEAD}${ROLE}summary: !!str text\n`, ['error tag l:6:16']],
    ['a key that stands twice', `${HEAD}${ROLE}title: M\n`, ['error duplicate-key l:6:1']],
    ['a value of another type', `${HEAD}${ROLE}version: 1.10\n`, ['error type l:6:10']],
    ['an unknown key', `${HEAD}roles: [{ id: r, title: R, rank: 1, titel: T }]\n`, ['error unknown-key l:5:37']],
    ['a missing key', `${HEAD}roles: [{ id: r, title: R }]\n`, ['error missing-key l:5:9']],
    ['no id', 'title: L\nroles: [{ id: r, title: R, rank: 1 }]\n', ['error missing-key l:1:1']],
    ['no title', `id: l\n${ROLE}`, ['error missing-key l:1:1']],
    ['no roles', HEAD, ['error missing-key l:1:1']],
    [
      'an id that stands twice',
      `${HEAD}roles:\n  - { id: r, title: R, rank: 1 }\n  - { id: r, title: Q, rank: 2 }\n`,
      ['error duplicate-id l:7:11'],
    ],
    ['an unknown id', `${HEAD}roles:\n  - { id: r, title: R, rank: 1, skills: [t] }\n`, ['error unknown-id l:6:42']],
    ['a move to itself', `${HEAD}${ROLE}progressions:\n  - { from: r, to: r }\n`, ['error self-loop l:7:5']],
    [
      'a statement that cites nothing',
      `${HEAD}sources: [{ id: A, title: A }]\n${ROLE}notes:\n  - { text: T. }\n`,
      ['warning uncited l:8:5'],
    ],
    [
      'a name that means two roles',
      `${HEAD}roles:\n  - { id: r, title: R, rank: 1 }\n  - { id: q, title: Q, rank: 2, aliases: [x, R.] }\n`,
      ['warning ambiguous-name l:7:46'],
    ],
    ['a document of another kind', '- a\n- b\n', ['error type l:1:1']],
    ['a bare text', 'ladder\n', ['error type l:1:1']],
    ['an empty file', '', ['error type l:-']],
    ['a comment and nothing else', '# nothing\n', ['error type l:-']],
  ])('says exactly where the trouble is: %s', (_what, text, expected) => {
    expect(diagnose(text)).toEqual(expected);
    expect('ladder' in parseLadder([{ file: 'l', text }])).toBe(expected[0]!.startsWith('warning'));
  });

  it('tells of a key that two files give, in the second one', () => {
    expect(diagnoseFiles({ a: HEAD, b: `# one\ntitle: M\n${ROLE}` })).toEqual(['error given-twice b:2:1']);
  });

  it('says all that is wrong with the shape of a text at once, in the order of the text', () => {
    const text = `id: L
title: 1.0
roles:
  - { id: R, title: [], rank: one }
  - { id: q, titel: Q }
  - just a text
progressions:
  - { from: a, to: b, kind: promoted }
`;
    expect(diagnose(text)).toEqual([
      'error type l:1:5',
      'error type l:2:8',
      'error type l:4:11',
      'error type l:4:21',
      'error type l:4:31',
      'error missing-key l:5:5',
      'error unknown-key l:5:14',
      'error type l:6:5',
      'error type l:8:29',
    ]);
  });

  it('says all that is wrong with the whole at once', () => {
    const text = `${HEAD}roles:
  - { id: r, title: R, rank: 1, track: t, skills: [s, s, u] }
  - { id: q, title: R, rank: 1, responsibilities: [{ area: b, text: T. }] }
progressions:
  - { from: r, to: nobody }
  - { from: q, to: q }
contrasts:
  - { roles: [r, nobody], text: T. }
`;
    expect(diagnose(text)).toEqual([
      'error unknown-id l:6:40',
      'error duplicate-id l:6:55',
      'error unknown-id l:6:58',
      'warning ambiguous-name l:7:21',
      'error unknown-id l:7:60',
      'error unknown-id l:9:20',
      'error self-loop l:10:5',
      'error unknown-id l:12:18',
    ]);
  });

  it('goes on with the checks of the whole past an entry with a mistake, and reports nothing that was left out for it', () => {
    const text = `${HEAD}roles:
  - { id: r, title: R, rank: one }
  - { id: q, title: Q, rank: 2, skills: [t] }
sources: [{ id: A, titel: A, facts: [{ id: A-1, text: T. }] }]
progressions:
  - { from: r, to: q, cites: [A, A-1] }
  - { from: q, to: p, basis: editorial }
`;
    expect(diagnose(text)).toEqual([
      'error type l:6:30',
      'error unknown-id l:7:42',
      'warning uncited l:7:42',
      'error unknown-key l:8:20',
      'error unknown-id l:11:20',
    ]);
  });

  it.each([
    ['summary: { text: S., cites: 5 }', 'error type l:6:61'],
    ['summary: { text: S., cites: [5] }', 'error type l:6:62'],
    ['track: { a: 1 }', 'error type l:6:40'],
    ['includes: [{ role: r, cites: 5 }, { role: q }]', 'error type l:6:62'],
  ])('goes on with the rest of a role past a mistake deep in it: %s', (line, error) => {
    expect(diagnose(`${HEAD}roles:\n  - { id: r, title: R, rank: 1, ${line}, skills: [t] }\n`)).toEqual(
      expect.arrayContaining([error, expect.stringMatching(/^error unknown-id l:6:\d+$/)]),
    );
  });

  it('keeps the trouble of each file with that file, and reports on every file', () => {
    const found = diagnoseFiles({ a: 'id: l\n\u0001', b: 'title: [x]\n', c: 'x: [\n', d: ROLE });
    expect([...found].sort()).toEqual(['error control-character a:2:1', 'error syntax c:1:4', 'error type b:1:8']);
  });

  it('sorts by file and position whatever stage found the trouble', () => {
    const found = diagnoseFiles({ a: 'title: [x]\n', b: 'x: [\n', c: 'id: 1\n' });
    expect(found).toEqual(['error type a:1:8', 'error syntax b:1:4', 'error type c:1:5']);
  });

  it('sorts the syntax errors of one file by position', () => {
    expect(diagnose('a: !foo 1\nb: "x\n')).toEqual([...diagnose('a: !foo 1\nb: "x\n')].sort());
  });

  it.each([
    [
      'aliases, includes, responsibilities, skills and notes of a role',
      'aliases',
      'includes',
      'responsibilities',
      'skills',
      'notes',
      'summary',
      'track',
    ],
  ])('takes empty optional keys for absent: %s', (_what, ...keys) => {
    const text = `${HEAD}roles:\n  - id: r\n    title: R\n    rank: 1\n${keys.map((key) => `    ${key}:\n`).join('')}progressions:\nsources: ~\nnotes: null\n`;
    const { ladder, diagnostics } = parseLadder([{ file: 'l', text }]);
    expect(diagnostics).toEqual([]);
    expect(ladder).toEqual(ladderOf(`${HEAD}${ROLE}`));
  });

  it('takes empty optional keys for absent beside a mistake, too', () => {
    expect(diagnose(`${HEAD}roles:\n  - { id: r, title: R, rank: one, summary: , notes: , skills: }\n`)).toEqual([
      'error type l:6:30',
    ]);
  });

  it('does not take an empty entry of a list, or an empty key that must be there, for absent', () => {
    expect(diagnose(`${HEAD}roles:\n  - { id: r, title: , rank: 1 }\n`)).toEqual(['error type l:6:21']);
    expect(diagnose(`${HEAD}roles:\n  - { id: r, title: R, rank: 1, aliases: [x, ~] }\n`)).toEqual([
      'error type l:6:46',
    ]);
  });

  it('reads JSON of the same shape, and the schema line of editors', () => {
    const value = { $schema: '../ladder.schema.json', id: 'l', title: 'L', roles: [{ id: 'r', title: 'R', rank: 1 }] };
    const { ladder, diagnostics } = parseLadder([{ file: 'l.json', text: JSON.stringify(value) }]);
    expect(diagnostics).toEqual([]);
    expect(ladder).toMatchObject({ id: 'l', roles: [{ id: 'r' }] });
    expect(ladderOf(`# yaml-language-server: $schema=../ladder.schema.json\n${PLAIN_YAML}`)).toEqual(
      ladderOf(PLAIN_YAML),
    );
  });

  it('puts a ladder together from files that each hold a part', () => {
    const { ladder, diagnostics } = parseLadder([
      { file: 'a', text: 'id: l\nroles:\n  - { id: one, title: One, rank: 2 }\n' },
      { file: 'b', text: 'title: L\nroles:\n  - { id: two, title: Two, rank: 1 }\n' },
      { file: 'c', text: 'progressions:\n  - { from: two, to: one }\n' },
    ]);
    expect(diagnostics).toEqual([]);
    expect(ladder!.roles.map((role) => role.id)).toEqual(['two', 'one']);
    expect(ladder!.progressions).toHaveLength(1);
  });

  it('says of no file at all that it makes no ladder', () => {
    const { ladder, diagnostics } = parseLadder([]);
    expect(ladder).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-key', 'missing-key', 'missing-key']);
  });

  it('gives a ladder in spite of warnings', () => {
    const text = `${HEAD}sources: [{ id: A, title: A }]\n${ROLE}notes: [{ text: T. }]\n`;
    expect(parseLadder([{ file: 'l', text }]).ladder!.notes).toHaveLength(1);
  });

  it('keeps what is dangerous elsewhere as the text it is', () => {
    const { ladder } = parseLadder([
      { file: 'l', text: `${HEAD}roles:\n  - { id: r, title: "\\e[31m\\u202E", rank: 1 }\n` },
    ]);
    expect(ladder!.roles[0]!.title).toBe('\u001b[31m\u202e');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__defineGetter__',
    '',
    'A',
    'a b',
    'a--b',
    'ä',
    '-a',
  ])('refuses %j as an id, and does nothing worse', (id) => {
    const text = JSON.stringify({ id: 'l', title: 'L', roles: [{ id, title: 'R', rank: 1 }] });
    const found = diagnose(text);
    if (id === 'constructor') expect(found).toEqual([]);
    else expect(found).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('survives any mutation of a sound ladder with a ladder or with diagnostics that have a place', () => {
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
      '!!str ',
      '~',
      '1',
      'id',
      '\u0000',
      '😀',
    );
    const mutation = fc.record({ at: fc.nat(), length: fc.integer({ min: 0, max: 12 }), junk });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        let text = LEVELLED_YAML;
        for (const { at, length, junk: inserted } of mutations) {
          const from = at % text.length;
          text = text.slice(0, from) + inserted + text.slice(from + length);
        }
        const { ladder, diagnostics } = parseLadder([{ file: 'l', text }]);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(ladder === undefined).toBe(errors.length > 0);
        for (const { position } of errors) expect(position).toBeDefined();
      }),
      { seed: 22, numRuns: runs(40, 200) },
    );
  });

  it('reports a hundred and fifty thousand problems without running out of stack', () => {
    const text = `a: [${'*x,'.repeat(150_000)}]`;
    expect(diagnose(text).length).toBeGreaterThan(0);
  });
});
