/**
 * What is wrong with a ladder, and where.
 *
 * Checks work on plain values and name a place by its path (`roles`, 3, `rank`). Only when there is something to say is the
 * path turned into a line and a column, so that a sound ladder pays nothing for positions.
 */

/** A way from the top of a document to a value in it. */
export type Path = readonly (string | number)[];

/** Whether a diagnostic points at a key or at the value that stands behind it. */
export type Part = 'key' | 'value';

/** Where something stands in a file; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How bad it is: an error makes a ladder unusable, a warning does not. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong. */
export interface Diagnostic {
  readonly severity: Severity;
  /** A stable name for the kind of problem, for programs and for looking it up. */
  readonly code: string;
  /** What was found and what was expected, as one sentence without a full stop. */
  readonly message: string;
  /** How to mend it, where that can be said. */
  readonly hint?: string;
  readonly file: string;
  readonly position?: Position;
}

/** A place in a file, before it is turned into a line and a column. */
export interface Place {
  readonly file: string;
  readonly path: Path;
}

/** Collects what the checks of one or more files find. */
export interface Findings {
  readonly add: (severity: Severity, code: string, place: Place, message: string, hint?: string, part?: Part) => void;
  /** True once an error, not merely a warning, was added. */
  readonly failed: () => boolean;
  /** How many were added so far. */
  readonly count: () => number;
  /** Everything found so far, sorted by file and position. */
  readonly list: () => Diagnostic[];
}

/** No more findings than this are kept: nobody reads them, and aliases could multiply them without end. */
export const MOST_KEPT = 1000;

/** Turns a path of one file into a position; undefined where the file has no such place. */
export type Locate = (path: Path, part: Part) => Position | undefined;

/**
 * Starts an empty collection.
 *
 * @param locate finds the position of a place; called only when `list` is
 * @returns the collection
 */
export function createFindings(locate: (file: string, path: Path, part: Part) => Position | undefined): Findings {
  let count = 0;
  let failed = false;
  const found: { diagnostic: Omit<Diagnostic, 'position'>; path: Path; part: Part }[] = [];
  return {
    add(severity, code, { file, path }, message, hint, part = 'value') {
      count++;
      if (severity === 'error') failed = true;
      if (found.length >= MOST_KEPT) return;
      found.push({
        diagnostic: { severity, code, message, ...(hint === undefined ? {} : { hint }), file },
        path,
        part,
      });
    },
    failed: () => failed,
    count: () => count,
    list() {
      const placed = found.map(({ diagnostic, path, part }): Diagnostic => {
        const position = locate(diagnostic.file, path, part);
        return position ? { ...diagnostic, position } : diagnostic;
      });
      return sortDiagnostics(placed);
    },
  };
}

/**
 * Sorts diagnostics by file and position.
 *
 * @param diagnostics what was found, in any order
 * @returns the same list, sorted
 */
export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}
