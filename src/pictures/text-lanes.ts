/**
 * The columns of a picture in characters: which tracks stand side by side, how wide each is, and the order in its cells.
 */
import { groupBy } from '../core/group-by.ts';
import { widthOf } from '../report/width.ts';
import type { Grid } from './grid.ts';
import type { Picture } from './picture.ts';

/** A track, or a slot of one where the roles of a cell stand side by side. */
export interface Lane {
  /** What stands above it; empty above all slots but the first. */
  readonly title: string;
  /** The roles of each row in which some stand, both from above. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
  /** How many columns its texts take where none is wrapped, and how many they need. */
  readonly natural: number;
  readonly least: number;
}

/** A lane with its place in a line. */
export interface PlacedLane extends Lane {
  readonly at: number;
  readonly width: number;
  /** What a text may take that nothing stands behind. */
  readonly reach: number;
}

/** What stands for roles and above tracks, ready to be measured. */
export interface Labels {
  readonly role: (id: string) => string;
  readonly track: (id: string | undefined) => string;
}

/** The lines of a title but its first are set in by this, since another role may stand below. */
export const HANG = 1;

/** Titles are not squeezed into less, and longer words may be broken. */
const LEAST_LANE = 12;
const LONGEST_WORD = 24;

/** Below each other, only the outer roles of a cell can have a line, so side by side is better; but not where titles get less. */
const LEAST_BESIDE = 18;

/** Between lanes, the shortest line has room, and one with a word in it where there is some to spare. */
const LEAST_GAP = 4;
const MOST_GAP = 16;

/** Parts a picture into lanes that stand side by side: as many tracks as have room in a width. */
export function partsOf(picture: Picture, { columns, places, ranks }: Grid, labels: Labels, width: number): Lane[][] {
  const members = groupBy(picture.roles, ({ id }) => places.get(id)!.column);
  const room = width - gutterOf(ranks);
  const laneOf = (column: number, slot?: number): Lane => {
    const ids = members.get(column)!.map(({ id }) => id);
    const inside = slot === undefined ? ids : ids.filter((id) => places.get(id)!.slot === slot);
    const title = slot ? '' : labels.track(columns[column]!.track);
    const texts = [title, ...inside.map(labels.role)];
    const natural = Math.max(...texts.map(widthOf));
    const word = Math.max(...texts.flatMap((text) => text.split(' ').map(widthOf))) + HANG;
    const least = Math.min(natural, Math.max(LEAST_LANE, Math.min(word, LONGEST_WORD)));
    const cells = new Map([...groupBy(inside, (id) => places.get(id)!.row)].sort(([a], [b]) => a - b));
    sortJoined([...cells.values()], picture);
    return { title, cells, natural, least };
  };
  const parts: Lane[][] = [];
  const slots: Lane[][] = [];
  for (const [column, { slots: count }] of columns.entries()) {
    const lane = laneOf(column);
    const beside = Array.from({ length: count }, (_, slot) => laneOf(column, slot));
    const last = parts.at(-1);
    if (last && least([...last, lane]) <= room) {
      last.push(lane);
      slots.at(-1)!.push(...beside);
    } else {
      parts.push([lane]);
      slots.push(beside);
    }
  }
  return parts.map((lanes, part) => (least(slots[part]!, LEAST_BESIDE) <= room ? slots[part]! : lanes));
}

/** Gives each lane its place: as wide as its texts, the wider ones all alike where that is too much. */
export function placed(lanes: readonly Lane[], ranks: readonly number[], width: number): PlacedLane[] {
  const gutter = gutterOf(ranks);
  let most = width - gutter;
  while (most > 1 && least(lanes, most) > width - gutter) most--;
  const spare = width - gutter - least(lanes, most);
  const gap = LEAST_GAP + Math.min(MOST_GAP - LEAST_GAP, Math.floor(spare / Math.max(lanes.length - 1, 1)));
  let next = gutter;
  return lanes.map((lane) => {
    const [at, own] = [next, widthUpTo(lane, most)];
    next += own + gap;
    return { ...lane, at, width: own, reach: Math.min(own + gap - 1, width - at) };
  });
}

/** Where the ranks end and the first lane begins. */
const gutterOf = (ranks: readonly number[]): number => Math.max(...ranks.map((rank) => String(rank).length)) + 2;

const widthUpTo = (lane: Lane, most: number): number => Math.max(lane.least, Math.min(lane.natural, most));

/** What lanes take side by side at least, where none gets more than `most` without need. */
const least = (lanes: readonly Lane[], most = 0): number =>
  lanes.reduce((sum, lane) => sum + widthUpTo(lane, most) + LEAST_GAP, -LEAST_GAP);

/** Sorts the roles of cells so that a promotion leads from the first of one to the last of the cell above, where there is one. */
function sortJoined(cells: readonly string[][], { edges }: Picture): void {
  if (cells.every(({ length }) => length === 1)) return;
  const leaving = groupBy(edges, ({ from }) => from);
  const fromBelow = cells.toReversed();
  let last: string | undefined;
  for (const [index, upper] of fromBelow.slice(1).entries()) {
    const lower = fromBelow[index]!;
    const joint = lower
      .filter((id) => id !== last || lower.length === 1)
      .flatMap((id) => leaving.get(id) ?? [])
      .find(({ to, kind }) => kind === 'promotion' && upper.includes(to));
    last = joint?.to;
    if (!joint) continue;
    lower.unshift(...lower.splice(lower.indexOf(joint.from), 1));
    upper.push(...upper.splice(upper.indexOf(joint.to), 1));
  }
}
