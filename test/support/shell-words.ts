/**
 * Splits a command line as a shell does, as far as the documentation needs: blanks and double quotes.
 *
 * @param line a command line without escapes
 */
export function splitWords(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'));
}
