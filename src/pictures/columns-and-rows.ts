/**
 * The places of the columns and the rows of a ladder's picture, which grow with the lines that run between them.
 */
import { widthOf } from '../report/width.ts';
import type { Grid } from './grid.ts';
import type { LadderSize } from './ladder-size.ts';
import type { Cell, Lane, Routes, Run, Side, Zone } from './routing.ts';

/** Lanes beside each other stand so far apart; closer where there are many. */
const LANE = 14;
const CLOSE_LANE = 8;
const MANY_LANES = 6;
/** So far apart stand lanes past the cards of one column, and runs in a channel. */
const COLUMN_LANE = 10;
const RUN = 7;

/** Lines of one column pass by its cards at the side where no other column is; where both or none is, up at the left. */
export function outsideOf({ columns }: Grid, firsts: readonly number[]): (column: number, up: boolean) => Side {
  const last = countOf(columns) - 1;
  return (column, up) => {
    if (last === 0) return up ? 'left' : 'right';
    const track = firsts.findLastIndex((first) => first <= column);
    const isFirstSlot = column === firsts[track]!;
    const isLastSlot = column === firsts[track]! + columns[track]!.slots - 1;
    return isLastSlot && (!isFirstSlot || column === last) ? 'right' : 'left';
  };
}

/** How many columns of cards there are. */
export const countOf = (columns: Grid['columns']): number => columns.reduce((sum, { slots }) => sum + slots, 0);

export interface Across {
  /** The left of each column of cards. */
  readonly cards: readonly number[];
  /** Of each gutter, where its three zones begin, and where the last ends. */
  readonly zones: readonly (readonly [number, number, number, number])[];
  readonly laneX: (lane: Lane) => number;
  readonly width: number;
}

export function placeColumns(grid: Grid, firsts: readonly number[], { lanes }: Routes, size: LadderSize): Across {
  const count = countOf(grid.columns);
  const most = Array.from({ length: count + 1 }, (): [number, number, number] => [0, 0, 0]);
  for (const { gutter, zone, of } of lanes) most[gutter]![zone] = Math.max(most[gutter]![zone], of);
  const starts = new Set([...firsts, count]);
  const inset = Math.round(size.lane * 0.6);
  const step = (gutter: number): number => (most[gutter]![1] > MANY_LANES ? CLOSE_LANE : LANE);
  const widthOfZone = (gutter: number, zone: Zone): number => {
    const isEdge = gutter === 0 || gutter === count;
    const held = most[gutter]![zone];
    if (zone === 1) {
      const least = isEdge ? 0 : starts.has(gutter) ? size.gutter : size.lane * 2;
      return held === 0 ? least : Math.max(least, (held + 1) * step(gutter));
    }
    const least = starts.has(gutter) && gutter !== (zone === 0 ? 0 : count) ? size.lane : 0;
    return held === 0 ? least : Math.max(least, inset + (held - 1) * COLUMN_LANE + CLOSE_LANE);
  };
  const widest = Math.max(0, ...grid.ranks.map((rank) => widthOf(String(rank))));
  let x = Math.max(size.ranks, Math.ceil((widest + 1) * 9));
  const cards: number[] = [];
  const zones = most.map((_, gutter) => {
    const first = x + widthOfZone(gutter, 0);
    const second = first + widthOfZone(gutter, 1);
    const end = second + widthOfZone(gutter, 2);
    const places = [x, first, second, end] as const;
    cards.push(end);
    x = end + size.cardWidth;
    return places;
  });
  cards.pop();
  const laneX = ({ gutter, zone, at, of }: Lane): number => {
    const [left, first, second, right] = zones[gutter]!;
    if (zone === 0) return left + inset + at * COLUMN_LANE;
    if (zone === 2) return right - inset - at * COLUMN_LANE;
    return (first + second) / 2 + (at - (of - 1) / 2) * step(gutter);
  };
  return { cards, zones, laneX, width: zones.at(-1)![3] };
}

export interface Down {
  /** Of each row, the top of the channel over its cards, the top of its cards, and their height. */
  readonly rows: readonly { readonly channel: number; readonly card: number; readonly height: number }[];
  readonly runY: (run: Run) => number;
  readonly height: number;
}

export function placeRows(
  grid: Grid,
  cells: ReadonlyMap<string, Cell>,
  { runs }: Routes,
  titles: ReadonlyMap<string, readonly string[]>,
  trackTitles: readonly (readonly string[])[],
  size: LadderSize,
): Down {
  const heights = grid.ranks.map(() => size.cardHeight);
  for (const [id, { row }] of cells) {
    const more = (titles.get(id)!.length - 1) * size.line;
    heights[row] = Math.max(heights[row]!, size.cardHeight + more);
  }
  const held = grid.ranks.map(() => 1);
  for (const { channel, at } of runs) held[channel] = Math.max(held[channel]!, at + 1);
  // A title of several lines stands in a space of its own over the row where its track ends.
  const titled = grid.ranks.map(() => 1);
  grid.columns.forEach(({ top }, index) => (titled[top] = Math.max(titled[top]!, trackTitles[index]!.length)));
  let bottom = size.head - size.gap / 2;
  const rows = grid.ranks.map((_, row) => {
    const channel = bottom + (titled[row]! - 1) * size.trackLine;
    const card = channel + size.gap + (held[row]! - 1) * RUN;
    bottom = card + heights[row]!;
    return { channel, card, height: heights[row]! };
  });
  const runY = ({ channel, at }: Run): number => rows[channel]!.channel + size.gap / 2 + at * RUN;
  return { rows, runY, height: bottom + size.gap / 2 };
}

/** A track's title stands close over the channel of its highest row, the longer the higher its top. */
export function bandTop(channel: number, lines: number, { head, gap, trackLine }: LadderSize): number {
  return channel - (head - gap / 2) - Math.max(0, lines - 1) * trackLine;
}
