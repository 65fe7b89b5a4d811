import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Inline, type Line, plain, type Style } from '../../src/report/report.ts';
import { printable } from '../../src/report/printable.ts';
import { type Piece, widthOf, wrapLine } from '../../src/report/width.ts';

const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');
const wrapped = (text: string, width: number): string[] => wrapLine([text], width).map(textOf);

const segmenter = new Intl.Segmenter('en');
const graphemesIn = (text: string): number => [...segmenter.segment(text)].length;

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['ｶﾅ', 2],
    ['👍', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇩🇰', 2],
    ['─█→', 3],
  ])('measures %j as %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  it('agrees with string-width on anything that is printable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (input) => {
        const text = printable(input);
        expect(widthOf(text)).toBe(stringWidth(text));
      }),
      { seed: 26, numRuns: 1000 },
    );
  });
});

describe('wrapLine', () => {
  it.each<[string, number, string[]]>([
    ['', 5, ['']],
    ['   ', 5, ['']],
    ['one', 5, ['one']],
    ['one two', 7, ['one two']],
    ['one two', 6, ['one', 'two']],
    ['one  two', 20, ['one two']],
    [' one ', 20, ['one']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a bcdefgh', 3, ['a', 'bcd', 'efg', 'h']],
    ['日本語テキスト', 5, ['日本', '語テ', 'キス', 'ト']],
    ['日 本', 2, ['日', '本']],
    ['日', 1, ['日']],
    ['👍👍', 3, ['👍', '👍']],
    ['e\u0301e\u0301', 1, ['e\u0301', 'e\u0301']],
  ])('breaks %j at %i columns', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  it('keeps words together that a change of style runs through', () => {
    const line: Line = ['(', { text: 'one', style: 'strong' }, ') two'];
    expect(wrapLine(line, 5).map(textOf)).toEqual(['(one)', 'two']);
    expect(wrapLine(line, 4).map(textOf)).toEqual(['(one', ')', 'two']);
  });

  it('carries styles over a break, and joins what has one style', () => {
    const line: Line = [{ text: 'one two', style: 'strong' }, { text: ' three', style: 'strong' }, ' four'];
    expect(wrapLine(line, 9)).toEqual([
      [{ text: 'one two', style: 'strong' }],
      [{ text: 'three', style: 'strong' }],
      [{ text: 'four', style: undefined }],
    ]);
  });

  const word = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('日', '本', 'ー', '。'), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('👍', '👩‍👩‍👧‍👦', '🇩🇰', '👍🏽', '❤️'), maxLength: 5 }),
    fc.string({ unit: fc.constantFrom('e\u0301', 'ก็', 'हि', 'न्दी', 'ـا'), maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => printable(words.join(' ')));
  const style = fc.option(fc.constantFrom<Style>('strong', 'muted', 'cite'), { nil: undefined });
  const width = fc.integer({ min: 1, max: 40 });

  it('makes no line wider than asked for, unless it is a single character, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(text, width, (line, columns) => {
        const lines = wrapped(line, columns);
        expect(lines.length).toBeGreaterThan(0);
        for (const part of lines) {
          if (widthOf(part) > columns) expect(graphemesIn(part)).toBe(1);
          expect(part).not.toMatch(/^ | $/);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
      }),
      { seed: 27, numRuns: 2000 },
    );
  });

  it('breaks no earlier than it must', () => {
    fc.assert(
      fc.property(text, width, (line, columns) => {
        const lines = wrapped(line, columns);
        lines.slice(1).forEach((next, index) => {
          const [first] = next.split(' ');
          const start = segmenter.segment(first!).containing(0)?.segment ?? '';
          // Either the next word would not have fitted behind a blank, or the word itself was broken to the last column.
          const fits = widthOf(`${lines[index]!} ${first!}`) <= columns;
          if (fits) expect(widthOf(lines[index]! + start)).toBeGreaterThan(columns);
        });
      }),
      { seed: 28, numRuns: 1000 },
    );
  });

  it('keeps every character in its style', () => {
    const inline = fc.tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '日'), maxLength: 12 }), style);
    const marked = (pieces: readonly (readonly [string, Style | undefined])[]): string[] =>
      pieces.flatMap(([part, given]) =>
        Array.from(part, (c) => `${c} ${given ?? ''}`).filter((c) => !c.startsWith(' ')),
      );
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), width, (pieces, columns) => {
        const line: Inline[] = pieces.map(([part, given]) => (given ? { text: part, style: given } : part));
        const lines = wrapLine(line, columns);
        expect(marked(lines.flat().map((piece) => [piece.text, piece.style] as const))).toEqual(marked(pieces));
        for (const part of lines)
          expect(widthOf(textOf(part)) <= columns || graphemesIn(textOf(part)) === 1).toBe(true);
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(plain(line).replaceAll(' ', ''));
      }),
      { seed: 29, numRuns: 1000 },
    );
  });
});
