import { describe, expect, it } from 'vitest';
import { PmrolesError } from '../../../src/core/errors.ts';
import { answerProblems } from '../../../src/core/quiz/answers.ts';
import type { QuizAnswer } from '../../../src/core/quiz/bank.ts';
import { createInstrument } from '../../../src/core/quiz/instrument.ts';
import { quizResult, type QuizResult } from '../../../src/core/quiz/result.ts';
import { nextStep } from '../../../src/core/quiz/session.ts';
import { verdictOf } from '../../../src/core/quiz/verdict.ts';
import { integer, mulberry32 } from '../../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { takeQuiz } from '../../support/take-quiz.ts';

const bank = shippedBank();
const ladder = { roles: SHIPPED_ROLES };

/** Takes the whole quiz, as the command does. */
function take(answer: (id: string, number: number) => number | null): QuizAnswer[] {
  const answers: QuizAnswer[] = [];
  for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
    expect(step.number).toBe(answers.length + 1);
    expect(step.about).toBeGreaterThanOrEqual(step.number);
    answers.push({
      question: step.question.id,
      answer: step.kind === 'experience' ? 2 : answer(step.question.id, step.number),
    });
  }
  return answers;
}

const weight =
  (role: string) =>
  (id: string): number =>
    bank.questions.find((q) => q.id === id)!.weights[role]!;
const judge = (answers: readonly QuizAnswer[]): QuizResult => quizResult(bank, ladder, answers);

describe('quizResult', () => {
  it('says clearly what clear answers say', () => {
    const result = judge(take(weight('product-lead')));
    expect(result).toMatchObject({ clear: true, reason: 'clear', confidence: 'clear', skipped: 0 });
    expect(result.ranking[0]).toMatchObject({ role: 'product-lead', fit: 100 });
    expect(result.ranking).toHaveLength(8);
    expect(result.ranking.reduce((sum, { probability }) => sum + probability, result.noClearFit)).toBeCloseTo(1, 12);
    expect(result.for).toHaveLength(3);
    expect(result.change).not.toBeNull();
  });

  it('catches straight-lining, also with one answer a step off', () => {
    for (const usual of [1, 2, 3, 4, 5]) {
      expect(judge(take(() => usual)), String(usual)).toMatchObject({
        clear: false,
        reason: 'straight-lining',
        aim: [],
        now: null,
      });
      const off = usual === 5 ? 4 : usual + 1;
      expect(judge(take((_, number) => (number === 8 ? off : usual))).reason).toBe('straight-lining');
      const skipping = judge(take((_, number) => (number % 2 ? null : usual)));
      expect(skipping).toMatchObject({ clear: false, confidence: 'none' });
    }
  });

  it('finds no role in random answers, and favours none', () => {
    const rng = mulberry32(51);
    const instrument = createInstrument(bank, SHIPPED_ROLES);
    const told = SHIPPED_ROLES.map(() => 0);
    let none = 0;
    for (let person = 0; person < 1500; person += 1) {
      const { given, posterior } = takeQuiz(instrument, () => integer(rng, 1, 5));
      const verdict = verdictOf(instrument, given, posterior);
      if (verdict === 'no-clear-fit') none += 1;
      if (verdict === 'clear' || verdict === 'likely')
        told[posterior.roles.indexOf(Math.max(...posterior.roles))]! += 1;
    }
    expect(none / 1500).toBeGreaterThanOrEqual(0.65);
    expect(Math.max(...told) / 1500).toBeLessThanOrEqual(0.07);
  });

  it('calls a tie a tie', () => {
    const twins = bank.questions.map((question) => ({
      ...question,
      weights: { ...question.weights, cpo: question.weights['director-of-product']! },
    }));
    const answers = twins.map(({ id, weights }) => ({ question: id, answer: weights.cpo }));
    const result = quizResult({ ...bank, questions: twins }, ladder, answers);
    expect(result).toMatchObject({
      clear: false,
      reason: 'tie',
      confidence: 'tie',
      aim: ['director-of-product', 'cpo'],
    });
    expect(result.for).toEqual([]);
  });

  it('is the same for a replay, another order of answers and another order of the file', () => {
    const rng = mulberry32(52);
    for (let person = 0; person < 20; person += 1) {
      const answers = take(() => (rng() < 0.1 ? null : integer(rng, 1, 5)));
      const result = judge(answers);
      expect(judge(answers)).toEqual(result);
      expect(judge(answers.toReversed())).toEqual(result);
      const turned = { questions: bank.questions.toReversed(), experience: bank.experience };
      const other = { roles: SHIPPED_ROLES.toReversed() };
      expect(quizResult(turned, other, answers)).toEqual(result);
      for (let count = 0; count < answers.length; count += 1) {
        expect(nextStep(turned, other, answers.slice(0, count))).toEqual(
          nextStep(bank, ladder, answers.slice(0, count)),
        );
      }
    }
  });

  it('counts skipped questions and makes nothing of them', () => {
    const answers = take(weight('cpo'));
    const result = judge(answers);
    const open = bank.questions.find(({ id }) => !answers.some(({ question }) => question === id))!;
    const skipped = judge([...answers, { question: open.id, answer: null }]);
    expect(skipped).toEqual({ ...result, asked: result.asked + 1, skipped: 1 });
  });

  it('says nothing where nothing was answered', () => {
    expect(judge([])).toMatchObject({
      clear: false,
      reason: 'no-clear-fit',
      aim: [],
      for: [],
      against: [],
      change: null,
      asked: 0,
    });
    expect(judge(take(() => null))).toMatchObject({ reason: 'no-clear-fit', now: null });
  });

  it('works for two roles', () => {
    const roles = SHIPPED_ROLES.slice(1, 3);
    const answers = bank.questions.map(({ id }) => ({ question: id, answer: weight('product-owner')(id) }));
    const result = quizResult(bank, { roles }, answers);
    expect(result.ranking.map(({ role }) => role)).toEqual(['product-owner', 'product-manager']);
    expect(result.reason).toBe('clear');
  });

  it('refuses a ladder without roles and answers off the scale', () => {
    expect(() => quizResult(bank, { roles: [] }, [])).toThrow(PmrolesError);
    for (const answer of [0, 6, 2.5]) {
      expect(() => judge([{ question: bank.questions[0]!.id, answer }])).toThrow(PmrolesError);
    }
  });
});

describe('answerProblems', () => {
  it('finds what cannot be used', () => {
    const [first, second] = bank.questions;
    const scope = bank.experience[0]!;
    const problems = answerProblems(bank, [
      { question: first!.id, answer: 5 },
      { question: first!.id, answer: 5 },
      { question: second!.id, answer: 0 },
      { question: scope.id, answer: 0 },
      { question: 'nonsense', answer: 1 },
    ]);
    expect(problems.map(({ kind, question }) => [kind, question])).toEqual([
      ['twice', first!.id],
      ['out-of-range', second!.id],
      ['unknown-question', 'nonsense'],
    ]);
  });
});
