/**
 * Where everything in a ladder's picture stands, in px: cards in rows by rank and columns by track, and the lines between them.
 * The SVG file and the page draw the same.
 */
import { printable } from '../report/printable.ts';
import { widthOf, wrapText } from '../report/width.ts';
import { type Cell, type Port, type Route, type Routes, routesOf, type Side, type Zone } from './routing.ts';
import { type Grid, gridOf, type Link, linksOf } from './grid.ts';
import { arrowHead, linePath, type Point } from './line-path.ts';
import type { Picture } from './picture.ts';

/** The measures of a picture, in px. */
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

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A track. */
export interface Band {
  /** Undefined for the roles that are on none. */
  readonly track: string | undefined;
  /** Its number on the ladder, from 0, whether or not the tracks before it are drawn; roles on no track come last. */
  readonly index: number;
  /** From its highest role to its lowest, with the title over them. */
  readonly box: Box;
  /** The track's title: its lines, and the foot of the first. No lines where there is no track. */
  readonly title: Point & { readonly lines: readonly string[] };
}

/** A row. */
export interface RankRow {
  readonly rank: number;
  /** The middle of its cards. */
  readonly y: number;
  /** The rule that parts it from the row below; undefined for the lowest. */
  readonly rule: number | undefined;
}

/** A line, as path data. */
export interface LadderLine {
  readonly link: Link;
  readonly path: string;
  /** Its arrow heads: one, or one at either end. */
  readonly heads: readonly string[];
}

export interface LadderLayout {
  readonly width: number;
  readonly height: number;
  readonly cards: ReadonlyMap<string, Box>;
  /** The lines of each card's title. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  readonly bands: readonly Band[];
  readonly ranks: readonly RankRow[];
  readonly lines: readonly LadderLine[];
}

/** The least and the most of a card's width, 10 and 17 rem. */
const LEAST_CARD = 160;
const MOST_CARD = 272;

/** Lanes beside each other stand so far apart; closer where there are many. */
const LANE = 14;
const CLOSE_LANE = 8;
const MANY_LANES = 6;
/** Runs beside each other, lanes past the cards of one column, and straight lines between the same two cards. */
const RUN = 7;
const COLUMN_LANE = 10;
const PAIR = 12;
/** Ports step so far, or as the card's side has room. */
const PORT = 10;
const CORNER = 5;

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

/** Lays a picture out. */
export function layOutLadder(picture: Picture, size: LadderSize): LadderLayout {
  const grid = gridOf(picture);
  const firsts = grid.columns.map((_, index) => countOf(grid.columns.slice(0, index)));
  const cells = new Map(
    Array.from(grid.places, ([id, { row, column, slot }]): [string, Cell] => [
      id,
      { row, column: firsts[column]! + slot },
    ]),
  );
  const routes = routesOf(linksOf(picture), cells, outsideOf(grid, firsts));
  const titles = new Map(
    picture.roles.map(({ id, title }) => [id, titleLines(title, size.cardWidth - size.padding, size.type)]),
  );
  const trackTitles = grid.columns.map(({ track }) =>
    track === undefined
      ? []
      : titleLines(picture.tracks.find(({ id }) => id === track)!.title, size.cardWidth, size.trackType),
  );
  const across = placeColumns(grid, firsts, routes, size);
  const down = placeRows(grid, cells, routes, titles, trackTitles, size);
  const boxOf = ({ row, column }: Cell): Box => ({
    ...{ x: across.cards[column]!, y: down.rows[row]!.card, width: size.cardWidth, height: down.rows[row]!.height },
  });
  const cards = new Map(Array.from(cells, ([id, cell]) => [id, boxOf(cell)]));
  const bands = grid.columns.map(({ track, slots, top, bottom }, index): Band => {
    const first = across.cards[firsts[index]!]!;
    const x = across.zones[firsts[index]!]![2];
    const end = across.zones[firsts[index]! + slots]![1];
    const lines = trackTitles[index]!;
    const y = bandTop(down.rows[top]!.channel, lines.length, size);
    const height = down.rows[bottom]!.card + down.rows[bottom]!.height + size.gap / 2 - y;
    const named = picture.tracks.findIndex(({ id }) => id === track);
    return {
      track,
      index: named < 0 ? picture.tracks.length : named,
      box: { x, y, width: end - x, height },
      title: { x: first, y: y + size.titleFoot, lines },
    };
  });
  const ranks = grid.ranks.map((rank, row): RankRow => {
    const next = down.rows[row + 1];
    const { card, height } = down.rows[row]!;
    return { rank, y: card + height / 2, rule: next && (next.channel + next.card) / 2 };
  });
  const draw = lineIn(cells, cards, routes, across, down, size);
  return { width: across.width, height: down.height, cards, titles, bands, ranks, lines: routes.routes.map(draw) };
}

/** Lines of one column pass by its cards at the side where no other column is; where both or none is, up at the left. */
function outsideOf({ columns }: Grid, firsts: readonly number[]): (column: number, up: boolean) => Side {
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
const countOf = (columns: Grid['columns']): number => columns.reduce((sum, { slots }) => sum + slots, 0);

interface Across {
  /** The left of each column of cards. */
  readonly cards: readonly number[];
  /** Of each gutter, where its three zones begin, and where the last ends. */
  readonly zones: readonly (readonly [number, number, number, number])[];
  readonly laneX: (lane: Port['lane']) => number;
  readonly width: number;
}

function placeColumns(grid: Grid, firsts: readonly number[], { lanes }: Routes, size: LadderSize): Across {
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
  const laneX = ({ gutter, zone, at, of }: Port['lane']): number => {
    const [left, first, second, right] = zones[gutter]!;
    if (zone === 0) return left + inset + at * COLUMN_LANE;
    if (zone === 2) return right - inset - at * COLUMN_LANE;
    return (first + second) / 2 + (at - (of - 1) / 2) * step(gutter);
  };
  return { cards, zones, laneX, width: zones.at(-1)![3] };
}

interface Down {
  /** Of each row, the top of the channel over its cards, the top of its cards, and their height. */
  readonly rows: readonly { readonly channel: number; readonly card: number; readonly height: number }[];
  readonly height: number;
}

function placeRows(
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
  return { rows, height: bottom + size.gap / 2 };
}

/** A track's title stands close over the channel of its highest row, the longer the higher its top. */
function bandTop(channel: number, lines: number, { head, gap, trackLine }: LadderSize): number {
  return channel - (head - gap / 2) - Math.max(0, lines - 1) * trackLine;
}

function lineIn(
  cells: ReadonlyMap<string, Cell>,
  cards: ReadonlyMap<string, Box>,
  { pairs }: Routes,
  { laneX }: Across,
  { rows }: Down,
  { gap }: LadderSize,
): (route: Route) => LadderLine {
  const shifts = new Map(pairs.flatMap(([one, other]) => [[one!, -PAIR / 2] as const, [other!, PAIR / 2] as const]));
  // Where two level lines are side by side, ports begin farther from the middle.
  const doubled = new Set(
    pairs.map(([link]) => {
      const [a, b] = [cells.get(link!.from)!, cells.get(link!.to)!];
      return a.row === b.row ? `${a.row} ${Math.min(a.column, b.column)}` : '';
    }),
  );
  const places = new Map(Array.from(cells, ([id, { row, column }]) => [`${row} ${column}`, cards.get(id)!]));
  const pointAt = ({ cell, side, up, gap: space, at, of }: Port): Point => {
    const { x, y, width, height } = places.get(`${cell.row} ${cell.column}`)!;
    const least = doubled.has(`${cell.row} ${space}`) ? PAIR / 2 : 0;
    const offset = least + at * Math.min(PORT, (height / 2 - CORNER - least) / of);
    return { x: side === 'left' ? x : x + width, y: y + height / 2 + (up ? -offset : offset) };
  };
  const pointsOf = ({ link, bend }: Route): Point[] => {
    if (!bend) return straightLine(cards.get(link.from)!, cards.get(link.to)!, shifts.get(link) ?? 0);
    const [first, last] = bend.ports.map(pointAt) as [Point, Point];
    const [start, end] = [laneX(bend.lanes[0]!), laneX(bend.lanes.at(-1)!)];
    const { run } = bend;
    const along = run && rows[run.channel]!.channel + gap / 2 + run.at * RUN;
    return [
      first,
      { x: start, y: first.y },
      ...(along === undefined
        ? []
        : [
            { x: start, y: along },
            { x: end, y: along },
          ]),
      { x: end, y: last.y },
      last,
    ];
  };
  return (route) => {
    const points = pointsOf(route);
    const { both } = route.link;
    const heads = [...(both ? [arrowHead(points[1]!, points[0]!)] : []), arrowHead(points.at(-2)!, points.at(-1)!)];
    return { link: route.link, path: linePath(points, both), heads };
  };
}

/** From the middle of one card to that of another in the same row or column, as far as the sides. */
function straightLine(from: Box, to: Box, shift: number): Point[] {
  const [x, y] = [from.x + from.width / 2 + shift, from.y + from.height / 2 + shift];
  if (from.x === to.x) {
    const isUp = to.y < from.y;
    return [
      { x, y: isUp ? from.y : from.y + from.height },
      { x, y: isUp ? to.y + to.height : to.y },
    ];
  }
  const isRight = to.x > from.x;
  return [
    { x: isRight ? from.x + from.width : from.x, y },
    { x: isRight ? to.x : to.x + to.width, y },
  ];
}
