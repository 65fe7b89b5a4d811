/**
 * How the questions of the quiz are put, wherever they are asked.
 */
import { heldRoles } from '../core/catalog.ts';
import type { Ladder } from '../core/model.ts';
import { byRank } from '../core/order.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import type { QuizStep } from '../core/quiz/session.ts';

/** What is said before the first question. */
export const OPENING =
  'Short questions: first the role you have now, then what you would enjoy. A few minutes; skip what you like.';

export const ROLE_QUESTION = 'Which role do you have now?';
export const NONE_OF_THESE = 'None of these';

/** What is asked about each activity. */
export const INTEREST_QUESTION = 'How much would you enjoy this as a regular part of your work?';

/** The words on the scale of interest, from 1 to 5. */
export const INTEREST_SCALE: readonly string[] = [
  'Strongly dislike',
  'Dislike',
  'Neither like nor dislike',
  'Like',
  'Strongly like',
];

/** A question that can be asked, as opposed to the end. */
export type Asked = Exclude<QuizStep, { readonly done: true }>;

/** How far the quiz has come, out of what is usual; where it takes longer, that is said, and nothing runs backwards. */
export function progressWords(step: Asked): string {
  if (step.kind === 'role') return 'To begin with';
  const { number, about, most } = step;
  if (number === most) return `Question ${number}, the last one`;
  if (number > about) return `Question ${number}, a few more than usual`;
  return `Question ${number} of ${about < most ? 'about ' : ''}${about}`;
}

/** What can be chosen at a question, and the answer that each stands for. */
export function choicesOf(step: Asked, ladder: Ladder): readonly (readonly [text: string, answer: QuizAnswer])[] {
  if (step.kind === 'role') {
    const roles = [...heldRoles(ladder)].sort(byRank).map(({ title, id }) => [title, id] as const);
    return [...roles, [NONE_OF_THESE, 0] as const].map(([text, answer]) => [text, { question: PRESENT_ROLE, answer }]);
  }
  const { id: question } = step.question;
  if (step.kind === 'experience') return step.question.answers.map(({ text }, answer) => [text, { question, answer }]);
  return INTEREST_SCALE.map((text, index) => [text, { question, answer: index + 1 }]);
}
