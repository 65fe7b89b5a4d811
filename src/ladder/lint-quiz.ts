/**
 * What is doubtful about a quiz: answers in the wrong order, roles that it can never name.
 */
import type { Findings } from './diagnostics.ts';
import { type Draft, within } from './draft.ts';

/** Tells of a quiz that cannot find what it asks for. Only for a ladder without errors. */
export function lintQuiz({ quiz, roles }: Draft, findings: Findings): void {
  if (!quiz) return;
  const { questions = [], experience = [] } = quiz.value;
  experience.forEach(({ id, answers }, question) => {
    const middles = answers.map(({ ranks }) => (ranks ? ranks[0]! + ranks[1]! : 0));
    const index = middles.findIndex((middle, answer) => answer > 0 && middle < middles[answer - 1]!);
    if (index < 0) return;
    const placeOf = (answer: number) => within(quiz.at, 'experience', question, 'answers', answer, 'ranks');
    const message = `the answer is typical of lower ranks than the one before it in "${id}"`;
    const hint = 'order the answers from the least experience to the most';
    findings.add('experience-falls', placeOf(index), message, { hint, other: placeOf(index - 1) });
  });
  const weighed = new Set(questions.flatMap(({ weights }) => Object.keys(weights)));
  for (const { value: role, at } of questions.length === 0 ? [] : roles) {
    if (role.abstract === true || weighed.has(role.id)) continue;
    const message = `no question of the quiz has a weight for the role "${role.id}", so the quiz never names it`;
    const hint = 'add the role to the weights of the questions';
    findings.add('role-unweighed', within(at, 'id'), message, { hint, other: within(quiz.at, 'questions') });
  }
}
