/**
 * Workbooks: as a library writes them, and with what only Excel writes or nobody should.
 */
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import type { Table } from '../../../src/import/table.ts';
import { mergesOf, partsOf, rowsOf, workbookOf } from './workbooks.ts';

const read = async (bytes: Uint8Array): Promise<Table[]> => readTables('bakery.xlsx', bytes);

const cellsOf = (table: Table | undefined): (readonly string[])[] | undefined => table?.rows.map(({ cells }) => cells);

const failure = async (bytes: Uint8Array): Promise<unknown> =>
  read(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );

/** The one sheet that is made of some data. */
async function sheetOf(data: string, after = '', others: Readonly<Record<string, string>> = {}): Promise<Table> {
  const [table] = await read(workbookOf([{ name: 'Bakery', data, after }], others));
  return table!;
}

describe('a workbook that a library wrote', () => {
  it('gives each sheet with its values as text, and the rows where they are', async () => {
    const text = (value: string) => ({ value, type: String });
    const bytes = await writeXlsx([
      {
        sheet: 'Roles & skills',
        data: [
          [text(' Role '), text('Skills'), text('Since'), text('Share')],
          [null, null, null, null],
          [
            text('Baker'),
            text('Mixing\nIcing, <b>'),
            { value: new Date('2024-03-09T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
            { value: 0.1 + 0.2, type: Number, format: '0%' },
          ],
          [
            text('007'),
            { value: true, type: Boolean },
            { value: new Date('2024-03-09T10:30:00Z'), type: Date, format: 'dd/mm/yyyy hh:mm' },
            { value: 12345678901, type: Number },
          ],
        ],
      },
      { sheet: 'Empty', data: [] },
      { sheet: 'Moves', data: [[text('From'), text('To')]] },
    ]).toBuffer();
    const tables = await read(bytes);
    expect(tables.map(({ name }) => name)).toEqual(['Roles & skills', 'Moves']);
    expect(tables[0]).toEqual({
      file: 'bakery.xlsx',
      name: 'Roles & skills',
      unit: 'row',
      rows: [
        { line: 1, cells: [' Role ', 'Skills', 'Since', 'Share'] },
        { line: 3, cells: ['Baker', 'Mixing\nIcing, <b>', '2024-03-09', '0.3'] },
        { line: 4, cells: ['007', 'TRUE', '2024-03-09T10:30:00', '12345678901'] },
      ],
      notes: [],
    });
  });
});

describe('merged cells', () => {
  it('are filled down and across, and counted', async () => {
    const data = rowsOf(['Role', 'Skill', '', ''], ['Baker', 'x', 'a', 'b'], ['', 'y', 'c', ''], ['', '', '', 'd']);
    const table = await sheetOf(data, mergesOf('B1:D1', 'A2:A4', 'C3:C4'));
    expect(cellsOf(table)).toEqual([
      ['Role', 'Skill', 'Skill', 'Skill'],
      ['Baker', 'x', 'a', 'b'],
      ['Baker', 'y', 'c', ''],
      ['Baker', '', 'c', 'd'],
    ]);
    expect(table.notes).toEqual(['merged cells were filled (5)']);
  });

  it('are a title where they begin in the first column that holds anything, and go across', async () => {
    const data = rowsOf(['', 'Our bakery', '', ''], ['', 'Role', 'Skill', 'Level'], ['', 'Baker', 'x', '1']);
    const table = await sheetOf(data, mergesOf('B1:D1'));
    expect(cellsOf(table)![0]).toEqual(['', 'Our bakery', '', '']);
    expect(table.notes).toEqual([]);
  });

  it('make no rows of rows that hold nothing else', async () => {
    const table = await sheetOf(
      rowsOf(['Role', 'Skill'], ['Baker', 'x'], ['', ''], ['Seller', 'y']),
      mergesOf('A2:A3', 'A4:A9'),
    );
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('that lie over one another many times are refused', async () => {
    const data = rowsOf(...Array.from({ length: 2000 }, (_, row) => ['a', row === 0 ? 'b' : '', 'c']));
    const merges = mergesOf(...Array.from({ length: 20_000 }, () => 'B1:B2000'));
    expect(await failure(workbookOf([{ name: 'S', data, after: merges }]))).toMatchObject({
      message: expect.stringContaining('merged cells of a sheet lie over one another'),
    });
  });
});

describe('what a sheet has no value for', () => {
  it('stands there as an error, for whoever reads the table to tell of', async () => {
    const errors = ['#N/A', '#REF!', '#DIV/0!', '#NAME?', '#VALUE!', '#NUM!'].map(
      (error, place) => `<c r="${'ABCDEF'[place]!}2" t="e"><f>X1</f><v>${error}</v></c>`,
    );
    const row3 =
      '<c r="A3"><f>1+1</f></c><c r="B3"><f>SUM(A1:A2)</f><v>3</v></c><c r="C3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>';
    const shared = '<c r="D3"><f t="shared" si="0"/></c>';
    const table = await sheetOf(
      `${rowsOf(['Role'])}<row r="2">${errors.join('')}</row><row r="3">${row3}${shared}</row>`,
    );
    expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['Role', '', ''],
      ['#N/A', '#N/A', '#N/A'],
      ['#N/A', '3', 'ab'],
    ]);
  });
});

describe('texts and times', () => {
  it('are joined of their runs, and keep the breaks of their lines', async () => {
    const strings =
      '<sst><si><r><t>Mixes </t></r><r><rPr><b/></rPr><t xml:space="preserve">well&#10;and</t></r><r><t> fast</t></r></si></sst>';
    const table = await sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', '', {
      'xl/sharedStrings.xml': strings,
    });
    expect(cellsOf(table)).toEqual([['Mixes well\nand fast']]);
  });

  it('a time of day has no day', async () => {
    const table = await sheetOf('<row r="1"><c r="A1" s="0"><v>0.4375</v></c></row>', '', {
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="20"/></cellXfs></styleSheet>',
    });
    expect(cellsOf(table)).toEqual([['10:30:00']]);
  });
});

describe('hidden sheets', () => {
  const seen = { name: 'Roles', data: rowsOf(['Role']) };
  const hidden = { name: 'Lists &amp; more', data: rowsOf(['x']), state: 'hidden' };

  it('are left out, and named with the first that is seen', async () => {
    const very = { ...hidden, name: 'Codes', state: 'veryHidden' };
    const tables = await read(workbookOf([hidden, seen, very, { ...seen, name: 'Moves' }]));
    expect(tables.map(({ name, notes }) => [name, notes])).toEqual([
      ['Roles', ['hidden sheets were left out: "Lists & more", "Codes"']],
      ['Moves', []],
    ]);
  });

  it('and sheets of charts are no tables', async () => {
    const parts = partsOf([{ name: 'Chart', data: '' }, seen]);
    const links = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    parts['xl/_rels/workbook.xml.rels'] = strToU8(links.replace('/worksheet"', '/chartsheet"'));
    expect((await read(zipSync(parts))).map(({ name }) => name)).toEqual(['Roles']);
  });

  it('are told apart by their own places, whatever else is listed', async () => {
    const parts = partsOf([hidden, seen]);
    const book = new TextDecoder().decode(parts['xl/workbook.xml']);
    parts['xl/workbook.xml'] = strToU8(book.replace('<sheets>', '<sheets><sheet sheetId="9" state="visible"/>'));
    expect((await read(zipSync(parts))).map(({ name }) => name)).toEqual(['Roles']);
  });

  it('are no table where no other holds anything', async () => {
    expect(await failure(workbookOf([hidden, { name: 'Empty', data: '' }]))).toMatchObject({
      message: 'cannot import bakery.xlsx: no sheet that can be seen holds anything',
    });
  });
});

it.each([
  ['content.xml', 'an OpenDocument file (such as .ods) or an e-book'],
  ['Index/Document.iwa', 'a Numbers, Pages or Keynote document'],
  ['word/document.xml', 'a Word document'],
  ['xl/workbook.bin', 'a binary Excel file (.xlsb)'],
  ['a.csv', 'a zip archive'],
])('a zip with %s is named as what it is', async (name, what) => {
  const others = name === 'content.xml' ? { mimetype: strToU8('application/x') } : {};
  expect(await failure(zipSync({ ...others, [name]: strToU8('<a/>') }))).toMatchObject({
    message: `cannot import bakery.xlsx: it is ${what}`,
    hint: 'save it as xlsx or CSV',
  });
});

describe('a hostile workbook', () => {
  const small = partsOf([{ name: 'S', data: rowsOf(['a']) }]);
  const SIZE = 200_000_000;
  const packed = deflateRawSync(Buffer.alloc(SIZE), { level: 1 });

  /** A zip with a part that unpacks to 200 MB, whose headers say another size. */
  function bomb(said: number): Uint8Array {
    const parts = zipSync({ ...small, 'xl/sharedStrings.xml': new Uint8Array(0) }, { level: 0 });
    // Put in the place of a part without content: its local header, its bytes, and its line in the directory.
    const bytes = Buffer.from(parts);
    const name = 'xl/sharedStrings.xml';
    const local = bytes.indexOf(name) - 30;
    const cut = local + 30 + name.length;
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    const entry = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt16LE(8, local + 8);
    bytes.writeUInt32LE(packed.length, local + 18);
    bytes.writeUInt32LE(said, local + 22);
    bytes.writeUInt16LE(8, entry + 10);
    bytes.writeUInt32LE(packed.length, entry + 20);
    bytes.writeUInt32LE(said, entry + 24);
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    bytes.writeUInt32LE(directory + packed.length, end + 16);
    return Buffer.concat([bytes.subarray(0, cut), packed, bytes.subarray(cut)]);
  }

  it.each([SIZE, 1000])('that unpacks to 200 MB, and says %d bytes, is stopped early', async (said) => {
    const bytes = bomb(said);
    const start = process.cpuUsage();
    expect(await failure(bytes)).toMatchObject({
      message: 'cannot import bakery.xlsx: it unpacks to more than 67108864 bytes',
    });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it.each([
    [
      'one cell at the far corner',
      '<row r="49999"><c r="XFD49999"><v>1</v></c></row>',
      'it has more than 2000000 cells',
    ],
    ['a cell in a far row', '<row r="50001"><c r="A50001"><v>1</v></c></row>', 'a cell in row 50001; at most 50000'],
    ['a row beyond all', '<row r="99999999"></row>', 'a cell of a sheet has no proper address: "A99999999"'],
    ['an escaped address', '<row><c r="&#65;1"><v>1</v></c></row>', 'no proper address: "&#65;1"'],
    ['two addresses', '<row><c r="A1" x:r="XFD99999999"><v>1</v></c></row>', 'no proper address'],
    ['an address inside another attribute', `<row><c t=" r='A1' " r="ZZZZZ1"><v>1</v></c></row>`, 'no proper address'],
    ['other quotes and a prefix', `<x:row><x:c r='XFD49999'><x:v>1</x:v></x:c></x:row>`, 'more than 2000000 cells'],
  ])('with %s is refused', async (_what, data, message) => {
    expect(await failure(workbookOf([{ name: 'S', data }]))).toMatchObject({
      code: 'ladder-invalid',
      message: expect.stringContaining(message),
    });
  });

  it('whose links name the sheet in another way is guarded all the same', async () => {
    const data = '<row r="49999"><c r="XFD49999"><v>1</v></c></row>';
    const parts = partsOf([{ name: 'S', data }]);
    const links = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    parts['xl/_rels/workbook.xml.rels'] = strToU8(links.replace('worksheets/', '&#119;orksheets/'));
    expect(await failure(zipSync(parts))).toMatchObject({
      message: expect.stringContaining('more than 2000000 cells'),
    });
  });

  it('whose sheet is read from where it is not looked for loses none of it', async () => {
    const parts = partsOf([
      { name: 'Roles', data: rowsOf(['a']) },
      { name: 'Moves', data: rowsOf(['b']) },
    ]);
    const links = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    parts['xl/_rels/workbook.xml.rels'] = strToU8(links.replace('worksheets/sheet2', '&#119;orksheets/sheet2'));
    expect(await failure(zipSync(parts))).toMatchObject({ message: expect.stringContaining('Moves is not where') });
  });

  it('that is cut off or spoilt ends in one sentence', async () => {
    const bytes = workbookOf([{ name: 'S', data: rowsOf(['Role', 'Skill'], ['a', 'b']) }]);
    for (let length = 4; length < bytes.length; length += 37) {
      expect(await failure(bytes.subarray(0, length))).toMatchObject({ code: 'ladder-invalid' });
    }
    for (let place = 4; place < bytes.length; place += 11) {
      const spoilt = bytes.map((byte, at) => (at === place ? byte ^ 0xff : byte));
      const error = await failure(spoilt);
      if (error !== undefined) expect(error).toMatchObject({ name: 'PmrolesError' });
    }
    const xml = partsOf([{ name: 'S', data: `${rowsOf(['a'])}<row r="2"><c r="A2"` }]);
    expect(await failure(zipSync(xml))).toMatchObject({ code: 'ladder-invalid' });
  });

  it('of 50,000 rows is read', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
    );
    const table = await sheetOf(rows.join(''));
    expect(table.rows).toHaveLength(50_000);
    expect(table.rows.at(-1)).toEqual({ line: 50_000, cells: ['49999'] });
  });
});
