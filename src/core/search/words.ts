/**
 * The words of a text, as a search knows them.
 */

/**
 * Letters, digits and the marks that combine with them; scripts that put no blank between words give a word a character. Plus
 * and hash tell C, C++ and C# apart.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}+#])+/gu;

/** The same for text in ASCII, which is found several times as fast. */
const ASCII_WORD = /[A-Za-z0-9+#]+/g;

const ASCII = /^[ -~]*$/;

/** Finds the words of a text and where they stand, in UTF-16 units. */
export function wordsOf(text: string): { readonly text: string; readonly start: number }[] {
  const matches = text.matchAll(ASCII.test(text) ? ASCII_WORD : WORD);
  return Array.from(matches, ({ 0: word, index }) => ({ text: word, start: index }));
}

/** Finds the words of a text where their places do not matter. */
export function plainWords(text: string): string[] {
  return text.match(ASCII.test(text) ? ASCII_WORD : WORD) ?? [];
}

/** Reduces a word to what a search compares: case, accents and compatibility forms are dropped, on every machine alike. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKC');
}

/** More words than this are no search. */
const MOST_WANTED = 32;

/** What is longer is no word that anybody looks for; how near others are to it would take very long to find out. */
const LONGEST_WANTED = 100;

/** Finds the words that a search is for; an accent alone is none. */
export function wantedWords(query: string): string[] {
  const words = plainWords(query).filter(({ length }) => length <= LONGEST_WANTED);
  return [...new Set(words.map(foldWord))].filter((word) => word !== '').slice(0, MOST_WANTED);
}
