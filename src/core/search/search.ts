/**
 * Finds the passages of a ladder that some words fit, the best first.
 */
import MiniSearch, { type AsPlainObject, type SearchOptions, type SearchResult as MiniSearchResult } from 'minisearch';
import type { Catalog } from '../catalog.ts';
import { type Passage, type PassageKind, type Shelf, shelvesOf } from './passages.ts';
import { editDistance, suggest } from '../suggest.ts';
import { indexWords, SEARCHED, type WordIndex, type WordIndexStore } from './word-index.ts';
import { wantedWords } from './words.ts';

/** A passage that fits. */
export interface Hit {
  readonly passage: Passage;
  /** The folded words of the passage that fit what was looked for. */
  readonly words: ReadonlySet<string>;
}

/** What a search found. */
export interface Found {
  /** The best first. What each says is made when it is asked for. */
  readonly hits: readonly Hit[];
  /** Whether each hit has all the words, or only some of them because none has all. */
  readonly complete: boolean;
  /** The words that nothing has, and what was looked for in their place; without those that nothing is near. */
  readonly replaced: readonly Replacement[];
}

/** A word that nothing has, and the nearest ones that the ladder has. */
export interface Replacement {
  /** Folded. */
  readonly word: string;
  /** The nearest, which was looked for in its place. */
  readonly by: string;
  /** Others that are about as near. */
  readonly near: readonly string[];
}

/** Shorter words are taken as they are: nearly every other word of their length is one letter away. */
const SHORTEST_MISSPELT = 4;

/** Shorter words fit no longer ones that begin with them. */
const SHORTEST_PREFIX = 3;

/** How many edits a misspelt word is away from the one that was meant, as a share of its length. */
const MISSPELT = 0.2;

const SEARCH: SearchOptions = {
  // A name says what a passage is about; a text says it in passing.
  boost: { name: 4, aliases: 3, text: 1 },
  prefix: (term) => term.length >= SHORTEST_PREFIX,
  fuzzy: (term) => (term.length >= SHORTEST_MISSPELT ? MISSPELT : false),
  // What is spelt so counts for far more than what is spelt nearly so.
  weights: { prefix: 0.4, fuzzy: 0.15 },
};

/** Searches a ladder. */
export function searchLadder(
  catalog: Catalog,
  query: string,
  kinds: readonly PassageKind[],
  store?: WordIndexStore,
): Found {
  const shelves = shelvesOf(catalog);
  const index = indexOf(catalog, shelves, store);
  const lookedAt = shelves.map(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const words = wantedWords(query);
  const search = searcherOf(index, lookedAt, words);
  const every = search(words, 'AND');
  if (every.length > 0) return { hits: hitsOf(every, shelves, index), complete: true, replaced: [] };
  const strays = words.filter((word) => search([word], 'OR').length === 0);
  const replaced = strays.length === 0 ? [] : replacements(strays, wordsAmong(index, lookedAt));
  if (replaced.length === 0) {
    const some = search(words, 'OR');
    return { hits: hitsOf(some, shelves, index), complete: some.length === 0, replaced };
  }
  const meant = [...new Set(words.map((word) => replaced.find((entry) => entry.word === word)?.by ?? word))];
  const again = searcherOf(index, lookedAt, meant);
  const all = again(meant, 'AND');
  const found = all.length > 0 ? all : again(meant, 'OR');
  return { hits: hitsOf(found, shelves, index), complete: all.length > 0, replaced };
}

/** Finds for each word the nearest ones. The library takes a swap of neighbouring letters for two edits, which here is one. */
function replacements(words: readonly string[], vocabulary: readonly string[]): Replacement[] {
  return words.flatMap((word) => {
    const [by, ...near] = word.length >= SHORTEST_MISSPELT ? suggest(word, vocabulary) : [];
    return by === undefined ? [] : [{ word, by, near }];
  });
}

type Searcher = (words: readonly string[], combineWith: 'AND' | 'OR') => MiniSearchResult[];

/** Loads what is needed to search for some words, or for some of them. */
function searcherOf(index: WordIndex, lookedAt: readonly boolean[], words: readonly string[]): Searcher {
  const ranking = MiniSearch.loadJS<{ id: number }>(excerptOf(index, lookedAt, words), { fields: [...SEARCHED] });
  const options = { ...SEARCH, tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term };
  return (wanted, combineWith) => ranking.search(wanted.join(' '), { ...options, combineWith });
}

function hitsOf(results: MiniSearchResult[], shelves: readonly Shelf[], index: WordIndex): Hit[] {
  // Of two that fit alike, the one that stands first in the ladder.
  results.sort((a, b) => b.score - a.score || (a.id as number) - (b.id as number));
  return results.map((result) => ({
    get passage() {
      return passageAt(shelves, index, result.id as number);
    },
    get words() {
      return new Set(result.terms);
    },
  }));
}

const indexes = new WeakMap<Catalog, WordIndex>();

/** The index that is kept, if there is one; a new one is made once for each catalog, and kept where that can be done. */
function indexOf(catalog: Catalog, shelves: readonly Shelf[], store: WordIndexStore | undefined): WordIndex {
  let index = indexes.get(catalog) ?? store?.read();
  // One of another ladder would point at nothing.
  if (index?.sizes.length !== shelves.length) {
    index = indexWords(shelves);
    store?.keep(index);
  }
  indexes.set(catalog, index);
  return index;
}

/**
 * The part of an index that some words can have to do with, as the library loads it. All else of it would be most of the work
 * of a search; what a passage scores depends on the words that fit, on the lengths of its own texts, and on averages.
 */
function excerptOf(index: WordIndex, lookedAt: readonly boolean[], wanted: readonly string[]): AsPlainObject {
  const isIn = passagesIn(index, lookedAt);
  const parts = SEARCHED.length;
  const documentIds: Record<number, number> = {};
  const fieldLength: Record<number, number[]> = {};
  const uses = index.words.flatMap((word, number): [string, Record<number, Record<number, number>>][] => {
    if (!wanted.some((other) => mayFit(other, word))) return [];
    const fields: Record<number, Record<number, number>> = {};
    for (let at = index.starts[number]!; at < index.starts[number + 1]!; at++) {
      const passage = index.passages[at]!;
      if (isIn[passage] !== 1) continue;
      const use = index.uses[at]!;
      (fields[use % parts] ??= {})[passage] = Math.floor(use / parts);
      documentIds[passage] = passage;
      fieldLength[passage] ??= SEARCHED.map((_, part) => index.lengths[passage * parts + part]!);
    }
    return Object.keys(fields).length === 0 ? [] : [[word, fields]];
  });
  const averages = SEARCHED.map(() => 0);
  let count = 0;
  isIn.forEach((isLookedAt, passage) => {
    if (isLookedAt !== 1) return;
    // In the library's own steps, so that not even the last digit of a score is another one.
    averages.forEach((average, part) => {
      averages[part] = (average * count + index.lengths[passage * parts + part]!) / (count + 1);
    });
    count++;
  });
  return {
    documentCount: count,
    nextId: isIn.length,
    documentIds,
    fieldIds: Object.fromEntries(SEARCHED.map((name, part) => [name, part])),
    fieldLength,
    averageFieldLength: averages,
    storedFields: {},
    dirtCount: 0,
    index: uses,
    serializationVersion: 2,
  };
}

/** For each passage, 1 where its shelf is looked at. */
function passagesIn({ sizes, lengths }: WordIndex, lookedAt: readonly boolean[]): Uint8Array {
  const isIn = new Uint8Array(lengths.length / SEARCHED.length);
  let from = 0;
  sizes.forEach((size, shelf) => {
    if (lookedAt[shelf] === true) isIn.fill(1, from, from + size);
    from += size;
  });
  return isIn;
}

/** Every word that stands in a passage that is looked at. */
function wordsAmong(index: WordIndex, lookedAt: readonly boolean[]): string[] {
  const isIn = passagesIn(index, lookedAt);
  return index.words.filter((_, number) =>
    index.passages.subarray(index.starts[number], index.starts[number + 1]).some((passage) => isIn[passage] === 1),
  );
}

function passageAt(shelves: readonly Shelf[], { sizes }: WordIndex, number: number): Passage {
  let from = 0;
  const shelf = sizes.findIndex((size) => {
    if (number < from + size) return true;
    from += size;
    return false;
  });
  return shelves[shelf]!.make()[number - from]!;
}

/**
 * Whether a word of the ladder may be found by one that was looked for; the library decides whether it is.
 */
function mayFit(wanted: string, word: string): boolean {
  if (word === wanted || (wanted.length >= SHORTEST_PREFIX && word.startsWith(wanted))) return true;
  const most = wanted.length >= SHORTEST_MISSPELT ? Math.round(wanted.length * MISSPELT) : 0;
  // The distance here is never larger than the library's own, and never smaller than the difference in length.
  return most > 0 && Math.abs(word.length - wanted.length) <= most && editDistance(word, wanted) <= most;
}
