/**
 * What a header says of its column.
 */
import type { Meaning } from '../answers.ts';
import { plainKey } from '../name-key.ts';
import { HEADERS, OF_THE_SHEET, PLURALS, TITLE_WORDS, wordsIn } from '../words.ts';

/** What a word means, and whether it can mean nothing else. */
export interface HeaderSense {
  readonly meaning: Meaning;
  readonly sure: boolean;
}

const BY_WORD = new Map<string, HeaderSense>(
  (['maybe', 'sure'] as const).flatMap((kind) =>
    Object.entries<{ readonly sure: readonly string[]; readonly maybe?: readonly string[] }>(HEADERS).flatMap(
      ([meaning, words]) =>
        wordsIn(words[kind] ?? []).map(
          (word) => [word, { meaning: meaning as Meaning, sure: kind === 'sure' }] as const,
        ),
    ),
  ),
);

/** No header is longer. */
const LONGEST = 60;

/** Tells what a header says; undefined where it is no word that is known. */
export function senseOf(header: string): HeaderSense | undefined {
  return header.length > LONGEST ? undefined : BY_WORD.get(plainKey(header));
}

/** Tells whether a column is about the sheet: an id, a sum, an owner. */
export function isOfTheSheet(header: string): boolean {
  return OF_THE_SHEET.has(plainKey(header));
}

/** Tells whether a column is about something else's numbers: `Senior baker target`, `Bus factor`, `Candidate 2`. */
export function isAboutNumbers(header: string): boolean {
  const [last] = wordsOf(header.replace(/[\d\s]+$/, '')).slice(-1);
  return last !== undefined && last !== 'owner' && OF_THE_SHEET.has(last);
}

/** Tells whether half of some names or more have a word of titles. */
export function hasTitles(names: readonly string[]): boolean {
  const titled = names.filter((name) => wordsOf(name).some((word) => TITLE_WORDS.has(word)));
  return titled.length > 0 && titled.length * 2 >= names.length;
}

/** The words of a header, as they are looked up. */
export function wordsOf(header: string): string[] {
  return header
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainKey)
    .filter((word) => word !== '');
}

/** What a row or a column can say of roles, whatever else stands in it. */
export const OF_ROLE = [
  'title',
  'alias',
  'rank',
  'track',
  'family',
  'summary',
  'next',
  'note',
] as const satisfies readonly Meaning[];

/** What a row says of the roles above it, such as their rank; undefined where it is about something else. */
export function ofRoles(label: string): Meaning | undefined {
  const sense = senseOf(label);
  const isOfRoles =
    sense?.sure === true && sense.meaning !== 'title' && (OF_ROLE as readonly Meaning[]).includes(sense.meaning);
  return isOfRoles ? sense.meaning : undefined;
}

/** What a table is about: where one of these stands in a row, that row is a header. */
const LABELS: ReadonlySet<Meaning> = new Set(['role', 'skill', 'group', 'responsibility', 'from', 'title']);

/** Tells whether a cell is a header of what a table is about. */
export function isLabel(cell: string): boolean {
  return LABELS.has(senseOf(cell)?.meaning ?? 'ignore');
}

/** Tells whether a header speaks of several things: `Skills`. */
export function isPlural(header: string): boolean {
  return /s$/i.test(header.trim()) || PLURALS.has(plainKey(header));
}
