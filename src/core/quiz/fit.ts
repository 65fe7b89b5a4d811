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

/** How far each answer is from the expected one, by question number, and how far they could be all together. */
function distances({ weights }: Instrument, given: Given, role: number) {
  const known = given.map((answer, question) => (answer === 0 ? 0 : weights[question]![role]!));
  return {
    each: known.map((expected, question) => (expected ? Math.abs(given[question]! - expected) : 0)),
    farthest: known.reduce((sum, expected) => (expected ? sum + Math.max(expected - 1, 5 - expected) : sum), 0),
  };
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
    const { each, farthest } = distances(instrument, given, role);
    // Whole numbers, so that equal fits are equal to the last bit.
    return farthest === 0 ? UNKNOWN : 100 * (1 - each.reduce((sum, distance) => sum + distance, 0) / farthest);
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
  const lossesOf = (number: number): readonly number[] => {
    const { each, farthest } = distances(instrument, given, number);
    return each.map((distance) => (100 * distance) / Math.max(1, farthest));
  };
  const [own, other] = [lossesOf(role), lossesOf(over)];
  const contributions = given.flatMap((answer, question): Contribution[] => {
    if (answer === 0) return [];
    const weights = instrument.weights[question]!;
    const amount = other[question]! - own[question]!;
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
