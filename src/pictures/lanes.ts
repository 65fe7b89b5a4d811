/**
 * Lays a ladder out in lanes, as version control draws its history: a role a row, the most senior on top, and every move a line
 * in a lane of its own from the one role's row to the other's. Lines never share a lane, so each can be followed.
 */
import { BASES } from '../core/model.ts';
import type { PictureEdge } from './picture.ts';

/** A move between two rows. */
export interface Lane {
  readonly edge: PictureEdge;
  readonly column: number;
  /** False where the move leads from the upper role to the lower one. */
  readonly up: boolean;
}

/** A role's row. */
export interface LaneRow {
  readonly role: string;
  /** The column that the role stands in. */
  readonly column: number;
  /** The lanes that end at the role, from above. */
  readonly ending: readonly Lane[];
  /** The lanes that go by the role. */
  readonly passing: readonly Lane[];
  /** The lanes that begin at the role and go down. */
  readonly opening: readonly Lane[];
}

/** A ladder in lanes. */
export interface LaneLayout {
  /** Senior to junior. */
  readonly rows: readonly LaneRow[];
  /** How many columns there are. */
  readonly columns: number;
  /** The moves for which there was no lane, and those from a role to itself. */
  readonly unplaced: readonly PictureEdge[];
}

/** Gives every role a column and every move a lane. */
export function layOutLanes(roles: readonly string[], edges: readonly PictureEdge[], most: number): LaneLayout {
  const position = new Map(roles.map((id, index) => [id, index]));
  const below = new Map<string, { readonly edge: PictureEdge; readonly end: number; readonly up: boolean }[]>();
  const unplaced: PictureEdge[] = [];
  for (const edge of edges) {
    const from = position.get(edge.from)!;
    const to = position.get(edge.to)!;
    if (from === to) {
      unplaced.push(edge);
      continue;
    }
    const upper = roles[Math.min(from, to)]!;
    const entry = { edge, end: Math.max(from, to), up: to < from };
    const group = below.get(upper);
    if (group) group.push(entry);
    else below.set(upper, [entry]);
  }
  let active: Lane[] = [];
  let columns = 1;
  const rows = roles.map((role): LaneRow => {
    const ends = (lane: Lane): boolean => (lane.up ? lane.edge.from : lane.edge.to) === role;
    const ending = active.filter(ends);
    const passing = active.filter((lane) => !ends(lane));
    const taken = new Set(passing.map((lane) => lane.column));
    const column = Math.min(...ending.map((lane) => lane.column), Infinity);
    const own = column < Infinity ? column : freeColumn(taken, 0, most - 1);
    const opening: Lane[] = [];
    // Straight on goes what is best known and nearest, so that the main line of the ladder is the one that runs straight.
    for (const { edge, up } of (below.get(role) ?? []).sort(
      (a, b) => weight(a.edge, a.up) - weight(b.edge, b.up) || a.end - b.end,
    )) {
      const free = own === undefined ? undefined : freeColumn(taken, own, most - 1);
      if (free === undefined) unplaced.push(edge);
      else {
        taken.add(free);
        opening.push({ edge, column: free, up });
      }
    }
    active = [...passing, ...opening];
    // The last column is kept for roles to which no lane leads.
    const place = own ?? most - 1;
    columns = Math.max(columns, place + 1, ...active.map((lane) => lane.column + 1));
    return { role, column: place, ending, passing, opening };
  });
  return { rows, columns, unplaced };
}

/** The nearest column that is free, one to the right before one to the left; undefined where none below `most` is. */
function freeColumn(taken: ReadonlySet<number>, near: number, most: number): number | undefined {
  for (let column = near; column < most; column++) if (!taken.has(column)) return column;
  for (let column = near - 1; column >= 0; column--) if (!taken.has(column)) return column;
  return undefined;
}

function weight({ kind, basis }: PictureEdge, up: boolean): number {
  return (kind === 'promotion' ? 0 : 8) + (up ? 0 : 4) + BASES.indexOf(basis);
}
