/**
 * What the quiz asks: the ladder's own questions or, where it has none, some made from its roles.
 */
import { expectArgument, expectCatalog, expectLadder, expectObject } from '../arguments.ts';
import { type Catalog, heldRoles, movesOf } from '../catalog.ts';
import type { Ladder, QuizBank } from '../model.ts';
import { byCodeUnit } from '../order.ts';
import { countDistinct, makeBank } from './made-bank.ts';

/** The first question, which every quiz has: which role somebody has now. No question of a bank can have this id. */
export const PRESENT_ROLE = '@role';

/**
 * One answer: 1 to 5 for a question of interest, 0 and up for one of experience, the id of a role for the present one, or 0
 * for none of the ladder's; null where the question was skipped.
 */
export interface QuizAnswer {
  readonly question: string;
  readonly answer: number | string | null;
}

/** A bank and where it comes from. */
export interface LadderBank {
  readonly bank: QuizBank;
  /** True where the ladder brings no questions and they were made from its roles. */
  readonly generated: boolean;
  /** How many of the roles the questions can tell apart. */
  readonly distinguishes: number;
}

/**
 * Finds the questions to ask.
 *
 * @param catalog the ladder
 * @returns the ladder's own quiz or, where it has none, one made from its roles
 * @throws PmrolesError `usage` for an argument that is missing
 */
export function bankOf(catalog: Catalog): LadderBank {
  expectCatalog(catalog);
  const { quiz } = catalog.ladder;
  if (quiz && quiz.questions.length > 0) {
    return { bank: quiz, generated: false, distinguishes: countDistinct(quiz.questions, heldRoles(catalog.ladder)) };
  }
  const { bank, distinguishes } = makeBank(catalog);
  const experience = quiz && quiz.experience.length > 0 ? quiz.experience : bank.experience;
  return { bank: { ...bank, experience }, generated: true, distinguishes };
}

/** Holds that what a program passes to the quiz is there. */
export function expectQuiz(bank: QuizBank, ladder: Ladder, answers: readonly QuizAnswer[]): void {
  expectObject(bank, 'the bank', 'what bankOf finds');
  expectLadder(ladder);
  expectArgument(Array.isArray(answers), answers, 'the list of answers', 'a list');
}

/** Raised when the same questions are asked in another way, so that older answers no longer fit. */
const WAY_OF_ASKING = 2;

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const SIXTY_FOUR_BITS = (1n << 64n) - 1n;

/** That of a large bank takes a while, and every answer in an address needs it. */
const fingerprints = new WeakMap<QuizBank, { readonly ladder: Ladder; readonly fingerprint: string }>();

/**
 * Fingerprints a quiz, so that answers stored with one are not silently replayed against another.
 *
 * FNV-1a with 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv) over all that decides what is asked next, in an order of its
 * own: questions, weights and experience, the roles with their ranks, and which of them a move joins. It notices accidents and
 * is no protection against intent. Cites and areas do not count, because they change no result.
 */
export function quizFingerprint(bank: QuizBank, ladder: Ladder): string {
  const known = fingerprints.get(bank);
  if (known?.ladder === ladder) return known.fingerprint;
  const sorted = (record: Readonly<Record<string, number>>): [string, number][] =>
    Object.entries(record).sort(([a], [b]) => byCodeUnit(a, b));
  const questions = bank.questions.map(({ id, text, weights }) => [id, text, sorted(weights)]);
  const experience = bank.experience.map(({ id, text, answers }) => [
    id,
    text,
    answers.map((answer) => [answer.text, answer.ranks, answer.ranksIfSmall, answer.small]),
  ]);
  const roles = heldRoles(ladder).map(({ id, rank }) => [id, rank]);
  const moves = new Set(movesOf(ladder).map(({ from, to }) => [from, to].sort(byCodeUnit).join(' ')));
  const text = JSON.stringify([
    WAY_OF_ASKING,
    questions.sort(byFirst),
    experience.sort(byFirst),
    sorted(bank.experienceRanks ?? {}),
    roles.sort(byFirst),
    [...moves].sort(byCodeUnit),
  ]);
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & SIXTY_FOUR_BITS;
  }
  const fingerprint = hash.toString(16).padStart(16, '0');
  fingerprints.set(bank, { ladder, fingerprint });
  return fingerprint;
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return byCodeUnit(String(a[0]), String(b[0]));
}
