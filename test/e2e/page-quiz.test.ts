/**
 * The quiz of the page in a real browser: keys, answers that replace one another, and answers changed one by one.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  click,
  focusOf,
  hashOf,
  inBrowser,
  press,
  settled,
  tabTo,
  textOf,
  visit,
  type Watched,
} from '../support/browser.ts';
import { manyRoles, SHIPPED_LADDER } from '../support/page-ladders.ts';

inBrowser('the quiz of the page', (open) => {
  let watched: Watched;
  let page: Page;
  let file: string;
  beforeAll(async () => {
    watched = await open(SHIPPED_LADDER);
    page = watched.page;
    file = page.url();
  });
  afterAll(() => watched.close());

  /** Loads the page at an address, as from a link in a mail. */
  const load = async (hash: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${file}${hash}`);
  };

  it('takes keys after a link, a reload and a click beside', async () => {
    await load('#quiz=cpo,2');
    await press(page, '4');
    expect(await hashOf(page)).toMatch(/:cpo,2,4$/);
    await page.reload();
    await press(page, '1');
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1$/);
    await click(page, 'footer span');
    await press(page, '3');
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3$/);
    await page.locator('header [data-view=quiz]').focus();
    await press(page, '5');
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3,5$/);
    await press(page, 'Backspace');
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3$/);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    // Digits in a field belong to the field.
    await page.locator('#find').focus();
    for (const key of ['5', 'Backspace']) await press(page, key);
    await page.evaluate('document.activeElement.blur()');
    // What the browser itself does with a key, or what no answer has, stays so.
    for (const key of ['Control+1', 'Alt+1', '6', '9', '0']) await press(page, key);
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3$/);
    // A key that is held down answers once.
    await page.keyboard.down('2');
    await settled(page);
    for (let count = 0; count < 3; count++) await page.keyboard.down('2');
    await page.keyboard.up('2');
    await settled(page);
    expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3,2$/);
  });

  it('is walked by arrow keys and by Tab', async () => {
    await load('#quiz');
    await visit(page, '#');
    await visit(page, '#quiz');
    await press(page, 'ArrowDown');
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    expect(await hashOf(page)).toMatch(/^#quiz=\w{6}:product-manager$/);
    await press(page, 'ArrowUp');
    expect(await focusOf(page)).toMatch(/^5/);
    await press(page, 'ArrowDown');
    expect(await focusOf(page)).toMatch(/^1/);
    await tabTo(page, /^Skip$/);
    await press(page, 'Enter');
    expect(await hashOf(page)).toMatch(/:product-manager,-$/);
  });

  it('leaves one entry in the history, however much is answered', async () => {
    await load('');
    await visit(page, '#role=cpo');
    await visit(page, '#quiz');
    const length = await page.evaluate('history.length');
    for (const key of ['4', '2', '5', 'Backspace', 'Backspace', '1', '3']) await press(page, key);
    expect(await hashOf(page)).toMatch(/:senior-pm,1,3$/);
    await click(page, 'button:has-text("Result so far")');
    expect(await hashOf(page)).toMatch(/:senior-pm,1,3&result$/);
    expect(await page.evaluate('history.length')).toBe(length);
    await page.goBack();
    expect(await textOf(page, 'h1')).toBe('Chief Product Officer');
    await page.goForward();
    expect(await textOf(page, 'h1')).toBe('Which role fits you?');
  });

  it('goes back by its button to the first question', async () => {
    await load('#quiz=senior-pm,2,5');
    const asked: string[] = [];
    for (const left of [/:senior-pm,2$/, /:senior-pm$/, /^#quiz$/]) {
      asked.push(await textOf(page, '#question'));
      await click(page, 'button:text-is("Back")');
      expect(await hashOf(page)).toMatch(left);
    }
    expect(await page.locator('button:text-is("Back")').count()).toBe(0);
    for (const key of ['4', '2', '5']) await press(page, key);
    expect(await textOf(page, '#question')).toBe(asked[0]);
  });

  it('changes one answer and keeps the others', async () => {
    await load('#quiz=senior-pm,2,5,1,4&result');
    const [, mark] = /^#quiz=(\w{6}):/.exec(await hashOf(page))!;
    await click(page, '.ask > details summary');
    const answers = (): Promise<string[]> => page.locator('.list li > :first-child').allInnerTexts();
    const before = await answers();
    expect(before).toHaveLength(5);
    await click(page, '.list li:nth-child(4) a');
    expect(await hashOf(page)).toBe(`#quiz=${mark}:senior-pm,2,5,1,4&again=4`);
    const asked = await textOf(page, '#question');
    expect(before[3]).toContain(asked);
    expect(await page.locator('.quizbar a').getAttribute('href')).toBe(`#quiz=${mark}:senior-pm,2,5,1,4`);
    await press(page, '3');
    // What is asked after it may change: what was answered before stays, as far as it is asked again.
    expect(await hashOf(page)).toMatch(new RegExp(`^#quiz=${mark}:senior-pm,2,5,3`));
    await page.evaluate(`document.querySelector('.ask > details').open = true`);
    const after = await answers();
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]).toContain(asked);
    expect(after[3]).not.toBe(before[3]);
    for (const kept of after.slice(4)) expect(before).toContain(kept);
    await visit(page, '#quiz=senior-pm,2,5,1,4&again=1');
    await click(page, '.answers button:has-text("Head of Product")');
    expect(await hashOf(page)).toMatch(new RegExp(`^#quiz=${mark}:head-of-product(,|$)`));
  });

  it('gives a result again, and says so where answers no longer fit', async () => {
    await load('#quiz=senior-pm,2,4&result');
    expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:senior-pm,2,4&result$/);
    const result = await textOf(page, 'main');
    await page.reload();
    expect(await textOf(page, 'main')).toBe(result);
    await click(page, 'a:text-is("More questions")');
    expect(await hashOf(page)).toMatch(/:senior-pm,2,4$/);
    await visit(page, '#quiz=1e7b85:3,2,2&result');
    expect(await textOf(page, '[role=alert]')).toContain('the quiz has changed since');
    await click(page, 'main a[href="#quiz"]');
    expect(await textOf(page, '#question')).toBe('Which role do you have now?');
  });

  it('shows every role in its result, what it comes to first', async () => {
    await load('#quiz=junior-pm');
    for (let count = 0; (await page.locator('.quiz').count()) > 0; count++) {
      expect(count).toBeLessThan(60);
      await press(page, String(1 + ((count * 3) % 5)));
    }
    expect(await page.locator('h2').first().textContent()).toBe('What it comes to');
    expect(await page.locator('.bars > li').count()).toBe(SHIPPED_LADDER.roles.length);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('offers many roles in a menu, by keyboard too', async () => {
    const many = await open(manyRoles({ roles: 30 }), { hash: '#quiz' });
    const { page } = many;
    await tabTo(page, /^Your role$/);
    await page.keyboard.type('Role number 12');
    await settled(page);
    // Neither the digits nor the choice answer anything yet.
    expect(await hashOf(page)).toBe('#quiz');
    expect(await page.locator('[name=role]').inputValue()).toBe('role-12');
    await tabTo(page, /^This is my role$/);
    await press(page, 'Enter');
    expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:role-12$/);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await press(page, 'Backspace');
    await press(page, '1');
    expect(await hashOf(page)).toMatch(/:0$/);
    await many.close();
  });
});
