/**
 * What tells the names in a table apart.
 */
import { foldName } from '../core/names.ts';

/** Stands between two digits. */
const BETWEEN_DIGITS = /(?<=\p{N})[^\p{L}\p{N}\p{M}+#]+(?=\p{N})/u;

/**
 * What tells a name from others: neither case nor punctuation, unless it has nothing else. Numbers stay what they are:
 * `Grade 1.5` is not `Grade 15`.
 */
export function nameKey(name: string): string {
  return name.split(BETWEEN_DIGITS).map(foldName).join('.') || name.trim();
}

/** What tells a word from others in any language that marks its letters: `Priorität` and `prioritat` are one. */
export function plainKey(word: string): string {
  return foldName(word.normalize('NFKD').replace(/\p{M}/gu, ''));
}
