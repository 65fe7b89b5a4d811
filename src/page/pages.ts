/**
 * Which view an address asks for.
 */
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { element } from '../report/tree.ts';
import { type Address, writeAddress } from './address.ts';
import { compareAddress, comparePage } from './compare-page.ts';
import { textsOf } from './fields.ts';
import { frontPage } from './front-page.ts';
import { didYouMean, nowherePage } from './names.ts';
import type { Book, Page } from './page.ts';
import { pathAddress, pathPage } from './path-page.ts';
import { profilePage } from './profile.ts';
import { quizAddress, quizPage } from './quiz-page.ts';
import { questionsPage, skillPage, sourcesPage } from './reference-pages.ts';
import { rolePage } from './role-page.ts';
import { searchAddress, searchPage } from './search-page.ts';
import { skillsPage } from './skills-page.ts';

/** Every view, by its address. */
const PAGES: Readonly<Record<string, (book: Book, address: Address) => Page>> = {
  '': frontPage,
  role: rolePage,
  compare: comparePage,
  path: pathPage,
  quiz: quizPage,
  questions: questionsPage,
  skills: skillsPage,
  skill: skillPage,
  search: searchPage,
  sources: sourcesPage,
  fit: (book) => book.mine?.fit(book) ?? profilePage(book),
  plan: (book, address) => book.mine?.plan(book, address) ?? profilePage(book),
};

/** What was filled into a form, as an address. */
export const FORMS: Readonly<Record<string, (data: FormData) => string>> = {
  compare: compareAddress,
  path: pathAddress,
  quiz: quizAddress,
  search: searchAddress,
  plan: (data) => writeAddress('plan', textsOf(data, 'role')),
};

/** The view of the navigation that each view belongs to. */
export const PART_OF: Readonly<Record<string, string>> = { role: '', skill: 'skills', questions: 'quiz' };

/** Makes a view. */
export function pageOf(book: Book, address: Address): Page {
  const make = Object.hasOwn(PAGES, address.view) ? PAGES[address.view] : undefined;
  if (make) return make(book, address);
  const near = suggest(
    address.view,
    Object.keys(PAGES).filter((view) => view !== ''),
  );
  return nowherePage('There is no such view', [
    element(
      'p',
      { role: 'alert' },
      `${quote(address.view)} leads nowhere.`,
      ...didYouMean(near.map((view) => ({ to: `#${view}`, text: view }))),
    ),
  ]);
}
