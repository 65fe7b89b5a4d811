import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawExcerpt } from '../../src/report/excerpt.ts';
import { printable } from '../../src/report/printable.ts';
import { widthOf } from '../../src/report/width.ts';

/** Both lines, of a text in which ^ stands before what is meant. */
function draw(marked: string, width = 40, shown: (text: string) => string = printable): string[] {
  const column = marked.indexOf('^') + 1;
  const { source, caret } = drawExcerpt({ line: 7, text: marked.replace('^', ''), column }, width, shown);
  return [source, caret];
}

describe('drawExcerpt', () => {
  it.each([
    ['plain text', '    rank: ^second', '7 |     rank: second', '  |           ^'],
    ['the first column', '^id: x', '7 | id: x', '  | ^'],
    ['the end of the line', 'id:^', '7 | id:', '  |    ^'],
    ['an empty line', '^', '7 |', '  | ^'],
    ['wide characters before the caret', 'name: 日本 ^x', '7 | name: 日本 x', '  |            ^'],
    ['a tab before the caret', 'a:\t^x', '7 | a:    x', '  |       ^'],
    ['an emoji of several parts', '👩‍👩‍👧: ^x', '7 | 👩‍👩‍👧: x', '  |     ^'],
    ['an accent of its own', 'e\u0301: ^x', '7 | e\u0301: x', '  |    ^'],
    ['an escape sequence', 'a: \u001b[31m^x', '7 | a: <U+001B>[31mx', '  |                ^'],
    ['a sign that turns the line round', 'a: \u202e^x', '7 | a: <U+202E>x', '  |            ^'],
    ['a return inside', 'a\r^b', '7 | a b', '  |   ^'],
  ])('puts the caret under what is meant: %s', (_what, marked, source, caret) => {
    expect(draw(marked)).toEqual([source, caret]);
  });

  it('cuts a long line on both sides of the caret, with a sign', () => {
    expect(draw(`${'a'.repeat(50)}^X${'b'.repeat(50)}`, 24)).toEqual(['7 | …aaaaaaaaaXbbbbbbbb…', '  |           ^']);
    expect(draw(`${'a'.repeat(50)}^X`, 24)).toEqual(['7 | …aaaaaaaaaaaaaaaaaaX', '  |                    ^']);
    expect(draw(`^X${'b'.repeat(50)}`, 24)).toEqual(['7 | Xbbbbbbbbbbbbbbbbbb…', '  | ^']);
    expect(draw(`${'日'.repeat(50)}^X${'本'.repeat(50)}`, 24)).toEqual(['7 | …日日日日X本本本本…', '  |          ^']);
  });

  it('uses the signs that the format has', () => {
    const ascii = (text: string): string => printable(text).replaceAll('…', '...');
    expect(draw(`${'a'.repeat(50)}^X`, 24, ascii)[0]).toBe('7 | ...aaaaaaaaaaaaaaaaX');
  });

  it('looks at no more of a line of many megabytes than can be shown', () => {
    const text = '日'.repeat(3_000_000);
    const { source, caret } = drawExcerpt({ line: 1, text, column: 1_500_000 }, 80, printable);
    expect(widthOf(source)).toBeLessThanOrEqual(80);
    expect(caret.length).toBeLessThanOrEqual(80);
  });

  it('fits any line into any width, with the character that is meant above the caret', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '日', '😀', '\t', '\u001b', '\u202e', 'é', '`', '"');
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 120 }),
        fc.array(unit, { maxLength: 120 }),
        fc.integer({ min: 20, max: 120 }),
        (before, after, width) => {
          const text = `${before.join('')}X${after.join('')}`;
          const { source, caret } = drawExcerpt(
            { line: 12, text, column: before.join('').length + 1 },
            width,
            printable,
          );
          expect(widthOf(source)).toBeLessThanOrEqual(width);
          expect(caret.length).toBeLessThanOrEqual(width);
          expect(source).not.toMatch(/[\u0000-\u001f\u202e]/);
          // The one X of the line.
          expect(widthOf(source.slice(0, source.indexOf('X')))).toBe(caret.indexOf('^'));
        },
      ),
      { seed: 33, numRuns: 1000 },
    );
  });
});
