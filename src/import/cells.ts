/**
 * What a cell says by itself, and what the cells of a column have in common.
 */
import type { Importance } from '../core/model.ts';
import { plainKey } from './name-key.ts';
import { isShortWording, LONGEST_LEVEL } from './scale.ts';
import { DEGREES, IMPORTANCE_WORDS, NO, NOT_APPLICABLE, NOT_KNOWN, wordsIn, YES } from './words.ts';

/** What a cell says of a skill. */
export type CellMeaning = 'nothing' | 'dash' | 'not applicable' | 'yes' | 'no' | 'words';

/** Tells what sort of thing a cell says. */
export function meaningOf(cell: string): CellMeaning {
  const trimmed = cell.trim();
  if (trimmed === '') return 'nothing';
  if (trimmed.length > LONGEST_LEVEL) return 'words';
  if (/^[-–—−.…?_/\\]+$/.test(trimmed) || NOT_KNOWN.test(trimmed)) return 'dash';
  if (/^[✓✔☑✅●•■xX×*]$/u.test(trimmed)) return 'yes';
  if (/^[✗✘☐❌○]$/u.test(trimmed)) return 'no';
  const key = plainKey(trimmed);
  if (NOT_APPLICABLE.has(key)) return 'not applicable';
  if (YES.has(key)) return 'yes';
  return NO.has(key) ? 'no' : 'words';
}

/** Reads an importance. */
export function importanceOf(cell: string): Importance | undefined {
  return among(IMPORTANCE_WORDS, cell);
}

/** Reads high, medium and low, which are an importance where nothing else is spoken of. */
export function degreeOf(cell: string): Importance | undefined {
  return among(DEGREES, cell);
}

function among(table: Readonly<Record<Importance, readonly string[]>>, cell: string): Importance | undefined {
  if (cell.length > LONGEST_LEVEL) return undefined;
  const key = plainKey(cell);
  return (Object.keys(table) as Importance[]).find((importance) => wordsIn(table[importance]).includes(key));
}

/**
 * What the cells of a column are, nine in ten of them at least: marks (also 0 and 1), levels, importance, texts; numbers, dates
 * and links, which are no levels; short words of which nothing is known; or nothing at all.
 */
export type Content = 'nothing' | 'marks' | 'levels' | 'importance' | 'texts' | 'words' | 'numbers' | 'dates' | 'links';

/** So much of a column must agree. */
const SHARE = 0.9;

const LINK = /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[^\s@]+$/i;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[- ]\d{2,4})?)$/i;
const NUMBER = /^[-+−]?\d[\d.,'’\u00a0\u202f]*\s*%?$/u;

/** A link, an e-mail address or a date: no name of anything. */
export function isAddress(cell: string): boolean {
  return LINK.test(cell) || DATE.test(cell);
}

/** Tells what the cells of a column are, by those of them that say something. */
export function contentOf(cells: readonly string[], isLevel: (cell: string) => boolean): Content {
  const said = cells.filter((cell) => !['nothing', 'dash'].includes(meaningOf(cell)));
  const words = said.filter((cell) => meaningOf(cell) === 'words').map((cell) => cell.trim());
  const mostly = (test: (cell: string) => boolean, share = SHARE): boolean =>
    words.filter(test).length >= share * words.length;
  if (said.length === 0) return 'nothing';
  if (words.length === 0 || words.every((cell) => cell === '0' || cell === '1')) return 'marks';
  if (mostly((cell) => LINK.test(cell), 0.5)) return 'links';
  if (mostly((cell) => DATE.test(cell), 0.5)) return 'dates';
  if (mostly((cell) => importanceOf(cell) !== undefined)) return 'importance';
  if (mostly(isLevel)) return 'levels';
  if (mostly((cell) => NUMBER.test(cell))) return 'numbers';
  return mostly((cell) => !isShortWording(cell), 0.5) ? 'texts' : 'words';
}
