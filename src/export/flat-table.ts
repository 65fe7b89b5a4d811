/**
 * A whole ladder as one flat table, a row for every statement, and back.
 *
 * The first column says what a row is; the other columns are shared by all kinds of row. What a row says of a role repeats the
 * role's title, rank and track, so that a spreadsheet can be sorted and filtered by them.
 */
import type { LadderFile } from '../schema/ladder-file.ts';
import { type Cell, type Codec, FLAG, NUMBER, NUMBERS, TEXT, TEXTS, WEIGHTS } from './cells.ts';

/** Every column, in order, and how its values are written. A table leaves out those that it has no use for. */
const COLUMNS = {
  entry: TEXT,
  role: TEXT,
  title: TEXT,
  rank: NUMBER,
  track: TEXT,
  aliases: TEXTS,
  parent: TEXT,
  id: TEXT,
  area: TEXT,
  skill: TEXT,
  group: TEXTS,
  level: TEXT,
  importance: TEXT,
  notApplicable: FLAG,
  to: TEXT,
  of: TEXTS,
  kind: TEXT,
  basis: TEXT,
  text: TEXT,
  roles: TEXTS,
  areas: TEXTS,
  skills: TEXTS,
  weights: WEIGHTS,
  ranks: NUMBERS,
  reverse: FLAG,
  version: TEXT,
  cumulative: FLAG,
  date: TEXT,
  url: TEXT,
  note: TEXT,
  cites: TEXTS,
  editorial: FLAG,
} satisfies Record<string, Codec>;

/** The name of a column. */
export type FlatColumn = keyof typeof COLUMNS;

type Fields = Readonly<Record<string, unknown>>;

/** The columns of each kind of row: by column, the key that it holds of the entry. */
const STATEMENT = { text: 'text', cites: 'cites', editorial: 'editorial' } as const;
const TITLED = { id: 'id', title: 'title', text: 'description' } as const;
const KINDS = {
  ladder: { id: 'id', title: 'title', text: 'summary', version: 'version', cumulative: 'cumulative' },
  track: TITLED,
  area: TITLED,
  level: TITLED,
  skill: { id: 'id', title: 'name', text: 'description', group: 'group' },
  'skill level': { parent: 'skill', level: 'level', text: 'text' },
  source: { id: 'id', title: 'title', date: 'date', url: 'url', note: 'note' },
  fact: { parent: 'source', id: 'id', text: 'text' },
  role: { role: 'id', title: 'title', rank: 'rank', track: 'track', aliases: 'aliases', ...STATEMENT },
  include: { role: 'owner', to: 'role', of: 'of', cites: 'cites', editorial: 'editorial' },
  responsibility: { role: 'owner', id: 'id', area: 'area', ...STATEMENT },
  requirement: {
    role: 'owner',
    skill: 'skill',
    level: 'level',
    importance: 'importance',
    notApplicable: 'notApplicable',
    ...STATEMENT,
  },
  'role note': { role: 'owner', ...STATEMENT },
  progression: { role: 'from', to: 'to', kind: 'kind', basis: 'basis', cites: 'cites', note: 'note' },
  contrast: { roles: 'roles', ...STATEMENT },
  disagreement: { id: 'id', title: 'title', roles: 'roles' },
  position: { parent: 'disagreement', ...STATEMENT },
  note: STATEMENT,
  quiz: {},
  question: {
    id: 'id',
    role: 'signature',
    areas: 'areas',
    skills: 'skills',
    weights: 'weights',
    reverse: 'reverse',
    ...STATEMENT,
  },
  experience: { id: 'id', ...STATEMENT },
  answer: { parent: 'question', text: 'text', ranks: 'ranks' },
} satisfies Record<string, Partial<Record<FlatColumn, string>>>;

/** What a row is. */
export type FlatKind = keyof typeof KINDS;

/** One row: what it is, and its fields by the keys that the ladder's files have. */
export interface FlatRow {
  readonly kind: FlatKind;
  readonly fields: Fields;
}

/** Tells what a row of a table is. */
export function isFlatKind(word: string): word is FlatKind {
  return Object.hasOwn(KINDS, word);
}

/** Tells whether a table of these may have a column. */
export function isFlatColumn(name: string): name is FlatColumn {
  return Object.hasOwn(COLUMNS, name);
}

/** The order of the rows of an export: kinds of the same number stand among one another. */
export function flatOrder(kind: FlatKind): number {
  return ORDER.findIndex((kinds) => kinds.includes(kind));
}

const ORDER: readonly (readonly FlatKind[])[] = [
  ['ladder'],
  ['track'],
  ['area'],
  ['level'],
  ['skill', 'skill level'],
  ['source', 'fact'],
  ['role', 'include', 'responsibility', 'requirement', 'role note'],
  ['progression'],
  ['contrast'],
  ['disagreement', 'position'],
  ['note'],
  ['quiz'],
  ['question'],
  ['experience', 'answer'],
];

/** Tells whether a table is one of these. */
export function isFlatHeader(header: readonly string[]): boolean {
  return header.includes('entry') && header.every((name) => name.trim() === '' || isFlatColumn(name));
}

/** Reads one row. */
export function readFields(kind: FlatKind, cell: (column: FlatColumn) => string): Record<string, unknown> {
  const columns = Object.entries(KINDS[kind]) as [FlatColumn, string][];
  return Object.fromEntries(
    columns.flatMap(([column, key]) => {
      const value = cell(column);
      return value === '' ? [] : [[key, COLUMNS[column].read(value)] as const];
    }),
  );
}

/** Writes a ladder as a flat table. */
export function flatTable(document: LadderFile): { columns: FlatColumn[]; rows: Cell[][] } {
  const roles = new Map((document.roles ?? []).map((role) => [role.id, role]));
  const table = flatRows(document).map(({ kind, fields }): Partial<Record<FlatColumn, Cell>> => {
    const cells: Partial<Record<FlatColumn, Cell>> = { entry: kind };
    for (const [column, key] of Object.entries(KINDS[kind]) as [FlatColumn, string][]) {
      if (fields[key] !== undefined) cells[column] = COLUMNS[column].write(fields[key]);
    }
    const owner = roles.get(fields['owner'] as string);
    if (owner)
      Object.assign(cells, { title: owner.title, rank: owner.rank, ...(owner.track && { track: owner.track }) });
    return cells;
  });
  const used = new Set(table.flatMap((cells) => Object.keys(cells)));
  const columns = (Object.keys(COLUMNS) as FlatColumn[]).filter((column) => used.has(column));
  return { columns, rows: table.map((cells) => columns.map((column) => cells[column] ?? '')) };
}

function flatRows(document: LadderFile): FlatRow[] {
  const rows: FlatRow[] = [];
  const add = (kind: FlatKind, ...entries: readonly object[]): void => {
    for (const fields of entries) rows.push({ kind, fields: fields as Fields });
  };
  add('ladder', document);
  for (const [kind, list] of [
    ['track', document.tracks],
    ['area', document.areas],
    ['level', document.levels],
  ] as const) {
    for (const entry of list ?? []) add(kind, entry);
  }
  for (const skill of document.skills ?? []) {
    add('skill', { ...skill, ...(typeof skill.group === 'string' && { group: [skill.group] }) });
    for (const [level, text] of Object.entries(skill.levels ?? {}))
      add('skill level', { skill: skill.id, level, text });
  }
  for (const source of document.sources ?? []) {
    add('source', source);
    for (const fact of source.facts ?? []) add('fact', { source: source.id, ...fact });
  }
  for (const role of document.roles ?? []) {
    const own = (fields: object): object => ({ ...fields, owner: role.id });
    add('role', { ...role, ...(role.summary !== undefined && statement(role.summary)) });
    // An inclusion of nothing says nothing, and an empty cell would say both.
    for (const entry of role.includes ?? []) if (entry.of?.length !== 0) add('include', own(entry));
    for (const entry of role.responsibilities ?? []) add('responsibility', own(entry));
    for (const entry of role.skills ?? [])
      add('requirement', own(typeof entry === 'string' ? { skill: entry } : entry));
    for (const entry of role.notes ?? []) add('role note', own(statement(entry)));
  }
  for (const entry of document.progressions ?? []) add('progression', entry);
  for (const entry of document.contrasts ?? []) add('contrast', entry);
  for (const entry of document.disagreements ?? []) {
    add('disagreement', entry);
    for (const position of entry.positions) add('position', { disagreement: entry.id, ...position });
  }
  for (const entry of document.notes ?? []) add('note', statement(entry));
  if (document.quiz) add('quiz', {});
  for (const entry of document.quiz?.questions ?? []) add('question', entry);
  for (const entry of document.quiz?.experience ?? []) {
    add('experience', entry);
    for (const answer of entry.answers) add('answer', { question: entry.id, ...answer });
  }
  return rows;
}

function statement(entry: string | object): object {
  return typeof entry === 'string' ? { text: entry } : entry;
}
