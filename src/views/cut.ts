/**
 * The start of a text, where all of it would take too much room.
 */
import { widthOf } from '../report/width.ts';

/** Less than this says nothing. */
const LEAST = 12;

/** As many words of a text as fit into so many columns, of a single long one its start; a sign says that there are more. */
export function cutTo(text: string, columns: number): string {
  const room = Math.max(columns, LEAST);
  if (widthOf(text) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && widthOf(words.join(' ')) >= room) words.pop();
  const letters = [...new Intl.Segmenter('en').segment(words.join(' '))].map(({ segment }) => segment);
  while (widthOf(letters.join('')) >= room) letters.pop();
  return `${letters.join('').replace(/[,.;:]$/, '')}…`;
}
