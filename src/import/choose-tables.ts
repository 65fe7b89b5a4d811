/**
 * Which of several sheets, or tables of a document, are read.
 */
import { groupBy } from '../core/group-by.ts';
import { quote } from '../core/names.ts';
import { type Answers, Unsure } from './answers.ts';
import { senseOf } from './columns/headers.ts';
import { nameKey } from './name-key.ts';
import type { Table } from './table.ts';
import { tableError } from './table-error.ts';

/** The tables that are read. Several of one file have to be of one shape, unless somebody names those that count. */
export function chosenTables(tables: readonly Table[], { sheets }: Answers): readonly Table[] {
  const nameOf = ({ name }: Table, at: number): string => name ?? `#${at + 1}`;
  if (sheets !== undefined) {
    const isNamed = (table: Table, at: number, wanted: string): boolean =>
      `#${at + 1}` === wanted || (table.name !== undefined && nameKey(table.name) === nameKey(wanted));
    const files = [...groupBy(tables, ({ file }) => file).values()];
    const missing = sheets.find(
      (wanted) => !files.some((several) => several.some((table, at) => isNamed(table, at, wanted))),
    );
    if (missing !== undefined) {
      const names = files.flatMap((several) => several.map(nameOf)).map(quote);
      throw tableError(
        tables[0]!,
        undefined,
        `there is no sheet or table ${quote(missing)}`,
        `there are: ${names.join(', ')}`,
      );
    }
    // A file of one table is read whatever its table is called.
    return files.flatMap((several) =>
      several.filter((table, at) => several.length === 1 || sheets.some((wanted) => isNamed(table, at, wanted))),
    );
  }
  const byFile = [...groupBy(tables, ({ file }) => file).values()];
  for (const several of byFile) {
    const heads = new Set(several.map(({ rows }) => rows[0]?.cells.map(nameKey).join('\n')));
    if (several.length === 1 || heads.size === 1) continue;
    throw new Unsure({
      about: 'sheets',
      text: `Which of the ${several[0]!.unit === 'row' ? 'sheets' : 'tables'} of ${several[0]!.file} hold the ladder?`,
      file: several[0]!.file,
      line: undefined,
      choices: several.map((table, at) => ({
        value: nameOf(table, at),
        says: (table.rows[0]?.cells ?? [])
          .filter((cell) => cell !== '')
          .slice(0, 5)
          .join(', '),
      })),
    });
  }
  // Tables of one shape under headings of their own: the headings are groups.
  return tables.map((table) =>
    byFile.some((several) => several.length > 1 && several.includes(table)) ? withGroup(table) : table,
  );
}

function withGroup(table: Table): Table {
  if (table.name === undefined || table.rows.length === 0) return table;
  const [header, ...rows] = table.rows;
  if (header!.cells.some((cell) => senseOf(cell)?.meaning === 'group')) return table;
  return {
    ...table,
    rows: [
      { ...header!, cells: ['Group', ...header!.cells] },
      ...rows.map((row) => ({ ...row, cells: [table.name!, ...row.cells] })),
    ],
  };
}
