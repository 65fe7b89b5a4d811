/**
 * A quiz as it is taken, question by question: the same steps for somebody at a terminal, for answers given by flag and for
 * a replay.
 */
import type { ExperienceQuestion, Ladder, QuizBank, QuizQuestion } from '../model.ts';
import { interestState } from './belief.ts';
import { expectQuiz, PRESENT_ROLE, type QuizAnswer } from './bank.ts';
import { countGiven, createInstrument, givenAnswers, SETTINGS } from './instrument.ts';

/** How far a quiz has come. The question about the present role is not counted. */
export interface Progress {
  /** Which question this is, from 1; skipped ones count. */
  readonly number: number;
  /** How many questions such a quiz usually has in all; the same to the end, also where there are more. */
  readonly about: number;
  /** How many there are at most. */
  readonly most: number;
}

/** The next question, or the end. */
export type QuizStep =
  | { readonly done: false; readonly kind: 'role' }
  | ({ readonly done: false; readonly kind: 'experience'; readonly question: ExperienceQuestion } & Progress)
  | ({ readonly done: false; readonly kind: 'interest'; readonly question: QuizQuestion } & Progress)
  | { readonly done: true; readonly asked: number };

/** How many interest questions a quiz usually has: people who are not of one piece need more than simulated ones. */
const TYPICAL = 12;

/**
 * Finds what to ask after some answers. The present role comes first. Who names one has said what fits now; everybody else is
 * asked about experience, in the bank's order. Then comes interest, by what is undecided.
 *
 * @param bank the questions, as `bankOf` finds them
 * @param ladder the roles to choose from
 * @param answers what was answered so far
 * @returns the next question, or that there is none
 * @throws PmrolesError `usage` where an answer is outside its question's range, and for an argument that is missing
 */
export function nextStep(bank: QuizBank, ladder: Ladder, answers: readonly QuizAnswer[]): QuizStep {
  expectQuiz(bank, ladder, answers);
  const answered = new Map(answers.map(({ question, answer }) => [question, answer]));
  const present = answered.get(PRESENT_ROLE);
  if (present === undefined) return { done: false, kind: 'role' };
  const experience = typeof present === 'string' ? [] : bank.experience;
  const before = experience.filter(({ id }) => answered.has(id)).length;
  const total = (interest: number): number => experience.length + Math.min(interest, bank.questions.length);
  const instrument = createInstrument(bank, ladder);
  const asked = new Set(instrument.questions.flatMap(({ id }, number) => (answered.has(id) ? [number] : [])));
  const given = givenAnswers(instrument, answers);
  const skipped = asked.size - countGiven(given);
  const progress = {
    number: before + asked.size + 1,
    about: total(TYPICAL),
    most: total(Math.min(SETTINGS.maxAsked, SETTINGS.maxAnswers + skipped)),
  };
  const open = experience.find(({ id }) => !answered.has(id));
  if (open) return { done: false, kind: 'experience', question: open, ...progress };
  const { next } = interestState(instrument, given, asked);
  if (!next) return { done: true, asked: before + asked.size };
  return { done: false, kind: 'interest', question: instrument.questions[next.question]!, ...progress };
}
