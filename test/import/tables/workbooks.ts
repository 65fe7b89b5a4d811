/**
 * Workbooks made by hand, for what no library writes.
 */
import { strToU8, zipSync } from 'fflate';

/** A sheet: the XML between the tags of its data, and what follows the data. */
export interface MadeSheet {
  readonly name: string;
  readonly data: string;
  readonly after?: string;
  readonly state?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A text as a cell. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Rows of texts as the data of a sheet, from its first cell on; an empty text is no cell. */
export function rowsOf(...rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, row) => {
      const made = cells.map((text, column) => text && textCell(`${'ABCDEFGH'[column]!}${row + 1}`, text));
      return `<row r="${row + 1}">${made.join('')}</row>`;
    })
    .join('');
}

export function mergesOf(...refs: readonly string[]): string {
  return `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

export function partsOf(sheets: readonly MadeSheet[], others: Readonly<Record<string, string>> = {}) {
  const listed = sheets.map(
    ({ name, state }, place) =>
      `<sheet name="${name}" sheetId="${place + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${place + 1}"/>`,
  );
  const linked = sheets.map(
    (_, place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships ${LINKS}>${linked.join('')}</Relationships>`,
    ...others,
  };
  for (const [place, { data, after = '' }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${place + 1}.xml`] =
      `${HEAD}<worksheet ${MAIN}><sheetData>${data}</sheetData>${after}</worksheet>`;
  }
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

/** The bytes of a workbook. */
export function workbookOf(sheets: readonly MadeSheet[], others: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync(partsOf(sheets, others));
}
