/**
 * The views of the quiz, without a browser: where their buttons lead, and what an address of answers shows.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, heldRoles } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { bankOf } from '../../src/core/quiz/bank.ts';
import { readReplay } from '../../src/core/quiz/replay.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { readAddress } from '../../src/page/address.ts';
import type { Book, Page } from '../../src/page/page.ts';
import { pageOf } from '../../src/page/pages.ts';
import { quizAddress } from '../../src/page/quiz-page.ts';
import type { Tree, TreeElement } from '../../src/report/tree.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { shippedLadder, templateFile } from '../support/fake-runtime.ts';

const SHIPPED = shippedLadder();
const ENGINEERING = loadLadder(templateFile('engineering')).ladder;

function bookOf(ladder: Ladder): Book {
  const catalog = createCatalog(ladder);
  const quiz = bankOf(catalog);
  const search = (): never => {
    throw new Error('nothing is searched for');
  };
  return { catalog, cited: () => [], cites: true, quiz: () => quiz, search };
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

function* elements(trees: readonly Tree[]): Generator<TreeElement> {
  for (const tree of trees) {
    if (typeof tree === 'string') continue;
    yield tree;
    yield* elements(tree.children);
  }
}

const all = (page: Page, tag: string): TreeElement[] => [...elements(page.body)].filter((tree) => tree.tag === tag);
const textOf = (tree: Tree): string => (typeof tree === 'string' ? tree : tree.children.map(textOf).join(''));
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
    /** Goes on from an address to the end, by the answer of a number. */
    const finished = (start: string, numberOf: (count: number) => number): string => {
      let address = start;
      for (let count = 0; isQuestion(show(book, address)); count++) {
        address = buttons(show(book, address)).filter(({ text }) => /^\d/.test(text))[numberOf(count)]!.to;
      }
      return address;
    };
    for (const [hash, isOrdered] of [
      [finished('#quiz=senior-pm', (count) => (count * 3) % 5), true],
      [finished('#quiz=0', () => 2), true],
      // Who said little or nothing of what they like is shown no order of roles.
      ['#quiz=senior-pm,5,1,2&result', false],
      ['#quiz=-&result', false],
    ] as const) {
      const page = show(book, hash);
      const bars = all(page, 'ul').filter(({ attributes }) => attributes['class'] === 'bars');
      const roles = SHIPPED.roles.map(({ id }) => id);
      expect(rolesOf(bars).toSorted(), hash).toEqual(isOrdered ? roles.toSorted() : []);
      expect(page.body.map(textOf).join('\n')).not.toMatch(/--\w|pmroles|The same again/);
      expect(textOf(page.body[1]!)).toBe('What it comes to');
    }
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

describe('the question about the present role', () => {
  it('has a button for each role, and a menu where there are many', () => {
    const few = show(bookOf(ladderOf(20)), '#quiz');
    expect(buttons(few).map(({ text }) => text.replace(/^\d /, ''))).toEqual([
      ...Array.from({ length: 20 }, (_, index) => `Role number ${index}`),
      'None of these',
      'Skip this question',
    ]);
    expect(all(few, 'form')).toEqual([]);
    const many = show(bookOf(ladderOf(21)), '#quiz');
    expect(buttons(many).map(({ text }) => text)).toEqual(['1 None of these', 'Skip this question']);
    const options = all(many, 'option').map(({ attributes }) => attributes['value']);
    expect(options).toEqual(['', ...Array.from({ length: 21 }, (_, index) => `role-${index}`)]);
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
