/**
 * The shipped quiz, and the ratings that its weights are the medians of.
 */
import { readFileSync } from 'node:fs';
import type { Ladder, QuizBank } from '../../src/core/model.ts';
import { shippedLadder } from './fake-runtime.ts';

const RATINGS = new URL('../../data/product-management/quiz-ratings.csv', import.meta.url);

/** The questions of the shipped ladder. */
export function shippedBank(): QuizBank {
  return shippedLadder().quiz!;
}

/** By rater: by question id, by role id, the rating. */
export type Ratings = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, number>>>>;

/** The rater whose ratings are kept out of the weights, to hold them against. */
export const HELD_OUT = 'held-out';

/** Reads the ratings, each rater's by itself. */
export function ratings(): Ratings {
  const [header, ...rows] = readFileSync(RATINGS, 'utf8').trim().split('\n');
  const roles = header!.split(',').slice(2);
  const byRater = new Map<string, Map<string, Readonly<Record<string, number>>>>();
  for (const row of rows) {
    const [question, rater, ...cells] = row.split(',');
    const own = byRater.get(rater!) ?? new Map<string, Readonly<Record<string, number>>>();
    byRater.set(rater!, own);
    own.set(question!, Object.fromEntries(roles.map((role, index) => [role, Number(cells[index])])));
  }
  return byRater;
}

/** The bank with other weights: those of one rater. */
export function bankRatedBy(bank: QuizBank, rater: string): QuizBank {
  const own = ratings().get(rater)!;
  return { ...bank, questions: bank.questions.map((question) => ({ ...question, weights: own.get(question.id)! })) };
}

/** The shipped ladder. */
export const SHIPPED_LADDER: Ladder = shippedLadder();

/** Its roles in the order of the engine: by rank, then by id. */
export const SHIPPED_ROLES = [...SHIPPED_LADDER.roles].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
