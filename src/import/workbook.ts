/**
 * A workbook that was exported, read back: sheets to flat rows.
 */
import { idFrom } from '../core/ids.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { type FlatColumn, type FlatKind, flatOrder } from '../export/flat-table.ts';
import { LISTS, MARKS, MATRIX, NAMED, OWN_ID, REST, titleKey, uniqueTitles } from '../export/workbook.ts';
import { type FlatLine, flatLines, type FlatNotes, isInOrder, type Place, placeIn } from './flat.ts';
import type { Table } from './table.ts';
import { tableError } from './table-error.ts';

/** A row of a sheet, by the columns of flat rows, and what stands below other heads. */
interface Entry {
  readonly kind: FlatKind;
  readonly place: Place;
  readonly cells: Partial<Record<FlatColumn, string>>;
  readonly others: readonly (readonly [head: string, cell: string])[];
}

/** Finds the id of what a cell calls by its title. */
type IdOf = (kind: FlatKind, title: string, place: Place) => string;

/** The first head of each sheet. */
const FIRST_HEADS: ReadonlyMap<string | undefined, string> = new Map([
  ...Object.entries(LISTS).map(([name, { columns }]) => [name, Object.keys(columns)[0]!] as const),
  [MATRIX.name, MATRIX.heads[0]],
  [REST, 'entry'],
]);

/** Tells whether tables are the sheets of an exported workbook, some of which may have been renamed or deleted. */
export function isWorkbook(tables: readonly Table[]): boolean {
  const own = tables.filter((table) => headsOf(table).includes(FIRST_HEADS.get(table.name) ?? ''));
  return own.length > 3 || own.some(({ name }) => name === REST);
}

/** The headers of a sheet; none is empty. */
function headsOf({ rows }: Table): (string | undefined)[] {
  return rows[0]?.cells.map((cell) => cell.trim() || undefined) ?? [];
}

/**
 * Takes the sheets of a workbook as flat rows.
 *
 * @throws PmrolesError `ladder-invalid` for a sheet that is missing, and for a title that nothing has
 */
export function flatRows(tables: readonly Table[], notes: FlatNotes): FlatLine[] {
  const sheet = (name: string): Table => {
    const table = tables.find((entry) => entry.name === name);
    const head = FIRST_HEADS.get(name)!;
    if (table && headsOf(table).includes(head)) return table;
    const message = table ? `no column is called ${quote(head)}` : `there is no sheet ${quote(name)}`;
    const hint = 'every sheet is needed under its name, with the headers in its first row, also where it says nothing';
    throw tableError(table ?? { file: tables[0]!.file }, table && (table.rows[0]?.line ?? 1), message, hint);
  };
  for (const table of tables) {
    if (FIRST_HEADS.has(table.name) || table.rows.length === 0) continue;
    notes.lost(placeIn(table, table.rows[0]!), table.name ?? '', 'an exported workbook has no such sheet');
  }
  const list = (name: keyof typeof LISTS): Entry[] => readList(sheet(name), LISTS[name]);
  const roles = withIds(list('Roles'));
  const skills = withIds(list('Skills'));
  const flat = flatLines(sheet(REST), notes, (cell) => cell);
  const rest = flat.filter(({ kind }) => kind !== 'requirement');
  const idOf = idsOf([...roles, ...skills].map(lineOf).concat(rest));
  const levels = skills.flatMap(({ place, cells: { id = '' }, others }) =>
    others.map(([head, text]): Entry => {
      const level = idOf('level', head, place);
      return { kind: 'skill level', place, cells: { parent: id, level, text }, others: [] };
    }),
  );
  const entries = [...roles, ...list('Responsibilities'), ...list('Moves')];
  for (const { place, others } of entries) {
    for (const [head, cell] of others) notes.lost(place, `${head}: ${cell}`, 'an export has no such column');
  }
  for (const { kind, place, cells } of entries) {
    for (const [column, named] of Object.entries(NAMED) as [FlatColumn, FlatKind][]) {
      const title = cells[column] ?? '';
      if (column !== OWN_ID[kind] && (title !== '' || column === 'role')) cells[column] = idOf(named, title, place);
    }
  }
  const needs = readMatrix(sheet(MATRIX.name), skills, idOf, notes);
  const told = flat.filter(({ kind }) => kind === 'requirement');
  const lines = [
    ...[...entries, ...skills, ...levels].map(lineOf),
    ...withMore(needs.map(lineOf), told, notes),
    ...rest,
  ];
  return isInOrder(flat) ? lines.toSorted((a, b) => flatOrder(a.kind) - flatOrder(b.kind)) : lines;
}

function lineOf({ kind, place, cells }: Entry): FlatLine {
  return { kind, place, cell: (column) => cells[column] ?? '' };
}

function readList(table: Table, { kind, columns }: (typeof LISTS)[keyof typeof LISTS]): Entry[] {
  const heads = headsOf(table);
  const byHead = new Map(Object.entries(columns));
  return table.rows.slice(1).map((row) => {
    const filled = row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [[heads[at] ?? '', cell] as const]));
    const cells = filled.flatMap(([name, cell]) => (byHead.has(name) ? [[byHead.get(name)!, cell]] : []));
    const others = filled.filter(([name]) => !byHead.has(name));
    return { kind, place: placeIn(table, row), cells: Object.fromEntries(cells) as Entry['cells'], others };
  });
}

/** Gives each entry its id, and takes that away from behind its title. */
function withIds(entries: Entry[]): Entry[] {
  const taken = new Map<string, Place>();
  for (const { kind, place, cells } of entries) {
    const { title = '' } = cells;
    const id = cells[OWN_ID[kind]!]?.trim() ?? idFrom(title);
    if (id === '') throw tableError(place, place.line, `${quote(title)} makes no id`, 'give one in the column "Id"');
    const other = taken.get(id);
    if (other) {
      const message = `row ${other.line} has a ${kind} with the id ${quote(id)} already`;
      throw tableError(place, place.line, message, 'give another in the column "Id"');
    }
    taken.set(id, place);
    cells[OWN_ID[kind]!] = id;
    if (title.endsWith(` [${id}]`)) cells.title = title.slice(0, -` [${id}]`.length);
  }
  return entries;
}

function idsOf(lines: readonly FlatLine[]): IdOf {
  const titles = new Map(
    Object.entries(OWN_ID).map(([kind, column]) => {
      const own = lines.filter((line) => line.kind === kind);
      const unique = uniqueTitles(own.map(({ cell }) => ({ id: cell(column), title: cell('title') })));
      return [kind, new Map(Array.from(unique, ([id, title]) => [titleKey(title), { id, title }]))] as const;
    }),
  );
  return (kind, title, place) => {
    const known = titles.get(kind)!;
    const entry = known.get(titleKey(title));
    if (entry) return entry.id;
    const [near] = suggest(
      title,
      Array.from(known.values(), (other) => other.title),
      1,
    );
    const where = Object.entries(LISTS).find(([, list]) => list.kind === kind)?.[0] ?? REST;
    const hint = near === undefined ? '' : `did you mean ${quote(near)}? `;
    throw tableError(place, place.line, `no ${kind} is called ${quote(title)}`, `${hint}see the sheet ${quote(where)}`);
  };
}

function readMatrix(table: Table, skills: readonly Entry[], idOf: IdOf, notes: FlatNotes): Entry[] {
  const [head, ...rows] = table.rows;
  const heads = headsOf(table);
  const [skillAt, groupAt] = MATRIX.heads.map((name) => heads.indexOf(name)) as [number, number];
  const groups = new Map(skills.map(({ cells }) => [cells.id, cells.group]));
  const roles = heads.map((name, at) =>
    name === undefined || at === skillAt || at === groupAt ? '' : idOf('role', name, placeIn(table, head!)),
  );
  return rows.flatMap((row) => {
    const place = placeIn(table, row);
    const skill = idOf('skill', row.cells[skillAt] ?? '', place);
    const group = row.cells[groupAt] ?? '';
    if (group !== '' && group !== groups.get(skill)) notes.lost(place, group, 'the sheet "Skills" says the group');
    return row.cells.flatMap((cell, at): Entry[] => {
      const role = roles[at] ?? '';
      if (cell.trim() === '' || role === '') return [];
      return [{ kind: 'requirement', place, cells: { role, skill, ...needIn(cell, place, idOf) }, others: [] }];
    });
  });
}

function needIn(cell: string, place: Place, idOf: IdOf): Entry['cells'] {
  const says = (marks: readonly string[]): boolean => marks.includes(titleKey(cell));
  if (says(MARKS.needed)) return {};
  return says(MARKS.notApplicable) ? { notApplicable: 'true' } : { level: idOf('level', cell, place) };
}

/** Adds what the last sheet says of requirements; a role of which it has all keeps their order. */
function withMore(needs: readonly FlatLine[], told: readonly FlatLine[], notes: FlatNotes): FlatLine[] {
  const keyOf = ({ cell }: FlatLine): string => `${cell('role')} ${cell('skill')}`;
  const more = new Map(told.map((line) => [keyOf(line), line]));
  const merged = new Map(
    needs.map((need): [string, FlatLine] => {
      const also = more.get(keyOf(need));
      const cell = (column: FlatColumn): string =>
        need.cell(column) || (column === 'level' ? '' : (also?.cell(column) ?? ''));
      return [keyOf(need), { ...need, cell }];
    }),
  );
  for (const line of told) {
    if (!merged.has(keyOf(line)))
      notes.lost(line.place, keyOf(line), `the sheet ${quote(MATRIX.name)} has nothing there`);
  }
  const partly = new Set(needs.filter((need) => !more.has(keyOf(need))).map(({ cell }) => cell('role')));
  const first = told.filter(({ cell }) => !partly.has(cell('role'))).flatMap((line) => merged.get(keyOf(line)) ?? []);
  return [...new Set([...first, ...merged.values()])];
}
