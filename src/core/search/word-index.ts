/**
 * Which words stand in which passages of a ladder: what a search needs to know of the passages that it does not show.
 */
import { type Passage, type Shelf } from './passages.ts';
import { foldWord, plainWords } from './words.ts';

/** The parts of a passage that are searched; their places in this list stand for them in an index. */
export const SEARCHED = ['name', 'aliases', 'text'] as const;

/** An index of the words of a ladder. Numbers lie in flat arrays, which are kept and read as they are. */
export interface WordIndex {
  /** Every word, folded, in the order of their first appearance. */
  readonly words: readonly string[];
  /** Where the uses of each word start; then their end. */
  readonly starts: Uint32Array;
  /** Each use: the number of a passage, in the order of the shelves. */
  readonly passages: Uint32Array;
  /** The same use: three times how often the word stands there, and the place in `SEARCHED` of the part that it stands in. */
  readonly uses: Uint32Array;
  /** For each passage and each searched part, how many different words it has as they stand. */
  readonly lengths: Uint32Array;
  /** How many passages each shelf holds. */
  readonly sizes: Uint32Array;
}

/** Where the index of a ladder's words is kept between runs. */
export interface WordIndexStore {
  /** The index; undefined where none is kept, or where what is kept is damaged. */
  readonly read: () => WordIndex | undefined;
  /** Keeps an index, if that can be done: it only saves time. */
  readonly keep: (index: WordIndex) => void;
}

/** Indexes the words of a ladder. */
export function indexWords(shelves: readonly Shelf[]): WordIndex {
  const numbers = new Map<string, number>();
  // The same few words make up most texts, so each is folded once.
  const folded = new Map<string, number>();
  const words: string[] = [];
  const found: { readonly passages: number[]; readonly uses: number[]; last: number }[] = [];
  const lengths: number[] = [];
  const sizes: number[] = [];
  let number = 0;
  const numberOf = (word: string): number => {
    const fold = foldWord(word);
    let known = numbers.get(fold);
    if (known === undefined) {
      known = words.push(fold) - 1;
      numbers.set(fold, known);
      found.push({ passages: [], uses: [], last: -1 });
    }
    folded.set(word, known);
    return known;
  };
  for (const shelf of shelves) {
    const passages = shelf.make();
    sizes.push(passages.length);
    for (const passage of passages) {
      SEARCHED.forEach((name, part) => {
        const tokens = plainWords(textOf(passage, name));
        lengths.push(new Set(tokens).size);
        const place = number * SEARCHED.length + part;
        for (const token of tokens) {
          const entry = found[folded.get(token) ?? numberOf(token)]!;
          if (entry.last === place) entry.uses[entry.uses.length - 1]! += SEARCHED.length;
          else {
            entry.last = place;
            entry.passages.push(number);
            entry.uses.push(SEARCHED.length + part);
          }
        }
      });
      number++;
    }
  }
  const starts = new Uint32Array(words.length + 1);
  found.forEach(({ uses }, index) => (starts[index + 1] = starts[index]! + uses.length));
  const all = { passages: new Uint32Array(starts.at(-1)!), uses: new Uint32Array(starts.at(-1)!) };
  found.forEach(({ passages, uses }, index) => {
    all.passages.set(passages, starts[index]);
    all.uses.set(uses, starts[index]);
  });
  return { words, starts, ...all, lengths: Uint32Array.from(lengths), sizes: Uint32Array.from(sizes) };
}

function textOf({ id, name, aliases, text }: Passage, part: (typeof SEARCHED)[number]): string {
  switch (part) {
    case 'name':
      return name;
    case 'aliases':
      // Of what has a name, the id is another one.
      return name === '' ? '' : [id, ...aliases].join(' ');
    case 'text':
      return text;
  }
}
