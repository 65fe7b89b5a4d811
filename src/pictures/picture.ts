/**
 * What a picture of a ladder shows: roles and the moves between them, free of any layout or format.
 */
import { type Catalog, countMoves, heldRoles } from '../core/catalog.ts';
import { BASES, type Basis, type Cite, type ProgressionKind, type Role, type Track } from '../core/model.ts';
import type { Move } from '../core/routes/routes.ts';

/** A move as it is drawn: all progressions between two roles that are of one kind. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: ProgressionKind;
  /** How the move is known, the best known first; never empty. */
  readonly bases: readonly Basis[];
  /** The best of them, which the line shows. On a ladder without sources, of which none can be stated, `stated` for all. */
  readonly basis: Basis;
  readonly cites: readonly Cite[];
  /** Whether the move is part of the route that is set off. */
  readonly highlighted: boolean;
}

/** Roles and moves to draw. */
export interface Picture {
  readonly title: string;
  /** The ladder's tracks, in its order. */
  readonly tracks: readonly Track[];
  /** Junior to senior, those without a move among them. */
  readonly roles: readonly Role[];
  /** In the order of the roles that they lead from, then of those that they lead to. */
  readonly edges: readonly PictureEdge[];
  /** The ids of the roles that are set off. */
  readonly highlighted: ReadonlySet<string>;
  /** How much of the ladder is not in the picture. */
  readonly leftOut: { readonly roles: number; readonly moves: number };
}

/** What to draw of a ladder. */
export interface PictureQuery {
  /** Ids of tracks, one of which every role is on; any when empty. */
  readonly tracks: readonly string[];
  /** The id of a role to set off. */
  readonly role?: string;
  /** A route to set off: its roles, in order, and its moves. */
  readonly route?: { readonly roles: readonly string[]; readonly moves: readonly Move[] };
  /** True to draw all of a large ladder, and not only what is near the roles that are set off. */
  readonly whole: boolean;
}

/** Of a ladder with more roles than this only what is near is drawn, where there is something to be near to. */
const LARGE_LADDER = 30;

/** How many moves away "near" is, in either direction. */
const NEAR = 1;

/** Chooses what a picture shows. */
export function pictureOf(catalog: Catalog, query: PictureQuery): Picture {
  const { ladder } = catalog;
  const highlighted = new Set([...(query.role === undefined ? [] : [query.role]), ...(query.route?.roles ?? [])]);
  const held = heldRoles(ladder);
  const onTrack = held.filter(
    (role) => query.tracks.length === 0 || (role.track !== undefined && query.tracks.includes(role.track)),
  );
  const isLarge = highlighted.size > 0 && !query.whole && held.length > LARGE_LADDER;
  const near = isLarge ? nearTo(catalog, highlighted) : undefined;
  // What was named is shown, whatever track it is on.
  const shown = new Set(onTrack.filter((role) => near?.has(role.id) ?? true).map((role) => role.id));
  for (const id of highlighted) shown.add(id);
  const moves = new Set((query.route?.moves ?? []).map(({ from, to }) => JSON.stringify([from, to])));
  const all = edgesOf(catalog, moves);
  const edges = all.filter((edge) => shown.has(edge.from) && shown.has(edge.to));
  const roles = held.filter((role) => shown.has(role.id));
  return {
    title: ladder.title,
    tracks: ladder.tracks,
    roles,
    edges,
    highlighted,
    leftOut: { roles: held.length - roles.length, moves: countMoves(all) - countMoves(edges) },
  };
}

function nearTo(catalog: Catalog, centre: ReadonlySet<string>): ReadonlySet<string> {
  const near = new Set(centre);
  let edge = [...centre];
  for (let distance = 0; distance < NEAR; distance++) {
    const beyond: string[] = [];
    for (const id of edge) {
      for (const { to } of catalog.next.get(id) ?? []) beyond.push(to);
      for (const { from } of catalog.previous.get(id) ?? []) beyond.push(from);
    }
    edge = beyond.filter((id) => !near.has(id));
    for (const id of edge) near.add(id);
  }
  return near;
}

/** The moves of a ladder: progressions between the same roles and of the same kind are one. */
function edgesOf(catalog: Catalog, moves: ReadonlySet<string>): PictureEdge[] {
  return catalog.ladder.roles.flatMap((role) => {
    const groups = new Map<string, PictureEdge>();
    for (const { from, to, kind, basis, cites } of catalog.next.get(role.id) ?? []) {
      const key = JSON.stringify([to, kind]);
      const known = groups.get(key);
      const bases = BASES.filter((entry) => entry === basis || known?.bases.includes(entry));
      groups.set(key, {
        from,
        to,
        kind,
        bases,
        basis: catalog.ladder.sources.length === 0 ? 'stated' : bases[0]!,
        cites: [...new Set([...(known?.cites ?? []), ...cites])],
        highlighted: moves.has(JSON.stringify([from, to])),
      });
    }
    return [...groups.values()];
  });
}

/** The roles of a picture that no move leads to or from. */
export function isolatedRoles({ roles, edges }: Picture): Role[] {
  const moved = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return roles.filter((role) => !moved.has(role.id));
}

/**
 * What sets a move apart from one of a kind that a source states, a promotion when none is given: its kind, how it is known, or
 * both; empty for such a one.
 */
export function edgeNote({ kind, basis }: PictureEdge, usual: ProgressionKind = 'promotion'): string {
  return [...(kind === usual ? [] : [kind.replace('-', ' ')]), ...(basis === 'stated' ? [] : [basis])].join(', ');
}
