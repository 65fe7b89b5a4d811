import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/page/address.ts';

describe('an address', () => {
  it('names a view, values and options', () => {
    expect(readAddress('#compare=head-of-product,cpo&only=changed&fewest')).toEqual({
      view: 'compare',
      values: ['head-of-product', 'cpo'],
      options: new Map([
        ['only', ['changed']],
        ['fewest', []],
      ]),
    });
  });

  it('is the ladder where there is none', () => {
    for (const hash of ['', '#']) expect(readAddress(hash)).toEqual({ view: '', values: [], options: new Map() });
  });

  it('takes what is no encoding as it stands', () => {
    expect(readAddress('#role=100%')).toMatchObject({ view: 'role', values: ['100%'] });
  });

  it('reads as people would want to send it', () => {
    expect(writeAddress('quiz', ['1e7b85:3', '2', '-'], { result: true })).toBe('#quiz=1e7b85:3,2,-&result');
    expect(writeAddress('path', ['a', 'b'], { via: [], fewest: false })).toBe('#path=a,b');
  });

  it('is read back as it was written, whatever the values', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        name,
        fc.array(text, { minLength: 1 }),
        fc.dictionary(name, fc.array(text, { minLength: 1 })),
        (view, values, options) => {
          const read = readAddress(writeAddress(view, values, options));
          expect(read).toEqual({ view, values, options: new Map(Object.entries(options)) });
        },
      ),
    );
  });
});
