/**
 * `pmroles quiz`: which role fits.
 */
import { heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Ladder, QuizBank } from '../core/model.ts';
import { byRank } from '../core/order.ts';
import { bankOf, PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import { looksLikeAnswers, readReplay } from '../core/quiz/replay.ts';
import { type QuizResult, quizResult } from '../core/quiz/result.ts';
import { nextStep } from '../core/quiz/session.ts';
import { printable } from '../report/printable.ts';
import { wrapText } from '../report/width.ts';
import type { Choice, Prompter } from '../system/prompts.ts';
import { count } from '../views/parts.ts';
import { quizView } from '../views/quiz.ts';
import {
  type Asked,
  choicesOf,
  INTEREST_QUESTION,
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
  const { ladder } = catalog;
  if (source.distinguishes < 2) {
    throw new PmrolesError('ladder-invalid', `the ladder ${ladder.id} gives nothing to ask about`, {
      hint: 'its roles need responsibilities or skills that set them apart, or a quiz of their own',
    });
  }
  const isAsked = flags.answers === undefined;
  const keeper = quizKeeper(session, ladder, bank, isAsked && flags.save);
  const answers = isAsked
    ? await askAll(session, ladder, bank, keeper, flags.resume ?? false)
    : readReplay(bank, ladder, await answersText(session, flags.answers));
  const finished = nextStep(bank, ladder, answers).done;
  const result = quizResult(bank, ladder, answers);
  const { rerun } = session;
  const view = quizView(catalog, { source, answers, result, finished, rerun, full: flags.full === true });
  // What was asked for question by question is read where the questions were.
  await session.answer('quiz', catalog, view, isAsked ? session.runtime.stdout.write : session.print);
  // Only now: had the result not been written, the answers would be all that is left of the quiz.
  keeper.forget();
  if (isAsked) await offerToProfile(session, result);
  return 0;
}

/** What the quiz learnt that a profile holds as well; what somebody can do it only guesses at. */
async function offerToProfile(session: Session, { now, aim }: QuizResult): Promise<void> {
  const role = now?.given === true ? now.role : null;
  const offer = (key: 'role' | 'aim', id: string | null | undefined): Promise<void> =>
    session.tryNext(() => (id === null || id === undefined ? [] : ['me', 'set', key, id]), 'For your profile');
  await offer('role', role);
  if (aim.length === 1 && aim[0] !== role) await offer('aim', aim[0]);
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
async function askAll(
  session: Session,
  ladder: Ladder,
  bank: QuizBank,
  keeper: QuizKeeper,
  resume: boolean,
): Promise<readonly QuizAnswer[]> {
  const { runtime, rerun } = session;
  if (!runtime.interactive) {
    const answers = ['4', '2', '5'].slice(0, bank.questions.length);
    const example = `pmroles quiz --answers ${[heldRoles(ladder)[0]!.id, ...answers].join(',')}${rerun}`;
    throw new PmrolesError('no-terminal', 'the quiz needs a terminal to ask on', { hint: `or answers: ${example}` });
  }
  const prompter = await session.prompter();
  let answers: QuizAnswer[] = [];
  // Where a question is come back to, the answer given before is the one that Enter takes.
  let before: QuizAnswer | undefined;
  try {
    answers = await firstAnswers(keeper, prompter, resume);
    if (answers.length === 0)
      await runtime.stderr.write(`${wrapText(OPENING, Math.max(20, runtime.stderr.columns ?? 80)).join('\n')}\n\n`);
    for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
      const reply = await askOne(prompter, ladder, step, before);
      if (reply === 'quit') throw new PmrolesError('interrupted', 'interrupted');
      before = reply === 'back' ? answers.pop() : undefined;
      if (reply !== 'back') answers.push(reply);
      await keeper.keep(answers);
    }
  } catch (error) {
    if (!(error instanceof PmrolesError) || (error.code !== 'interrupted' && error.code !== 'terminated')) throw error;
    throw new PmrolesError(error.code, error.message, { hint: keeper.howToGoOn(answers), cause: error });
  }
  return answers;
}

/** Where a quiz begins: afresh, or with what was kept of one that was not finished. */
async function firstAnswers(keeper: QuizKeeper, prompter: Prompter, resume: boolean): Promise<QuizAnswer[]> {
  const kept = keeper.kept();
  if (resume) {
    if (typeof kept !== 'string') return kept;
    throw new PmrolesError('usage', kept, { hint: 'start one: pmroles quiz' });
  }
  if (typeof kept === 'string' || kept.length === 0) return [];
  const reply = await prompter.ask({
    title: 'You stopped in the middle of a quiz.',
    text: `You were ${count(kept.length, 'question')} in. Go on from there?`,
    answers: ['Go on', 'Start over'],
    start: 1,
  });
  if (reply === 'quit') throw new PmrolesError('interrupted', 'interrupted');
  return reply === 1 ? kept : [];
}

/** More choices than this are too many to look through: then the role is asked for by name. */
const MOST_LISTED = 16;

async function askOne(
  prompter: Prompter,
  ladder: Ladder,
  step: Asked,
  before: QuizAnswer | undefined,
): Promise<QuizAnswer | 'back' | 'quit'> {
  const choices = choicesOf(step, ladder);
  const isRole = step.kind === 'role';
  const skipped = { question: isRole ? PRESENT_ROLE : step.question.id, answer: null };
  if (isRole && choices.length > MOST_LISTED)
    return searchRole(prompter, ladder, [choices.at(-1)!, ['Skip this question', skipped]], before);
  const place = choices.findIndex(([, { answer }]) => answer === before?.answer);
  const reply = await prompter.ask({
    title:
      progressWords(step) +
      { role: '', experience: '. What you have done so far', interest: `. ${INTEREST_QUESTION}` }[step.kind],
    text: printable(isRole ? ROLE_QUESTION : step.question.text),
    answers: choices.map(([text]) => printable(text)),
    canGoBack: !isRole,
    canSkip: true,
    ...((isRole || place >= 0) && { start: Math.max(0, place) + 1 }),
  });
  if (typeof reply === 'number') return choices[reply - 1]![1];
  return reply === 'skip' ? skipped : reply;
}

/** Asks for one of many roles; beside these there are other ways to answer. */
async function searchRole(
  prompter: Prompter,
  ladder: Ladder,
  others: readonly (readonly [string, QuizAnswer])[],
  before: QuizAnswer | undefined,
): Promise<QuizAnswer | 'quit'> {
  const roles = [...heldRoles(ladder)].sort(byRank);
  const reply = await prompter.search<QuizAnswer>(ROLE_QUESTION, (typed) => {
    const found = matching(roles, typed).map(({ value, ...choice }) => {
      return { ...choice, value: { question: PRESENT_ROLE, answer: value.id } };
    });
    const ways = others.map(([name, value]) => ({ name, value }));
    const wasChosen = ({ value }: Choice<QuizAnswer>): number => Number(value.answer === before?.answer);
    if (typed === '') return [...found, ...ways].sort((a, b) => wasChosen(b) - wasChosen(a));
    // What was misspelt must not end as "none of these".
    return [...found, ...ways.filter(({ name }) => name.toLowerCase().startsWith(typed.trim().toLowerCase()))];
  });
  return reply ?? 'quit';
}
