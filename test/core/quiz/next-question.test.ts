import { describe, expect, it } from 'vitest';
import { createInstrument } from '../../../src/core/quiz/instrument.ts';
import { bestQuestion, entropy } from '../../../src/core/quiz/next-question.ts';
import { posteriorOf } from '../../../src/core/quiz/posterior.ts';
import { interestState } from '../../../src/core/quiz/stop-rule.ts';
import { mulberry32 } from '../../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet, takeQuiz } from '../../support/take-quiz.ts';

const bank = shippedBank();
const instrument = createInstrument(bank, SHIPPED_ROLES);

describe('bestQuestion', () => {
  it('promises what asking would bring on average', () => {
    const rng = mulberry32(21);
    for (let sheet = 0; sheet < 20; sheet += 1) {
      const given = randomSheet(instrument, rng).map((answer, question) => (question % 3 === 0 ? 0 : answer));
      const posterior = posteriorOf(instrument, given);
      const { question, gain } = bestQuestion(instrument, posterior, [0, 3, 6, 9])!;
      const asked = [1, 2, 3, 4, 5].map((answer) => posteriorOf(instrument, given.with(question, answer)));
      // The joint probability of answers grows by the factor P(answer); "no clear fit" has a likelihood of a fifth.
      const chances = asked.map(({ none }) => posterior.none / 5 / none);
      expect(chances.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      const after = asked.reduce((sum, { roles, none }, i) => sum + chances[i]! * entropy([...roles, none]), 0);
      expect(gain).toBeCloseTo(entropy([...posterior.roles, posterior.none]) - after, 9);
    }
  });

  it('breaks ties by id, whatever the order of the file', () => {
    const twins = ['b', 'a', 'c'].map((id) => ({ ...bank.questions[0]!, id }));
    for (const questions of [twins, twins.toReversed()]) {
      const tied = createInstrument({ questions, experience: [] }, SHIPPED_ROLES);
      const best = bestQuestion(tied, posteriorOf(tied, [0, 0, 0]), [0, 1, 2])!;
      expect(tied.questions[best.question]!.id).toBe('a');
    }
  });

  it('has nothing to offer where nothing is left to ask', () => {
    expect(
      bestQuestion(
        instrument,
        posteriorOf(
          instrument,
          instrument.questions.map(() => 0),
        ),
        [],
      ),
    ).toBeUndefined();
  });
});

describe('interestState', () => {
  it('finds every role from perfect answers in at most 8 questions', () => {
    for (const [role, { id }] of instrument.roles.entries()) {
      const weights = new Map(bank.questions.map((question) => [question.id, question.weights[id]!]));
      const { posterior, asked } = takeQuiz(instrument, (question) => weights.get(question)!);
      expect(posterior.roles.indexOf(Math.max(...posterior.roles)), id).toBe(role);
      expect(posterior.roles[role], id).toBeGreaterThan(0.85);
      expect(asked, id).toBeLessThanOrEqual(8);
    }
  });

  it('neither stops before enough answers nor goes on without end', () => {
    const rng = mulberry32(22);
    const { minAnswers, maxAnswers, maxAsked } = instrument.settings;
    for (let person = 0; person < 100; person += 1) {
      const { asked, answered } = takeQuiz(instrument, () => (rng() < 0.3 ? 0 : 1 + Math.floor(5 * rng())));
      expect(answered).toBeGreaterThanOrEqual(minAnswers);
      expect(answered).toBeLessThanOrEqual(maxAnswers);
      expect(asked).toBeLessThanOrEqual(maxAsked);
    }
    expect(takeQuiz(instrument, () => 0)).toMatchObject({ asked: maxAsked, answered: 0 });
  });

  it('does not ask a skipped question again', () => {
    const none = instrument.questions.map(() => 0);
    const first = interestState(instrument, none, new Set()).next!.question;
    expect(interestState(instrument, none, new Set([first])).next!.question).not.toBe(first);
  });
});
