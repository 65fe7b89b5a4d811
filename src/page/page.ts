/**
 * What a view of the page is made of, and what it is made from.
 */
import type { Catalog } from '../core/catalog.ts';
import type { LadderBank } from '../core/quiz/bank.ts';
import { type HtmlOptions, renderHtml } from '../report/html.ts';
import { printable } from '../report/printable.ts';
import type { Report } from '../report/report.ts';
import { element, type Tree } from '../report/tree.ts';
import type { Found } from '../core/search/search.ts';

/** The ladder and what is worked out of it once, when it is first needed. */
export interface Book {
  readonly catalog: Catalog;
  readonly cite: HtmlOptions['cite'];
  /** Whether there are sources to cite: where there are none, all of it is the keeper's word, and need not be said each time. */
  readonly cites: boolean;
  readonly quiz: () => LadderBank;
  readonly search: () => (query: string) => Found;
  /** Whether the file holds a picture of the ladder. */
  readonly hasPicture: boolean;
}

/** A view. */
export interface Page {
  readonly title: string;
  /** Its first heading of level 1 says what it is, and is read out first. */
  readonly body: readonly Tree[];
  /** The address that this view should have, where it was reached by another. */
  readonly address?: string;
  /** The roles to set off in the picture, in the order of a route. */
  readonly route?: readonly string[];
  /** The fact to show at once. */
  readonly cite?: string;
  /** An SVG that takes the place of `DRAWING_SLOT`. */
  readonly drawing?: string;
  /** What takes the place of this view as soon as it is worked out. */
  readonly later?: () => Page;
}

/** Where in a view the picture goes. */
export const PICTURE_SLOT = element('div', { id: 'picture-slot' });

/** Where in a view its own drawing goes; it may be wider than the screen, and so must be within reach of the keyboard. */
export const DRAWING_SLOT = element('div', { id: 'drawing-slot' });

/** The elements of a report, the title first. */
export function reportTrees(book: Book, report: Report): Tree[] {
  return renderHtml(report.blocks, { cite: book.cite });
}

/** A view that is a report and nothing else. */
export function reportPage(book: Book, report: Report): Page {
  return { title: report.title, body: reportTrees(book, report) };
}

/** A link within the page. */
export function link(to: string, text: string): Tree {
  return element('a', { href: to }, printable(text));
}

/** A way on from a view. */
export function links(name: string, entries: readonly (readonly [to: string, text: string])[]): Tree {
  return element(
    'nav',
    { class: 'further', 'aria-label': name },
    element('ul', { role: 'list' }, ...entries.map(([to, text]) => element('li', {}, link(to, text)))),
  );
}
