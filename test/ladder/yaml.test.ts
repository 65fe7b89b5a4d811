import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ALIASES, MOST_NESTING, parseYaml } from '../../src/ladder/yaml.ts';

/** A text's problems, each as `code line:column`. */
function problemsOf(text: string): string[] {
  return parseYaml(text).problems.map(({ code, position }) => `${code} ${position.line}:${position.column}`);
}

/** The value of a text that has no problems. */
function valueOf(text: string): unknown {
  const { value, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  return value;
}

describe('parseYaml on sound texts', () => {
  it.each<[string, string, unknown]>([
    ['a mapping', 'a: 1\nb: [x, y]\n', { a: 1, b: ['x', 'y'] }],
    ['JSON', '{"a": [1, 2, {"b": null}], "c": "\\u00e9"}', { a: [1, 2, { b: null }], c: 'é' }],
    ['Windows line ends', 'a: x\r\nb:\r\n  - y\r\n', { a: 'x', b: ['y'] }],
    ['mixed line ends', 'a: x\r\nb: y\nc: z\r\n', { a: 'x', b: 'y', c: 'z' }],
    ['a byte order mark', '\ufeffa: x\n', { a: 'x' }],
    ['a folded text', 'a: >-\n  one\n  two\n', { a: 'one two' }],
    ['an empty text', '', null],
    ['only a comment', '# nothing\n', null],
    ['only a document mark', '---\n', null],
    ['a bare text', 'x', 'x'],
    ['a list', '- 1\n- 2\n', [1, 2]],
    ['numbers as keys', '1: a\n2: b\n', { 1: 'a', 2: 'b' }],
    ['words that other schemas read as values, as keys', 'null: 1\ntrue: 2\nno: 3\n', { null: 1, true: 2, no: 3 }],
    ['a key without a value', '? a\n', { a: null }],
    ['a merge key, which is a key like any other', 'a: {<<: 1}\n', { a: { '<<': 1 } }],
    ['an unknown directive of a version', '%YAML 1.1\n---\na: no\nb: 12:30:45\n', { a: 'no', b: '12:30:45' }],
  ])('reads %s', (_what, text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it.each([
    'no',
    'No',
    'NO',
    'n',
    'N',
    'off',
    'Off',
    'yes',
    'Yes',
    'y',
    'Y',
    'on',
    'On',
    '12:30:45',
    '1_000',
    '2001-01-01',
    '2001-01-01T00:00:00Z',
    '0b11',
    '<<',
    '=',
    '1.2.3',
    '+.Inf.',
  ])('keeps the text %s a text', (scalar) => {
    expect(valueOf(`a: ${scalar}`)).toEqual({ a: scalar });
    expect(valueOf(`%YAML 1.1\n---\na: ${scalar}`)).toEqual({ a: scalar });
  });

  it.each<[string, unknown]>([
    ['true', true],
    ['False', false],
    ['null', null],
    ['~', null],
    ['012', 12],
    ['0x10', 16],
    ['0o17', 15],
    ['3.10', 3.1],
    ['-0', -0],
    ['1e999', Infinity],
    ['.inf', Infinity],
    ['.nan', NaN],
  ])('reads %s as YAML 1.2 does', (scalar, value) => {
    expect(valueOf(`a: ${scalar}`)).toEqual({ a: value });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'takes %s for a key like any other',
    (key) => {
      const value = valueOf(`${key}: { polluted: yes it is }\n`) as Record<string, unknown>;
      expect(Object.keys(value)).toEqual([key]);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Object.hasOwn(value, key)).toBe(true);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('takes an anchor and its aliases for the same value, written out', () => {
    expect(valueOf('a: &x { k: 1 }\nb: *x\nc: [*x, *x]\n')).toEqual({
      a: { k: 1 },
      b: { k: 1 },
      c: [{ k: 1 }, { k: 1 }],
    });
    expect(valueOf('a: &x 1\nb: &x 2\nc: *x\n')).toEqual({ a: 1, b: 2, c: 2 });
  });

  it(`takes ${MOST_ALIASES} aliases`, () => {
    const value = valueOf(`a: &x 1\nb: [${'*x, '.repeat(MOST_ALIASES)}]\n`) as { readonly b: readonly unknown[] };
    expect(value.b).toHaveLength(MOST_ALIASES);
  });

  it.each(['[', '- '])(`takes a nesting of ${MOST_NESTING} made with %j`, (open) => {
    const close = open === '[' ? ']' : '';
    let value = valueOf(`${open.repeat(MOST_NESTING)}x${close.repeat(MOST_NESTING)}`);
    for (let depth = 0; depth < MOST_NESTING; depth++) value = (value as unknown[])[0];
    expect(value).toBe('x');
  });

  it(`takes ${MOST_NESTING} empty lists in one another, and not one more`, () => {
    const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(problemsOf(nest(MOST_NESTING))).toEqual([]);
    expect(problemsOf(nest(MOST_NESTING + 1))).toEqual([`too-deep 1:${MOST_NESTING + 1}`]);
  });

  it('reads anything that JSON can say, as JSON says it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 8 });
    const data = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(text, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(data, (value) => {
        expect(valueOf(JSON.stringify(value, null, 2))).toEqual(value);
      }),
      { seed: 20, numRuns: 500 },
    );
  });
});

describe('parseYaml on hostile and broken texts', () => {
  it.each([
    ['two documents', 'a: 1\n---\nb: 2\n', 'syntax 2:1'],
    ['an unclosed list', 'a: [1,\n', 'syntax 1:4'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'syntax 2:1'],
    ['a lone carriage return between two keys', 'a: b\rc: d', 'syntax 1:4'],
    ['a list as a key', '? [a]\n: b\n', 'syntax 1:3'],
    ['an application tag', 'a: 1\nb: !foo 1\n', 'syntax 2:4'],
    ['a language tag', 'a: !!js/function "x"\n', 'syntax 1:4'],
    ['a binary tag', 'a: !!binary aGk=\n', 'syntax 1:4'],
    ['a set tag', 'a: !!set {x, y}\n', 'syntax 1:4'],
    ['a tag of its own directive', '%TAG ! tag:x,2000:\n---\na: !b c\n', 'syntax 3:4'],
    ['an escape beyond Unicode', 'a: "\\UFFFFFFFF"\n', 'syntax 1:5'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1'],
    ['a key that stands twice, once quoted', 'x: { "a": 1, a: 2 }\n', 'duplicate-key 1:14'],
    ['a number and a text as the same key', '1: a\n"1": b\n', 'duplicate-key 2:1'],
    ['an alias without an anchor', 'a: *nope\n', 'alias 1:4'],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', 'alias 1:4'],
    ['a list that contains itself', 'a: &x [1, *x]\n', 'alias 1:11'],
    ['a mapping that contains itself', 'a: &x\n  b: *x\n', 'alias 2:6'],
    ['a NUL', 'a: x\u0000y\n', 'control-character 1:5'],
    ['an escape character', 'a: 1\nbc: \u001b[31m\n', 'control-character 2:5'],
    ['half of a surrogate pair', 'a: \ud800\n', 'control-character 1:4'],
    ['a noncharacter', 'a: \uffff\n', 'control-character 1:4'],
  ])('refuses %s at its place', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('counts lines and columns the same with Windows line ends and after a byte order mark', () => {
    expect(problemsOf('a: 1\r\nb: 2\r\na: 3\r\n')).toEqual(['duplicate-key 3:1']);
    expect(problemsOf('\ufeffa: 1\nb: [*x]\n')).toEqual(['alias 2:5']);
    expect(problemsOf('\ufeffa: \u0001\n')).toEqual(['control-character 1:4']);
  });

  it.each(['\u007f', '\u0080', '\u009b'])('reads a text with %j, in YAML as in JSON', (character) => {
    for (const text of [`{"a": "x${character}y"}`, `a: x${character}y\n`]) {
      expect(parseYaml(text)).toMatchObject({ value: { a: `x${character}y` }, problems: [] });
    }
  });

  it('names the control character', () => {
    expect(parseYaml('a: \u0007').problems[0]!.message).toBe(
      'found the control character U+0007, expected printable text',
    );
  });

  it.each([
    '!!str 1',
    '!!int 1',
    '!!float 1',
    '!!map {}',
    '!!seq []',
    '!!bool true',
    '!!null ""',
    '!!timestamp 2001-01-01',
    '!!omap [a: 1]',
    '!!merge <<',
    '!local x',
    '!<tag:yaml.org,2002:str> x',
  ])('refuses the tag of %s, and warns nobody', (tagged) => {
    const { problems } = parseYaml(`a: ${tagged}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(/tag/i);
    expect(problems[0]!.position.line).toBe(1);
  });

  it.each([
    ['lists in brackets', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['lists with dashes', (depth: number) => '- '.repeat(depth) + 'x'],
    ['mappings in braces', (depth: number) => '{a: '.repeat(depth) + '1' + '}'.repeat(depth)],
    ['indented mappings', (depth: number) => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ])('refuses %s beyond the limit', (_what, nest) => {
    for (const depth of [MOST_NESTING + 1, 100]) {
      expect(parseYaml(nest(depth)).problems.map(({ code }) => code)).toContain('too-deep');
    }
    for (const depth of [1000, 3000]) {
      const { problems, value } = parseYaml(nest(depth));
      expect(problems.length).toBeGreaterThan(0);
      expect(value).toBeUndefined();
    }
  });

  it('says that it is nested too deep also where the parser itself gives up', () => {
    expect(parseYaml(`${'- '.repeat(10_000)}x`).problems.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('points at the first bracket that is one too many', () => {
    expect(problemsOf('['.repeat(100_000))).toEqual([`too-deep 1:${16 * MOST_NESTING + 1}`]);
    expect(problemsOf(`a: ${'{'.repeat(100_000)}`)).toEqual([`too-deep 1:${16 * MOST_NESTING + 4}`]);
  });

  it('refuses one alias more than the limit, once, at its place', () => {
    const text = `a: &x 1\nb:\n${'  - *x\n'.repeat(MOST_ALIASES + 50)}`;
    expect(problemsOf(text)).toEqual([`alias ${2 + MOST_ALIASES + 1}:5`]);
  });

  it.each([
    ['nine times nine', 9, 9],
    ['two to the hundredth', 120, 2],
    ['twenty of a hundred', 20, 100],
  ])('refuses a bomb of aliases: %s', (_what, levels, width) => {
    const lines = ['a0: &a0 lol'];
    for (let level = 1; level <= levels; level++) {
      const aliases = Array<string>(width).fill(`*a${level - 1}`);
      lines.push(`a${level}: &a${level} [${aliases.join(', ')}]`);
    }
    // 81 aliases are within the limit: what they stand for is shared, not copied.
    const { problems } = parseYaml(lines.join('\n'));
    expect(problems.map(({ code }) => code)).toEqual(levels * width > MOST_ALIASES ? ['alias'] : []);
  });

  it('keeps its wits with thirty thousand keys', () => {
    const keys = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect(Object.keys(valueOf(keys) as object)).toHaveLength(30_000);
    expect(problemsOf(`${keys}k7: 2\n`)).toEqual(['duplicate-key 30001:1']);
  });

  const piece = fc.constantFrom(
    ...['a', 'b: ', ': ', '- ', '\n', '  ', '[', ']', '{', '}', ',', '&x ', '*x', '!t ', '"', "'", '#', '? ', '|', '>'],
    ...[
      '---\n',
      '%YAML 1.1\n',
      '...\n',
      '\t',
      '\r',
      '\u0000',
      '\ufeff',
      '\\',
      '<<: ',
      '__proto__: ',
      '1e9',
      '~',
      '`',
      '@',
    ],
  );
  const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('never throws, and places every problem on a line of the text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { problems, locate } = parseYaml(text);
        for (const { position, message } of problems) {
          expect(message).not.toBe('');
          expect(position.line).toBeGreaterThanOrEqual(1);
          expect(position.line).toBeLessThanOrEqual(text.split('\n').length);
          expect(position.column).toBeGreaterThanOrEqual(1);
        }
        locate(['a', 0, 'b'], 'value');
      }),
      { seed: 21, numRuns: 3000 },
    );
  });

  it('places every problem in a column of its line, or just behind it', () => {
    // The parser's own offset lies beyond the end of the text for "*x%YAML 1.1\n__proto__: {".
    fc.assert(
      fc.property(soup, (text) => {
        const lines = text.replace(/^\ufeff/, '').split('\n');
        for (const { position } of parseYaml(text).problems) {
          expect(position.column).toBeLessThanOrEqual(lines[position.line - 1]!.length + 1);
        }
      }),
      { seed: 21, numRuns: 3000 },
    );
  });
});

describe('the positions of a parsed text', () => {
  const text = `# comment
title: T
roles:
  - id: a
    aliases: [x, "y y",
      z]
  - { id: b, rank: 1 }
empty:
shared: &s
  deep: 1
again: *s
`;
  const at = (path: readonly (string | number)[], part: 'key' | 'value' = 'value') => {
    const found = parseYaml(text).locate(path, part);
    return found && `${found.line}:${found.column}`;
  };

  it.each([
    [[], '2:1'],
    [['title'], '2:8'],
    [['roles', 0], '4:5'],
    [['roles', 0, 'id'], '4:9'],
    [['roles', 0, 'aliases', 1], '5:18'],
    [['roles', 0, 'aliases', 2], '6:7'],
    [['roles', 1, 'rank'], '7:20'],
    [['again'], '11:8'],
    [['again', 'deep'], '10:9'],
  ])('finds the value at %j', (path, position) => {
    expect(at(path)).toBe(position);
  });

  it('finds the key when the key is meant', () => {
    expect(at(['roles', 1, 'rank'], 'key')).toBe('7:14');
    expect(at(['empty'], 'key')).toBe('8:1');
  });

  it('falls back to the nearest place that there is', () => {
    expect(at(['roles', 1, 'nothing'])).toBe('7:5');
    expect(at(['roles', 9])).toBe('4:3');
    expect(at(['title', 'below', 3])).toBe('2:8');
  });

  it('finds the anchored value that stands last before an alias, and one behind two aliases', () => {
    const { locate } = parseYaml('a: &x { k: 1 }\nb: &y { z: *x }\nc: &x { k: 2 }\nd: *y\n');
    expect(locate(['d', 'z', 'k'], 'value')).toEqual({ line: 1, column: 12 });
    expect(locate(['d', 'z', 'k'], 'key')).toEqual({ line: 1, column: 9 });
  });

  it('knows no place in a text that holds nothing', () => {
    expect(parseYaml('').locate(['a'], 'value')).toBeUndefined();
    expect(parseYaml('\u0000').locate([], 'value')).toBeUndefined();
  });
});

describe('what is no YAML', () => {
  const told = (text: string): string[] =>
    parseYaml(text).problems.map(({ message, position, hint }) => {
      return `${position.line}:${position.column} ${message}${hint === undefined ? '' : ` (${hint})`}`;
    });

  it.each<[string, string]>([
    ['id: x\ntitle: "Head\nroles: []\n', '2:8 the quote that opens here is not closed (close it with "'],
    ["id: x\ntitle: 'Head\n", "2:8 the quote that opens here is not closed (close it with '; write ''"],
    ['id: x\nroles: [a, b\ntitle: X\n', '2:8 the list that opens here is not closed (close it with ]'],
    ['roles:\n  - { id: a\n  - { id: c }\n', '2:5 the mapping that opens here is not closed (close it with }'],
    ['{"a": [1, 2}\n', '1:7 the list that opens here is not closed'],
    ['a: [b, {c: [d}\n', '1:12 the list that opens here is not closed'],
    ['id: x\n---\nid: y\n', '2:1 found a second document, expected one (put each into a file of its own)'],
    ['title: X: y\n', '1:8 found ": " inside a text, expected one key and one value (put the text in quotes: "X: y")'],
    ['- id: a\n     title: x\n', '2:6 found a line that is indented deeper than the one above it'],
    ['roles:\n  - id: a\n b: c\n', '3:2 found a key that starts in a different column from the keys before it'],
    ['roles:\n- id: a\n- id: b\n title: x\n', '4:2 found a line that belongs to no entry of the list'],
    ['  - id: a\ntitle: x\n', '2:1 found a line that starts further left than the first line of the file (start all'],
    ['# c\n---\n  id: a\n\n- b\n', '5:1 found a line that starts further left than the first line of the file'],
    ['"a"\n"b"\n', '2:1 found a line that belongs to nothing above it (a file is one mapping'],
    ['id: x\njust words\ntitle: y\n', '2:1 found a line without a key, expected "key: value"'],
    ['a:\n\tb: 1\n', '2:1 found a tab as indentation, expected spaces'],
    ['title: @x\n', '1:8 found a text that starts with @ (put it in quotes)'],
    ['text: "a" b\n', '1:11 found more text after a value (put all of it in quotes'],
    ['- a\nb: c\n', '2:1 found a key after a list, expected another entry of it'],
    ['- a\n# note\nb: c\n', '3:1 found a key after a list, expected another entry of it'],
    ['text: > x\n', '1:9 found text right after > or |'],
    ['text: "a\\qb"\n', '1:9 found \\q between double quotes, which means nothing'],
    ['{a: 1, , b: 2}\n', '1:8 found a comma with nothing before it'],
    [']\n', '1:1 found ], and nothing that it closes'],
    ['{"a": 1 "b": 2}\n', '1:7 found two entries with no comma between them'],
    ['a: "b"#c\n', '1:7 found # right after a value'],
    ['text: !important x\n', '1:7 found the tag !important, expected plain data'],
    ['a: *\n', '1:4 found * with no name after it'],
    ['%FOO x\n---\na: b\n', "1:1 found %FOO, which isn't a YAML directive"],
    ['id: x\n<<<<<<< HEAD\ntitle: y\n', '2:1 found the mark of a merge conflict (resolve the conflict first)'],
  ])('%j is told of once, where it begins', (text, expected) => {
    const [first, ...others] = told(text);
    expect(first!.slice(0, expected.length)).toBe(expected);
    expect(others).toEqual([]);
  });

  it('keeps mistakes of different lines apart', () => {
    expect(told('a: @x\nb: c\nd: `e`\n')).toEqual([
      '1:4 found a text that starts with @ (put it in quotes)',
      '3:4 found a text that starts with ` (put it in quotes)',
    ]);
  });

  it('is told of for each of many lists, each where it opens', () => {
    const keys = Array.from({ length: 400 }, (_, index) => `k${index + 1000}: [x\n`);
    const places = told(keys.join('')).map((line) => line.replace(/ .*/, ''));
    expect(places).toEqual(keys.map((_, index) => `${index + 1}:8`));
  });
});
