/**
 * Whether answers that come from outside, such as a flag or a file, can be taken as they are.
 */
import type { QuizBank } from '../model.ts';
import type { QuizAnswer } from './bank.ts';

/** What is wrong with one answer. */
export interface AnswerProblem {
  readonly kind: 'unknown-question' | 'out-of-range' | 'twice';
  /** The question's id as given. */
  readonly question: string;
  readonly answer: number | null;
  /** The least and the greatest answer that the question takes; absent for an unknown question. */
  readonly range?: readonly [low: number, high: number];
}

/** Checks answers against a bank. */
export function answerProblems(bank: QuizBank, answers: readonly QuizAnswer[]): readonly AnswerProblem[] {
  const ranges = new Map<string, readonly [number, number]>([
    ...bank.questions.map(({ id }) => [id, [1, 5]] as const),
    ...bank.experience.map((question) => [question.id, [0, question.answers.length - 1]] as const),
  ]);
  const seen = new Set<string>();
  return answers.flatMap(({ question, answer }): AnswerProblem[] => {
    const range = ranges.get(question);
    if (!range) return [{ kind: 'unknown-question', question, answer }];
    if (seen.has(question)) return [{ kind: 'twice', question, answer, range }];
    seen.add(question);
    const fine = answer === null || (Number.isInteger(answer) && answer >= range[0] && answer <= range[1]);
    return fine ? [] : [{ kind: 'out-of-range', question, answer, range }];
  });
}
