/**
 * The sheets of an xlsx workbook as tables.
 */
import type { CellValue } from 'read-excel-file/universal';
import { tableError } from '../table-error.ts';
import type { Row, Table } from '../table.ts';
import { isEmpty } from './csv.ts';
import { attributesOf, type Block, readMarks, type SheetMarks } from './sheet-marks.ts';
import { damaged, unpackWorkbook } from './unpack.ts';

/** So many cells are read, the empty ones between others among them. */
const MOST_CELLS = 2_000_000;

/** A sheet as the workbook lists it. */
interface Listed {
  readonly hidden: boolean;
  readonly marks: SheetMarks | undefined;
}

/**
 * Reads the sheets that can be seen and hold something.
 *
 * @throws PmrolesError `ladder-invalid` where the file is no workbook, is damaged, or takes too much memory
 */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Table[]> {
  const parts = await unpackWorkbook(file, bytes);
  const listed = listSheets(file, parts);
  const sheets = await readSheets(file, parts);
  const hidden = sheets.filter((_, place) => listed[place]?.hidden).map(({ sheet }) => JSON.stringify(sheet));
  const tables = sheets.flatMap(({ sheet, data }, place): Table[] => {
    const { hidden: isHidden, marks } = listed[place] ?? { hidden: false, marks: undefined };
    // A sheet of charts has no cells.
    if (isHidden || data === undefined) return [];
    if (marks === undefined) throw damaged(file, new Error(`${sheet} is not where it should be`));
    return [tableOf(file, sheet, data, marks)];
  });
  const [first, ...others] = tables.filter(({ rows }) => rows.length > 0);
  if (first === undefined) throw tableError(file, undefined, 'no sheet that can be seen holds anything');
  if (hidden.length === 0) return [first, ...others];
  return [{ ...first, notes: [...first.notes, `hidden sheets were left out: ${hidden.join(', ')}`] }, ...others];
}

/** Looks at every part that could be a sheet before any is read, so that none takes too much memory. */
function listSheets(file: string, parts: ReadonlyMap<string, Uint8Array>): Listed[] {
  const textOf = (name: string): string => new TextDecoder().decode(parts.get(name));
  const marks = new Map<string, SheetMarks>();
  let cells = 0;
  for (const name of parts.keys()) {
    const xml = textOf(name);
    if (!xml.includes('sheetData')) continue;
    const found = readMarks(file, xml);
    marks.set(name, found);
    cells += found.cells;
    if (cells > MOST_CELLS) throw tableError(file, undefined, `it has more than ${MOST_CELLS} cells`, 'split it');
  }
  const targets = new Map<string | undefined, string>();
  for (const { Id, Target = '' } of tagsOf(textOf('xl/_rels/workbook.xml.rels'), 'Relationship')) {
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  // read-excel-file leaves out those without a name.
  const sheets = tagsOf(textOf('xl/workbook.xml'), 'sheet').filter(({ name = '' }) => name !== '');
  return sheets.map(({ state, id }) => ({
    hidden: state === 'hidden' || state === 'veryHidden',
    marks: marks.get(targets.get(id) ?? ''),
  }));
}

function tagsOf(xml: string, name: string): Readonly<Record<string, string | undefined>>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s((?:"[^"]*"|'[^']*'|[^"'<>])*)>`, 'g'));
  return [...tags].map(([, attributes = '']) => attributesOf(attributes));
}

type Cell = CellValue | Date | null;

async function readSheets(
  file: string,
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<readonly { readonly sheet: string; readonly data: readonly (readonly Cell[])[] | undefined }[]> {
  const [{ zipSync }, { default: readExcel }] = await Promise.all([
    import('fflate'),
    import('read-excel-file/universal'),
  ]);
  try {
    // Packed again without compression: what the library unpacks is what was measured.
    const { buffer } = zipSync(Object.fromEntries(parts), { level: 0 });
    return await readExcel(buffer, { trim: false });
  } catch (error) {
    throw damaged(file, error);
  }
}

function tableOf(file: string, name: string, data: readonly (readonly Cell[])[], marks: SheetMarks): Table {
  const texts = data.map((row) => row.map(textOfCell));
  // What the sheet could not work out stands there as an error, for whoever reads the table to tell of.
  for (const { top, left } of marks.broken) if (texts[top]?.[left] !== undefined) texts[top][left] = NO_VALUE;
  const kept = texts.flatMap((cells, place) => (isEmpty(cells) ? [] : [{ line: place + 1, cells }]));
  const filled = fillMerges(file, texts, marks.merges);
  const notes = filled === 0 ? [] : [`merged cells were filled (${filled})`];
  return { file, name, unit: 'row', rows: kept satisfies Row[], notes };
}

/** What stands in a cell that is an error, or a formula whose value was never saved. */
const NO_VALUE = '#N/A';

/**
 * Puts the text of a merge into each of its cells, and counts them. One that begins in the first column and goes across is a
 * title.
 */
function fillMerges(file: string, texts: readonly string[][], merges: readonly Block[]): number {
  const width = texts[0]?.length ?? 0;
  const first = texts.reduce((least, row) => Math.min(least, firstFilled(row, least)), width);
  let filled = 0;
  let left = texts.length * width;
  for (const merge of merges) {
    const [bottom, right] = [Math.min(merge.bottom, texts.length - 1), Math.min(merge.right, width - 1)];
    const text = texts[merge.top]?.[merge.left] ?? '';
    if (text === '' || (merge.left <= first && merge.right > merge.left)) continue;
    left -= (bottom - merge.top + 1) * (right - merge.left + 1);
    if (left < 0) throw tableError(file, undefined, 'merged cells of a sheet lie over one another');
    for (const row of texts.slice(merge.top, bottom + 1)) {
      for (let column = merge.left; column <= right; column++) {
        if (row[column] !== '') continue;
        row[column] = text;
        filled++;
      }
    }
  }
  return filled;
}

function firstFilled(row: readonly string[], most: number): number {
  const found = row.findIndex((cell) => cell !== '');
  return found < 0 ? most : found;
}

function textOfCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  // Fifteen digits are what a sheet has; more is noise such as 0.30000000000000004.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (cell instanceof Date) return textOfDate(cell);
  return String(cell);
}

function textOfDate(date: Date): string {
  if (Number.isNaN(date.valueOf())) return 'an impossible date';
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  // A time of day is kept as a part of the day before the first.
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
