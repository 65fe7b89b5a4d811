/**
 * How wide text is on a terminal, and how to break it into lines.
 */
import stringWidth from 'string-width';
import { SIMPLE_TEXT } from './printable.ts';
import { type Line, plain, type Style } from './report.ts';

export function widthOf(text: string): number {
  return SIMPLE_TEXT.test(text) ? text.length : stringWidth(text);
}

export interface Piece {
  readonly text: string;
  readonly style: Style | undefined;
  readonly url?: string | undefined;
}

/** A part of a line that must not be broken. */
interface Word {
  readonly pieces: Piece[];
  width: number;
}

/** Breaks a text where words end, into lines no wider than asked for. */
export function wrapText(text: string, width: number): string[] {
  return wrapLine([text], width).map((pieces) => pieces.map((piece) => piece.text).join(''));
}

/**
 * Breaks a line where words end, so that no line is wider than asked for. A word that is too wide by itself is broken inside.
 */
export function wrapLine(line: Line, width: number): Piece[][] {
  // One look at the whole line spares a look at each word: in simple text, characters are columns.
  const whole = plain(line);
  const isSimple = SIMPLE_TEXT.test(whole);
  if (isSimple && whole.length <= width && !/^ | {2}| $/.test(whole)) return [line.map(toPiece)];
  const measure = isSimple ? (text: string) => text.length : widthOf;
  let current: Piece[] = [];
  const lines = [current];
  let used = 0;
  const breakLine = (): void => {
    current = [];
    lines.push(current);
    used = 0;
  };
  for (const word of wordsOf(line, measure)) {
    if (used > 0 && used + 1 + word.width <= width) {
      const { style, url } = word.pieces[0]!;
      // A blank is part of a link where both sides of it are.
      append(current, { text: ' ', style, url: current.at(-1)?.url === url ? url : undefined });
      used++;
    } else if (used > 0) breakLine();
    for (const { text, style, url } of word.pieces) {
      const columns = measure(text);
      if (used + columns <= width) {
        append(current, { text, style, url });
        used += columns;
        continue;
      }
      for (const character of graphemes(text)) {
        const taken = measure(character);
        if (used > 0 && used + taken > width) breakLine();
        append(current, { text: character, style, url });
        used += taken;
      }
    }
  }
  return lines;
}

/** Breaks a command line so that it can still be copied; a comment, and a word that is too wide by itself, stays whole. */
export function wrapCommand(text: string, width: number): string[] {
  if (widthOf(text) <= width || text.startsWith('#')) return [text];
  const [first = '', ...words] = text.match(/(?:[^\s'"]|'[^']*'|"(?:[^"\\]|\\.)*")+|\S+/g) ?? [];
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)!} ${word}`;
    if (widthOf(longer) <= width - 2) lines[lines.length - 1] = longer;
    else lines.push(`  ${word}`);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

export function toPiece(inline: Line[number]): Piece {
  return typeof inline === 'string'
    ? { text: inline, style: undefined }
    : { text: inline.text, style: inline.style, url: inline.url };
}

/** Splits into what a reader takes for one character, so that an accent is not parted from its letter. */
export function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
}

function append(line: Piece[], { text, style, url }: Piece): void {
  const last = line.at(-1);
  if (last && last.style === style && last.url === url) {
    line[line.length - 1] = { text: last.text + text, style, url };
  } else line.push({ text, style, url });
}

function wordsOf(line: Line, measure: (text: string) => number): Word[] {
  const words: Word[] = [];
  // Pieces that meet without a blank are one word; a blank at the end of a piece parts it from the next.
  let open: Word | undefined;
  for (const inline of line) {
    const { text, style, url } = toPiece(inline);
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) open = undefined;
      if (part === '') continue;
      if (!open) words.push((open = { pieces: [], width: 0 }));
      open.pieces.push({ text: part, style, url });
      open.width += measure(part);
    }
  }
  return words;
}
