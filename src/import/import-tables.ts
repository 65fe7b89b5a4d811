/**
 * Tables to a ladder: recognised for sure, or by what somebody says of them, or refused.
 */
import type { DiagnosticCode } from '../core/diagnostic.ts';
import type { Ladder } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { writeJson } from '../export/json-text.ts';
import { ladderDocument } from '../export/ladder-document.ts';
import { checkValues } from '../ladder/parse.ts';
import { validateLadder } from '../ladder/validate.ts';
import type { Path } from '../schema/shape.ts';
import { type Answers, type Meaning } from './answers.ts';
import { noRoles, type Recognised, recognise } from './columns/recognise.ts';
import { chosenTables } from './choose-tables.ts';
import { createDraft } from './draft.ts';
import { flatLines, readFlat } from './flat.ts';
import { finishLadder, type Naming, namingOf } from './ladder.ts';
import { nameKey } from './name-key.ts';
import { createNotes, type Dropped, type Notes } from './notes.ts';
import { readTable } from './read.ts';
import { sheetOf } from './sheet.ts';
import type { Table } from './table.ts';
import { flatRows, isWorkbook } from './workbook.ts';
import { tableError } from './table-error.ts';

/** What a column was taken for, and what speaks for it. */
export interface ColumnUse {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly name: string;
  readonly meaning: Meaning;
  readonly why: string;
}

/** Something doubtful about the ladder that was made. */
export interface ImportWarning {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What there is to say about an import. */
export interface ImportReport {
  readonly files: readonly string[];
  /** What the lines of the first file are. */
  readonly unit: Table['unit'];
  readonly rows: number;
  readonly columns: readonly ColumnUse[];
  /** How something was read that the tables do not say outright. */
  readonly readings: readonly string[];
  /** What is about the sheets, and no part of the ladder; the first thousand. */
  readonly aside: readonly Dropped[];
  /** The first thousand of what was left out, in the order of the lines. */
  readonly lost: readonly Dropped[];
  readonly lostCount: number;
  /** What is doubtful about the ladder, as `pmroles validate` says it; the first thousand. */
  readonly warnings: readonly ImportWarning[];
  readonly warningCount: number;
}

/** What came of an import. */
export interface Imported {
  readonly ladder: Ladder;
  readonly report: ImportReport;
}

/** More of the cells than this may not be left out unless somebody says so. */
const MOST_LOST = 0.03;

/**
 * Imports tables.
 *
 * @param naming what the ladder is called; made from the name of the first file where it is not said
 * @throws Unsure where something has to be said first
 * @throws PmrolesError `ladder-invalid` with the line for a table that no ladder can be made of, `usage` for an answer about what
 *   is not there
 */
export function importTables(tables: readonly Table[], answers: Answers, naming: Partial<Naming>): Imported {
  const notes = createNotes();
  const exported = readExport(tables, answers, naming, notes);
  if (exported) return exported;
  const chosen = chosenTables(tables, answers);
  for (const { notes: told } of chosen)
    for (const note of told) notes.read(`${note.charAt(0).toUpperCase()}${note.slice(1)}.`);
  const sheets = chosen.map((table) => sheetOf(table, answers, notes));
  const read = sheets.map((sheet) => recognise(sheet, answers, notes, sheets));
  const draft = createDraft(new Set(read.flatMap(namesInSeveralGroups)), notes);
  // What a table of skills says comes first, so that its order is that of the ladder.
  const order = (table: Recognised): number => (table.of('from').length > 0 ? 2 : Number(namesRoles(table)));
  for (const table of read.toSorted((a, b) => order(a) - order(b))) readTable(table, answers, draft, notes);
  const [first] = read;
  if (draft.roles.size === 0) throw noRoles(first!.sheet, first!.columns);
  refuseStrangers(read, draft.skills);
  const { file } = first!.sheet;
  const legend = read.flatMap(({ sheet }) => sheet.legend);
  const document = finishLadder(draft, file, namingOf(file, naming), legend, answers, notes);
  refuseLoss(
    first!.sheet,
    read.reduce((sum, table) => sum + cellsIn(table), 0),
    answers.allowLoss,
    notes,
  );
  return checked(document, () => first!.sheet, {
    files: [...new Set(chosen.map((table) => table.file))],
    unit: first!.sheet.unit,
    rows: read.reduce((sum, { sheet }) => sum + sheet.rows.length, 0),
    columns: read.flatMap(({ sheet, columns }) =>
      columns.map(({ name, meaning, why }) => ({ file: sheet.file, sheet: sheet.name, name, meaning, why })),
    ),
    ...notes.list(),
  });
}

/** What `pmroles export` wrote is no sheet of somebody's own, and is taken at its word; undefined for other tables. */
function readExport(
  tables: readonly Table[],
  { levels = [], allowLoss }: Answers,
  naming: Partial<Naming>,
  notes: Notes,
): Imported | undefined {
  const [first] = tables;
  const isFlat = tables.length === 1 && first!.rows[0]?.cells.some((cell) => cell.trim() === 'entry') === true;
  if (!first || !(isFlat || isWorkbook(tables))) return undefined;
  const lines = isFlat ? flatLines(first, notes) : flatRows(tables, notes);
  const { document, placeOf } = readFlat(lines, levels, notes);
  refuseLoss(first, lines.length, allowLoss, notes);
  return checked({ ...namingOf(first.file, {}), ...document, ...naming }, placeOf, {
    files: [first.file],
    unit: first.unit,
    rows: lines.length,
    columns: [],
    ...notes.list(),
  });
}

/**
 * A document that was made of tables, checked as every ladder is.
 *
 * @param placeOf where in which table a place of the document was read from
 */
function checked(
  document: object,
  placeOf: (path: Path) => (Pick<Table, 'file'> & Partial<Table> & { readonly line?: number }) | undefined,
  report: Omit<ImportReport, 'warnings' | 'warningCount'>,
): Imported {
  const [file] = report.files as [string];
  const paths = new Map<string, Path>();
  const { ladder, diagnostics } = checkValues([
    {
      file,
      value: document,
      locate(path) {
        const line = placeOf(path)?.line;
        if (line !== undefined) paths.set(String(line), path);
        return line === undefined ? undefined : { line, column: 1 };
      },
    },
  ]);
  if (!ladder) {
    const { position, message, hint } = diagnostics.find(({ severity }) => severity === 'error')!;
    const place = placeOf(paths.get(String(position?.line)) ?? []);
    throw tableError(place ?? file, position?.line, message, hint);
  }
  // The close look needs a text; what it says of places in it means nothing to anybody.
  const { diagnostics: doubts, counts } = validateLadder([{ file, text: writeJson(ladderDocument(ladder)) }]);
  // That a ladder has no moves is told with what makes them.
  const warnings = doubts
    .filter(({ code }) => code !== 'no-progressions')
    .map(({ code, message, hint }) => ({ code, message, hint }));
  return { ladder, report: { ...report, warnings, warningCount: counts.warning - (doubts.length - warnings.length) } };
}

function namesRoles({ of }: Recognised): boolean {
  return [...of('role'), ...of('is-role'), ...of('from')].length > 0;
}

/** The keys of names that stand for skills in several groups, within one table. */
function namesInSeveralGroups({ sheet, of }: Recognised): string[] {
  const groups = new Map<string, Set<string>>();
  const [skill, group] = [of('skill')[0], of('group')[0] ?? of('area')[0]];
  let carried = '';
  if (!skill || !group || of('responsibility').length > 0) return [];
  for (const { cells } of sheet.rows) {
    carried = nameKey(cells[group.place] ?? '') || carried;
    const name = nameKey(cells[skill.place] ?? '');
    groups.set(name, (groups.get(name) ?? new Set()).add(carried));
  }
  return [...groups].filter(([, names]) => names.size > 1).map(([name]) => name);
}

/** Of two tables that are to be joined, the one has to know the skills of the other. */
function refuseStrangers(read: readonly Recognised[], skills: ReadonlyMap<string, { readonly name: string }>): void {
  const lists = read.filter((table) => !namesRoles(table));
  if (lists.length === 0) return;
  const namesIn = (tables: readonly Recognised[]): Set<string> =>
    new Set(
      tables.flatMap(({ sheet, of }) => [
        ...of('skill').flatMap(({ place }) => sheet.rows.map(({ cells }) => nameKey(cells[place] ?? ''))),
        ...of('is-skill').map(({ header }) => nameKey(header)),
      ]),
    );
  const listed = namesIn(lists);
  const wanted = namesIn(read.filter(namesRoles));
  const needed = [...skills.keys()].filter((key) => wanted.has(key));
  const strange = needed.filter((key) => !listed.has(key));
  if (needed.length > 0 && strange.length * 2 > needed.length) {
    throw tableError(
      lists[0]!.sheet,
      undefined,
      `it explains ${needed.length - strange.length} of the ${needed.length} skills that the roles need`,
      `the two tables do not go together; it does not know: ${strange
        .slice(0, 5)
        .map((key) => quote(skills.get(key)!.name))
        .join(', ')}`,
    );
  }
}

/** How many cells of a table say something of the ladder. */
function cellsIn({ sheet, columns }: Recognised): number {
  const places = columns.filter(({ meaning }) => meaning !== 'ignore').map(({ place }) => place);
  return sheet.rows.reduce(
    (sum, { cells }) => sum + places.filter((place) => (cells[place] ?? '').trim() !== '').length,
    0,
  );
}

function refuseLoss(sheet: Table, all: number, allowLoss: boolean | undefined, notes: Notes): void {
  const { lost, lostCount } = notes.list();
  if (allowLoss === true || lostCount <= MOST_LOST * all) return;
  const shown = lost.slice(0, 5).map(({ line, what, why }) => `${sheet.unit} ${line}: ${what}: ${why}`);
  throw tableError(
    sheet,
    undefined,
    `${lostCount} of ${all} cells would be left out`,
    `${shown.join('\n')}${lostCount > shown.length ? `\n… and ${lostCount - shown.length} more` : ''}\nmend the table, or leave them out with --allow-loss`,
  );
}
