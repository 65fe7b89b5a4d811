/**
 * Which role needs which skill, and how much: a matrix, or of a large ladder a list.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role, Skill } from '../core/model.ts';
import { needsBySkill } from '../core/skill-needs.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { count, given, levelMeaning, needDetails, notStated, roleLevels } from '../views/parts.ts';
import { skillsView } from '../views/skills.ts';
import { writeAddress } from './address.ts';
import { type Book, link, type Page, reportPage, roleLink, trackClass } from './page.ts';
import { filtered, list } from './pieces.ts';

/** More cells than this take too long to show, and nobody reads them. */
const MOST_CELLS = 6000;

/** More columns than this are moved sideways in a box of their own. */
const MOST_BESIDE = 12;

/** Roles of one track. */
interface Columns {
  readonly track: string | undefined;
  readonly roles: readonly Role[];
}

export function skillsPage(book: Book): Page {
  const { ladder } = book.catalog;
  const roles = heldRoles(ladder);
  const { skills } = ladder;
  const cells = roles.length * skills.length;
  if (cells === 0) return { ...reportPage(book, skillsView(book.catalog, '')), title: 'Skills' };
  if (cells > MOST_CELLS) return { title: 'Skills', body: listOfSkills(book.catalog, roles.length) };
  const groups = groupBy(roles, ({ track }) => track);
  const columns = [...ladder.tracks.map(({ id }) => id), undefined].flatMap((track): Columns[] => {
    const own = groups.get(track);
    return own ? [{ track, roles: own }] : [];
  });
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
          `${count(skills.length, 'skill')} and ${what}. Choose a square to read what it means.`,
        ),
        scaleKey(book.catalog),
      ),
      element(
        'div',
        isWide
          ? { class: 'grid-wrap grid-wrap--wide', role: 'region', tabindex: '0', 'aria-label': 'Skills by role' }
          : { class: 'grid-wrap' },
        matrix,
      ),
      ...(isWide ? [] : [numbers(book.catalog, columns)]),
      element(
        'div',
        { class: 'read' },
        element('div', { id: 'cell', 'aria-live': 'polite' }, element('p', { class: 'soft' }, 'No square is chosen.')),
        element('p', { id: 'picked', class: 'small soft' }, 'Tick two or more roles to compare them.'),
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
      element('summary', {}, printable(group === '' ? 'In no group' : group), ` · ${count(own.length, 'skill')}`),
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
      square(shade(index, levels.length), String(index + 1)),
      element('b', {}, printable(level.title)),
    ]),
    ...others.filter(([sign]) => kinds.has(sign)).map(([sign, words]) => [square(STYLES[sign], sign), words]),
  ]);
}

const STYLES = { '+': 'l2', '–': 'na', '·': 'no' } as const;

/** One of four shades, spread over as many levels as there are. */
function shade(level: number, levels: number): string {
  return `l${levels < 2 ? 3 : 1 + Math.round((level * 3) / (levels - 1))}`;
}

function needsOf(catalog: Catalog, role: string): ReadonlyMap<string, ExpectedRequirement> {
  const { requirements } = expectationsOf(catalog, catalog.roles.get(role)!);
  return new Map(requirements.map((requirement) => [requirement.skill, requirement]));
}

/** How a cell looks, and what it says. */
function squareOf(
  catalog: Catalog,
  need: ExpectedRequirement | undefined,
): { readonly sign: string; readonly style: string; readonly words: string } {
  if (need === undefined) return { sign: '·', style: STYLES['·'], words: 'Not stated' };
  if (need.notApplicable === true) return { sign: '–', style: STYLES['–'], words: 'Not applicable' };
  const level = need.level === undefined ? undefined : catalog.levelOrder.get(need.level);
  const words = needDetails(catalog, need).join(', ');
  if (level === undefined)
    return { sign: '+', style: STYLES['+'], words: words === '' ? 'Needed' : `Needed, ${words}` };
  return { sign: String(level + 1), style: shade(level, catalog.ladder.levels.length), words };
}

function drawMatrix(catalog: Catalog, columns: readonly Columns[], isWide: boolean): Tree {
  const { ladder } = catalog;
  const levels = roleLevels(catalog);
  const titleOf = (track: string | undefined): string =>
    ladder.tracks.find(({ id }) => id === track)?.title ?? 'On no track';
  const gapAt = (column: number, index: number): string => (column > 0 && index === 0 ? 'gap' : '');
  const roles = columns.flatMap(({ roles: own }, column) =>
    own.map((role, index) => ({ role, gap: gapAt(column, index), needs: needsOf(catalog, role.id) })),
  );
  const tracks = columns.map(({ track, roles: own }, column) =>
    element(
      'th',
      {
        scope: 'colgroup',
        colspan: String(own.length),
        class: `trk ${trackClass(catalog, track)} ${gapAt(column, 0)}`.trim(),
        style: `grid-column: span ${own.length}`,
      },
      element('span', {}, printable(titleOf(track))),
    ),
  );
  const heads = roles.map(({ role, gap }) =>
    element(
      'th',
      { scope: 'col', class: gap },
      element(
        'label',
        {},
        element('span', { class: 'long' }, printable(role.title)),
        element('span', { class: 'short', 'aria-hidden': 'true' }, String(levels.get(role.rank))),
        element('input', { type: 'checkbox', 'data-pick': role.id, 'aria-label': printable(`Compare ${role.title}`) }),
      ),
    ),
  );
  const cell = (skill: Skill, { role, gap, needs }: (typeof roles)[number], isFirst: boolean): Tree => {
    const { sign, style, words } = squareOf(catalog, needs.get(skill.id));
    return element(
      'td',
      { class: gap },
      element(
        'button',
        {
          type: 'button',
          class: `sq ${style}`,
          tabindex: isFirst ? '0' : '-1',
          'aria-pressed': 'false',
          'data-role': role.id,
          'data-skill': skill.id,
        },
        element('span', { 'aria-hidden': 'true' }, sign),
        element('span', { class: 'vh' }, printable(words)),
      ),
    );
  };
  const groups = groupBy(ladder.skills, ({ group }) => group.join(' › '));
  const body = Array.from(groups, ([group, skills], block) => [
    ...given(group, (name) =>
      element(
        'tr',
        { class: 'grp' },
        element('th', { scope: 'colgroup', colspan: String(roles.length + 1) }, printable(name)),
      ),
    ),
    ...skills.map((skill, line) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, printable(skill.name)),
        ...roles.map((column, index) => cell(skill, column, block + line + index === 0)),
      ),
    ),
  ]);
  return element(
    'table',
    { class: isWide ? 'mx mx--wide' : 'mx', style: `--n: ${roles.length}` },
    element('caption', { class: 'vh' }, 'What each role needs of each skill; arrow keys move between the squares'),
    element(
      'thead',
      {},
      ...(ladder.tracks.length === 0 ? [] : [element('tr', {}, element('td', {}), ...tracks)]),
      element('tr', {}, element('td', {}), ...heads),
    ),
    element('tbody', {}, ...body.flat()),
  );
}

/** Which roles the numbers stand for where there is no room for titles. */
function numbers(catalog: Catalog, columns: readonly Columns[]): Tree {
  const levels = roleLevels(catalog);
  return element(
    'div',
    { class: 'only-narrow small soft part-s' },
    element('p', {}, 'Numbers over the columns are levels of the ladder.'),
    ...columns.map(({ track, roles }) =>
      element(
        'p',
        { class: trackClass(catalog, track) },
        ...given(catalog.ladder.tracks.find(({ id }) => id === track)?.title, (title) =>
          element('b', {}, printable(title), ': '),
        ),
        printable(roles.map((role) => `${levels.get(role.rank)!} ${role.title}`).join(', ')),
      ),
    ),
  );
}

/** What a square means, in words. */
export function cellTrees({ catalog, cited }: Book, skillId: string, roleId: string): Tree[] {
  const skill = catalog.skills.get(skillId)!;
  const need = needsOf(catalog, roleId).get(skillId);
  const texts = need
    ? [need.text, levelMeaning(catalog, need) ?? ''].filter((text) => text !== '')
    : [notStated(catalog)];
  return [
    element(
      'p',
      { class: 'over' },
      link(writeAddress('skill', [skillId]), skill.name),
      ' · ',
      roleLink(catalog, roleId),
    ),
    element('p', {}, element('b', {}, printable(squareOf(catalog, need).words))),
    element('div', {}, printable(texts.join(' ')), ...(need ? cited(need) : [])),
  ];
}
