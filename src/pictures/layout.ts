/**
 * Where everything in a ladder's picture stands, in px: cards in rows by rank and columns by track, and the lines between them.
 * The SVG file and the page draw the same.
 */
import { type Across, bandTop, countOf, type Down, outsideOf, placeColumns, placeRows } from './columns-and-rows.ts';
import { gridOf, type Link, linksOf } from './grid.ts';
import { type LadderSize, titleLines } from './ladder-size.ts';
import { arrowHead, linePath, type Point } from './line-path.ts';
import type { Picture } from './picture.ts';
import { type Cell, type Port, type Route, type Routes, routesOf } from './routing.ts';

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

/** Straight lines between the same two cards stand so far apart. */
const PAIR = 12;

/** Ports step so far, or as a card's side has room but for its corners. */
const PORT = 10;
const CORNER = 5;

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
  const draw = lineIn(cells, cards, routes, across, down);
  return { width: across.width, height: down.height, cards, titles, bands, ranks, lines: routes.routes.map(draw) };
}

/** What draws a line between cards that have their places. */
function lineIn(
  cells: ReadonlyMap<string, Cell>,
  cards: ReadonlyMap<string, Box>,
  { pairs }: Routes,
  { laneX }: Across,
  { runY }: Down,
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
    const along = bend.run ? [start, end].map((x) => ({ x, y: runY(bend.run!) })) : [];
    return [first, { x: start, y: first.y }, ...along, { x: end, y: last.y }, last];
  };
  return (route) => {
    const points = pointsOf(route);
    const { both } = route.link;
    const heads = [...(both ? [arrowHead(points[1]!, points[0]!)] : []), arrowHead(points.at(-2)!, points.at(-1)!)];
    return { link: route.link, path: linePath(points, both), heads };
  };
}

/** From the middle of one card's side to that of another in the same column or row. */
function straightLine(from: Box, to: Box, shift: number): Point[] {
  const [x, y] = [from.x + from.width / 2 + shift, from.y + from.height / 2 + shift];
  const isColumn = from.x === to.x;
  return [
    { box: from, isFirst: isColumn ? to.y > from.y : to.x > from.x },
    { box: to, isFirst: isColumn ? to.y < from.y : to.x < from.x },
  ].map(({ box, isFirst }) =>
    isColumn ? { x, y: isFirst ? box.y + box.height : box.y } : { x: isFirst ? box.x + box.width : box.x, y },
  );
}
