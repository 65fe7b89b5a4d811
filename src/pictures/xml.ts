/**
 * Texts and numbers as XML takes them.
 */
import { printable } from '../report/printable.ts';

/** Text for an element or an attribute; XML knows no control characters and no lone surrogates, however they are written. */
export function escapeXml(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A coordinate: a tenth of a unit is finer than anybody sees. */
export function coordinate(value: number): string {
  // Without the sum, what is a little less than nothing would be "-0".
  return String(Math.round(value * 10) / 10 + 0);
}
