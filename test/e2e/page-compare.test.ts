/**
 * Three and four roles side by side in a real browser, where there is little room.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Ladder } from '../../src/core/model.ts';
import { inBrowser, textOf, visit } from '../support/browser.ts';
import { ENGINEERING, SHIPPED_LADDER, SIXTY } from '../support/page-ladders.ts';

/** The words of tables that go on in a second line without a hyphen. */
const BROKEN = `(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest('tbody') || node.parentElement.closest('.vh')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
})()`;

/** Where the dots of each role begin, in px. */
const STARTS = `[...document.querySelectorAll('tr .go')].flatMap((row) =>
  [...row.querySelectorAll('.pips')].map((dots) => dots.className + ' ' + Math.round(dots.getBoundingClientRect().left)))`;

inBrowser('several roles side by side', (open) => {
  const four = ({ roles }: Ladder, from: number): string =>
    roles
      .slice(from, from + 4)
      .map(({ id }) => id)
      .join(',');
  const cases = [
    { name: 'the shipped ladder', ladder: SHIPPED_LADDER, roles: 'senior-pm,head-of-product,director-of-product,cpo' },
    { name: 'a template with levels', ladder: ENGINEERING, roles: four(ENGINEERING, 1) },
    { name: 'sixty roles', ladder: SIXTY, roles: four(SIXTY, 3) },
  ];

  it.each(cases)('of $name break no word on a phone or a tablet', async ({ ladder, roles }) => {
    const watched = await open(ladder, { hash: `#compare=${roles}` });
    for (const width of [360, 768, 1024]) {
      await watched.page.setViewportSize({ width, height: 800 });
      expect(await watched.page.evaluate(BROKEN), `${width} px wide`).toEqual([]);
    }
    await watched.close();
  });

  it('have a column of dots each on a phone', async () => {
    const watched = await open(ENGINEERING, {
      hash: '#compare=engineer,senior-engineer,engineering-manager',
      viewport: { width: 360, height: 800 },
    });
    const starts = (await watched.page.evaluate<string[]>(STARTS)).toSorted();
    expect(starts.length).toBeGreaterThan(20);
    expect(new Set(starts).size).toBe(3);
    await watched.close();
  });

  it('say which two share most, unless a filter hides what they share', async () => {
    const hash = '#compare=engineer,senior-engineer,staff-engineer';
    const watched = await open(ENGINEERING, { hash });
    expect(await textOf(watched.page, 'main')).toContain(
      'Senior Engineer and Staff Engineer share most: 12 skills and 4 responsibilities.',
    );
    await visit(watched.page, `${hash}&only=changed`);
    expect(await textOf(watched.page, 'main')).not.toContain('share most');
    await watched.close();
  });

  it('have a number each over the columns of the matrix, which the key tells', async () => {
    const watched = await open(ENGINEERING, { hash: '#skills', viewport: { width: 360, height: 800 } });
    const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents();
    const numbers = await textsOf(watched.page, '.mx .short');
    expect(new Set(numbers).size).toBe(ENGINEERING.roles.length);
    const key = (await textsOf(watched.page, '.only-narrow p')).join();
    const titles = await textsOf(watched.page, '.mx .long');
    titles.forEach((title, index) => {
      expect(key).toContain(`${numbers[index]!} ${title}`);
    });
    await watched.close();
  });
});
