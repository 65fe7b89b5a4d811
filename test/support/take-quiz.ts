/**
 * Takes the interest part of a quiz on somebody's behalf, with the engine that the program uses.
 */
import { countGiven, type Given, type Instrument } from '../../src/core/quiz/instrument.ts';
import type { Posterior } from '../../src/core/quiz/posterior.ts';
import { interestState } from '../../src/core/quiz/stop-rule.ts';
import { type Rng, integer } from './rng.ts';

/** A quiz taken to its end. */
export interface Taken {
  readonly given: Given;
  readonly posterior: Posterior;
  /** Questions put. */
  readonly asked: number;
  /** Questions answered. */
  readonly answered: number;
}

/**
 * Asks until the engine has enough.
 *
 * @param answer what somebody answers to a question, by its id; 0 skips it
 */
export function takeQuiz(instrument: Instrument, answer: (question: string) => number): Taken {
  const given = instrument.questions.map(() => 0);
  const asked = new Set<number>();
  for (;;) {
    const { posterior, next } = interestState(instrument, given, asked);
    if (!next) return { given, posterior, asked: asked.size, answered: countGiven(given) };
    asked.add(next.question);
    given[next.question] = answer(instrument.questions[next.question]!.id);
  }
}

/** Answers at random, half of them left out, at least one given. */
export function randomSheet(instrument: Instrument, rng: Rng): number[] {
  const sure = integer(rng, 0, instrument.questions.length - 1);
  return instrument.questions.map((_, question) => (question === sure || rng() < 0.5 ? integer(rng, 1, 5) : 0));
}
