/**
 * A bank made ready for arithmetic: roles and questions numbered in a fixed order, likelihoods looked up by number.
 *
 * The order is that of rank and id for roles and of id for questions, never that of the file; this alone makes every
 * later sum, and so every result, independent of how the file is arranged.
 */
import { byCodeUnit } from '../order.ts';
import { PmrolesError } from '../errors.ts';
import type { QuizBank, QuizQuestion } from '../model.ts';
import type { QuizAnswer, QuizRole } from './bank.ts';
import { answerLikelihoods, SCALE } from './likelihood.ts';
import { SETTINGS, type QuizSettings } from './settings.ts';

/** A bank and the roles it tells apart, numbered. */
export interface Instrument {
  /** By rank, then by id. */
  readonly roles: readonly QuizRole[];
  /** By id. */
  readonly questions: readonly QuizQuestion[];
  readonly settings: QuizSettings;
  /** `weights[q][r]`: the expected answer, 0 where it is not known. */
  readonly weights: readonly Uint8Array[];
  /** `likelihood[weight][style][answer]`, each 0 to 1. */
  readonly likelihood: readonly (readonly (readonly number[])[])[];
  /** The natural logarithms of `likelihood`. */
  readonly logLikelihood: readonly (readonly (readonly number[])[])[];
}

/** The interest answers by question number: 1 to 5, or 0 where there is none. */
export type Given = readonly number[];

/** Numbers a bank for the roles of a ladder. */
export function createInstrument(
  bank: QuizBank,
  roles: readonly QuizRole[],
  settings: QuizSettings = SETTINGS,
): Instrument {
  const ordered = [...roles].sort((a, b) => a.rank - b.rank || byCodeUnit(a.id, b.id));
  const questions = [...bank.questions].sort((a, b) => byCodeUnit(a.id, b.id));
  const likelihood = answerLikelihoods(settings);
  return {
    roles: ordered,
    questions,
    settings,
    weights: questions.map(({ weights }) => Uint8Array.from(ordered, ({ id }) => weights[id] ?? 0)),
    likelihood,
    logLikelihood: likelihood.map((styles) => styles.map((answers) => answers.map(Math.log))),
  };
}

/**
 * Sorts answers to interest questions into the instrument's order.
 *
 * @throws PmrolesError `usage` where an answer is not a whole number from 1 to 5
 */
export function givenAnswers(instrument: Instrument, answers: readonly QuizAnswer[]): Given {
  const byQuestion = new Map(answers.map(({ question, answer }) => [question, answer]));
  return instrument.questions.map(({ id }) => {
    const answer = byQuestion.get(id) ?? null;
    if (answer === null) return 0;
    if (!SCALE.includes(answer)) throw new PmrolesError('usage', `"${id}" takes an answer from 1 to 5, not ${answer}`);
    return answer;
  });
}

/** How many questions have an answer. */
export function countGiven(given: Given): number {
  return given.reduce((count, answer) => count + (answer > 0 ? 1 : 0), 0);
}
