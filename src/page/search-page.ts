/**
 * A search of all that the ladder says.
 */
import { wantedWords } from '../core/search/words.ts';
import { element } from '../report/tree.ts';
import { searchView } from '../views/search.ts';
import { type Address, writeAddress } from './address.ts';
import { textOf } from './fields.ts';
import { type Book, link, type Page, reportTrees } from './page.ts';
import { searchForm } from './shell.ts';

/** As many hits are shown at first. */
const HITS_SHOWN = 20;

/** What was typed into the form. */
export function searchAddress(data: FormData): string {
  return writeAddress('search', [textOf(data, 'query').trim()]);
}

/** What fits the words of the address. */
export function searchPage(book: Book, { values, options }: Address): Page {
  const query = values.join(',');
  const found = wantedWords(query).length > 0 ? book.search(query) : undefined;
  const total = found?.hits.length ?? 0;
  const shown = options.has('all') ? total : HITS_SHOWN;
  const report = found
    ? searchView(book.catalog, { ...found, query, hits: found.hits.slice(0, shown), total, rerun: '' })
    : undefined;
  const [title, ...rest] = report ? reportTrees(book, report) : [element('h1', {}, 'Search')];
  const empty = query.trim() === '' ? 'Type a word to look for.' : 'That is no word to look for.';
  return {
    title: report?.title ?? 'Search',
    body: [
      element(
        'div',
        { class: 'report found' },
        title!,
        ...searchForm(
          'query',
          'Words to look for',
          'Words to look for',
          query,
          element('button', { class: 'btn btn--main' }, 'Search'),
        ),
        ...(found || values.length === 0 ? [] : [element('p', { role: 'alert' }, empty)]),
        ...rest,
        ...(found && total === 0
          ? [
              element(
                'p',
                {},
                'Try fewer or shorter words, or look through ',
                link('#', 'all roles'),
                ' and ',
                link('#skills', 'all skills'),
                '.',
              ),
            ]
          : []),
        ...(total > shown
          ? [element('p', {}, link(writeAddress('search', [query], { all: true }), `All ${total} hits`))]
          : []),
      ),
    ],
  };
}
