import { describe, expect, it } from 'vitest';
import { isMapping, object, record } from '../../src/schema/mapping.ts';
import {
  boolean,
  describe as describeValue,
  either,
  integer,
  list,
  number,
  oneOf,
  type Path,
  pattern,
  type Shape,
  text,
} from '../../src/schema/shape.ts';

interface Found {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly part?: string | undefined;
}

function check(shape: Shape<unknown>, value: unknown): Found[] {
  const found: Found[] = [];
  shape.check(value, ['top'], (code, path, message, hint, part) => {
    found.push({
      code,
      path,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(part === undefined ? {} : { part }),
    });
  });
  return found;
}

describe('describe', () => {
  it.each<[unknown, string]>([
    [null, 'nothing'],
    [undefined, 'nothing'],
    [[], 'an empty list'],
    [[1], 'a list'],
    ['', 'an empty text'],
    ['abc', 'the text "abc"'],
    ['x'.repeat(41), `the text "${'x'.repeat(40)}…"`],
    [1.5, 'the number 1.5'],
    [Infinity, 'the number Infinity'],
    [false, 'the boolean false'],
    [{}, 'a mapping'],
  ])('says of %j that it is %s', (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});

describe('the leaves', () => {
  const id = pattern('an id: small letters', '^[a-z]+$', 'An id.');
  const word = oneOf(['promotion', 'lateral'], 'A kind.');

  it.each<[string, Shape<unknown>, unknown]>([
    ['text', text(), 'x'],
    ['text', text(), ' x '],
    ['pattern', id, 'abc'],
    ['number', number(''), 0],
    ['number', number(''), -1.5],
    ['integer', integer(1, 5), 1],
    ['integer', integer(1, 5), 5],
    ['boolean', boolean(''), false],
    ['oneOf', word, 'lateral'],
  ])('accept what fits: %s', (_what, shape, value) => {
    expect(check(shape, value)).toEqual([]);
  });

  it.each<[string, Shape<unknown>, unknown, string, string?]>([
    ['text', text(), true, 'found the boolean true, expected text', 'put it in quotes'],
    ['text', text(), 1.1, 'found the number 1.1, expected text', 'put it in quotes'],
    ['text', text(), null, 'found nothing, expected text'],
    ['text', text(), '', 'found an empty text, expected text'],
    ['text', text(), ' \u3000\n', 'found the text " \u3000\n", expected text'],
    ['text', text(), ['x'], 'found a list, expected text'],
    ['pattern', id, 'ABC', 'found the text "ABC", expected an id: small letters'],
    ['pattern', id, 7, 'found the number 7, expected an id: small letters'],
    ['pattern', id, 'a\n', 'found the text "a\n", expected an id: small letters'],
    ['number', number(''), '1', 'found the text "1", expected a number'],
    ['number', number(''), NaN, 'found the number NaN, expected a number'],
    ['number', number(''), Infinity, 'found the number Infinity, expected a number'],
    ['integer', integer(1, 5), 0, 'found the number 0, expected a whole number from 1 to 5'],
    ['integer', integer(1, 5), 6, 'found the number 6, expected a whole number from 1 to 5'],
    ['integer', integer(1, 5), 1.5, 'found the number 1.5, expected a whole number from 1 to 5'],
    ['integer', integer(1, 5), '3', 'found the text "3", expected a whole number from 1 to 5'],
    ['boolean', boolean(''), 'yes', 'found the text "yes", expected true or false'],
    [
      'oneOf',
      word,
      'promotoin',
      'found the text "promotoin", expected one of promotion, lateral',
      'did you mean promotion?',
    ],
    ['oneOf', word, 'zzz', 'found the text "zzz", expected one of promotion, lateral'],
    ['oneOf', word, 3, 'found the number 3, expected one of promotion, lateral'],
  ])('say what was found and expected: %s', (_what, shape, value, message, hint) => {
    const found = { code: 'type', path: ['top'], message };
    expect(check(shape, value)).toEqual([hint === undefined ? found : { ...found, hint }]);
  });
});

describe('list', () => {
  it('checks each entry, at its index', () => {
    expect(check(list(number('')), [1, 'x', 2, null])).toMatchObject([
      { path: ['top', 1], message: 'found the text "x", expected a number' },
      { path: ['top', 3], message: 'found nothing, expected a number' },
    ]);
    expect(check(list(number('')), [])).toEqual([]);
  });

  it('refuses what is no list', () => {
    expect(check(list(text()), 'x')).toMatchObject([{ path: ['top'], message: 'found the text "x", expected a list' }]);
    expect(check(list(text()), { 0: 'x' })).toMatchObject([{ message: 'found a mapping, expected a list' }]);
  });
});

describe('record', () => {
  it('checks each value, at its key, whatever the key', () => {
    const value = JSON.parse('{"a": 1, "__proto__": "x", "constructor": "y"}') as unknown;
    expect(check(record(number(''), ''), value)).toMatchObject([
      { path: ['top', '__proto__'] },
      { path: ['top', 'constructor'] },
    ]);
    expect(check(record(number(''), ''), ['x'])).toMatchObject([{ message: 'found a list, expected a mapping' }]);
  });
});

describe('object', () => {
  const role = object({ id: text(), rank: number('') }, { title: text(), toString: text() });

  it('accepts what it must have with or without what it may have', () => {
    expect(check(role, { id: 'a', rank: 1 })).toEqual([]);
    expect(check(role, { id: 'a', rank: 1, title: 'A' })).toEqual([]);
  });

  it('names every key that is missing, and what it should hold', () => {
    expect(check(role, { title: 'A' })).toEqual([
      { code: 'missing-key', path: ['top'], message: 'the key "id" is missing, expected text' },
      { code: 'missing-key', path: ['top'], message: 'the key "rank" is missing, expected a number' },
    ]);
  });

  it('points at the key that does not belong, with the nearest or all that do', () => {
    expect(check(role, { id: 'a', rank: 1, titel: 'A', zzzzzz: 1 })).toEqual([
      {
        code: 'unknown-key',
        path: ['top', 'titel'],
        message: '"titel" is not a key that belongs here',
        hint: 'did you mean title?',
        part: 'key',
      },
      {
        code: 'unknown-key',
        path: ['top', 'zzzzzz'],
        message: '"zzzzzz" is not a key that belongs here',
        hint: 'the keys here are: id, rank, title, toString',
        part: 'key',
      },
    ]);
  });

  it('takes an optional key that was left empty for absent, and a required one not', () => {
    expect(check(role, { id: 'a', rank: 1, title: null })).toEqual([]);
    expect(check(role, { id: null, rank: 1 })).toMatchObject([
      { path: ['top', 'id'], message: 'found nothing, expected text' },
    ]);
  });

  it('is not fooled by keys that every object has', () => {
    const plain = object({ id: text() }, {});
    for (const key of ['constructor', '__proto__', 'hasOwnProperty']) {
      const value = JSON.parse(`{"id": "a", "${key}": "x"}`) as unknown;
      expect(check(plain, value)).toMatchObject([{ code: 'unknown-key', path: ['top', key] }]);
    }
    expect(check(object({ toString: text() }, {}), {})).toMatchObject([{ code: 'missing-key' }]);
  });

  it('refuses what is no mapping', () => {
    for (const value of [null, [], 'x', 1]) expect(check(role, value)).toMatchObject([{ code: 'type' }]);
  });
});

describe('either', () => {
  const shape = either(text(), object({ text: text() }, {}));

  it('judges a value by the form that it means to be', () => {
    expect(check(shape, 'x')).toEqual([]);
    expect(check(shape, { text: 'x' })).toEqual([]);
    expect(check(shape, '')).toMatchObject([{ message: 'found an empty text, expected text' }]);
    expect(check(shape, { txt: 'x' })).toMatchObject([{ code: 'unknown-key', hint: 'did you mean text?' }]);
    expect(check(shape, ['x'])).toMatchObject([{ message: 'found a list, expected a mapping' }]);
  });

  it('names both forms where neither is meant', () => {
    expect(check(shape, 3)).toMatchObject([
      { message: 'found the number 3, expected text or a mapping', hint: 'put it in quotes' },
    ]);
    expect(check(shape, null)).toMatchObject([{ message: 'found nothing, expected text or a mapping' }]);
  });
});

describe('one error for one fault', () => {
  const skill = object({ skill: pattern('an id', '^[a-z0-9]+$', '') }, { level: text() }, undefined, '{ skill: sql }');

  it('shows the form that was meant', () => {
    expect(check(skill, { sql: 'advanced' })).toMatchObject([
      { code: 'unknown-key', hint: 'for example: { skill: sql }' },
    ]);
    expect(check(skill, 'sql')).toMatchObject([{ code: 'type', hint: 'for example: { skill: sql }' }]);
    expect(check(object({ id: text(), title: text() }, {}), 'x')).toMatchObject([
      { hint: 'for example: { id: …, title: … }' },
    ]);
  });

  it('does not miss the key that stands there under another name', () => {
    const role = object({ id: text(), title: text() }, {});
    expect(check(role, { id: 'a', name: 'A' })).toMatchObject([{ code: 'unknown-key', hint: 'did you mean title?' }]);
    expect(check(role, { id: 'a', titel: 'A' })).toMatchObject([{ code: 'unknown-key', hint: 'did you mean title?' }]);
    expect(check(role, { id: 'a', constructor: 'A' })).toMatchObject([
      { code: 'unknown-key' },
      { code: 'missing-key' },
    ]);
  });

  it('says that an id, too, may need quotes, where they would mend it', () => {
    expect(check(skill, { skill: 3 })).toMatchObject([{ code: 'type', hint: 'put it in quotes' }]);
    expect(check(either(pattern('an id', '^[a-z0-9]+$', ''), skill), 3)).toMatchObject([{ hint: 'put it in quotes' }]);
    expect(check(skill, { skill: -3 })[0]).not.toHaveProperty('hint', 'put it in quotes');
  });
});

describe('isMapping', () => {
  it('tells mappings from lists, texts and nothing', () => {
    expect([{}, { a: 1 }].every(isMapping)).toBe(true);
    expect([null, undefined, [], 'x', 1, true].some(isMapping)).toBe(false);
  });
});
