/**
 * Trees as elements of the page: through createElement and text alone, so that no text is ever taken for markup.
 */
import type { Tree } from '../report/tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes elements of trees. */
export function toNodes(trees: readonly Tree[], namespace?: string): (Node | string)[] {
  return trees.map((tree) => {
    if (typeof tree === 'string') return tree;
    const inner = tree.tag === 'svg' ? SVG : namespace;
    const made = inner === undefined ? document.createElement(tree.tag) : document.createElementNS(inner, tree.tag);
    for (const [name, value] of Object.entries(tree.attributes)) {
      if (value === undefined || value === false) continue;
      // The page's policy takes no style from markup, which a ladder's text might have made; from its own program it does.
      if (name === 'style') (made as HTMLElement).style.cssText = String(value);
      else made.setAttribute(name, value === true ? '' : value);
    }
    made.append(...toNodes(tree.children, inner));
    return made;
  });
}
