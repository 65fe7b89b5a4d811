/**
 * Ids: what programs call things.
 */

/** Ids are typed, compared and put into other formats, so they are kept to what is safe everywhere. */
export const ID = '^[a-z0-9]+(?:[-.][a-z0-9]+)*$';

/** The ids of sources and facts, which may have capitals: A-15. */
export const CITE = '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$';

const EXPRESSION = new RegExp(ID, 'u');

/** What an id is, in words. */
export const ID_FORM = 'lower-case letters and digits, joined by - or .';

/** Whether a text may serve as an id. */
export function isId(text: string): boolean {
  return EXPRESSION.test(text);
}

/** Makes an id from what people call something. */
export function idFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}
