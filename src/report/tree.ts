/**
 * Markup as plain data: one tree is written as text for a file, and made into elements by the page (`page/dom.ts`). Either makes
 * the texts between tags safe to show; what the page puts into an attribute, whoever makes it makes safe.
 */
import { printable } from './printable.ts';

export type Tree = string | TreeElement;

export interface TreeElement {
  readonly tag: string;
  /** True for an attribute without a value; what is false or undefined is left out. */
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children: readonly Tree[];
  /** What a fold holds besides: a page makes it when the fold is first opened, as most never are. */
  readonly folded?: () => readonly Tree[];
}

/** Elements that hold nothing, and have no end tag. */
const VOID = new Set(['br', 'circle', 'input', 'path', 'rect']);

export function element(tag: string, attributes: TreeElement['attributes'], ...children: readonly Tree[]): TreeElement {
  return { tag, attributes, children };
}

/** A fold of a page. */
export function fold(style: string, summary: Tree, folded: () => readonly Tree[]): Tree {
  return { ...element('details', { class: style }, summary), folded };
}

/** Writes trees as HTML that is well formed as XML too: a picture is a file of its own, and tools of either kind read both. */
export function toHtml(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return escaped(tree);
      const { tag, attributes, children, folded } = tree;
      const written = writtenAttributes(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      const start = `<${tag}${written.join('')}`;
      return VOID.has(tag) ? `${start}/>` : `${start}>${toHtml([...children, ...(folded?.() ?? [])])}</${tag}>`;
    })
    .join('');
}

/** The attributes that are there, and their values. */
export function writtenAttributes(attributes: TreeElement['attributes']): (readonly [name: string, value: string])[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [[name, value === true ? '' : typeof value === 'number' ? coordinate(value) : value] as const];
  });
}

/** A place in a picture: a tenth of a unit is finer than anybody sees. */
export function coordinate(value: number): string {
  // Without the sum, what is a little less than nothing would be "-0".
  return String(Math.round(value * 10) / 10 + 0);
}

/** Keeps a text from being taken for markup, between tags and in attributes; two characters XML does not know. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
