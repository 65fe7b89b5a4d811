/**
 * The lines of a text, counted when the first one is asked for.
 */
import type { Position } from './diagnostic.ts';

export function linesOf(text: string) {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  let counted: number[] | undefined;
  const starts = (): number[] => (counted ??= [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)]);
  return {
    line: (number: number): string => {
      const start = starts()[number - 1];
      if (start === undefined) return '';
      return source.slice(start, (starts()[number] ?? source.length + 1) - 1).replace(/\r$/, '');
    },
    positionOf: (offset: number): Position => {
      const within = Math.min(offset, source.length);
      let [low, high] = [0, starts().length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts()[middle]! <= within) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: within - starts()[low]! + 1 };
    },
  };
}
