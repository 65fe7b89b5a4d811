/**
 * A search of all that the ladder says.
 */
import { wantedWords } from '../core/search/words.ts';
import { element } from '../report/tree.ts';
import { searchView } from '../views/search.ts';
import { type Address, writeAddress } from './address.ts';
import { textOf } from './compare-page.ts';
import { form, labelled, submit } from './fields.ts';
import { type Book, link, type Page, reportTrees } from './page.ts';

/** As many hits are shown at first. */
const HITS_SHOWN = 20;

/** What was typed into the form. */
export function searchAddress(data: FormData): string {
  const query = textOf(data, 'query').trim();
  return writeAddress('search', query === '' ? [] : [query]);
}

/** What fits the words of the address. */
export function searchPage(book: Book, { values, options }: Address): Page {
  const query = values.join(',');
  const isSearch = wantedWords(query).length > 0;
  const found = isSearch ? book.search()(query) : undefined;
  const total = found?.hits.length ?? 0;
  const shown = options.has('all') ? total : HITS_SHOWN;
  const report = found
    ? searchView(book.catalog, { ...found, query, hits: found.hits.slice(0, shown), total, rerun: '' })
    : undefined;
  const [title, ...rest] = report ? reportTrees(book, report) : [element('h1', {}, 'Search')];
  const field = element('input', { type: 'search', name: 'query', value: query, autocomplete: 'off' });
  return {
    title: report?.title ?? 'Search',
    body: [
      title!,
      form('search', 'Search', labelled('Words to look for', field), submit('Search')),
      ...(query.trim() !== '' && !isSearch ? [element('p', { role: 'alert' }, 'That is no word to look for.')] : []),
      ...rest,
      ...(total > shown
        ? [element('p', {}, link(writeAddress('search', [query], { all: true }), `All ${total} hits`))]
        : []),
    ],
  };
}
