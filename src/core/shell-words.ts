/**
 * Words for command lines that somebody is told to type.
 */

/** Writes a word as a shell takes it. */
export function shellWord(word: string): string {
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
