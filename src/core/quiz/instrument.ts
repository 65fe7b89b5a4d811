/**
 * A bank made ready for arithmetic: roles and questions numbered in a fixed order, likelihoods looked up by number; and the
 * numbers that the arithmetic depends on.
 *
 * The order is that of rank and id for roles and of id for questions, never that of the file; this alone makes every
 * later sum, and so every result, independent of how the file is arranged.
 */
import { heldRoles, movesOf, weightsOf } from '../catalog.ts';
import { PmrolesError } from '../errors.ts';
import type { Ladder, QuizBank, QuizQuestion, Role } from '../model.ts';
import { byCodeUnit, byRank } from '../order.ts';
import type { QuizAnswer } from './bank.ts';

/** The model of how people answer, and when to stop asking; chosen with `npm run bench:quiz`. */
export const SETTINGS = {
  /** Spread of a person's answers around what their role suggests, in steps of the scale. */
  sigma: 1,
  /** Share of answers that say nothing at all: slips, misreadings, whims. */
  lambda: 0.15,
  /** Ways of using the scale: how far all answers of a person are shifted, in steps, and how likely that is at first. */
  styles: [
    { shift: -0.7, prior: 0.15 },
    { shift: 0, prior: 0.7 },
    { shift: 0.7, prior: 0.15 },
  ],
  /** How likely it is, before any answer, that the answers are chance, and that they follow a habit. */
  chancePrior: 0.15,
  habitPrior: 0.06,
  /** How likely it is, before any answer, that somebody stands between two roles; and at most so much of a role for each pair. */
  pairPrior: 0.1,
  mostOfRole: 1 / 8,
  /** Enough is known once one outcome is at least this likely. */
  stopProbability: 0.95,
  /** A question that promises less than this is not worth asking, in bits. */
  minGain: 0.04,
  /** Answers needed before the quiz stops by itself. */
  minAnswers: 6,
  /** Answers after which the quiz stops in any case. */
  maxAnswers: 18,
  /** Questions after which the quiz stops in any case, skipped ones among them. */
  maxAsked: 24,
} as const;

/** The answers of the scale, 1 to 5. */
export const SCALE: readonly number[] = [1, 2, 3, 4, 5];

/** A bank and the roles it tells apart, numbered. */
export interface Instrument {
  /** The roles that some question tells about, by rank, then by id. */
  readonly roles: readonly Role[];
  /** By id. */
  readonly questions: readonly QuizQuestion[];
  /** Numbers of roles that a move joins, the lower number first; each pair once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** `weights[q][r]`: the expected answer, 0 where it is not known. */
  readonly weights: readonly Uint8Array[];
}

/** The interest answers by question number: 1 to 5, or 0 where there is none. */
export type Given = readonly number[];

/** Numbers a bank for the roles of a ladder. Of a role that no question tells about, answers say nothing. */
export function createInstrument(bank: QuizBank, ladder: Ladder): Instrument {
  const told = new Set(bank.questions.flatMap(({ weights }) => Object.keys(weights)));
  const roles = heldRoles(ladder)
    .filter(({ id }) => told.has(id))
    .sort(byRank);
  const questions = [...bank.questions].sort((a, b) => byCodeUnit(a.id, b.id));
  const numbers = new Map(roles.map(({ id }, number) => [id, number]));
  // As one number each, so that they are sorted, and the same pair is there once.
  const pairs = movesOf(ladder).flatMap(({ from, to }) => {
    const [one, other] = [numbers.get(from), numbers.get(to)];
    if (one === undefined || other === undefined || one === other) return [];
    return Math.min(one, other) * roles.length + Math.max(one, other);
  });
  return {
    roles,
    questions,
    pairs: [...new Set(pairs)]
      .sort((a, b) => a - b)
      .map((pair) => [Math.floor(pair / roles.length), pair % roles.length]),
    weights: questions.map((question) => weightsOf(question, roles)),
  };
}

/**
 * Sorts answers to interest questions into the instrument's order.
 *
 * @throws PmrolesError `usage` where an answer is not a whole number from 1 to 5
 */
export function givenAnswers(instrument: Instrument, answers: readonly QuizAnswer[]): Given {
  const byQuestion = new Map(answers.map(({ question, answer }) => [question, answer]));
  return instrument.questions.map(({ id }) => {
    const answer = byQuestion.get(id) ?? null;
    if (answer === null) return 0;
    if (typeof answer !== 'number' || !SCALE.includes(answer)) {
      throw new PmrolesError('usage', `"${id}" takes an answer from 1 to 5, not ${answer}`);
    }
    return answer;
  });
}

/** How many questions have an answer. */
export function countGiven(given: Given): number {
  return given.reduce((count, answer) => count + (answer > 0 ? 1 : 0), 0);
}

/**
 * `LIKELIHOOD[twice][style][answer]`: how likely each answer is for every expected answer, counted in half steps because
 * somebody between two roles is expected halfway.
 *
 * A contaminated normal model (Tukey 1960): with probability 1 − λ the answer follows a normal curve of spread σ around the
 * expected answer plus the style's shift, taken at the five points of the scale and normalised to add up to 1; with
 * probability λ it is any of the five alike. The second part bounds what one answer can do, so that a slip does not decide.
 * Where the expected answer is not known (0), all five are alike.
 */
export const LIKELIHOOD: readonly (readonly (readonly number[])[])[] = Array.from({ length: 11 }, (_, twice) =>
  SETTINGS.styles.map(({ shift }) => {
    const alike = 1 / SCALE.length;
    if (twice === 0) return [1, ...SCALE.map(() => alike)];
    const curve = SCALE.map((answer) => Math.exp(-0.5 * ((answer - twice / 2 - shift) / SETTINGS.sigma) ** 2));
    const total = curve.reduce((sum, height) => sum + height, 0);
    return [1, ...curve.map((height) => (1 - SETTINGS.lambda) * (height / total) + SETTINGS.lambda * alike)];
  }),
);

/** The natural logarithms of `LIKELIHOOD`. */
export const LOG_LIKELIHOOD = LIKELIHOOD.map((styles) => styles.map((answers) => answers.map(Math.log)));
