/**
 * Where the ends of a ladder's progressions stand among its roles: numbers, for whoever walks all of them.
 */
import type { Ladder } from '../model.ts';

/** The places in `ladder.roles` of both ends of each progression, in the order of `ladder.progressions`. */
export interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const known = new WeakMap<Ladder, () => Ends>();

/** Looks the ends of all progressions up, once for a ladder. */
export function endsOf(ladder: Ladder): Ends {
  const ends = (known.get(ladder) ?? (() => findEnds(ladder)))();
  known.set(ladder, () => ends);
  return ends;
}

/**
 * Tells the ends of a ladder's progressions, so that nobody looks them up: of 100,000 roles that is most of the time that a
 * route takes to find. What assembles or opens a ladder has them at hand.
 */
export function tellEnds(ladder: Ladder, ends: () => Ends): void {
  known.set(ladder, ends);
}

function findEnds({ roles, progressions }: Ladder): Ends {
  const places = new Map(roles.map((role, place) => [role.id, place]));
  return {
    from: Int32Array.from(progressions, (edge) => places.get(edge.from)!),
    to: Int32Array.from(progressions, (edge) => places.get(edge.to)!),
  };
}
