/**
 * What a view of the page is made of, and what it is made from.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Role } from '../core/model.ts';
import type { LadderBank } from '../core/quiz/bank.ts';
import type { Found } from '../core/search/search.ts';
import { renderHtml } from '../report/html.ts';
import type { Report } from '../report/report.ts';
import { element, type Tree } from '../report/tree.ts';
import { type Address, writeAddress } from './address.ts';
import type { Cited } from './cites.ts';

/** The ladder and what is worked out of it once, when it is first needed. */
export interface Book {
  readonly catalog: Catalog;
  /** What a statement of this view leans on. */
  readonly cited: Cited;
  /** Whether there are sources to cite: where there are none, all of it is the keeper's word, and need not be said each time. */
  readonly cites: boolean;
  readonly quiz: () => LadderBank;
  readonly search: (query: string) => Found;
  /** The profile that is open. */
  readonly mine?: Mine | undefined;
  /** What is wrong with the file that was to be opened last. */
  readonly unread?: readonly string[];
}

/** A view. */
export interface Page {
  readonly title: string;
  /** Its first heading of level 1 says what it is, and is read out first. */
  readonly body: readonly Tree[];
  /** The address that this view should have, where it was reached by another. */
  readonly address?: string;
  /** The fact to show at once. */
  readonly cite?: string;
}

/** What an open profile adds to the views. Nothing of it may get into an address, a title or a store: those are kept. */
export interface Mine {
  /** What the file is called. */
  readonly file: string;
  /** How the person stands to something that some of these roles expect. */
  readonly mark: (roles: readonly string[], kind: 'skill' | 'responsibility', id: string) => Tree[];
  /** How much of a role is covered. */
  readonly cover: (role: Role) => Tree;
  /** What is still missing for a role on a route, and was not named at an earlier one. */
  readonly missing: (route: readonly string[], index: number) => Tree[];
  readonly fit: (book: Book) => Page;
  readonly plan: (book: Book, address: Address) => Page;
}

/** The elements of a report, the title first. */
export function reportTrees(book: Book, report: Report, folds = false): Tree[] {
  return renderHtml(report.blocks, { cited: (cites) => book.cited({ cites }), folds });
}

/** A view that is a report and nothing else. */
export function reportPage(book: Book, report: Report, folds = false): Page {
  return { title: report.title, body: [element('div', { class: 'report' }, ...reportTrees(book, report, folds))] };
}

/** How the person whose profile is open stands to something that some roles expect. */
export function standing(
  { mine }: Pick<Book, 'mine'>,
  roles: readonly string[],
  kind: 'skill' | 'responsibility',
  id: string,
): Tree[] {
  return mine?.mark(roles, kind, id) ?? [];
}

/** A link within the page. */
export function link(to: string, text: string, attributes: Readonly<Record<string, string>> = {}): Tree {
  return element('a', { href: to, ...attributes }, text);
}

export function roleLink(catalog: Catalog, id: string): Tree {
  return link(writeAddress('role', [id]), catalog.roles.get(id)!.title);
}

/** The colour of a role's track, as a class; six colours go round, and the track is always named as well. */
export function trackClass({ ladder }: Catalog, track: string | undefined): string {
  const index = ladder.tracks.findIndex(({ id }) => id === track);
  return index < 0 ? '' : `t${(index % 6) + 1}`;
}

/** A part of a view under a heading; nothing where the part is empty. */
export function part(id: string, title: readonly Tree[], ...content: readonly Tree[]): Tree[] {
  if (content.length === 0) return [];
  return [element('section', { 'aria-labelledby': id }, element('h2', { id }, ...title), ...content)];
}

/** What can be copied, but on a phone, which has no terminal: the address of a view is in the browser's own bar. */
export function copied(command: string): Tree {
  return element(
    'details',
    { class: 'copy only-screen only-wide' },
    element('summary', { class: 'btn' }, 'Copy as a command'),
    element('dl', {}, element('dt', { class: 'over' }, 'The same in a terminal'), element('dd', {}, command)),
  );
}

/** Hides the sources of a view or shows them; the program of the page remembers it in the address. */
export const SOURCES_SWITCH: Tree = element(
  'label',
  { class: 'switch small only-screen' },
  element('input', { id: 'show-sources', type: 'checkbox', role: 'switch', checked: true }),
  ' Show sources',
);
