/**
 * When to stop asking, and how long that will take.
 */
import { countGiven, type Given, type Instrument } from './instrument.ts';
import { bestQuestion, type Candidate, entropy } from './next-question.ts';
import { type Posterior, posteriorOf } from './posterior.ts';
import { isStraightLining } from './straight-lining.ts';

/** What is known of somebody's interest, and what to ask next unless that is enough. */
export interface InterestState {
  readonly posterior: Posterior;
  readonly next?: Candidate;
}

/**
 * Further answers that flat ones are given to prove themselves: for some roles the first questions all expect the same
 * answer, and somebody who gave it honestly will soon meet one that does not.
 */
const FLAT_EXTRA = 3;

/** What is still undecided when a quiz typically stops, in bits. */
const LEFT_OVER = 0.3;

/**
 * What a question brings on average from here to the end, in bits: a part of what the best one promises, which falls as the
 * quiz goes on, and a part that does not. Fitted to simulated people, for whom it is right on average and off by about three
 * questions at the start, two in the middle and one near the end.
 */
const SHARE_KEPT = 0.5;
const STEADY_GAIN = 0.15;

/** Finds the state of the interest part of a quiz. */
export function interestState(instrument: Instrument, given: Given, asked: ReadonlySet<number>): InterestState {
  const posterior = posteriorOf(instrument, given);
  const open = instrument.questions.map((_, question) => question).filter((question) => !asked.has(question));
  const next = bestQuestion(instrument, posterior, open);
  return !next || isDone(instrument, given, asked.size, posterior, next) ? { posterior } : { posterior, next };
}

function isDone(instrument: Instrument, given: Given, asked: number, posterior: Posterior, next: Candidate): boolean {
  const { minAnswers, maxAnswers, maxAsked, minGain, stopProbability } = instrument.settings;
  const answers = countGiven(given);
  if (answers >= maxAnswers || asked >= maxAsked) return true;
  if (answers < minAnswers) return false;
  if (answers < minAnswers + FLAT_EXTRA && isStraightLining(instrument, given)) return false;
  return Math.max(posterior.none, ...posterior.roles) >= stopProbability || next.gain < minGain;
}

/**
 * Estimates how many interest questions are still to come, the next one included: what is undecided beyond the usual end,
 * divided by what a question brings. For a progress line; no promise.
 */
export function remaining(
  instrument: Instrument,
  given: Given,
  asked: number,
  posterior: Posterior,
  next: Candidate,
): number {
  const { minAnswers, maxAnswers, maxAsked } = instrument.settings;
  const answers = countGiven(given);
  const undecided = Math.max(0, entropy([...posterior.roles, posterior.none]) - LEFT_OVER);
  const estimate = Math.max(1, minAnswers - answers, Math.ceil(undecided / (STEADY_GAIN + SHARE_KEPT * next.gain)));
  return Math.min(estimate, maxAnswers - answers, maxAsked - asked, instrument.questions.length - asked);
}
