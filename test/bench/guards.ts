/**
 * What the engine must not do: find a role in answers without one, tell somebody between two roles of one alone, or tell a
 * beginner to be chief now.
 */
import type { QuizAnswer } from '../../src/core/quiz/bank.ts';
import { supportOf } from '../../src/core/quiz/experience.ts';
import { explain, fitScores } from '../../src/core/quiz/fit.ts';
import { createInstrument, type Instrument } from '../../src/core/quiz/instrument.ts';
import { quizResult } from '../../src/core/quiz/result.ts';
import { drawExperience } from '../support/experienced-people.ts';
import { POPULATION, type Population, drawAnswers, drawTaste, drawWorld } from '../support/people.ts';
import { type Rng, integer, mulberry32, normal, pick } from '../support/rng.ts';
import { randomSheet, takeInterest } from '../support/take-quiz.ts';
import { PEOPLE_PER_WORLD, resultFor, rungsOf, type Trial } from './recovery.ts';

/** What people were told who have no role to find; shares of people. */
export interface Pointless {
  /** Told a role, as clear or likely. */
  readonly told: number;
  /** The largest share told one and the same. */
  readonly mostTold: number;
  readonly questions: number;
}

/** Answers without regard to what is asked; `number` counts the questions from 0. */
type Careless = (rng: Rng, person: number, number: number, question: string) => number;

const within = (answer: number): number => Math.min(5, Math.max(1, Math.round(answer)));

/** Kinds of people who do not say what they like. */
export const CARELESS: Readonly<Record<string, () => Careless>> = {
  'any answer alike': () => (rng) => integer(rng, 1, 5),
  'only 3 to 5': () => (rng) => integer(rng, 3, 5),
  'mostly 4': () => (rng) => (rng() < 0.7 ? 4 : integer(rng, 1, 5)),
  '4, 5, 4, 5 …': () => (_, person, number) => 4 + ((person + number) % 2),
  '1, 2, 3, 4, 5, 1 …': () => (_, person, number) => 1 + ((person + number) % 5),
  'the ends only': () => (rng) => (rng() < 0.5 ? 1 : 5),
  'all the same': () => (_, person) => 1 + (person % 5),
  'all the same but one': () => (rng, person, number) =>
    number === person % 6 ? within(1 + (person % 5) + (rng() < 0.5 ? -1 : 1)) : 1 + (person % 5),
  'by how nice it sounds': () => {
    // What sounds nice is the same for everybody of one world, and has nothing to do with roles.
    let sounds = new Map<string, number>();
    return (rng, person, number, question) => {
      if (person % PEOPLE_PER_WORLD === 0 && number === 0) sounds = new Map();
      const nice = sounds.get(question) ?? 3 + 0.9 * normal(rng);
      sounds.set(question, nice);
      return within(nice + 0.6 * normal(rng));
    };
  },
};

/** Takes the quiz for people who answer without regard to the question. */
export function answerCarelessly(trial: Trial, people: number, seed: number, answer: Careless): Pointless {
  const rng = mulberry32(seed);
  const instrument = createInstrument(trial.bank, trial.ladder);
  const told = new Map<string, number>();
  let questions = 0;
  for (let person = 0; person < people; person += 1) {
    let number = 0;
    const { result, asked } = resultFor(trial, instrument, (question) => answer(rng, person, number++, question));
    questions += asked;
    if (result.verdict !== 'clear' && result.verdict !== 'likely') continue;
    told.set(result.aim[0]!, (told.get(result.aim[0]!) ?? 0) + 1);
  }
  const counts = [...told.values()];
  return {
    told: counts.reduce((sum, count) => sum + count, 0) / people,
    mostTold: Math.max(0, ...counts) / people,
    questions: questions / people,
  };
}

/** What people were told who like 65 % of one role and 35 % of another that a move joins; shares of people. */
export interface Blends {
  readonly bothNamed: number;
  readonly between: number;
  readonly majorFirst: number;
}

/** Simulates people between two roles. */
export function blend(trial: Trial, population: Population, people: number, seed: number): Blends {
  const rng = mulberry32(seed);
  const instrument = createInstrument(trial.bank, trial.ladder);
  const ids = instrument.roles.map(({ id }) => id);
  const count = { both: 0, between: 0, major: 0 };
  for (let person = 0; person < people; person += 1) {
    const pair = instrument.pairs[person % instrument.pairs.length]!.map((role) => ids[role]!);
    const [major, minor] = rng() < 0.5 ? pair : pair.toReversed();
    const mixed = trial.bank.questions.map((question) => {
      const { [major!]: more = 3, [minor!]: less = 3 } = question.weights;
      return { ...question, weights: { blend: 0.65 * more + 0.35 * less } };
    });
    const world = drawWorld({ ...trial.bank, questions: mixed }, ['blend'], population, rng);
    const answers = drawAnswers(drawTaste(world, 'blend', population, rng), population, rng);
    const { result } = resultFor(trial, instrument, (id) => answers.get(id)!);
    // The one that comes second is named as well: the first is held against it.
    const named = [...result.aim, result.explanation?.over];
    count.both += Number(named.includes(major) && named.includes(minor));
    count.between += Number(result.verdict === 'between');
    count.major += Number(result.ranking[0]!.role === major);
  }
  return { bothNamed: count.both / people, between: count.between / people, majorFirst: count.major / people };
}

/** What people were told fits them now, held against the role they hold; shares of people. */
export interface NowCheck {
  readonly exact: number;
  /** At most one rung away; roles that ask for the same experience are on one rung. */
  readonly withinOne: number;
  /** More than one rung above. */
  readonly tooHigh: number;
  /** The role they hold is within the range that is named. */
  readonly inRange: number;
  /** By role, exactly the role held. */
  readonly byRole: readonly number[];
}

/** Simulates people who hold one role, like it, and leave out which one it is. */
export function checkNow(trial: Trial, population: Population, people: number, seed: number): NowCheck {
  const rng = mulberry32(seed);
  const instrument = createInstrument(trial.bank, trial.ladder);
  const ids = instrument.roles.map(({ id }) => id);
  const rungs = rungsOf(instrument, trial.bank.experienceRanks);
  const count = { exact: 0, one: 0, high: 0, range: 0 };
  const byRole = ids.map(() => 0);
  let world = drawWorld(trial.bank, ids, population, rng);
  for (let person = 0; person < people; person += 1) {
    if (person % PEOPLE_PER_WORLD === 0) world = drawWorld(trial.bank, ids, population, rng);
    const held = person % ids.length;
    const answers = drawAnswers(drawTaste(world, ids[held]!, population, rng), population, rng);
    const { given } = takeInterest(instrument, (id) => answers.get(id)!);
    const interest = given.flatMap((answer, question): QuizAnswer[] =>
      answer > 0 ? [{ question: instrument.questions[question]!.id, answer }] : [],
    );
    const experience = drawExperience(ids[held]!, population.noise, rng);
    const now = quizResult(trial.bank, trial.ladder, [...experience, ...interest]).now!;
    const role = ids.indexOf(now.role!);
    const rise = rungs[role]! - rungs[held]!;
    count.exact += Number(role === held);
    byRole[held]! += Number(role === held);
    count.one += Number(Math.abs(rise) <= 1);
    count.high += Number(rise > 1);
    count.range += Number(now.range.includes(ids[held]!));
  }
  return {
    exact: count.exact / people,
    withinOne: count.one / people,
    tooHigh: count.high / people,
    inRange: count.range / people,
    byRole: byRole.map((right) => (right * ids.length) / people),
  };
}

/** People who name the role they hold, and are told another; they like any role at all. */
export function countMisread(trial: Trial, people: number, seed: number): number {
  const rng = mulberry32(seed);
  const instrument = createInstrument(trial.bank, trial.ladder);
  let misread = 0;
  for (let person = 0; person < people; person += 1) {
    const { id } = pick(rng, instrument.roles);
    const sheet = randomSheet(instrument, rng).flatMap((answer, question): QuizAnswer[] =>
      answer > 0 ? [{ question: instrument.questions[question]!.id, answer }] : [],
    );
    const { now } = quizResult(trial.bank, trial.ladder, [{ question: '@role', answer: id }, ...sheet]);
    misread += Number(now?.role !== id);
  }
  return misread;
}

/** Of all rows of experience answers and every step up of one: how often the supported rank falls. */
export function countNowFalls({ bank, ladder }: Trial): { readonly steps: number; readonly falls: number } {
  const questions = bank.experience.map(({ id, answers }) => ({ id, most: answers.length }));
  const ranks = ladder.roles.map(({ id, rank }) => bank.experienceRanks?.[id] ?? rank);
  const rank = (row: readonly number[]): number =>
    supportOf(
      bank,
      ranks,
      row.map((answer, index) => ({ question: questions[index]!.id, answer })),
    )!.rank;
  let rows: readonly (readonly number[])[] = [[]];
  for (const { most } of questions) {
    rows = rows.flatMap((row) => Array.from({ length: most }, (_, answer) => [...row, answer]));
  }
  const found = new Map(rows.map((row) => [row.join(), rank(row)]));
  const count = { steps: 0, falls: 0 };
  for (const row of rows) {
    row.forEach((answer, index) => {
      const higher = found.get(row.with(index, answer + 1).join());
      if (higher === undefined) return;
      count.steps += 1;
      count.falls += Number(higher < found.get(row.join())!);
    });
  }
  return count;
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
        // What is equal may differ in the last place.
        if (fitScores(instrument, moved)[role]! < before[role]! - 1e-9) falls += 1;
      });
    });
  }
  return falls;
}

/** The largest difference between a lead and the difference of the two fits, over random answer sheets and pairs. */
export function worstLead(instrument: Instrument, sheets: number, seed: number): number {
  const rng = mulberry32(seed);
  let worst = 0;
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const given = randomSheet(instrument, rng);
    const role = integer(rng, 0, instrument.roles.length - 1);
    const over = (role + 1) % instrument.roles.length;
    const fits = fitScores(instrument, given);
    const { lead } = explain(instrument, given, role, over);
    worst = Math.max(worst, Math.abs(lead - (fits[role]! - fits[over]!)));
  }
  return worst;
}

/** The usual people, with some noise. */
export const noisy = (noise: number): Population => ({ ...POPULATION, noise });
