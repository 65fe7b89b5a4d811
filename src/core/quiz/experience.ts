/**
 * What the answers about experience say of the rank that somebody has reached.
 */
import { byCodeUnit } from '../order.ts';
import { PmrolesError } from '../errors.ts';
import type { ExperienceAnswer, QuizBank } from '../model.ts';
import type { QuizAnswer, QuizRole } from './bank.ts';

/** What experience supports. */
export interface Support {
  /** The distinct ranks of the ladder, the lowest first. */
  readonly ranks: readonly number[];
  /** For each of `ranks`, how likely it is that somebody stands there, 0 to 1. */
  readonly probabilities: readonly number[];
  /** The highest rank that the answers make safe enough to name. */
  readonly rank: number;
}

/** Spread of an answer around the ranks it is typical of: in rungs, and on a long ladder as a share of all rungs. */
const SPREAD_RUNGS = 0.7;
const SPREAD_SHARE = 0.09;

/** The share of answers that say nothing, as in the interest questions. */
const LAMBDA = 0.2;

/** How sure it must be that somebody has reached a rank, and that they are at most one rung short of it. */
const REACHED = 0.5 + 1e-9;
const NEARLY = 0.993;

/**
 * Finds the rank that experience supports.
 *
 * Bayes' rule over the distinct ranks, all equally likely at first. The likelihood of an answer falls off as a normal curve
 * with the number of rungs between a rank and the range that the answer is typical of, is normalised over the answers of
 * the question, and is mixed with a part that says nothing. The supported rank is the highest one for which "this rank or
 * higher" is likelier than not, and "at most one rung below it" is 99.3 % likely: to be told a role far above one's
 * experience does more harm than to be told one a little below it.
 *
 * @throws PmrolesError `usage` where an answer is not among the question's
 */
export function supportOf(bank: QuizBank, roles: readonly QuizRole[], answers: readonly QuizAnswer[]): Support | null {
  const ranks = [...new Set(roles.map(({ rank }) => rank))].sort((a, b) => a - b);
  const byQuestion = new Map(answers.map(({ question, answer }) => [question, answer]));
  const logs = ranks.map(() => 0);
  let count = 0;
  for (const question of [...bank.experience].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const answer = byQuestion.get(question.id) ?? null;
    if (answer === null) continue;
    if (!question.answers[answer]) {
      throw new PmrolesError(
        'usage',
        `"${question.id}" takes an answer from 0 to ${question.answers.length - 1}, not ${answer}`,
      );
    }
    count += 1;
    ranks.forEach((_, rung) => (logs[rung]! += Math.log(likelihood(ranks, rung, question.answers, answer))));
  }
  if (count === 0 && ranks.length > 1) return null;
  const highest = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
  const probabilities = logs.map((log) => Math.exp(log - highest) / total);
  return { ranks, probabilities, rank: ranks[highestSafe(probabilities)]! };
}

function highestSafe(probabilities: readonly number[]): number {
  let above = 0;
  for (let rung = probabilities.length - 1; rung > 0; rung -= 1) {
    above += probabilities[rung]!;
    if (above > REACHED && above + probabilities[rung - 1]! >= NEARLY) return rung;
  }
  return 0;
}

function likelihood(ranks: readonly number[], rung: number, all: readonly ExperienceAnswer[], answer: number): number {
  const spread = Math.max(SPREAD_RUNGS, SPREAD_SHARE * ranks.length);
  const heights = all.map((one) => Math.exp(-0.5 * (rungsOutside(ranks, rung, one.ranks) / spread) ** 2));
  const total = heights.reduce((sum, height) => sum + height, 0);
  return (1 - LAMBDA) * (heights[answer]! / total) + LAMBDA / all.length;
}

/** How many rungs a rung lies below or above a range of ranks; 0 inside it. */
function rungsOutside(ranks: readonly number[], rung: number, [low, high]: readonly [number, number]): number {
  const rank = ranks[rung]!;
  if (rank < low) return ranks.filter((other) => other > rank && other <= low).length;
  if (rank > high) return ranks.filter((other) => other < rank && other >= high).length;
  return 0;
}
