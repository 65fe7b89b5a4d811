/**
 * The fit score: how near somebody's answers come to what a role suggests.
 *
 * It is kept apart from the probability on purpose. A probability may fall although an answer moved towards the role,
 * because the move can speak even more for another role; a score that people read as "how well does this suit me" must not.
 */
import type { Given, Instrument } from './instrument.ts';

/** The score where nothing is known of a role: neither near nor far. */
const UNKNOWN = 50;

/**
 * Scores every role.
 *
 * 100 × (1 − Σ|answer − expected| / Σ farthest), where the sums run over the questions that have an answer and whose expected
 * answer is known, and `farthest` is the largest distance the scale allows from the expected answer. Moving one answer
 * towards a role's expected one lowers exactly one term of that role's numerator, and nothing else in its score, so the score
 * cannot fall (city-block distance, as in Gower 1971, over the range that each question leaves).
 */
export function fitScores(instrument: Instrument, given: Given): readonly number[] {
  return instrument.roles.map((_, role) => {
    let distance = 0;
    let farthest = 0;
    given.forEach((answer, question) => {
      const expected = instrument.weights[question]![role]!;
      if (answer === 0 || expected === 0) return;
      distance += Math.abs(answer - expected);
      farthest += Math.max(expected - 1, 5 - expected);
    });
    return farthest === 0 ? UNKNOWN : 100 * (1 - distance / farthest);
  });
}
