/**
 * How a page of help is set: broken between words, whatever the width.
 */
import { wrapText } from '../report/width.ts';

/** A term, and what it means. */
export type Entry = readonly [term: string, meaning: string];

/**
 * A part of a page: a paragraph, an empty one for an empty line; a heading; a list; a list with
 * meanings below; or lines that stay as they are.
 */
export type Part =
  | string
  | { readonly heading: string }
  | { readonly entries: readonly Entry[] }
  | { readonly below: readonly Entry[] }
  | { readonly lines: readonly string[] };

export interface Page {
  readonly width: number;
  readonly strong: (text: string) => string;
  /** A term that is longer has its meaning below. */
  readonly longestTerm?: number;
}

/** Help reads best when it is no wider than this. */
export const WIDEST_HELP = 80;

/** On fewer columns than these a meaning stands below its term. */
const LEAST_COLUMNS = 60;

/** How far a meaning is set in that stands below its term. */
const INDENT = 6;

export function layOut(parts: readonly Part[], { width, strong, longestTerm = 24 }: Page): string {
  const terms = parts.flatMap((part) => (typeof part === 'object' && 'entries' in part ? part.entries : []));
  const widths = terms.map(([term]) => term.length).filter((length) => length <= longestTerm);
  const indent = width < LEAST_COLUMNS ? INDENT : Math.max(...widths, 0) + 4;
  const lines = parts.flatMap((part): readonly string[] => {
    if (typeof part === 'string') return wrapText(part, width);
    if ('heading' in part) return [strong(part.heading)];
    if ('lines' in part) return part.lines;
    if ('below' in part) return part.below.flatMap((entry) => entryLines(entry, INDENT, width));
    return part.entries.flatMap((entry) => entryLines(entry, indent, width));
  });
  return `${lines.join('\n')}\n`;
}

function entryLines([term, meaning]: Entry, indent: number, width: number): string[] {
  const [first = '', ...more] = wrapText(meaning, width - indent);
  const below = (line: string): string => ' '.repeat(indent) + line;
  const start = `  ${term}`;
  if (start.length + 2 <= indent && indent > INDENT) return [start.padEnd(indent) + first, ...more.map(below)];
  return [start, ...[first, ...more].map(below)];
}
