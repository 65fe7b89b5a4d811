/**
 * What the quiz goes by: the roles that it tells apart, the answers, and the mark of the bank that they belong to.
 */
import type { QuizBank } from '../model.ts';
import { byCodeUnit } from '../order.ts';

/** What the quiz needs to know of a role; a role of the ladder will do. */
export interface QuizRole {
  readonly id: string;
  readonly rank: number;
  readonly title: string;
  /** True for a role that nobody holds, which fits nobody. */
  readonly abstract?: true;
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
