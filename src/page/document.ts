/**
 * The file that a ladder is exported as: the ladder, the program that shows it, and what its roles do as text for where no
 * program runs.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { bareCites, renderHtml } from '../report/html.ts';
import { heading, paragraph } from '../report/report.ts';
import { element, toHtml, type Tree } from '../report/tree.ts';
import { count, sourceKey } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { shellEnd, shellStart } from './shell.ts';

/** Of a ladder with more roles than this, only what each role is for is written as text: the rest would double the file. */
const MANY_ROLES = 100;

/** What the build made of the program of the page. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** What the policy calls the part by that reads profiles; in the second line the part itself, deflated, in base64. */
  readonly profile: string;
}

/** The parts, as the package has them. */
export function pageParts(part: (name: 'page.js' | 'page.css' | 'page-profile.txt') => string): PageParts {
  return { script: part('page.js'), style: part('page.css'), profile: part('page-profile.txt') };
}

/** Writes the page of a ladder. */
export async function writePage(catalog: Catalog, parts: PageParts): Promise<string> {
  const { script, style } = parts;
  const [profileHash, profilePart] = parts.profile.split('\n');
  const { ladder } = catalog;
  const policy = [
    "default-src 'none'",
    `script-src '${await hashOf(script)}' '${profileHash!}'`,
    `style-src '${await hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [
    '<!doctype html>',
    toHtml([element('html', { lang: ladder.language ?? 'en' })]).replace('</html>', ''),
    '<head>',
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    '<meta name="referrer" content="no-referrer"/>',
    toHtml([element('title', {}, ladder.title)]),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    toHtml(shellStart(catalog)),
    '<main id="main" class="wrap">',
    `<noscript>${toHtml(inBrief(catalog))}</noscript>`,
    '</main>',
    toHtml(shellEnd(catalog)),
    `<script type="application/json" id="ladder">${dataText(ladder)}</script>`,
    `<script>${script}</script>`,
    // Behind the program, which so need not wait for it.
    `<script type="text/plain" id="profile-part">${profilePart!}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What a policy calls a script or a style by. */
async function hashOf(text: string): Promise<string> {
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

/**
 * The ladder without a program: what each role does and needs. The sources of each statement would double the file, and lie in it
 * already, for the program to show.
 */
function inBrief(catalog: Catalog): Tree[] {
  const { ladder } = catalog;
  const options = { cited: bareCites, top: 2 } as const;
  const roles = heldRoles(ladder);
  const intro = [
    heading(1, `${ladder.title} · ${count(roles.length, 'role')}`),
    ...(ladder.summary === '' ? [] : [paragraph(ladder.summary)]),
    paragraph('Scripts do not run here. With them, this page compares roles, finds ways, asks and cites its sources.'),
  ];
  const sections = roles.toReversed().map((role) => {
    const blocks =
      roles.length > MANY_ROLES
        ? [heading(1, role.title), paragraph(role.summary.text)]
        : showView(catalog, role, { cites: false }).blocks;
    return element('section', { id: `role=${role.id}` }, ...renderHtml(blocks, options));
  });
  return [
    ...renderHtml(intro, { ...options, top: 1 }),
    ...sections,
    ...renderHtml(sourceKey(catalog, everyCite(catalog)), options),
  ];
}

const everyCite = ({ ladder }: Catalog): string[] => ladder.sources.map(({ id }) => id);
