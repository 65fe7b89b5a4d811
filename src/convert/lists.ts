/**
 * Lists in a cell: lines, semicolons, bullets, numbers.
 */

/** What may stand before an entry. */
const BULLET = /^(?:[•‣◦▪●·*–—-]+\s+|[•‣◦▪●·]+|\(?\d{1,3}[.)]\s+)/u;

/**
 * Tells whether a cell holds several entries.
 *
 * @param cell a cell
 */
export function isList(cell: string): boolean {
  return /[;\n]|[•‣◦▪].*[•‣◦▪]/u.test(cell.trim());
}

/**
 * Takes a list apart.
 *
 * @param cell a cell
 * @param commas true where commas part entries too, if nothing else does: in lists of names, not of sentences
 * @returns the entries without bullets, blanks at their ends and repetitions of blanks
 */
export function splitList(cell: string, commas: boolean): string[] {
  const separator = isList(cell) ? /[;\n]|(?<=\s|^)[•‣◦▪]/u : commas ? /,/ : /\n/;
  return cell
    .split(separator)
    .map((entry) => tidy(entry.trim().replace(BULLET, '')))
    .filter((entry) => entry !== '');
}

/**
 * Makes one line of a text.
 *
 * @param text any text
 * @returns it without blanks at its ends, and with single blanks for any others
 */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
