/**
 * `pmroles quiz`: which role fits.
 */
import type { Catalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { QuizAnswer } from '../core/quiz/bank.ts';
import { bankOf, type LadderBank } from '../core/quiz/bank-of.ts';
import { answerShown, readReplay, shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import { quizResult } from '../core/quiz/result.ts';
import { nextStep, type QuizStep } from '../core/quiz/session.ts';
import { printable } from '../report/printable.ts';
import type { NumberedQuestion, Prompter } from '../system/prompts.ts';
import { INTEREST_QUESTION, INTEREST_SCALE, quizView } from '../views/quiz.ts';
import { count } from '../views/parts.ts';
import { quizQuestionsView } from '../views/quiz-questions.ts';
import { type QuizKeeper, quizKeeper } from './quiz-keeper.ts';
import type { Session } from './shared/session.ts';

export interface QuizFlags {
  readonly answers?: string;
  readonly resume?: boolean;
  readonly save: boolean;
  readonly list?: boolean;
}

/** The largest file of answers that is read, in bytes. */
const MOST_ANSWERS = 1024 * 1024;

/**
 * Runs the quiz: asks, or reads the answers that were given, and writes the result.
 *
 * @throws PmrolesError `no-terminal`, `usage`, `read-failed`, `interrupted`, `terminated`; `ladder-invalid` for a ladder that gives
 *   nothing to ask about
 */
export async function run(session: Session, _: readonly string[], flags: QuizFlags): Promise<number> {
  const catalog = await session.catalog();
  const source = bankOf(catalog);
  if (flags.list === true) {
    await session.answer('quiz-questions', catalog, quizQuestionsView(catalog, source));
    return 0;
  }
  if (source.bank.questions.length === 0) {
    throw new PmrolesError('ladder-invalid', `the ladder ${catalog.ladder.id} gives nothing to ask about`, {
      hint: 'its roles need responsibilities or skills that set them apart, or a quiz of their own',
    });
  }
  const { answers, forget } =
    flags.answers === undefined
      ? await askAll(session, catalog, source, flags)
      : {
          answers: readReplay(source.bank, catalog.ladder, await answersText(session, flags.answers)),
          forget: NOTHING,
        };
  const { bank } = source;
  const finished = nextStep(bank, catalog.ladder, answers).done;
  const result = quizResult(bank, catalog.ladder, answers);
  const view = quizView(catalog, { source, answers, result, finished, rerun: session.rerun });
  // What was asked for question by question is read where the questions were.
  await session.answer(
    'quiz',
    catalog,
    view,
    flags.answers === undefined ? session.runtime.stdout.write : session.print,
  );
  // Only now: had the result not been written, the answers would be all that is left of the quiz.
  forget();
  return 0;
}

/** Answers, and how to drop what was kept of them. */
interface Taken {
  readonly answers: QuizAnswer[];
  readonly forget: () => void;
}

const NOTHING = (): void => undefined;

/** The answers themselves, unless they look like no answers: then they name a file. */
async function answersText({ runtime }: Session, given: string): Promise<string> {
  if (/^(?:[0-9a-f]+:)?[\d,\s-]*$/.test(given) && given !== '-') return given;
  try {
    return await runtime.readText(given, MOST_ANSWERS);
  } catch (error) {
    // What begins like answers and names no file was meant as answers.
    if (/^[\d{[]/.test(given)) return given;
    throw error;
  }
}

/** Asks question by question, until the quiz has enough; what was answered is kept after each. */
async function askAll(session: Session, catalog: Catalog, source: LadderBank, flags: QuizFlags): Promise<Taken> {
  const { runtime } = session;
  const { bank } = source;
  if (!runtime.interactive) {
    const example = `pmroles quiz --answers 3,2,2,3,2,1,2,5,5,5,4${session.rerun}`;
    throw new PmrolesError('no-terminal', 'the quiz needs a terminal to ask on', { hint: `or answers: ${example}` });
  }
  const keeper = quizKeeper(session, catalog.ladder.id, bank, flags.save);
  const prompter = await session.prompter();
  let answers: QuizAnswer[] = [];
  // Where a question is come back to, the answer given before is the one that Enter takes.
  let before: number | undefined;
  try {
    answers = await firstAnswers(keeper, prompter, flags.resume ?? false);
    for (
      let step = nextStep(bank, catalog.ladder, answers);
      !step.done;
      step = nextStep(bank, catalog.ladder, answers)
    ) {
      const question = questionOf(step, answers.length > 0);
      const reply = await prompter.ask(before === undefined ? question : { ...question, start: before });
      before = undefined;
      if (reply === 'quit') throw new PmrolesError('interrupted', 'interrupted');
      if (reply === 'back') {
        const last = answers.pop();
        before = last && (shownAnswer(bank, last) ?? undefined);
      } else answers.push(answerShown(bank, step.question.id, reply === 'skip' ? null : reply));
      await keeper.keep(answers);
    }
  } catch (error) {
    throw stopped(error, keeper, answers, writeReplay(bank, answers), session.rerun);
  }
  return { answers, forget: keeper.forget };
}

/** Where a quiz begins: afresh, or with what was kept of one that was not finished. */
async function firstAnswers(keeper: QuizKeeper, prompter: Prompter, resume: boolean): Promise<QuizAnswer[]> {
  const kept = keeper.kept();
  if (resume) {
    if (kept.kind === 'answers') return [...kept.answers];
    throw new PmrolesError('usage', RESUME_PROBLEMS[kept.kind], { hint: 'start one: pmroles quiz' });
  }
  if (kept.kind !== 'answers' || kept.answers.length === 0) return [];
  const reply = await prompter.ask({
    title: 'There is a quiz that was not finished.',
    text: `It has ${count(kept.answers.length, 'answer')}. Go on with it?`,
    answers: ['Go on where it stopped', 'Start over'],
    canGoBack: false,
    canSkip: false,
    start: 1,
  });
  if (reply === 'quit') throw new PmrolesError('interrupted', 'interrupted');
  return reply === 1 ? [...kept.answers] : [];
}

const RESUME_PROBLEMS = {
  nothing: 'there is no quiz to resume',
  changed: 'the questions have changed since the quiz was stopped, so its answers no longer fit',
  unreadable: 'what was kept of the quiz cannot be read',
} as const;

function questionOf(step: Extract<QuizStep, { readonly done: false }>, canGoBack: boolean): NumberedQuestion {
  const title = `Question ${step.number} of about ${Math.max(step.about, step.number)}`;
  if (step.kind === 'experience') {
    const answers = step.question.answers.map((answer) => printable(answer.text));
    return {
      title: `${title}: your experience so far`,
      text: printable(step.question.text),
      answers,
      canGoBack,
      canSkip: true,
    };
  }
  const answers = INTEREST_SCALE.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    title: `${title}: ${INTEREST_QUESTION}`,
    text: printable(step.question.text),
    answers,
    canGoBack,
    canSkip: true,
  };
}

/** Adds to what stopped the quiz how to go on with it. */
function stopped(
  error: unknown,
  keeper: QuizKeeper,
  answers: readonly QuizAnswer[],
  replay: string,
  rerun: string,
): unknown {
  if (!(error instanceof PmrolesError) || (error.code !== 'interrupted' && error.code !== 'terminated')) return error;
  const kept = keeper.saves() && keeper.kept().kind === 'answers';
  const hint = kept
    ? `Stopped. Go on with: pmroles quiz --resume${rerun}`
    : answers.length > 0
      ? `Stopped. The answers so far: pmroles quiz --answers ${replay}${rerun}`
      : 'Stopped. Nothing was answered yet.';
  return new PmrolesError(error.code, error.message, { hint, cause: error });
}
