/**
 * A flat table read back: rows to a ladder's document.
 */
import { quote } from '../core/names.ts';
import type { Path } from '../schema/shape.ts';
import { unguarded } from '../export/cells.ts';
import type { CsvTable } from './csv-table.ts';
import {
  type FlatColumn,
  type FlatKind,
  flatOrder,
  isFlatColumn,
  isFlatKind,
  readFields,
} from '../export/flat-table.ts';
import { notStated } from './finish.ts';
import type { ImportNotes } from './import-notes.ts';
import { createScale } from './scale.ts';
import { tableError } from './table-error.ts';

type Entry = Record<string, unknown>;

/** A document and where its parts came from. */
export interface TableDocument {
  readonly document: object;
  /** The line that a place of the document was read from; undefined where it cannot be told. */
  readonly lineOf: (path: Path) => number | undefined;
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
 * Reads a flat table.
 *
 * @throws PmrolesError `ladder-invalid` for a row that belongs to nothing, `usage` for a level that was not stated
 */
export function readFlat(table: CsvTable, stated: readonly string[], notes: ImportNotes): TableDocument {
  const document: Entry = {};
  const quiz: Entry = { questions: [], experience: [] };
  const known = new Map<string, Entry>();
  const lines = new Map<unknown, number>([[document, table.rows[0]?.line ?? 1]]);
  const index = new Map(table.header.map((name, column) => [name, column]));
  for (const name of table.header) {
    if (name !== '' && !isFlatColumn(name)) notes.dropped(table.headerLine, name, 'an export has no such column');
  }

  const push = (owner: Entry, list: string, entry: Entry, line: number): void => {
    lines.set(entry, line);
    const entries = (owner[list] ??= []) as Entry[];
    entries.push(entry);
  };
  const find = (kind: FlatKind, id: string, line: number): Entry => {
    const entry = known.get(`${kind} ${id}`);
    if (entry) return entry;
    throw tableError(table.file, line, `no ${kind} has the id ${quote(id)}`, `add the row of the ${kind}`);
  };

  const rows = table.rows.flatMap(({ line, cells }) => {
    const cell = (column: FlatColumn): string => unguarded(cells[index.get(column) ?? -1] ?? '');
    const kind = cell('entry').trim().toLowerCase();
    if (isFlatKind(kind)) return [{ line, cell, kind }];
    notes.dropped(line, cell('entry'), 'the column "entry" does not say what the row is');
    return [];
  });
  // What belongs to something is read after it, wherever somebody has sorted it to.
  const isPart = ({ kind }: { readonly kind: FlatKind }): boolean =>
    kind === 'skill level' || OF_PARENT[kind] !== undefined;
  for (const { line, cell, kind } of [...rows.filter((row) => !isPart(row)), ...rows.filter(isPart)]) {
    const fields: Entry = readFields(kind, cell);
    const ofRole = OF_ROLE[kind];
    const ofParent = OF_PARENT[kind];
    const list = LISTS[kind];
    if (kind === 'ladder') Object.assign(document, fields);
    else if (kind === 'quiz') document['quiz'] = Object.assign(quiz, fields);
    else if (kind === 'role' || ofRole !== undefined) {
      const role = roleOf(cell, line);
      const entries = Object.entries(fields).filter(([key]) => key !== 'owner');
      const isSummary = ([key]: readonly [string, unknown]): boolean => SUMMARY.has(key);
      const summary = entries.filter(isSummary);
      if (ofRole !== undefined) push(role, ofRole, Object.fromEntries(entries), line);
      else {
        Object.assign(role, Object.fromEntries(entries.filter((entry) => !isSummary(entry))));
        if (summary.length > 0) role['summary'] = Object.fromEntries(summary);
      }
    } else if (kind === 'skill level') {
      const skill = find('skill', cell('parent'), line);
      // Defined, not assigned: a level may have any name.
      const levels = { ...(skill['levels'] as Entry | undefined) };
      skill['levels'] = Object.fromEntries([...Object.entries(levels), [cell('level'), fields['text'] ?? null]]);
    } else if (ofParent) {
      const [parentKind, field, name] = ofParent;
      const entry = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field));
      push(find(parentKind, cell('parent'), line), name, entry, line);
    } else if (kind === 'question' || kind === 'experience') {
      const entry = kind === 'question' ? { weights: {}, ...fields } : { answers: [], ...fields };
      known.set(`${kind} ${cell('id')}`, entry);
      push(quiz, kind === 'question' ? 'questions' : 'experience', entry, line);
      document['quiz'] = quiz;
    } else if (list !== undefined) {
      const entry = kind === 'disagreement' ? { positions: [], ...fields } : fields;
      known.set(`${kind} ${cell('id')}`, entry);
      push(document, list, entry, line);
    }
  }
  if (stated.length > 0) document['levels'] = inStatedOrder((document['levels'] ?? []) as Entry[], stated);
  else if (rows.some(({ kind }, at) => at > 0 && flatOrder(kind) < flatOrder(rows[at - 1]!.kind)))
    reportOrder(document, notes);
  return { document, lineOf };

  function roleOf(cell: (column: FlatColumn) => string, line: number): Entry {
    const id = cell('role');
    const key = `role ${id}`;
    const role = known.get(key) ?? readFields('role', (column) => (FROM_ANY_ROW.has(column) ? cell(column) : ''));
    if (!known.has(key)) {
      known.set(key, role);
      push(document, 'roles', role, line);
    }
    return role;
  }

  function lineOf(path: Path): number | undefined {
    let value: unknown = document;
    let line = lines.get(document);
    for (const step of path) {
      value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
      line = lines.get(value) ?? line;
    }
    return line;
  }
}

function inStatedOrder(levels: readonly Entry[], stated: readonly string[]): Entry[] {
  const { placeOf } = createScale([], stated);
  const place = ({ id, title }: Entry): number => Math.max(placeOf(String(title ?? id)), placeOf(String(id)));
  const missing = levels.filter((level) => place(level) < 0).map(({ id, title }) => String(title ?? id));
  if (missing.length > 0) throw notStated(missing, [...stated, ...missing]);
  return levels.toSorted((a, b) => place(a) - place(b));
}

/** The order of the rows is that of the scale, and of nothing else that matters. */
function reportOrder({ levels }: Entry, notes: ImportNotes): void {
  const titles = ((levels ?? []) as Entry[]).map(({ id, title }) => String(title ?? id));
  if (titles.length < 2) return;
  const shown = titles.join(', ');
  notes.guessed(
    `The rows are not in the order in which they were exported, so that the order of the levels, lowest first, is a guess: ${shown}. --levels states it.`,
  );
}

/** What a row of a role says of its summary. */
const SUMMARY: ReadonlySet<string> = new Set(['text', 'cites', 'editorial']);

/** What every row says of its role. */
const FROM_ANY_ROW: ReadonlySet<FlatColumn> = new Set(['role', 'title', 'rank', 'track']);
