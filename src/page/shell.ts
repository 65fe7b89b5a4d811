/**
 * What stands around every view of the page.
 */
import type { Catalog } from '../core/catalog.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { VERSION } from '../core/version.ts';

/** The views that can be reached from anywhere: their addresses and what they are called. */
const VIEWS: readonly (readonly [view: string, name: string])[] = [
  ['', 'Ladder'],
  ['compare', 'Compare'],
  ['path', 'Routes'],
  ['quiz', 'Quiz'],
  ['skills', 'Skills'],
  ['search', 'Search'],
  ['sources', 'Sources'],
];

/** What stands above the view. */
export function shellStart({ ladder }: Catalog): Tree[] {
  const title = printable(ladder.title);
  return [
    element('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    element(
      'header',
      {},
      element('a', { class: 'brand', href: '#' }, title),
      element(
        'nav',
        // Views need scripts, which show it.
        { 'aria-label': 'Views', hidden: true },
        element(
          'ul',
          { role: 'list' },
          ...VIEWS.filter(([view]) => view !== 'sources' || ladder.sources.length > 0).map(([view, name]) =>
            element('li', {}, element('a', { href: `#${view}`, 'data-view': view }, name)),
          ),
        ),
      ),
    ),
  ];
}

/** What stands below the view; what changes without a new view is said in the status, for screen readers. */
export function shellEnd({ ladder }: Catalog): Tree[] {
  return [
    element('p', { id: 'status', role: 'status', class: 'unseen' }),
    element(
      'footer',
      {},
      element('p', {}, `${printable(`${ladder.title} ${ladder.version}`)} · made with pmroles ${VERSION}`),
    ),
  ];
}
