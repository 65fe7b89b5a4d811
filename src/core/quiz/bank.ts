/**
 * The quiz bank: what may be asked, and what each answer is evidence of.
 */
import type { Cite } from '../model.ts';
import { byCodeUnit } from '../order.ts';

/** A question about how much somebody would enjoy an activity, answered from 1 (strongly dislike) to 5 (strongly like). */
export interface QuizQuestion {
  readonly id: string;
  readonly text: string;
  /**
   * True where the text describes the opposite of the activity that the cites speak of. It informs whoever reviews the
   * bank and changes nothing in the arithmetic: weights are always for the text as it stands.
   */
  readonly reverse: boolean;
  /** By role id, the answer (1 to 5, whole) expected from somebody whom the role suits. A role left out is "not known". */
  readonly weights: Readonly<Record<string, number>>;
  readonly areas: readonly string[];
  readonly skills: readonly string[];
  /** The role that this question was written to single out. */
  readonly signature?: string;
  readonly cites: readonly Cite[];
  /** True where wording and weights are the ladder keeper's own. */
  readonly editorial: boolean;
}

/** One of the answers to an experience question. */
export interface ExperienceAnswer {
  readonly text: string;
  /** The lowest and the highest rank that the answer is typical of, both included. */
  readonly ranks: readonly [low: number, high: number];
}

/** A question about what somebody has done, with answers numbered from 0, the least, upwards. */
export interface ExperienceQuestion {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly ExperienceAnswer[];
  readonly cites: readonly Cite[];
  readonly editorial: boolean;
}

/** All that a ladder's quiz may ask. Ids are unique across both kinds of question. */
export interface QuizBank {
  readonly questions: readonly QuizQuestion[];
  readonly experience: readonly ExperienceQuestion[];
}

/** What the quiz needs to know of a role; a role of the ladder will do. */
export interface QuizRole {
  readonly id: string;
  readonly rank: number;
  readonly title: string;
}

/** One answer: 1 to 5 for an interest question, 0 and up for an experience question, null where it was skipped. */
export interface QuizAnswer {
  readonly question: string;
  readonly answer: number | null;
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const SIXTY_FOUR_BITS = (1n << 64n) - 1n;

/**
 * Fingerprints a bank, so that answers stored with one bank are not silently replayed against another.
 *
 * FNV-1a with 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv) over ids, texts and evidence in the order of ids: it
 * notices accidents and is no protection against intent. Cites and areas do not count, because they change no result.
 */
export function bankFingerprint(bank: QuizBank): string {
  const questions = bank.questions.map((question) => {
    const weights = Object.entries(question.weights).sort(([a], [b]) => byCodeUnit(a, b));
    return [question.id, question.text, weights];
  });
  const experience = bank.experience.map(({ id, text, answers }) => [id, text, answers.map((a) => [a.text, a.ranks])]);
  const text = JSON.stringify([questions.sort(byFirst), experience.sort(byFirst)]);
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & SIXTY_FOUR_BITS;
  }
  return hash.toString(16).padStart(16, '0');
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return byCodeUnit(String(a[0]), String(b[0]));
}
