/**
 * Keeps the answers of a quiz that is under way, so that it can be resumed whatever stops it.
 */
import type { Ladder, QuizBank } from '../core/model.ts';
import type { QuizAnswer } from '../core/quiz/bank.ts';
import { isOfOtherQuiz, readReplay, writeReplay } from '../core/quiz/replay.ts';
import type { Session } from './shared/session.ts';

/** Keeps one quiz. */
export type QuizKeeper = ReturnType<typeof quizKeeper>;

/** Opens the keeper of a ladder's quiz; what is kept is the line that gives the answers again. */
export function quizKeeper({ runtime, flags, rerun }: Session, ladder: Ladder, bank: QuizBank, wanted: boolean) {
  const name = `quiz-${ladder.id}.json`;
  let works = wanted;
  /** What there is to resume, or why there is nothing. */
  const kept = (): QuizAnswer[] | string => {
    const text = runtime.state.read(name);
    if (text === undefined) return 'there is no quiz to resume';
    try {
      return readReplay(bank, ladder, text);
    } catch {
      return isOfOtherQuiz(bank, ladder, text)
        ? 'the questions have changed since the quiz was stopped, so its answers no longer fit'
        : 'what was kept of the quiz cannot be read';
    }
  };
  return {
    kept,
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
    /** How to go on with a quiz that was stopped. */
    howToGoOn(answers: readonly QuizAnswer[]): string {
      // How an answer is shown is left to whoever asks for it; questions go on as they began.
      const plain = flags.accessible === true ? ' --accessible' : '';
      if (works && typeof kept() !== 'string') return `Stopped. Go on with: pmroles quiz --resume${rerun}${plain}`;
      if (answers.length === 0) return 'Stopped. Nothing was answered yet.';
      return `Stopped. The answers so far: pmroles quiz --answers ${writeReplay(bank, ladder, answers)}${rerun}`;
    },
  };
}
