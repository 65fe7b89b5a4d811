/**
 * Ids: what programs call things.
 */

/** Ids are typed, compared and put into other formats, so they are kept to what is safe everywhere. */
export const ID = '^[a-z0-9]+(?:[-.][a-z0-9]+)*$';

/** The ids of sources and facts, which may have capitals: A-15. */
export const CITE = '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$';

/** The tag of a language, as BCP 47 has it: `de`, `pt-BR`. */
export const LANGUAGE = '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$';

const EXPRESSION = new RegExp(ID, 'u');

/** What an id is, in words. */
export const ID_FORM = 'lower-case letters and digits, joined by - or .';

/** Whether a text may serve as an id. */
export function isId(text: string): boolean {
  return EXPRESSION.test(text);
}

/** Makes an id from what people call something. */
export function idFrom(name: string): string {
  return (plain(name).match(/[a-z0-9]+/g) ?? []).join('-');
}

/**
 * Makes an id for a responsibility that the ladder gives none, so that the same sentence in two roles is the same
 * responsibility.
 */
export function responsibilityId(text: string): string {
  const words = idFrom(text);
  if (words === '') return `r-${hash(text)}`;
  // C, C++ and C# are not the same thing.
  return /[^a-z0-9\P{L}]|[^a-z0-9\P{N}]|[+#]/u.test(plain(text)) ? `${words}-${hash(text)}` : words;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
