/**
 * Who says what in a comparison, and what it leans on.
 */
import type { Comparison } from '../core/compare.ts';
import type { PicturedComparison, Wording } from '../pictures/comparison.ts';
import { element, type Tree } from '../report/tree.ts';
import { count, joinWords, titleOf } from '../views/parts.ts';
import type { Book } from './page.ts';

/** A comparison and the ladder that it is of. */
export type Compared = Pick<Book, 'catalog' | 'cited' | 'mine'> & PicturedComparison;

/** The colours of roles, in their order, as classes; a mark of each has a shape of its own. */
export const HUES = ['ra', 'rb', 'rc', 'rd'] as const;

export const NOT_STATED = element('span', { class: 'silent' }, 'Not stated');

/** What only a screen reader says. */
export const hidden = (text: string): Tree => element('span', { class: 'vh' }, text);

/** The sign of a role in its colour. */
export function roleMark(index: number): Tree {
  return element('span', { class: `mark ${HUES[index]!}` });
}

/** What some statements that are shown as one lean on together. */
export function grounds({ cited }: Compared, statements: Wording['statements']): Tree[] {
  const [first, ...others] = statements;
  if (!first) return [];
  const cites = [...new Set(statements.flatMap((statement) => statement.cites))];
  const origins = new Map([...others, first].flatMap(({ origin }) => (origin ? [[origin.role, origin] as const] : [])));
  return [
    ...cited({ cites, editorial: statements.every(({ editorial }) => editorial) }),
    ...Array.from(origins.values()).flatMap((origin) => cited({ cites: [], origin })),
  ];
}

/** Wordings one below the other, each behind the marks of those who put it so. */
export function inWords<T extends Pick<Wording, 'roles'>>(
  { roles }: Compared,
  wordings: readonly T[],
  treesOf: (wording: T) => readonly Tree[],
): Tree {
  const lines = wordings.map((wording) => {
    const own = [...new Set(wording.roles)];
    const titles = joinWords(own.map((index) => roles[index]!.title));
    return element(
      'span',
      roles.length === 2 && Math.max(...own) === 0 ? { class: 'soft' } : {},
      element('span', { class: 'marks' }, ...own.map(roleMark)),
      element('span', {}, hidden(`${titles}: `), ...treesOf(wording)),
    );
  });
  return element('span', { class: 'pair' }, ...lines);
}

/** Which two of several roles share most; nothing where no pair shares more than the others. */
export function nearest(catalog: Compared['catalog'], { roles, areas, skills }: Comparison): string[] {
  const duties = areas.flatMap(({ items }) => items);
  const pairs = roles.flatMap((one, index) =>
    roles.slice(index + 1).map((other) => {
      const pair = [one, other];
      const shared = [skills, duties].map(
        (items) => items.filter(({ held }) => pair.every((id) => held.some(({ role }) => role === id))).length,
      ) as [number, number];
      return { pair, shared, sum: shared[0] + shared[1] };
    }),
  );
  const [first, second] = pairs.toSorted((a, b) => b.sum - a.sum);
  if (!first || !second || first.sum === second.sum) return [];
  const [needs, does] = first.shared;
  const parts = [
    ...(needs > 0 ? [count(needs, 'skill')] : []),
    ...(does > 0 ? [count(does, 'responsibility', 'responsibilities')] : []),
  ];
  return [`${joinWords(first.pair.map((id) => titleOf(catalog, id)))} share most: ${joinWords(parts)}.`];
}
