/**
 * Where the roles of a picture stand: rank is the height, track is the column. Nothing is measured here, so that characters,
 * SVG and the page draw the same grid.
 */
import { groupBy } from '../core/group-by.ts';
import type { Picture, PictureEdge } from './picture.ts';

/** The roles of one track, or those that are on none. */
export interface GridColumn {
  readonly track: string | undefined;
  /** How many roles stand side by side where most do. */
  readonly slots: number;
  /** The first and the last row in which a role of the track stands. */
  readonly top: number;
  readonly bottom: number;
}

/** Where one role stands; all of it is counted from 0, rows from the top, columns and slots from the left. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly slot: number;
}

/** Ranks by tracks. */
export interface Grid {
  /** The ranks that occur, the most senior on top. */
  readonly ranks: readonly number[];
  /** In the ladder's order of tracks, roles that are on none last. */
  readonly columns: readonly GridColumn[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Gives every role of a picture a row, a column and a slot in it. */
export function gridOf({ roles, edges, tracks }: Picture): Grid {
  const ranks = [...new Set(roles.map(({ rank }) => rank))].sort((a, b) => b - a);
  const rowOf = new Map(ranks.map((rank, row) => [rank, row]));
  const groups = groupBy(roles, ({ track }) => track);
  const arriving = groupBy(edges, ({ to }) => to);
  const named = [...tracks.map(({ id }) => id), undefined];
  const shown = named.filter((track) => groups.has(track));
  const places = new Map<string, Place>();
  const columns = shown.map((track, column): GridColumn => {
    const members = groups.get(track)!;
    const rows = groupBy(members, ({ rank }) => rowOf.get(rank)!);
    const slots = Math.max(...Array.from(rows.values(), ({ length }) => length));
    // From below, so that a promotion goes straight up where its slot is free.
    for (const [row, side] of [...rows].sort(([a], [b]) => b - a)) {
      const free = new Set(Array.from({ length: slots }, (_, slot) => slot));
      const wishes = side.map((role) => ({ role, wish: slotBelow(arriving.get(role.id) ?? [], places, column) }));
      for (const { role, wish } of wishes.sort((a, b) => Number(a.wish === undefined) - Number(b.wish === undefined))) {
        const slot = nearest(free, wish ?? 0);
        free.delete(slot);
        places.set(role.id, { row, column, slot });
      }
    }
    const [top, bottom] = [Math.min(...rows.keys()), Math.max(...rows.keys())];
    return { track, slots, top, bottom };
  });
  return { ranks, columns, places };
}

/** The slot of the role from which a role of the same column is promoted. */
function slotBelow(
  arriving: readonly PictureEdge[],
  places: ReadonlyMap<string, Place>,
  column: number,
): number | undefined {
  return arriving.map(({ from }) => places.get(from)).find((place) => place?.column === column)?.slot;
}

function nearest(slots: ReadonlySet<number>, wish: number): number {
  return [...slots].reduce((best, slot) => (Math.abs(slot - wish) < Math.abs(best - wish) ? slot : best));
}

/** Which way a line looks: how its move is known, or that it steps back. */
export type LinkStyle = 'stated' | 'implied' | 'editorial' | 'step-back';

/** One line of a picture: all moves from one role to another; of two roles of one rank, both ways where both are known alike. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly PictureEdge[];
  readonly both: boolean;
  readonly style: LinkStyle;
  readonly highlighted: boolean;
}

/** The lines to draw; a move from a role to itself is none. */
export function linksOf({ roles, edges }: Picture): Link[] {
  const ranks = new Map(roles.map(({ id, rank }) => [id, rank]));
  const pairs = groupBy(
    edges.filter(({ from, to }) => from !== to),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  const links: Link[] = [];
  const drawn = new Set<string>();
  for (const [key, there] of pairs) {
    if (drawn.has(key)) continue;
    const { from, to } = there[0]!;
    const back = JSON.stringify([to, from]);
    const style = styleOf(there);
    const against = pairs.get(back);
    const both = ranks.get(from) === ranks.get(to) && against !== undefined && styleOf(against) === style;
    if (both) drawn.add(back);
    const all = both ? [...there, ...against] : there;
    links.push({ from, to, edges: all, both, style, highlighted: all.some(({ highlighted }) => highlighted) });
  }
  return links;
}

/** What is best known of some moves; they step back only where all do. */
function styleOf(edges: readonly PictureEdge[]): LinkStyle {
  if (edges.every(({ kind }) => kind === 'step-back')) return 'step-back';
  return (['stated', 'implied'] as const).find((basis) => edges.some((edge) => edge.basis === basis)) ?? 'editorial';
}
