/**
 * Rows of a table that say nothing of a role or a skill: what a sheet adds up, its header again, footnotes.
 */
import type { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { type CsvTable, SHEET_ERROR, type TableRow } from './csv-table.ts';
import { fieldOf } from './headers.ts';
import type { ImportNotes } from './import-notes.ts';
import { tidy } from './lists.ts';
import { meaningOf } from './meaning.ts';
import { nameKey, plainKey } from './name-key.ts';
import { tableError } from './table-error.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** How a row of sums or averages begins, in the languages of the headers. */
const TOTALS = words(
  'total totals totaal totale totali totaux subtotal subtotals grandtotal sum summe zwischensumme gesamt gesamtsumme insgesamt somme ' +
    'suma soma somma som average averages avg mean median durchschnitt mittelwert schnitt moyenne mediane promedio mediana ' +
    'gemiddelde gemiddeld count anzahl aantal',
);

/** An average in Italian, Spanish and Portuguese, and a skill in English. */
const AVERAGE_OR_SKILL = 'media';

/** What a total may be of, besides what columns are called. */
const COUNTED = words(
  'score scores point points value values number numbers row rows entry entries people headcount fte employees staff count total ' +
    'average punkte werte wert personen mitarbeiter puntos valores personas points valeurs personnes punti valori persone pontos ' +
    'pessoas punten waarden personen of de des der du del dei di da do van von per je par por all alle todos tutti tous',
);

/** What stands before a footnote. */
const MARK = /^\s*[*†‡©]/u;

/** How footnotes begin, without marks on letters; `Source control` is a skill. */
const FOOTNOTE =
  /^(?:(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?|notes?|notas?|nb|n\.b\.|anmerkung(?:en)?|hinweise?|remarques?|opmerking(?:en)?|legend[ae]?|legende|key|stand|as of|version)(?:\s*[:–—]|\s+\d|$)|(?:last )?updated\b|zuletzt (?:aktualisiert|geandert)|letzte (?:aktualisierung|anderung)|derniere mise a jour|ultima actualizacion|ultima atualizacao|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))/iu;

/** What is longer is a sentence, and no name of a role or a skill. */
const LONGEST_NAME = 60;

/** So many cells of a header are shown. */
const MOST_NAMED = 5;
const LONGEST_ECHO = 80;

/** A number, a share or a fraction, as sheets write them. */
const NUMBER = /^[-+−]?\d[\d.,'’ \u00a0\u202f]*%?$/u;

/**
 * Takes out the rows that are about the table itself.
 *
 * @throws PmrolesError `ladder-invalid` where another table with a header of its own begins
 */
export function withoutAsides(table: CsvTable, notes: ImportNotes): CsvTable {
  const header = keysOf(table.header);
  const rows = table.rows.filter((row) => {
    if (isSame(keysOf(row.cells), header)) {
      notes.dropped(row.line, rowText(row), 'the header once more');
      return false;
    }
    if (row.afterGap === true && isOtherHeader(row, header)) throw secondTable(table, row);
    if (!isTotal(row)) return true;
    notes.dropped(row.line, rowText(row), 'a sum or an average of the table, and no entry of it');
    return false;
  });
  return { ...table, rows: withoutFootnotes(table, rows, notes) };
}

/** Takes out the footnotes at the end: texts that stand alone in their rows. */
function withoutFootnotes({ header }: CsvTable, rows: readonly TableRow[], notes: ImportNotes): readonly TableRow[] {
  // In a table of one column, every text stands alone.
  if (header.filter((name) => name !== '').length < 2) return rows;
  const end = rows.findLastIndex((row) => !isFootnote(row)) + 1;
  // Where entries begin with such signs too, these are bullets.
  const marks = rows.slice(0, end).some(({ cells }) => MARK.test(cells[0] ?? ''));
  const notFoot = marks ? rows.findLastIndex((row) => !isFootnote(row) || MARK.test(row.cells[0] ?? '')) + 1 : end;
  for (const row of rows.slice(notFoot)) notes.dropped(row.line, rowText(row), 'a footnote of the table');
  return rows.slice(0, notFoot);
}

function isFootnote({ cells }: TableRow): boolean {
  const [first = '', ...others] = cells.map((cell) => cell.trim());
  if (first === '' || others.some((cell) => cell !== '')) return false;
  return (
    first.length > LONGEST_NAME || MARK.test(first) || FOOTNOTE.test(first.normalize('NFKD').replace(/\p{M}/gu, ''))
  );
}

function keysOf(cells: readonly string[]): string[] {
  const keys = cells.map((cell) => nameKey(cell));
  return keys.slice(0, keys.findLastIndex((key) => key !== '') + 1);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place]);
}

/** Begins as the header does, and says something else behind that. */
function isOtherHeader({ cells }: TableRow, header: readonly string[]): boolean {
  const [first = '', ...others] = keysOf(cells);
  return first !== '' && first === header[0] && others.some((key) => key !== '');
}

function secondTable({ file, headerLine }: CsvTable, row: TableRow): PmrolesError {
  return tableError(
    file,
    row.line,
    `another table begins here, whose header is not that of line ${headerLine}: ${quote(tidy(row.cells.slice(0, MOST_NAMED).join(', ')).slice(0, LONGEST_ECHO))}`,
    `import each table by itself, from a file of its own or with --skip-rows: ${row.line}-999999 leaves out all from here on`,
  );
}

/** A word for a sum, alone or with what is added up, and numbers. `Total Quality Management` is a skill. */
function isTotal({ cells }: TableRow): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [label = '', ...others] = filled;
  const [first = '', ...rest] = label.split(/[\s:/()-]+/u).filter((word) => word !== '');
  const isAverage = plainKey(first) === AVERAGE_OR_SKILL && others.some((cell) => /\d[.,]\d/.test(cell));
  const known = TOTALS.has(plainKey(label)) || ((isAverage || TOTALS.has(plainKey(first))) && rest.every(isCounted));
  return known && others.every((cell) => NUMBER.test(cell) || SHEET_ERROR.test(cell) || meaningOf(cell) === 'dash');
}

function isCounted(word: string): boolean {
  return COUNTED.has(plainKey(word)) || fieldOf(word) !== undefined;
}

function rowText({ cells }: TableRow): string {
  return cells.filter((cell) => cell.trim() !== '').join(' ');
}
