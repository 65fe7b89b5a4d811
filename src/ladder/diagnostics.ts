/**
 * Collects what is wrong with a ladder, and where.
 *
 * Checks work on plain values and name a place by its path (`roles`, 3, `rank`). Only when there is something to say is the
 * path turned into a line and a column, so that a sound ladder pays nothing for positions.
 */
import {
  type Diagnostic,
  type DiagnosticCode,
  DIAGNOSTICS,
  type FilePosition,
  type Position,
  type Severity,
} from '../core/diagnostic.ts';
import type { Part, Path } from '../schema/shape.ts';

/** A place in a file, before it is turned into a line and a column. */
export interface Place {
  readonly file: string;
  readonly path: Path;
}

/** What may be said of a problem beside what it is. */
export interface More {
  readonly hint?: string | undefined;
  readonly part?: Part | undefined;
  /** The other place, where two things do not go together; a second one is meant by its value. */
  readonly other?: Place | undefined;
}

/** Collects what the checks of one or more files find. */
export interface Findings {
  readonly add: (code: DiagnosticCode, place: Place, message: string, more?: More) => void;
  /** Adds something whose position is known already. */
  readonly addPlaced: (diagnostic: Diagnostic) => void;
  /** True once an error, not merely a warning, was added. */
  readonly failed: () => boolean;
  /** How many were added so far. */
  readonly counts: () => Readonly<Record<Severity, number>>;
  /** Everything found so far, sorted by file and position. */
  readonly list: () => Diagnostic[];
}

/**
 * No more errors than this are kept, and no more warnings: nobody reads them, and aliases could multiply them without end. They
 * are counted apart, so that warnings never crowd out an error.
 */
export const MOST_KEPT = 1000;

/** Turns a path of one file into a position; undefined where the file has no such place. */
export type Locate = (path: Path, part: Part) => Position | undefined;

/** Starts an empty collection. */
export function createFindings(locate: (file: string, path: Path, part: Part) => Position | undefined): Findings {
  const counts = { error: 0, warning: 0 };
  const found: (() => Diagnostic)[] = [];
  const keep = (severity: Severity, make: () => Diagnostic): void => {
    if (++counts[severity] <= MOST_KEPT) found.push(make);
  };
  const placed = ({ file, path }: Place, part: Part): FilePosition => {
    const position = locate(file, path, part);
    return position ? { file, position } : { file };
  };
  return {
    add(code, place, message, { hint, part = 'value', other } = {}) {
      const { severity } = DIAGNOSTICS[code];
      keep(severity, () => ({
        severity,
        code,
        message,
        ...(hint === undefined ? {} : { hint }),
        ...placed(place, part),
        ...(other === undefined ? {} : { other: placed(other, 'value') }),
      }));
    },
    addPlaced(diagnostic) {
      keep(diagnostic.severity, () => diagnostic);
    },
    failed: () => counts.error > 0,
    counts: () => ({ ...counts }),
    list: () => found.map((make) => make()).sort(byPlace),
  };
}

/** Sorts by file and position; what has no position comes first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0)
  );
}
