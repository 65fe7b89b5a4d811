/**
 * Ids for responsibilities that the ladder gives none.
 */

/** Makes an id from a text, so that the same sentence in two roles is the same responsibility. */
export function responsibilityId(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const words = (plain.match(/[a-z0-9]+/g) ?? []).join('-');
  if (words === '') return `r-${hash(text)}`;
  // C, C++ and C# are not the same thing.
  return /[^a-z0-9\P{L}]|[^a-z0-9\P{N}]|[+#]/u.test(plain) ? `${words}-${hash(text)}` : words;
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
