/**
 * Trees as elements of the page: through createElement and text alone, so that no text is ever taken for markup.
 */
import { printable } from '../report/printable.ts';
import { type Tree, writtenAttributes } from '../report/tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What the folds hold that were never opened. */
const unopened = new WeakMap<Element, () => readonly Tree[]>();

/** Fills a fold that is open: when it is opened, or before it is printed, should it not have been told yet. */
export function fill(details: HTMLDetailsElement): void {
  const folded = unopened.get(details);
  if (!folded || !details.open) return;
  unopened.delete(details);
  details.append(...toNodes(folded()));
}

/** Makes elements of trees. */
export function toNodes(trees: readonly Tree[], namespace?: string): (Node | string)[] {
  return trees.map((tree) => {
    if (typeof tree === 'string') return printable(tree);
    const inner = tree.tag === 'svg' ? SVG : namespace;
    const made = inner === undefined ? document.createElement(tree.tag) : document.createElementNS(inner, tree.tag);
    for (const [name, value] of writtenAttributes(tree.attributes)) {
      // The page's policy takes no style from markup, which a ladder's text might have made; from its own program it does.
      if (name === 'style') (made as HTMLElement).style.cssText = value;
      else made.setAttribute(name, value);
    }
    made.append(...toNodes(tree.children, inner));
    if (tree.folded) {
      unopened.set(made, tree.folded);
      made.addEventListener('toggle', () => {
        fill(made as HTMLDetailsElement);
      });
    }
    return made;
  });
}

/** Replaces what stands around a field that is in the new content too: a menu that was made anew would lose what is being typed into it. */
export function replaceAround(field: Element, old: Element, made: Element): void {
  const kept = [...old.children].find((child) => child.contains(field))!;
  const nodes = [...made.childNodes];
  const like = nodes.findIndex((node) => node instanceof Element && node.matches(`#${field.id}, :has(#${field.id})`));
  for (const child of [...old.childNodes]) if (child !== kept) child.remove();
  kept.before(...nodes.slice(0, like));
  kept.after(...nodes.slice(like + 1));
  if (kept !== field) replaceAround(field, kept, nodes[like] as Element);
}
