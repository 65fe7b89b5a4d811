/**
 * Which role needs which skill, and how much: a matrix, or of a large ladder a list.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { needsBySkill } from '../core/skill-needs.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { count, given } from '../views/parts.ts';
import { skillsView } from '../views/skills.ts';
import { writeAddress } from './address.ts';
import { levelClass } from './ladder.ts';
import { type Book, link, type Page, reportPage, trackClass } from './page.ts';
import { filtered, list } from './pieces.ts';
import { type Columns, columnsOf, drawMatrix, MOST_BESIDE, needsOf, squareOf, STYLES } from './skills-matrix.ts';

/** More cells than this take too long to show, and nobody reads them. */
const MOST_CELLS = 6000;

export function skillsPage(book: Book): Page {
  const { ladder } = book.catalog;
  const roles = heldRoles(ladder);
  const { skills } = ladder;
  const cells = roles.length * skills.length;
  if (cells === 0) return { ...reportPage(book, skillsView(book.catalog, '')), title: 'Skills' };
  if (cells > MOST_CELLS) return { title: 'Skills', body: listOfSkills(book.catalog, roles.length) };
  const columns = columnsOf(book.catalog);
  const isWide = roles.length > MOST_BESIDE;
  const matrix = drawMatrix(book.catalog, columns, isWide);
  const what = ladder.levels.length > 0 ? 'the level that each role needs' : 'the roles that need them';
  return {
    title: 'Skills',
    body: [
      element(
        'div',
        { class: 'stack' },
        element('h1', {}, 'Skills by role'),
        element(
          'p',
          { class: 'lead soft' },
          `${count(skills.length, 'skill')} and ${what}. `,
          element(
            'span',
            { class: 'only-screen' },
            'Choose a square to read what it means, or tick roles to compare them.',
          ),
        ),
        scaleKey(book.catalog),
        ...(isWide ? [] : [numbers(book.catalog, columns)]),
      ),
      element(
        'div',
        isWide
          ? {
              class: 'grid-wrap grid-wrap--wide only-screen',
              role: 'region',
              tabindex: '0',
              'aria-label': 'Skills by role',
            }
          : { class: 'grid-wrap' },
        matrix,
      ),
      element(
        'div',
        { class: 'read' },
        element('div', { id: 'cell', 'aria-live': 'polite' }),
        element('p', { id: 'picked', class: 'small soft' }),
      ),
    ],
  };
}

/** Of a ladder too large for a matrix: its skills by group, folded, and a field that finds some. */
function listOfSkills(catalog: Catalog, roles: number): Tree[] {
  const { skills } = catalog.ladder;
  const needs = needsBySkill(catalog);
  const groups = groupBy(skills, ({ group }) => group.join(' › '));
  const folds = Array.from(groups, ([group, own]) =>
    element(
      'details',
      { class: 'fold track-fold', open: groups.size === 1 },
      element('summary', {}, group === '' ? 'In no group' : group, ` · ${count(own.length, 'skill')}`),
      element(
        'ul',
        { class: 'columns', role: 'list' },
        ...own.map(({ id, name }) =>
          element(
            'li',
            { 'data-entry': printable(name) },
            link(writeAddress('skill', [id]), name),
            ` · ${count(needs.get(id)!.needed.length, 'role')}`,
          ),
        ),
      ),
    ),
  );
  return [
    element('h1', {}, 'Skills'),
    element('p', { class: 'lead soft' }, `${count(skills.length, 'skill')} that ${count(roles, 'role')} need.`),
    ...filtered(skills.length, 'skills', folds),
  ];
}

/** What the signs in the squares mean, as far as they occur. */
function scaleKey(catalog: Catalog): Tree {
  const { levels } = catalog.ladder;
  const kinds = new Set(
    heldRoles(catalog.ladder).flatMap((role) => {
      const needs = needsOf(catalog, role.id);
      return catalog.ladder.skills.map(({ id }) => squareOf(catalog, needs.get(id)).sign);
    }),
  );
  const others = [
    ['+', levels.length === 0 ? 'Needed' : 'Needed, at no stated level'],
    ['–', 'Not applicable'],
    ['·', 'Not stated'],
  ] as const;
  const square = (style: string, sign: string): Tree =>
    element('span', { class: `sq ${style}`, 'aria-hidden': 'true' }, sign);
  return list('scale-key', [
    ...levels.map((level, index) => [
      square(levelClass(catalog, index), String(index + 1)),
      element('b', {}, level.title),
    ]),
    ...others.filter(([sign]) => kinds.has(sign)).map(([sign, words]) => [square(STYLES[sign], sign), words]),
  ]);
}

/** Which roles the numbers stand for where there is no room for titles. */
function numbers(catalog: Catalog, columns: readonly Columns[]): Tree {
  const order = columns.flatMap(({ roles }) => roles);
  return element(
    'div',
    { class: 'only-narrow small' },
    ...columns.map(({ track, roles }) =>
      element(
        'p',
        { class: trackClass(catalog, track) },
        ...given(catalog.ladder.tracks.find(({ id }) => id === track)?.title, (title) => element('b', {}, title, ': ')),
        roles.map((role) => `${order.indexOf(role) + 1} ${role.title}`).join(', '),
      ),
    ),
  );
}
