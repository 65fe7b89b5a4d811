/**
 * What the readers of all shapes go by.
 */
import type { DraftLadder } from './draft-ladder.ts';
import type { ImportNotes } from './import-notes.ts';
import { createScale, isKnownLevel, isShortWording } from './scale.ts';
import type { ReadTable } from './shape.ts';

/** What the rows of a matrix are that have a label and nothing else. */
export type EmptyRows = 'groups' | 'skills';

/** What is known beforehand, and who is told what is guessed. */
export interface Reading {
  readonly notes: ImportNotes;
  /** Tells the levels that are known: those that were stated, and those of the scales that people use. */
  readonly isLevel: (cell: string) => boolean;
  /** True where somebody said what the levels are. */
  readonly levelsStated: boolean;
  /** Undefined where it is to be guessed. */
  readonly emptyRows: EmptyRows | undefined;
}

/** Reads a table of one shape. */
export type Reader = (table: ReadTable, draft: DraftLadder, reading: Reading) => void;

/** Starts to read. */
export function createReading(
  notes: ImportNotes,
  levels: readonly string[],
  emptyRows: EmptyRows | undefined,
): Reading {
  const { placeOf } = createScale([], levels);
  return {
    notes,
    isLevel: (cell) => isKnownLevel(cell) || (isShortWording(cell) && placeOf(cell) >= 0),
    levelsStated: levels.length > 0,
    emptyRows,
  };
}
