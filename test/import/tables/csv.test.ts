/**
 * Texts of tables as people save them: delimiters, quotes, lines and encodings.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadOptions, readTables } from '../../../src/import/tables/read-tables.ts';
import type { Table } from '../../../src/import/table.ts';
import { runs } from '../../support/thorough.ts';

async function read(content: string | Uint8Array, options: ReadOptions = {}): Promise<Table> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [table, ...others] = await readTables('bakery.csv', bytes, options);
  expect(others).toEqual([]);
  return table!;
}

const cellsOf = ({ rows }: Table): (readonly string[])[] => rows.map(({ cells }) => cells);

const failure = async (content: string | Uint8Array, options: ReadOptions = {}): Promise<unknown> =>
  read(content, options).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the delimiter', () => {
  it.each<[string, string, string[], number]>([
    [
      'semicolons, texts full of commas',
      'semicolon',
      ['Role;Skills', 'Junior;Mix, bake, talk', 'Senior;Lead, plan'],
      2,
    ],
    ['semicolons, commas without spaces', 'semicolon', ['Role;Skills', 'Junior;mix,bake,talk', 'Senior;lead,plan'], 2],
    ['semicolons, decimal commas', 'semicolon', ['Skill;Junior;Senior', 'Mixing;1,5;2,5', 'Icing;1,0;3,0'], 3],
    ['semicolons below a title', 'semicolon', ['Our bakery, 2024', '', 'Role;Skills', 'A;b, c', 'D;e, f'], 2],
    ['commas, lists with semicolons', '', ['Role,Skills', 'A,x; y; z', 'B,u; v; w'], 2],
    ['commas, lists with bars', '', ['Role,Skills', 'A,a|b', 'B,c|d'], 2],
    ['commas, quoted lists with bars, the header too', '', ['"Role","Skills|Tools"', '"A","a|b"', '"B","c|d"'], 2],
    ['commas, quoted lists with many semicolons', '', ['Role,"Skills;Tools;More"', 'A,"a;b;c"', 'B,"c;d;e"'], 2],
    ['commas with a space after each', '', ['Role, Skill, Level', 'A, mixing, 1', 'B, icing, 2'], 3],
    ['commas below a title, rows cut short', '', ['Bakery', 'a,b,c,d', 'e,f', 'g,h,i', 'j,k,l,m', 'n,o,p'], 4],
    ['tabs below a title with a comma', 'tab', ['Our bakery, 2024', 'Role\tSkill', 'A\ta, b', 'B\tc, d'], 2],
    ['tabs and as many commas', 'tab', ['Role\tMix,Bake', 'A\tx,y', 'B\tz,w'], 2],
    ['bars', 'bar', ['Role|Skills, tools', 'A|x,y', 'B|u,v'], 2],
  ])('is told for %s', async (_what, delimiter, lines, width) => {
    const table = await read(lines.join('\n'));
    expect(table.notes).toEqual(delimiter === '' ? [] : [`read as ${delimiter}-separated`]);
    expect(Math.max(...table.rows.map(({ cells }) => cells.length))).toBe(width);
  });

  it.each([
    [['Skill', 'Mixing', 'Icing'], []],
    [['Skill', 'Mixing, by hand', 'Icing', 'Selling, hiring'], ['read as one column']],
    [['Also called', 'bread maker,baker man', 'chief baker', 'cook; chef'], ['read as one column']],
  ])('is none in one column: %j', async (lines, notes) => {
    const table = await read(lines.join('\n'));
    expect(cellsOf(table)).toEqual(lines.map((line) => [line]));
    expect(table.notes).toEqual(notes);
  });

  it.each(['sep=;', '"sep=;"', 'SEP=;'])('is what %s says, and lines count from it', async (line) => {
    const table = await read(`${line}\r\nRole;Skills\r\nA;b,c\r\n`);
    expect(table.rows).toEqual([
      { line: 2, cells: ['Role', 'Skills'] },
      { line: 3, cells: ['A', 'b,c'] },
    ]);
    expect(table.notes).toEqual([]);
  });

  it('is what the keeper says, whatever the text says', async () => {
    const table = await read('sep=;\nRole;Skills|Tools\nA;b|c\n', { delimiter: '|' });
    expect(cellsOf(table)).toEqual([
      ['Role;Skills', 'Tools'],
      ['A;b', 'c'],
    ]);
  });
});

describe('rows', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', 'é', '|') }),
    fc.constantFrom('', '""', '\n', 'x"y', '__proto__'),
  );

  it('are given back with the line in which each begins, whatever the ends of lines', async () => {
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), async (rows, end, ends) => {
        fc.pre(rows.flat().some((text) => text.trim() !== ''));
        const lines = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const text = lines.join('\n');
        const table = await read((ends ? `${text}\n` : text).replaceAll('\n', end), { delimiter: ',' });
        const expected = rows.map((cells, place) => ({
          line: lines.slice(0, place).join('\n').split('\n').length + (place === 0 ? 0 : 1),
          cells,
        }));
        expect(table.rows).toEqual(expected.filter(({ cells }) => cells.some((text) => text.trim() !== '')));
      }),
      { numRuns: runs(200, 5_000) },
    );
  });

  it('may mix the ends of their lines, and keep a quote inside a plain cell', async () => {
    const table = await read('Role,Skill\r\nA,5" tin\nB,"x" \r"C",y');
    expect(cellsOf(table)).toEqual([
      ['Role', 'Skill'],
      ['A', '5" tin'],
      ['B', 'x'],
      ['C', 'y'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['Role,Skill\nA,"Mixing\nB,x\n', 'line 2: a quote is opened and never closed'],
    ['Role,Skill\n"A\nB",x\nC,"Mix\nD,y', 'line 4: a quote is opened and never closed'],
    ['Role,Skill\nA,x\nB,"Mix"ing\n', 'line 3: text follows a closing quote'],
    ['Role,Skill\nA,"Mixing\nB,"x"\n', 'line 2: text follows a closing quote'],
  ])('with a quote that is not closed where the cell ends are refused: %j', async (text, message) => {
    expect(await failure(text)).toMatchObject({ code: 'ladder-invalid', message: expect.stringContaining(message) });
  });

  it('of a hostile text are refused at once', async () => {
    const start = Date.now();
    expect(await failure(`"${'a"a'.repeat(3_000_000)}`)).toMatchObject({ code: 'ladder-invalid' });
    await read('"",'.repeat(1_000_000) + 'a');
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  it('that are all empty are no table', async () => {
    for (const text of ['', '\n\n', ' , ,\n,']) {
      expect(await failure(text)).toMatchObject({ message: 'cannot import bakery.csv: the table is empty' });
    }
  });
});

describe('the encoding', () => {
  const text = 'Rôle,Niveau\nBoulanger,élevé\n';
  const utf16 = (bigEndian: boolean, mark = '\ufeff'): Uint8Array => {
    const bytes = Buffer.from(mark + text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  it.each<[string, Uint8Array, ReadOptions]>([
    ['UTF-8', Buffer.from(text), {}],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), {}],
    ['UTF-16 LE with a mark', utf16(false), {}],
    ['UTF-16 BE with a mark', utf16(true), {}],
    ['UTF-16 BE that is named', utf16(true, ''), { encoding: 'utf-16be' }],
    ['Windows-1252 that is named', Buffer.from(text, 'latin1'), { encoding: 'windows-1252' }],
  ])('%s is read without a note', async (_what, bytes, options) => {
    const table = await read(bytes, options);
    expect(cellsOf(table)).toEqual([
      ['Rôle', 'Niveau'],
      ['Boulanger', 'élevé'],
    ]);
    expect(table.notes).toEqual([]);
  });

  it('is guessed to be Windows-1252 for what is no UTF-8, and that is said', async () => {
    const table = await read(Buffer.from('Role,Pay\nBaker\x92s man,\x80 5\n', 'latin1'));
    expect(cellsOf(table)[1]).toEqual(['Baker’s man', '€ 5']);
    expect(table.notes).toEqual(['read as Windows-1252, since it is not valid UTF-8']);
  });

  it('that is named and does not fit is refused', async () => {
    expect(await failure(Buffer.from(text, 'latin1'), { encoding: 'utf-8' })).toMatchObject({
      message: 'cannot import bakery.csv: it is not valid UTF-8',
    });
  });

  it.each([
    ['UTF-16 without a mark', utf16(false, ''), 'line 1: this is not text: it has the control character U+0000'],
    ['a control in its third line', Buffer.from('a,b\r\nc,d\r\ne\u001b,f'), 'line 3: this is not text'],
  ])('of %s is none', async (_what, bytes, message) => {
    expect(await failure(bytes)).toMatchObject({ message: expect.stringContaining(message) });
  });
});

it.each<[string, Uint8Array, string]>([
  ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an old Excel file (.xls), or one with a password'],
  ['png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a picture'],
  ['pdf', Buffer.from('%PDF-1.7'), 'a PDF'],
  ['gz', Buffer.from('1f8b0800', 'hex'), 'a compressed file'],
  ['html that is called .xls', Buffer.from('\n<html><table><tr><td>a</td></tr></table>'), 'a web page (HTML)'],
])('%s is named as what it is', async (_what, bytes, what) => {
  expect(await failure(bytes)).toMatchObject({
    code: 'ladder-invalid',
    message: `cannot import bakery.csv: it is ${what}`,
    hint: 'save it as xlsx or CSV',
  });
});
