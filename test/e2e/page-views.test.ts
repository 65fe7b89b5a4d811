/**
 * Every view of the page on ladders of several sizes: all can reach it, at each width and in each scheme.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE, faultsOf } from '../support/axe.ts';
import { inBrowser, textOf, visit, type Watched } from '../support/browser.ts';
import { ENGINEERING, SHIPPED_LADDER, SIXTY, viewsOf, emptyViewsOf } from '../support/page-ladders.ts';

/** What is said twice, left out or empty. */
const FORM = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(({ id }) => id);
  const ranks = all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
  return {
    titles: all('h1').length,
    twice: ids.filter((id, index) => ids.indexOf(id) !== index),
    jumps: ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1),
    empty: all('h1, h2, h3, a, button, label, summary').filter((it) => it.textContent.trim() === '').length,
  };
})()`;

/** From wide to narrow, where the style sheet begins anew, and the least that pages must fit; axe looks at two of them. */
const WIDTHS = [1280, 768, 360, 320];

const SCHEMES = new Map([
  [360, 'light'],
  [1280, 'dark'],
] as const) as ReadonlyMap<number, 'light' | 'dark'>;

inBrowser('every view of the page', (open) => {
  const cases = [
    { name: 'the shipped ladder', ladder: SHIPPED_LADDER, views: viewsOf(SHIPPED_LADDER), looks: 2 },
    // The colours are the same on every ladder and view, and so is most of the style.
    { name: 'nothing', ladder: SHIPPED_LADDER, views: emptyViewsOf(SHIPPED_LADDER), looks: 0 },
    { name: 'a template with levels', ladder: ENGINEERING, views: viewsOf(ENGINEERING), looks: 1 },
    { name: 'sixty roles', ladder: SIXTY, views: viewsOf(SIXTY), looks: 0 },
  ];

  describe.each(cases)('of $name can be reached by all', ({ ladder, views, looks }) => {
    let watched: Watched;
    let page: Page;
    beforeAll(async () => {
      watched = await open(ladder);
      page = watched.page;
      await page.evaluate(AXE);
    });
    afterAll(() => watched.close());

    it.each(views)('#%s', async (view) => {
      await visit(page, `#${view}`);
      // What is folded away is shown too.
      await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      expect(await page.evaluate(FORM)).toEqual({ titles: 1, twice: [], jumps: [], empty: 0 });
      expect(await textOf(page, 'main')).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object/);
      for (const width of looks > 0 ? WIDTHS : [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        // The size of the ladder follows with the next frame.
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} px wide`).toBe(width);
        // Each look in a scheme of its own; where there is one look only, view by view in turns.
        const colorScheme = SCHEMES.get(width);
        const isTurn = (width === 360) === (views.indexOf(view) % 2 === 0);
        if (colorScheme === undefined || looks === 0 || (looks === 1 && !isTurn)) continue;
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page), `${width} px wide, ${colorScheme}`).toEqual([]);
      }
    });
  });
});
