/**
 * What the answers so far say: a probability for every role, for standing between two that a move joins, and for no role at
 * all; and which question to ask next.
 */
import { countGiven, type Given, type Instrument, LIKELIHOOD, LOG_LIKELIHOOD, SCALE, SETTINGS } from './instrument.ts';

/** What may be true of somebody: that a role suits them (its number twice), or what lies between two. */
type Hypothesis = readonly [number, number];

/** The state of knowledge after some answers. */
export interface Belief {
  /** By role number, 0 to 1: that this role alone suits. */
  readonly roles: readonly number[];
  /** Pairs of roles, and how likely it is that somebody stands between them. */
  readonly pairs: readonly { readonly roles: Hypothesis; readonly probability: number }[];
  /** That no role suits. With `roles` and `pairs` it adds up to 1. */
  readonly none: number;
  /** The same, by hypothesis and answering style, for choosing the next question. */
  readonly shares: readonly { readonly roles: Hypothesis; readonly byStyle: readonly number[] }[];
  /** The two parts of `none`: any answer alike, and a habit that has nothing to do with the question. */
  readonly chance: number;
  readonly habit: number;
}

/** On a large ladder only so many roles, the likeliest, are looked at in pairs. */
const NEAREST = 20;

/**
 * How soon a habit is taken for one: the weight of each answer of the scale before any is given (the parameter of a symmetric
 * Dirichlet distribution). Below 1, because habits are narrow.
 */
const HABIT = 0.7;

/**
 * Bayes' rule over every pair of a hypothesis and an answering style, and over "no role".
 *
 * Roles are equally likely at first, pairs are less likely than roles. A style shifts all answers of one person and is
 * summed out, so that people who like, or dislike, nearly everything are not mistaken for roles that do.
 *
 * Somebody whom no role suits answers without regard to the questions: either any of the five alike, or by a habit, such as
 * ticking mostly 4, only 3 to 5, or one and the same. A habit is a distribution over the five answers that nobody knows
 * beforehand; the chance of answers under all habits together is that of Pólya's urn (Dirichlet-multinomial distribution),
 * in which every answer given makes its like more probable.
 */
export function beliefOf(instrument: Instrument, given: Given): Belief {
  const { roles, weights } = instrument;
  const answered = given.flatMap((answer, question) => (answer > 0 ? [{ answer, question }] : []));
  const logsOf = ([one, other]: Hypothesis, prior: number): number[] => {
    const logs: number[] = SETTINGS.styles.map((style) => Math.log(prior * style.prior));
    for (const { answer, question } of answered) {
      const styles = LOG_LIKELIHOOD[twiceExpected(weights[question]!, one, other)]!;
      for (let style = 0; style < logs.length; style += 1) logs[style]! += styles[style]![answer]!;
    }
    return logs;
  };
  const rest = 1 - SETTINGS.chancePrior - SETTINGS.habitPrior - SETTINGS.pairPrior;
  const each = rest / Math.max(1, roles.length);
  const alone = roles.map((_, role) => logsOf([role, role], each));
  const near = nearest(alone.map(logSum));
  const considered = instrument.pairs.filter(([one, other]) => near.has(one) && near.has(other));
  // The same for every answer, however few pairs are looked at, and never as likely as one of their roles.
  const eachPair = Math.min(SETTINGS.pairPrior / instrument.pairs.length, each * SETTINGS.mostOfRole);
  const between = considered.map((pair) => logsOf(pair, eachPair));
  const logs = [...alone, ...between];
  const none = logsOfNone(answered.map(({ answer }) => answer));
  const total = logSum([...logs.map(logSum), ...none]);
  const [chance, habit] = none.map((log) => Math.exp(log - total)) as [number, number];
  const shares = logs.map((styles, index) => ({
    roles: considered[index - roles.length] ?? ([index, index] as const),
    byStyle: styles.map((log) => Math.exp(log - total)),
  }));
  const probabilities = shares.map(({ byStyle }) => byStyle.reduce((sum, share) => sum + share, 0));
  return {
    roles: probabilities.slice(0, roles.length),
    pairs: considered.map((pair, index) => ({ roles: pair, probability: probabilities[roles.length + index]! })),
    none: chance + habit,
    shares,
    chance,
    habit,
  };
}

/** Twice the answer expected of a role, or of somebody halfway between two; 0 where it is not known. */
function twiceExpected(weights: Uint8Array, one: number, other: number): number {
  return weights[one] === 0 || weights[other] === 0 ? 0 : weights[one]! + weights[other]!;
}

function nearest(logs: readonly number[]): ReadonlySet<number> {
  const order = logs.map((_, role) => role).sort((a, b) => logs[b]! - logs[a]! || a - b);
  return new Set(order.slice(0, NEAREST));
}

/** The logarithms of chance and of habit. */
function logsOfNone(answers: readonly number[]): readonly number[] {
  const counts = countsOf([]);
  let habit = Math.log(SETTINGS.habitPrior);
  for (const [index, answer] of answers.entries()) {
    habit += Math.log((HABIT + counts[answer]!) / (HABIT * SCALE.length + index));
    counts[answer]! += 1;
  }
  return [Math.log(SETTINGS.chancePrior) - answers.length * Math.log(SCALE.length), habit];
}

function countsOf(answers: readonly number[]): number[] {
  return [0, ...SCALE].map((value) => answers.filter((answer) => answer === value).length);
}

/** By role number: how likely it is that the role suits, alone or with a neighbour. */
export function claims({ roles, pairs }: Belief): readonly number[] {
  const sums = [...roles];
  for (const pair of pairs) for (const role of pair.roles) sums[role]! += pair.probability;
  return sums;
}

/** The logarithm of a sum of exponentials, without overflow or underflow. */
function logSum(logs: readonly number[]): number {
  const highest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (highest === -Infinity) return highest;
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
}

/** A question and what it promises. */
export interface Candidate {
  /** The question's number in the instrument. */
  readonly question: number;
  /** Expected information about which role suits, in bits. */
  readonly gain: number;
}

/** Gains are told apart to this many parts of a bit: a difference in the last places must not choose the question. */
const PARTS = 1e9;

/**
 * The questions still open, the one first that is expected to say most about which role suits.
 *
 * Expected information gain (Lindley 1956): the entropy over roles and "no role" now, less the average entropy after each
 * possible answer, weighted by how likely the answer is. Somebody between two roles counts half for each. Answering styles are
 * summed out: learning about a style counts only for what it says about roles. Ties go to the question whose id comes first.
 */
export function openQuestions(
  instrument: Instrument,
  given: Given,
  belief: Belief,
  asked: ReadonlySet<number>,
): readonly Candidate[] {
  const counts = countsOf(given.filter((answer) => answer > 0));
  const answers = countGiven(given);
  const noneOf = SCALE.map(
    (answer) =>
      belief.chance / SCALE.length + (belief.habit * (HABIT + counts[answer]!)) / (HABIT * SCALE.length + answers),
  );
  const joint = new Float64Array(instrument.roles.length);
  /** Σ −j ln j over roles and "no role" for one answer, and the answer's probability; the joint chances are left in `joint`. */
  const gather = (
    none: number,
    chanceOf: (styles: readonly number[], roles: Hypothesis) => number,
  ): [number, number] => {
    joint.fill(0);
    let probability = none;
    for (const { roles, byStyle } of belief.shares) {
      const chance = chanceOf(byStyle, roles);
      joint[roles[0]]! += chance / 2;
      joint[roles[1]]! += chance / 2;
      probability += chance;
    }
    return [joint.reduce((sum, chance) => sum + minusXLogX(chance), minusXLogX(none)), probability];
  };
  const [now] = gather(belief.none, (byStyle) => byStyle.reduce((sum, share) => sum + share, 0));
  const gainOf = (question: number): number => {
    const weights = instrument.weights[question]!;
    let after = 0;
    SCALE.forEach((answer, index) => {
      const [entropies, probability] = gather(noneOf[index]!, (byStyle, [one, other]) => {
        const styles = LIKELIHOOD[twiceExpected(weights, one, other)]!;
        let chance = 0;
        for (let style = 0; style < byStyle.length; style += 1) chance += byStyle[style]! * styles[style]![answer]!;
        return chance;
      });
      after += entropies - minusXLogX(probability);
    });
    return Math.round((PARTS * (now - after)) / Math.LN2) / PARTS;
  };
  return instrument.questions
    .flatMap((_, question) => (asked.has(question) ? [] : [{ question, gain: gainOf(question) }]))
    .sort((a, b) => b.gain - a.gain || a.question - b.question);
}

const minusXLogX = (x: number): number => (x > 0 ? -x * Math.log(x) : 0);

/** What is known of somebody's interest, and what to ask next unless that is enough. */
interface InterestState {
  readonly belief: Belief;
  readonly next?: Candidate;
}

/** Finds the state of the interest part of a quiz; `asked` holds the numbers of the questions put, skipped ones among them. */
export function interestState(instrument: Instrument, given: Given, asked: ReadonlySet<number>): InterestState {
  const belief = beliefOf(instrument, given);
  const answers = countGiven(given);
  if (answers >= SETTINGS.maxAnswers || asked.size >= SETTINGS.maxAsked) return { belief };
  const isEnough = answers >= SETTINGS.minAnswers;
  if (isEnough && Math.max(belief.none, ...claims(belief)) >= SETTINGS.stopProbability) return { belief };
  const [next] = openQuestions(instrument, given, belief, asked);
  return !next || (isEnough && next.gain < SETTINGS.minGain) ? { belief } : { belief, next };
}
