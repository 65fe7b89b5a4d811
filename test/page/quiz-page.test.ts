/**
 * The views of the quiz, without a browser: where their buttons lead, and what an address of answers shows.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, heldRoles } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { bankOf, type QuizAnswer } from '../../src/core/quiz/bank.ts';
import { readReplay } from '../../src/core/quiz/replay.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { readAddress } from '../../src/page/address.ts';
import type { Book, Page } from '../../src/page/page.ts';
import { pageOf } from '../../src/page/pages.ts';
import { quizAddress } from '../../src/page/quiz-page.ts';
import type { TreeElement } from '../../src/report/tree.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { SIXTY } from '../support/page-ladders.ts';
import { bookOf as plainBook, checkTrees, elements, textOf, withClass } from '../support/page-trees.ts';

const SHIPPED = shippedLadder();
const ENGINEERING = loadLadder(templateFile('engineering')).ladder;

function bookOf(ladder: Ladder): Book {
  const catalog = createCatalog(ladder);
  const quiz = bankOf(catalog);
  return { ...plainBook(ladder), catalog, quiz: () => quiz };
}

/** A ladder of some roles, the last of which nobody can have. */
function ladderOf(count: number): Ladder {
  const made = parseLadder([
    { file: 'l.json', text: JSON.stringify(bigLadder({ roles: count + 1, requirements: 5, progressions: 1 })) },
  ]).ladder!;
  const [last, ...others] = made.roles.toReversed();
  return { ...made, roles: [...others.toReversed(), { ...last!, abstract: true }] };
}

const show = (book: Book, hash: string): Page => pageOf(book, readAddress(hash));

const all = (page: Page, tag: string): TreeElement[] => [...elements(page.body)].filter((tree) => tree.tag === tag);
const buttons = (page: Page): { text: string; to: string }[] =>
  all(page, 'button').flatMap((tree) => {
    const to = tree.attributes['data-to'];
    return typeof to === 'string' ? [{ text: textOf(tree), to }] : [];
  });
const rolesOf = (trees: readonly TreeElement[]): string[] =>
  [...elements(trees)].flatMap(({ attributes: { href } }) =>
    typeof href === 'string' && href.startsWith('#role=') ? [href.slice(6)] : [],
  );
const isQuestion = (page: Page): boolean => all(page, 'section').length === 1;

/** The answers that an address holds, read as the command line reads them. */
function answersIn(book: Book, address: string): unknown[] {
  const { values } = readAddress(address);
  return values.length === 0 ? [] : readReplay(book.quiz().bank, book.catalog.ladder, values.join(','));
}

/** Goes on from an address to the end, by the answer of a number. */
function finished(book: Book, start: string, numberOf: (count: number) => number): string {
  let address = start;
  for (let count = 0; isQuestion(show(book, address)); count++) {
    address = buttons(show(book, address)).filter(({ text }) => /^\d/.test(text))[numberOf(count)]!.to;
  }
  return address;
}

describe('the quiz of the page', () => {
  it.each([SHIPPED, ENGINEERING])('leads by its buttons to a result, from $id', (ladder) => {
    const book = bookOf(ladder);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (choices) => {
        let address = '#quiz';
        let page = show(book, address);
        for (let count = 0; isQuestion(page); count++) {
          expect(count).toBeLessThan(book.quiz().bank.questions.length + book.quiz().bank.experience.length + 2);
          expect(page.address).toBe(address);
          const given = answersIn(book, address);
          expect(given).toHaveLength(count);
          const to = (wanted: string): string | undefined => buttons(page).find(({ text }) => text === wanted)?.to;
          const [back, result] = [to('Back'), to('Result so far')];
          const onward = buttons(page).flatMap((button) =>
            button.to === back || button.to === result ? [] : [button.to],
          );
          if (count > 0) {
            expect(answersIn(book, back!)).toEqual(given.slice(0, -1));
            expect(answersIn(book, result!)).toEqual(given);
            expect(isQuestion(show(book, result!))).toBe(false);
          } else expect([back, result]).toEqual([undefined, undefined]);
          expect(new Set(onward).size).toBe(onward.length);
          address = onward[choices[count % choices.length]! % onward.length]!;
          expect(answersIn(book, address).slice(0, -1)).toEqual(given);
          page = show(book, address);
        }
        expect(page.title).toBe('Which role fits you?');
      }),
      { numRuns: 4 },
    );
  });

  it('shows every role in a result, and speaks of no flags and no commands', () => {
    const book = bookOf(SHIPPED);
    for (const [hash, isOrdered] of [
      [finished(book, '#quiz=senior-pm', (count) => (count * 3) % 5), true],
      [finished(book, '#quiz=0', () => 2), true],
      // Who said little or nothing of what they like is shown no order of roles.
      ['#quiz=senior-pm,5,1,2&result', false],
      ['#quiz=-&result', false],
    ] as const) {
      const page = show(book, hash);
      const bars = all(page, 'ul').filter(({ attributes }) => attributes['class'] === 'bars');
      const roles = SHIPPED.roles.map(({ id }) => id);
      expect(rolesOf(bars).toSorted(), hash).toEqual(isOrdered ? roles.toSorted() : []);
      checkTrees(page.body);
      // But for the one that can be copied.
      const [command] = withClass(page, 'copy').map(textOf);
      const rest = page.body.map(textOf).join('\n').replace(command!, '');
      expect(rest).not.toMatch(/--\w|pmroles|The same again/);
      expect(textOf(all(page, 'h2')[0]!)).toBe('What it comes to');
    }
  });

  it('folds the roles that are far off, of many', () => {
    const book = bookOf(SIXTY);
    const page = show(
      book,
      finished(book, `#quiz=${SIXTY.roles[5]!.id}`, (count) => (count * 3) % 5),
    );
    const [near, far] = all(page, 'ul').filter(({ attributes }) => attributes['class'] === 'bars');
    expect(near!.children).toHaveLength(10);
    expect(new Set(rolesOf([near!, far!]))).toEqual(new Set(SIXTY.roles.map(({ id }) => id)));
    expect(withClass(page, 'fold').map((fold) => textOf(fold.children[0]!))).toContain('50 more roles');
    checkTrees(page.body);
  });

  it.each([SHIPPED, ENGINEERING])('folds under each question what it tells: $id', (ladder) => {
    const book = bookOf(ladder);
    const { experience, questions } = book.quiz().bank;
    const page = show(book, '#questions');
    const told = new Map(withClass(page, 'fold').map((fold) => [textOf(fold.children[0]!), textOf(fold)]));
    expect([...told.keys()]).toEqual([...experience, ...questions].map(({ text }) => text));
    for (const { text, answers } of experience)
      for (const answer of answers) expect(told.get(text)).toContain(answer.text);
    for (const { text, weights } of questions) {
      for (const id of Object.keys(weights)) expect(told.get(text)).toContain(book.catalog.roles.get(id)!.title);
    }
    expect(withClass(page, 'cite')).toHaveLength(ladder.sources.length === 0 ? 0 : told.size);
    checkTrees(page.body);
  });

  it.each([
    ['#quiz=1e7b85:3,2,2&result', 'These answers belong to other questions: the quiz has changed since.'],
    ['#quiz=3,2,2', 'Answer 1 is "3", expected the role you have'],
    ['#quiz=mark:senior-pm,2', '"mark:senior-pm,2" is no list of answers'],
    ['#quiz=senior-pm,9&result', 'Answer 2 is "9", expected a number from 1 to 5'],
    [`#quiz=senior-pm${',5'.repeat(99)}`, 'There are 100 answers, and the quiz is over after'],
  ])('says why %s cannot be read, and how to start anew', (hash, said) => {
    const page = show(bookOf(SHIPPED), hash);
    const [alert] = [...elements(page.body)].filter(({ attributes }) => attributes['role'] === 'alert');
    expect(textOf(alert!)).toContain(said);
    expect(all(page, 'a').map(({ attributes }) => attributes['href'])).toContain('#quiz');
    expect(page.address).toBeUndefined();
  });

  it('marks an address that was typed, so that a later quiz can tell', () => {
    const book = bookOf(SHIPPED);
    const { address } = show(book, '#quiz=senior-pm,2&result');
    expect(address).toMatch(/^#quiz=[0-9a-f]{6}:senior-pm,2&result$/);
    expect(show(book, address!)).toEqual(show(book, '#quiz=senior-pm,2&result'));
    expect(show(book, '#quiz').address).toBe('#quiz');
    expect(show(book, '#quiz&result').address).toBe('#quiz&result');
  });
});

describe('an answer that is changed', () => {
  it.each([SHIPPED, ENGINEERING])('leaves the others as they were, on $id', (ladder) => {
    const book = bookOf(ladder);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 9 }), fc.nat(), fc.nat(), (choices, which, other) => {
        let address = '#quiz';
        for (const choice of choices) {
          const answers = buttons(show(book, address)).filter(({ text }) => /^\d/.test(text));
          if (answers.length > 0) address = answers[choice % answers.length]!.to;
        }
        const before = answersIn(book, address) as QuizAnswer[];
        const at = which % before.length;
        const again = show(book, `${address}&again=${at + 1}`);
        const offered = buttons(again);
        const { to } = offered[other % offered.length]!;
        const after = answersIn(book, show(book, to).address!) as QuizAnswer[];
        // What was asked before stays, then comes the new answer, then what is still asked, until something was not answered.
        expect(after.slice(0, at)).toEqual(before.slice(0, at));
        expect(after[at]!.question).toBe(before[at]!.question);
        for (const kept of after.slice(at + 1)) expect(before).toContainEqual(kept);
        // The same answer again changes nothing.
        const same = offered.filter((button) => show(book, button.to).address === show(book, address).address);
        expect(same).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
  });

  it.each(['#quiz=senior-pm,2&again=9', '#quiz=senior-pm,2&again=x', '#quiz=senior-pm,2&again'])(
    'is none where there is no such answer: %s',
    (hash) => {
      const book = bookOf(SHIPPED);
      expect(show(book, hash).address).toBe(show(book, '#quiz=senior-pm,2').address);
    },
  );
});

describe('the question about the present role', () => {
  it('has a button for each role, and a menu where there are many', () => {
    const few = show(bookOf(ladderOf(20)), '#quiz');
    expect(buttons(few).map(({ text }) => text.replace(/^\d /, ''))).toEqual([
      ...Array.from({ length: 20 }, (_, index) => `Role number ${index}`),
      'None of these',
      'Skip',
    ]);
    expect(all(few, 'form')).toEqual([]);
    const many = show(bookOf(ladderOf(21)), '#quiz');
    expect(buttons(many).map(({ text }) => text)).toEqual(['1 None of these', 'Skip']);
    const options = all(many, 'option').map(({ attributes }) => attributes['value']);
    // Most senior first, as on the ladder.
    expect(options).toEqual(['', ...Array.from({ length: 21 }, (_, index) => `role-${20 - index}`)]);
    // Every other question has its buttons.
    expect(all(show(bookOf(ladderOf(21)), '#quiz=role-3'), 'form')).toEqual([]);
  });

  it('goes on from the role that was chosen or typed', () => {
    const ladder = ladderOf(201);
    const book = bookOf(ladder);
    expect(heldRoles(ladder)).toHaveLength(201);
    const data = new FormData();
    data.append('role', 'role NUMBER 7');
    const page = show(book, quizAddress(data));
    expect(answersIn(book, page.address!)).toEqual([{ question: '@role', answer: 'role-7' }]);
    expect(page).toEqual(show(book, page.address!));
    data.set('role', '');
    expect(show(book, quizAddress(data))).toEqual(show(book, '#quiz'));
  });

  it('names the nearest roles where none is called so, and keeps what was typed', () => {
    const book = bookOf(ladderOf(201));
    // The last one is the role that nobody can have.
    for (const typed of ['Rolle, numbr 8', 'Role number 201', 'Role number']) {
      const data = new FormData();
      data.append('role', typed);
      const page = show(book, quizAddress(data));
      const [alert] = [...elements(page.body)].filter(({ attributes }) => attributes['role'] === 'alert');
      expect(textOf(alert!)).toContain(JSON.stringify(typed));
      const near = [...elements([alert!])].flatMap(({ attributes: { href } }) =>
        typeof href === 'string' ? [href] : [],
      );
      expect(near.length).toBeGreaterThan(0);
      for (const to of near) expect(show(book, to).address).toMatch(/^#quiz=[0-9a-f]{6}:role-\d+$/);
      expect(all(page, 'input').map(({ attributes }) => attributes['value'])).toEqual([typed]);
    }
  });
});
