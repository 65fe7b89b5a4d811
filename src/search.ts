/**
 * Finds the passages of a ladder that some words fit, the best first.
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Catalog } from './core/catalog.ts';
import { type Passage, type PassageKind, passagesOf } from './core/passages.ts';
import { suggest } from './core/suggest.ts';
import { foldWord, plainWords } from './core/words.ts';

/** A passage that fits. */
export interface Hit {
  readonly passage: Passage;
  /** The folded words of the passage that fit what was looked for. */
  readonly words: ReadonlySet<string>;
}

/** What a search found. */
export interface Found {
  /** The best first. */
  readonly hits: readonly Hit[];
  /** Whether each hit has all the words, or only some of them because none has all. */
  readonly complete: boolean;
  /** Where nothing was found: for each word the nearest ones that the ladder has, without those that have none. */
  readonly nearest: readonly { readonly word: string; readonly near: readonly string[] }[];
}

/** Shorter words are taken as they are: nearly every other word of their length is one letter away. */
const SHORTEST_MISSPELT = 4;

/** Shorter words fit no longer ones that begin with them. */
const SHORTEST_PREFIX = 3;

/** More words than this are no search. */
const MOST_WORDS = 32;

const SEARCH: SearchOptions = {
  // A name says what a passage is about; a text says it in passing.
  boost: { name: 4, aliases: 3, text: 1 },
  prefix: (term) => term.length >= SHORTEST_PREFIX,
  fuzzy: (term) => (term.length >= SHORTEST_MISSPELT ? 0.2 : false),
  // What is spelt so counts for far more than what is spelt nearly so.
  weights: { prefix: 0.4, fuzzy: 0.15 },
};

/**
 * Searches a ladder.
 *
 * @param catalog the ladder
 * @param query words; case, accents and order do not matter, and a misspelt word finds the one that was meant
 * @param kinds what to look among; everything when empty
 * @returns what fits
 */
export function searchLadder(catalog: Catalog, query: string, kinds: readonly PassageKind[]): Found {
  return openSearch(catalog, kinds)(query);
}

/**
 * Prepares to search a ladder more than once.
 *
 * @param catalog the ladder
 * @param kinds what to look among; everything when empty
 * @returns what searches it for a query, as `searchLadder` does
 */
export function openSearch(catalog: Catalog, kinds: readonly PassageKind[]): (query: string) => Found {
  const passages = passagesOf(catalog, kinds);
  const vocabulary = new Set<string>();
  const folded = new Map<string, string>();
  const index = new MiniSearch<{ id: number }>({
    fields: ['name', 'aliases', 'text'],
    extractField: (document, field) => fieldOf(passages[document.id]!, document.id, field),
    tokenize: plainWords,
    // The same few words make up most texts, so each is folded once.
    processTerm(word) {
      let known = folded.get(word);
      if (known === undefined) {
        known = foldWord(word);
        folded.set(word, known);
        vocabulary.add(known);
      }
      return known;
    },
  });
  index.addAll(passages.map((_, id) => ({ id })));
  return (query) => find(index, passages, vocabulary, query);
}

function find(
  index: MiniSearch<{ id: number }>,
  passages: readonly Passage[],
  vocabulary: ReadonlySet<string>,
  query: string,
): Found {
  const words = [...new Set(plainWords(query).map(foldWord))].slice(0, MOST_WORDS);
  const options = { ...SEARCH, tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term };
  for (const combineWith of ['AND', 'OR'] as const) {
    const results = index.search(words.join(' '), { ...options, combineWith });
    if (results.length > 0) {
      return {
        hits: results
          // Of two that fit alike, the one that stands first in the ladder.
          .sort((a, b) => b.score - a.score || (a.id as number) - (b.id as number))
          .map((result) => ({ passage: passages[result.id as number]!, words: new Set(result.terms) })),
        complete: combineWith === 'AND',
        nearest: [],
      };
    }
  }
  const nearest = words.map((word) => ({ word, near: suggest(word, vocabulary) }));
  return { hits: [], complete: true, nearest: nearest.filter(({ near }) => near.length > 0) };
}

function fieldOf({ id, name, aliases, text }: Passage, number: number, field: string): string {
  switch (field) {
    case 'name':
      return name;
    case 'aliases':
      // Of what has a name, the id is another one.
      return name === '' ? '' : [id, ...aliases].join(' ');
    case 'text':
      return text;
    default:
      return String(number);
  }
}
