/**
 * What an import tells of itself: how it read the table, and what it left out.
 */
import { quote } from '../core/names.ts';

/** Something that was left out. */
export interface Dropped {
  readonly file: string;
  readonly line: number;
  /** What stands there, cut where it is long. */
  readonly what: string;
  readonly why: string;
}

/** Collects what there is to tell. */
export interface Notes {
  /** How something was read that the table does not say outright; of one kind, such as with another example, the first is kept. */
  readonly read: (sentence: string, kind?: string) => void;
  /** A row that is about the sheet: a title, a sum, a footnote. Nothing of the ladder is lost with it. */
  readonly aside: (place: Place, what: string, why: string) => void;
  /** Something of the ladder that is left out. */
  readonly lost: (place: Place, what: string, why: string) => void;
  readonly list: () => {
    readonly readings: readonly string[];
    readonly aside: readonly Dropped[];
    readonly lost: readonly Dropped[];
    readonly lostCount: number;
  };
}

/** Where in which file. */
export type Place = Pick<Dropped, 'file' | 'line'>;

/** No more of what was left out is kept than this; the rest is counted. */
const MOST_KEPT = 1000;

/** A text of a table is repeated up to this length. */
const LONGEST_ECHO = 60;

/** Starts an empty collection. */
export function createNotes(): Notes {
  const readings = new Map<string, string>();
  const aside: Dropped[] = [];
  const lost: Dropped[] = [];
  let lostCount = 0;
  const keep = (list: Dropped[], { file, line }: Place, what: string, why: string): void => {
    if (list.length < MOST_KEPT) list.push({ file, line, what: shortened(what), why });
  };
  const sorted = (list: readonly Dropped[]): Dropped[] => list.toSorted((a, b) => a.line - b.line);
  return {
    read(sentence, kind = sentence) {
      if (!readings.has(kind)) readings.set(kind, sentence);
    },
    aside: (place, what, why) => keep(aside, place, what, why),
    lost(place, what, why) {
      lostCount++;
      keep(lost, place, what, why);
    },
    list: () => ({ readings: [...readings.values()], aside: sorted(aside), lost: sorted(lost), lostCount }),
  };
}

/** No more names than this are told in one sentence. */
const MOST_NAMED = 8;

/** Names some of many things. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).map(quote).join(', ')}${rest > 0 ? `, … and ${rest} more` : ''}`;
}

/** A text in one line, cut where it is long. */
export function shortened(text: string, most = LONGEST_ECHO): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  const cut = characters.length > most || text.length > 4 * most;
  return cut ? `${characters.slice(0, most).join('')}…` : line;
}
