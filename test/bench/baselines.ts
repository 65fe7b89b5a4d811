/**
 * What the engine's choice of questions is held against: the best fixed order, and all questions.
 */
import type { QuizBank } from '../../src/core/model.ts';
import { beliefOf } from '../../src/core/quiz/belief.ts';
import { fitScores } from '../../src/core/quiz/fit.ts';
import { type Given, type Instrument, LIKELIHOOD, SCALE, SETTINGS } from '../../src/core/quiz/instrument.ts';
import { POPULATION, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { mulberry32 } from '../support/rng.ts';

/** The number of the role that fits best; of equals the first. */
export function bestFit(instrument: Instrument, given: Given): number {
  const fits = fitScores(instrument, given);
  return fits.indexOf(Math.max(...fits));
}

/**
 * The best fixed order of questions that a greedy search finds: each next question is the one that raises most the mean
 * log-probability of the right role, over 160 simulated people with 10 % noise who take no part in the comparison afterwards.
 */
export function fixedOrder(bank: QuizBank, instrument: Instrument, length: number, seed: number): readonly number[] {
  const rng = mulberry32(seed);
  const population = { ...POPULATION, noise: 0.1 };
  const ids = instrument.roles.map(({ id }) => id);
  const people = Array.from({ length: 160 }, (_, i) => {
    const role = i % ids.length;
    const taste = drawTaste(drawWorld(bank, ids, population, rng), ids[role]!, population, rng);
    const answers = drawAnswers(taste, population, rng);
    return {
      role,
      all: instrument.questions.map(({ id }) => answers.get(id)!),
      given: instrument.questions.map(() => 0),
    };
  });
  const order: number[] = [];
  while (order.length < length) {
    let best = { question: -1, score: -Infinity };
    instrument.questions.forEach((_, question) => {
      if (order.includes(question)) return;
      let score = 0;
      for (const { role, all, given } of people) {
        const belief = beliefOf(instrument, given.with(question, all[question]!));
        score += Math.log(belief.roles[role]! + 1e-12);
      }
      if (score > best.score) best = { question, score };
    });
    order.push(best.question);
    for (const { all, given } of people) given[best.question] = all[best.question]!;
  }
  return order;
}

/**
 * A bound from information theory: so many questions, the one about the present role included, any way of asking needs on average
 * to put the right one of some equally likely roles first as often as that.
 *
 * To be right with probability p takes at least log₂ n − h(1 − p) − (1 − p) log₂(n − 1) bits (Fano's inequality), and no
 * answer gives more than the capacity of the channel from what somebody would answer to what they do answer by the engine's
 * own model, without noise of other kinds (Shannon 1956: knowing earlier answers does not raise it).
 */
export function leastQuestions(right: number, roles: number): number {
  const wrong = 1 - right;
  const doubt = [right, wrong].reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
  const bits = Math.log2(roles) - doubt - wrong * Math.log2(roles - 1);
  return 1 + bits / capacity();
}

/** The capacity of the channel from expected answers to given ones, in bits (algorithm of Blahut and Arimoto 1972). */
function capacity(): number {
  const plain = SETTINGS.styles.findIndex(({ shift }) => shift === 0);
  const channel = SCALE.map((expected) => SCALE.map((answer) => LIKELIHOOD[2 * expected]![plain]![answer]!));
  let input = channel.map(() => 1 / channel.length);
  for (let round = 0; ; round += 1) {
    const output = SCALE.map((_, answer) => channel.reduce((sum, row, x) => sum + input[x]! * row[answer]!, 0));
    const gains = channel.map((row) => row.reduce((sum, p, answer) => sum + p * Math.log2(p / output[answer]!), 0));
    const weights = input.map((share, x) => share * 2 ** gains[x]!);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (Math.max(...gains) - Math.log2(total) < 1e-9 || round > 10_000) return Math.log2(total);
    input = weights.map((weight) => weight / total);
  }
}
