/**
 * Views of the page as trees, and what must hold of any of them.
 */
import { expect } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { createCites } from '../../src/page/cites.ts';
import type { Book, Page } from '../../src/page/page.ts';
import { printable } from '../../src/report/printable.ts';
import type { Tree, TreeElement } from '../../src/report/tree.ts';

/** The book of a ladder, for views that neither ask nor search. */
export function bookOf(ladder: Ladder): Book {
  const catalog = createCatalog(ladder);
  const never = (): never => {
    throw new Error('this view asks for more than a ladder');
  };
  return { catalog, cited: createCites(catalog), cites: ladder.sources.length > 0, quiz: never, search: never };
}

/** What an element holds, with what a fold holds until it is opened. */
const inside = ({ children, folded }: TreeElement): Tree[] => [...children, ...(folded?.() ?? [])];

export function* elements(trees: readonly Tree[]): Generator<TreeElement> {
  for (const tree of trees) {
    if (typeof tree === 'string') continue;
    yield tree;
    yield* elements(inside(tree));
  }
}

/** As whatever shows a tree writes it. */
export const textOf = (tree: Tree): string =>
  typeof tree === 'string' ? printable(tree) : inside(tree).map(textOf).join('');

export function withClass({ body }: Pick<Page, 'body'>, name: string): TreeElement[] {
  return [...elements(body)].filter(({ attributes }) =>
    String(attributes['class'] ?? '')
      .split(' ')
      .includes(name),
  );
}

/** Ids are there once, nothing runs or is loaded, and fields have labels. */
export function checkTrees(trees: readonly Tree[]): void {
  const all = [...elements(trees)];
  const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(new Set(ids).size, ids.join(' ')).toBe(ids.length);
  for (const { tag, attributes } of all) {
    expect(tag).not.toMatch(/script|style|iframe|img|object/);
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^on|^src|^action/);
      if (name === 'href') expect(value).toMatch(/^#/);
      if (name === 'aria-labelledby' || name === 'for') expect(ids).toContain(value);
      if (name === 'style') expect(value).toMatch(/^[a-z-]+: [a-z0-9 ]+$/);
    }
  }
}
