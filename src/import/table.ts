/**
 * What every reader of files gives: tables, of whose headers and sense nothing is known yet.
 */

/** A row of a table: as many cells as it has, none trimmed. */
export interface Row {
  /** The line of the text or the row of the sheet in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** One table as it was found. */
export interface Table {
  readonly file: string;
  /** The sheet's name or, in Markdown, the heading that the table stands under. */
  readonly name: string | undefined;
  /** What `line` counts: for messages. */
  readonly unit: 'line' | 'row';
  /** Without rows that are wholly empty. */
  readonly rows: readonly Row[];
  /** What was done to read it and a keeper should know. */
  readonly notes: readonly string[];
}
