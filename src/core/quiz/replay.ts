/**
 * Answers as one short text, so that a quiz can be taken again without being asked again.
 *
 * The text is the answers in the order in which they were asked for: the present role by its id, or 0 for none of the ladder's;
 * every other answer as the number that was chosen; `-` for one that was left out. Before it stands the beginning of the bank's
 * fingerprint: `3f9a1c:senior-pm,2,4,-,5`. Which question each belongs to follows from the answers before it, because the same
 * answers always lead to the same next question.
 */
import { heldRoles } from '../catalog.ts';
import { PmrolesError } from '../errors.ts';
import { quote, resolveName, roleNames } from '../names.ts';
import type { Ladder, QuizBank } from '../model.ts';
import { answerProblems, bankFingerprint, PRESENT_ROLE, type QuizAnswer } from './bank.ts';
import { nextStep } from './session.ts';

/** So much of the fingerprint tells banks apart well enough to notice that one has changed. */
const MARK_LENGTH = 6;

/** A text longer than this is no answers. */
const LONGEST = 10_000;

/** Numbers an answer as people see it: from 1, for both kinds of question. */
export function shownAnswer(bank: QuizBank, { question, answer }: QuizAnswer): number | string | null {
  return typeof answer === 'number' && bank.experience.some(({ id }) => id === question) ? answer + 1 : answer;
}

/** The answer that a number from 1 stands for; the reverse of `shownAnswer`. */
export function answerShown(bank: QuizBank, question: string, shown: number | string | null): QuizAnswer {
  const isExperience = typeof shown === 'number' && bank.experience.some(({ id }) => id === question);
  return { question, answer: isExperience ? shown - 1 : shown };
}

/**
 * Writes answers down.
 *
 * @param bank the questions
 * @param answers what was answered, in the order in which it was asked
 * @returns a short text, from which `readReplay` has the answers again
 */
export function writeReplay(bank: QuizBank, answers: readonly QuizAnswer[]): string {
  const numbers = answers.map((answer) => shownAnswer(bank, answer) ?? '-');
  return `${bankFingerprint(bank).slice(0, MARK_LENGTH)}:${numbers.join(',')}`;
}

/**
 * Reads answers: the short text, with or without its mark, or JSON with `answers`, each with `question` and `answer`, as the
 * quiz itself writes with --json.
 *
 * @param bank the questions
 * @param ladder the roles to choose from
 * @param text the answers as text
 * @returns the answers, in the order in which the quiz asks for them
 * @throws PmrolesError `usage` for a text of neither form, an answer out of range, answers to another bank, or too many
 */
export function readReplay(bank: QuizBank, ladder: Ladder, text: string): QuizAnswer[] {
  const trimmed = text.trim();
  if (trimmed === '') throw new PmrolesError('usage', 'there are no answers', { hint: HINT });
  if (trimmed.length > LONGEST * 10) throw new PmrolesError('usage', 'that is too long to be answers', { hint: HINT });
  return trimmed.startsWith('{') || trimmed.startsWith('[')
    ? readJson(bank, ladder, trimmed)
    : readNumbers(bank, ladder, trimmed);
}

const HINT = 'answers are your role (0 if none of these), then numbers from 1 to 5, and - to skip: senior-pm,2,4,-,5';

/** A text that can be nothing but answers: several of them, or one that is marked. */
const ANSWERS = /^(?:([0-9a-f]+):)?([^:/\\]*)$/;

/** Whether a text is answers by its form, rather than the name of a file that holds them. */
export function looksLikeAnswers(text: string): boolean {
  return ANSWERS.test(text.trim()) && /[,:]|^\d+$/.test(text.trim());
}

function readNumbers(bank: QuizBank, ladder: Ladder, text: string): QuizAnswer[] {
  const parts = ANSWERS.exec(text);
  if (!parts || text.length > LONGEST) {
    throw new PmrolesError('usage', `${quote(text)} is no list of answers`, { hint: HINT });
  }
  checkMark(bank, parts[1]);
  const answers: QuizAnswer[] = [];
  const words = parts[2]!.split(/[\s,]+/).filter((word) => word !== '');
  for (const word of words) {
    const step = nextStep(bank, ladder, answers);
    if (step.done) {
      throw new PmrolesError(
        'usage',
        `there are ${words.length} answers, and the quiz is over after ${answers.length}`,
        {
          hint: 'leave the last ones out',
        },
      );
    }
    const where = `answer ${answers.length + 1}`;
    if (step.kind === 'role') {
      answers.push({ question: PRESENT_ROLE, answer: presentRole(ladder, word, where) });
      continue;
    }
    const most = step.kind === 'experience' ? step.question.answers.length : 5;
    if (word !== '-' && !(/^\d+$/.test(word) && Number(word) >= 1 && Number(word) <= most)) {
      throw new PmrolesError('usage', `${where} is ${quote(word)}, expected a number from 1 to ${most}, or -`, {
        hint: HINT,
      });
    }
    answers.push(answerShown(bank, step.question.id, word === '-' ? null : Number(word)));
  }
  return answers;
}

function presentRole(ladder: Ladder, word: string, where: string): string | 0 | null {
  if (word === '-') return null;
  if (word === '0') return 0;
  const found = resolveName(heldRoles(ladder).map(roleNames), word);
  if (found.kind === 'found') return found.value.id;
  throw new PmrolesError('usage', `${where} is ${quote(word)}, expected the role you have, 0 for none of these, or -`, {
    hint: HINT,
  });
}

function checkMark(bank: QuizBank, mark: string | undefined): void {
  if (mark === undefined || bankFingerprint(bank).startsWith(mark)) return;
  throw new PmrolesError('usage', 'these answers belong to other questions: the quiz has changed since', {
    hint: 'take it again: pmroles quiz',
  });
}

function readJson(bank: QuizBank, ladder: Ladder, text: string): QuizAnswer[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new PmrolesError('usage', 'the answers are no JSON', { hint: HINT, cause });
  }
  const envelope = value as { data?: unknown; answers?: unknown; bank?: unknown };
  const holder = (envelope.data ?? envelope) as { answers?: unknown; bank?: unknown };
  const list = Array.isArray(value) ? value : holder.answers;
  if (!Array.isArray(list)) throw new PmrolesError('usage', 'the JSON holds no list of answers', { hint: HINT });
  if (!Array.isArray(value) && typeof holder.bank === 'string') checkMark(bank, holder.bank);
  const answers = list.map((entry: unknown): QuizAnswer => {
    const { question, answer } = (entry ?? {}) as { question?: unknown; answer?: unknown };
    const isAnswer = answer === null || typeof answer === 'number' || typeof answer === 'string';
    if (typeof question !== 'string' || !isAnswer) {
      throw new PmrolesError('usage', 'each answer takes a question (its id) and an answer (a number, a role or null)');
    }
    return answerShown(bank, question, answer);
  });
  const [problem] = answerProblems(bank, ladder, answers);
  if (problem) {
    const shift = bank.experience.some(({ id }) => id === problem.question) ? 1 : 0;
    const what = {
      'unknown-question': 'is no question of this quiz',
      twice: 'is answered twice',
      'out-of-range': problem.range
        ? `takes a number from 1 to ${problem.range[1] + shift}`
        : 'takes the id of a role, or 0',
    }[problem.kind];
    throw new PmrolesError('usage', `${quote(problem.question)} ${what}`, {
      hint: 'pmroles quiz --list shows the questions',
    });
  }
  return inAskedOrder(bank, ladder, answers);
}

/** Puts answers into the order in which the quiz asks for them, which is what a replay goes by. */
function inAskedOrder(bank: QuizBank, ladder: Ladder, answers: readonly QuizAnswer[]): QuizAnswer[] {
  const left = new Map(answers.map((answer) => [answer.question, answer]));
  const ordered: QuizAnswer[] = [];
  while (left.size > 0) {
    const step = nextStep(bank, ladder, ordered);
    const asked = step.done ? '' : step.kind === 'role' ? PRESENT_ROLE : step.question.id;
    const next = left.get(asked);
    if (!next) {
      const asks = step.done ? 'the quiz is over' : `the quiz asks ${quote(asked)}, which has no answer`;
      throw new PmrolesError('usage', `the answers do not fit together: after ${ordered.length} of them ${asks}`, {
        hint: 'an answer that was changed may lead to other questions; take the quiz again from there',
      });
    }
    ordered.push(next);
    left.delete(next.question);
  }
  return ordered;
}
