/**
 * A flat table read back: rows to a ladder's document.
 */
import { usage } from '../core/errors.ts';
import { foldName, quote } from '../core/names.ts';
import type { Path } from '../schema/shape.ts';
import { unguarded } from '../export/cells.ts';
import {
  type FlatColumn,
  type FlatKind,
  flatOrder,
  isFlatColumn,
  isFlatKind,
  readFields,
} from '../export/flat-table.ts';
import type { Row, Table } from './table.ts';
import { tableError } from './table-error.ts';

type Entry = Record<string, unknown>;

/** Where in which table. */
export type Place = Pick<Table, 'file' | 'name' | 'unit'> & Pick<Row, 'line'>;

/** A row of a flat table, and where it stands. */
export interface FlatLine {
  readonly place: Place;
  readonly kind: FlatKind;
  readonly cell: (column: FlatColumn) => string;
}

/** Collects what there is to tell. */
export interface FlatNotes {
  /** How something was read that the table does not say outright. */
  readonly read: (sentence: string) => void;
  /** Something of the ladder that is left out. */
  readonly lost: (place: Place, what: string, why: string) => void;
}

/** A document and where its parts came from. */
export interface TableDocument {
  readonly document: object;
  /** Where a place of the document was read from; undefined where it cannot be told. */
  readonly placeOf: (path: Path) => Place | undefined;
}

/** Where a row of a table stands. */
export function placeIn({ file, name, unit }: Table, { line }: Row): Place {
  return { file, name, unit, line };
}

/** Takes a table as flat rows, its first row being the header. */
export function flatLines(table: Table, notes: FlatNotes, own = unguarded): FlatLine[] {
  const [head, ...rows] = table.rows;
  const header = head?.cells.map((name) => name.trim()) ?? [];
  for (const name of header) {
    if (name !== '' && !isFlatColumn(name)) notes.lost(placeIn(table, head!), name, 'an export has no such column');
  }
  const index = new Map(header.map((name, column) => [name, column]));
  return rows.flatMap((row) => {
    const cell = (column: FlatColumn): string => own(row.cells[index.get(column) ?? -1] ?? '');
    const kind = cell('entry').trim().toLowerCase();
    const place = placeIn(table, row);
    if (isFlatKind(kind)) return [{ place, cell, kind }];
    notes.lost(place, cell('entry'), 'the column "entry" does not say what the row is');
    return [];
  });
}

/** Tells whether rows are in the order in which they were exported. */
export function isInOrder(lines: readonly FlatLine[]): boolean {
  return lines.every(({ kind }, at) => at === 0 || flatOrder(kind) >= flatOrder(lines[at - 1]!.kind));
}

/** Where the rows of each kind go: the key of the document that lists them. */
const LISTS: Readonly<Partial<Record<FlatKind, string>>> = {
  track: 'tracks',
  area: 'areas',
  level: 'levels',
  skill: 'skills',
  source: 'sources',
  progression: 'progressions',
  contrast: 'contrasts',
  disagreement: 'disagreements',
  related: 'related',
  note: 'notes',
};

/** Where the rows of each kind go in their role. */
const OF_ROLE: Readonly<Partial<Record<FlatKind, string>>> = {
  include: 'includes',
  responsibility: 'responsibilities',
  requirement: 'skills',
  'role note': 'notes',
};

/** Which entry a row belongs to, by the field that names it: the kind of that entry, and the key of it that lists them. */
const OF_PARENT: Readonly<Partial<Record<FlatKind, readonly [kind: FlatKind, field: string, list: string]>>> = {
  fact: ['source', 'source', 'facts'],
  position: ['disagreement', 'disagreement', 'positions'],
  answer: ['experience', 'question', 'answers'],
};

/**
 * Reads flat rows.
 *
 * @throws PmrolesError `ladder-invalid` for a row that belongs to nothing, `usage` for a level that was not stated
 */
export function readFlat(rows: readonly FlatLine[], stated: readonly string[], notes: FlatNotes): TableDocument {
  const document: Entry = {};
  const quiz: Entry = { questions: [], experience: [] };
  const known = new Map<string, Entry>();
  const places = new Map<unknown, Place | undefined>([[document, rows[0]?.place]]);

  const push = (owner: Entry, list: string, entry: Entry, place: Place): void => {
    places.set(entry, place);
    const entries = (owner[list] ??= []) as Entry[];
    entries.push(entry);
  };
  const find = (kind: FlatKind, id: string, place: Place): Entry => {
    const entry = known.get(`${kind} ${id}`);
    if (entry) return entry;
    throw tableError(place, place.line, `no ${kind} has the id ${quote(id)}`, `add the row of the ${kind}`);
  };

  // What belongs to something is read after it, wherever somebody has sorted it to.
  const isPart = ({ kind }: { readonly kind: FlatKind }): boolean =>
    kind === 'skill level' || OF_PARENT[kind] !== undefined;
  for (const { place, cell, kind } of [...rows.filter((row) => !isPart(row)), ...rows.filter(isPart)]) {
    const fields: Entry = readFields(kind, cell);
    const ofRole = OF_ROLE[kind];
    const ofParent = OF_PARENT[kind];
    const list = LISTS[kind];
    if (kind === 'ladder') Object.assign(document, fields);
    else if (kind === 'quiz') document['quiz'] = Object.assign(quiz, fields);
    else if (kind === 'role' || ofRole !== undefined) {
      const role = roleOf(cell, place);
      const entries = Object.entries(fields).filter(([key]) => key !== 'owner');
      const isSummary = ([key]: readonly [string, unknown]): boolean => SUMMARY.has(key);
      const summary = entries.filter(isSummary);
      if (ofRole !== undefined) push(role, ofRole, Object.fromEntries(entries), place);
      else {
        Object.assign(role, Object.fromEntries(entries.filter((entry) => !isSummary(entry))));
        if (summary.length > 0) role['summary'] = Object.fromEntries(summary);
      }
    } else if (kind === 'skill level') {
      const skill = find('skill', cell('parent'), place);
      // Defined, not assigned: a level may have any name.
      const levels = { ...(skill['levels'] as Entry | undefined) };
      skill['levels'] = Object.fromEntries([...Object.entries(levels), [cell('level'), fields['text'] ?? null]]);
    } else if (ofParent) {
      const [parentKind, field, name] = ofParent;
      const entry = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field));
      push(find(parentKind, cell('parent'), place), name, entry, place);
    } else if (kind === 'question' || kind === 'experience') {
      const entry = kind === 'question' ? { weights: {}, ...fields } : { answers: [], ...fields };
      known.set(`${kind} ${cell('id')}`, entry);
      push(quiz, kind === 'question' ? 'questions' : 'experience', entry, place);
      document['quiz'] = quiz;
    } else if (list !== undefined) {
      const entry = kind === 'disagreement' ? { positions: [], ...fields } : fields;
      known.set(`${kind} ${cell('id')}`, entry);
      push(document, list, entry, place);
    }
  }
  if (stated.length > 0) document['levels'] = inStatedOrder((document['levels'] ?? []) as Entry[], stated);
  else if (!isInOrder(rows)) reportOrder(document, notes);
  return { document, placeOf };

  function roleOf(cell: (column: FlatColumn) => string, place: Place): Entry {
    const id = cell('role');
    const key = `role ${id}`;
    const role = known.get(key) ?? readFields('role', (column) => (FROM_ANY_ROW.has(column) ? cell(column) : ''));
    if (!known.has(key)) {
      known.set(key, role);
      push(document, 'roles', role, place);
    }
    return role;
  }

  function placeOf(path: Path): Place | undefined {
    let value: unknown = document;
    let place = places.get(document);
    for (const step of path) {
      value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
      place = places.get(value) ?? place;
    }
    return place;
  }
}

function inStatedOrder(levels: readonly Entry[], stated: readonly string[]): Entry[] {
  const keys = stated.map(foldName);
  const name = ({ id, title }: Entry): string => String(title ?? id);
  const place = (level: Entry): number =>
    Math.max(keys.indexOf(foldName(name(level))), stated.indexOf(String(level['id'])));
  const missing = levels.find((level) => place(level) < 0);
  if (missing) {
    const names = levels.slice(0, 20).map((level) => quote(name(level)));
    throw usage(
      `--levels leaves out ${quote(name(missing))}, which the table has`,
      `the levels are: ${names.join(', ')}`,
    );
  }
  return levels.toSorted((a, b) => place(a) - place(b));
}

/** The order of the rows is that of the scale, and of nothing else that matters. */
function reportOrder({ levels }: Entry, notes: FlatNotes): void {
  const titles = ((levels ?? []) as Entry[]).map(({ id, title }) => String(title ?? id));
  if (titles.length < 2) return;
  const shown = titles.join(', ');
  notes.read(
    `The rows are not in the order in which they were exported, so that the order of the levels, lowest first, is a guess: ${shown}. --levels states it.`,
  );
}

/** What a row of a role says of its summary. */
const SUMMARY: ReadonlySet<string> = new Set(['text', 'cites', 'editorial']);

/** What every row says of its role. */
const FROM_ANY_ROW: ReadonlySet<FlatColumn> = new Set(['role', 'title', 'rank', 'track']);
