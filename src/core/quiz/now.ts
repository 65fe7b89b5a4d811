/**
 * Which role fits now, as far as experience carries, and which to aim for.
 */
import type { Support } from './experience.ts';
import type { Instrument } from './instrument.ts';
import type { Posterior } from './posterior.ts';

/** The role that fits now, and the one rung above it. */
export interface Now {
  readonly role: string;
  /** The highest rank that experience supports; the role's own rank may be lower. */
  readonly supportedRank: number;
  /** How likely it is that somebody has reached that rank, 0 to 1. */
  readonly confidence: number;
  /** Where the role liked most lies higher: the one to grow into next, one rung above the supported rank, never more. */
  readonly next: string | null;
}

/** No role counts for less than this, so that experience still chooses where interest is sure that neither role fits. */
const FLOOR = 0.005;

/**
 * Chooses the role that fits now.
 *
 * Where the role that somebody would like most lies within what their experience supports, it is that role. Where it lies
 * higher, it is the role they would like best among those near the supported rank: interest times how likely experience makes
 * the role's rank, over the roles up to that rank. So interest alone never lifts anybody above what they have done.
 */
export function fitsNow(instrument: Instrument, posterior: Posterior, support: Support): Now {
  const { roles } = instrument;
  const top = best(roles.map((_, role) => posterior.roles[role]!));
  const scores = roles.map(({ rank }, role) => {
    if (rank > support.rank) return -1;
    const reached = support.probabilities[support.ranks.indexOf(rank)]!;
    return Math.max(FLOOR, posterior.roles[role]!) * reached;
  });
  const within = roles[top]!.rank <= support.rank;
  const above = support.ranks.find((rank) => rank > support.rank);
  const next = best(roles.map(({ rank }, index) => (rank === above ? posterior.roles[index]! : -1)));
  return {
    role: roles[within ? top : best(scores)]!.id,
    supportedRank: support.rank,
    confidence: support.ranks.reduce(
      (sum, rank, i) => (rank >= support.rank ? sum + support.probabilities[i]! : sum),
      0,
    ),
    next: within || above === undefined ? null : roles[next]!.id,
  };
}

/** The role number with the highest score; of equals the first, that is the lower rank, then the earlier id. */
export function best(scores: readonly number[]): number {
  return scores.reduce((top, score, role) => (score > scores[top]! ? role : top), 0);
}
