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
import type { Ladder, QuizBank } from '../model.ts';
import { quote, resolveName, roleNames } from '../names.ts';
import { PRESENT_ROLE, type QuizAnswer, quizFingerprint } from './bank.ts';
import { nextStep } from './session.ts';

/** So much of the fingerprint tells banks apart well enough to notice that one has changed. */
const MARK_LENGTH = 6;

/** A text longer than this is no answers; a result as JSON, which holds them, may be longer. */
const LONGEST = 10_000;
const LONGEST_JSON = 1_000_000;

/** Answers as text: a mark, where there is one, and what follows it. */
const ANSWERS = new RegExp(`^(?:([0-9a-f]{${MARK_LENGTH},16}):)?([^:/\\\\]*)$`, 'i');

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
 * @param ladder the roles to choose from
 * @param answers what was answered, in the order in which it was asked
 * @returns a short text, from which `readReplay` has the answers again
 */
export function writeReplay(bank: QuizBank, ladder: Ladder, answers: readonly QuizAnswer[]): string {
  const words = answers.map((answer) => shownAnswer(bank, answer) ?? '-');
  return `${quizFingerprint(bank, ladder).slice(0, MARK_LENGTH)}:${words.join(',')}`;
}

/** Whether a text is answers by its form, rather than the name of a file that holds them. */
export function looksLikeAnswers(text: string): boolean {
  return ANSWERS.test(text.trim()) && /[,:]|^\d+$/.test(text.trim());
}

/** Whether a text is answers to another quiz. */
export function isOfOtherQuiz(bank: QuizBank, ladder: Ladder, text: string): boolean {
  const [, mark] = ANSWERS.exec(answersIn(text.trim()) ?? '') ?? [];
  return mark !== undefined && !quizFingerprint(bank, ladder).startsWith(mark.toLowerCase());
}

/**
 * Reads answers: the short text, with or without its mark, or a result as JSON, which holds it as `replay`.
 *
 * @param bank the questions
 * @param ladder the roles to choose from
 * @param text the answers as text
 * @returns the answers, in the order in which the quiz asks for them
 * @throws PmrolesError `usage` for a text of neither form, an answer out of range, answers to another bank, or too many
 */
export function readReplay(bank: QuizBank, ladder: Ladder, text: string): QuizAnswer[] {
  const given = answersIn(text.trim());
  if (given === undefined) throw wrong('the JSON holds no answers ("replay")');
  if (given === '') throw wrong('there are no answers');
  const parts = ANSWERS.exec(given);
  if (!parts || given.length > LONGEST) throw wrong(`${quote(given)} is no list of answers`);
  if (isOfOtherQuiz(bank, ladder, given)) {
    throw new PmrolesError('usage', 'these answers belong to other questions: the quiz has changed since', {
      hint: 'take it again: pmroles quiz',
    });
  }
  const answers: QuizAnswer[] = [];
  // A name may hold spaces, so that they part answers only where no comma does.
  const words = parts[2]!.split(parts[2]!.includes(',') ? /\s*,\s*/ : /\s+/).filter((word) => word !== '');
  for (const word of words) {
    const step = nextStep(bank, ladder, answers);
    if (step.done) {
      throw new PmrolesError(
        'usage',
        `there are ${words.length} answers, and the quiz is over after ${answers.length}`,
        { hint: 'leave the last ones out' },
      );
    }
    const where = `answer ${answers.length + 1} is ${quote(word)}, expected`;
    if (word === '-') answers.push({ question: step.kind === 'role' ? PRESENT_ROLE : step.question.id, answer: null });
    else if (step.kind === 'role') answers.push({ question: PRESENT_ROLE, answer: presentRole(ladder, word, where) });
    else {
      const most = step.kind === 'experience' ? step.question.answers.length : 5;
      const number = /^\d+$/.test(word) ? Number(word) : 0;
      if (number < 1 || number > most) throw wrong(`${where} a number from 1 to ${most}, or -`);
      answers.push(answerShown(bank, step.question.id, number));
    }
  }
  return answers;
}

/** The answers in a text; undefined for JSON that holds none. */
function answersIn(text: string): string | undefined {
  if (!text.startsWith('{') || text.length > LONGEST_JSON) return text;
  try {
    const value = JSON.parse(text) as { data?: { replay?: unknown }; replay?: unknown };
    const replay = value.data?.replay ?? value.replay;
    return typeof replay === 'string' ? replay : undefined;
  } catch {
    return undefined;
  }
}

function presentRole(ladder: Ladder, word: string, where: string): string | 0 {
  if (word === '0') return 0;
  const found = resolveName(heldRoles(ladder).map(roleNames), word);
  if (found.kind === 'found') return found.value.id;
  throw wrong(
    found.kind === 'ambiguous'
      ? `${where} one role, not one of ${found.candidates.join(', ')}`
      : `${where} the role you have, 0 for none of these, or -`,
    found.kind === 'unknown' && found.suggestions.length > 0
      ? `did you mean ${found.suggestions.join(' or ')}?`
      : undefined,
  );
}

function wrong(message: string, hint?: string): PmrolesError {
  return new PmrolesError('usage', message, {
    hint:
      hint ?? 'answers are the role you have (0 for none of these), then the number of each answer, - to skip: 0,2,4,-',
  });
}
