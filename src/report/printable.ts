/**
 * The one place that makes a foreign text safe to print on a terminal.
 *
 * A ladder, a file's name or an argument may hold escape sequences that move the cursor, set the clipboard or rename the
 * window, and characters that make text read in another order than it is stored. They are shown, not sent. What is merely
 * invisible is left out.
 */

/**
 * What a terminal would act on and what reorders or hides text, but for the characters before the blank and halves of surrogate
 * pairs, which each format has its own way with: a part of a class of characters. DEL and C1, line and paragraph separators,
 * bidirectional controls, invisible format characters, tags. The joiners U+200C and U+200D are not among them: emoji and several
 * scripts need them.
 */
export const UNSAFE = String.raw`\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}`;

/**
 * Characters that texts bring along by copy and paste and that nobody sees: soft hyphens, zero-width blanks, direction marks, byte
 * order marks, word joiners and invisible operators. They only hint at how to lay text out, so that a text says the same without
 * them.
 */
export const INVISIBLE = String.raw`\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff`;

const invisible = (): RegExp => new RegExp(`[${INVISIBLE}]`, 'gu');

/** Functions, because the patterns take a while to make, and little text needs them. */
const unsafe = (): RegExp => new RegExp(`[\\0-\\x1f${UNSAFE}]|\\p{Cs}`, 'gu');

/**
 * Text that is safe as it is, and of which every character is one column wide: ASCII, Latin, Greek, Cyrillic and the signs
 * that the program draws with. Nearly all text is of this kind, and finding that out this way is far cheaper than to set up
 * the patterns and tables that other text needs: that takes some 20 ms, a good part of a whole command.
 */
export const SIMPLE_TEXT =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u2010-\u2015\u2018-\u201f\u2022\u2026\u203a\u2190-\u2193\u2260\u2500-\u259f]*$/;

/** More marks than this on one letter are no language's spelling; they would paint over the lines above and below. */
const stackedMarks = (): RegExp => /((?:\p{M}[\u200c\u200d]*){4})[\p{M}\u200c\u200d]+/gu;

/** Makes one line of text safe to print. */
export function printable(text: string): string {
  return SIMPLE_TEXT.test(text) ? text : visible(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '));
}

/** Makes a text of several lines safe to print; the same as `printable`, but line breaks and tabs stay. */
export function visible(text: string): string {
  if (SIMPLE_TEXT.test(text)) return text;
  return text
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(invisible(), '')
    .replace(unsafe(), (character) => (/[\t\n\r]/.test(character) ? character : writtenOut(character)))
    .replace(stackedMarks(), '$1');
}

function writtenOut(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}
