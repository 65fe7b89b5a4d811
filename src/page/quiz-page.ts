/**
 * The quiz: a question, or the result. All of its state is the answers in the address, so that going back in the browser takes
 * an answer back, and the address of a result gives the result again.
 */
import { PmrolesError } from '../core/errors.ts';
import type { QuizAnswer } from '../core/quiz/bank.ts';
import { answerShown, readReplay, writeReplay } from '../core/quiz/replay.ts';
import { quizResult } from '../core/quiz/result.ts';
import { nextStep, type QuizStep } from '../core/quiz/session.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { INTEREST_QUESTION, INTEREST_SCALE, quizView } from '../views/quiz.ts';
import { quizQuestionsView } from '../views/quiz-questions.ts';
import { type Address, writeAddress } from './address.ts';
import { type Book, link, links, type Page, reportPage, reportTrees } from './page.ts';

/** A quiz for more roles than this takes noticeably long to make. */
const MANY_ROLES = 200;

/** The next question after the answers of the address, or the result. */
export function quizPage(book: Book, address: Address): Page {
  return waiting(book, () => quizPageNow(book, address));
}

/** The questions laid open. */
export function questionsPage(book: Book): Page {
  return waiting(book, () => reportPage(book, quizQuestionsView(book.catalog, book.quiz())));
}

/** Making a quiz of a large ladder takes seconds, which is said before it is begun. */
function waiting(book: Book, make: () => Page): Page {
  const { roles, quiz } = book.catalog.ladder;
  if (book.hasQuiz() || quiz !== undefined || roles.length <= MANY_ROLES) return make();
  return {
    title: 'Quiz',
    body: [
      element('h1', {}, 'Making the quiz'),
      element(
        'p',
        {},
        `The questions are made from what ${roles.length} roles answer for and need. That takes a while.`,
      ),
    ],
    later: make,
  };
}

function quizPageNow(book: Book, { values, options }: Address): Page {
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

function questionPage(
  book: Book,
  step: Extract<QuizStep, { readonly done: false }>,
  answers: readonly QuizAnswer[],
): Page {
  const { bank } = book.quiz();
  const about = Math.max(step.about, step.number);
  const isExperience = step.kind === 'experience';
  const choices = isExperience ? step.question.answers.map(({ text }) => text) : INTEREST_SCALE.map(capitalised);
  const answered = (shown: number | null): string =>
    addressOf(book, [...answers, answerShown(bank, step.question.id, shown)]);
  const button = (to: string, ...content: readonly Tree[]): Tree =>
    element('button', { type: 'button', 'data-to': to }, ...content);
  return {
    title: `Question ${step.number}`,
    body: [
      ...(answers.length > 0
        ? []
        : [
            element(
              'p',
              { class: 'lead' },
              `About ${about} short questions: what you have done so far, and what you would enjoy. Your answers stay in the address of this page and go nowhere else.`,
            ),
          ]),
      element(
        'section',
        { class: 'quiz', 'aria-labelledby': 'question' },
        element(
          'h1',
          { id: 'question' },
          element(
            'span',
            { class: 'eyebrow' },
            `Question ${step.number} of about ${about}${isExperience ? ': your experience so far' : ''}`,
          ),
          ' ',
          element('span', { class: 'question' }, printable(step.question.text)),
        ),
        ...(isExperience ? [] : [element('p', { id: 'asked' }, capitalised(INTEREST_QUESTION))]),
        element(
          'ol',
          { class: 'answers', role: 'list' },
          ...choices.map((text, index) =>
            element(
              'li',
              {},
              button(
                answered(index + 1),
                element('span', { class: 'key', 'aria-hidden': 'true' }, String(index + 1)),
                ' ',
                printable(text),
              ),
            ),
          ),
        ),
        element(
          'p',
          { class: 'quiz-further' },
          ...(answers.length === 0 ? [] : [button(addressOf(book, answers.slice(0, -1)), 'Back'), ' ']),
          button(answered(null), 'Skip this question'),
          ...(answers.length === 0 ? [] : [' ', button(addressOf(book, answers, true), 'Result so far')]),
        ),
        element('p', { class: 'muted keys' }, 'The number keys answer, the arrow keys move between the answers.'),
      ),
    ],
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
