/**
 * The quiz: a question, or the result. All of its state is the answers in the address, so that going back in the browser takes
 * an answer back, and the address of a result gives the result again.
 */
import { PmrolesError } from '../core/errors.ts';
import { heldRoles } from '../core/catalog.ts';
import { byRank } from '../core/order.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import { answerShown, readReplay, writeReplay } from '../core/quiz/replay.ts';
import { quizResult } from '../core/quiz/result.ts';
import { nextStep } from '../core/quiz/session.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
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
import { type Address, writeAddress } from './address.ts';
import { type Book, link, links, type Page, reportPage, reportTrees } from './page.ts';

/** The questions laid open. */
export function questionsPage(book: Book): Page {
  return reportPage(book, quizQuestionsView(book.catalog, book.quiz()));
}

/** The next question after the answers of the address, or the result. */
export function quizPage(book: Book, { values, options }: Address): Page {
  const { catalog } = book;
  const source = book.quiz();
  const { bank } = source;
  if (bank.questions.length === 0) {
    return {
      title: 'Quiz',
      body: [
        element('h1', {}, 'There is no quiz'),
        element('p', {}, 'The roles of this ladder need responsibilities or skills that set them apart.'),
      ],
    };
  }
  const text = values.join(',');
  let answers: QuizAnswer[];
  try {
    answers = /^(?:[0-9a-f]+:)?$/.test(text) ? [] : readReplay(bank, catalog.ladder, text);
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    return {
      title: 'Quiz',
      body: [
        element('h1', {}, 'These answers cannot be read'),
        element('p', { role: 'alert' }, printable(`It is said of them that ${error.message}.`)),
        element('p', {}, link('#quiz', 'Take the quiz from the start')),
      ],
    };
  }
  const step = nextStep(bank, catalog.ladder, answers);
  if (!step.done && !options.has('result')) return questionPage(book, step, answers);
  const result = quizResult(bank, catalog.ladder, answers);
  const outcome = { source, answers, result, finished: step.done, rerun: '' };
  return {
    title: 'Which role fits you?',
    body: [
      ...reportTrees(book, quizView(catalog, outcome)),
      links('Go on from here', [
        ...(step.done ? [] : [[addressOf(book, answers), 'More questions'] as const]),
        [addressOf(book, answers.slice(0, -1)), 'Change the last answer'],
        ['#quiz', 'Take it again'],
        ['#questions', 'What each question tells'],
      ]),
    ],
  };
}

function addressOf({ quiz }: Book, answers: readonly QuizAnswer[], isResult = false): string {
  if (answers.length === 0) return '#quiz';
  return writeAddress('quiz', writeReplay(quiz().bank, answers).split(','), { result: isResult });
}

/** What can be answered, and which answer each stands for. */
function choicesOf(book: Book, step: Asked): readonly (readonly [text: string, answer: QuizAnswer])[] {
  if (step.kind === 'role') {
    const roles = [...heldRoles(book.catalog.ladder)].sort(byRank);
    const choices = [...roles.map(({ title, id }) => [title, id] as const), [NONE_OF_THESE, 0] as const];
    return choices.map(([text, answer]) => [text, { question: PRESENT_ROLE, answer }]);
  }
  const { bank } = book.quiz();
  const texts = step.kind === 'experience' ? step.question.answers.map(({ text }) => text) : INTEREST_SCALE;
  return texts.map((text, index) => [text, answerShown(bank, step.question.id, index + 1)]);
}

function questionPage(book: Book, step: Asked, answers: readonly QuizAnswer[]): Page {
  const answered = (answer: QuizAnswer): string => addressOf(book, [...answers, answer]);
  const skipped = { question: step.kind === 'role' ? PRESENT_ROLE : step.question.id, answer: null };
  const button = (to: string, ...content: readonly Tree[]): Tree =>
    element('button', { type: 'button', 'data-to': to }, ...content);
  return {
    title: progressWords(step),
    body: [
      ...(answers.length > 0
        ? []
        : [
            element(
              'p',
              { class: 'lead' },
              `${OPENING} Your answers stay in the address of this page and go nowhere else.`,
            ),
          ]),
      element(
        'section',
        { class: 'quiz', 'aria-labelledby': 'question' },
        element(
          'h1',
          { id: 'question' },
          element('span', { class: 'eyebrow' }, progressWords(step)),
          ' ',
          element('span', { class: 'question' }, printable(step.kind === 'role' ? ROLE_QUESTION : step.question.text)),
        ),
        ...(step.kind === 'interest' ? [element('p', { id: 'asked' }, INTEREST_QUESTION)] : []),
        element(
          'ol',
          { class: 'answers', role: 'list' },
          ...choicesOf(book, step).map(([text, answer], index) =>
            element(
              'li',
              {},
              button(
                answered(answer),
                ...(index < 9
                  ? [element('span', { class: 'key', 'aria-hidden': 'true' }, String(index + 1)), ' ']
                  : []),
                printable(text),
              ),
            ),
          ),
        ),
        element(
          'p',
          { class: 'quiz-further' },
          ...(answers.length === 0 ? [] : [button(addressOf(book, answers.slice(0, -1)), 'Back'), ' ']),
          button(answered(skipped), 'Skip this question'),
          ...(answers.length === 0 ? [] : [' ', button(addressOf(book, answers, true), 'Result so far')]),
        ),
        element('p', { class: 'muted keys' }, 'The number keys answer, the arrow keys move between the answers.'),
      ),
    ],
  };
}
