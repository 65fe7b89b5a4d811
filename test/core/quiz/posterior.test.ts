import { describe, expect, it } from 'vitest';
import { createInstrument, givenAnswers } from '../../../src/core/quiz/instrument.ts';
import { posteriorOf } from '../../../src/core/quiz/posterior.ts';
import { integer, mulberry32, pick } from '../../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet } from '../../support/take-quiz.ts';

const bank = shippedBank();
const instrument = createInstrument(bank, SHIPPED_ROLES);

function shuffled<T>(list: readonly T[], rng: () => number): T[] {
  return list
    .map((entry) => ({ entry, key: rng() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

describe('posteriorOf', () => {
  it('starts with all roles alike', () => {
    const { roles, none } = posteriorOf(
      instrument,
      instrument.questions.map(() => 0),
    );
    expect(none).toBeCloseTo(instrument.settings.nonePrior, 12);
    for (const role of roles) expect(role).toBeCloseTo((1 - instrument.settings.nonePrior) / roles.length, 12);
  });

  it('agrees with Bayes’ rule worked out without logarithms', () => {
    const rng = mulberry32(11);
    const { sigma, lambda, styles, nonePrior } = instrument.settings;
    for (let sheet = 0; sheet < 50; sheet += 1) {
      const given = randomSheet(instrument, rng);
      const joint = instrument.roles.map(({ id }) => {
        const byStyle = styles.map(({ shift, prior }) => {
          const likelihoods = given.map((answer, question) => {
            if (answer === 0) return 1;
            const expected = instrument.questions[question]!.weights[id]!;
            const heights = [1, 2, 3, 4, 5].map((a) => Math.exp(-((a - expected - shift) ** 2) / (2 * sigma ** 2)));
            return ((1 - lambda) * heights[answer - 1]!) / heights.reduce((a, b) => a + b) + lambda / 5;
          });
          return prior * likelihoods.reduce((a, b) => a * b, 1);
        });
        return ((1 - nonePrior) / 8) * byStyle.reduce((a, b) => a + b);
      });
      const none = nonePrior * 0.2 ** given.filter((answer) => answer > 0).length;
      const total = joint.reduce((a, b) => a + b, none);
      const posterior = posteriorOf(instrument, given);
      expect(posterior.none).toBeCloseTo(none / total, 10);
      posterior.roles.forEach((role, index) => expect(role).toBeCloseTo(joint[index]! / total, 10));
    }
  });

  it('does not depend on the order of answers, questions or roles, to 1e-12', () => {
    const rng = mulberry32(12);
    const answers = bank.questions.map(({ id }) => ({ question: id, answer: integer(rng, 1, 5) }));
    const before = posteriorOf(instrument, givenAnswers(instrument, answers));
    for (let turn = 0; turn < 1000; turn += 1) {
      const questions = turn % 20 === 0 ? shuffled(bank.questions, rng) : bank.questions;
      const other = createInstrument(
        { ...bank, questions },
        turn % 20 === 0 ? shuffled(SHIPPED_ROLES, rng) : SHIPPED_ROLES,
      );
      const after = posteriorOf(other, givenAnswers(other, shuffled(answers, rng)));
      const apart = after.roles.map((p, role) => Math.abs(p - before.roles[role]!));
      expect(Math.max(...apart, Math.abs(after.none - before.none))).toBeLessThan(1e-12);
    }
  });

  it('stays a probability over thousands of answers', () => {
    const questions = Array.from({ length: 3000 }, (_, i) => ({ ...pick(mulberry32(i), bank.questions), id: `q${i}` }));
    const long = createInstrument({ questions, experience: [] }, SHIPPED_ROLES);
    const { roles, none } = posteriorOf(
      long,
      long.questions.map(({ weights }) => weights['cpo']!),
    );
    expect([...roles, none].every(Number.isFinite)).toBe(true);
    expect(roles.reduce((a, b) => a + b, none)).toBeCloseTo(1, 12);
    expect(roles.at(-1)).toBeCloseTo(1, 12);
  });

  it('takes an answer as saying nothing of a role whose weight is not known', () => {
    const [known, unknown] = [{ a: 5, b: 1 }, { a: 5 }].map((weights) => {
      const questions = [{ ...bank.questions[0]!, weights }];
      return createInstrument({ questions, experience: [] }, [
        { id: 'a', rank: 1, title: 'A' },
        { id: 'b', rank: 2, title: 'B' },
      ]);
    });
    const chance = (of: typeof instrument): number => posteriorOf(of, [1]).roles[1]!;
    expect(chance(known!)).toBeGreaterThan(chance(unknown!));
    expect(posteriorOf(unknown!, [1]).roles[1]! / posteriorOf(unknown!, [1]).none).toBeCloseTo(0.87 / 2 / 0.13, 9);
  });
});
