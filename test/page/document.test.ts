/**
 * The file of a page: what it holds and what it may do, whatever the ladder. What it does in a browser: test/e2e/page.test.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { writePage } from '../../src/page/document.ts';
import { fullLadder, hostileText } from '../support/arbitrary.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { runIn, SHIPPED, shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { pmroles, ROOT } from '../support/program.ts';

/** A page of a ladder of eight roles that is larger than this has grown without need. */
const MOST_BYTES = 300 * 1024;

const PARTS = { script: 'void 0;', style: 'p{margin:0}' };
const pageOf = (ladder: Ladder): Promise<string> => writePage(createCatalog(ladder), PARTS);

/** The content of each element of a kind that holds raw text. */
const contents = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1]!);

/** Reads a page as XML, without what is no markup in it. */
function parsed(html: string): ReturnType<DOMParser['parseFromString']> {
  const markup = html.replace('<!doctype html>\n', '').replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  // A warning is all that a replacement character is worth.
  const problems: string[] = [];
  const document = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') problems.push(message);
    },
  }).parseFromString(markup, 'text/xml');
  expect(problems).toEqual([]);
  return document;
}

/** What must hold of any page. */
function check(html: string, ladder: Ladder, parts = PARTS): void {
  const document = parsed(html);
  const [data, script, ...more] = contents(html, 'script');
  const [style, ...styles] = contents(html, 'style');
  expect([script, more, styles]).toEqual([parts.script, [], []]);
  expect(style).toContain(parts.style);
  expect(JSON.parse(data!)).toEqual(JSON.parse(JSON.stringify(ladder)));
  expect(data).not.toMatch(/[<\u2028\u2029]/);
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = Array.from(document.getElementsByTagName('meta'))
    .find((meta) => meta.getAttribute('http-equiv') === 'Content-Security-Policy')!
    .getAttribute('content')!;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(parts.script)}`,
    `style-src ${hashOf(style!)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  for (const found of Array.from(document.getElementsByTagName('*'))) {
    for (const { name, value } of Array.from(found.attributes)) {
      // Nothing is loaded, nothing runs, nothing is styled past the policy.
      expect(name).not.toMatch(/^on|^src$|^style$|^srcset$|^action$/);
      if (name !== 'href') continue;
      expect(found.tagName).toBe('a');
      expect(value).toMatch(/^(?:#|https?:|mailto:)/);
      if (!value.startsWith('#')) expect(found.getAttribute('rel')).toBe('noreferrer');
    }
  }
}

describe('the page of a ladder that ships', () => {
  it.each([SHIPPED, ...Object.keys(TEMPLATES).map(templateFile)])('%s', async (path) => {
    const { ladder } = loadLadder(path);
    const html = await pageOf(ladder);
    check(html, ladder);
    // All of it is there without scripts, and the picture leads to it.
    const document = parsed(html);
    const text = Array.from(document.getElementsByTagName('noscript'))[0]!.textContent!;
    for (const role of ladder.roles) {
      expect(text).toContain(role.title);
      for (const responsibility of role.responsibilities) expect(text).toContain(responsibility.text);
      expect(document.getElementById(`role=${role.id}`)).not.toBeNull();
      expect(html).toContain(`<a href="#role=${role.id}"><g class="role"`);
    }
  });

  it('is what the command writes, to standard output and to a file', async () => {
    const { script, style } = { script: '/* the program */', style: '/* the style */' };
    const html = await writePage(createCatalog(shippedLadder()), { script, style });
    expect(await runIn(['export', '--format', 'html'])).toMatchObject({ code: 0, stderr: '', stdout: html });
    const saved = new Map<string, string>();
    const argv = ['export', '--format', 'html', '-o', 'ladder.html'];
    expect((await runIn(argv, { saved })).code).toBe(0);
    expect(saved.get('ladder.html')).toBe(html);
    expect((await runIn(argv, { saved })).code).toBe(4);
    expect((await runIn([...argv, '--force'], { saved })).code).toBe(0);
  });
});

describe('the page of any ladder', () => {
  it('is well formed and allows nothing, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(fullLadder(hostileText, true), async (ladder) => {
        check(await pageOf(ladder), ladder);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same every time', async () => {
    expect(await pageOf(shippedLadder())).toBe(await pageOf(loadLadder(SHIPPED).ladder));
  });

  it('says without scripts what each role is for, where there are too many for more', async () => {
    const { ladder } = parseLadder([
      { file: 'l.json', text: JSON.stringify(bigLadder({ roles: 400, progressions: 2 })) },
    ]);
    const html = await pageOf(ladder!);
    check(html, ladder!);
    expect(html).not.toContain('<svg');
    const [text] = contents(html, 'noscript');
    expect(text).toContain('Does the work of role number 399, and answers for it.');
    expect(text).not.toContain('what role 399 is there for');
  });
});

describe('the built page', () => {
  let html: string;
  beforeAll(() => {
    html = pmroles(['export', '--format', 'html']).stdout;
  });

  it('is small, well formed, and brings the program and the style that the policy names', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
    const part = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');
    check(html, shippedLadder(), { script: part('page.js'), style: part('page.css') });
  });

  it('evaluates no text, and makes no markup of any', () => {
    const [, script] = contents(html, 'script');
    expect(script).not.toMatch(/\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('names in the package the licences of what it bundles', () => {
    expect(readFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(/^commander /m);
  });
});
