/**
 * The words of a command line as a program would get them. Completion scripts pass them on as they were typed.
 */

/**
 * A part of a word: in single quotes, in double quotes, behind a backslash, or neither. A backslash before what needs none is a
 * plain character, so that paths of Windows stay what they are.
 */
const PART = /'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([\s'"()&;|<>$`*?#!~[\]{}])|([^'"\\]+|\\)/y;

/**
 * Takes quotes and backslashes off a word, and puts the home folder for a tilde that leads. Nothing else is expanded: not
 * variables, not patterns, not commands.
 */
export function unquoted(word: string, home: string | undefined): string {
  PART.lastIndex = 0;
  let text = '';
  while (PART.lastIndex < word.length) {
    const match = PART.exec(word);
    if (!match) return word;
    const [, single, double, escaped, bare] = match;
    text += single ?? double?.replace(/\\(["$`\\])/g, '$1') ?? escaped ?? bare ?? '';
  }
  // A tilde that is quoted means itself.
  return home !== undefined && /^~(?:\/|$)/.test(word) ? home + text.slice(1) : text;
}
