/**
 * The fit: how near somebody's answers come to what a role suggests, and which answers set two roles apart.
 *
 * It is one number for each role, and what the roles are ordered by. It is kept apart from the probability on purpose: a
 * probability may fall although an answer moved towards the role, because the move can speak even more for another role; a
 * number that people read as "how well does this suit me" must not.
 */
import type { Given, Instrument } from './instrument.ts';

/** The fit where nothing is known of a role: neither near nor far. */
const UNKNOWN = 50;

/** By question number, how many points each answer takes from 100. */
function losses({ weights }: Instrument, given: Given, role: number): readonly number[] | undefined {
  const known = given.map((answer, question) => (answer === 0 ? 0 : weights[question]![role]!));
  const farthest = known.reduce((sum, expected) => (expected ? sum + Math.max(expected - 1, 5 - expected) : sum), 0);
  if (farthest === 0) return undefined;
  return known.map((expected, question) => (expected ? (100 * Math.abs(given[question]! - expected)) / farthest : 0));
}

/**
 * Scores every role, 0 to 100.
 *
 * 100 × (1 − Σ|answer − expected| / Σ farthest), where the sums run over the questions that have an answer and whose expected
 * answer is known, and `farthest` is the largest distance the scale allows from the expected answer. Moving one answer
 * towards a role's expected one lowers exactly one term of that role's numerator, and nothing else in its fit, so the fit
 * cannot fall (city-block distance, as in Gower 1971, over the range that each question leaves).
 */
export function fitScores(instrument: Instrument, given: Given): readonly number[] {
  return instrument.roles.map((_, role) => {
    const lost = losses(instrument, given, role);
    return lost ? 100 - lost.reduce((sum, loss) => sum + loss, 0) : UNKNOWN;
  });
}

/** What one answer adds to the lead of one role over another. */
export interface Contribution {
  /** The question's id. */
  readonly question: string;
  /** The answer, 1 to 5. */
  readonly answer: number;
  /** The answers expected of the two roles, 1 to 5; 0 where not known. */
  readonly expected: { readonly role: number; readonly over: number };
  /** Points of the fit: positive speaks for the role, negative for the other one. */
  readonly amount: number;
}

/** The lead of one role over another, taken apart. */
export interface Explanation {
  readonly role: string;
  readonly over: string;
  /** How many points the fit of `role` is above that of `over`. */
  readonly lead: number;
  /** By amount, the largest first; they add up to `lead`. */
  readonly contributions: readonly Contribution[];
}

/** Takes the difference of two fits apart, by answer. */
export function explain(instrument: Instrument, given: Given, role: number, over: number): Explanation {
  const [own, other] = [losses(instrument, given, role) ?? [], losses(instrument, given, over) ?? []];
  const contributions = given.flatMap((answer, question): Contribution[] => {
    if (answer === 0) return [];
    const weights = instrument.weights[question]!;
    const amount = (other[question] ?? 0) - (own[question] ?? 0);
    const expected = { role: weights[role]!, over: weights[over]! };
    return [{ question: instrument.questions[question]!.id, answer, expected, amount }];
  });
  return {
    role: instrument.roles[role]!.id,
    over: instrument.roles[over]!.id,
    lead: contributions.reduce((sum, { amount }) => sum + amount, 0),
    contributions: contributions.sort((a, b) => b.amount - a.amount),
  };
}
