/**
 * The page on paper: light, whole, without controls, and no longer than it must be.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser, settled, visit, type Watched } from '../support/browser.ts';
import { ENGINEERING, SHIPPED_LADDER, SIXTY } from '../support/page-ladders.ts';

const VIEWS = ['', 'role=cpo', 'compare=cpo,hop', 'path=junior-pm,cpo', 'skills', 'sources', 'quiz=cpo,5,1&result'];

/** Words that are broken within, however they are joined; a hyphen is a place to break. */
const BROKEN = `(() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (tops.size > 1 && getComputedStyle(node.parentElement).clipPath === 'none') broken.push(word);
    }
  }
  return broken;
})()`;

/** What stands beyond the edge of the paper, where it is cut or makes all the rest smaller. */
const BEYOND = `[...document.querySelectorAll('main *')].filter((element) => {
  const { right, width } = element.getBoundingClientRect();
  return width > 0 && right > innerWidth + 1 && element.checkVisibility();
}).map(({ className, textContent }) => className + ' ' + textContent)`;

/** What A4 leaves between its margins. */
const A4 = { width: 688, height: 1000 };

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length;
}

async function openFolds(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
  await settled(page);
}

/** Through all of a track. */
const ONE_TRACK = SIXTY.roles.filter(({ track }) => track === SIXTY.tracks[0]!.id).map(({ id }) => id);
const ROUTE = `#path=${ONE_TRACK[0]!},${ONE_TRACK.at(-1)!}`;

inBrowser('the page on paper', (open) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await open(SHIPPED_LADDER, { viewport: A4, colorScheme: 'dark' });
    page = watched.page;
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  });
  afterAll(() => watched.close());

  it.each(VIEWS)('is light in dark mode, breaks no word and has no controls: #%s', async (view) => {
    await visit(page, `#${view}`);
    const colours = await page.evaluate(
      `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))`,
    );
    expect(colours).toEqual(['rgb(25, 28, 34)', 'rgb(255, 255, 255)']);
    expect(await page.evaluate(BROKEN)).toEqual([]);
    const controls = 'nav ul, form, input, select, .btn, .switch, .skip, button:not(.sq), .only-screen';
    for (const control of await page.locator(controls).all()) expect(await control.isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  it('prints a role on one page', async () => {
    for (const { id } of SHIPPED_LADDER.roles) {
      await visit(page, `#role=${id}`);
      expect(await pagesOf(page), id).toBe(1);
    }
  });

  it('prints bullets, which are drawn, as they are on screen', async () => {
    await visit(page, '#path=junior-pm,cpo');
    await openFolds(page);
    const bullets = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.leg > ul > li:not(.marked), .report li:not(.marked)')].map((item) => {
        const { backgroundImage, printColorAdjust } = getComputedStyle(item);
        return backgroundImage.split('(')[0] + ' ' + printColorAdjust;
      })`,
    );
    expect(bullets.length).toBeGreaterThan(3);
    expect(new Set(bullets)).toEqual(new Set(['radial-gradient exact']));
  });

  it('prints the folds and cites that were opened, and no others', async () => {
    await visit(page, '#sources');
    await visit(page, '#path=junior-pm,cpo');
    const shown = (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
    expect(await shown('details.fold > .report')).toBe(0);
    expect(await shown('.cite dl')).toBe(0);
    expect(await page.locator('.leg details > :not(summary)').count()).toBe(0);
    // Opened and printed at once, before the browser has told the page that it is open.
    const made = await page.evaluate(`(() => {
      document.querySelector('details.fold').open = true;
      dispatchEvent(new Event('beforeprint'));
      return document.querySelectorAll('details.fold > .report').length;
    })()`);
    expect(made).toBe(1);
    await page.evaluate(`document.querySelector('.leg > .small .cite').open = true`);
    await settled(page);
    expect(await shown('details.fold > .report')).toBe(1);
    expect(await shown('.cite dl')).toBe(1);
    const before = await pagesOf(page);
    await openFolds(page);
    expect(await pagesOf(page)).toBeGreaterThan(before);
  });

  it('says where it is from, and when it was printed', async () => {
    await visit(page, '#role=cpo');
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const printed = page.locator('#printed');
    expect(await printed.innerText()).toMatch(/^file:.*#role=cpo · \d{4}-\d\d-\d\d$/);
    expect(await printed.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await printed.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
  });

  it('prints what comes before and next, and what is new with it', async () => {
    await visit(page, '#role=senior-pm');
    const beside = await page.locator('.role aside').innerText();
    expect(beside).toMatch(/^Next\n+Product Lead\n+\+\d+ responsibilit/);
    expect(beside).toMatch(/Before\n+Product Manager\n/);
    expect(beside).not.toMatch(/You are here|Compare/);
  });

  it('has a head on each sheet over the columns of three roles', async () => {
    await visit(page, '#compare=junior-pm,senior-pm,cpo');
    // Browsers print a head again in what is laid out as a table, and nowhere else.
    const layouts = await page.evaluate<string[]>(
      `['.tri', '.tri > thead', '.tri > tbody'].map((part) => getComputedStyle(document.querySelector(part)).display)`,
    );
    expect(layouts).toEqual(['table', 'table-header-group', 'table-row-group']);
    expect(await page.evaluate(BEYOND)).toEqual([]);
  });

  it('prints a matrix of many roles as a table for each track, whole', async () => {
    const { page: wide, close } = await open(SIXTY, { viewport: A4, hash: '#skills' });
    await wide.emulateMedia({ media: 'print' });
    await wide.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const tables = await wide.locator('.mx:visible').all();
    const heads = await Promise.all(tables.map((table) => table.locator('thead .long').allInnerTexts()));
    const tracks = await Promise.all(tables.map((table) => table.locator('.trk').allInnerTexts()));
    expect(tracks).toEqual(SIXTY.tracks.map(({ title }) => [title]));
    expect(heads).toEqual(
      SIXTY.tracks.map(({ id }) => SIXTY.roles.filter(({ track }) => track === id).map(({ title }) => title)),
    );
    for (const table of tables) expect(await table.locator('tbody .sq').count()).toBe(12 * SIXTY.skills.length);
    expect(await wide.evaluate(BEYOND)).toEqual([]);
    expect(await wide.evaluate(BROKEN)).toEqual([]);
    await wide.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await wide.emulateMedia({ media: 'screen' });
    expect(await wide.locator('.mx').count()).toBe(1);
    await close();
  });

  it.each(['#', ROUTE])('prints a large picture no wider and no higher than a page: %s', async (hash) => {
    // Printed from a phone, on which it is a list.
    const { page: phone, close } = await open(SIXTY, { viewport: { width: 360, height: 740 }, hash });
    expect(await phone.locator('.ladder.wide').count()).toBe(0);
    await phone.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    await phone.emulateMedia({ media: 'print' });
    await phone.setViewportSize(A4);
    const { width, height } = (await phone.locator('.ladder .moves').boundingBox())!;
    expect(width).toBeGreaterThan(300);
    expect(height).toBeLessThan(1000);
    expect(await phone.evaluate(BEYOND)).toEqual([]);
    expect(await phone.locator('.card:visible').count()).toBe(SIXTY.roles.length);
    await close();
  });

  it('prints the ladder in its order, and the levels of skills', async () => {
    const levelled = await open(ENGINEERING, { viewport: A4 });
    await levelled.page.emulateMedia({ media: 'print' });
    for (const role of ENGINEERING.roles) {
      const card = levelled.page.locator(`.card[data-role="${role.id}"]`);
      expect(await card.isVisible()).toBe(true);
    }
    await visit(levelled.page, '#role=engineer');
    expect(await levelled.page.locator('.pips:visible').count()).toBeGreaterThan(0);
    await levelled.close();
  });
});
