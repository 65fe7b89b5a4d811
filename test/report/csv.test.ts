import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/csv.ts';
import { visible } from '../../src/report/printable.ts';

type Value = string | number | boolean;

const render = (columns: readonly string[], rows: readonly (readonly Value[])[]): string =>
  renderCsv({ title: '', blocks: [], records: () => ({ columns, rows }), data: () => ({}) });

/** Reads CSV as RFC 4180 has it. */
const read = (csv: string): string[][] => parse(csv, { recordDelimiter: '\r\n', relaxColumnCount: false });

/** What a value is to be read back as: what a terminal would act on is written out, what a spreadsheet would run is not run. */
function guarded(value: Value): string {
  if (typeof value !== 'string') return String(value);
  const safe = visible(value);
  const guard = /^'*[=+\-@\t\r\n＝＋－＠]/.test(safe) ? `'${safe}` : safe;
  // A return alone would move the cursor back; with a line feed behind it, it ends a line.
  return guard.replaceAll(/\r(?!\n)/g, '\n');
}

describe('renderCsv', () => {
  it('writes a header and a row a record, each ended by CR LF', () => {
    expect(
      render(
        ['a', 'b'],
        [
          ['x', 1],
          ['y', true],
        ],
      ),
    ).toBe('a,b\r\nx,1\r\ny,true\r\n');
    expect(render(['a', 'b'], [])).toBe('a,b\r\n');
  });

  it.each<[Value, string]>([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' edge ', '" edge "'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\n=1"`],
    ['\u0000=1', '<U+0000>=1'],
    ['a\u001b[2J\tb', 'a<U+001B>[2J\tb'],
    [-1, '-1'],
    [1.5, '1.5'],
    [false, 'false'],
    ['1-2', '1-2'],
  ])('writes %j as %j', (value, field) => {
    expect(render(['x', 'y'], [[value, 'end']])).toBe(`x,y\r\n${field},end\r\n`);
  });

  const piece = fc.constantFrom(
    ...['=', '+', '-', '@', '＝', '＠', '\t', '\r', '\n', '\0', '"', ',', ';', "'", ' ', 'a', 'é', '日', '\r\n', '=1'],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const value: fc.Arbitrary<Value> = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.integer() },
    { weight: 1, arbitrary: fc.boolean() },
  );
  const records = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      columns: fc.array(
        text.filter((name) => name !== ''),
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 4 }),
    }),
  );

  it('is read back as it was by a reader of CSV, but for control characters and the guard before a formula', () => {
    fc.assert(
      fc.property(records, ({ columns, rows }) => {
        const expected = [columns, ...rows].map((row) => row.map(guarded));
        expect(read(render(columns, rows))).toEqual(expected);
      }),
      { seed: 39, numRuns: 2000 },
    );
  });

  it('lets no text begin as a formula does', () => {
    fc.assert(
      fc.property(records, ({ columns, rows }) => {
        const fields = read(render(columns, rows));
        [columns, ...rows].forEach((row, index) => {
          row.forEach((given, column) => {
            if (typeof given === 'string') expect(fields[index]![column]).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
          });
        });
      }),
      { seed: 40, numRuns: 1000 },
    );
  });
});
