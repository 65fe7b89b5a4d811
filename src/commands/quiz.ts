/**
 * `pmroles quiz`: which role fits.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { byRank } from '../core/order.ts';
import { bankOf, type LadderBank, PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import { answerShown, looksLikeAnswers, readReplay, shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import { quizResult } from '../core/quiz/result.ts';
import { nextStep } from '../core/quiz/session.ts';
import { printable } from '../report/printable.ts';
import { wrapText } from '../report/width.ts';
import type { Choice, NumberedReply, Prompter } from '../system/prompts.ts';
import { count } from '../views/parts.ts';
import { quizView } from '../views/quiz.ts';
import {
  type Asked,
  INTEREST_QUESTION,
  INTEREST_SCALE,
  NONE_OF_THESE,
  OPENING,
  progressWords,
  ROLE_QUESTION,
} from '../views/quiz-asked.ts';
import { quizQuestionsView } from '../views/quiz-questions.ts';
import { type QuizKeeper, quizKeeper } from './quiz-keeper.ts';
import { matching } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

export interface QuizFlags {
  readonly answers?: string;
  readonly resume?: boolean;
  readonly save: boolean;
  readonly list?: boolean;
  readonly full?: boolean;
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
  const { bank } = source;
  if (source.distinguishes < 2) {
    throw new PmrolesError('ladder-invalid', `the ladder ${catalog.ladder.id} gives nothing to ask about`, {
      hint: 'its roles need responsibilities or skills that set them apart, or a quiz of their own',
    });
  }
  const { answers, forget } =
    flags.answers === undefined
      ? await askAll(session, catalog, source, flags)
      : {
          answers: readReplay(bank, catalog.ladder, await answersText(session, flags.answers)),
          forget: () => undefined,
        };
  const finished = nextStep(bank, catalog.ladder, answers).done;
  const result = quizResult(bank, catalog.ladder, answers);
  const { rerun } = session;
  const view = quizView(catalog, { source, answers, result, finished, rerun, full: flags.full === true });
  // What was asked for question by question is read where the questions were.
  const write = flags.answers === undefined ? session.runtime.stdout.write : session.print;
  await session.answer('quiz', catalog, view, write);
  // Only now: had the result not been written, the answers would be all that is left of the quiz.
  forget();
  return 0;
}

/** Answers, and how to drop what was kept of them. */
interface Taken {
  readonly answers: QuizAnswer[];
  readonly forget: () => void;
}

/** The answers themselves, unless they look like no answers: then they name a file. */
async function answersText({ runtime }: Session, given: string): Promise<string> {
  if (given.trim() === '' || looksLikeAnswers(given)) return given;
  try {
    return await runtime.readText(given, MOST_ANSWERS);
  } catch (error) {
    // What is no path at all and names no file was meant as answers.
    if (given !== '-' && /^[\p{L}\p{N}{["-]/u.test(given) && !/[./\\]/.test(given)) return given;
    throw error;
  }
}

/** Asks question by question, until the quiz has enough; what was answered is kept after each. */
async function askAll(session: Session, catalog: Catalog, source: LadderBank, flags: QuizFlags): Promise<Taken> {
  const { runtime } = session;
  const { ladder } = catalog;
  const { bank } = source;
  if (!runtime.interactive) {
    const answers = ['4', '2', '5'].slice(0, bank.questions.length);
    const example = `pmroles quiz --answers ${[heldRoles(ladder)[0]!.id, ...answers].join(',')}${session.rerun}`;
    throw new PmrolesError('no-terminal', 'the quiz needs a terminal to ask on', { hint: `or answers: ${example}` });
  }
  const keeper = quizKeeper(session, ladder, bank, flags.save);
  const prompter = await session.prompter();
  let answers: QuizAnswer[] = [];
  // Where a question is come back to, the answer given before is the one that Enter takes.
  let before: number | string | undefined;
  try {
    answers = await firstAnswers(keeper, prompter, flags.resume ?? false);
    if (answers.length === 0)
      await runtime.stderr.write(`${wrapText(OPENING, Math.max(20, runtime.stderr.columns ?? 80)).join('\n')}\n\n`);
    for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
      const question = step.kind === 'role' ? PRESENT_ROLE : step.question.id;
      const reply =
        step.kind === 'role' ? await askRole(prompter, catalog, before) : await askOne(prompter, step, before);
      before = undefined;
      if (reply === 'quit') throw new PmrolesError('interrupted', 'interrupted');
      if (reply === 'back') {
        const last = answers.pop();
        before = last && (shownAnswer(bank, last) ?? undefined);
      } else {
        const shown = typeof reply === 'object' ? reply.role : reply === 'skip' ? null : reply;
        answers.push(answerShown(bank, question, shown));
      }
      await keeper.keep(answers);
    }
  } catch (error) {
    throw stopped(error, keeper, answers, writeReplay(bank, ladder, answers), session.rerun);
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
    title: 'You stopped in the middle of a quiz.',
    text: `You were ${count(kept.answers.length, 'question')} in. Go on from there?`,
    answers: ['Go on', 'Start over'],
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

/** More roles than this are too many to look through. */
const MOST_LISTED = 15;

/** Asks which role somebody has now: from a list where there are few roles, else by name. */
async function askRole(
  prompter: Prompter,
  { ladder }: Catalog,
  before: number | string | undefined,
): Promise<'quit' | { readonly role: string | 0 | null }> {
  const roles = [...heldRoles(ladder)].sort(byRank);
  if (roles.length > MOST_LISTED) {
    const role = await prompter.search<string | 0 | null>(ROLE_QUESTION, (typed) => {
      const ways: Choice<string | 0 | null>[] = [
        { value: 0, name: NONE_OF_THESE },
        { value: null, name: 'Skip this question' },
      ];
      const found = matching(roles, typed).map(({ value, ...choice }) => ({ ...choice, value: value.id }));
      if (typed === '')
        return [...found, ...ways].sort((a, b) => Number(b.value === before) - Number(a.value === before));
      // What was misspelt must not end as "none of these".
      return [...found, ...ways.filter(({ name }) => name.toLowerCase().startsWith(typed.trim().toLowerCase()))];
    });
    return role === undefined ? 'quit' : { role };
  }
  const place = before === 0 ? roles.length : roles.findIndex(({ id }) => id === before);
  const reply = await prompter.ask({
    title: progressWords({ done: false, kind: 'role' }),
    text: ROLE_QUESTION,
    answers: [...roles.map(({ title }) => printable(title)), NONE_OF_THESE],
    canSkip: true,
    start: Math.max(0, place) + 1,
  });
  if (reply === 'quit') return 'quit';
  return { role: typeof reply === 'number' ? (roles[reply - 1]?.id ?? 0) : null };
}

function askOne(
  prompter: Prompter,
  step: Exclude<Asked, { readonly kind: 'role' }>,
  before: number | string | undefined,
): Promise<NumberedReply> {
  const isExperience = step.kind === 'experience';
  return prompter.ask({
    title: `${progressWords(step)}. ${isExperience ? 'What you have done so far' : INTEREST_QUESTION}`,
    text: printable(step.question.text),
    answers: isExperience ? step.question.answers.map(({ text }) => printable(text)) : INTEREST_SCALE,
    canGoBack: true,
    canSkip: true,
    ...(typeof before === 'number' && { start: before }),
  });
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
