/**
 * How wide text is on a terminal, and how to break it into lines.
 */
import stringWidth from 'string-width';
import { SIMPLE_TEXT } from './printable.ts';
import type { Line, Style } from './report.ts';

/**
 * Measures a text.
 *
 * @param text printable text without escape sequences
 * @returns how many columns it takes: wide characters take two, combining ones none
 */
export function widthOf(text: string): number {
  return SIMPLE_TEXT.test(text) ? text.length : stringWidth(text);
}

/** A piece of a broken line. */
export interface Piece {
  readonly text: string;
  readonly style: Style | undefined;
}

/** A part of a line that must not be broken, and the space before it. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/**
 * Breaks a line where words end, so that no line is wider than asked for. A word that is too wide by itself is broken inside.
 *
 * @param line the line
 * @param width the number of columns, at least 1
 * @returns the broken lines, one or more; styles carry over each break
 */
export function wrapLine(line: Line, width: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const word of wordsOf(line)) {
    if (used > 0 && used + 1 + word.width <= width) {
      append(lines.at(-1)!, { text: ' ', style: word.pieces[0]!.style });
      used++;
    } else if (used > 0) {
      lines.push([]);
      used = 0;
    }
    for (const piece of word.pieces) {
      if (used + widthOf(piece.text) <= width) {
        append(lines.at(-1)!, piece);
        used += widthOf(piece.text);
        continue;
      }
      for (const character of graphemes(piece.text)) {
        const columns = widthOf(character);
        if (used > 0 && used + columns > width) {
          lines.push([]);
          used = 0;
        }
        append(lines.at(-1)!, { text: character, style: piece.style });
        used += columns;
      }
    }
  }
  return lines;
}

/** Splits into what a reader takes for one character, so that an accent is not parted from its letter. */
function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
}

function append(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  if (last && last.style === piece.style) line[line.length - 1] = { text: last.text + piece.text, style: piece.style };
  else line.push(piece);
}

function wordsOf(line: Line): Word[] {
  const words: Word[] = [];
  let pieces: Piece[] = [];
  const end = (): void => {
    if (pieces.length > 0) words.push({ pieces, width: pieces.reduce((sum, piece) => sum + widthOf(piece.text), 0) });
    pieces = [];
  };
  for (const inline of line) {
    const { text, style } = typeof inline === 'string' ? { text: inline, style: undefined } : inline;
    text.split(' ').forEach((part, index) => {
      if (index > 0) end();
      if (part !== '') pieces.push({ text: part, style });
    });
  }
  end();
  return words;
}
