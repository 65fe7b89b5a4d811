/**
 * What a person says of a table, by flags, in a mapping file or when asked: all of it in one form. And how to ask.
 */
import type { Row, Table } from './table.ts';

/** What a column may hold; `is-role`, `is-skill` and `is-level` are for a column whose header is itself the name of one. */
export const MEANINGS = [
  'role',
  'title',
  'alias',
  'rank',
  'track',
  'family',
  'summary',
  'next',
  'note',
  'skill',
  'group',
  'description',
  'level',
  'importance',
  'text',
  'responsibility',
  'area',
  'from',
  'to',
  'kind',
  'is-role',
  'is-skill',
  'is-level',
  'ignore',
] as const;

/** What a column holds. */
export type Meaning = (typeof MEANINGS)[number];

/** What the cells are where a role meets a skill. */
export const CELL_KINDS = ['levels', 'marks', 'importance', 'texts'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** What rows are that have a label and nothing else. */
export const EMPTY_ROWS = ['groups', 'skills'] as const;
export type EmptyRows = (typeof EMPTY_ROWS)[number];

/** Lines of a text or rows of a sheet, from 1, both ends among them. */
export type LineRange = readonly [first: number, last: number];

/** What somebody said. What is absent has to be sure. */
export interface Answers {
  /** By header or, as `#3`, by place from 1; `*` is every column that nothing is known of. The last that fits counts. */
  readonly columns?: readonly { readonly column: string; readonly meaning: Meaning }[];
  /** The levels of skill, the lowest first. */
  readonly levels?: readonly string[];
  readonly cells?: CellKind;
  readonly emptyRows?: EmptyRows;
  /** The sheets, or tables of a document, that are read: by name or, as `#2`, by place from 1. */
  readonly sheets?: readonly string[];
  readonly skipRows?: readonly LineRange[];
  readonly moves?: 'by-rank';
  /** True where as much may be left out as has to be. */
  readonly allowLoss?: boolean;
  /** The ranks that roles had before, by id, for tables that say nothing of ranks. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** Ids by title, where they are not to be made from the titles. */
  readonly ids?: {
    readonly roles?: Readonly<Record<string, string>>;
    readonly skills?: Readonly<Record<string, string>>;
  };
}

/** A column as it is shown to somebody who is asked about it. */
export interface AskedColumn {
  /** The header or, where there is none, `#3`; unique. */
  readonly name: string;
  readonly samples: readonly string[];
  /** The best guess; undefined where there is none. */
  readonly meaning: Meaning | undefined;
  /** What speaks for it, or what is in doubt. */
  readonly why: string;
  readonly sure: boolean;
  /** Whether the guess is near enough to be put into somebody's mouth. */
  readonly offered: boolean;
}

/** What is not sure, and has to be said by somebody. */
export type Question = { readonly text: string; readonly file: string; readonly line: number | undefined } & (
  | { readonly about: 'columns'; readonly columns: readonly AskedColumn[] }
  | { readonly about: 'levels'; readonly offered: readonly string[] }
  | {
      readonly about: 'cells' | 'emptyRows' | 'sheets';
      readonly choices: readonly { readonly value: string; readonly says: string }[];
    }
);

/** Thrown where a table cannot be read for sure: whoever can ask does, and imports again with the answer. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
  readonly question: Question;

  constructor(question: Question) {
    super(question.text);
    this.question = question;
  }
}

/** Tells whether a row is left out on demand. */
export function isSkipped({ skipRows = [] }: Answers, table: Table, row: Row): boolean {
  const last = lastLine(table, row);
  return skipRows.some(([from, to]) => from <= last && row.line <= to);
}

/** The line in which a row ends: of a text, a cell may take several. */
export function lastLine({ unit }: Table, { line, cells }: Row): number {
  if (unit === 'row') return line;
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), line);
}
