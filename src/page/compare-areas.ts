/**
 * What each of some roles has alone and what several have, by area: tables that are pictures as well.
 */
import { type AreaRow, columnsOf, type Entry, type PicturedComparison, type Wording } from '../pictures/comparison.ts';
import { printable } from '../report/printable.ts';
import { element, fold, type Tree } from '../report/tree.ts';
import { writeAddress } from './address.ts';
import { type Compared, grounds, HUES, inWords, NOT_STATED, roleMark } from './compare-words.ts';
import { link, roleLink, standing } from './page.ts';

/** Of more things in one cell the rest is folded. */
const MANY_THINGS = 8;

/** More squares than this say no more than their number. */
const MOST_SQUARES = 40;

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
    if (index === undefined) return element('th', { scope: 'row' }, title);
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

/** What each role has alone and what several have, by area. */
export function areasTable(view: Compared): Tree {
  const { catalog, roles, areas } = view;
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
                roleLink(catalog, roles[index]!.id),
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
              return element('th', { scope: 'row' }, element('b', {}, area.title), ...things(view, area, area.shared));
            }
            const own = things(view, area, area.only[index]!);
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

function things(view: Compared, area: AreaRow, entries: readonly Entry[]): Tree[] {
  const items = entries.map((entry) => thing(view, area, entry));
  const listOf = (some: readonly Tree[]): Tree => element('ul', { role: 'list' }, ...some);
  if (items.length === 0) return [];
  if (items.length <= MANY_THINGS + 1) return [listOf(items)];
  const rest = items.slice(MANY_THINGS);
  return [
    listOf(items.slice(0, MANY_THINGS)),
    fold('fold', element('summary', {}, `${rest.length} more`), () => [listOf(rest)]),
  ];
}

/** An item as all put it, or the words of each behind its mark. */
function thing(view: Compared, area: AreaRow, { items, wordings, plain }: Entry): Tree {
  const treesOf = (wording: Wording): Tree[] => wordingTrees(view, area, items[0]!.id, wording);
  // Of two roles the second's words stand first: they are what it comes to.
  const sorted =
    view.roles.length > 2 ? wordings : wordings.toSorted((a, b) => Math.max(...b.roles) - Math.max(...a.roles));
  return element(
    'li',
    { 'data-items': JSON.stringify(items.map((item) => item.id)) },
    ...(plain ? treesOf(wordings[0]!) : [inWords(view, sorted, treesOf)]),
  );
}

function wordingTrees(view: Compared, area: AreaRow, id: string, { text, statements, ...wording }: Wording): Tree[] {
  const elsewhere = statements.flatMap((said) => ('area' in said && said.area !== area.id ? [said.area] : []));
  const own = statements.flatMap((said) => ('skill' in said && !text.endsWith(said.text) ? [said.text] : []));
  const roles = [...new Set(wording.roles)].map((index) => view.roles[index]!.id);
  const ids = new Set(statements.map((said) => ('skill' in said ? said.skill : said.id)));
  const kind = area.id === '' ? 'skill' : 'responsibility';
  const small = (tag: string, note: string): Tree => element(tag, { class: 'soft small' }, note);
  return [
    area.id === '' ? link(writeAddress('skill', [id]), text) : text,
    ...grounds(view, statements),
    ...[...new Set(elsewhere)].flatMap((other) => [
      ' ',
      small('span', `(listed under ${view.catalog.areas.get(other)!.title})`),
    ]),
    ...[...ids].flatMap((one) => standing(view, roles, kind, one)),
    ...[...new Set(own)].map((note) => small('div', note)),
  ];
}
