/**
 * A profile on the page in a real browser: opened from a file, shown in every view, and kept nowhere.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AXE, faultsOf } from '../support/axe.ts';
import { click, hashOf, inBrowser, type Open, press, tabTo, textOf, visit, type Watched } from '../support/browser.ts';
import { ENGINEERING, SHIPPED_LADDER } from '../support/page-ladders.ts';
import { CANARY, ENGINEER, MANAGER } from '../support/page-profiles.ts';

/** Its name is nobody else's either. */
const NAME = `${CANARY}.yaml`;

const fileOf = (text: string) => ({ name: NAME, mimeType: 'application/yaml', buffer: Buffer.from(text) });

async function openProfile(page: Page, text: string): Promise<void> {
  await visit(page, '#fit');
  await page.locator('#profile-file').setInputFiles(fileOf(text));
  await page.locator('.mine, [role=alert]').first().waitFor();
}

async function openedOn(open: Open, ladder: typeof SHIPPED_LADDER, text: string): Promise<Watched> {
  const watched = await open(ladder, { viewport: { width: 1280, height: 800 } });
  await openProfile(watched.page, text);
  return watched;
}

/** All that a page can leave behind on the machine, as text. */
const KEPT = `Promise.all([caches?.keys?.().catch(() => []), indexedDB.databases()]).then((others) => JSON.stringify([
  location.href, document.title, document.cookie, history.state, window.name, { ...localStorage }, { ...sessionStorage }, others,
]))`;

const VIEWS = [
  ...['#fit', '#plan', '#plan=cpo', '#role=head-of-product', '#compare=senior-pm,head-of-product'],
  ...['#path=product-manager,head-of-product', '#skills', '#quiz', '#search=marketing', '#sources', '#'],
];

inBrowser('a profile on the page', (open) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openedOn(open, SHIPPED_LADDER, MANAGER);
    page = watched.page;
  });
  afterAll(() => watched.close());

  it('is shown in the views, and leaves no trace in addresses, titles, stores and the history', async () => {
    expect(await textOf(page, '.mine')).toContain(NAME);
    for (const view of VIEWS) {
      await visit(page, view);
      expect((await page.evaluate<string>(KEPT)).toLowerCase(), view).not.toContain(CANARY);
      expect(await hashOf(page)).toBe(view === '#' ? '' : view);
      if (/role|compare/.test(view)) expect(await page.locator('.stand').count()).toBeGreaterThan(5);
    }
    await visit(page, '#role=senior-pm');
    // It is there, so that it could have been found elsewhere.
    expect(await textOf(page, 'main')).toContain(`not applicable (No ${CANARY} here)`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await textOf(page, '#printed')).not.toContain(CANARY);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await page.emulateMedia({ media: 'screen' });
  });

  it('stays as one goes back, and is gone when the page is loaded again', async () => {
    await visit(page, '#role=cpo');
    await page.goBack();
    await page.locator('.mine').waitFor();
    expect(await page.locator('.stand').count()).toBeGreaterThan(5);
    await page.reload();
    expect(await page.locator('.mine, .stand').count()).toBe(0);
    expect(await page.content()).not.toContain(CANARY);
    expect(await page.evaluate<string>(KEPT)).not.toContain(CANARY);
    await visit(page, '#fit');
    expect(await page.evaluate(`document.querySelector('#profile-file').files.length`)).toBe(0);
    await openProfile(page, MANAGER);
  });

  it('prints its plan on one sheet, with room to write and without buttons', async () => {
    await visit(page, '#plan');
    expect(await page.locator('.plan h2').allInnerTexts()).toEqual(expect.arrayContaining(['1. Marketing']));
    await page.emulateMedia({ media: 'print' });
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    expect(await page.locator('.mine:visible, form:visible, button:visible').count()).toBe(0);
    expect(await page.locator('.room:visible').count()).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'screen' });
  });

  it.each(['#fit', '#plan', '#role=senior-pm', '#compare=senior-pm,head-of-product'])(
    'can be read by all: %s',
    async (view) => {
      await visit(page, view);
      await page.evaluate(AXE);
      // A standing looks alike in every view, so that each is looked at in one scheme.
      for (const [width, colorScheme] of [
        [360, ['#fit', '#compare=senior-pm,head-of-product'].includes(view) ? 'light' : undefined],
        [1280, ['#plan', '#role=senior-pm'].includes(view) ? 'dark' : undefined],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} px wide`).toBe(width);
        if (colorScheme === undefined) continue;
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page), `${width} px wide, ${colorScheme}`).toEqual([]);
      }
    },
  );

  it('plans for another role when one is chosen, and only then names it in the address', async () => {
    await visit(page, '#plan');
    await page.locator('.plan select').selectOption('cpo');
    await page.locator('h1', { hasText: 'Chief Product Officer' }).waitFor();
    expect(await hashOf(page)).toBe('#plan=cpo');
  });

  it('is closed by keyboard, and asked for again', async () => {
    await visit(page, '#plan');
    await page.evaluate('document.querySelector(".brand").focus()');
    await tabTo(page, /^Close profile$/);
    await press(page, 'Enter');
    expect(await page.locator('.mine, .stand').count()).toBe(0);
    expect(await textOf(page, 'h1')).toBe('Open a profile');
    await tabTo(page, /^Your profile, a YAML or JSON file$/);
    await page.evaluate(AXE);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it('says what is wrong with a file, with its line, and keeps nothing of it', async () => {
    await openProfile(page, MANAGER.replace('marketing:', 'marketting:'));
    expect(await textOf(page, '[role=alert]')).toBe(
      `${NAME}, line 10: the ladder has no skill with the id "marketting". Did you mean marketing?`,
    );
    await openProfile(page, ENGINEER);
    expect(await textOf(page, '[role=alert]')).toContain('the profile is of the ladder engineering');
    expect(await page.locator('.mine').count()).toBe(0);
    await openProfile(page, MANAGER);
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await click(page, '.mine button');
  });

  it('is taken where it is dropped, on any view', async () => {
    await visit(page, '#role=senior-pm');
    const drop = async (text: string): Promise<void> => {
      await page.evaluate(
        `(() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([${JSON.stringify(text)}], 'dropped.yaml'));
          document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        })()`,
      );
      await page.locator('.mine, [role=alert]').first().waitFor();
    };
    const hostile = '<img src=x onerror=alert(1)>';
    await drop(MANAGER.replace(`No ${CANARY} here`, hostile).replace(`by: ${CANARY}`, `by: "${hostile}"`));
    expect(await hashOf(page)).toBe('#role=senior-pm');
    expect(await textOf(page, 'main')).toContain(`not applicable (${hostile})`);
    for (const view of ['#plan', '#fit', '#role=senior-pm']) {
      await visit(page, view);
      expect(await page.locator('img').count()).toBe(0);
    }
    await click(page, '.mine button');
    await drop('profile: 2');
    expect(await hashOf(page)).toBe('#fit');
    expect(await textOf(page, '[role=alert]')).toContain('dropped.yaml, line 1');
  });

  it('shows levels, and which role asks for more than one has', async () => {
    const levelled = await openedOn(open, ENGINEERING, ENGINEER);
    await visit(levelled.page, '#compare=engineer,staff-engineer');
    const row = levelled.page.locator('tr', { hasText: 'Programming' }).first();
    expect(await row.locator('.stand').allInnerTexts()).toEqual([
      '✓ there (Independent) as Engineer',
      '± partly as Staff Engineer',
    ]);
    await levelled.page.setViewportSize({ width: 320, height: 800 });
    expect(await levelled.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await levelled.close();
  });
});
