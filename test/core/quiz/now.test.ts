import { describe, expect, it } from 'vitest';
import { PmrolesError } from '../../../src/core/errors.ts';
import { quizResult } from '../../../src/core/quiz/result.ts';
import type { QuizAnswer } from '../../../src/core/quiz/bank.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';

const bank = shippedBank();
const ladder = { roles: SHIPPED_ROLES };
const likes = (role: string): QuizAnswer[] =>
  bank.questions.map(({ id, weights }) => ({ question: id, answer: weights[role]! }));
const done = (...answers: (number | null)[]): QuizAnswer[] =>
  bank.experience.map(({ id }, index) => ({ question: id, answer: answers[index] ?? null }));
const result = (role: string, ...experience: (number | null)[]): ReturnType<typeof quizResult> =>
  quizResult(bank, ladder, [...done(...experience), ...likes(role)]);

describe('what fits now', () => {
  it('never lifts a beginner who loves strategy above what they have done', () => {
    for (const role of ['cpo', 'director-of-product', 'head-of-product']) {
      const { now, aim } = result(role, 0, 0, 0, 0, 0);
      expect(now).toMatchObject({ role: 'junior-pm', supportedRank: 1, next: 'product-manager' });
      expect(aim[0]).toBe(role);
    }
  });

  it('is the role liked most where experience supports it, with no next', () => {
    expect(result('cpo', 4, 4, 4, 4, 4).now).toMatchObject({ role: 'cpo', next: null });
    expect(result('product-owner', 4, 4, 4, 4, 4).now).toMatchObject({ role: 'product-owner', next: null });
  });

  it('marks at most the next rung', () => {
    for (let step = 0; step <= 4; step += 1) {
      const { now } = result('cpo', step, step, step, step, step);
      const rank = (id: string): number => SHIPPED_ROLES.find((role) => role.id === id)!.rank;
      expect(rank(now!.role)).toBeLessThanOrEqual(now!.supportedRank);
      if (now!.next !== null) expect(rank(now!.next)).toBe(now!.supportedRank + 1);
    }
  });

  it('does not let one boast outweigh four modest answers', () => {
    const { now } = result('cpo', 1, 0, 0, 1, 4);
    expect(now!.supportedRank).toBeLessThanOrEqual(2);
  });

  it('is unknown where nothing was said of experience, and aims all the same', () => {
    expect(result('senior-pm')).toMatchObject({ now: null, reason: 'clear' });
    expect(result('senior-pm').aim[0]).toBe('senior-pm');
  });

  it('refuses an answer that the question does not have', () => {
    expect(() => result('cpo', 5)).toThrow(PmrolesError);
  });

  it('needs no experience on a ladder of one rank', () => {
    const flat = { roles: SHIPPED_ROLES.map((role) => ({ ...role, rank: 1 })) };
    expect(quizResult(bank, flat, likes('cpo')).now).toMatchObject({ role: 'cpo', next: null });
  });
});
