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
  responsibilities: TEXTS,
  replaces: TEXTS,
  weights: WEIGHTS,
  ranks: NUMBERS,
  ranksIfSmall: NUMBERS,
  small: FLAG,
  version: TEXT,
  language: TEXT,
  licence: TEXT,
  cumulative: FLAG,
  abstract: FLAG,
  date: TEXT,
  url: TEXT,
  note: TEXT,
  cites: TEXTS,
  editorial: FLAG,
} satisfies Record<string, Codec>;

/** The name of a column. */
export type FlatColumn = keyof typeof COLUMNS;

/** The columns of each kind of row: by column, the key that it holds of the entry. */
const STATEMENT = { text: 'text', cites: 'cites', editorial: 'editorial' } as const;
const TITLED = { id: 'id', title: 'title', text: 'description' } as const;
const KINDS = {
  ladder: {
    id: 'id',
    title: 'title',
    text: 'summary',
    version: 'version',
    language: 'language',
    licence: 'licence',
    cumulative: 'cumulative',
  },
  track: TITLED,
  area: TITLED,
  level: TITLED,
  skill: { id: 'id', title: 'name', text: 'description', group: 'group', replaces: 'replaces' },
  'skill level': { parent: 'skill', level: 'level', text: 'text' },
  source: { id: 'id', title: 'title', date: 'date', url: 'url', note: 'note' },
  fact: { parent: 'source', id: 'id', text: 'text' },
  role: {
    role: 'id',
    title: 'title',
    rank: 'rank',
    track: 'track',
    aliases: 'aliases',
    abstract: 'abstract',
    replaces: 'replaces',
    ...STATEMENT,
  },
  include: { role: 'owner', to: 'role', of: 'of', cites: 'cites', editorial: 'editorial' },
  responsibility: { role: 'owner', id: 'id', area: 'area', replaces: 'replaces', ...STATEMENT },
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
  related: { id: 'id', title: 'title', responsibilities: 'responsibilities' },
  note: STATEMENT,
  quiz: { weights: 'experienceRanks' },
  question: {
    id: 'id',
    areas: 'areas',
    skills: 'skills',
    weights: 'weights',
    ...STATEMENT,
  },
  experience: { id: 'id', ...STATEMENT },
  answer: { parent: 'question', text: 'text', ranks: 'ranks', ranksIfSmall: 'ranksIfSmall', small: 'small' },
} satisfies Record<string, Partial<Record<FlatColumn, string>>>;

/** What a row is. */
export type FlatKind = keyof typeof KINDS;

/** Tells what a row of a table is. */
export function isFlatKind(word: string): word is FlatKind {
  return Object.hasOwn(KINDS, word);
}

/** Tells whether a table of these may have a column. */
export function isFlatColumn(name: string): name is FlatColumn {
  return Object.hasOwn(COLUMNS, name);
}

/** The kinds whose rows stand among those of another, each behind what it belongs to. */
const AMONG: Readonly<Partial<Record<FlatKind, FlatKind>>> = {
  'skill level': 'skill',
  fact: 'source',
  include: 'role',
  responsibility: 'role',
  requirement: 'role',
  'role note': 'role',
  position: 'disagreement',
  answer: 'experience',
};

/** The order of the rows of an export: kinds of the same number stand among one another. */
export function flatOrder(kind: FlatKind): number {
  return Object.keys(KINDS).indexOf(AMONG[kind] ?? kind);
}

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
  const rows = flatRows(document).map((cells): FlatCells => {
    const owner = AMONG[cells.entry] === 'role' ? roles.get(cells.role as string) : undefined;
    if (!owner) return cells;
    return { ...cells, title: owner.title, rank: owner.rank, ...(owner.track && { track: owner.track }) };
  });
  return inColumns(rows);
}

/** Lays rows out as a table, in the order of the columns. */
export function inColumns(rows: readonly FlatCells[]): { columns: FlatColumn[]; rows: Cell[][] } {
  const used = new Set(rows.flatMap((cells) => Object.keys(cells)));
  const columns = (Object.keys(COLUMNS) as FlatColumn[]).filter((column) => used.has(column));
  return { columns, rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')) };
}

/** A row: what it is, and its other cells that are not empty. */
export type FlatCells = { readonly entry: FlatKind } & Readonly<Partial<Record<FlatColumn, Cell>>>;

/** Writes a ladder as rows, in the order of an export. */
export function flatRows(document: LadderFile): FlatCells[] {
  const rows: FlatCells[] = [];
  const add = (kind: FlatKind, entries: readonly object[] = [], more: object = {}): void => {
    for (const entry of entries) rows.push(cellsOf(kind, { ...entry, ...more }));
  };
  add('ladder', [document]);
  add('track', document.tracks);
  add('area', document.areas);
  add('level', document.levels);
  for (const { group, ...skill } of document.skills ?? []) {
    add('skill', [{ ...skill, group: typeof group === 'string' ? [group] : group }]);
    const levels = Object.entries(skill.levels ?? {}).map(([level, text]) => ({ level, text }));
    add('skill level', levels, { skill: skill.id });
  }
  for (const source of document.sources ?? []) {
    add('source', [source]);
    add('fact', source.facts, { source: source.id });
  }
  for (const role of document.roles ?? []) {
    const owner = { owner: role.id };
    add('role', [role], role.summary === undefined ? {} : statement(role.summary));
    // An inclusion of nothing says nothing, and an empty cell would say both.
    const includes = role.includes?.filter(({ of }) => of?.length !== 0);
    add('include', includes, owner);
    add('responsibility', role.responsibilities, owner);
    const skills = role.skills?.map((entry) => (typeof entry === 'string' ? { skill: entry } : entry));
    add('requirement', skills, owner);
    add('role note', role.notes?.map(statement), owner);
  }
  add('progression', document.progressions);
  add('contrast', document.contrasts);
  for (const disagreement of document.disagreements ?? []) {
    add('disagreement', [disagreement]);
    add('position', disagreement.positions, { disagreement: disagreement.id });
  }
  add('related', document.related);
  add('note', document.notes?.map(statement));
  if (document.quiz) add('quiz', [document.quiz]);
  add('question', document.quiz?.questions);
  for (const question of document.quiz?.experience ?? []) {
    add('experience', [question]);
    add('answer', question.answers, { question: question.id });
  }
  return rows;
}

/** Writes one row, of its fields by the keys that the ladder's files have. */
function cellsOf(kind: FlatKind, fields: Readonly<Record<string, unknown>>): FlatCells {
  const columns = Object.entries(KINDS[kind]) as [FlatColumn, string][];
  const filled = columns.filter(([, key]) => fields[key] !== undefined);
  const cells = filled.map(([column, key]) => [column, COLUMNS[column].write(fields[key])] as const);
  return { ...Object.fromEntries(cells), entry: kind };
}

function statement(entry: string | object): object {
  return typeof entry === 'string' ? { text: entry } : entry;
}
