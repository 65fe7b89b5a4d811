/**
 * Which roles somebody's answers cover.
 */
import { type Catalog, heldRoles } from '../catalog.ts';
import type { Profile } from './profile.ts';
import { type RoleStanding, standingFor } from './standing.ts';

/** Where fewer of a role's expectations are answered, the rest could turn everything around. */
const LEAST_ANSWERED = 0.3;

/** One answer or two say little, unless they are all that there is to answer. */
const FEWEST = 3;

/** A role and its place; roles that nothing sets apart share one. */
export interface Fit extends RoleStanding {
  /** From 1. */
  readonly place: number;
}

/** All roles that somebody holds. */
export interface Fits {
  readonly ranked: readonly Fit[];
  /** Roles of which too little is answered to rank them, in the ladder's order. */
  readonly tooLittle: readonly RoleStanding[];
}

/**
 * Ranks roles by how much of what was answered they cover, then by how few essential skills are missing. What was not answered
 * counts neither for nor against a role.
 *
 * @param catalog the ladder
 * @param profile a profile of it
 * @returns the roles; those that nothing sets apart share a place, in the ladder's order
 */
export function fitsOf(catalog: Catalog, profile: Profile): Fits {
  const standings = heldRoles(catalog.ladder).map((role) => standingFor(catalog, profile, role));
  const isKnown = ({ answered, items, counts }: RoleStanding): boolean => {
    const applying = items.length - counts['not-applicable'];
    return answered > 0 && answered >= Math.max(LEAST_ANSWERED * applying, Math.min(FEWEST, applying));
  };
  const sorted = standings.filter(isKnown).sort(byCover);
  let place = 0;
  const ranked = sorted.map((standing, index): Fit => {
    if (index === 0 || byCover(sorted[index - 1]!, standing) !== 0) place = index + 1;
    return { ...standing, place };
  });
  return { ranked, tooLittle: standings.filter((standing) => !isKnown(standing)) };
}

function byCover(a: RoleStanding, b: RoleStanding): number {
  // In whole numbers: two thirds are two thirds of any number.
  return b.counts.has * a.answered - a.counts.has * b.answered || a.essentialMissing - b.essentialMissing;
}
