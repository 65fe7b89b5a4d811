/**
 * How much the answers allow to be said, in words.
 */
import { countGiven, type Given, type Instrument } from './instrument.ts';
import type { Posterior } from './posterior.ts';
import { isStraightLining } from './straight-lining.ts';

/** Why a result is, or is not, clear. */
export type Verdict = 'clear' | 'likely' | 'leaning' | 'tie' | 'no-clear-fit' | 'straight-lining';

/** The word for how sure the first choice is; `none` where there is no first choice. */
export type Confidence = 'clear' | 'likely' | 'leaning' | 'tie' | 'none';

/** From here on a first choice is called clear. */
const CLEAR = 0.85;

/** From here on a first choice is called likely; below, the answers lean towards it or there is a tie. */
const LIKELY = 0.6;

/** A second choice that is less than so many times less likely than the first is as good as it. */
const TIE = 2;

/** Judges the answers to the interest questions. */
export function verdictOf(instrument: Instrument, given: Given, posterior: Posterior): Verdict {
  if (isStraightLining(instrument, given)) return 'straight-lining';
  const needed = Math.min(instrument.settings.minAnswers, instrument.questions.length);
  const top = Math.max(...posterior.roles);
  if (countGiven(given) < Math.max(1, needed) || posterior.none >= top) return 'no-clear-fit';
  if (top >= LIKELY) return top >= CLEAR ? 'clear' : 'likely';
  const second = [...posterior.roles].sort((a, b) => b - a)[1] ?? 0;
  return second * TIE >= top ? 'tie' : 'leaning';
}

/** The word that goes with a verdict. */
export function confidenceOf(verdict: Verdict): Confidence {
  return verdict === 'no-clear-fit' || verdict === 'straight-lining' ? 'none' : verdict;
}
