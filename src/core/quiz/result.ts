/**
 * The result of a quiz as plain data.
 */
import { heldRoles } from '../catalog.ts';
import { PmrolesError } from '../errors.ts';
import type { QuizBank } from '../model.ts';
import type { QuizAnswer } from './bank.ts';
import { bankFingerprint } from './bank.ts';
import { type Change, whatWouldChange } from './change.ts';
import { supportOf } from './experience.ts';
import { type Contribution, type Explanation, explain } from './explain.ts';
import { fitScores } from './fit.ts';
import { createInstrument, type Given, givenAnswers, type Instrument } from './instrument.ts';
import { fitsNow, type Now } from './now.ts';
import { type Posterior, posteriorOf, roleLogs } from './posterior.ts';
import { expectQuiz, type QuizLadder } from './session.ts';
import { type Confidence, confidenceOf, type Verdict, verdictOf } from './verdict.ts';

/** One role in the ranking. */
export interface RankedRole {
  readonly role: string;
  /** How near the answers come to what the role suggests, 0 to 100. */
  readonly fit: number;
  /** How likely it is that this is the role, 0 to 1; with `noClearFit` all add up to 1. */
  readonly probability: number;
}

/** All that a quiz says. */
export interface QuizResult {
  /** Every role, the likeliest first; of equals the better fit, then the lower rank, then the earlier id. */
  readonly ranking: readonly RankedRole[];
  /** The probability that no role fits, 0 to 1. */
  readonly noClearFit: number;
  /** Whether there is a first choice to speak of: true for `clear` and `likely`. */
  readonly clear: boolean;
  readonly reason: Verdict;
  readonly confidence: Confidence;
  /** The role that fits now; null without answers about experience, or where no role fits. */
  readonly now: Now | null;
  /** The two roles to aim for, the likelier first; empty where no role fits. */
  readonly aim: readonly string[];
  /** The first choice held against the runner-up, every answer's share; null where no role fits. */
  readonly explanation: Explanation | null;
  /** The up to three answers that speak most for the first choice. */
  readonly for: readonly Contribution[];
  /** The answer that speaks most against it, if any does. */
  readonly against: readonly Contribution[];
  readonly change: Change | null;
  /** Questions put, of both kinds, skipped ones among them. */
  readonly asked: number;
  readonly skipped: number;
  /** The bank that the answers belong to. */
  readonly bank: string;
}

/**
 * Works out the result of a quiz.
 *
 * The same answers give the same result to the last bit, in whatever order they come and however the ladder's file is
 * arranged. Answers to questions that the bank does not have are left out of account; `answerProblems` finds them.
 *
 * @param bank the questions, as `bankOf` finds them
 * @param ladder the roles to choose from; a ladder will do
 * @param answers what was answered
 * @returns the ranking of the roles, and what speaks for it
 * @throws PmrolesError `usage` where the ladder has no roles, where an answer is outside its question's range, and for an
 *   argument that is missing
 */
export function quizResult(bank: QuizBank, ladder: QuizLadder, answers: readonly QuizAnswer[]): QuizResult {
  expectQuiz(bank, ladder, answers);
  const roles = heldRoles(ladder);
  if (roles.length === 0) throw new PmrolesError('usage', 'a quiz needs at least one role');
  const instrument = createInstrument(bank, roles);
  const given = givenAnswers(instrument, answers);
  const posterior = posteriorOf(instrument, given);
  const order = rank(posterior, fitScores(instrument, given));
  const reason = verdictOf(instrument, given, posterior);
  const confidence = confidenceOf(reason);
  const fits = confidence !== 'none';
  const [first, second] = order;
  const support = supportOf(bank, roles, answers);
  const explanation = fits && second ? explain(instrument, given, posterior, first!.number, second.number) : null;
  const contributions = explanation?.contributions ?? [];
  const last = new Map(answers.map(({ question, answer }) => [question, answer]));
  const asked = [...bank.experience, ...bank.questions].filter(({ id }) => last.has(id));
  return {
    ranking: order.map(({ number, fit, probability }) => ({ role: instrument.roles[number]!.id, fit, probability })),
    noClearFit: posterior.none,
    clear: reason === 'clear' || reason === 'likely',
    reason,
    confidence,
    now: fits && support ? fitsNow(instrument, posterior, support) : null,
    aim: fits ? order.slice(0, 2).map(({ number }) => instrument.roles[number]!.id) : [],
    explanation,
    for: contributions.filter(({ amount }) => amount > 0).slice(0, 3),
    against: contributions.filter(({ amount }) => amount < 0).slice(-1),
    change: fits && second ? checkedChange(instrument, given, whatWouldChange(instrument, given, first!.number)) : null,
    asked: asked.length,
    skipped: asked.filter(({ id }) => last.get(id) === null).length,
    bank: bankFingerprint(bank),
  };
}

/** A change may lead to no role at all: answers that point nowhere are likelier than any role's. */
function checkedChange(instrument: Instrument, given: Given, change: Change | null): Change | null {
  if (!change) return null;
  const index = new Map(instrument.questions.map(({ id }, number) => [id, number]));
  const changed = [...given];
  for (const { question, to } of change.answers) changed[index.get(question)!] = to;
  const reason = verdictOf(instrument, changed, posteriorOf(instrument, changed));
  return confidenceOf(reason) === 'none' ? { ...change, becomes: null } : change;
}

interface Numbered {
  readonly number: number;
  readonly fit: number;
  readonly probability: number;
}

/** Ordered by logarithms, which still tell roles apart whose probabilities are both 0 to the machine. */
function rank(posterior: Posterior, fits: readonly number[]): readonly Numbered[] {
  const logs = roleLogs(posterior);
  return posterior.roles
    .map((probability, number) => ({ number, fit: fits[number]!, probability }))
    .sort((a, b) => logs[b.number]! - logs[a.number]! || b.fit - a.fit || a.number - b.number);
}
