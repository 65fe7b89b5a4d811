/**
 * Words for command lines that somebody is told to type.
 */

/**
 * Writes a word as a shell takes it.
 *
 * @param word a file's name or another argument
 * @returns the word, in quotes where it needs them
 */
export function shellWord(word: string): string {
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
