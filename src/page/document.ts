/**
 * The file that a ladder is exported as: the ladder, the program that shows it, and the whole ladder as text for where no
 * program runs.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { pictureOf } from '../pictures/picture.ts';
import { writeSvg } from '../pictures/svg.ts';
import { bareCites, renderHtml } from '../report/html.ts';
import { printable } from '../report/printable.ts';
import { heading, paragraph } from '../report/report.ts';
import { element, toHtml, type Tree } from '../report/tree.ts';
import { pictureNames } from '../views/graph.ts';
import { count } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { sourcesView } from '../views/sources.ts';
import { shellEnd, shellStart } from './shell.ts';

/** Of a ladder with more roles than this, only what each role is for is written as text: the rest would double the file. */
const MANY_ROLES = 100;

/** Writes the page of a ladder. */
export async function writePage(
  catalog: Catalog,
  parts: { readonly script: string; readonly style: string },
): Promise<string> {
  const { script, style } = parts;
  const { ladder } = catalog;
  const policy = [
    "default-src 'none'",
    `script-src '${await hashOf(script)}'`,
    `style-src '${await hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    '<meta name="referrer" content="no-referrer"/>',
    toHtml([element('title', {}, printable(ladder.title))]),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    toHtml(shellStart(catalog)),
    '<main id="main" class="wrap">',
    `<noscript>${drawn(catalog)}${toHtml(inFull(catalog))}</noscript>`,
    '</main>',
    toHtml(shellEnd(catalog)),
    `<script type="application/json" id="ladder">${dataText(ladder)}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What a policy calls a script or a style by. */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** JSON in which nothing ends the element that it stands in. */
function dataText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The ladder as a picture whose roles are links; nothing of one that is too large to be drawn. */
function drawn(catalog: Catalog): string {
  const picture = pictureOf(catalog, { tracks: [], whole: true });
  try {
    const svg = writeSvg(catalog, picture, pictureNames(catalog), (role) => `#role=${role}`);
    return `<figure>\n${svg}</figure>`;
  } catch (error) {
    if (error instanceof PmrolesError && error.code === 'usage') return '';
    throw error;
  }
}

/** The ladder without a program: every role with what it does, where the picture's links lead; then the sources. */
function inFull(catalog: Catalog): Tree[] {
  const { ladder } = catalog;
  // The facts follow under their ids; a link for each cite would make up half of the text.
  const options = { cited: bareCites, top: 2 } as const;
  const isLarge = heldRoles(ladder).length > MANY_ROLES;
  const intro = [
    heading(1, `${ladder.title} · ${count(heldRoles(ladder).length, 'role')}`),
    ...(ladder.summary === '' ? [] : [paragraph(ladder.summary)]),
    paragraph(
      `Comparing roles, finding routes, the quiz and the search need scripts, which do not run here. ${isLarge ? 'What each role is for' : 'All that the ladder says'} follows.`,
    ),
  ];
  const roles = ladder.roles.map((role) => {
    const blocks = isLarge
      ? [heading(1, role.title), paragraph(role.summary.text)]
      : showView(catalog, role, { cites: ladder.sources.length > 0, full: true }).blocks;
    return element('section', { id: `role=${role.id}` }, ...renderHtml(blocks, options));
  });
  return [
    ...renderHtml(intro, { ...options, top: 1 }),
    ...roles,
    ...(isLarge ? [] : renderHtml(sourcesView(catalog, { cites: true }).blocks, options)),
  ];
}
