/**
 * The measures of a ladder's picture, in px, and what fits into them.
 */
import { printable } from '../report/printable.ts';
import { widthOf, wrapText } from '../report/width.ts';

export interface LadderSize {
  /** A card, and how high it is at least. */
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** Between a card's sides and its text, both sides together. */
  readonly padding: number;
  /** The type of cards' titles, and the height of a line of it. */
  readonly type: number;
  readonly line: number;
  /** The same of tracks' titles. */
  readonly trackType: number;
  readonly trackLine: number;
  /** Between two cards, one above the other. */
  readonly gap: number;
  /** For the numbers of the ranks. */
  readonly ranks: number;
  /** From a card to the side of its band, between two bands, and from the top of a band to the row of its first card. */
  readonly lane: number;
  readonly gutter: number;
  readonly head: number;
  /** From the top of a band to the foot of its title. */
  readonly titleFoot: number;
}

export const LARGE: LadderSize = {
  ...{ cardWidth: 272, cardHeight: 58, padding: 26, type: 15, line: 20, trackType: 16, trackLine: 20 },
  ...{ gap: 22, ranks: 36, lane: 20, gutter: 56, head: 52, titleFoot: 34 },
};

export const SMALL: LadderSize = {
  ...{ cardWidth: 168, cardHeight: 48, padding: 26, type: 14, line: 18, trackType: 13, trackLine: 17 },
  ...{ gap: 20, ranks: 24, lane: 14, gutter: 44, head: 44, titleFoot: 29 },
};

/** The least and the most of a card's width, 10 and 17 rem. */
const LEAST_CARD = 160;
const MOST_CARD = 272;

/** How wide cards may be so that so many columns fit into some room; where they do not fit at the least, what is drawn is wider. */
export function cardWidthFor(columns: number, room: number, size: LadderSize = LARGE): number {
  const taken = size.ranks + columns * size.lane * 2 + (columns - 1) * size.gutter;
  return Math.max(LEAST_CARD, Math.min(MOST_CARD, Math.floor((room - taken) / columns)));
}

/** Breaks a title into lines that fit into some px of a bold type, estimated so that they do in every usual font. */
export function titleLines(title: string, width: number, type: number): string[] {
  const text = printable(title);
  // Capitals and the widest letters take half as much again.
  const broad = (text.match(/[\p{Lu}mw@%—…]/gu)?.length ?? 0) / Math.max(1, widthOf(text));
  return wrapText(text, Math.max(1, Math.floor(width / (type * (0.58 + 0.3 * broad)))));
}
