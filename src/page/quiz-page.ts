/**
 * The quiz: a question, or the result. All of its state is the answers in the address, so that going back in the browser takes
 * an answer back, and the address of a result gives the result again.
 */
import { heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
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
import { textsOf } from './compare-page.ts';
import { form, roleFields, roleOffers, submit } from './fields.ts';
import { nowherePage, problemTrees, type Resolved, resolveRoles } from './names.ts';
import { type Book, link, links, type Page, reportPage, reportTrees } from './page.ts';

/** Nobody reads through more roles than these, each a button. */
const MOST_BUTTONS = 20;

/** The questions laid open. */
export function questionsPage(book: Book): Page {
  return reportPage(book, quizQuestionsView(book.catalog, book.quiz()));
}

/** The next question after the answers of the address, or the result. */
export function quizPage(book: Book, { values, options }: Address): Page {
  const { ladder } = book.catalog;
  const { bank } = book.quiz();
  if (book.quiz().distinguishes < 2) {
    const why = 'The roles of this ladder need responsibilities or skills that set them apart.';
    return nowherePage('There is no quiz', [element('p', {}, why)]);
  }
  const typed = (options.get('role') ?? []).slice(0, 1);
  const answerOf = (id: string): QuizAnswer => ({ question: PRESENT_ROLE, answer: id });
  const held = { ...ladder, roles: heldRoles(ladder) };
  const present = resolveRoles(held, typed, (_, id) => writeAddress('quiz', [], { role: [id] }));
  const text = values.join(',');
  let answers = present.ids.map(answerOf);
  try {
    if (!/^(?:[0-9a-f]+:)?$/.test(text)) answers = readReplay(bank, ladder, text);
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const said = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
    return nowherePage('These answers do not fit the quiz', [
      element('p', { role: 'alert' }, printable(said)),
      element('p', {}, link('#quiz', 'Take the quiz from the start')),
    ]);
  }
  const step = nextStep(bank, ladder, answers);
  const isOver = step.done || options.has('result');
  const page = isOver ? resultPage(book, answers, step.done) : questionPage(book, step, answers, present);
  // A role that cannot be made out stays in the address, as it was typed.
  return present.problems.length > 0 ? page : { ...page, address: addressOf(book, answers, options.has('result')) };
}

function resultPage(book: Book, answers: readonly QuizAnswer[], finished: boolean): Page {
  const source = book.quiz();
  const result = quizResult(source.bank, book.catalog.ladder, answers);
  // All roles in their order, unless a few answers have led nowhere yet.
  const full = finished || result.aim.length > 0;
  const report = quizView(book.catalog, { source, answers, result, finished, rerun: '', full });
  const [title, ...rest] = reportTrees(book, report);
  // What it comes to stands last for a terminal, and first for whoever reads from the top.
  const outcome = rest.findLastIndex((tree) => typeof tree !== 'string' && tree.tag === 'h2');
  return {
    title: report.title,
    body: [
      title!,
      ...rest.slice(outcome),
      ...rest.slice(0, outcome),
      element('p', { class: 'muted' }, 'The address of this page leads to this result again.'),
      links('Go on from here', [
        ...(finished ? [] : [[addressOf(book, answers), 'More questions'] as const]),
        ...(answers.length === 0 ? [] : [[addressOf(book, answers.slice(0, -1)), 'Change the last answer'] as const]),
        ['#quiz', 'Take it again'],
        ['#questions', 'What each question tells'],
      ]),
    ],
  };
}

/** What was chosen in the form. */
export function quizAddress(data: FormData): string {
  return writeAddress('quiz', [], { role: textsOf(data, 'role') });
}

function addressOf({ catalog, quiz }: Book, answers: readonly QuizAnswer[], result = false): string {
  const values = answers.length === 0 ? [] : writeReplay(quiz().bank, catalog.ladder, answers).split(',');
  return writeAddress('quiz', values, { result });
}

/** Whether there are too many roles for a button each; then the role is chosen as elsewhere on the page. */
const isChosen = ({ catalog }: Book, { kind }: Asked): boolean =>
  kind === 'role' && heldRoles(catalog.ladder).length > MOST_BUTTONS;

/** What can be answered by a button, and which answer each stands for. */
function choicesOf(book: Book, step: Asked): readonly (readonly [text: string, answer: QuizAnswer])[] {
  if (step.kind === 'role') {
    const roles = isChosen(book, step) ? [] : [...heldRoles(book.catalog.ladder)].sort(byRank);
    const choices = [...roles.map(({ title, id }) => [title, id] as const), [NONE_OF_THESE, 0] as const];
    return choices.map(([text, answer]) => [text, { question: PRESENT_ROLE, answer }]);
  }
  const texts = step.kind === 'experience' ? step.question.answers.map(({ text }) => text) : INTEREST_SCALE;
  return texts.map((text, index) => [text, answerShown(book.quiz().bank, step.question.id, index + 1)]);
}

function questionPage(book: Book, step: Asked, answers: readonly QuizAnswer[], { problems, fields }: Resolved): Page {
  const skipped = { question: step.kind === 'role' ? PRESENT_ROLE : step.question.id, answer: null };
  const button = (to: string, ...content: readonly Tree[]): Tree =>
    element('button', { type: 'button', 'data-to': to }, ...content);
  const answerButton = ([text, answer]: readonly [string, QuizAnswer], index: number): Tree => {
    const key = index < 9 ? [element('span', { class: 'key', 'aria-hidden': 'true' }, String(index + 1)), ' '] : [];
    return element('li', {}, button(addressOf(book, [...answers, answer]), ...key, printable(text)));
  };
  const lead = `${OPENING} Your answers stay in the address of this page and go nowhere else.`;
  const title = progressWords(step);
  return {
    title,
    body: [
      ...(answers.length > 0 ? [] : [element('p', { class: 'lead' }, lead)]),
      element(
        'section',
        { class: 'quiz', 'aria-labelledby': 'question' },
        element(
          'h1',
          { id: 'question' },
          element('span', { class: 'eyebrow' }, title),
          ' ',
          element('span', { class: 'question' }, printable(step.kind === 'role' ? ROLE_QUESTION : step.question.text)),
        ),
        ...problemTrees(problems),
        ...(isChosen(book, step)
          ? [
              form(
                'quiz',
                'Your role',
                ...roleFields(book.catalog, 'role', [{ label: 'Your role', ...fields[0] }]),
                ...roleOffers(book.catalog),
                submit('This is my role'),
              ),
            ]
          : []),
        ...(step.kind === 'interest' ? [element('p', {}, INTEREST_QUESTION)] : []),
        element('ol', { class: 'answers', role: 'list' }, ...choicesOf(book, step).map(answerButton)),
        element(
          'p',
          { class: 'quiz-further' },
          ...(answers.length === 0 ? [] : [button(addressOf(book, answers.slice(0, -1)), 'Back'), ' ']),
          button(addressOf(book, [...answers, skipped]), 'Skip this question'),
          ...(answers.length === 0 ? [] : [' ', button(addressOf(book, answers, true), 'Result so far')]),
        ),
        element('p', { class: 'muted keys' }, 'The number keys answer, the arrow keys move between the answers.'),
      ),
    ],
  };
}
