import { describe, expect, it } from 'vitest';
import { whatWouldChange } from '../../../src/core/quiz/change.ts';
import { explain } from '../../../src/core/quiz/explain.ts';
import { createInstrument, type Instrument } from '../../../src/core/quiz/instrument.ts';
import { posteriorOf, roleLogs } from '../../../src/core/quiz/posterior.ts';
import { SETTINGS } from '../../../src/core/quiz/settings.ts';
import { drawAnswers, drawTaste, drawWorld, POPULATION } from '../../support/people.ts';
import { integer, mulberry32 } from '../../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet, takeQuiz } from '../../support/take-quiz.ts';

const bank = shippedBank();
const instrument = createInstrument(bank, SHIPPED_ROLES);

function ranked(of: Instrument, given: readonly number[]): number[] {
  const logs = roleLogs(posteriorOf(of, given));
  return logs.map((_, role) => role).sort((a, b) => logs[b]! - logs[a]!);
}

describe('explain', () => {
  it('adds up to the log-odds within 1e-9, for likely and unlikely roles', () => {
    const rng = mulberry32(41);
    for (let sheet = 0; sheet < 2000; sheet += 1) {
      const given = randomSheet(instrument, rng);
      const role = integer(rng, 0, 7);
      const over = (role + integer(rng, 1, 7)) % 8;
      const posterior = posteriorOf(instrument, given);
      const { logOdds, contributions } = explain(instrument, given, posterior, role, over);
      const sum = contributions.reduce((total, { amount }) => total + amount, 0);
      expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
      expect(Math.abs(logOdds - Math.log(posterior.roles[role]! / posterior.roles[over]!))).toBeLessThan(1e-9);
    }
  });

  it('is the plain log-likelihood ratio where there is one style', () => {
    const plain = createInstrument(bank, SHIPPED_ROLES, { ...SETTINGS, styles: [{ shift: 0, prior: 1 }] });
    const given = randomSheet(plain, mulberry32(42));
    for (const { question, answer, amount } of explain(plain, given, posteriorOf(plain, given), 2, 5).contributions) {
      const number = plain.questions.findIndex(({ id }) => id === question);
      const log = (role: number): number => plain.logLikelihood[plain.weights[number]![role]!]![0]![answer]!;
      expect(amount).toBeCloseTo(log(2) - log(5), 12);
    }
  });

  it('names answers whose opposite would lower the odds', () => {
    const rng = mulberry32(43);
    const world = drawWorld(
      bank,
      SHIPPED_ROLES.map(({ id }) => id),
      POPULATION,
      rng,
    );
    for (let person = 0; person < 200; person += 1) {
      const answers = drawAnswers(drawTaste(world, SHIPPED_ROLES[person % 8]!.id, POPULATION, rng), POPULATION, rng);
      const { given, posterior } = takeQuiz(instrument, (id) => answers.get(id)!);
      const [first, second] = ranked(instrument, given);
      const { logOdds, contributions } = explain(instrument, given, posterior, first!, second!);
      const { question, answer } = contributions[0]!;
      if (answer === 3) continue;
      const number = instrument.questions.findIndex(({ id }) => id === question);
      const logs = roleLogs(posteriorOf(instrument, given.with(number, 6 - answer)));
      expect(logs[first!]! - logs[second!]!).toBeLessThan(logOdds);
    }
  });
});

describe('whatWouldChange', () => {
  it('names changes that do change the first choice', () => {
    const rng = mulberry32(44);
    for (let sheet = 0; sheet < 60; sheet += 1) {
      const given = randomSheet(instrument, rng);
      const [first] = ranked(instrument, given);
      const change = whatWouldChange(instrument, given, first!)!;
      const changed = [...given];
      for (const { question, from, to } of change.answers) {
        const number = instrument.questions.findIndex(({ id }) => id === question);
        expect(given[number]).toBe(from);
        changed[number] = to;
      }
      expect(instrument.roles[ranked(instrument, changed)[0]!]!.id).toBe(change.becomes);
      expect(change.becomes).not.toBe(instrument.roles[first!]!.id);
    }
  });

  it('finds the single smallest change where one is enough', () => {
    const rng = mulberry32(45);
    for (let sheet = 0; sheet < 60; sheet += 1) {
      const given = randomSheet(instrument, rng);
      const first = ranked(instrument, given)[0]!;
      const steps = given.flatMap((answer, question) =>
        [1, 2, 3, 4, 5]
          .filter((to) => answer > 0 && to !== answer && ranked(instrument, given.with(question, to))[0] !== first)
          .map((to) => Math.abs(to - answer)),
      );
      const { answers } = whatWouldChange(instrument, given, first)!;
      if (steps.length === 0) expect(answers.length).toBeGreaterThan(1);
      else expect(answers.map(({ from, to }) => Math.abs(to - from))).toEqual([Math.min(...steps)]);
    }
  });

  it('has nothing to change where nothing was answered', () => {
    expect(
      whatWouldChange(
        instrument,
        instrument.questions.map(() => 0),
        0,
      ),
    ).toBeNull();
  });
});
