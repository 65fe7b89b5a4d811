/**
 * A table to a ladder: reads it, guesses what it must, and says so.
 */
import type { DiagnosticCode } from '../core/diagnostic.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import { foldName, quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { checkValues } from '../ladder/parse.ts';
import { validateLadder } from '../ladder/validate.ts';
import { type CsvTable, type Delimiter, type LineRange, readCsv, withoutSheetErrors } from './csv-table.ts';
import { createDraftLadder } from './draft-ladder.ts';
import { finishLadder, type Naming, namingOf } from './finish.ts';
import type { Field } from './headers.ts';
import { createNotes, type Dropped, type ImportNotes } from './import-notes.ts';
import { writeJson } from '../export/json-text.ts';
import { ladderDocument } from '../export/ladder-document.ts';
import { flatLines, readFlat, type TableDocument } from './flat.ts';
import { READERS } from './read-table.ts';
import { createReading, type EmptyRows } from './reading.ts';
import {
  columnList,
  type FoundShape,
  guessShape,
  labelOf,
  noRoles,
  readColumns,
  type ReadTable,
  roleColumnOf,
  type Shape,
} from './shape.ts';
import { withoutAsides } from './set-aside.ts';
import { tableError } from './table-error.ts';
import { type OneHeader, withOneHeader } from './two-headers.ts';
import { reportUnread, unreadColumns } from './unread.ts';

/** How to read a table; what is not said is guessed. */
export interface ImportOptions extends Partial<Naming> {
  readonly shape?: FoundShape;
  readonly delimiter?: Delimiter;
  /** What columns hold, by header or, as `#3`, by place from 1. */
  readonly columns?: readonly { readonly column: string; readonly field: Field }[];
  /** The proficiency levels, the lowest first. */
  readonly levels?: readonly string[];
  /** What the rows of a matrix are that have a label and nothing else. */
  readonly emptyRows?: EmptyRows;
  /** Lines of the file whose rows are left out. */
  readonly skipRows?: readonly LineRange[];
}

/** What a column was taken for. */
export interface ColumnUse {
  readonly header: string;
  /** A field, `role` or `skill` for the header of a matrix, undefined where the column was not read. */
  readonly field: string | undefined;
}

/** What came of an import. */
export interface Imported {
  readonly ladder: Ladder;
  readonly report: ImportReport;
}

/** Something doubtful about the ladder that was made. */
export interface ImportWarning {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What there is to say about an import. */
export interface ImportReport {
  readonly file: string;
  readonly shape: FoundShape;
  readonly delimiter: Delimiter;
  readonly rows: number;
  readonly columns: readonly ColumnUse[];
  readonly guesses: readonly string[];
  /** The first thousand of what was left out, in the order of the lines. */
  readonly dropped: readonly Dropped[];
  readonly droppedCount: number;
  /** What is doubtful about the ladder, as `pmroles validate` says it; the first thousand. */
  readonly warnings: readonly ImportWarning[];
  readonly warningCount: number;
}

/**
 * Imports a table.
 *
 * @throws PmrolesError `ladder-invalid` with the line for a table that no ladder can be made of, `usage` for a mapped column
 *   that is not there, and for what does not go together
 */
export function importTable(file: string, text: string, options: ImportOptions): Imported {
  const notes = createNotes();
  const all = readCsv(file, text, options.delimiter, options.skipRows);
  for (const { line, cells } of all.skipped) notes.dropped(line, cells.join(' '), 'as --skip-rows says');
  const read = isExported(all, options) ? all : withoutAsides(all, notes);
  const { table: csv, shape: known } = ownHeader(read, options, notes);
  const plain: ReadTable = { ...csv, columns: readColumns(csv, mappedPlaces(csv, options), notes) };
  for (const { line, cells } of plain.above) notes.dropped(line, cells.join(' '), 'it stands above the header');
  if (read.rows.length === 0) {
    throw tableError(file, read.headerLine, 'the table has a header and nothing below it', 'add a row for each entry');
  }
  const shape = options.shape ?? known ?? guessedShape(plain, notes);
  if (options.emptyRows !== undefined && shape !== 'matrix') {
    throw new PmrolesError('usage', `--empty-rows is for a matrix, and the table is read as ${shape}`, {
      hint: 'leave it out, or give --shape matrix',
    });
  }
  const table = shape === 'export' ? plain : withoutSheetErrors(plain, notes);
  const { document, placeOf: placeIn }: TableDocument =
    shape === 'export'
      ? readExport(table, options, notes)
      : { document: readShape(shape, table, options, notes), placeOf: noLine };
  const named = { ...namingOf(file, {}), ...document, ...given(options) };
  const { ladder, diagnostics } = checkValues([{ file, value: named, locate: (path) => placeOf(placeIn(path)?.line) }]);
  if (!ladder) {
    const { position, message, hint } = diagnostics.find(({ severity }) => severity === 'error')!;
    throw tableError(file, position?.line, message, hint);
  }
  // The close look needs a text; what it says of places in it means nothing to anybody.
  const checked = validateLadder([{ file, text: writeJson(ladderDocument(ladder)) }]);
  const { guesses, dropped, droppedCount } = notes.list();
  return {
    ladder,
    report: {
      file,
      shape,
      delimiter: table.delimiter,
      rows: read.rows.length,
      columns: usesOf(table, shape),
      guesses,
      dropped: dropped.toSorted((a, b) => a.line - b.line),
      droppedCount,
      warnings: checked.diagnostics.map(({ code, message, hint }) => ({ code, message, hint })),
      warningCount: checked.counts.warning,
    },
  };
}

/** Two rows of headers are laid together, unless the shape that is asked for has no use for that. */
function ownHeader(csv: CsvTable, options: ImportOptions, notes: ImportNotes): OneHeader {
  if (isExported(csv, options)) return { table: csv };
  const { shape } = options;
  const one = withOneHeader(csv);
  if (shape !== undefined && one.shape !== undefined && shape !== one.shape) return { table: csv };
  if (one.guess !== undefined) notes.guessed(one.guess);
  return one;
}

/** What `pmroles export` wrote is no sheet of somebody's own, and is taken at its word. */
function isExported({ header }: CsvTable, { shape }: ImportOptions): boolean {
  return shape === 'export' || header.includes('entry');
}

function readExport(table: ReadTable, { levels = [] }: ImportOptions, notes: ImportNotes): TableDocument {
  if (!table.header.includes('entry')) {
    throw tableError(
      table.file,
      table.headerLine,
      'no column "entry" says what each row is',
      `an export has one; ${columnList(table.header)}`,
    );
  }
  const told = {
    read: notes.guessed,
    lost: ({ line }: { readonly line: number }, what: string, why: string) => notes.dropped(line, what, why),
  };
  const rows = [{ line: table.headerLine, cells: table.header }, ...table.rows];
  return readFlat(flatLines({ file: table.file, name: undefined, unit: 'line', rows, notes: [] }, told), levels, told);
}

function guessedShape(table: ReadTable, notes: ImportNotes): FoundShape {
  const { shape, why } = guessShape(table);
  notes.guessed(`Shape: ${shape}, since ${why}.`);
  return shape;
}

function readShape(shape: Shape, table: ReadTable, options: ImportOptions, notes: ImportNotes): object {
  const { file, columns, headerLine } = table;
  const { levels = [], emptyRows } = options;
  if ((shape === 'rows' || shape === 'lists') && columns.of('role').length === 0) {
    throw noRoles(table);
  }
  const draft = createDraftLadder(notes);
  reportUnread(shape, table, notes);
  READERS[shape](table, draft, createReading(notes, levels, emptyRows));
  if (draft.roles.size === 0) throw tableError(file, headerLine, 'the table names no role');
  return finishLadder(draft, namingOf(file, given(options)), levels, notes);
}

function given({ id, title }: ImportOptions): Partial<Naming> {
  return { ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
}

/** What is gathered from many rows stands in none. */
const noLine: TableDocument['placeOf'] = () => undefined;

function placeOf(line: number | undefined): { line: number; column: number } | undefined {
  return line === undefined ? undefined : { line, column: 1 };
}

/** The places of the columns that the user says something about. */
function mappedPlaces(table: CsvTable, { columns = [] }: ImportOptions): Map<number, Field> {
  return new Map(columns.map(({ column, field }) => [placeNamed(table, column), field]));
}

function placeNamed({ header }: CsvTable, column: string): number {
  const number = /^#(\d+)$/.exec(column);
  const place = number ? Number(number[1]) - 1 : header.indexOf(column.trim());
  if (place >= 0 && place < header.length) return place;
  const folded = foldName(column);
  const near = header.findIndex((name) => foldName(name) === folded && folded !== '');
  if (near >= 0) return near;
  const [first] = suggest(
    column,
    header.filter((name) => name.length > 0),
    1,
  );
  throw new PmrolesError('usage', `the table has no column ${quote(column)}`, {
    hint: `${first === undefined ? '' : `did you mean ${quote(first)}? `}${columnList(header)}`,
  });
}

function usesOf({ columns, header }: ReadTable, shape: FoundShape): ColumnUse[] {
  if (shape === 'export') return header.filter((name) => name !== '').map((name) => ({ header: name, field: name }));
  const [label, labelled, unknown] =
    shape === 'matrix'
      ? [labelOf(columns), 'skill', 'role']
      : shape === 'matrix-by-role'
        ? [roleColumnOf(columns), 'role', 'skill']
        : [];
  const unread = unreadColumns(shape, columns);
  return header.flatMap((name, place): ColumnUse[] => {
    if (unread.has(place)) return [{ header: name, field: undefined }];
    if (place === label) return [{ header: name, field: columns.fields[place] ?? labelled }];
    if (name === '' && columns.fields[place] === undefined) return [];
    return [{ header: name, field: columns.fields[place] ?? unknown }];
  });
}
