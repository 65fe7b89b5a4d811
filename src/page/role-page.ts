/**
 * One role: what it does, what it needs, and where it stands.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Progression, Role } from '../core/model.ts';
import { stepChanges } from '../core/routes/steps.ts';
import { element, type Tree } from '../report/tree.ts';
import {
  disagreementsAbout,
  joinWords,
  levelMeaning,
  levelOfRole,
  moveNote,
  notStated,
  skillName,
  titleOf,
  trackTitle,
} from '../views/parts.ts';
import { type Address, writeAddress } from './address.ts';
import { isLong, rails } from './ladder.ts';
import { nowherePage, problemTrees, resolveRoles } from './names.ts';
import { disagreements, levelDots, list, statement, stepChips, voice } from './pieces.ts';
import { type Book, copied, link, type Page, part, roleLink, SOURCES_SWITCH, standing, trackClass } from './page.ts';

/** One role whole. */
export function rolePage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const { ids, problems } = resolveRoles(catalog.ladder, [values.join(',')], (_, id) => writeAddress('role', [id]));
  const role = catalog.roles.get(ids[0] ?? '');
  if (!role) return nowherePage('There is no such role', problemTrees(problems));
  return {
    title: role.title,
    address: writeAddress('role', [role.id]),
    body: [
      element(
        'div',
        { class: 'role' },
        element('div', {}, opening(book, role), ...said(book, role)),
        element('aside', { 'aria-label': 'Place on the ladder' }, ...place(book, role)),
      ),
    ],
  };
}

function opening({ catalog, cited, cites, mine }: Book, role: Role): Tree {
  const track = trackTitle(catalog, role.id);
  const where = [...(track === undefined ? [] : [track]), levelOfRole(catalog, role)].join(' · ');
  const lead = role.summary.text === '' ? [] : [element('div', { class: 'lead' }, ...statement(cited, role.summary))];
  return element(
    'div',
    { class: 'stack' },
    element(
      'p',
      { class: `over ${trackClass(catalog, role.track)}` },
      ...(track === undefined ? [] : [element('span', { class: 'dot' })]),
      where,
    ),
    element('h1', {}, role.title),
    ...lead,
    ...(mine ? [mine.cover(role)] : []),
    element(
      'div',
      { class: 'row only-screen' },
      link(writeAddress('compare', [role.id, '']), 'Compare with another role', { class: 'btn btn--main' }),
      link(writeAddress('path', ['', role.id]), 'Paths to this role', { class: 'btn' }),
      copied(`pmroles show ${role.id}`),
      ...(cites ? [SOURCES_SWITCH] : []),
    ),
  );
}

/** What the ladder says of the role. */
function said(book: Book, role: Role): Tree[] {
  const { catalog, cited } = book;
  const { responsibilities, needed, requirements } = expectationsOf(catalog, role);
  const byArea = groupBy(responsibilities, ({ area }) => area);
  const areas = catalog.ladder.areas.flatMap(({ id, title }) => {
    const own = byArea.get(id);
    return own
      ? [
          entry(
            title,
            list(
              '',
              own.map((one) => [...statement(cited, one), ...standing(book, [role.id], 'responsibility', one.id)]),
            ),
          ),
        ]
      : [];
  });
  const ruledOut = requirements.filter(({ notApplicable }) => notApplicable === true);
  const notes = [
    ...role.notes.map((note) => statement(cited, note)),
    ...role.includes.map((inclusion) => [
      `Inherits the ${joinWords(inclusion.of)} of `,
      roleLink(catalog, inclusion.role),
      ...cited(inclusion),
    ]),
    ...(role.aliases.length === 0 ? [] : [[`Also called: ${role.aliases.join(', ')}.`]]),
  ];
  const silent = element('p', { class: 'soft part-s' }, notStated(catalog));
  return [
    ...part(
      'responsibilities',
      numbered('Responsibilities', responsibilities.length),
      areas.length > 0 ? element('dl', { class: 'by' }, ...areas) : silent,
    ),
    ...part(
      'skills-needed',
      numbered('Skills', needed.length),
      requirements.length > 0
        ? element('dl', { class: 'by' }, ...skillGroups(book, role, needed), ...notApplicable(book, ruledOut))
        : silent,
    ),
    ...catalog.ladder.contrasts.flatMap((contrast, index) => {
      if (!contrast.roles.includes(role.id)) return [];
      const others = contrast.roles.filter((id) => id !== role.id);
      const names = joinWords(others.map((id) => titleOf(catalog, id)));
      const compare = link(writeAddress('compare', [...others, role.id]), 'Compare them', { class: 'only-screen' });
      return part(
        `contrast-${index}`,
        [`Set against ${names}`],
        voice(catalog, cited, contrast, { large: true, more: [' ', compare] }),
      );
    }),
    ...disagreements(book, disagreementsAbout(catalog, role)),
    ...part('notes', ['Good to know'], ...(notes.length === 0 ? [] : [list('plain part-s', notes)])),
  ];
}

function numbered(title: string, number: number): Tree[] {
  return number === 0 ? [title] : [`${title} `, element('span', { class: 'soft' }, String(number))];
}

function entry(term: string, ...content: readonly Tree[]): Tree {
  return element('div', {}, element('dt', {}, term), element('dd', {}, ...content));
}

/** The skills by group, each with its level as dots and, on demand, what the level takes. */
function skillGroups(book: Book, role: Role, needed: readonly ExpectedRequirement[]): Tree[] {
  const { catalog, cited } = book;
  const order = new Map(catalog.ladder.skills.map(({ id }, index) => [id, index]));
  const sorted = needed.toSorted((a, b) => order.get(a.skill)! - order.get(b.skill)!);
  const groups = groupBy(sorted, ({ skill }) => catalog.skills.get(skill)!.group.join(' › '));
  return [...groups].map(([group, skills]) => {
    const isLevelled = skills.some(({ level }) => level !== undefined);
    const items = skills.map((need) => [
      link(writeAddress('skill', [need.skill]), skillName(catalog, need.skill)),
      ...levelDots(catalog, need),
      ...cited(need),
      ...standing(book, [role.id], 'skill', need.skill),
      ...inWords(catalog, need),
    ]);
    return entry(group === '' ? 'Skills' : group, list(isLevelled ? 'levelled' : 'two', items));
  });
}

/** What the role says of a skill in its own words, and what the level takes. */
function inWords(catalog: Catalog, need: ExpectedRequirement): Tree[] {
  const meaning = levelMeaning(catalog, need);
  const texts = [need.text, ...(meaning === undefined ? [] : [meaning])].filter((text) => text !== '');
  return texts.map((text) => element('div', { class: 'soft small words' }, text));
}

function notApplicable({ catalog, cited }: Book, ruledOut: readonly ExpectedRequirement[]): Tree[] {
  if (ruledOut.length === 0) return [];
  const items = ruledOut.map((need) => [
    link(writeAddress('skill', [need.skill]), skillName(catalog, need.skill)),
    ...cited(need),
    ...inWords(catalog, need),
  ]);
  return [entry('Not applicable', list('two', items))];
}

/** Where the role stands, and what comes before and after it. */
function place(book: Book, role: Role): Tree[] {
  const { catalog } = book;
  const ways = [
    ...moves(book, role, 'Next', catalog.next.get(role.id) ?? [], 'to'),
    ...moves(book, role, 'Before', catalog.previous.get(role.id) ?? [], 'from'),
  ];
  // A long list would push out of sight what people look for.
  return isLong(catalog) ? [...ways, ...rails(catalog, role)] : [...rails(catalog, role), ...ways];
}

function moves(
  { catalog, cited }: Book,
  role: Role,
  title: string,
  progressions: readonly Progression[],
  end: 'from' | 'to',
): Tree[] {
  const items = [...groupBy(progressions, (move) => move[end])].map(([id, known]): Tree[] => {
    const other = catalog.roles.get(id)!;
    const way = end === 'to' ? [role.id, id] : [id, role.id];
    const notes = known.flatMap(({ note }) => (note === undefined ? [] : [` ${note}`]));
    const how = moveNote(catalog, known);
    const words = `${how.charAt(0).toUpperCase()}${how.slice(1)}${how === '' ? '' : '.'}${notes.join('')}`;
    const cites = [...new Set(known.flatMap((move) => move.cites))];
    return [
      element(
        'span',
        {},
        element('span', { class: `dot ${trackClass(catalog, other.track)}` }),
        link(writeAddress('role', [id]), other.title),
      ),
      stepChips(catalog, stepChanges(catalog, way)[0]!, true),
      element(
        'div',
        { class: 'small soft' },
        words,
        ...cited({ cites }),
        ' ',
        link(writeAddress('compare', way), 'Compare', { class: 'only-screen' }),
      ),
    ];
  });
  return part(title.toLowerCase(), [title], ...(items.length === 0 ? [] : [list('moves-list', items)]));
}
