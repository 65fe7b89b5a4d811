/**
 * What the answers about experience say of the rank that somebody has reached.
 */
import { PmrolesError } from '../errors.ts';
import type { ExperienceAnswer, QuizBank } from '../model.ts';
import type { QuizAnswer } from './bank.ts';

/** What experience supports. */
interface Support {
  /** The highest rank that the answers make safe enough to name. */
  readonly rank: number;
  /** The ranks between which somebody stands, in all likelihood. */
  readonly lowest: number;
  readonly highest: number;
}

/** How steeply the chance of a further answer rises with each rung; on a long ladder rungs lie closer together. */
const SLOPE = 2.5;
const STEEP_RUNGS = 8;

/** Thresholds of one question lie at least this far apart, in rungs, so that every answer has a chance. */
const LEAST_APART = 0.1;

/** How sure it must be that somebody has reached a rank, and that they are at most one rung short of it. */
const REACHED = 0.5 + 1e-9;
const NEARLY = 0.97;

/** How sure it must be that somebody has reached the lowest rank of the range that is named, and the highest. */
const SURELY = 0.85;
const POSSIBLY = 0.25;

/**
 * Finds the rank that experience supports.
 *
 * Bayes' rule over the distinct ranks, all equally likely at first, with a cumulative logistic likelihood (graded response
 * model, Samejima 1969): the chance of having got as far as an answer or further rises with the rank, and is a half at the
 * threshold, which lies halfway between the ranks that the answer before is typical of and those of this one. With one slope
 * for all answers, more experience moves the whole distribution up; every rank named below is the highest one that is likely
 * enough to have been reached, so that more experience never lowers it.
 *
 * In a small organisation an answer may stand for less ("everything that the company offers"): where a question that has no
 * ranks says that it is small, `ranksIfSmall` count in place of `ranks`.
 *
 * @returns undefined where nothing was answered that tells
 * @throws PmrolesError `usage` where an answer is not among the question's
 */
export function supportOf(
  bank: QuizBank,
  ladderRanks: Iterable<number>,
  answers: readonly QuizAnswer[],
): Support | undefined {
  const ranks = [...new Set(ladderRanks)].sort((a, b) => a - b);
  const byQuestion = new Map(answers.map(({ question, answer }) => [question, answer]));
  const answered = bank.experience.flatMap((question) => {
    const answer = byQuestion.get(question.id) ?? null;
    if (answer === null) return [];
    if (typeof answer !== 'number' || !question.answers[answer]) {
      const most = question.answers.length - 1;
      throw new PmrolesError('usage', `"${question.id}" takes an answer from 0 to ${most}, not ${answer}`);
    }
    return [{ all: question.answers, answer }];
  });
  const isSmall = answered.some(({ all, answer }) => all[answer]!.small === true);
  const telling = answered.filter(({ all }) => all.every(({ ranks: typical }) => typical !== undefined));
  if (telling.length === 0) return undefined;
  const logs = ranks.map(() => 0);
  for (const { all, answer } of telling) {
    const chances = chancesOf(thresholds(ranks, all, isSmall), answer, ranks.length);
    chances.forEach((chance, rung) => (logs[rung]! += Math.log(chance)));
  }
  const likeliest = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - likeliest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  /** How likely it is that somebody has reached a rung. */
  const reached = (rung: number): number =>
    shares.slice(Math.max(0, rung)).reduce((sum, share) => sum + share, 0) / total;
  const top = (isSafe: (rung: number) => boolean): number => {
    const rung = ranks.findLastIndex((_, index) => isSafe(index));
    return ranks[Math.max(0, rung)]!;
  };
  const rank = top((rung) => reached(rung) > REACHED && reached(rung - 1) >= NEARLY);
  const lowest = top((rung) => reached(rung) >= SURELY);
  const highest = top((rung) => reached(rung) >= POSSIBLY);
  return { rank, lowest: Math.min(rank, lowest), highest: Math.max(rank, highest) };
}

/** Between every answer and the one before, in rungs from the lowest. */
function thresholds(ranks: readonly number[], all: readonly ExperienceAnswer[], isSmall: boolean): readonly number[] {
  const typical = all.map(({ ranks: usual, ranksIfSmall }) => (isSmall ? ranksIfSmall : undefined) ?? usual!);
  let last = -Infinity;
  return typical.slice(1).map(([low], index) => {
    const halfway = (rungOf(ranks, typical[index]![1]) + rungOf(ranks, low)) / 2;
    last = Math.max(halfway, last + LEAST_APART);
    return last;
  });
}

/** Where a rank lies among those of the ladder; a rank that no role has lies between its neighbours. */
function rungOf(ranks: readonly number[], rank: number): number {
  const below = ranks.filter((other) => other < rank).length;
  return ranks.includes(rank) ? below : below - 0.5;
}

/** By rung, how likely an answer is. */
function chancesOf(bounds: readonly number[], answer: number, rungs: number): readonly number[] {
  const slope = SLOPE * Math.min(1, STEEP_RUNGS / rungs);
  const beyond = (bound: number | undefined, rung: number): number =>
    bound === undefined ? 0 : 1 / (1 + Math.exp(-slope * (rung - bound)));
  return Array.from({ length: rungs }, (_, rung) => {
    const least = answer === 0 ? 1 : beyond(bounds[answer - 1], rung);
    return least - beyond(bounds[answer], rung);
  });
}
