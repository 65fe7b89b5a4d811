import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/report/json.ts';
import { runs } from '../support/thorough.ts';

describe('toJson', () => {
  it('escapes what a terminal would act on', () => {
    expect(toJson('\u001b\u007f\u009b\u202e\u2028\ufeff\u200b')).toBe(
      '"\\u001b\\u007f\\u009b\\u202e\\u2028\\ufeff\\u200b"\n',
    );
    expect(toJson({ '\u202ekey': 1 })).toContain('"\\u202ekey"');
    expect(toJson('\ud800')).toBe('"\\ud800"\n');
    expect(toJson('é 日 👍')).toBe('"é 日 👍"\n');
  });

  it('escapes the invisible tag characters, which are pairs of halves', () => {
    expect(toJson('a\u{e0041}')).toBe('"a\\udb40\\udc41"\n');
  });

  it('keeps the value exactly, and gives nothing dangerous out', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.string({
        unit: fc.constantFrom('\u001b', '\u009b', '\u202e', '\u2066', '\u2028', '\ud800', '"', '\\', 'a'),
        maxLength: 8,
      }),
    );
    const data = fc.dictionary(text, fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { maxLength: 4 }), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(data, (value) => {
        const json = toJson(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(json).toMatch(/\n$/);

        expect(json).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u,
        );
      }),
      { seed: 41, numRuns: runs(200, 1000) },
    );
  });
});
