/**
 * A picture of a ladder as a web page by itself: what is drawn, and the same in tables. No program runs in it.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Picture } from '../pictures/picture.ts';
import { SVG_STYLE } from '../pictures/svg-style.ts';
import { writeSvg } from '../pictures/svg.ts';
import { renderHtml } from '../report/html.ts';
import { printable } from '../report/printable.ts';
import { heading } from '../report/report.ts';
import { element, toHtml } from '../report/tree.ts';
import { pictureNames, pictureTables, type RouteEnds } from '../views/graph.ts';
import { count } from '../views/parts.ts';
import { hashOf } from './document.ts';

/** A picture keeps its size and moves inside its box where there is less room; on paper it is as wide as the paper. */
const STYLE = `
  :root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --paper: #ffffff; --focus: #0550ae; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --focus: #79c0ff; }
  }
  body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 70rem; background: var(--paper); color: var(--ink);
    font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
  h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; }
  h2 { margin: 2.5rem 0 0.5rem; font-size: 1.2rem; }
  .picture { margin: 1rem 0; padding: 0.5rem; border: 1px solid var(--line); border-radius: 8px; overflow: auto; max-height: 90vh; }
  .picture svg { display: block; margin: 0 auto; max-width: none; }
  .scroll { overflow-x: auto; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
  thead th { color: var(--soft); font-weight: 600; }
  tbody th { font-weight: 600; }
  .label { display: none; }
  .muted { color: var(--soft); }
  @media print {
    .picture { border: 0; padding: 0; max-height: none; overflow: visible; }
    .picture svg { max-width: 100%; max-height: 95vh; }
    tr { break-inside: avoid; }
  }
`;

/**
 * Writes a picture as a page.
 *
 * @throws PmrolesError `usage` for a picture too large to be one
 */
export async function writePicturePage(
  catalog: Catalog,
  picture: Picture,
  route: RouteEnds | undefined,
): Promise<string> {
  const svg = writeSvg(catalog, picture, pictureNames(catalog));
  const title = `${picture.title} · ${count(picture.roles.length, 'role')}, ${count(picture.edges.length, 'move')}`;
  const options = { cite: () => undefined };
  const policy = `default-src 'none'; style-src '${await hashOf(STYLE)}' '${await hashOf(SVG_STYLE)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    toHtml([element('title', {}, printable(title))]),
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    toHtml(renderHtml([heading(1, title)], options)),
    `<figure class="picture" tabindex="0" role="region" aria-label="Picture">\n${svg}</figure>`,
    toHtml(renderHtml(pictureTables(catalog, picture, route), { ...options, top: 2 })),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
