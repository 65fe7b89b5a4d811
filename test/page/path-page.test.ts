/**
 * The view of a path, without a browser: what it says first, and the list beside its steps.
 */
import { expect, it } from 'vitest';
import { readAddress } from '../../src/page/address.ts';
import { pathPage } from '../../src/page/path-page.ts';
import type { Page } from '../../src/page/page.ts';
import { ENGINEERING, SHIPPED_LADDER, SIXTY } from '../support/page-ladders.ts';
import { bookOf, textOf, withClass } from '../support/page-trees.ts';

const BOOKS = { shipped: bookOf(SHIPPED_LADDER), engineering: bookOf(ENGINEERING), sixty: bookOf(SIXTY) };
const show = (book: keyof typeof BOOKS, ends: string): Page => pathPage(BOOKS[book], readAddress(`#path=${ends}`));

it.each([
  ['engineering', 'graduate-engineer,engineer', '1 move. 12 things change.'],
  [
    'engineering',
    'graduate-engineer,engineering-manager',
    '3 moves. The largest steps are to Senior Engineer and Engineering Manager: 13 things change with each.',
  ],
  ['shipped', 'senior-pm,cpo', '3 moves, all stated by A. 9 things change with each.'],
  ['sixty', 'skilled-baker,baker', '2 moves, all stated by a source. Nothing new is stated.'],
] as const)('says how large the steps are: %s, %s', (book, ends, lead) => {
  expect(withClass(show(book, ends), 'lead').map(textOf)).toEqual([lead]);
});

it('draws the rails of the tracks that it goes through, and no others', () => {
  const tracksOf = (page: Page): string[] => {
    const rails = withClass(page, 'rail').map(({ attributes }) => /\bt\d/.exec(String(attributes['class']))![0]);
    return [...new Set(rails)];
  };
  const [first, second] = SIXTY.tracks.map(({ id }) => SIXTY.roles.filter(({ track }) => track === id));
  const own = show('sixty', `${first!.at(0)!.id},${first!.at(-1)!.id}`);
  expect(tracksOf(own)).toEqual(['t1']);
  expect(withClass(own, 'ladder').map(({ attributes }) => attributes['style'])).toEqual([
    expect.stringMatching(/--rails:1$/),
  ]);
  const across = show('sixty', `${first!.at(0)!.id},${second!.at(-1)!.id}`);
  expect(tracksOf(across).toSorted()).toEqual(['t1', 't2']);
});
