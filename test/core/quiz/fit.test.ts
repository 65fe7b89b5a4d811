import { describe, expect, it } from 'vitest';
import { explain, fitScores } from '../../../src/core/quiz/fit.ts';
import { createInstrument } from '../../../src/core/quiz/instrument.ts';
import { integer, mulberry32 } from '../../support/rng.ts';
import { SHIPPED_LADDER, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet } from '../../support/take-quiz.ts';

const bank = shippedBank();
const instrument = createInstrument(bank, SHIPPED_LADDER);
/** The same bank, of which it is not known what some roles like. */
const partly = createInstrument(
  {
    ...bank,
    questions: bank.questions.map((question, n) => ({
      ...question,
      weights: Object.fromEntries(Object.entries(question.weights).filter((_, role) => (n + role) % 3 > 0)),
    })),
  },
  SHIPPED_LADDER,
);

describe('fitScores', () => {
  it('never falls when one answer moves towards the role, over 100,000 moves', () => {
    const rng = mulberry32(31);
    let moves = 0;
    let falls = 0;
    while (moves < 100_000) {
      const of = moves % 2 === 0 ? instrument : partly;
      const given = randomSheet(of, rng);
      const before = fitScores(of, given);
      given.forEach((answer, question) => {
        of.weights[question]!.forEach((expected, role) => {
          if (answer === 0 || expected === 0 || answer === expected) return;
          const after = fitScores(of, given.with(question, answer + Math.sign(expected - answer)));
          moves += 1;
          if (!(after[role]! > before[role]!)) falls += 1;
        });
      });
    }
    expect(falls).toBe(0);
  });

  it('runs from 0, as far off as can be, to 100, all as expected', () => {
    instrument.roles.forEach((_, role) => {
      const expected = instrument.weights.map((weights) => weights[role]!);
      const farthest = expected.map((weight) => (weight > 3 ? 1 : 5));
      expect(fitScores(instrument, expected)[role]).toBe(100);
      expect(fitScores(instrument, farthest)[role]).toBeCloseTo(0, 9);
    });
  });

  it('is in the middle where nothing is known', () => {
    const nothing = instrument.questions.map(() => 0);
    expect(new Set(fitScores(instrument, nothing))).toEqual(new Set([50]));
  });
});

describe('explain', () => {
  it('adds up to the lead of one role over another, the largest part first', () => {
    const rng = mulberry32(41);
    for (let sheet = 0; sheet < 2000; sheet += 1) {
      const given = randomSheet(instrument, rng);
      const role = integer(rng, 0, 7);
      const over = (role + integer(rng, 1, 7)) % 8;
      const { lead, contributions } = explain(instrument, given, role, over);
      const fits = fitScores(instrument, given);
      expect(lead).toBeCloseTo(fits[role]! - fits[over]!, 9);
      const amounts = contributions.map(({ amount }) => amount);
      expect(amounts.reduce((a, b) => a + b, 0)).toBeCloseTo(lead, 9);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      expect(contributions).toHaveLength(given.filter((answer) => answer > 0).length);
    }
  });
});
