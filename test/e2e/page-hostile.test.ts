/**
 * What a ladder says is only text in the page, whatever it says.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable } from '../../src/report/printable.ts';
import { fullLadder, hostileText } from '../support/arbitrary.ts';
import { inBrowser, visit } from '../support/browser.ts';
import { laced } from '../support/laced-ladder.ts';
import { emptyViewsOf, viewsOf } from '../support/page-ladders.ts';

const PAYLOADS = [
  '<img src=x onerror=alert(1)>"><a href="javascript:alert(1)" onmouseover=alert(1)>x</a>',
  '</script><script>alert(1)</script>',
  '<!--<script></noscript></style></title><svg onload=alert(1)>',
  '&lt;b&gt;&#60;i&#62; ]]> <![CDATA[ \u202egnirts \u2028 \u0000 \u001b[31m',
];

inBrowser('a hostile ladder', (open) => {
  it.each(PAYLOADS)('stays text: %j', async (payload) => {
    const ladder = laced(payload);
    const { page, close } = await open(ladder);
    const typed = ['search=', 'role=', 'compare=', 'quiz&role=', ''].map((view) => view + encodeURIComponent(payload));
    const views = [...viewsOf(ladder), ...emptyViewsOf(ladder), ...typed];
    const made = await page.evaluate<string[]>(`(async () => {
      const made = new Set();
      for (const view of ${JSON.stringify(views)}) {
        location.hash = view;
        await new Promise((done) => setTimeout(done));
        for (const { tagName, attributes } of document.querySelectorAll('*')) {
          made.add(tagName.toLowerCase());
          for (const { name } of attributes) made.add('@' + name);
        }
      }
      return [...made];
    })()`);
    expect(made.length).toBeGreaterThan(80);
    expect(made.filter((name) => /^(?:img|iframe|object|@on.*|@src.*|@action)$/.test(name))).toEqual([]);
    // The ladder, the program, and the packed part.
    expect(await page.locator('script').count()).toBe(3);
    await visit(page, '#role=role-1');
    const shown = await page.evaluate<string>('document.querySelector("h1").textContent');
    // A separator of lines is a break, and what stands around it is not part of the text.
    const squeezed = (text: string): string => text.replace(/\s+/g, ' ');
    expect(squeezed(shown)).toContain(squeezed(printable(payload)));
    await close();
  });

  it('stays text on random ladders too', async () => {
    for (const ladder of fc.sample(fullLadder(hostileText, true), { numRuns: 3, seed: 7 })) {
      const { page, close } = await open(ladder);
      for (const view of ['', 'skills', 'quiz', 'sources']) await visit(page, `#${view}`);
      for (const { id, title } of ladder.roles) {
        await visit(page, `#role=${id}`);
        expect(await page.evaluate<string>('document.querySelector("h1").textContent')).toContain(printable(title));
      }
      await close();
    }
  });
});
