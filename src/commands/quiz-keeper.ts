/**
 * Keeps the answers of a quiz that is under way, so that it can be resumed whatever stops it.
 */
import type { Ladder, QuizBank } from '../core/model.ts';
import { answerProblems, bankFingerprint, type QuizAnswer } from '../core/quiz/bank.ts';
import type { Session } from './shared/session.ts';

/** What there is to resume. */
export type KeptQuiz =
  | { readonly kind: 'answers'; readonly answers: readonly QuizAnswer[] }
  | { readonly kind: 'nothing' | 'changed' | 'unreadable' };

/** Keeps one quiz. */
export interface QuizKeeper {
  readonly kept: () => KeptQuiz;
  /** Keeps the answers; where that fails, says so once and goes on without. */
  readonly keep: (answers: readonly QuizAnswer[]) => Promise<void>;
  readonly forget: () => void;
  /** Whether what was answered can be resumed. */
  readonly saves: () => boolean;
}

/** The form of the file; raised when it changes. */
const VERSION = 1;

/** Opens the keeper of a ladder's quiz. */
export function quizKeeper({ runtime }: Session, ladder: Ladder, bank: QuizBank, wanted: boolean): QuizKeeper {
  const name = `quiz-${ladder.id}.json`;
  const fingerprint = bankFingerprint(bank);
  let works = wanted;
  return {
    kept() {
      const text = runtime.state.read(name);
      if (text === undefined) return { kind: 'nothing' };
      const value = parse(text);
      if (!value) return { kind: 'unreadable' };
      if (value.bank !== fingerprint) return { kind: 'changed' };
      return answerProblems(bank, ladder, value.answers).length > 0
        ? { kind: 'unreadable' }
        : { kind: 'answers', answers: value.answers };
    },
    async keep(answers) {
      if (!works) return;
      const text = `${JSON.stringify({ version: VERSION, ladder: ladder.id, bank: fingerprint, answers })}\n`;
      const problem = runtime.state.write(name, text);
      if (problem === undefined) return;
      works = false;
      await runtime.stderr.write(
        `pmroles: the quiz cannot be kept (${problem}), so it cannot be resumed when it is stopped\n`,
      );
    },
    forget() {
      if (wanted) runtime.state.remove(name);
    },
    saves: () => works,
  };
}

function parse(text: string): { readonly bank: string; readonly answers: readonly QuizAnswer[] } | undefined {
  try {
    const value = JSON.parse(text) as { version?: unknown; bank?: unknown; answers?: unknown };
    if (value.version !== VERSION || typeof value.bank !== 'string' || !Array.isArray(value.answers)) return undefined;
    const answers = value.answers as readonly Partial<QuizAnswer>[];
    const fits = answers.every(({ question }) => typeof question === 'string');
    return fits ? { bank: value.bank, answers: answers as readonly QuizAnswer[] } : undefined;
  } catch {
    return undefined;
  }
}
