/**
 * Reads the tables of a file, whatever kind of file it is. The content says the kind, and the name only where it cannot.
 */
import { tableError } from '../table-error.ts';
import type { Table } from '../table.ts';
import { type Delimiter, readCsv } from './csv.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { decodeTable, type Encoding } from './table-text.ts';
import { readWorkbook } from './workbook.ts';

export interface ReadOptions {
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
}

const SAVE_AS = 'save it as xlsx or CSV';

/** What is no table, by its first bytes. */
const OTHERS: readonly (readonly [begins: RegExp, what: string])[] = [
  [/^\xd0\xcf\x11\xe0/, 'an old Excel file (.xls), or one with a password'],
  [/^%PDF/, 'a PDF'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|BM.{4}\0\0\0\0)/s, 'a picture'],
  [/^(?:\x1f\x8b|7z\xbc\xaf|Rar!|BZh)/, 'a compressed file'],
  [/^\{\\rtf/, 'a document in RTF'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|meta|style|div)\b/i, 'a web page (HTML)'],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/i, 'XML'],
];

/**
 * @throws PmrolesError `ladder-invalid` where the file is of another kind, damaged, or holds no table
 */
export async function readTables(file: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Table[]> {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const tables = /^PK(?:\x03\x04|\x05\x06)/.test(start)
    ? await readWorkbook(file, bytes)
    : await readText(file, bytes, start, options);
  if (tables.every(({ rows }) => rows.length === 0)) throw tableError(file, undefined, 'the table is empty');
  return tables;
}

async function readText(file: string, bytes: Uint8Array, start: string, options: ReadOptions): Promise<Table[]> {
  const other = OTHERS.find(([begins]) => begins.test(start));
  if (other !== undefined) throw tableError(file, undefined, `it is ${other[1]}`, SAVE_AS);
  const { text, notes } = decodeTable(file, bytes, options.encoding);
  if (/\.(?:md|markdown)$/i.test(file) || (options.delimiter === undefined && isMarkdown(text))) {
    return readMarkdown(file, text, notes);
  }
  return [await readCsv(file, text, notes, options.delimiter)];
}
