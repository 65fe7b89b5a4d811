/**
 * Markup as plain data: one tree is written as HTML text for a file, and made into elements by the page (`page/dom.ts`).
 */

export type Tree = string | TreeElement;

export interface TreeElement {
  readonly tag: string;
  /** True for an attribute without a value; what is false or undefined is left out. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly children: readonly Tree[];
}

/** Elements that have no end tag. */
const VOID = new Set(['br', 'hr', 'input', 'link', 'meta']);

export function element(tag: string, attributes: TreeElement['attributes'], ...children: readonly Tree[]): TreeElement {
  return { tag, attributes, children };
}

export function toHtml(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return escapeHtml(tree);
      const { tag, attributes, children } = tree;
      const written = Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined || value === false ? [] : [` ${name}="${value === true ? '' : escapeHtml(value)}"`],
      );
      // Well formed as XML too, so that tools of either kind can read it.
      const start = `<${tag}${written.join('')}`;
      return VOID.has(tag) ? `${start}/>` : `${start}>${toHtml(children)}</${tag}>`;
    })
    .join('');
}

/** Keeps a text from being taken for markup, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
