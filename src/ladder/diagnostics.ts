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
} from '../core/diagnostic.ts';
import { byCodeUnit } from '../core/order.ts';
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

/**
 * No more errors than this are kept, and no more warnings: nobody reads them, and aliases could multiply them without end. They
 * are counted apart, so that warnings never crowd out an error.
 */
export const MOST_KEPT = 1000;

/** Turns a path of one file into a position; undefined where the file has no such place. */
export type Locate = (path: Path, part: Part) => Position | undefined;

/** Starts an empty collection of what the checks of one or more files find. */
export function createFindings(locate: (file: string, path: Path, part: Part) => Position | undefined) {
  const counts = { error: 0, warning: 0 };
  const found: (() => Diagnostic)[] = [];
  const placed = (place: Place | FilePosition, part: Part): FilePosition => {
    if (!('path' in place)) return place;
    const position = locate(place.file, place.path, part);
    return { file: place.file, ...(position && { position }) };
  };
  return {
    add(code: DiagnosticCode, place: Place | FilePosition, message: string, more: More = {}): void {
      const { hint, part = 'value', other } = more;
      const { severity } = DIAGNOSTICS[code];
      if (++counts[severity] > MOST_KEPT) return;
      found.push(() => ({
        severity,
        code,
        message,
        ...(hint !== undefined && { hint }),
        ...placed(place, part),
        ...(other && { other: placed(other, 'value') }),
      }));
    },
    /** True once an error, not merely a warning, was added. */
    failed: () => counts.error > 0,
    counts: () => ({ ...counts }),
    list: () => found.map((make) => make()).sort(byPlace),
  };
}

export type Findings = ReturnType<typeof createFindings>;

/** Sorts by file and position; what has no position comes first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.file, b.file) ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0)
  );
}
