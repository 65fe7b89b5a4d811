/**
 * Lists in a cell: lines, semicolons, bars, bullets, numbers.
 */

/** What may stand before an entry. */
const BULLET = /^(?:[•‣◦▪●·*–—-]+\s+|[•‣◦▪●·]+|\(?\d{1,3}[.)]\s+)/u;

const SEPARATORS = /[;\n|]|(?<=\s|^)[•‣◦▪]/gu;

/** Tells whether a cell holds several entries. */
export function isList(cell: string): boolean {
  const trimmed = cell.trim();
  return /[•‣◦▪].*[•‣◦▪]/u.test(trimmed) || pieces(trimmed, /[;\n|]/g).length > 1;
}

/** Takes a list apart. */
export function splitList(cell: string, commas: boolean): string[] {
  const separator = isList(cell) ? SEPARATORS : commas ? /,/g : /\n/g;
  return pieces(cell, separator)
    .map((entry) => tidy(entry.trim().replace(BULLET, '')))
    .filter((entry) => entry !== '');
}

/** Cuts a text at what stands outside of brackets. */
function pieces(text: string, separator: RegExp): string[] {
  const spans = bracketed(text);
  const found: string[] = [];
  let start = 0;
  let span = 0;
  for (const { index, 0: cut } of text.matchAll(separator)) {
    while (span < spans.length && spans[span]![1] < index) span++;
    if (span < spans.length && spans[span]![0] < index) continue;
    found.push(text.slice(start, index));
    start = index + cut.length;
  }
  return [...found, text.slice(start)];
}

/** Where brackets open and close in one line, the outermost alone; one that is never closed is no bracket. */
function bracketed(text: string): (readonly [open: number, close: number])[] {
  const spans: (readonly [number, number])[] = [];
  let open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[()[\]\n]/g)) {
    if (sign === '\n') open = [];
    else if (sign === '(' || sign === '[') open.push(index);
    else {
      const from = open.pop();
      if (from === undefined) continue;
      while (spans.length > 0 && spans.at(-1)![0] > from) spans.pop();
      spans.push([from, index]);
    }
  }
  return spans;
}

/** Makes one line of a text. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
