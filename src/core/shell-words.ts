/**
 * Words of command lines: those that somebody is told to type, and those that somebody typed.
 */

/** Writes a word as a shell takes it. */
export function shellWord(word: string): string {
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Splits a command line into words, as a shell does that expands nothing: blanks part them, and quotes and backslashes keep what
 * they stand around or before. A backslash before what needs none is a plain character, so that paths of Windows stay what
 * they are. Undefined where a quote is not closed.
 */
export function splitWords(line: string): string[] | undefined {
  const part = /(\s+)|'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([\s'"()&;|<>$`*?#!~[\]{}])|([^\s'"\\]+|\\)/y;
  const words: string[] = [];
  let word: string | undefined;
  while (part.lastIndex < line.length) {
    const match = part.exec(line);
    if (!match) return undefined;
    const [, blank, single, double, escaped, bare] = match;
    if (blank === undefined) {
      word = `${word ?? ''}${single ?? double?.replace(/\\(["$`\\])/g, '$1') ?? escaped ?? bare ?? ''}`;
    } else {
      if (word !== undefined) words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
