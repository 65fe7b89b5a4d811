/**
 * What the engine must not do: find a role in answers without one, or tell a beginner to be chief now.
 */
import type { QuizBank } from '../../src/core/model.ts';
import { supportOf } from '../../src/core/quiz/experience.ts';
import { explain } from '../../src/core/quiz/explain.ts';
import { fitScores } from '../../src/core/quiz/fit.ts';
import type { Instrument } from '../../src/core/quiz/instrument.ts';
import { fitsNow } from '../../src/core/quiz/now.ts';
import { posteriorOf, roleLogs } from '../../src/core/quiz/posterior.ts';
import { verdictOf } from '../../src/core/quiz/verdict.ts';
import { drawExperience } from '../support/experienced-people.ts';
import { type Population, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { type Rng, integer, mulberry32, pick } from '../support/rng.ts';
import { randomSheet, takeQuiz } from '../support/take-quiz.ts';
import { byScore } from './baselines.ts';
import { PEOPLE_PER_WORLD, rungsOf } from './recovery.ts';

/** What people were told who have no role to find; shares of people. */
export interface Pointless {
  readonly noClearFit: number;
  readonly straightLining: number;
  readonly tie: number;
  /** The largest share told one and the same role, as clear or likely. */
  readonly mostToldRole: number;
  readonly questions: number;
}

/** Takes the quiz for people who answer without regard to the question; `answer` gets the number of the question put. */
export function answerPointlessly(
  instrument: Instrument,
  people: number,
  seed: number,
  answer: (rng: Rng, person: number, number: number) => number,
): Pointless {
  const rng = mulberry32(seed);
  const told = instrument.roles.map(() => 0);
  const count = { none: 0, straight: 0, tie: 0, questions: 0 };
  for (let person = 0; person < people; person += 1) {
    let number = 0;
    const { given, posterior, asked } = takeQuiz(instrument, () => answer(rng, person, number++));
    const verdict = verdictOf(instrument, given, posterior);
    count.questions += asked;
    if (verdict === 'no-clear-fit') count.none += 1;
    else if (verdict === 'straight-lining') count.straight += 1;
    else if (verdict === 'tie') count.tie += 1;
    else told[byScore(roleLogs(posterior))[0]!]! += 1;
  }
  return {
    noClearFit: count.none / people,
    straightLining: count.straight / people,
    tie: count.tie / people,
    mostToldRole: Math.max(...told) / people,
    questions: count.questions / people,
  };
}

/** What people were told fits them now, held against the role they hold; shares of people. */
export interface NowCheck {
  readonly tooHigh: number;
  readonly exact: number;
  readonly withinOne: number;
  /** The same mistake if interest alone decided. */
  readonly tooHighByInterest: number;
  /** People at the two lowest rungs who were told one of the two highest. */
  readonly beginnersToldTop: number;
}

/** Simulates people who hold one role and like the same or a higher one, either equally likely. */
export function checkNow(
  bank: QuizBank,
  instrument: Instrument,
  population: Population,
  people: number,
  seed: number,
): NowCheck {
  const rng = mulberry32(seed);
  const ids = instrument.roles.map(({ id }) => id);
  const rungs = rungsOf(instrument);
  let world = drawWorld(bank, ids, population, rng);
  const count = { tooHigh: 0, exact: 0, withinOne: 0, interest: 0, beginners: 0 };
  for (let person = 0; person < people; person += 1) {
    if (person % PEOPLE_PER_WORLD === 0) world = drawWorld(bank, ids, population, rng);
    const held = person % ids.length;
    const taste = drawTaste(world, pick(rng, ids.slice(held)), population, rng);
    const answers = drawAnswers(taste, population, rng);
    const { posterior } = takeQuiz(instrument, (id) => answers.get(id)!);
    const support = supportOf(bank, instrument.roles, drawExperience(ids[held]!, population.noise, rng))!;
    const now = ids.indexOf(fitsNow(instrument, posterior, support).role);
    const rise = rungs[now]! - rungs[held]!;
    count.tooHigh += Number(rise > 1);
    count.exact += Number(now === held);
    count.withinOne += Number(Math.abs(rise) <= 1);
    count.interest += Number(rungs[byScore(roleLogs(posterior))[0]!]! - rungs[held]! > 1);
    count.beginners += Number(held < 2 && now > 5);
  }
  return {
    tooHigh: count.tooHigh / people,
    exact: count.exact / people,
    withinOne: count.withinOne / people,
    tooHighByInterest: count.interest / people,
    beginnersToldTop: count.beginners / people,
  };
}

/** Moves one answer of random answer sheets a step towards a role; counts how often that role's fit falls. */
export function countFalls(instrument: Instrument, moves: number, seed: number): number {
  const rng = mulberry32(seed);
  let falls = 0;
  for (let made = 0; made < moves;) {
    const given = randomSheet(instrument, rng);
    const before = fitScores(instrument, given);
    given.forEach((answer, question) => {
      instrument.roles.forEach((_, role) => {
        const weight = instrument.weights[question]![role]!;
        if (answer === 0 || answer === weight || made >= moves) return;
        const moved = given.with(question, answer + Math.sign(weight - answer));
        made += 1;
        if (fitScores(instrument, moved)[role]! < before[role]!) falls += 1;
      });
    });
  }
  return falls;
}

/** The largest difference between a sum of contributions and its log-odds, over random answer sheets and pairs. */
export function worstSum(instrument: Instrument, sheets: number, seed: number): number {
  const rng = mulberry32(seed);
  let worst = 0;
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const given = randomSheet(instrument, rng);
    const role = integer(rng, 0, instrument.roles.length - 1);
    const posterior = posteriorOf(instrument, given);
    const over = (role + 1) % instrument.roles.length;
    const { logOdds, contributions } = explain(instrument, given, posterior, role, over);
    worst = Math.max(worst, Math.abs(contributions.reduce((sum, { amount }) => sum + amount, 0) - logOdds));
  }
  return worst;
}
