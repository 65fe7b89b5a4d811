/**
 * The quiz: a question, or the result. All of its state is the answers in the address, so that the address of a result gives the
 * result again, and a question can be answered anew without losing the other answers.
 */
import { heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import { answerShown, readReplay, shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import { quizResult } from '../core/quiz/result.ts';
import { nextStep, type QuizStep } from '../core/quiz/session.ts';
import { element, fold, type Tree } from '../report/tree.ts';
import { quizView } from '../views/quiz.ts';
import {
  type Asked,
  choicesOf,
  INTEREST_QUESTION,
  OPENING,
  progressWords,
  ROLE_QUESTION,
} from '../views/quiz-asked.ts';
import { type Address, writeAddress } from './address.ts';
import { roleForm, textsOf } from './fields.ts';
import { nowherePage, problemTrees, type Resolved, resolveRoles } from './names.ts';
import { type Book, copied, link, type Page, reportTrees } from './page.ts';
import { addressOf, answerList, type Answers } from './quiz-answers.ts';

/** Nobody reads through more roles than these, each a button. */
const MOST_BUTTONS = 20;

/** So many roles are near enough to be shown at once. */
const NEAREST = 10;

/** What was chosen in the form. */
export function quizAddress(data: FormData): string {
  return writeAddress('quiz', [], { role: textsOf(data, 'role') });
}

/** The next question after the answers of the address, one of them again (`again`), or the result. */
export function quizPage(book: Book, { values, options }: Address): Page {
  const { ladder } = book.catalog;
  const { bank, distinguishes } = book.quiz();
  if (distinguishes < 2) {
    const why = 'The roles of this ladder need responsibilities or skills that set them apart.';
    return nowherePage('There is no quiz', [element('p', {}, why)]);
  }
  const typed = (options.get('role') ?? []).slice(0, 1);
  const held = { ...ladder, roles: heldRoles(ladder) };
  const present = resolveRoles(held, typed, (_, id) => writeAddress('quiz', [], { role: [id] }));
  const text = values.join(',');
  let answers: Answers = present.ids.map((id) => ({ question: PRESENT_ROLE, answer: id }));
  try {
    if (!/^(?:[0-9a-f]+:)?$/.test(text)) answers = readReplay(bank, ladder, text);
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const said = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
    return nowherePage('These answers do not fit the quiz', [
      element('p', { role: 'alert' }, said),
      element('p', {}, link('#quiz', 'Take the quiz from the start')),
    ]);
  }
  // A question to answer again, counted from 1, and maybe the new answer, as people see it.
  const [again, anew] = options.get('again') ?? [];
  const changed = answers[Number(again) - 1];
  const asked = changed && stepAt(book, answers, Number(again) - 1);
  const written = (answer: QuizAnswer): string => String(shownAnswer(bank, answer));
  const isAnswer = anew === '-' || (asked && choicesOf(asked, ladder).some(([, answer]) => written(answer) === anew));
  if (asked && !isAnswer) return questionPage(book, asked, answers, present, Number(again));
  if (changed && anew !== undefined) answers = withAnother(book, answers, changed, anew);
  const step = nextStep(bank, ladder, answers);
  const isOver = step.done || options.has('result');
  const page = isOver ? resultPage(book, answers, step.done) : questionPage(book, step, answers, present);
  // A role that cannot be made out stays in the address, as it was typed.
  return present.problems.length > 0 ? page : { ...page, address: addressOf(book, answers, options.has('result')) };
}

function stepAt({ catalog, quiz }: Book, answers: Answers, index: number): Asked {
  return nextStep(quiz().bank, catalog.ladder, answers.slice(0, index)) as Asked;
}

/** What a step asks about. */
const questionOf = (step: Asked): string => (step.kind === 'role' ? PRESENT_ROLE : step.question.id);

/**
 * Answers one question in another way. What is asked after it may change: questions that come up again keep their answers, and
 * the quiz goes on at the first one that was not answered before.
 */
function withAnother({ catalog, quiz }: Book, answers: Answers, { question }: QuizAnswer, anew: string): Answers {
  const { bank } = quiz();
  const number = /^\d+$/.test(anew) ? Number(anew) : anew;
  const answer = anew === '-' ? { question, answer: null } : answerShown(bank, question, number);
  const known = new Map(answers.map((entry) => [entry.question, entry]));
  known.set(question, answer);
  const kept: QuizAnswer[] = [];
  for (;;) {
    const step: QuizStep = nextStep(bank, catalog.ladder, kept);
    const next = step.done ? undefined : known.get(questionOf(step));
    if (!next) return kept;
    kept.push(next);
  }
}

/** Whether there are too many roles for a button each; then the role is chosen as elsewhere on the page. */
const isChosen = ({ catalog }: Book, { kind }: Asked): boolean =>
  kind === 'role' && heldRoles(catalog.ladder).length > MOST_BUTTONS;

/** A question; `again` is its number among the answers, from 1, where it is answered anew. */
function questionPage(book: Book, step: Asked, answers: Answers, { problems, fields }: Resolved, again?: number): Page {
  const { bank } = book.quiz();
  const before = again === undefined ? answers.length : again - 1;
  const to = (answer: QuizAnswer): string =>
    again === undefined
      ? addressOf(book, [...answers, answer])
      : addressOf(book, answers, false, `${again},${shownAnswer(bank, answer) ?? '-'}`);
  const button = (address: string, style: string, ...content: readonly Tree[]): Tree =>
    element('button', { type: 'button', 'data-to': address, 'data-replace': true, class: style }, ...content);
  const back = {
    type: 'button',
    'data-to': addressOf(book, answers.slice(0, -1)),
    'data-replace': true,
    'data-back': true,
  };
  const answerButton = ([text, answer]: readonly [string, QuizAnswer], index: number): Tree => {
    const key = index < 9 ? [element('kbd', { 'aria-hidden': 'true' }, String(index + 1)), ' '] : [];
    return element('li', {}, button(to(answer), '', ...key, element('span', {}, text)));
  };
  const title = again === undefined ? progressWords(step) : 'Answer again';
  const about = step.kind === 'role' ? 1 : Math.max(step.about, step.number);
  const done = step.kind === 'role' ? 0 : step.number - 1;
  const label = `${done} of about ${about} questions answered`;
  // Where the role is chosen in a menu, none of them is left as a button.
  const choices = choicesOf(step, book.catalog.ladder).slice(isChosen(book, step) ? -1 : 0);
  const isScale = step.kind === 'interest';
  return {
    title,
    body: [
      element(
        'div',
        { class: 'ask quiz' },
        ...(before > 0 ? [] : [element('p', { class: 'lead soft' }, `${OPENING} Your answers stay on this page.`)]),
        element(
          'div',
          { class: 'quizbar part-m' },
          element('span', {}, title),
          link(again === undefined ? '#' : addressOf(book, answers), again === undefined ? 'Quit' : 'Keep the answer'),
        ),
        element('progress', { class: 'part-s', max: String(about), value: String(done), 'aria-label': label }),
        ...problemTrees(problems),
        element(
          'section',
          { class: 'panel part-m', 'aria-labelledby': 'question' },
          ...(isScale ? [element('p', { class: 'over' }, INTEREST_QUESTION)] : []),
          element('h1', { id: 'question', class: 'big' }, step.kind === 'role' ? ROLE_QUESTION : step.question.text),
          ...(isChosen(book, step)
            ? [
                roleForm(
                  book.catalog,
                  'quiz',
                  'Your role',
                  [{ name: 'role', label: 'Your role', ...fields[0] }],
                  element('button', { class: 'btn btn--main' }, 'This is my role'),
                ),
              ]
            : []),
          element(
            'ol',
            { class: `answers${isScale ? ' answers--scale' : ''}`, role: 'list' },
            ...choices.map(answerButton),
          ),
          element(
            'div',
            { class: 'row part-m' },
            ...(before === 0 || again !== undefined ? [] : [element('button', { ...back, class: 'btn' }, 'Back')]),
            button(to({ question: questionOf(step), answer: null }), 'btn', 'Skip'),
            ...(before === 0 || again !== undefined
              ? []
              : [button(addressOf(book, answers, true), 'btn', 'Result so far')]),
            element(
              'span',
              { class: 'small soft only-keys' },
              `Number keys answer${before === 0 || again !== undefined ? '' : ', Backspace goes back'}.`,
            ),
          ),
        ),
        ...(answers.length === 0 ? [] : [answerList(book, answers)]),
      ),
    ],
  };
}

/** The outcome, first what it comes to, as a card; then how near each role is, why, and the answers. */
function resultPage(book: Book, answers: Answers, finished: boolean): Page {
  const source = book.quiz();
  const { catalog } = book;
  const result = quizResult(source.bank, catalog.ladder, answers);
  // All roles in their order, unless a few answers have led nowhere yet.
  const full = finished || result.aim.length > 0;
  const report = quizView(catalog, { source, answers, result, finished, rerun: '', full });
  const [title, ...rest] = reportTrees(book, report);
  // What it comes to stands last for a terminal, and first for whoever reads from the top.
  const outcome = rest.findLastIndex((tree) => typeof tree !== 'string' && tree.tag === 'h2');
  const replay = writeReplay(source.bank, catalog.ladder, answers);
  return {
    title: report.title,
    body: [
      element(
        'div',
        { class: 'ask result' },
        title!,
        element('div', { class: 'panel part-m outcome' }, ...rest.slice(outcome)),
        element('div', { class: 'report part-m' }, ...rest.slice(0, outcome).flatMap(foldFar)),
        ...(answers.length === 0 ? [] : [answerList(book, answers)]),
        element(
          'div',
          { class: 'row part-m only-screen' },
          ...(finished ? [] : [link(addressOf(book, answers), 'More questions', { class: 'btn' })]),
          link('#quiz', 'Start over', { class: 'btn' }),
          link('#questions', 'What each question tells', { class: 'btn' }),
          copied(`pmroles quiz --answers ${replay}`),
        ),
      ),
    ],
  };
}

/** Of many roles those that are not near are folded. */
function foldFar(tree: Tree): Tree[] {
  if (typeof tree === 'string' || tree.attributes['class'] !== 'bars') return [tree];
  const far = tree.children.slice(NEAREST);
  if (far.length < 3) return [tree];
  return [
    { ...tree, children: tree.children.slice(0, NEAREST) },
    fold('fold', element('summary', {}, `${far.length} more roles`), () => [{ ...tree, children: far }]),
  ];
}
