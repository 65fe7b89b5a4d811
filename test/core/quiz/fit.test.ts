import { describe, expect, it } from 'vitest';
import { fitScores } from '../../../src/core/quiz/fit.ts';
import { createInstrument } from '../../../src/core/quiz/instrument.ts';
import { mulberry32 } from '../../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet } from '../../support/take-quiz.ts';

const instrument = createInstrument(shippedBank(), SHIPPED_ROLES);

describe('fitScores', () => {
  it('never falls when one answer moves towards the role, over 100,000 moves', () => {
    const rng = mulberry32(31);
    let moves = 0;
    let falls = 0;
    while (moves < 100_000) {
      const given = randomSheet(instrument, rng);
      const before = fitScores(instrument, given);
      given.forEach((answer, question) => {
        instrument.weights[question]!.forEach((expected, role) => {
          if (answer === 0 || answer === expected) return;
          const after = fitScores(instrument, given.with(question, answer + Math.sign(expected - answer)));
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
      expect(fitScores(instrument, expected)[role]).toBe(100);
      expect(
        fitScores(
          instrument,
          expected.map((weight) => (weight > 3 ? 1 : 5)),
        )[role],
      ).toBe(0);
    });
  });

  it('is in the middle where nothing is known', () => {
    expect(
      new Set(
        fitScores(
          instrument,
          instrument.questions.map(() => 0),
        ),
      ),
    ).toEqual(new Set([50]));
  });
});
