/**
 * A quiz as it is taken, question by question: the same steps for somebody at a terminal, for answers given by flag and for
 * a replay.
 */
import { heldRoles } from '../catalog.ts';
import { expectArgument, expectObject } from '../arguments.ts';
import type { ExperienceQuestion, QuizBank, QuizQuestion } from '../model.ts';
import type { QuizAnswer, QuizRole } from './bank.ts';
import { createInstrument, givenAnswers } from './instrument.ts';
import { interestState, remaining } from './stop-rule.ts';

/** What a quiz needs of a ladder; a `Ladder` will do. */
export interface QuizLadder {
  readonly roles: readonly QuizRole[];
}

/** The next question, or the end. */
export type QuizStep =
  | {
      readonly done: false;
      readonly kind: 'experience';
      readonly question: ExperienceQuestion;
      /** Which question this is, from 1; skipped ones count. */
      readonly number: number;
      /** About how many questions there will be in all. */
      readonly about: number;
    }
  | {
      readonly done: false;
      readonly kind: 'interest';
      readonly question: QuizQuestion;
      readonly number: number;
      readonly about: number;
    }
  | { readonly done: true; readonly asked: number };

/** How many interest questions a quiz has when nothing is known yet; the mean over simulated people. */
const TYPICAL = 10;

/**
 * Finds what to ask after some answers. Experience comes first, in the bank's order; then interest, by what is undecided.
 *
 * @param bank the questions, as `bankOf` finds them
 * @param ladder the roles to choose from; a ladder will do
 * @param answers what was answered so far
 * @returns the next question, or that there is none
 * @throws PmrolesError `usage` where an answer is outside its question's range, and for an argument that is missing
 */
export function nextStep(bank: QuizBank, ladder: QuizLadder, answers: readonly QuizAnswer[]): QuizStep {
  expectQuiz(bank, ladder, answers);
  const answered = new Set(answers.map(({ question }) => question));
  const experience = bank.experience.filter(({ id }) => answered.has(id)).length;
  const open = bank.experience.find(({ id }) => !answered.has(id));
  if (open) {
    const about = bank.experience.length + Math.min(TYPICAL, bank.questions.length);
    return { done: false, kind: 'experience', question: open, number: experience + 1, about };
  }
  const instrument = createInstrument(bank, heldRoles(ladder));
  const asked = new Set(instrument.questions.flatMap(({ id }, number) => (answered.has(id) ? [number] : [])));
  const given = givenAnswers(instrument, answers);
  const { posterior, next } = interestState(instrument, given, asked);
  if (!next) return { done: true, asked: experience + asked.size };
  const question = instrument.questions[next.question]!;
  const number = experience + asked.size + 1;
  const about = number - 1 + remaining(instrument, given, asked.size, posterior, next);
  return { done: false, kind: 'interest', question, number, about };
}

/** Holds that what a program passes to the quiz is there. */
export function expectQuiz(bank: QuizBank, ladder: QuizLadder, answers: readonly QuizAnswer[]): void {
  expectObject(bank, 'the bank', 'what bankOf finds');
  expectObject(ladder, 'the ladder');
  expectArgument(Array.isArray(answers), answers, 'the list of answers', 'a list');
}
