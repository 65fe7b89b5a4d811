import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Block, type Cell, isItem, plain } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';

type Table = Extract<Block, { readonly kind: 'table' }>;

/** A table as the text format draws it, without colour. */
function draw(table: Table, width: number): string[] {
  const report = { title: '', blocks: [table], records: () => ({ columns: [], rows: [] }), data: () => ({}) };
  const text = renderText(report, { width, paint: (_style, painted) => painted, ascii: false, drawn: true });
  return text.replace(/\n$/, '').split('\n');
}

/** A table of the given titles and cells. */
function tableOf(titles: readonly string[], rows: readonly (readonly string[])[], more: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    columns: titles.map((title) => ({ title })),
    rows: rows.map((row) => row.map((text): Cell => [[text]])),
    between: 'nothing',
    ...more,
  };
}

/** The part of a line that lies in some columns of the terminal. */
function columnsOf(line: string, from: number, to: number): string {
  let at = 0;
  let part = '';
  for (const { segment } of new Intl.Segmenter('en').segment(line)) {
    if (at >= from && at < to) part += segment;
    at += stringWidth(segment);
  }
  return part.trim();
}

describe('drawTable', () => {
  it('sets columns side by side where they fit', () => {
    expect(
      draw(
        tableOf(
          ['A', 'Bee'],
          [
            ['one', 'two'],
            ['three', ''],
          ],
        ),
        40,
      ),
    ).toEqual(['A      Bee', '─────  ───', 'one    two', 'three']);
  });

  it('parts rows by a rule, a space or nothing', () => {
    const rows = [['one'], ['two']];
    expect(draw(tableOf(['A'], rows, { between: 'rule' }), 40)).toEqual(['A', '───', 'one', '───', 'two']);
    expect(draw(tableOf(['A'], rows, { between: 'space' }), 40)).toEqual(['A', '───', 'one', '', 'two']);
    expect(draw(tableOf(['A'], rows), 40)).toEqual(['A', '───', 'one', 'two']);
  });

  it('sets numbers to the right where the column says so', () => {
    const table = tableOf(
      ['N', 'X'],
      [
        ['7', 'a'],
        ['100', 'b'],
      ],
    );
    const lines = draw({ ...table, columns: [{ title: 'N', align: 'right' }, { title: 'X' }] }, 40);
    expect(lines.slice(2)).toEqual(['  7  a', '100  b']);
  });

  it('draws entries of a list under each other, with what they wrap to under their text', () => {
    const cell: Cell = [
      { mark: '+', line: ['a longer entry that wraps'] },
      { mark: '-', line: ['short'] },
    ];
    const table: Table = {
      kind: 'table',
      columns: [{ title: 'Role', short: true }, { title: 'What' }],
      rows: [[[['x']], cell]],
      between: 'nothing',
    };
    expect(draw(table, 24).slice(2)).toEqual(['x     + a longer entry', '        that wraps', '      - short']);
  });

  it('stacks the columns where they do not fit', () => {
    const table = tableOf(
      ['Role', 'What', ''],
      [
        ['one', 'a text that is long enough not to fit', 'untitled and long enough too'],
        ['two', 'another text that is long enough', 'more of the same long text'],
      ],
    );
    expect(draw(table, 30)).toEqual([
      'one',
      'What:',
      '  a text that is long enough',
      '  not to fit',
      '  untitled and long enough too',
      '────────────────────',
      'two',
      'What:',
      '  another text that is long',
      '  enough',
      '  more of the same long text',
    ]);
  });

  it('leaves the title of an empty cell out when it stacks', () => {
    const table: Table = {
      kind: 'table',
      columns: [{ title: 'A', short: true }, { title: 'B' }],
      rows: [[[['x'.repeat(30)]], []]],
      between: 'nothing',
    };
    expect(draw(table, 25).join(' ')).not.toContain('B:');
  });

  it.each([
    ['Chinese and Japanese', ['日本語', '中文字', 'かな']],
    ['Hangul', ['한국어', '글', '말']],
    ['emoji', ['👍', '🎉🎉', '🚀']],
    ['combining marks', ['e\u0301te\u0301', 'n\u0303', 'a\u0323\u0302']],
    ['a mix', ['a日b', '👍 ok', 'é']],
    ['families, flags and skin tones', ['👩‍👩‍👧‍👦', '🇩🇰', '👍🏽']],
    ['hearts with a variation selector', ['❤️', '☎️', 'x']],
    ['letters from right to left', ['מנהל מוצר', 'مدير', 'x']],
    ['full-width letters', ['ＡＢＣ', 'ａ', 'b']],
    ['Devanagari and half-width kana', ['हिन्दी', 'ﾊﾞ', 'x']],
  ])('aligns columns of %s', (_what, cells) => expectAligned(cells));

  function expectAligned(cells: readonly string[]): void {
    const lines = draw(
      tableOf(
        ['First', '|'],
        cells.map((cell) => [cell, '|']),
      ),
      60,
    );
    const edges = lines
      .filter((line) => line.includes('|'))
      .map((line) => stringWidth(line.slice(0, line.indexOf('|'))));
    expect(edges).toHaveLength(cells.length + 1);
    expect(new Set(edges).size).toBe(1);
  }

  const words = fc
    .array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', '.'), minLength: 1, maxLength: 25 }),
        fc.string({ unit: fc.constantFrom('日', '本', '語'), minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('👍', '🎉', 'e\u0301'), minLength: 1, maxLength: 6 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(' '));
  const anyTable = fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(
        fc.record({ title: words.map((title) => title.slice(0, 12).trim()), align: fc.constantFrom('left', 'right') }),
        { minLength: count, maxLength: count },
      ),
      rows: fc.array(
        fc.array(
          fc.array(
            fc.oneof(
              words.map((text) => [text]),
              words.map((text) => ({ mark: '±', line: [text] })),
            ),
            { maxLength: 3 },
          ),
          { minLength: count, maxLength: count },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      between: fc.constantFrom('rule', 'space', 'nothing'),
    }),
  ) as fc.Arbitrary<Table>;
  const width = fc.integer({ min: 20, max: 200 });

  it('is never wider than asked for, and loses no character', () => {
    const letters = (text: string) =>
      Array.from(text.replace(/[\s─:]/g, ''))
        .sort()
        .join('');
    fc.assert(
      fc.property(anyTable, width, (table, columns) => {
        const lines = draw(table, columns);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        const cells = table.rows.flat(2).map((part) => (isItem(part) ? part.mark + plain(part.line) : plain(part)));
        const drawn = letters(lines.join(''));
        for (const letter of new Set(letters(cells.join('')))) {
          const count = (text: string) => text.split(letter).length - 1;
          expect(count(drawn)).toBeGreaterThanOrEqual(count(letters(cells.join(''))));
        }
      }),
      { seed: 30, numRuns: 100 },
    );
  });

  it('keeps every text in its own column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 60, max: 120 }),
        (rows, columns) => {
          const table = tableOf(
            ['One', 'Two'],
            rows.map(([a, b]) => [a, b]),
          );
          const lines = draw(table, columns);
          const first = lines[1]!.split(' ')[0]!.length;
          const squeeze = (text: string) => text.replace(/\s/g, '');
          const column = (from: number, to: number) =>
            squeeze(
              lines
                .slice(2)
                .map((line) => columnsOf(line, from, to))
                .join(''),
            );
          expect(column(0, first)).toBe(squeeze(rows.map(([a]) => a).join('')));
          expect(column(first + 2, 1000)).toBe(squeeze(rows.map(([, b]) => b).join('')));
        },
      ),
      { seed: 31, numRuns: 100 },
    );
  });

  it('measures no link, and cuts none', () => {
    const link = (url: string, text: string): string => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
    const table: Table = {
      kind: 'table',
      columns: [{ title: 'Source', short: true }, { title: 'N' }],
      rows: [
        [[[{ text: 'a title', url: 'https://example.org/a/long/way' }]], [['1']]],
        [[['b']], [['2']]],
      ],
      between: 'nothing',
    };
    const report = { title: '', blocks: [table], records: () => ({ columns: [], rows: [] }), data: () => ({}) };
    const text = renderText(report, {
      width: 40,
      paint: (_style, painted) => painted,
      ascii: false,
      drawn: true,
      link,
    });
    expect(text.split('\n')).toEqual([
      'Source   N',
      '───────  ─',
      `${link('https://example.org/a/long/way', 'a title')}  1`,
      'b        2',
      '',
    ]);
  });

  it('draws ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`role ${index}`, 'some text', 'more']);
    const lines = draw(tableOf(['A', 'B', 'C'], rows), 80);
    expect(lines.filter((line) => line.includes('role '))).toHaveLength(10_000);
  });

  it('draws a large table as it draws a small one', () => {
    const cell = fc.oneof(fc.lorem({ maxCount: 12 }), fc.constantFrom('', '日本語 text', 'two words'));
    const row = fc.tuple(cell, cell, cell);
    const between = fc.constantFrom('rule' as const, 'space' as const, 'nothing' as const);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        between,
        fc.integer({ min: 60, max: 120 }),
        (rows, gap, width) => {
          const columns = [{ title: 'A', short: true }, { title: 'B' }, { title: 'C', align: 'right' as const }];
          const small = draw(tableOf(['A', 'B', 'C'], rows, { between: gap, columns }), width);
          const repeated = Array.from({ length: Math.ceil(60 / rows.length) }, () => rows).flat();
          const large = draw(tableOf(['A', 'B', 'C'], repeated, { between: gap, columns }), width);
          expect(large.slice(0, small.length)).toEqual(small);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
