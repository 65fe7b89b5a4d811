import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/ladder/json.ts';
import { parseLadder } from '../../src/ladder/parse.ts';

const read = (text: string): unknown => parseJson(text, 8)?.value;

describe('parseJson', () => {
  it.each([
    ['a key that stands twice', '{"a": 1, "a": 2}'],
    ['a key that stands twice in other letters', '{"a": 1, "\\u0061": 2}'],
    ['a key that stands twice further in', '{"a": [{"b": {"c": 1, "c": 1}}]}'],
    ['nesting over the limit', '[[[[[[[[[]]]]]]]]]'],
    ['a comma too many', '{"a": 1,}'],
    ['YAML', 'a: 1'],
    ['a bare text', '"a"'],
    ['nothing', ''],
  ])('leaves %s to the YAML parser', (_what, text) => {
    expect(parseJson(text, 8)).toBeUndefined();
  });

  it('takes the same key in two mappings, and what looks like a key in a text', () => {
    expect(read('{"a": {"a": 1}, "b": ["a", "a"], "c": "\\"a\\": 1, {[", "d": "}"}')).toEqual({
      a: { a: 1 },
      b: ['a', 'a'],
      c: '"a": 1, {[',
      d: '}',
    });
  });

  it('keeps a key named __proto__ to itself', () => {
    const value = read('{"__proto__": {"polluted": true}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('finds every value, and every key, where it stands', () => {
    const key = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('__proto__', '\\', '"', '{', 'ключ'));
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean(), fc.constant(null)),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.constantFrom(0, 2), (whole, indent) => {
        const text = JSON.stringify(whole, null, indent);
        const parsed = parseJson(text, 100)!;
        const walk = (part: unknown, path: (string | number)[]): void => {
          const at = parsed.offsetOf(path, 'value');
          expect(text.slice(at)).toMatch(new RegExp(`^${escape(JSON.stringify(part).slice(0, 1))}`));
          if (Array.isArray(part))
            part.forEach((entry, index) => {
              walk(entry, [...path, index]);
            });
          else if (typeof part === 'object' && part !== null) {
            for (const [name, entry] of Object.entries(part)) {
              const keyAt = parsed.offsetOf([...path, name], 'key');
              expect(text.slice(keyAt, keyAt + JSON.stringify(name).length)).toBe(JSON.stringify(name));
              walk(entry, [...path, name]);
            }
          }
        };
        walk(whole, []);
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});

function escape(text: string): string {
  return text.replace(/[[\]{}"\\]/g, '\\$&');
}

it('speaks of a mistake in JSON with its line and column', () => {
  const text = '{\n  "id": "l", "title": "L",\n  "roles": [\n    {"id": "r", "title": true, "rank": 1}\n  ]\n}\n';
  const { diagnostics } = parseLadder([{ file: 'l.json', text }]);
  expect(diagnostics.map(({ position }) => position)).toEqual([{ line: 4, column: 26 }]);
});
