/**
 * The answers of a quiz: the address that holds them, and the list in which each can be changed.
 */
import { PRESENT_ROLE, type QuizAnswer } from '../core/quiz/bank.ts';
import { writeReplay } from '../core/quiz/replay.ts';
import { element, type Tree } from '../report/tree.ts';
import { INTEREST_SCALE, NONE_OF_THESE, ROLE_QUESTION } from '../views/quiz-asked.ts';
import { writeAddress } from './address.ts';
import type { Book } from './page.ts';

export type Answers = readonly QuizAnswer[];

export function addressOf({ catalog, quiz }: Book, answers: Answers, result = false, again?: string): string {
  const values = answers.length === 0 ? [] : writeReplay(quiz().bank, catalog.ladder, answers).split(',');
  return writeAddress('quiz', values, { result, again: again === undefined ? [] : again.split(',') });
}

/** What was answered, each to be changed by itself. */
export function answerList(book: Book, answers: Answers): Tree {
  const items = answers.map(({ question, answer }, index) => {
    const [asked, said] = answerWords(book, question, answer);
    return element(
      'li',
      {},
      element('span', {}, asked, element('br', {}), element('b', {}, said)),
      element(
        'a',
        { href: addressOf(book, answers, false, String(index + 1)) },
        'Change',
        element('span', { class: 'vh' }, ` answer ${index + 1}`),
      ),
    );
  });
  return element(
    'details',
    { class: 'fold part-m' },
    element('summary', {}, answers.length === 1 ? 'Your answer so far' : `Your ${answers.length} answers`),
    element('ol', { class: 'list', role: 'list' }, ...items),
  );
}

function answerWords({ catalog, quiz }: Book, id: string, answer: QuizAnswer['answer']): readonly [string, string] {
  const { bank } = quiz();
  const experience = bank.experience.find((question) => question.id === id);
  const asked = id === PRESENT_ROLE ? ROLE_QUESTION : (experience ?? bank.questions.find((q) => q.id === id))!.text;
  if (answer === null) return [asked, 'Skipped'];
  if (typeof answer === 'string') return [asked, catalog.roles.get(answer)!.title];
  if (id === PRESENT_ROLE) return [asked, NONE_OF_THESE];
  return [asked, experience ? experience.answers[answer]!.text : INTEREST_SCALE[answer - 1]!];
}
