/**
 * What an import tells of itself: what it guessed, what it left out.
 */

import { quote } from '../core/names.ts';

/** No more of what was left out is kept than this; the rest is counted. */
const MOST_DROPPED = 1000;

/** Something that was left out. */
export interface Dropped {
  readonly line: number;
  /** What stands there, cut where it is long. */
  readonly what: string;
  readonly why: string;
}

/** Collects what there is to tell. */
export interface ImportNotes {
  /** Something that the table does not say outright; the same sentence is kept once. */
  readonly guessed: (sentence: string) => void;
  /** The same, of which one example is enough: only the first sentence of a kind is kept. */
  readonly guessedOnce: (kind: string, sentence: string) => void;
  readonly dropped: (line: number, what: string, why: string) => void;
  readonly list: () => {
    readonly guesses: readonly string[];
    readonly dropped: readonly Dropped[];
    /** How much was left out in all. */
    readonly droppedCount: number;
  };
}

/** A text of a table is repeated up to this length. */
const LONGEST_ECHO = 60;

/** Starts an empty collection. */
export function createNotes(): ImportNotes {
  const guesses = new Set<string>();
  const kinds = new Set<string>();
  const dropped: Dropped[] = [];
  let droppedCount = 0;
  return {
    guessed: (sentence) => void guesses.add(sentence),
    guessedOnce(kind, sentence) {
      if (!kinds.has(kind)) guesses.add(sentence);
      kinds.add(kind);
    },
    dropped(line, what, why) {
      droppedCount++;
      if (dropped.length < MOST_DROPPED) dropped.push({ line, what: shortened(what), why });
    },
    list: () => ({ guesses: [...guesses], dropped, droppedCount }),
  };
}

/** No more names than this are told in one sentence. */
const MOST_NAMED = 8;

/** Names some of many things. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).map(quote).join(', ')}${rest > 0 ? `, … and ${rest} more` : ''}`;
}

function shortened(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_ECHO)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  const cut = characters.length > LONGEST_ECHO || text.length > 4 * LONGEST_ECHO;
  return cut ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : line;
}
