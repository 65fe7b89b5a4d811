/**
 * The lines of a text, by number.
 */

/** Splits a text into lines when the first one is asked for. */
export function linesOf(text: string): (line: number) => string {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  let starts: number[] | undefined;
  return (line) => {
    if (!starts) {
      starts = [0];
      for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    const start = starts[line - 1];
    if (start === undefined) return '';
    return source.slice(start, (starts[line] ?? source.length + 1) - 1).replace(/\r$/, '');
  };
}
