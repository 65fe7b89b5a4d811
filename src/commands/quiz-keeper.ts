/**
 * Keeps the answers of a quiz that is under way, so that it can be resumed whatever stops it.
 */
import type { Ladder, QuizBank } from '../core/model.ts';
import type { QuizAnswer } from '../core/quiz/bank.ts';
import { isOfOtherQuiz, readReplay, writeReplay } from '../core/quiz/replay.ts';
import type { Session } from './shared/session.ts';

/** What there is to resume. */
export type KeptQuiz =
  | { readonly kind: 'answers'; readonly answers: readonly QuizAnswer[] }
  | { readonly kind: 'nothing' | 'changed' | 'unreadable' };

/** Keeps one quiz. */
export type QuizKeeper = ReturnType<typeof quizKeeper>;

/** Opens the keeper of a ladder's quiz; what is kept is the line that gives the answers again. */
export function quizKeeper({ runtime }: Session, ladder: Ladder, bank: QuizBank, wanted: boolean) {
  const name = `quiz-${ladder.id}.json`;
  let works = wanted;
  return {
    kept(): KeptQuiz {
      const text = runtime.state.read(name);
      if (text === undefined) return { kind: 'nothing' };
      try {
        return { kind: 'answers', answers: readReplay(bank, ladder, text) };
      } catch {
        return { kind: isOfOtherQuiz(bank, ladder, text) ? 'changed' : 'unreadable' };
      }
    },
    /** Keeps the answers; where that fails, says so once and goes on without. */
    async keep(answers: readonly QuizAnswer[]): Promise<void> {
      if (!works) return;
      const problem = runtime.state.write(name, `${JSON.stringify({ replay: writeReplay(bank, ladder, answers) })}\n`);
      if (problem === undefined) return;
      works = false;
      await runtime.stderr.write(
        `pmroles: the quiz cannot be kept (${problem}), so it cannot be resumed when it is stopped\n`,
      );
    },
    forget: (): void => {
      if (wanted) runtime.state.remove(name);
    },
    /** Whether what was answered can be resumed. */
    saves: (): boolean => works,
  };
}
