/**
 * Simulated people whose role is known take the quiz: how often it finds the role.
 */
import type { Ladder, QuizBank } from '../../src/core/model.ts';
import type { QuizAnswer } from '../../src/core/quiz/bank.ts';
import { createInstrument, type Instrument } from '../../src/core/quiz/instrument.ts';
import { quizResult, type QuizResult } from '../../src/core/quiz/result.ts';
import { type Population, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { mulberry32 } from '../support/rng.ts';
import { takeInterest } from '../support/take-quiz.ts';
import { bestFit } from './baselines.ts';

/** What one cell of the simulation found; shares are 0 to 1. */
export interface Recovery {
  /** People whose role has the best fit, whatever the verdict. */
  readonly first: number;
  /** The role has the best fit, or the verdict names it. */
  readonly named: number;
  /** The first choice after a fixed order of questions, and after all of them. */
  readonly fixed: number;
  readonly everyQuestion: number;
  /** Questions put, the one about the present role among them. */
  readonly questions: number;
  readonly retest: number;
  /** Expected calibration error of the first choice's probability, over ten bins of equal width. */
  readonly calibrationError: number;
  /** People who have a role and are told none. */
  readonly noneTold: number;
  /** People told a clear or likely role that is the right one, and the same of those told one. */
  readonly toldRight: number;
  readonly rightWhenTold: number;
  readonly leastRecall: number;
  readonly withinOneRung: number;
}

/** People who share one draw of what the roles are really like. */
export const PEOPLE_PER_WORLD = 80;

/** What a quiz is tried on. */
export interface Trial {
  readonly bank: QuizBank;
  readonly ladder: Ladder;
  /** The bank that people are drawn by, where that is not the one that they are asked by. */
  readonly truth?: QuizBank;
}

/** The result that somebody gets who takes the quiz; `role` is their present one. */
export function resultFor(
  { bank, ladder }: Trial,
  instrument: Instrument,
  answer: (question: string) => number,
): { readonly result: QuizResult; readonly given: readonly number[]; readonly asked: number } {
  const { given, asked } = takeInterest(instrument, answer);
  const answers = given.flatMap((value, question): QuizAnswer[] =>
    value > 0 ? [{ question: instrument.questions[question]!.id, answer: value }] : [],
  );
  return { result: quizResult(bank, ladder, answers), given, asked };
}

/**
 * Runs one cell.
 *
 * @param people how many to simulate; roles take turns, so each has its equal share
 * @param fixed the fixed order that the same people are asked in for comparison
 */
export function recover(
  trial: Trial,
  population: Population,
  people: number,
  seed: number,
  fixed: readonly number[],
): Recovery {
  const rng = mulberry32(seed);
  const instrument = createInstrument(trial.bank, trial.ladder);
  const ids = instrument.roles.map(({ id }) => id);
  const rungs = rungsOf(instrument);
  const truth = trial.truth ?? trial.bank;
  const sum = {
    first: 0,
    named: 0,
    fixed: 0,
    every: 0,
    questions: 0,
    retest: 0,
    none: 0,
    told: 0,
    toldRight: 0,
    rung: 0,
  };
  const bins = Array.from({ length: 10 }, () => ({ claimed: 0, right: 0 }));
  const recall = ids.map(() => ({ people: 0, right: 0 }));
  let world = drawWorld(truth, ids, population, rng);
  for (let person = 0; person < people; person += 1) {
    if (person % PEOPLE_PER_WORLD === 0) world = drawWorld(truth, ids, population, rng);
    const role = person % ids.length;
    const taste = drawTaste(world, ids[role]!, population, rng);
    const answers = drawAnswers(taste, population, rng);
    const later = drawAnswers(taste, population, rng);
    const all = instrument.questions.map(({ id }) => answers.get(id)!);
    const { result, asked } = resultFor(trial, instrument, (id) => answers.get(id)!);
    const top = ids.indexOf(result.ranking[0]!.role);
    const right = Number(top === role);
    const isTold = result.verdict === 'clear' || result.verdict === 'likely';
    const bin = bins[Math.min(9, Math.floor(claimOf(result) * 10))]!;
    bin.claimed += claimOf(result);
    bin.right += right;
    recall[role]!.people += 1;
    recall[role]!.right += right;
    sum.first += right;
    sum.named += Number(right === 1 || result.aim.includes(ids[role]!));
    sum.fixed += Number(
      bestFit(
        instrument,
        all.map((value, q) => (fixed.includes(q) ? value : 0)),
      ) === role,
    );
    sum.every += Number(bestFit(instrument, all) === role);
    sum.questions += asked + 1;
    sum.retest += Number(bestFit(instrument, takeInterest(instrument, (id) => later.get(id)!).given) === top);
    sum.none += Number(result.aim.length === 0);
    sum.told += Number(isTold);
    sum.toldRight += isTold ? right : 0;
    sum.rung += Number(Math.abs(rungs[top]! - rungs[role]!) <= 1);
  }
  return {
    first: sum.first / people,
    named: sum.named / people,
    fixed: sum.fixed / people,
    everyQuestion: sum.every / people,
    questions: sum.questions / people,
    retest: sum.retest / people,
    calibrationError: bins.reduce((total, { claimed, right }) => total + Math.abs(claimed - right), 0) / people,
    noneTold: sum.none / people,
    toldRight: sum.toldRight / people,
    rightWhenTold: sum.toldRight / sum.told,
    leastRecall: Math.min(...recall.map(({ people: each, right }) => right / each)),
    withinOneRung: sum.rung / people,
  };
}

/** How likely the quiz holds its first choice to be, alone or with a neighbour. */
function claimOf({ ranking, between }: QuizResult): number {
  const [first] = ranking as [QuizResult['ranking'][number]];
  const pairs = between.filter(({ roles }) => roles.includes(first.role));
  return pairs.reduce((sum, { probability }) => sum + probability, first.probability);
}

/** By role, how many ranks of the ladder lie below its own; roles of one rank are on one rung. */
export function rungsOf({ roles }: Instrument, instead: Readonly<Record<string, number>> = {}): number[] {
  const ranks = roles.map(({ id, rank }) => instead[id] ?? rank);
  const distinct = [...new Set(ranks)].sort((a, b) => a - b);
  return ranks.map((rank) => distinct.indexOf(rank));
}
