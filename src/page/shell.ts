/**
 * What stands around every view of the page.
 */
import type { Catalog } from '../core/catalog.ts';
import { VERSION } from '../core/version.ts';
import { element, type Tree } from '../report/tree.ts';
import { link } from './page.ts';

/** The views that can be reached from anywhere: their addresses and what they are called. */
const VIEWS: readonly (readonly [view: string, name: string])[] = [
  ['', 'Ladder'],
  ['compare', 'Compare'],
  ['path', 'Path'],
  ['skills', 'Skills'],
  ['quiz', 'Quiz'],
];

const MARK = element(
  'svg',
  { viewBox: '0 0 18 22', 'aria-hidden': 'true', fill: 'none', stroke: 'currentColor', 'stroke-width': '2.25' },
  element('path', { 'stroke-linecap': 'round', d: 'M3.5 1.5v19M14.5 1.5v19M3.5 6h11M3.5 11h11M3.5 16h11' }),
);

/** What stands above the view. */
export function shellStart({ ladder }: Catalog): Tree[] {
  return [
    element('a', { class: 'skip', href: '#main' }, 'Skip to content'),
    element(
      'header',
      { class: 'top' },
      element(
        'div',
        { class: 'wrap' },
        element('a', { class: 'brand', href: '#' }, MARK, ' ', ladder.title),
        element(
          'nav',
          // Views need the program, which shows it.
          { 'aria-label': 'Views', hidden: true },
          element(
            'ul',
            { role: 'list' },
            ...VIEWS.map(([view, name]) =>
              element('li', {}, element('a', { href: `#${view}`, 'data-view': view }, name)),
            ),
          ),
        ),
        element('div', { hidden: true, class: 'head-find' }, ...searchForm('find', 'Search this ladder', 'Search')),
      ),
    ),
  ];
}

/** The field that looks for words in all that the ladder says. */
export function searchForm(id: string, label: string, hint: string, query = '', ...more: readonly Tree[]): Tree[] {
  return [
    element(
      'form',
      { class: 'find', role: 'search', 'data-form': 'search' },
      element('label', { class: 'vh', for: id }, label),
      element('input', {
        id,
        name: 'query',
        type: 'search',
        placeholder: hint,
        autocomplete: 'off',
        value: query === '' ? undefined : query,
      }),
      ...more,
    ),
  ];
}

/** What stands below the view; what changes without a new view is said in the status, for screen readers. */
export function shellEnd({ ladder }: Catalog): Tree[] {
  const { licence, sources, title, version } = ladder;
  return [
    element('p', { id: 'status', role: 'status', class: 'vh' }),
    element(
      'footer',
      { class: 'foot' },
      element(
        'div',
        { class: 'wrap' },
        element('span', {}, `${title} ${version}`),
        ...(licence === undefined ? [] : [element('span', {}, `Licence: ${licence}`)]),
        sources.length === 0 ? element('span', {}, 'This ladder names no sources') : link('#sources', 'Sources'),
        link('#fit', 'Open a profile'),
        element('span', {}, `Made with pmroles ${VERSION}`),
        // Where and when it was printed; the program fills it in, and only paper shows it.
        element('span', { id: 'printed', class: 'only-print' }),
      ),
    ),
  ];
}
