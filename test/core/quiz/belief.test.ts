import { describe, expect, it } from 'vitest';
import type { Ladder, QuizBank } from '../../../src/core/model.ts';
import { type Belief, beliefOf, claims, interestState, openQuestions } from '../../../src/core/quiz/belief.ts';
import { createInstrument, givenAnswers, type Instrument, SETTINGS } from '../../../src/core/quiz/instrument.ts';
import { bareLadder, bareRole, move } from '../../support/arbitrary.ts';
import { integer, mulberry32, pick, type Rng, shuffled } from '../../support/rng.ts';
import { SHIPPED_LADDER, shippedBank } from '../../support/shipped-quiz.ts';
import { randomSheet, takeInterest } from '../../support/take-quiz.ts';
import { runs } from '../../support/thorough.ts';

const bank = shippedBank();
const NONE = SETTINGS.chancePrior + SETTINGS.habitPrior;
const instrument = createInstrument(bank, SHIPPED_LADDER);
const SCALE = [1, 2, 3, 4, 5];
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const all = ({ roles, pairs, none }: Belief): number[] => [...roles, ...pairs.map((p) => p.probability), none];

/** A ladder of two to four roles with some moves, and three to five questions, with some weights unknown. */
function tiny(rng: Rng): Instrument {
  const ids = ['a', 'b', 'c', 'd'].slice(0, integer(rng, 2, 4));
  const moves = ids.flatMap((from) => ids.flatMap((to) => (from !== to && rng() < 0.4 ? [move(from, to)] : [])));
  const questions = Array.from({ length: integer(rng, 3, 5) }, (_, number) => {
    const weights = Object.fromEntries(ids.flatMap((id) => (rng() < 0.15 ? [] : [[id, integer(rng, 1, 5)]])));
    return { ...bank.questions[0]!, id: `q${number}`, weights };
  });
  const ladder = bareLadder(
    ids.map((id) => bareRole(id, integer(rng, 1, 3))),
    moves,
  );
  return createInstrument({ questions, experience: [] }, ladder);
}

/** How likely an answer is where another one is expected: a normal curve at five points, mixed with any answer alike. */
function chanceOf(answer: number, expected: number, shift: number): number {
  const height = (at: number): number => Math.exp(-((at - expected - shift) ** 2) / (2 * SETTINGS.sigma ** 2));
  return ((1 - SETTINGS.lambda) * height(answer)) / sum(SCALE.map(height)) + SETTINGS.lambda / 5;
}

/** The chance of a hypothesis and of answers together, multiplied out: by role, by pair of roles, by what fits nobody. */
function jointly({ weights, roles, pairs }: Instrument, given: readonly number[]) {
  const answered = [...given.entries()].filter(([, answer]) => answer > 0);
  const along = (one: number, other: number): number =>
    sum(
      SETTINGS.styles.map(({ shift, prior }) =>
        answered.reduce<number>((product, [question, answer]) => {
          const [low, high] = [weights[question]![one]!, weights[question]![other]!];
          return product * (low && high ? chanceOf(answer, (low + high) / 2, shift) : 1 / 5);
        }, prior),
      ),
    );
  const each = (1 - NONE - SETTINGS.pairPrior) / roles.length;
  // The urn: 0.7 balls of each kind to begin with, and one more of a kind for each that was drawn.
  const rising = (start: number, times: number): number =>
    Array.from({ length: times }, (_, n) => start + n).reduce((a, b) => a * b, 1);
  const counts = SCALE.map((value) => answered.filter(([, answer]) => answer === value).length);
  const habit = counts.map((count) => rising(0.7, count)).reduce((a, b) => a * b) / rising(3.5, answered.length);
  return {
    roles: roles.map((_, role) => each * along(role, role)),
    pairs: pairs.map(([one, other]) => Math.min(SETTINGS.pairPrior / pairs.length, each / 8) * along(one, other)),
    none: SETTINGS.chancePrior * 0.2 ** answered.length + SETTINGS.habitPrior * habit,
  };
}

describe('beliefOf', () => {
  it('agrees with Bayes’ rule multiplied out, on tiny banks', () => {
    const rng = mulberry32(11);
    for (let trial = 0; trial < runs(400, 10_000); trial += 1) {
      const small = tiny(rng);
      const given = small.questions.map(() => integer(rng, 0, 5));
      const { roles, pairs, none } = jointly(small, given);
      const total = sum([...roles, ...pairs, none]);
      const belief = beliefOf(small, given);
      [...roles, ...pairs, none].forEach((joint, n) => expect(all(belief)[n]).toBeCloseTo(joint / total, 12));
      expect(belief.pairs.map((pair) => pair.roles)).toEqual(small.pairs);
    }
  });

  it('adds up to 1 and starts with all roles alike, those that a move joins with a little more', () => {
    const rng = mulberry32(12);
    for (let sheet = 0; sheet < 500; sheet += 1) {
      expect(sum(all(beliefOf(instrument, randomSheet(instrument, rng))))).toBeCloseTo(1, 12);
    }
    const belief = beliefOf(instrument, Array<number>(instrument.questions.length).fill(0));
    expect(belief.none).toBeCloseTo(NONE, 12);
    expect(sum(belief.pairs.map(({ probability }) => probability))).toBeCloseTo(SETTINGS.pairPrior, 12);
    for (const role of belief.roles) expect(role).toBeCloseTo(belief.roles[0]!, 12);
  });

  it('does not depend on the order of answers, questions, roles or moves', () => {
    const rng = mulberry32(13);
    for (let turn = 0; turn < 1000; turn += 1) {
      const answers = bank.questions.map(({ id }) => ({ question: id, answer: integer(rng, 1, 5) }));
      const turned: QuizBank = { ...bank, questions: shuffled(bank.questions, rng) };
      const ladder: Ladder = {
        ...SHIPPED_LADDER,
        roles: shuffled(SHIPPED_LADDER.roles, rng),
        progressions: shuffled(SHIPPED_LADDER.progressions, rng),
      };
      const other = createInstrument(turned, ladder);
      const after = all(beliefOf(other, givenAnswers(other, shuffled(answers, rng))));
      all(beliefOf(instrument, givenAnswers(instrument, answers))).forEach((chance, n) => {
        expect(Math.abs(after[n]! - chance)).toBeLessThan(1e-12);
      });
    }
  });

  it('stays a probability over thousands of answers', () => {
    const questions = Array.from({ length: 3000 }, (_, i) => ({ ...pick(mulberry32(i), bank.questions), id: `q${i}` }));
    const long = createInstrument({ questions, experience: [] }, SHIPPED_LADDER);
    const belief = beliefOf(
      long,
      long.questions.map(({ weights }) => weights['cpo']!),
    );
    expect(sum(all(belief))).toBeCloseTo(1, 12);
    expect(belief.roles.at(-1)).toBeCloseTo(1, 12);
  });

  it('takes one answer ticked again and again for a habit rather than a role', () => {
    for (const answer of SCALE) {
      const { none, habit, chance } = beliefOf(
        instrument,
        instrument.questions.map((_, question) => (question < 10 ? answer : 0)),
      );
      expect(none).toBeGreaterThan(0.8);
      expect(habit).toBeGreaterThan(chance);
    }
  });
});

it('never holds somebody between two roles for likelier than one of them before any answer, however few moves there are', () => {
  const progressions = [SHIPPED_LADDER.progressions[0]!];
  const sparse = createInstrument(shippedBank(), { ...SHIPPED_LADDER, progressions });
  const belief = beliefOf(sparse, Array<number>(sparse.questions.length).fill(0));
  expect(belief.pairs).toHaveLength(1);
  expect(belief.pairs[0]!.probability).toBeLessThan(Math.min(...belief.roles));
});

describe('openQuestions', () => {
  it('promise what asking would bring on average, on tiny banks', () => {
    const rng = mulberry32(21);
    /** Bits of uncertainty about which role, and the weight of all together; who is between two counts half for each. */
    const entropyOf = (small: Instrument, given: readonly number[]): [bits: number, weight: number] => {
      const { roles, pairs, none } = jointly(small, given);
      const halves = roles.map(
        (own, role) => own + sum(small.pairs.map((pair, n) => (pair.includes(role) ? pairs[n]! / 2 : 0))),
      );
      const total = sum([...halves, none]);
      return [sum([...halves, none].map((part) => (-part / total) * Math.log2(part / total))), total];
    };
    for (let trial = 0; trial < runs(300, 5000); trial += 1) {
      const small = tiny(rng);
      const given = small.questions.map((_, question) => (question < 2 ? 0 : integer(rng, 0, 5)));
      const asked = new Set(given.flatMap((answer, question) => (answer > 0 ? [question] : [])));
      const [now, weight] = entropyOf(small, given);
      const open = openQuestions(small, given, beliefOf(small, given), asked);
      expect(open.map(({ question }) => question).sort()).toEqual([...given.keys()].filter((n) => !asked.has(n)));
      for (const [place, { question, gain }] of open.entries()) {
        const after = SCALE.map((answer) => entropyOf(small, given.with(question, answer)));
        expect(gain).toBeCloseTo(now - sum(after.map(([bits, part]) => (bits * part) / weight)), 8);
        expect(gain).toBeLessThanOrEqual(open[Math.max(0, place - 1)]!.gain);
      }
    }
  });

  it('go by id where they promise the same, whatever the order of the file', () => {
    const twins = ['b', 'a', 'c'].map((id) => ({ ...bank.questions[0]!, id }));
    for (const questions of [twins, twins.toReversed()]) {
      const tied = createInstrument({ questions, experience: [] }, SHIPPED_LADDER);
      const open = openQuestions(tied, [0, 0, 0], beliefOf(tied, [0, 0, 0]), new Set());
      expect(open.map(({ question }) => tied.questions[question]!.id)).toEqual(['a', 'b', 'c']);
    }
  });
});

describe('interestState', () => {
  it('finds every role from perfect answers in at most ten questions', () => {
    for (const [role, { id }] of instrument.roles.entries()) {
      const weights = new Map(bank.questions.map((question) => [question.id, question.weights[id]!]));
      const { belief, asked } = takeInterest(instrument, (question) => weights.get(question)!);
      const claimed = claims(belief);
      expect(claimed.indexOf(Math.max(...claimed)), id).toBe(role);
      expect(claimed[role], id).toBeGreaterThan(0.85);
      expect(asked, id).toBeLessThanOrEqual(10);
    }
  });

  it('neither stops before enough answers nor goes on without end', () => {
    const rng = mulberry32(22);
    for (let person = 0; person < 100; person += 1) {
      const { asked, given } = takeInterest(instrument, () => (rng() < 0.3 ? 0 : integer(rng, 1, 5)));
      const answered = given.filter((answer) => answer > 0).length;
      expect(answered).toBeGreaterThanOrEqual(SETTINGS.minAnswers);
      expect(answered).toBeLessThanOrEqual(SETTINGS.maxAnswers);
      expect(asked).toBeLessThanOrEqual(SETTINGS.maxAsked);
    }
    expect(takeInterest(instrument, () => 0).asked).toBe(SETTINGS.maxAsked);
  });

  it('does not ask a skipped question again', () => {
    const none = instrument.questions.map(() => 0);
    const first = interestState(instrument, none, new Set()).next!.question;
    expect(interestState(instrument, none, new Set([first])).next!.question).not.toBe(first);
  });
});
