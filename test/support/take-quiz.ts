/**
 * Takes a quiz on somebody's behalf, with the engine that the program uses.
 */
import type { Ladder, QuizBank } from '../../src/core/model.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../../src/core/quiz/bank.ts';
import { type Belief, interestState } from '../../src/core/quiz/belief.ts';
import type { Given, Instrument } from '../../src/core/quiz/instrument.ts';
import { nextStep } from '../../src/core/quiz/session.ts';
import { type Rng, integer } from './rng.ts';

/** The interest part of a quiz, taken to its end. */
export interface Taken {
  readonly given: Given;
  readonly belief: Belief;
  /** Questions put. */
  readonly asked: number;
}

/**
 * Asks about interest until the engine has enough.
 *
 * @param answer what somebody answers to a question, by its id; 0 skips it
 */
export function takeInterest(instrument: Instrument, answer: (question: string) => number): Taken {
  const given = instrument.questions.map(() => 0);
  const asked = new Set<number>();
  for (;;) {
    const { belief, next } = interestState(instrument, given, asked);
    if (!next) return { given, belief, asked: asked.size };
    asked.add(next.question);
    given[next.question] = answer(instrument.questions[next.question]!.id);
  }
}

/** What somebody answers to each kind of question; null skips it. */
export interface Answering {
  readonly role?: string | 0 | null;
  /** From 0; skipped when absent. */
  readonly experience?: (id: string) => number | null;
  readonly interest: (id: string, number: number) => number | null;
}

/** Takes a whole quiz, as the command does. */
export function takeQuiz(
  bank: QuizBank,
  ladder: Ladder,
  { role = null, experience, interest }: Answering,
): QuizAnswer[] {
  const answers: QuizAnswer[] = [];
  for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
    if (step.kind === 'role') answers.push({ question: PRESENT_ROLE, answer: role });
    else {
      const { id } = step.question;
      const answer = step.kind === 'interest' ? interest(id, answers.length) : (experience?.(id) ?? null);
      answers.push({ question: id, answer });
    }
  }
  return answers;
}

/** Answers at random, half of them left out, at least one given. */
export function randomSheet(instrument: Instrument, rng: Rng): number[] {
  const sure = integer(rng, 0, instrument.questions.length - 1);
  return instrument.questions.map((_, question) => (question === sure || rng() < 0.5 ? integer(rng, 1, 5) : 0));
}
