/**
 * Simpler ways to a first choice, to hold the engine against: a fixed order of questions, and cosine similarity.
 */
import type { QuizBank } from '../../src/core/model.ts';
import type { Given, Instrument } from '../../src/core/quiz/instrument.ts';
import { posteriorOf, roleLogs } from '../../src/core/quiz/posterior.ts';
import { POPULATION, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { mulberry32 } from '../support/rng.ts';

/** Role numbers, the best first. */
export type Ranking = readonly number[];

/** Orders role numbers by score; of equals the lower number comes first. */
export function byScore(scores: readonly number[]): Ranking {
  return scores.map((_, role) => role).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/**
 * The best fixed order that a greedy search finds: each next question is the one that raises most the mean log-probability
 * of the right role, over 320 simulated people with 10 % noise who take no part in the comparison afterwards.
 */
export function fixedOrder(bank: QuizBank, instrument: Instrument, seed: number): readonly number[] {
  const rng = mulberry32(seed);
  const population = { ...POPULATION, noise: 0.1 };
  const ids = instrument.roles.map(({ id }) => id);
  const people = Array.from({ length: 320 }, (_, i) => {
    const world = drawWorld(bank, ids, population, rng);
    const role = i % ids.length;
    const answers = drawAnswers(drawTaste(world, ids[role]!, population, rng), population, rng);
    return { role, answers, given: instrument.questions.map(() => 0) };
  });
  const order: number[] = [];
  while (order.length < instrument.questions.length) {
    let best = { question: -1, score: -Infinity };
    instrument.questions.forEach(({ id }, question) => {
      if (order.includes(question)) return;
      let score = 0;
      for (const { role, answers, given } of people) {
        given[question] = answers.get(id)!;
        score += Math.log(posteriorOf(instrument, given).roles[role]! + 1e-12);
        given[question] = 0;
      }
      if (score > best.score) best = { question, score };
    });
    order.push(best.question);
    for (const person of people)
      person.given[best.question] = person.answers.get(instrument.questions[best.question]!.id)!;
  }
  return order;
}

/** The engine's own ranking of answers, without its choice of questions. */
export function bayes(instrument: Instrument, given: Given): Ranking {
  return byScore(roleLogs(posteriorOf(instrument, given)));
}

/** Ranks roles by the cosine between answers and expected answers, both less the middle of the scale. */
export function cosine(instrument: Instrument, given: Given): Ranking {
  return byScore(
    instrument.roles.map((_, role) => {
      let product = 0;
      let answers = 0;
      let weights = 0;
      given.forEach((answer, question) => {
        if (answer === 0) return;
        const weight = instrument.weights[question]![role]! - 3;
        product += (answer - 3) * weight;
        answers += (answer - 3) ** 2;
        weights += weight ** 2;
      });
      return product / Math.sqrt(answers * weights || 1);
    }),
  );
}
