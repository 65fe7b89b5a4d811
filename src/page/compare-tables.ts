/**
 * The tables of a comparison, which are its pictures as well: skills on the scale of levels, and who has what by area.
 */
import { isReworded } from '../core/compare.ts';
import type { ExpectedRequirement, ExpectedResponsibility } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import {
  type AreaRow,
  type ChangeKind,
  type Entry,
  marksOf,
  type PicturedComparison,
  type SkillRow,
  type Wording,
} from '../pictures/comparison.ts';

import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { given, joinWords, levelMeaning, levelTitle } from '../views/parts.ts';
import { writeAddress } from './address.ts';
import { type Book, link, roleLink } from './page.ts';

/** The colours of roles, in their order, as classes; a mark of each has a shape of its own. */
export const HUES = ['ra', 'rb', 'rc', 'rd'] as const;

/** Of more things in one cell the rest is folded. */
const MANY_THINGS = 8;

/** Of more levels than this the heads are numbers. */
const MOST_TITLED = 5;

/** More squares than this say no more than their number. */
const MOST_SQUARES = 40;

const CHIPS: Readonly<Record<ChangeKind, string>> = {
  gained: 'chip chip--gained',
  up: 'chip chip--deeper',
  down: 'chip chip--left',
  apart: 'chip chip--plain',
  open: 'chip chip--plain',
  some: 'chip chip--plain',
  left: 'chip chip--left',
  unsaid: 'silent',
  same: 'chip',
};

const hidden = (text: string): Tree => element('span', { class: 'vh' }, printable(text));

/** The sign of a role in its colour. */
export function roleMark(index: number): Tree {
  return element('span', { class: `mark ${HUES[index]!}` });
}

/** A row for each skill. */
export function skillsTable(
  book: Book,
  { roles, levels }: PicturedComparison,
  rows: readonly SkillRow[],
  caption: string,
): Tree {
  const isTitled = levels.length <= MOST_TITLED;
  const scale = levels.map((title, index) =>
    element(
      'span',
      {},
      ...(isTitled
        ? [printable(title)]
        : [hidden(title), element('span', { 'aria-hidden': 'true' }, String(index + 1))]),
    ),
  );
  const told = roles[1]!.silent ? roles[0]! : roles[1]!;
  const takes = roles.length === 2 ? `What it takes as ${told.title}` : 'What it takes at most';
  return element(
    'table',
    { class: 'bells' },
    element('caption', { class: 'vh' }, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Skill'),
        element('th', { scope: 'col', class: 'at' }, element('span', { class: 'scale' }, ...scale)),
        element('th', { scope: 'col', class: 'ch' }, roles.length === 2 ? 'Change' : 'Difference'),
        element('th', { scope: 'col', class: 'words' }, printable(takes)),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element(
          'tr',
          { 'data-items': JSON.stringify([row.item.id]), 'data-change': row.kind },
          element('th', { scope: 'row' }, link(writeAddress('skill', [row.item.id]), row.name)),
          element('td', { class: 'at' }, dumbbell(row, levels.length), inDots(book, roles, row, levels.length)),
          element(
            'td',
            { class: 'ch' },
            element('span', { class: CHIPS[row.kind] }, printable(`${row.sign} ${row.words}`.trim())),
          ),
          element('td', { class: 'words' }, ...whatItTakes(book, roles, row)),
        ),
      ),
    ),
  );
}

/** Places are shares of the width, so that the scale is as wide as its column. */
function dumbbell(row: SkillRow, levels: number): Tree {
  const at = (level: number): string => `${Math.round(((level + 0.5) / levels) * 10_000) / 100}%`;
  const marks = marksOf(row);
  const [low, high] = [Math.min(...marks.map(({ level }) => level)), Math.max(...marks.map(({ level }) => level))];
  const line = (style: string, from: string, to: string, y1: string, y2: string): Tree =>
    element('line', { class: style, x1: from, x2: to, y1, y2 });
  return element(
    'svg',
    { class: 'db', 'aria-hidden': 'true' },
    ...Array.from({ length: levels }, (_, level) => line('tick', at(level), at(level), '0', '24')),
    ...(row.size > 0 ? [line(row.kind === 'down' ? 'bar down' : 'bar', at(low), at(high), '12', '12')] : []),
    ...marks.map(({ role, level, aside, inner }) => {
      const style = `${HUES[role]!}${inner ? ' inner' : ''}`;
      const shift = { transform: `translate(${aside * 17 - (role < 2 ? 0 : 6.5)} 0)` };
      if (role < 2)
        return element('circle', {
          class: style,
          ...shift,
          cx: at(level),
          cy: '12',
          r: inner ? '3' : role === 0 ? '6.5' : '8',
        });
      return element('rect', { class: style, ...shift, x: at(level), y: '5.5', width: '13', height: '13' });
    }),
  );
}

/** The same in a line of dots, for phones, and in words, for who cannot see it. */
function inDots({ catalog }: Book, roles: PicturedComparison['roles'], row: SkillRow, levels: number): Tree {
  const parts = roles.map(({ id }, index): Tree[] => {
    const need = row.item.held.find(({ role }) => role === id)?.statement;
    if (!need) return [element('span', { class: 'soft', 'aria-hidden': 'true' }, '–'), hidden('not stated')];
    const level = row.levels[index];
    if (level === undefined) return [element('span', { class: 'soft small' }, 'level not stated')];
    const dots = Array.from({ length: levels }, (_, place) => element('i', place <= level ? { class: 'on' } : {}));
    return [hidden(levelTitle(catalog, need.level)), element('span', { class: `pips ${HUES[index]!}` }, ...dots)];
  });
  const arrow = [' ', element('span', { 'aria-hidden': 'true' }, '→'), hidden(' to '), ' '];
  const between = roles.length === 2 ? arrow : [hidden(', '), ' '];
  if (row.kind === 'gained')
    return element('span', { class: 'go' }, element('span', { class: CHIPS.gained }, 'new'), ' ', ...parts[1]!);
  return element(
    'span',
    { class: 'go' },
    ...parts.flatMap((part, index) => (index === 0 ? part : [...between, ...part])),
  );
}

/** What the second of two roles needs, or of more the one that needs most; how much it matters to each. */
function whatItTakes(book: Book, roles: PicturedComparison['roles'], { item, levels }: SkillRow): Tree[] {
  const { held } = item;
  const needs = held.map(({ statement }) => statement);
  const levelIn = (role: string): number => levels[roles.findIndex(({ id }) => id === role)] ?? -1;
  const most =
    roles.length === 2
      ? held.at(-1)!
      : held.reduce((best, next) => (levelIn(next.role) > levelIn(best.role) ? next : best));
  const said = needs.map(({ text }) => text).filter((text) => text !== '');
  const words = isReworded(needs)
    ? [
        inWords(
          book,
          roles,
          held
            .map(({ role, statement }) => ({
              text: statement.text,
              roles: [roles.findIndex(({ id }) => id === role)],
              statements: [],
            }))
            .filter(({ text }) => text !== ''),
        ),
      ]
    : given(said[0], printable);
  const meaning = given(levelMeaning(book.catalog, most.statement), printable);
  const kinds = groupBy(held, ({ statement }) => statement.importance ?? 'not stated');
  const each = Array.from(
    kinds,
    ([kind, own]) => `${kind} as ${joinWords(own.map(({ role }) => book.catalog.roles.get(role)!.title))}`,
  );
  const mattering = kinds.size > 1 && roles.length > 2 ? each.join(', ') : [...kinds.keys()].join(' → ');
  const importance = mattering === 'not stated' ? [] : [mattering];
  return [
    ...words,
    ...(words.length > 0 && meaning.length > 0 && !isReworded(needs) ? [' '] : []),
    ...meaning,
    ...importance.flatMap((kind) => [' ', element('span', { class: 'small' }, printable(`(${kind})`))]),
    ...grounds(book, needs),
  ];
}

/** What some statements that are shown as one lean on together. */
function grounds({ cited }: Book, statements: readonly (ExpectedRequirement | ExpectedResponsibility)[]): Tree[] {
  const [first, ...others] = statements;
  if (!first) return [];
  const cites = [...new Set(statements.flatMap((statement) => statement.cites))];
  const origins = new Map([...others, first].flatMap(({ origin }) => (origin ? [[origin.role, origin] as const] : [])));
  return [
    ...cited({ cites, editorial: statements.every(({ editorial }) => editorial) }),
    ...Array.from(origins.values()).flatMap((origin) => cited({ cites: [], origin })),
  ];
}

/** How many things each role has alone, one square each. */
export function stripTable({ roles, areas }: PicturedComparison): Tree {
  const order = columnsOf(roles.length);
  const head = order.map((index) => {
    if (index === undefined) return element('td', {});
    const title = printable(roles[index]!.title);
    return element(
      'th',
      { scope: 'col', class: HUES[index]! },
      ...(order[0] === index ? [title, ' ', roleMark(index)] : [roleMark(index), ' ', title]),
    );
  });
  const cell = ({ silent, only, title }: AreaRow, index: number | undefined): Tree => {
    if (index === undefined) return element('th', { scope: 'row' }, printable(title));
    const { length } = only[index]!;
    const isFull = index % 2 === 1;
    const squares = Array.from({ length: Math.min(length, MOST_SQUARES) }, () =>
      element('i', isFull ? { class: 'full' } : {}),
    );
    const more = length > MOST_SQUARES ? [' ', String(length)] : [];
    if (length > 0)
      return element(
        'td',
        { class: HUES[index]! },
        element('span', { class: 'units', role: 'img', 'aria-label': String(length) }, ...squares),
        ...more,
      );
    return element('td', { class: 'soft' }, silent[index] ? NOT_STATED : '–');
  };
  return element(
    'table',
    { class: roles.length === 2 ? 'fly' : 'fly fly--many' },
    element('caption', { class: 'vh' }, 'How many things each role has alone, by area'),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...areas.map((area) => element('tr', {}, ...order.map((index) => cell(area, index))))),
  );
}

const NOT_STATED = element('span', { class: 'silent' }, 'Not stated');

/** What two roles share stands between them, what more share before them. */
function columnsOf(roles: number): readonly (number | undefined)[] {
  return roles === 2 ? [0, undefined, 1] : [undefined, ...Array(roles).keys()];
}

/** What each role has alone and what several have, by area. */
export function areasTable(book: Book, { roles, areas }: PicturedComparison): Tree {
  const order = columnsOf(roles.length);
  const isTwo = roles.length === 2;
  const duties = areas.flatMap(({ id, shared }) => (id === '' ? [] : shared));
  const areOther = duties.length > 0 && duties.every(({ wordings }) => wordings.length > 1);
  const both = !isTwo ? 'Shared' : areOther ? 'Both, in other words' : 'Both';
  return element(
    'table',
    { class: `tri${isTwo ? '' : ' tri--many'}${duties.length > 0 ? ' tri--pairs' : ''}` },
    element('caption', { class: 'vh' }, 'What each role has alone, and what several have, by area'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...order.map((index) =>
          index === undefined
            ? element('th', { scope: 'col' }, both)
            : element(
                'th',
                { scope: 'col', class: HUES[index]! },
                roleMark(index),
                ' Only ',
                roleLink(book.catalog, roles[index]!.id),
              ),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...areas.map((area) =>
        element(
          'tr',
          { 'data-area': area.id },
          ...order.map((index) => {
            if (index === undefined) {
              return element(
                'th',
                { scope: 'row' },
                element('b', {}, printable(area.title)),
                ...things(book, roles, area, area.shared),
              );
            }
            const own = things(book, roles, area, area.only[index]!);
            if (own.length > 0)
              return element(
                'td',
                { class: HUES[index]!, 'data-who': printable(`Only ${roles[index]!.title}`) },
                ...own,
              );
            return area.silent[index]
              ? element('td', { class: HUES[index]!, 'data-who': printable(roles[index]!.title) }, NOT_STATED)
              : element('td', {});
          }),
        ),
      ),
    ),
  );
}

function things(book: Book, roles: PicturedComparison['roles'], area: AreaRow, entries: readonly Entry[]): Tree[] {
  const items = entries.map((entry) => thing(book, roles, area, entry));
  const listOf = (some: readonly Tree[]): Tree => element('ul', { role: 'list' }, ...some);
  if (items.length === 0) return [];
  if (items.length <= MANY_THINGS + 1) return [listOf(items)];
  const rest = items.slice(MANY_THINGS);
  return [
    listOf(items.slice(0, MANY_THINGS)),
    element('details', { class: 'fold' }, element('summary', {}, `${rest.length} more`), listOf(rest)),
  ];
}

/** An item as all put it, or the words of each behind its mark. */
function thing(book: Book, roles: PicturedComparison['roles'], area: AreaRow, { items, wordings }: Entry): Tree {
  const isAlone = items[0]!.standing === 'unique';
  const isPlain = isAlone || (wordings.length === 1 && wordings[0]!.roles.length === roles.length);
  const address = area.id === '' ? writeAddress('skill', [items[0]!.id]) : undefined;
  const said = wordings.map((wording) => ({ ...wording, area, address }));
  // The second role's words stand first: they are what it comes to.
  if (roles.length === 2) said.sort((a, b) => Math.max(...b.roles) - Math.max(...a.roles));
  return element(
    'li',
    { 'data-items': JSON.stringify(items.map(({ id }) => id)) },
    ...(isPlain ? wordingTrees(book, said[0]!) : [inWords(book, roles, said)]),
  );
}

interface Said extends Wording {
  readonly area?: AreaRow;
  readonly address?: string | undefined;
}

/** Wordings one below the other, each behind the marks of those who put it so. */
function inWords(book: Book, roles: PicturedComparison['roles'], wordings: readonly Said[]): Tree {
  return element(
    'span',
    { class: 'pair' },
    ...wordings.map((wording) => {
      const own = [...new Set(wording.roles)];
      const titles = joinWords(own.map((index) => roles[index]!.title));
      return element(
        'span',
        roles.length === 2 && Math.max(...own) === 0 ? { class: 'soft' } : {},
        element('span', { class: 'marks' }, ...own.map(roleMark)),
        element('span', {}, hidden(`${titles}: `), ...wordingTrees(book, wording)),
      );
    }),
  );
}

function wordingTrees(book: Book, { text, statements, area, address }: Said): Tree[] {
  const elsewhere = new Set(
    statements.flatMap((said) =>
      'area' in said && said.area !== area?.id ? [book.catalog.areas.get(said.area)!.title] : [],
    ),
  );
  const own = new Set(statements.flatMap((said) => ('skill' in said && !text.endsWith(said.text) ? [said.text] : [])));
  const aside = [...elsewhere].map((title) => `(listed under ${title})`);
  return [
    address === undefined ? printable(text) : link(address, text),
    ...grounds(book, statements),
    ...aside.flatMap((note) => [' ', element('span', { class: 'soft small' }, printable(note))]),
    ...[...own].map((note) => element('div', { class: 'soft small' }, printable(note))),
  ];
}
