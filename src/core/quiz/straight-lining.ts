/**
 * Answers that are all the same, or nearly.
 */
import type { Given, Instrument } from './instrument.ts';

/**
 * Below this standard deviation, in steps of the scale, answers are taken to be the same one ticked again and again: one stray
 * step among six is .37. Of simulated people who answer by what they like, fewer than one in a thousand ends below it.
 */
const FLAT = 0.5;

/**
 * Whether somebody ticked the same answer down the page.
 *
 * A bank with fewer questions than the quiz normally asks can make honest answers flat, so there the answers only count as
 * flat where no role expects flat answers to the same questions.
 */
export function isStraightLining(instrument: Instrument, given: Given): boolean {
  const { minAnswers } = instrument.settings;
  const answered = given.flatMap((answer, question) => (answer > 0 ? [question] : []));
  if (answered.length < Math.min(Math.max(2, minAnswers), Math.max(2, instrument.questions.length))) return false;
  if (deviation(answered.map((question) => given[question]!)) >= FLAT) return false;
  if (answered.length >= minAnswers) return true;
  const profiles = instrument.roles.map((_, role) => answered.map((question) => instrument.weights[question]![role]!));
  return profiles.every((profile) => deviation(profile) >= FLAT);
}

/** The standard deviation of all of a list, not of a sample from more. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
