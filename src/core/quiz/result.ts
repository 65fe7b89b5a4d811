/**
 * The result of a quiz as plain data.
 */
import { heldRoles } from '../catalog.ts';
import { PmrolesError } from '../errors.ts';
import type { Ladder, QuizBank, Role } from '../model.ts';
import { byRank } from '../order.ts';
import { expectQuiz, PRESENT_ROLE, type QuizAnswer, quizFingerprint } from './bank.ts';
import { type Belief, beliefOf, claims, openQuestions } from './belief.ts';
import { supportOf } from './experience.ts';
import { type Explanation, explain, fitScores } from './fit.ts';
import { countGiven, createInstrument, type Given, givenAnswers, type Instrument, SETTINGS } from './instrument.ts';

/** How much the answers allow to be said: one role, with how sure that is; two roles; or none. */
export type Verdict = 'clear' | 'likely' | 'leaning' | 'between' | 'no-clear-fit' | 'all-alike' | 'too-few';

/** One role in the ranking. */
export interface RankedRole {
  readonly role: string;
  /** How near the answers come to what the role suggests, 0 to 100. */
  readonly fit: number;
  /** How likely it is that this role alone suits, 0 to 1; with `between` and `noClearFit` all add up to 1. */
  readonly probability: number;
}

/** Where somebody stands now. */
export interface Now {
  /**
   * The role, as given; or of those that experience supports the one that is liked most, which is a guess where `range` has
   * others; null where the person said that it is none of the ladder's.
   */
  readonly role: string | null;
  /** True where the person said so, false where it is read off experience. */
  readonly given: boolean;
  /** The roles that experience supports, or would on this ladder, the lowest first; empty where it was not asked for. */
  readonly range: readonly string[];
}

/** All that a quiz says. */
export interface QuizResult {
  /** Every role that a question tells about, the best fit first; of equals the likelier, then the lower rank, then the earlier id. */
  readonly ranking: readonly RankedRole[];
  /** Roles that a move joins, and how likely it is that somebody stands between them; the likeliest first. */
  readonly between: readonly { readonly roles: readonly [string, string]; readonly probability: number }[];
  /** The probability that no role fits, 0 to 1. */
  readonly noClearFit: number;
  readonly verdict: Verdict;
  /** Null where neither a present role nor experience is known. */
  readonly now: Now | null;
  /** How likely it is that the first of `aim` suits, alone or with a neighbour; what the verdict's words rest on. */
  readonly confidence: number | null;
  /** The role to aim for, or the two that it is between, the better fit first; empty where no role fits. */
  readonly aim: readonly string[];
  /** The first choice held against the one that comes second, every answer's share; null where no role fits. */
  readonly explanation: Explanation | null;
  /** Where the result is not clear: the ids of the questions, not asked yet, that would settle most. */
  readonly deciding: readonly string[];
  /** Questions of interest that have an answer. */
  readonly answered: number;
  /** The bank that the answers belong to. */
  readonly bank: string;
}

/**
 * Works out the result of a quiz.
 *
 * The same answers give the same result to the last bit, in whatever order they come and however the ladder's file is
 * arranged.
 * Answers to questions that the bank does not have are left out of account.
 *
 * @param bank the questions, as `bankOf` finds them
 * @param ladder the roles to choose from
 * @param answers what was answered
 * @returns the ranking of the roles, and what speaks for it
 * @throws PmrolesError `usage` where the ladder has no roles, where an answer is outside its question's range, and for an
 *   argument that is missing
 */
export function quizResult(bank: QuizBank, ladder: Ladder, answers: readonly QuizAnswer[]): QuizResult {
  expectQuiz(bank, ladder, answers);
  if (heldRoles(ladder).length === 0) throw new PmrolesError('usage', 'a quiz needs at least one role');
  const instrument = createInstrument(bank, ladder);
  const given = givenAnswers(instrument, answers);
  const belief = beliefOf(instrument, given);
  const idOf = (role: number): string => instrument.roles[role]!.id;
  const fits = fitScores(instrument, given);
  const order = instrument.roles
    .map((_, role) => role)
    .sort((a, b) => fits[b]! - fits[a]! || belief.roles[b]! - belief.roles[a]! || a - b);
  const { verdict, aim, second = aim[1] } = judge(instrument, given, belief, order);
  const [first] = aim;
  const ranking = order.map((role) => ({ role: idOf(role), fit: fits[role]!, probability: belief.roles[role]! }));
  const asked = new Set(answers.map(({ question }) => question));
  const put = new Set(instrument.questions.flatMap(({ id }, number) => (asked.has(id) ? [number] : [])));
  return {
    ranking,
    between: [...belief.pairs]
      .sort((a, b) => b.probability - a.probability)
      .map(({ roles: [one, other], probability }) => ({ roles: [idOf(one), idOf(other)], probability })),
    noClearFit: belief.none,
    verdict,
    confidence: first === undefined ? null : claims(belief)[first]!,
    now: nowOf(bank, ladder, ranking, answers),
    aim: aim.map(idOf),
    explanation: first !== undefined && second !== undefined ? explain(instrument, given, first, second) : null,
    deciding: verdict === 'clear' || verdict === 'likely' ? [] : deciding(instrument, given, belief, put),
    answered: countGiven(given),
    bank: quizFingerprint(bank, ladder),
  };
}

/** From here on a first choice is called clear. */
const CLEAR = 0.85;

/** From here on a first choice is called likely; below, the answers lean towards it or lie between two. */
const LIKELY = 0.6;

/** A second choice that is less than so many times less likely than the first is as good as it. */
const TIE = 2;

/** Somebody likes a role who, on average, neither dislikes nor is indifferent to what it expects people to like. */
const LIKED = 3;
const EXPECTED_TO_LIKE = 4;

/** What the answers come to: the roles that are named, and the one that comes second where one is named. */
interface Judgement {
  readonly verdict: Verdict;
  readonly aim: readonly number[];
  readonly second?: number | undefined;
}

/**
 * Judges the answers: what is likeliest, a role or what lies between two, and which two roles come first. Where fit and
 * likelihood put different roles first, it is between these two. A role that is merely the least disliked is no choice, and
 * few answers make none clear.
 *
 * @param order role numbers, the best fit first
 */
function judge(instrument: Instrument, given: Given, belief: Belief, order: readonly number[]): Judgement {
  const claimed = claims(belief);
  const answers = countGiven(given);
  const [first] = order;
  const needed = Math.max(1, Math.min(SETTINGS.minAnswers, instrument.questions.length));
  if (first === undefined || answers < needed) return { verdict: 'too-few', aim: [] };
  if (belief.none >= Math.max(...claimed)) return { verdict: isFlat(given) ? 'all-alike' : 'no-clear-fit', aim: [] };
  const top = order.reduce((best, role) => (belief.roles[role]! > belief.roles[best]! ? role : best));
  const [pair] = [...belief.pairs].sort((a, b) => b.probability - a.probability);
  const isPair = pair !== undefined && pair.probability > belief.roles[top]!;
  const second = secondTo(belief, order, top);
  const isTie = second !== undefined && claimed[top]! < LIKELY && belief.roles[second]! * TIE >= belief.roles[top]!;
  const aim = isPair
    ? order.filter((role) => pair.roles.includes(role))
    : first !== top
      ? [first, top]
      : isTie
        ? [top, second]
        : [top];
  if (!isLiked(instrument, given, aim[0]!)) return { verdict: 'no-clear-fit', aim: [] };
  if (aim.length > 1) return { verdict: 'between', aim };
  if (claimed[top]! < LIKELY || answers < SETTINGS.minAnswers) return { verdict: 'leaning', aim, second };
  return { verdict: claimed[top]! >= CLEAR ? 'clear' : 'likely', aim, second };
}

/** The role that comes after the first one: the likeliest by itself and together with the first. */
function secondTo(belief: Belief, order: readonly number[], top: number): number | undefined {
  const score = (role: number): number => {
    const pair = belief.pairs.find(({ roles }) => roles.includes(role) && roles.includes(top));
    return belief.roles[role]! + (pair?.probability ?? 0);
  };
  const [second] = order.filter((role) => role !== top).sort((a, b) => score(b) - score(a));
  return second;
}

function isLiked({ weights }: Instrument, given: Given, role: number): boolean {
  const likings = given.filter((answer, question) => answer > 0 && weights[question]![role]! >= EXPECTED_TO_LIKE);
  return likings.length > 0 && likings.reduce((sum, answer) => sum + answer, 0) >= LIKED * likings.length;
}

/**
 * Below this standard deviation, in steps of the scale, answers are taken to be the same one ticked again and again: one stray
 * step among six is .37.
 */
const FLAT = 0.5;

function isFlat(given: Given): boolean {
  const values = given.filter((answer) => answer > 0);
  if (values.length < 2) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) < FLAT;
}

/** A question that promises less than this, in bits, settles nothing. */
const LEAST_TELLING = 0.02;
const MOST_DECIDING = 2;

function deciding(instrument: Instrument, given: Given, belief: Belief, asked: ReadonlySet<number>): readonly string[] {
  return openQuestions(instrument, given, belief, asked)
    .filter(({ gain }) => gain >= LEAST_TELLING)
    .slice(0, MOST_DECIDING)
    .map(({ question }) => instrument.questions[question]!.id);
}

/** The present role as given; without it, the roles that experience supports. */
function nowOf(
  bank: QuizBank,
  ladder: Ladder,
  ranking: readonly RankedRole[],
  answers: readonly QuizAnswer[],
): Now | null {
  const roles = [...heldRoles(ladder)].sort(byRank);
  const present = answers.find(({ question }) => question === PRESENT_ROLE)?.answer;
  if (typeof present === 'string') {
    if (!roles.some(({ id }) => id === present)) {
      throw new PmrolesError('usage', `the present role "${present}" is no role of the ladder`);
    }
    return { role: present, given: true, range: [] };
  }
  const rankOf = experienceRank(bank);
  const support = supportOf(bank, roles.map(rankOf), answers);
  const given = present === 0;
  if (!support) return given ? { role: null, given, range: [] } : null;
  const range = roles.filter((role) => rankOf(role) >= support.lowest && rankOf(role) <= support.highest);
  const liking = ({ id }: Role): number => ranking.find(({ role }) => role === id)?.probability ?? 0;
  const alike = roles.filter((role) => rankOf(role) === support.rank);
  const likeliest = alike.reduce((best, role) => (liking(role) > liking(best) ? role : best));
  const ids = range.sort((a, b) => rankOf(a) - rankOf(b) || byRank(a, b)).map(({ id }) => id);
  return { role: given ? null : likeliest.id, given, range: ids };
}

/** The rank whose experience a role asks for: its own, unless the bank says otherwise. */
function experienceRank({ experienceRanks = {} }: QuizBank): (role: Role) => number {
  return ({ id, rank }) => (Object.hasOwn(experienceRanks, id) ? experienceRanks[id]! : rank);
}
