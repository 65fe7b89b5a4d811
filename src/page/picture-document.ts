/**
 * A picture of a ladder as a web page by itself: what is drawn, and the same in tables. No program runs in it.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Picture } from '../pictures/picture.ts';
import { SVG_STYLE } from '../pictures/svg-style.ts';
import { writeSvg } from '../pictures/svg.ts';
import { bareCites, renderHtml } from '../report/html.ts';
import { printable } from '../report/printable.ts';
import { heading } from '../report/report.ts';
import { element, toHtml } from '../report/tree.ts';
import { pictureNames, pictureTables, type RouteEnds } from '../views/graph.ts';
import { count } from '../views/parts.ts';
import { hashOf } from './document.ts';

/** A picture keeps its size and moves inside its box where there is less room; on paper it is as wide as the paper. */
const STYLE = `
  :root { color-scheme: light; --ink: #191c22; --soft: #565d68; --rule: #e3e0d8; --edge: #868b94; --paper: #faf9f6; }
  @media screen and (prefers-color-scheme: dark) {
    :root { color-scheme: dark; --ink: #eceae5; --soft: #abb1bb; --rule: #31353d; --edge: #7d8490; --paper: #14161a; }
  }
  body { margin: 0 auto; padding: 3rem clamp(1rem, 3vw, 2.5rem) 4.5rem; max-width: 75rem; background: var(--paper); color: var(--ink);
    font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
  h1 { margin: 0 0 1.5rem; font-size: clamp(1.875rem, 1.4rem + 2.3vw, 3rem); line-height: 1.1; letter-spacing: -0.022em; }
  h2 { margin: 3rem 0 0.75rem; font-size: clamp(1.25rem, 1.15rem + 0.5vw, 1.5rem); line-height: 1.25; }
  .picture { margin: 0 -1.5rem; overflow: auto; max-height: 95vh; }
  .picture svg { display: block; max-width: none; }
  .scroll { overflow-x: auto; }
  :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: 0.75rem 1rem 0.75rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
  thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; border-color: var(--edge); }
  tbody th { font-weight: 600; }
  .label { display: none; }
  .muted { color: var(--soft); }
  @media print {
    :root { font-size: 10px; }
    body { padding: 0; }
    .picture { margin: 0; max-height: none; overflow: visible; }
    .picture svg { width: auto; height: auto; max-width: 100%; max-height: 95vh; }
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
  const options = { cited: bareCites };
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
