/**
 * The squares of the matrix of skills, and what each means.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role, Skill } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { given, levelMeaning, needDetails, notStated } from '../views/parts.ts';
import { writeAddress } from './address.ts';
import { levelClass } from './ladder.ts';
import { type Book, link, roleLink, trackClass } from './page.ts';

/** Roles of one track. */
export interface Columns {
  readonly track: string | undefined;
  readonly roles: readonly Role[];
}

/** So many letters beside one another have room over the columns on paper. */
const LETTERS_BESIDE = 100;

/** More columns than this are moved sideways in a box of their own and, on paper, are several tables. */
export const MOST_BESIDE = 12;

/** How a square looks that has no level, by its sign. */
export const STYLES = { '+': 'l2', '–': 'na', '·': 'no' } as const;

export function needsOf(catalog: Catalog, role: string): ReadonlyMap<string, ExpectedRequirement> {
  const { requirements } = expectationsOf(catalog, catalog.roles.get(role)!);
  return new Map(requirements.map((requirement) => [requirement.skill, requirement]));
}

/** How a cell looks, and what it says. */
export function squareOf(
  catalog: Catalog,
  need: ExpectedRequirement | undefined,
): { readonly sign: string; readonly style: string; readonly words: string } {
  if (need === undefined) return { sign: '·', style: STYLES['·'], words: 'Not stated' };
  if (need.notApplicable === true) return { sign: '–', style: STYLES['–'], words: 'Not applicable' };
  const level = need.level === undefined ? undefined : catalog.levelOrder.get(need.level);
  const words = needDetails(catalog, need).join(', ');
  if (level === undefined)
    return { sign: '+', style: STYLES['+'], words: words === '' ? 'Needed' : `Needed, ${words}` };
  return { sign: String(level + 1), style: levelClass(catalog, level), words };
}

/** The roles by track, in the order of the ladder. */
export function columnsOf({ ladder }: Catalog): Columns[] {
  const groups = groupBy(heldRoles(ladder), ({ track }) => track);
  return [...ladder.tracks.map(({ id }) => id), undefined].flatMap((track): Columns[] => {
    const own = groups.get(track);
    return own ? [{ track, roles: own }] : [];
  });
}

/** Roles across, skills down. */
export function drawMatrix(catalog: Catalog, columns: readonly Columns[], isWide: boolean): Tree {
  const { ladder } = catalog;
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
      element('span', {}, titleOf(track)),
    ),
  );
  const heads = roles.map(({ role, gap }, index) =>
    element(
      'th',
      { scope: 'col', class: gap },
      element(
        'label',
        {},
        element('span', { class: 'long' }, role.title),
        element('span', { class: 'short', 'aria-hidden': 'true' }, String(index + 1)),
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
        element('span', { class: 'vh' }, words),
      ),
    );
  };
  const groups = groupBy(ladder.skills, ({ group }) => group.join(' › '));
  const body = Array.from(groups, ([group, skills], block) => [
    ...given(group, (name) =>
      element('tr', { class: 'grp' }, element('th', { scope: 'colgroup', colspan: String(roles.length + 1) }, name)),
    ),
    ...skills.map((skill, line) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, skill.name),
        ...roles.map((column, index) => cell(skill, column, block + line + index === 0)),
      ),
    ),
  ]);
  const longest = Math.max(...roles.flatMap(({ role }) => role.title.split(/[\s-]/).map(({ length }) => length)));
  const kind = isWide ? ' mx--wide' : roles.length * longest > LETTERS_BESIDE ? ' mx--tall' : '';
  return element(
    'table',
    { class: `mx${kind}`, style: `--n: ${roles.length}` },
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

/** A matrix that is too wide for paper, a table for each track or, of a long one, for parts of it. */
export function partMatrix(catalog: Catalog): Tree[] {
  return columnsOf(catalog).flatMap(({ track, roles }) => {
    const size = Math.ceil(roles.length / Math.ceil(roles.length / MOST_BESIDE));
    const parts = Array.from({ length: Math.ceil(roles.length / size) }, (_, index) => index * size);
    return parts.map((from) => drawMatrix(catalog, [{ track, roles: roles.slice(from, from + size) }], false));
  });
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
    element('p', {}, element('b', {}, squareOf(catalog, need).words)),
    element('div', {}, texts.join(' '), ...(need ? cited(need) : [])),
  ];
}
