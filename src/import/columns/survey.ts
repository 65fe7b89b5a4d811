/**
 * The columns of a table, each with what its cells have in common.
 */
import type { Meaning } from '../answers.ts';
import { type Content, contentOf } from '../cells.ts';
import type { Sheet } from '../sheet.ts';
import { ofRoles } from './headers.ts';

/** A column while it is being found out. */
export interface Survey {
  readonly place: number;
  readonly name: string;
  readonly header: string;
  /** The cells that are not empty, trimmed. */
  readonly filled: readonly string[];
  readonly content: Content;
  meaning?: Meaning | undefined;
  why: string;
  sure: boolean;
  /** Whether a doubtful meaning is near enough to be put into somebody's mouth. */
  offered?: boolean;
}

/** Lays out the columns of a table, of none of which anything is known yet. */
export function survey({ header, rows }: Sheet, isLevel: (cell: string) => boolean): Survey[] {
  const counts = new Map<string, number>();
  for (const name of header) counts.set(name, (counts.get(name) ?? 0) + 1);
  // What a row says of the roles is none of what the cells of their columns are.
  const own = rows.filter(({ cells }) => ofRoles(cells.find((cell) => cell.trim() !== '') ?? '') === undefined);
  return header.map((name, place) => {
    const filled = own.map(({ cells }) => (cells[place] ?? '').trim()).filter((cell) => cell !== '');
    const called = name !== '' && counts.get(name) === 1 ? name : `#${place + 1}`;
    return { place, name: called, header: name, filled, content: contentOf(filled, isLevel), why: '', sure: false };
  });
}

/** The first column that holds something; undefined where none does. */
export const having = (surveys: readonly Survey[], meaning: Meaning): Survey | undefined =>
  surveys.find((column) => column.meaning === meaning);

/** What a column of names needs, so that it is one of roles or skills. */
export const NO_NAMES: readonly Content[] = ['links', 'dates', 'numbers', 'marks', 'levels', 'importance'];
