/**
 * Simulated people whose role is known take the quiz: how often it finds the role.
 */
import type { QuizBank } from '../../src/core/model.ts';
import type { Given, Instrument } from '../../src/core/quiz/instrument.ts';
import { roleLogs } from '../../src/core/quiz/posterior.ts';
import { confidenceOf, verdictOf } from '../../src/core/quiz/verdict.ts';
import { type Population, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { mulberry32 } from '../support/rng.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { type Ranking, bayes, byScore, cosine } from './baselines.ts';

/** How often a way of asking and scoring is right, in shares of people. */
export interface Hits {
  readonly first: number;
  readonly firstTwo: number;
}

/** What one cell of the simulation found; shares are 0 to 1. */
export interface Recovery {
  readonly adaptive: Hits;
  readonly fixed: Hits;
  readonly cosineAll: Hits;
  readonly cosineSame: Hits;
  readonly everyQuestion: Hits;
  readonly questions: number;
  readonly retest: number;
  /** Expected calibration error of the first choice's probability, over ten bins of equal width. */
  readonly calibrationError: number;
  /** People who have a role and are told that none fits, or that they answered all alike. */
  readonly noneTold: number;
  readonly straightLiningTold: number;
  /** People told a clear or likely role that is the right one. */
  readonly toldRight: number;
  /** Of those told a clear or likely role: the share told the right one. */
  readonly rightWhenTold: number;
  readonly leastRecall: number;
  readonly withinOneRung: number;
}

/** People who share one draw of what the roles are really like. */
export const PEOPLE_PER_WORLD = 80;

/**
 * Runs one cell.
 *
 * @param people how many to simulate; roles take turns, so each has its equal share
 * @param fixed the fixed order that the same people are asked in for comparison, and how many questions of it
 */
export function recover(
  bank: QuizBank,
  instrument: Instrument,
  population: Population,
  people: number,
  seed: number,
  fixed: { readonly order: readonly number[]; readonly length: number },
): Recovery {
  const rng = mulberry32(seed);
  const ids = instrument.roles.map(({ id }) => id);
  const rungs = rungsOf(instrument);
  const count = { questions: 0, retest: 0, none: 0, straight: 0, told: 0, toldRight: 0, rung: 0 };
  const tallies = { adaptive: [0, 0], fixed: [0, 0], cosineAll: [0, 0], cosineSame: [0, 0], every: [0, 0] };
  const bins = Array.from({ length: 10 }, () => ({ people: 0, claimed: 0, right: 0 }));
  const recall = ids.map(() => ({ people: 0, right: 0 }));
  let world = drawWorld(bank, ids, population, rng);
  for (let person = 0; person < people; person += 1) {
    if (person % PEOPLE_PER_WORLD === 0) world = drawWorld(bank, ids, population, rng);
    const role = person % ids.length;
    const taste = drawTaste(world, ids[role]!, population, rng);
    const answers = drawAnswers(taste, population, rng);
    const later = drawAnswers(taste, population, rng);
    const taken = takeQuiz(instrument, (id) => answers.get(id)!);
    const ranking = byScore(roleLogs(taken.posterior));
    const top = ranking[0]!;
    const all: Given = instrument.questions.map(({ id }) => answers.get(id)!);
    const short = all.map((answer, question) => (fixed.order.indexOf(question) < fixed.length ? answer : 0));
    tally(tallies.adaptive, ranking, role);
    tally(tallies.fixed, bayes(instrument, short), role);
    tally(tallies.cosineAll, cosine(instrument, all), role);
    tally(tallies.cosineSame, cosine(instrument, taken.given), role);
    tally(tallies.every, bayes(instrument, all), role);
    const verdict = verdictOf(instrument, taken.given, taken.posterior);
    const told = verdict === 'clear' || verdict === 'likely';
    const claimed = taken.posterior.roles[top]!;
    const bin = bins[Math.min(9, Math.floor(claimed * 10))]!;
    bin.people += 1;
    bin.claimed += claimed;
    bin.right += Number(top === role);
    recall[role]!.people += 1;
    recall[role]!.right += Number(top === role);
    count.questions += taken.asked;
    count.retest += Number(byScore(roleLogs(takeQuiz(instrument, (id) => later.get(id)!).posterior))[0] === top);
    count.none += Number(confidenceOf(verdict) === 'none');
    count.straight += Number(verdict === 'straight-lining');
    count.told += Number(told);
    count.toldRight += Number(told && top === role);
    count.rung += Number(Math.abs(rungs[top]! - rungs[role]!) <= 1);
  }
  const hits = ([first, firstTwo]: readonly number[]): Hits => ({
    first: first! / people,
    firstTwo: firstTwo! / people,
  });
  return {
    adaptive: hits(tallies.adaptive),
    fixed: hits(tallies.fixed),
    cosineAll: hits(tallies.cosineAll),
    cosineSame: hits(tallies.cosineSame),
    everyQuestion: hits(tallies.every),
    questions: count.questions / people,
    retest: count.retest / people,
    calibrationError: bins.reduce((sum, { claimed, right }) => sum + Math.abs(claimed - right), 0) / people,
    noneTold: count.none / people,
    straightLiningTold: count.straight / people,
    toldRight: count.toldRight / people,
    rightWhenTold: count.toldRight / count.told,
    leastRecall: Math.min(...recall.map(({ people: all, right }) => right / all)),
    withinOneRung: count.rung / people,
  };
}

/** By role, how many ranks of the ladder lie below its own; roles of one rank are on one rung. */
export function rungsOf({ roles }: Instrument): number[] {
  const ranks = [...new Set(roles.map(({ rank }) => rank))].sort((a, b) => a - b);
  return roles.map(({ rank }) => ranks.indexOf(rank));
}

function tally(hits: number[], ranking: Ranking, role: number): void {
  hits[0]! += Number(ranking[0] === role);
  hits[1]! += Number(ranking[0] === role || ranking[1] === role);
}
