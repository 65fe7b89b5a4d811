import { describe, expect, it } from 'vitest';
import { PmrolesError } from '../../../src/core/errors.ts';
import type { Ladder, QuizBank, Role } from '../../../src/core/model.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../../../src/core/quiz/bank.ts';
import { quizResult, type QuizResult } from '../../../src/core/quiz/result.ts';
import { nextStep } from '../../../src/core/quiz/session.ts';
import { integer, mulberry32, pick, type Rng, shuffled } from '../../support/rng.ts';
import { SHIPPED_LADDER, SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { type Answering, takeQuiz } from '../../support/take-quiz.ts';

const bank = shippedBank();
const take = (answering: Answering): QuizAnswer[] => takeQuiz(bank, SHIPPED_LADDER, answering);
const judge = (answers: readonly QuizAnswer[]): QuizResult => quizResult(bank, SHIPPED_LADDER, answers);
const liking =
  (role: string) =>
  (id: string): number =>
    bank.questions.find((q) => q.id === id)!.weights[role]!;
/** Somebody who answers at random and skips now and then. */
const anybody = (rng: Rng): Answering => ({
  role: pick(rng, [null, 0, ...SHIPPED_ROLES.map(({ id }) => id)]),
  experience: () => (rng() < 0.2 ? null : integer(rng, 0, 2)),
  interest: () => (rng() < 0.1 ? null : integer(rng, 1, 5)),
});

describe('quizResult', () => {
  it('says clearly what clear answers say', () => {
    for (const { id } of SHIPPED_ROLES) {
      const result = judge(take({ role: 'junior-pm', interest: liking(id) }));
      expect(result, id).toMatchObject({ verdict: 'clear', deciding: [] });
      expect(result.ranking[0], id).toMatchObject({ role: id, fit: 100 });
      expect(result.aim, id).toEqual([id]);
      expect(result.explanation, id).toMatchObject({ role: id, over: expect.any(String) });
    }
  });

  it('ranks by fit, gives probabilities that add up to 1, and aims at none, one or two roles', () => {
    const rng = mulberry32(50);
    for (let person = 0; person < 200; person += 1) {
      const { ranking, between, noClearFit, verdict, aim, explanation, confidence } = judge(take(anybody(rng)));
      const fits = ranking.map(({ fit }) => fit);
      expect(fits).toEqual(fits.toSorted((a, b) => b - a));
      const parts = [...ranking, ...between].map(({ probability }) => probability);
      expect(parts.reduce((a, b) => a + b, noClearFit)).toBeCloseTo(1, 12);
      const named = { clear: 1, likely: 1, leaning: 1, between: 2, 'no-clear-fit': 0, 'all-alike': 0, 'too-few': 0 };
      expect(new Set(aim).size).toBe(named[verdict]);
      expect(explanation === null).toBe(aim.length === 0);
      expect(confidence === null).toBe(aim.length === 0);
      // As docs/quiz.md says of the words.
      if (verdict === 'clear') expect(confidence).toBeGreaterThanOrEqual(0.85);
      if (verdict === 'likely') expect(confidence).toBeGreaterThanOrEqual(0.6);
      if (verdict === 'leaning') expect(confidence).toBeLessThan(0.6);
    }
  });

  it('catches who ticks the same again and again, also with one answer a step off', () => {
    for (const usual of [1, 2, 3, 4, 5]) {
      const off = usual === 5 ? 4 : usual + 1;
      const people = [() => usual, (_: string, n: number) => (n === 8 ? off : usual)];
      for (const interest of people) {
        expect(judge(take({ interest })), String(usual)).toMatchObject({ verdict: 'all-alike', aim: [], now: null });
      }
      const skipping = judge(take({ interest: (_, n) => (n % 2 ? null : usual) }));
      expect(skipping).toMatchObject({ verdict: 'all-alike', explanation: null });
    }
  });

  it('finds no role in random answers, and favours none', () => {
    const rng = mulberry32(51);
    const told = new Map<string, number>();
    let none = 0;
    for (let person = 0; person < 300; person += 1) {
      const { verdict, aim } = judge(take({ role: 'cpo', interest: () => integer(rng, 1, 5) }));
      if (aim.length === 0) none += 1;
      if (verdict === 'clear' || verdict === 'likely') told.set(aim[0]!, (told.get(aim[0]!) ?? 0) + 1);
    }
    expect(none / 300).toBeGreaterThanOrEqual(0.6);
    expect(Math.max(...told.values()) / 300).toBeLessThanOrEqual(0.07);
  });

  it('says nothing of roles that no question tells about, whatever they are called', () => {
    const untold: Role = { ...SHIPPED_ROLES[0]!, id: 'constructor', rank: 1 };
    const ladder = { ...SHIPPED_LADDER, roles: [...SHIPPED_LADDER.roles, untold] };
    const experience = bank.experience.map(({ id }) => ({ question: id, answer: 0 }));
    const result = quizResult(bank, ladder, [...take({ role: 0, interest: liking('cpo') }), ...experience]);
    expect(result.ranking.map(({ role }) => role)).not.toContain('constructor');
    expect(result).toMatchObject({ verdict: 'clear', aim: ['cpo'] });
    expect(result.now!.range).toContain('constructor');
    const silent = bank.questions.map((question) => ({ ...question, weights: {} }));
    expect(quizResult({ ...bank, questions: silent }, ladder, [])).toMatchObject({ ranking: [], verdict: 'too-few' });
  });

  it('makes few answers no more than a leaning, and dislikes alone nothing', () => {
    const few = { ...bank, questions: bank.questions.slice(0, 3) };
    for (const usual of [1, 5]) {
      const answers = few.questions.map(({ id }) => ({ question: id, answer: usual }));
      expect(['clear', 'likely']).not.toContain(quizResult(few, SHIPPED_LADDER, answers).verdict);
      if (usual === 1) expect(quizResult(few, SHIPPED_LADDER, answers).aim).toEqual([]);
    }
  });

  it('names no role that is merely the least disliked', () => {
    for (const { id } of SHIPPED_ROLES) {
      const sour = judge(take({ interest: (question) => Math.min(2, liking(id)(question)) }));
      expect(sour.aim, id).toEqual([]);
    }
  });

  it('calls a tie between two roles alike a tie, and says what would settle others', () => {
    const questions = bank.questions.map((question) => ({
      ...question,
      weights: { ...question.weights, cpo: question.weights['director-of-product']! },
    }));
    const answers = questions.map(({ id, weights }) => ({ question: id, answer: weights.cpo }));
    expect(quizResult({ ...bank, questions }, SHIPPED_LADDER, answers)).toMatchObject({
      verdict: 'between',
      aim: ['director-of-product', 'cpo'],
      explanation: { lead: 0 },
      deciding: [],
    });
    const few = judge(take({ interest: liking('cpo') }).slice(0, -4));
    const asked = new Set(few.explanation?.contributions.map(({ question }) => question));
    for (const id of few.deciding) expect(asked.has(id)).toBe(false);
    expect(few.verdict === 'clear' || few.deciding.length > 0).toBe(true);
  });

  it('places who answers halfway between the two roles of a move between them', () => {
    const halfway = (id: string, n: number): number =>
      (liking('senior-pm')(id) + liking('head-of-product')(id) + (n % 2)) >> 1;
    expect(judge(take({ interest: halfway })).aim.toSorted()).toEqual(['head-of-product', 'senior-pm']);
  });

  it('is the same for a replay, another order of answers and another order of the file', () => {
    const rng = mulberry32(52);
    for (let person = 0; person < 20; person += 1) {
      const answers = take(anybody(rng));
      const result = judge(answers);
      const turned: QuizBank = { ...bank, questions: shuffled(bank.questions, rng) };
      const other: Ladder = {
        ...SHIPPED_LADDER,
        roles: shuffled(SHIPPED_LADDER.roles, rng),
        progressions: shuffled(SHIPPED_LADDER.progressions, rng),
      };
      expect(quizResult(turned, other, shuffled(answers, rng))).toEqual(result);
      for (let count = 0; count < answers.length; count += 1) {
        expect(nextStep(turned, other, answers.slice(0, count))).toEqual(
          nextStep(bank, SHIPPED_LADDER, answers.slice(0, count)),
        );
      }
    }
  });

  it('makes nothing of skipped questions', () => {
    const answers = take({ role: 'cpo', interest: liking('cpo') });
    const result = judge(answers);
    const open = bank.questions.find(({ id }) => !answers.some(({ question }) => question === id))!;
    expect(judge([...answers, { question: open.id, answer: null }])).toEqual(result);
  });

  it('says nothing where nothing was answered', () => {
    expect(judge([])).toMatchObject({ verdict: 'too-few', aim: [], explanation: null, now: null, answered: 0 });
    expect(judge(take({ interest: () => null }))).toMatchObject({ verdict: 'too-few', now: null, answered: 0 });
  });

  it('works for two roles', () => {
    const roles = SHIPPED_ROLES.slice(1, 3);
    const progressions = SHIPPED_LADDER.progressions.filter((move) =>
      [move.from, move.to].every((end) => roles.some(({ id }) => id === end)),
    );
    const answers = bank.questions.map(({ id }) => ({ question: id, answer: liking('product-owner')(id) }));
    const result = quizResult(bank, { ...SHIPPED_LADDER, roles, progressions }, answers);
    expect(result.ranking.map(({ role }) => role)).toEqual(['product-owner', 'product-manager']);
    expect(result.verdict).toBe('clear');
  });

  it('refuses a ladder without roles and answers off the scale', () => {
    expect(() => quizResult(bank, { ...SHIPPED_LADDER, roles: [], progressions: [] }, [])).toThrow(PmrolesError);
    for (const answer of [0, 6, 2.5, 'cpo']) {
      expect(() => judge([{ question: bank.questions[0]!.id, answer }])).toThrow(PmrolesError);
    }
  });
});

describe('nextStep', () => {
  it('asks for the present role first, then about experience unless one was named, then about interest', () => {
    const rng = mulberry32(53);
    for (let person = 0; person < 100; person += 1) {
      const answering = anybody(rng);
      const answers = take(answering);
      const experience = typeof answering.role === 'string' ? [] : bank.experience.map(({ id }) => id);
      const ids = answers.map(({ question }) => question);
      expect(ids.slice(0, experience.length + 1)).toEqual([PRESENT_ROLE, ...experience]);
      for (const id of ids.slice(experience.length + 1)) expect(liking('cpo')(id)).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('counts the questions from 1 without the one about the present role', () => {
    const rng = mulberry32(54);
    for (let person = 0; person < 50; person += 1) {
      const answers = take(anybody(rng));
      answers.forEach((_, given) => {
        const step = nextStep(bank, SHIPPED_LADDER, answers.slice(0, given));
        if (step.done || step.kind === 'role') return;
        expect(step.number).toBe(given);
        expect(step.number).toBeLessThanOrEqual(step.most);
      });
    }
  });
});
