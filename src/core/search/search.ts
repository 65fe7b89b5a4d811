/**
 * Finds the passages of a ladder that some words fit, the best first. There is no index: going through all texts takes a
 * fraction of a second where a ladder has tens of thousands of them.
 */
import { expectArgument, expectCatalog, expectChoice, expectNames } from '../arguments.ts';
import type { Catalog } from '../catalog.ts';
import { editDistance, suggest } from '../suggest.ts';
import { type Passage, PASSAGE_KINDS, type PassageKind, passagesOf } from './passages.ts';
import { foldWord, plainWords, wantedWords } from './words.ts';

/** What a search found. */
export interface Found {
  /** The best first, each with the folded words of it that fit. */
  readonly hits: readonly { readonly passage: Passage; readonly words: ReadonlySet<string> }[];
  /** Whether each hit has all the words, or only some of them because none has all. */
  readonly complete: boolean;
  /** The folded words that nothing has, the nearest that was looked for in their place, and others about as near. */
  readonly replaced: readonly { readonly word: string; readonly by: string; readonly near: readonly string[] }[];
}

/** Shorter words are taken as they are: nearly every other word of their length is one letter away. */
const SHORTEST_MISSPELT = 4;

/** Shorter words fit no longer ones that begin with them. */
const SHORTEST_PREFIX = 3;

/** The texts of a passage that are searched: its name, what else it is called, and what it says. */
function textsOf({ id, name, aliases, text }: Passage): string[] {
  return [name, name === '' ? '' : [id, ...aliases].join(' '), text];
}

/** How much each of them counts: a name says what a passage is about; a text says it in passing. */
const BOOSTS = [4, 3, 1] as const;

/**
 * Searches a ladder.
 *
 * @param catalog the ladder
 * @param query the words to look for, in any spelling and order
 * @param kinds what to look through; all of the ladder when empty
 * @returns the passages that have all the words or, where none has, some of them
 * @throws PmrolesError `usage` for an argument that is missing or of another type
 */
export function searchLadder(catalog: Catalog, query: string, kinds: readonly PassageKind[] = []): Found {
  expectCatalog(catalog);
  expectArgument(typeof query === 'string', query, 'the query', 'words to look for');
  expectNames(kinds, 'kinds');
  for (const kind of kinds) expectChoice(kind, PASSAGE_KINDS, 'a kind');
  const passages = passagesOf(catalog).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const wanted = wantedWords(query);
  const { hits, complete, strays, vocabulary } = look(passages, wanted);
  const replaced = strays.flatMap((word) => {
    const [by, ...near] = word.length < SHORTEST_MISSPELT ? [] : suggest(word, vocabulary);
    return by === undefined ? [] : [{ word, by, near }];
  });
  if (replaced.length === 0) return { hits, complete: complete || hits.length === 0, replaced };
  const meant = new Set(wanted.map((word) => replaced.find((entry) => entry.word === word)?.by ?? word));
  return { ...look(passages, [...meant]), replaced };
}

/** Finds the passages that have all of some words; where none has, those that have some. */
function look(passages: readonly Passage[], wanted: readonly string[]) {
  const { terms, averages } = read(passages, wanted);
  const found = new Map<number, { place: number; score: number; has: Set<string>; words: Set<string> }>();
  const strays = wanted.filter((own, index) => {
    const fitting = terms.filter(({ fits }) => fits[index]! > 0).sort((a, b) => b.fits[index]! - a.fits[index]!);
    for (const { word, fits, uses } of fitting) {
      uses.forEach((places, part) => {
        // BM25+ (Lv and Zhai 2011, "Lower-bounding term frequency normalization") with k 1.2, b 0.7 and delta 0.5.
        const rarity = Math.log(1 + (passages.length - places.size + 0.5) / (places.size + 0.5));
        for (const [place, { count, length }] of places) {
          const entry = found.get(place) ?? { place, score: 0, has: new Set(), words: new Set() };
          const often = (count * 2.2) / (count + 1.2 * (0.3 + (0.7 * length) / averages[part]!));
          entry.score += fits[index]! * BOOSTS[part]! * rarity * (0.5 + often);
          entry.has.add(own);
          entry.words.add(word);
          found.set(place, entry);
        }
      });
    }
    return fitting.length === 0;
  });
  const some = [...found.values()];
  const every = some.filter(({ has }) => has.size === wanted.length);
  const hits = (every.length > 0 ? every : some)
    // Of two that fit alike, the one that stands first in the ladder.
    .sort((a, b) => b.score * b.has.size - a.score * a.has.size || a.place - b.place)
    .map(({ place, words }) => ({ passage: passages[place]!, words }));
  return { hits, complete: every.length > 0, strays, vocabulary: terms.map(({ word }) => word) };
}

/** A folded word of the ladder. */
interface Term {
  readonly word: string;
  /** How well it fits each of the wanted words. */
  readonly fits: readonly number[];
  /** For each of the searched texts, how often it stands there by the passage's place; empty where it fits none. */
  readonly uses: readonly Map<number, { count: number; readonly length: number }>[];
}

/** Reads the words of all passages, in the order of their first appearance, and how many each text has on average. */
function read(passages: readonly Passage[], wanted: readonly string[]) {
  const terms = new Map<string, Term>();
  // The same few words make up most texts, so each is folded once.
  const known = new Map<string, Term>();
  const learn = (token: string): Term => {
    const word = foldWord(token);
    let term = terms.get(word);
    if (!term) {
      const fits = wanted.map((own) => fit(own, word));
      const uses = fits.some((one) => one > 0) ? BOOSTS.map(() => new Map()) : [];
      terms.set(word, (term = { word, fits, uses }));
    }
    known.set(token, term);
    return term;
  };
  const lengths = BOOSTS.map(() => 0);
  passages.forEach((passage, place) => {
    textsOf(passage).forEach((text, part) => {
      const tokens = plainWords(text);
      const length = new Set(tokens).size;
      lengths[part]! += length;
      for (const token of tokens) {
        const uses = (known.get(token) ?? learn(token)).uses[part];
        const use = uses?.get(place);
        if (use) use.count++;
        else uses?.set(place, { count: 1, length });
      }
    });
  });
  return { terms: [...terms.values()], averages: lengths.map((length) => length / passages.length) };
}

/** How well a word fits a wanted one: what is spelt so counts for far more than what is spelt nearly so. */
function fit(wanted: string, word: string): number {
  if (word === wanted) return 1;
  const more = word.length - wanted.length;
  if (wanted.length >= SHORTEST_PREFIX && word.startsWith(wanted))
    return (0.4 * word.length) / (word.length + 0.3 * more);
  const most = wanted.length < SHORTEST_MISSPELT ? 0 : Math.min(6, Math.round(wanted.length * 0.2));
  // The distance is never smaller than the difference in length.
  if (most === 0 || Math.abs(more) > most) return 0;
  const edits = editDistance(word, wanted, false);
  return edits > most ? 0 : (0.15 * word.length) / (word.length + edits);
}
