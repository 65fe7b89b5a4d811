/**
 * The start of a text, where all of it would take too much room.
 */
import { widthOf } from '../report/width.ts';

/** As many words of a text as fit into so many columns, one at least; a sign says that there are more. */
export function cutTo(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && widthOf(words.join(' ')) >= room) words.pop();
  return `${words.join(' ').replace(/[,.;:]$/, '')}…`;
}
