/**
 * The ladder as a whole, and what stands on it: roles, skills, sources.
 */
import { countMoves, heldRoles, movesOf } from '../core/catalog.ts';
import { findSkill } from '../core/names.ts';
import type { Role } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { listView } from '../views/list.ts';
import { count } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { skillView } from '../views/skills.ts';
import { sourcesView } from '../views/sources.ts';
import { type Address, writeAddress } from './address.ts';
import { labelled } from './fields.ts';
import { nowherePage, problemTrees, resolveAll, resolveRoles } from './names.ts';
import { type Book, link, links, type Page, PICTURE_SLOT, reportTrees } from './page.ts';

/** A list of more entries than this can be filtered. */
const MANY_ENTRIES = 20;

/** The roles: a picture and a table, or of a ladder that no picture can show, a list by track. */
export function ladderPage(book: Book): Page {
  const { ladder } = book.catalog;
  const roles = heldRoles(ladder);
  const report = listView(book.catalog, roles, [], { cites: book.cites });
  const [title, ...table] = reportTrees(book, report);
  const listed = filtered(roles.length, 'roles', book.hasPicture ? table : byTrack(book));
  return {
    title: '',
    body: [
      title!,
      ...(ladder.summary === '' ? [] : [element('p', { class: 'lead' }, printable(ladder.summary))]),
      ...(book.hasPicture
        ? [element('div', { class: 'overview' }, PICTURE_SLOT, element('div', { class: 'beside' }, ...listed))]
        : [
            element(
              'p',
              {},
              `A picture of ${roles.length} roles and ${countMoves(movesOf(ladder))} moves could not be read. The roles are below, by track. The page of each says what comes before and after it.`,
            ),
            ...listed,
          ]),
    ],
  };
}

/** A list with a field above it that keeps what fits, where the list is long. */
export function filtered(entries: number, what: string, list: readonly Tree[]): Tree[] {
  if (entries <= MANY_ENTRIES) return [...list];
  const field = element('input', { type: 'search', 'data-filter': what, autocomplete: 'off' });
  return [
    element('div', { class: 'form' }, labelled(`Only ${what} whose name has`, field)),
    // The status says it to those who cannot see it.
    element('p', { id: 'tally', class: 'muted', 'aria-hidden': 'true' }),
    element('div', { id: 'filtered' }, ...list),
  ];
}

function byTrack({ catalog }: Book): Tree[] {
  const { tracks } = catalog.ladder;
  const roles = heldRoles(catalog.ladder);
  const members = new Map<string | undefined, Role[]>();
  for (const role of roles) {
    const group = members.get(role.track);
    if (group) group.push(role);
    else members.set(role.track, [role]);
  }
  return [...tracks, undefined].flatMap((track) => {
    const group = members.get(track?.id);
    if (!group) return [];
    const total = count(group.length, 'role');
    return [
      element(
        'h2',
        {},
        `${printable(track?.title ?? 'On no track')} · `,
        element('span', { 'data-total': total }, total),
      ),
      element(
        'ul',
        { class: 'columns', role: 'list' },
        ...group.map(({ id, title }) => element('li', {}, link(writeAddress('role', [id]), title))),
      ),
    ];
  });
}

/** One role whole. */
export function rolePage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const name = values.join(',');
  const { ids, problems } = resolveRoles(catalog.ladder, [name], (_, id) => writeAddress('role', [id]));
  const role = catalog.roles.get(ids[0] ?? '');
  if (!role) return nowherePage('There is no such role', problemTrees(problems));
  const [title, ...rest] = reportTrees(book, showView(catalog, role, { cites: book.cites, full: true }));
  return {
    title: role.title,
    address: writeAddress('role', [role.id]),
    body: [
      title!,
      ...rest,
      links('Go on from here', [
        [writeAddress('compare', [role.id]), `Compare ${role.title} with other roles`],
        [writeAddress('path', [role.id, '']), `Routes from ${role.title}`],
        [writeAddress('path', ['', role.id]), `Routes to ${role.title}`],
      ]),
    ],
  };
}

/** One skill, and who needs it. */
export function skillPage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const entries = catalog.ladder.skills.map((skill) => ({ id: skill.id, names: [skill.name], value: skill }));
  const { ids, problems } = resolveAll(entries, 'skill', [values.join(',')], {
    mended: (_, id) => writeAddress('skill', [id]),
    called: (id) => catalog.skills.get(id)!.name,
  });
  if (ids.length === 0) return nowherePage('There is no such skill', problemTrees(problems));
  const skill = findSkill(catalog.ladder, ids[0]!);
  return {
    title: skill.name,
    address: writeAddress('skill', [skill.id]),
    body: reportTrees(book, skillView(catalog, skill, { cites: book.cites })),
  };
}

/** What the ladder leans on; a fact or a source may be named. */
export function sourcesPage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const cite = values.join(',');
  const report = sourcesView(catalog, { cites: book.cites });
  const body = reportTrees(book, report);
  if (cite === '') return { title: 'Sources', body };
  if (catalog.cites.has(cite)) return { title: 'Sources', body, cite };
  const entries = [...catalog.cites.keys()].map((id) => ({ id, names: [], value: { id } }));
  const { ids, problems } = resolveAll(entries, 'source or fact', [cite], {
    mended: (_, id) => writeAddress('sources', [id]),
    called: (id) => id,
  });
  if (ids.length > 0) return { title: 'Sources', body, cite: ids[0]!, address: writeAddress('sources', [ids[0]!]) };
  return nowherePage('There is no such source', [
    ...problemTrees(problems),
    element('p', {}, link('#sources', 'All sources')),
  ]);
}
