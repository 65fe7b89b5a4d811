/**
 * How the lines of a ladder's picture run: in lanes between the columns of cards, and in channels between the rows. What is
 * settled here is who runs beside whom; the layout makes places of it. No line runs through a card, and no two of different
 * roles, or of one role in different styles, share a stretch.
 */
import { groupBy } from '../core/group-by.ts';
import type { Link } from './grid.ts';

/** Where a card stands; columns are counted over all tracks, a track with two roles side by side has two. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export type Side = 'left' | 'right';

/** The parts of a gutter: for lines of the column left of it alone, for those between columns, for those of the column right of it. */
export type Zone = 0 | 1 | 2;

/** A stretch up or down. The gutter has the number of the column right of it. */
export interface Lane {
  readonly gutter: number;
  readonly zone: Zone;
  /** Its ends, in half rows: cards are in the middle of odd ones, channels have the even ones. */
  top: number;
  bottom: number;
  /** Where it is joined last from either side. */
  left: number;
  right: number;
  /** Its place among those beside it, and how many those are with it; from the cards where the zone is one column's. */
  at: number;
  of: number;
}

/** A stretch along a row; the channel has the number of the row under it. */
export interface Run {
  readonly channel: number;
  left: number;
  right: number;
  at: number;
}

/** Where a line leaves or meets a card, in the upper or the lower half of its side. */
export interface Port {
  readonly cell: Cell;
  readonly side: Side;
  readonly up: boolean;
  /** The column of the card that begins the space in its row which it leads into; -1 before the first. */
  readonly gap: number;
  readonly lane: Lane;
  /** Its place from the middle of the side, 1 for the next to it, and how many there are with it. */
  at: number;
  of: number;
}

/** One line: straight from card to card, or from port to port by one lane, or by two and a run between them. */
export interface Route {
  readonly link: Link;
  readonly bend?: { readonly ports: readonly [Port, Port]; readonly lanes: readonly Lane[]; readonly run?: Run };
}

export interface Routes {
  readonly routes: readonly Route[];
  readonly lanes: readonly Lane[];
  readonly runs: readonly Run[];
  /** Where two straight lines are between the same cards, those two. */
  readonly pairs: readonly (readonly Link[])[];
}

/** So many lanes side by side keep the order in which their lines do not cross; more of them are packed instead. */
const MOST_IN_ORDER = 4;

/** More than there are rows or lanes. */
const FAR = 1e9;

/** Settles how every line runs; `outside` says at which side of a column its own lines pass by other cards of it. */
export function routesOf(
  links: readonly Link[],
  cells: ReadonlyMap<string, Cell>,
  outside: (column: number, up: boolean) => Side,
): Routes {
  const next = { row: nextAlong(cells, 'row', 'column'), column: nextAlong(cells, 'column', 'row') };
  const previous = new Map(Array.from(next.row, ([left, right]) => [right, left]));
  const isNext = (axis: 'row' | 'column', a: string, b: string): boolean =>
    next[axis].get(a) === b || next[axis].get(b) === a;
  const lanes = new Map<string, Lane>();
  const runs = new Map<string, Run>();
  const ports = new Map<string, Port>();
  const straight = new Map<string, Link[]>();
  const routes = links.map((link, index): Route => {
    const [from, to] = [cells.get(link.from)!, cells.get(link.to)!];
    if (isNext('row', link.from, link.to) || isNext('column', link.from, link.to)) {
      kept(straight, [link.from, link.to].sort().join(' '), () => []).push(link);
      return { link };
    }
    // What has this in common runs together as far as it can.
    const shared = link.both ? `both ${index}` : `${link.style} ${link.from}`;
    const isLevel = from.row === to.row;
    const isColumn = from.column === to.column;
    const up = to.row <= from.row;
    const arrivesUp = up === isLevel;
    const side = isColumn ? outside(from.column, up) : to.column > from.column ? 'right' : 'left';
    const other = side === 'right' ? 'left' : 'right';
    const arrival = isColumn ? side : other;
    const laneIn = (gutter: number, name: string): Lane => {
      const zone = !isColumn ? 1 : side === 'left' ? 2 : 0;
      return kept(lanes, `${gutter} ${zone} ${name} ${shared}`, () => ({
        ...{ gutter, zone, top: Infinity, bottom: -Infinity, left: 0, right: 0, at: 0, of: 1 },
      }));
    };
    const portAt = (id: string, at: Side, isUp: boolean, lane: Lane): Port => {
      const cell = cells.get(id)!;
      const gap = at === 'right' ? cell.column : (cells.get(previous.get(id) ?? '')?.column ?? -1);
      return { cell, side: at, up: isUp, gap, lane, at: 0, of: 1 };
    };
    const [leaving, arriving] = [gutterAt(from, side), gutterAt(to, arrival)];
    // Where no card of its row is in the way, a line goes on from the lower card to the gutter beside the higher one.
    const meeting = up ? arriving : leaving;
    const [lower, facing] = up ? [link.from, side] : [link.to, arrival];
    const neighbour = cells.get((facing === 'right' ? next.row : previous).get(lower) ?? '')?.column;
    const isOpen = neighbour === undefined || (facing === 'right' ? meeting <= neighbour : meeting > neighbour);
    const isDirect = leaving === arriving || (!isLevel && isOpen);
    const first = laneIn(isDirect ? meeting : leaving, up ? 'up' : 'down');
    join(first, heightAt(from, up), other);
    const departure = kept(ports, `${side} ${up} ${shared}`, () => portAt(link.from, side, up, first));
    const arrive = (lane: Lane): Port => kept(ports, `to ${index}`, () => portAt(link.to, arrival, arrivesUp, lane));
    if (isDirect) {
      join(first, heightAt(to, arrivesUp), isColumn ? other : side);
      return { link, bend: { ports: [departure, arrive(first)], lanes: [first] } };
    }
    const channel = up ? from.row : from.row + 1;
    const run = kept(runs, `${channel} ${side} ${shared}`, () => ({ channel, left: leaving, right: leaving, at: 0 }));
    run.left = Math.min(run.left, arriving);
    run.right = Math.max(run.right, arriving);
    join(first, channel * 2, side);
    const second = laneIn(arriving, `from ${channel}`);
    join(second, channel * 2, other);
    join(second, heightAt(to, arrivesUp), side);
    return { link, bend: { ports: [departure, arrive(second)], lanes: [first, second], run } };
  });
  for (const zone of groupBy(lanes.values(), (lane) => `${lane.gutter} ${lane.zone}`).values()) placeLanes(zone);
  for (const channel of groupBy(runs.values(), (run) => run.channel).values()) placeRuns(channel);
  // Cards that face each other share what ports there are: the line of either may run as far as the other card.
  const halves = groupBy(ports.values(), ({ cell, gap, up }) => `${cell.row} ${gap} ${up}`);
  for (const half of halves.values()) placePorts(half);
  const pairs = [...straight.values()].filter(({ length }) => length > 1);
  return { routes, lanes: [...lanes.values()], runs: [...runs.values()], pairs };
}

const gutterAt = ({ column }: Cell, side: Side): number => (side === 'left' ? column : column + 1);

/** The height of a port, in half rows. */
const heightAt = ({ row }: Cell, up: boolean): number => row * 2 + (up ? 0.75 : 1.25);

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Which card comes next in the same row, or in the same column. */
function nextAlong(
  cells: ReadonlyMap<string, Cell>,
  along: 'row' | 'column',
  across: 'row' | 'column',
): Map<string, string> {
  const next = new Map<string, string>();
  for (const line of groupBy(cells, ([, cell]) => cell[along]).values()) {
    line.sort(([, a], [, b]) => a[across] - b[across]);
    line.slice(1).forEach(([id], index) => next.set(line[index]![0], id));
  }
  return next;
}

function join(lane: Lane, height: number, side: Side): void {
  lane.top = Math.min(lane.top, height);
  lane.bottom = Math.max(lane.bottom, height);
  lane[side] = height;
}

/** Gives the lanes of a zone their places; those that are beside no other of a heap may take the same. */
function placeLanes(lanes: Lane[]): void {
  lanes.sort((a, b) => a.top - b.top);
  let heap: Lane[] = [];
  let bottom = -Infinity;
  for (const lane of lanes) {
    if (lane.top > bottom) {
      placeHeap(heap);
      heap = [];
    }
    heap.push(lane);
    bottom = Math.max(bottom, lane.bottom);
  }
  placeHeap(heap);
}

function placeHeap(heap: Lane[]): void {
  heap.sort((a, b) => orderOf(a) - orderOf(b));
  let of = heap[0]?.zone === 1 ? placed(heap, inOrder) : Infinity;
  if (of > MOST_IN_ORDER) of = placed(heap, packed);
  for (const lane of heap) lane.of = of;
}

/** Leftmost is the highest of the lines that rise to the right, the lowest of those that fall; shortest first past one column. */
function orderOf({ zone, top, bottom, left, right }: Lane): number {
  if (zone !== 1) return bottom - top;
  return left > right ? left : FAR - left;
}

function placed(heap: readonly Lane[], choose: (beside: readonly number[]) => number): number {
  let most = 0;
  heap.forEach((lane, index) => {
    const beside: number[] = [];
    for (let other = 0; other < index; other++) {
      const { top, bottom, at } = heap[other]!;
      if (top <= lane.bottom && lane.top <= bottom) beside.push(at);
    }
    lane.at = choose(beside);
    most = Math.max(most, lane.at + 1);
  });
  return most;
}

const inOrder = (beside: readonly number[]): number => Math.max(-1, ...beside) + 1;

function packed(beside: readonly number[]): number {
  const taken = new Set(beside);
  // Of one more place than are taken one is free.
  return Array.from({ length: taken.size + 1 }, (_, at) => at).find((at) => !taken.has(at))!;
}

function placeRuns(runs: Run[]): void {
  const ends: number[] = [];
  for (const run of runs.sort((a, b) => a.left - b.left || a.right - b.right)) {
    const free = ends.findIndex((end) => end < run.left);
    run.at = free < 0 ? ends.length : free;
    ends[run.at] = run.right;
  }
}

/** The nearest lane has the port that is farthest from the middle, so that no line crosses the next. */
function placePorts(ports: Port[]): void {
  const distance = ({ lane, side }: Port): number =>
    lane.zone !== 1 ? lane.at - FAR : side === 'right' ? lane.at : -lane.at;
  ports.sort((a, b) => distance(b) - distance(a));
  ports.forEach((port, index) => Object.assign(port, { at: index + 1, of: ports.length }));
}
