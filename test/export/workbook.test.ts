/**
 * A ladder that is written as a workbook, and read again.
 */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../src/export/cells.ts';
import { ladderDocument } from '../../src/export/ladder-document.ts';
import { type Sheet, workbookSheets } from '../../src/export/workbook.ts';
import { writeXlsx } from '../../src/export/xlsx.ts';
import { type FlatNotes, readFlat } from '../../src/import/flat.ts';
import type { Table } from '../../src/import/table.ts';
import { flatRows, isWorkbook } from '../../src/import/workbook.ts';
import type { Ladder } from '../../src/core/model.ts';
import { checkValues } from '../../src/ladder/parse.ts';
import { visible } from '../../src/report/printable.ts';
import { bareLadder, bareRole, fullLadder, HOSTILE_TEXTS, hostileText, move } from '../support/arbitrary.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';
import { runs } from '../support/thorough.ts';

/** Texts that a workbook can hold: what a terminal would act on is written out, for good. */
const safe = hostileText.filter((text) => visible(text) === text);
const ladders = fc.oneof(fullLadder(safe, true), fullLadder(safe, false));

const sheetsOf = (ladder: Ladder): Sheet[] => workbookSheets(ladderDocument(ladder));

/** The tables of sheets, as a reader of files gives them. */
function tablesOf(sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[]): Table[] {
  return sheets.map(({ name, rows }) => ({
    file: 'x.xlsx',
    name,
    unit: 'row',
    rows: rows
      .map((cells, at) => ({ line: at + 1, cells: cells.map(String) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    notes: [],
  }));
}

async function tablesIn(bytes: Uint8Array): Promise<Table[]> {
  const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
  return tablesOf(
    sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map((cell) => String(cell ?? ''))) })),
  );
}

function imported(tables: readonly Table[]): { ladder: Ladder | undefined; problems: string[]; told: string[] } {
  const told: string[] = [];
  const notes: FlatNotes = {
    read: (sentence) => void told.push(sentence),
    lost: ({ name, line }, what, why) => void told.push(`${name} ${line}: ${what}: ${why}`),
  };
  expect(isWorkbook(tables)).toBe(true);
  const { document, placeOf } = readFlat(flatRows(tables, notes), [], notes);
  const locate = (path: Parameters<typeof placeOf>[0]): { line: number; column: number } => ({
    line: placeOf(path)?.line ?? 0,
    column: 1,
  });
  const { ladder, diagnostics } = checkValues([{ file: 'x.xlsx', value: document, locate }]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { ladder, problems: errors.map(({ position, message }) => `${position?.line}: ${message}`), told };
}

describe('a ladder as a workbook', () => {
  it('is read as the same ladder', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        expect(imported(tablesOf(sheetsOf(ladder)))).toEqual({ ladder, problems: [], told: [] });
      }),
      { seed: 76, numRuns: runs(50, 300) },
    );
  });

  it('is read as the same ladder through the file', async () => {
    await fc.assert(
      fc.asyncProperty(ladders, async (ladder) => {
        expect(imported(await tablesIn(await writeXlsx(sheetsOf(ladder))))).toEqual({ ladder, problems: [], told: [] });
      }),
      { seed: 77, numRuns: runs(15, 60) },
    );
  });

  it('tells titles apart that are alike, and that are marks and headers of the sheets', () => {
    const titles = ['A', 'a', ' A', 'A [r0]', 'A [s0]', 'r0', 'x', 'Yes', '✓', 'n/a', 'Skill', 'Group', 'id', ']'];
    fc.assert(
      fc.property(fullLadder(fc.constantFrom(...titles), true), (ladder) => {
        expect(imported(tablesOf(sheetsOf(ladder)))).toEqual({ ladder, problems: [], told: [] });
      }),
      { seed: 79, numRuns: runs(30, 150) },
    );
  });

  it.each(HOSTILE_TEXTS.filter((text) => visible(text) === text))('keeps %j wherever it stands', async (text) => {
    const [ladder] = fc.sample(fullLadder(fc.constant(text), true), { seed: 78, numRuns: 1 }) as [Ladder];
    expect(imported(await tablesIn(await writeXlsx(sheetsOf(ladder))))).toEqual({ ladder, problems: [], told: [] });
  });

  it.each([
    'a\rb',
    'a\r\nb',
    '_x0041_',
    '_x0041\r',
    '_x005F_x0041_',
    '\ufffd',
    '\ufdd0',
    '\u{1ffff}',
    'toString',
    '<&>"',
  ])('keeps %j in the file, which has no sign for it', async (title) => {
    const tables = await tablesIn(await writeXlsx(sheetsOf({ ...bareLadder([], []), title })));
    expect(tables.at(-1)!.rows[1]!.cells).toContain(title);
  });

  it('writes out what XML cannot hold', async () => {
    const title = 'a\u001b\ud800';
    const tables = await tablesIn(await writeXlsx(sheetsOf({ ...bareLadder([], []), title })));
    expect(tables.at(-1)!.rows[1]!.cells).toContain('a<U+001B><U+D800>');
  });

  it('keeps the shipped ladder', async () => {
    const ladder = shippedLadder();
    expect(imported(await tablesIn(await writeXlsx(sheetsOf(ladder))))).toEqual({ ladder, problems: [], told: [] });
  });
});

/** The same sheets, with some cells changed. */
function edited(ladder: Ladder, sheet: string, change: (rows: Cell[][]) => void): Table[] {
  const sheets = sheetsOf(ladder).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  change(sheets.find(({ name }) => name === sheet)!.rows);
  return tablesOf(sheets);
}

const small: Ladder = {
  ...bareLadder(
    [
      {
        ...bareRole('miller', 1),
        title: 'Miller',
        requirements: [
          { skill: 's0', text: '', level: 'low', cites: ['A-1'], editorial: false },
          { skill: 's2', text: '', cites: [], editorial: true },
          { skill: 's3', text: '', notApplicable: true, cites: [], editorial: true },
        ],
        responsibilities: [{ id: 'grind', area: 'a', text: 'Grind.', cites: [], editorial: true }],
      },
      { ...bareRole('m2', 2), title: 'Miller' },
      { ...bareRole('baker', 2), title: 'Baker' },
    ],
    [move('miller', 'baker')],
  ),
};

describe('the sheets of a workbook', () => {
  it('show titles, and ids where they are needed', () => {
    const sheets = new Map(sheetsOf(small).map(({ name, rows }) => [name, rows]));
    expect([...sheets.keys()]).toEqual([
      ...['Roles', 'Skills by role', 'Responsibilities', 'Moves', 'Skills', 'Everything else'],
    ]);
    expect(sheets.get('Roles')!.map((row) => [row[0], row.at(-1)])).toEqual([
      ['Role', 'Id'],
      ['Miller [miller]', 'miller'],
      ['Baker', ''],
      ['Miller [m2]', 'm2'],
    ]);
    expect(sheets.get('Skills by role')!.slice(0, 5)).toEqual([
      ['Skill', 'Group', 'Miller [miller]', 'Baker', 'Miller [m2]'],
      ['S0', '', 'Low', '', ''],
      ['S1', '', '', '', ''],
      ['S2', '', '✓', '', ''],
      ['S3', '', 'n/a', '', ''],
    ]);
    expect(sheets.get('Skills')![0]).toEqual(['Skill', 'Group', 'Description', 'Low', 'Middle', 'High']);
    const rest = sheets.get('Everything else')!.map(([kind]) => kind);
    expect(rest.filter((kind) => kind === 'requirement')).toHaveLength(3);
  });

  it('are read as they were edited', () => {
    const tables = edited(small, 'Skills by role', (rows) => {
      rows[1]![2] = ' high ';
      rows[2]![3] = 'X';
      rows[4]![2] = '';
    });
    const { ladder, told } = imported(tables);
    const needs = new Map(ladder!.roles.map(({ id, requirements }) => [id, requirements]));
    expect(needs.get('miller')).toMatchObject([{ skill: 's0', level: 'high', cites: ['A-1'] }, { skill: 's2' }]);
    expect(needs.get('baker')).toMatchObject([{ skill: 's1' }]);
    expect(told).toEqual(['Everything else 16: miller s3: the sheet "Skills by role" has nothing there']);
  });

  it('take a role that somebody adds', () => {
    const tables = edited(small, 'Roles', (rows) => void rows.push(['Head baker', 3]));
    expect(imported(tables).ladder!.roles.at(-1)).toMatchObject({ id: 'head-baker', title: 'Head baker', rank: 3 });
  });

  it('tell of what they have no place for', () => {
    const tables = edited(small, 'Skills by role', (rows) => void (rows[1]![1] = 'Milling'));
    const more = { ...tables[3]!, name: 'Costs' };
    const moves = edited(small, 'Moves', (rows) => {
      rows[0]!.push('Since');
      rows[1]!.push('May');
    });
    const { ladder, told } = imported([...tables.map((table, at) => (at === 3 ? moves[3]! : table)), more]);
    expect(ladder).toEqual(small);
    expect(told).toEqual([
      'Costs 1: Costs: an exported workbook has no such sheet',
      'Moves 2: Since: May: an export has no such column',
      'Skills by role 2: Milling: the sheet "Skills" says the group',
    ]);
  });

  it.each([
    ['Moves', 1, 1, 'Bakre', 'sheet "Moves", row 2: no role is called "Bakre"', 'did you mean "Baker"?'],
    ['Moves', 1, 1, 'miller', 'sheet "Moves", row 2: no role is called "miller"', 'see the sheet "Roles"'],
    [
      'Responsibilities',
      1,
      1,
      'Area D',
      'sheet "Responsibilities", row 2: no area is called',
      'the sheet "Everything else"',
    ],
    [
      'Skills by role',
      1,
      2,
      'Hgih',
      'sheet "Skills by role", row 2: no level is called "Hgih"',
      'did you mean "High"?',
    ],
    [
      'Skills by role',
      0,
      3,
      'Cook',
      'sheet "Skills by role", row 1: no role is called "Cook"',
      'see the sheet "Roles"',
    ],
    ['Roles', 3, 5, 'baker', 'sheet "Roles", row 4: row 3 has a role with the id "baker" already', 'column "Id"'],
    ['Moves', 1, 0, '', 'sheet "Moves", row 2: no role is called ""', 'see the sheet "Roles"'],
    ['Roles', 0, 0, 'Person', 'sheet "Roles", row 1: no column is called "Role"', 'headers in its first row'],
    ['Roles', 2, 0, '工程师', 'sheet "Roles", row 3: "工程师" makes no id', 'give one in the column "Id"'],
  ])('with a mistake in %s say where it is: row %i, column %i, %s', (sheet, row, column, text, message, hint) => {
    const tables = edited(small, sheet, (rows) => void (rows[row]![column] = text));
    expect(() => imported(tables)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
    );
  });

  it('are all needed', () => {
    for (const { name } of sheetsOf(small)) {
      const tables = tablesOf(sheetsOf(small)).map((table) =>
        table.name === name ? { ...table, name: 'Sheet1' } : table,
      );
      expect(() => imported(tables)).toThrow(`cannot import x.xlsx: there is no sheet "${name}"`);
    }
  });

  it('are not recognised in tables of somebody else', () => {
    const own = (name: string, ...cells: string[]): Table => tablesOf([{ name, rows: [cells] }])[0]!;
    expect(
      isWorkbook([own('Roles', 'Role', 'Rank'), own('Skills', 'Skill', 'Level'), own('Moves', 'From', 'To')]),
    ).toBe(false);
    expect(isWorkbook([])).toBe(false);
  });
});

/** The parts of a file, as text. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]));
}

describe('the file of a workbook', () => {
  it('has no formula, whatever a text begins with', async () => {
    const parts = partsOf(await writeXlsx(sheetsOf({ ...small, title: '=1+1', summary: '@x' })));
    expect(parts.get('xl/sharedStrings.xml')).toContain('<t>=1+1</t>');
    for (const [, xml] of parts) expect(xml).not.toMatch(/<f[ >]/);
  });

  it('has headers that stay, and columns of skills that do', async () => {
    const parts = partsOf(await writeXlsx(sheetsOf(small)));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" xSplit="0"');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<pane ySplit="1" xSplit="2"');
  });

  it('is the same whenever and wherever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-02-03T04:05:06Z') });
    const early = await writeXlsx(sheetsOf(small));
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const late = await writeXlsx(sheetsOf(small));
    vi.useRealTimers();
    vi.unstubAllEnvs();
    expect(Buffer.from(late).equals(early)).toBe(true);
  });

  it('is not written where a sheet or a cell cannot hold it', async () => {
    const sheet = (rows: Cell[][]): Sheet[] => [{ name: 'Roles', fixed: 0, rows }];
    await expect(writeXlsx(sheet([['Role'], ['x'.repeat(32_767)]]))).resolves.toBeDefined();
    await expect(writeXlsx(sheet([['Role'], ['x'.repeat(32_768)]]))).rejects.toThrow(
      'a cell in row 2 of the sheet "Roles" would have 32,768 characters, and Excel takes 32,767',
    );
    const wide = sheet([Array.from({ length: 16_385 }, () => 'x')]);
    await expect(writeXlsx(wide)).rejects.toThrow('the sheet "Roles" would have 16,385 columns');
    const long = sheet(Array.from({ length: 1_048_577 }, () => ['x']));
    await expect(writeXlsx(long)).rejects.toThrow('the sheet "Roles" would have 1,048,577 rows');
  });

  it('is written by export, as its name says, and never to a terminal', async () => {
    const saved = new Map<string, string>();
    const { code } = await runIn(['export', '-o', 'a.xlsx'], { ladder: small, saved });
    expect(code).toBe(0);
    expect(imported(await tablesIn(Buffer.from(saved.get('a.xlsx')!, 'latin1'))).ladder).toEqual(small);
    const piped = await runIn(['export', '--format', 'xlsx'], { ladder: small });
    expect(piped.stdout).toBe(saved.get('a.xlsx'));
    const shown = await runIn(['export', '--format', 'xlsx'], { ladder: small, terminal: 80 });
    expect(shown).toMatchObject({ code: 2, stdout: '' });
    expect(shown.stderr).toContain('a terminal cannot show this format');
  });
});
