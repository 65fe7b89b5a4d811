/**
 * A ladder that is written as a workbook, and read again.
 */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
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
import { shippedLadder } from '../support/fake-runtime.ts';
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
      { seed: 76, numRuns: runs(100, 1000) },
    );
  });

  it('is read as the same ladder through the file', async () => {
    await fc.assert(
      fc.asyncProperty(ladders, async (ladder) => {
        expect(imported(await tablesIn(await writeXlsx(sheetsOf(ladder))))).toEqual({ ladder, problems: [], told: [] });
      }),
      { seed: 77, numRuns: runs(25, 200) },
    );
  });

  it('keeps the shipped ladder', async () => {
    const ladder = shippedLadder();
    expect(imported(await tablesIn(await writeXlsx(sheetsOf(ladder))))).toEqual({ ladder, problems: [], told: [] });
  });
});
