/**
 * A profile that is open on the page: how one is opened, what asks for one, and what stands above the views.
 */
import type { Catalog } from '../core/catalog.ts';
import { element, type Tree } from '../report/tree.ts';
import { type Book, link, type Mine, type Page } from './page.ts';

/** What came of a file. */
export type Opened = { readonly mine: Mine } | { readonly problems: readonly string[] };

/** The packed part leaves this behind when it runs. */
export type OpenProfile = (catalog: Catalog, text: string, file: string) => Opened;

/** Asks for a profile, in the place of what needs one. */
export function profilePage({ unread = [] }: Book): Page {
  const title = 'Open a profile';
  return {
    title,
    body: [
      element(
        'div',
        { class: 'stack' },
        element('h1', {}, title),
        ...(unread.length === 0
          ? []
          : [
              element(
                'div',
                { class: 'problem', role: 'alert' },
                ...unread.map((problem) => element('p', {}, problem)),
              ),
            ]),
        element(
          'p',
          { class: 'lead soft' },
          'Open your profile to see what you have, what is missing and what to do next.',
        ),
        element(
          'p',
          {},
          element('label', { class: 'over', for: 'profile-file' }, 'Your profile, a YAML or JSON file'),
          element('input', { id: 'profile-file', type: 'file', accept: '.yaml,.yml,.json', autocomplete: 'off' }),
        ),
        element(
          'p',
          { class: 'soft cover-note' },
          'You can also drop it anywhere on this page. It is read here and nowhere else: it is not sent or stored, and it is gone when you load the page again or close it. To make one: ',
          element('code', {}, 'pmroles me'),
        ),
      ),
    ],
  };
}

/** Stands above every view while a profile is open. */
export function profileBar({ file }: Mine): Tree {
  return element(
    'div',
    { class: 'mine only-screen', role: 'region', 'aria-label': 'Open profile' },
    element(
      'div',
      { class: 'wrap row small' },
      element('b', {}, file),
      link('#fit', 'Roles by cover'),
      link('#plan', 'Growth plan'),
      element('button', { type: 'button', class: 'btn', 'data-close-profile': true }, 'Close profile'),
    ),
  );
}
