/**
 * A ladder as the sheets of a workbook that people open and edit.
 *
 * Every sheet is a view of flat rows, with titles in the place of ids. What no view shows stands in the last sheet, as flat
 * rows, so that `import/workbook.ts` can put together the same rows again.
 */
import { idFrom } from '../core/ids.ts';
import { visible } from '../report/printable.ts';
import type { LadderFile } from '../schema/ladder-file.ts';
import type { Cell } from './cells.ts';
import { type FlatCells, type FlatColumn, type FlatKind, flatRows, inColumns } from './flat-table.ts';

/** A sheet. */
export interface Sheet {
  readonly name: string;
  /** So many columns stay where they are while the others are scrolled. */
  readonly fixed: number;
  /** The first row is the header. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Skills down, roles across. */
export const MATRIX = { name: 'Skills by role', heads: ['Skill', 'Group'] } as const;

/** The flat rows that no other sheet shows whole. */
export const REST = 'Everything else';

/** The cells of the matrix that name no level; the first of each is written, and people type the others. */
export const MARKS = { needed: ['✓', 'x', 'yes'], notApplicable: ['n/a'] } as const;

/** A sheet with a row for each entry of a kind: by head, the column of a flat row that stands below. */
interface List {
  readonly kind: FlatKind;
  readonly columns: Readonly<Record<string, FlatColumn>>;
}

const LEANING = { Cites: 'cites', Editorial: 'editorial' } as const;

export const LISTS: Readonly<Record<'Roles' | 'Responsibilities' | 'Moves' | 'Skills', List>> = {
  Roles: {
    kind: 'role',
    columns: {
      Role: 'title',
      Rank: 'rank',
      Track: 'track',
      'Also called': 'aliases',
      Summary: 'text',
      Abstract: 'abstract',
      Replaces: 'replaces',
      ...LEANING,
      Id: 'role',
    },
  },
  Responsibilities: {
    kind: 'responsibility',
    columns: { Role: 'role', Area: 'area', Responsibility: 'text', Replaces: 'replaces', ...LEANING, Id: 'id' },
  },
  Moves: {
    kind: 'progression',
    columns: { From: 'role', To: 'to', Kind: 'kind', Basis: 'basis', Note: 'note', Cites: 'cites' },
  },
  // Behind these stands a column for each level.
  Skills: {
    kind: 'skill',
    columns: { Skill: 'title', Group: 'group', Description: 'text', Replaces: 'replaces', Id: 'id' },
  },
};

/** Columns that are there only where they are needed. */
const OCCASIONAL = new Set(['Abstract', 'Cites', 'Editorial', 'Id', 'Replaces']);

/** The column of a flat row that holds its own id, for what the sheets call by its title. */
export const OWN_ID: Readonly<Partial<Record<FlatKind, FlatColumn>>> = {
  role: 'role',
  skill: 'id',
  track: 'id',
  area: 'id',
  level: 'id',
};

/** What a column names: by its id in flat rows, by its title in the sheets. */
export const NAMED: Readonly<Partial<Record<FlatColumn, FlatKind>>> = {
  role: 'role',
  to: 'role',
  track: 'track',
  area: 'area',
};

/** What a title is found by, however it is typed. */
export function titleKey(title: string): string {
  return title.trim().toLowerCase();
}

/** What means something else where a title may stand. */
const TAKEN = new Set(
  [...Object.values(MARKS).flat(), ...MATRIX.heads, ...Object.keys(LISTS.Skills.columns)].map(titleKey),
);

/** By id, titles of which no two are the same; where the title alone will not do, the id stands behind it in brackets. */
export function uniqueTitles(entries: readonly { readonly id: string; readonly title: string }[]): Map<string, string> {
  const count = new Map<string, number>(Array.from(TAKEN, (key) => [key, 2]));
  for (const { title } of entries) count.set(titleKey(title), (count.get(titleKey(title)) ?? 0) + 1);
  const isEnough = (title: string): boolean => count.get(titleKey(title)) === 1 && !/(?:^|\])\s*$/.test(title);
  return new Map(entries.map(({ id, title }) => [id, isEnough(title) ? title : `${title} [${id}]`]));
}

/** Lays a ladder out in sheets. */
export function workbookSheets(document: LadderFile): Sheet[] {
  const rows = flatRows(document);
  const ofKind = (kind: FlatKind): FlatCells[] => rows.filter(({ entry }) => entry === kind);
  const titles = new Map(
    Object.entries(OWN_ID).map(([kind, column]) => {
      const entries = ofKind(kind as FlatKind).map((row) => ({
        id: row[column] as string,
        title: visible(row.title as string),
      }));
      return [kind, uniqueTitles(entries)] as const;
    }),
  );
  const titleOf = (kind: string, id: Cell | undefined): string => titles.get(kind)!.get(id as string)!;

  const cellOf = (row: FlatCells, column: FlatColumn): Cell => {
    const ownId = OWN_ID[row.entry];
    const named = NAMED[column];
    const value = row[column];
    if (ownId !== undefined && column === 'title') return titleOf(row.entry, row[ownId]);
    if (column === ownId) return idFrom(titleOf(row.entry, value)) === value ? '' : value!;
    return value !== undefined && named !== undefined ? titleOf(named, value) : (value ?? '');
  };
  const list = (name: keyof typeof LISTS): Sheet => {
    const { kind, columns } = LISTS[name];
    const shown = ofKind(kind);
    const cells = Object.entries(columns).map(([head, column]) => [head, ...shown.map((row) => cellOf(row, column))]);
    const filled = cells.filter(
      ([head, ...below]) => !OCCASIONAL.has(head as string) || below.some((cell) => cell !== ''),
    );
    return { name, fixed: 0, rows: ['', ...shown].map((_, at) => filled.map((column) => column[at]!)) };
  };

  const roles = ofKind('role');
  const skills = ofKind('skill');
  const needs = new Map(ofKind('requirement').map((row) => [`${row.role} ${row.skill}`, row]));
  const mark = ({ level, notApplicable }: FlatCells): string =>
    level === undefined ? MARKS[notApplicable === true ? 'notApplicable' : 'needed'][0] : titleOf('level', level);
  const matrix = skills.map((skill) => [
    titleOf('skill', skill.id),
    skill.group ?? '',
    ...roles.map(({ role }) => {
      const need = needs.get(`${role} ${skill.id}`);
      return need ? mark(need) : '';
    }),
  ]);

  const levels = ofKind('level');
  const texts = new Map(ofKind('skill level').map(({ parent, level, text }) => [`${parent} ${level}`, text]));
  const catalogue = list('Skills');
  const skillRows = catalogue.rows.map((row, at) => [
    ...row,
    ...levels.map(({ id }) => (at === 0 ? titleOf('level', id) : (texts.get(`${skills[at - 1]!.id} ${id}`) ?? ''))),
  ]);

  const rest = inColumns(restOf(rows, skills));
  return [
    list('Roles'),
    {
      name: MATRIX.name,
      fixed: MATRIX.heads.length,
      rows: [[...MATRIX.heads, ...roles.map(({ role }) => titleOf('role', role))], ...matrix],
    },
    list('Responsibilities'),
    list('Moves'),
    { ...catalogue, rows: skillRows },
    { name: REST, fixed: 0, rows: [rest.columns, ...rest.rows] },
  ];
}

/** What the other sheets do not show, and the order of a role's requirements where it is not that of the skills. */
function restOf(rows: readonly FlatCells[], skills: readonly FlatCells[]): FlatCells[] {
  const shown = new Set<FlatKind>(['skill level', ...Object.values(LISTS).map(({ kind }) => kind)]);
  const places = new Map(skills.map(({ id }, place) => [id, place]));
  const needs = rows.filter(({ entry }) => entry === 'requirement');
  const isBack = ({ role, skill }: FlatCells, before: FlatCells | undefined): boolean =>
    role === before?.role && places.get(skill)! < places.get(before?.skill)!;
  const mixed = new Set(needs.filter((need, at) => isBack(need, needs[at - 1])).map(({ role }) => role));
  return rows.flatMap((row): FlatCells[] => {
    if (row.entry !== 'requirement') return shown.has(row.entry) ? [] : [row];
    const { level, notApplicable, ...more } = row;
    const isShown = level === undefined && notApplicable === true;
    const cells = isShown || notApplicable === undefined ? more : { ...more, notApplicable };
    return mixed.has(row.role) || Object.keys(cells).length > 3 ? [cells] : [];
  });
}
