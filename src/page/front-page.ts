/**
 * The front: what the ladder is, what can be asked of it, and the ladder itself.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role } from '../core/model.ts';
import { byRank } from '../core/order.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { element, type Tree } from '../report/tree.ts';
import { count, titleOf } from '../views/parts.ts';
import { writeAddress } from './address.ts';
import { isBeside, isDrawn, keyOf, ladderOf } from './ladder.ts';
import { filtered } from './pieces.ts';
import { type Book, link, type Page, roleLink, trackClass } from './page.ts';
import { searchForm } from './shell.ts';

export function frontPage(book: Book): Page {
  const { catalog } = book;
  const { ladder } = catalog;
  const roles = heldRoles(ladder).toSorted(byRank);
  const picture = isDrawn(catalog) ? ladderOf(book, { size: 'large' }) : byTrack(catalog, roles);
  const search = element('button', { class: 'btn btn--main' }, 'Search');
  return {
    title: '',
    body: [
      element(
        'div',
        { class: isBeside(catalog) ? 'front front--beside' : 'front' },
        element(
          'div',
          { class: 'stack' },
          element('h1', {}, ladder.title),
          element('p', { class: 'lead soft' }, ladder.summary === '' ? extent(catalog, roles) : ladder.summary),
          ...searchForm('search', 'Search roles, skills and responsibilities', 'Search roles, skills, …', '', search),
          element('ul', { class: 'asks', role: 'list' }, ...asks(catalog, roles)),
        ),
        element(
          'section',
          { 'aria-labelledby': 'ladder-title' },
          element('h2', { id: 'ladder-title', class: 'vh' }, 'The ladder, most senior first'),
          ...picture,
        ),
        ...(isDrawn(catalog) ? [keyOf(catalog)] : []),
      ),
    ],
  };
}

/** `8 roles on 2 tracks, from Junior Product Manager to Chief Product Officer.` */
function extent({ ladder }: Catalog, roles: readonly Role[]): string {
  const tracks = ladder.tracks.length > 1 ? ` on ${ladder.tracks.length} tracks` : '';
  const ends =
    roles.length > 1 && roles[0]!.rank < roles.at(-1)!.rank
      ? `, from ${roles[0]!.title} to ${roles.at(-1)!.title}`
      : '';
  return `${count(roles.length, 'role')}${tracks}${ends}.`;
}

/** The questions, each with an example of this ladder. */
function asks(catalog: Catalog, roles: readonly Role[]): Tree[] {
  const ask = (target: Tree, ...hint: readonly string[]): Tree =>
    element('li', {}, target, ...hint.map((text) => element('p', {}, text)));
  const [first, last] = [roles[0], roles.at(-1)];
  const before = last === undefined ? undefined : catalog.previous.get(last.id)?.at(-1)?.from;
  const isWay = first !== undefined && last !== undefined && first !== last;
  const [route] = isWay ? findRoutes(catalog, first.id, last.id, { most: 1, exact: true }).routes : [];
  const titles = (ids: readonly string[], between: string): string =>
    ids.map((id) => titleOf(catalog, id)).join(between);
  const pair = before === undefined ? [] : [before, last!.id];
  const ends = route ? [route.roles[0]!, route.roles.at(-1)!] : [];
  if (roles.length < 2)
    return [
      ask(
        link(
          writeAddress(
            'role',
            roles.map(({ id }) => id),
          ),
          'What does the role do?',
        ),
      ),
    ];
  return [
    ask(element('a', { href: '#', 'data-look': true }, 'What does a role do?'), 'Pick one on the ladder.'),
    ask(
      link(writeAddress('compare', pair), 'What separates two roles?'),
      ...(pair.length === 0 ? [] : [`For example, ${titles(pair, ' and ')}.`]),
    ),
    ask(
      link(writeAddress('path', ends), 'How do I get there?'),
      ...(route ? [`For example, ${titles(ends, ' to ')}: ${count(route.moves.length, 'move')}.`] : []),
    ),
    ask(link('#quiz', 'Which role fits me?'), 'Short questions, a few minutes.'),
    ask(link('#fit', 'What do I have, and what is missing?'), 'Open your profile. It stays on this page.'),
  ];
}

/** Of a ladder that no picture can show: its roles by track, most senior first, folded, and a field that finds some. */
function byTrack(catalog: Catalog, roles: readonly Role[]): Tree[] {
  const groups = groupBy(roles.toReversed(), ({ track }) => track);
  const folds = [...catalog.ladder.tracks, { id: undefined, title: 'On no track' }].flatMap(({ id, title }) => {
    const members = groups.get(id);
    if (!members) return [];
    const items = members.map((role) => element('li', { 'data-entry': role.title }, roleLink(catalog, role.id)));
    return [
      element(
        'details',
        { class: `fold track-fold ${trackClass(catalog, id)}`, open: groups.size === 1 },
        element(
          'summary',
          {},
          element('span', { class: 'dot' }),
          title,
          element('span', { class: 'soft' }, ` ${members.length}`),
        ),
        element('ul', { class: 'columns', role: 'list' }, ...items),
      ),
    ];
  });
  return filtered(roles.length, 'roles', folds);
}
