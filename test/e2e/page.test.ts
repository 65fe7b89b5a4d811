/**
 * The page in a real browser: every view, by hand and by keyboard, on ladders of every kind, beside what the command line says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { type ComparedItem, compareRoles } from '../../src/core/compare.ts';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { writePage } from '../../src/page/document.ts';
import { printable } from '../../src/report/printable.ts';
import { MARKS } from '../../src/views/compare-skills.ts';
import { fullLadder, graphLadder, hostileText, routeQuery } from '../support/arbitrary.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { findChromium, open, settled, tabTo, visit, type Watched } from '../support/browser.ts';
import { jsonOf, SHIPPED, templateFile } from '../support/fake-runtime.ts';
import { laced } from '../support/laced-ladder.ts';
import { ROOT, scratch } from '../support/program.ts';
import { mulberry32 } from '../support/rng.ts';

const executablePath = findChromium();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = scratch();
const SHIPPED_LADDER = loadLadder(SHIPPED).ladder;
const ENGINEERING = loadLadder(templateFile('engineering')).ladder;

let browser: Browser;
let files = 0;

/** The page of a ladder as a file, with the program that was built. */
async function fileOf(ladder: Ladder): Promise<string> {
  const part = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');
  const file = join(folder, `${++files}.html`);
  writeFileSync(file, await writePage(createCatalog(ladder), { script: part('page.js'), style: part('page.css') }));
  return file;
}

/** An address of every view, those that lead nowhere among them. */
function viewsOf({ roles, skills }: Ladder): string[] {
  const [first, second, third] = roles.map(({ id }) => id);
  const last = roles.at(-1)!.id;
  return [
    ...['', `role=${last}`, 'compare', `compare=${first!}`, `compare=${first!},${last}`],
    `compare=${first!},${second!},${third!},${last}&only=changed`,
    ...['path', `path=${first!},${last}`, `path=${first!},${last}&all=3&fewest&kind=promotion&avoid=${second!}`],
    ...[`path=${last},${first!}`, `path=${first!},${first!}`, `path=${first!},${last}&via=nobody`],
    ...['quiz', `quiz=${first!}`, `quiz=${first!},5,1,4&result`, 'quiz=0,1', 'quiz=-,-&result', 'quiz&role=nobody'],
    ...['quiz=9', 'quiz=1e7b85:3,2,2&result', 'questions'],
    ...['skills', `skill=${skills[0]!.id}`, 'search', `search=${roles[0]!.title.split(' ')[0]!}`, 'search=qqqqqqq'],
    ...['sources', 'role=nobody', 'skill=nothing', 'sources=Z-1', 'nowhere', 'role=%E0%A4%A'],
  ];
}

const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText();
const hashOf = (page: Page): Promise<string> => page.evaluate<string>('location.hash');
const press = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  await settled(page);
};
/** What axe finds fault with; it must have been put into the page before. */
async function expectAccessible(page: Page, view: string): Promise<void> {
  const { violations, passes } = await page.evaluate<{ violations: string[]; passes: number }>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations, passes }) => ({
      violations: violations.map(({ id, nodes }) => id + ': ' + nodes[0].html),
      passes: passes.length,
    }))`,
  );
  expect(violations, view).toEqual([]);
  expect(passes).toBeGreaterThan(20);
}
const focusOf = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.tagName');

if (executablePath === undefined) {
  it.skip('SKIPPED: the page in a browser (no Chromium here; PMROLES_CHROMIUM may name one)', () => undefined);
} else {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  describe('every view', () => {
    // Each width and each scheme with each of the others would find no more: colours do not depend on the width.
    const looks = [
      { ladder: SHIPPED_LADDER, width: 360, colorScheme: 'light' },
      { ladder: SHIPPED_LADDER, width: 1280, colorScheme: 'dark' },
      { ladder: ENGINEERING, width: 360, colorScheme: 'dark' },
    ] as const;

    it.each(looks)('of $ladder.id can be reached by all, $colorScheme and $width wide', async (look) => {
      const { ladder, width, colorScheme } = look;
      const { page, problems } = await open(browser, await fileOf(ladder), {
        viewport: { width, height: 800 },
        colorScheme,
      });
      await page.evaluate(AXE);
      for (const view of viewsOf(ladder)) {
        await visit(page, `#${view}`);
        // What is folded away is shown too.
        await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
        expect(await page.locator('h1').count(), view).toBe(1);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), view).toBeLessThanOrEqual(0);
        await expectAccessible(page, view);
        expect(await textOf(page, 'main')).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object|pmroles |--\w/);
      }
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  describe('on the shipped ladder', () => {
    let watched: Watched;
    let page: Page;
    beforeAll(async () => {
      watched = await open(browser, await fileOf(SHIPPED_LADDER));
      page = watched.page;
    });
    afterAll(async () => {
      expect(watched.problems).toEqual([]);
      await page.context().close();
    });

    it('everything can be done by keyboard', async () => {
      await page.reload();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await press(page, 'Enter');
      expect(await focusOf(page)).toBe('H1');
      // From the picture to a role,
      await tabTo(page, /^Head of Product/);
      expect(await page.evaluate('document.activeElement.closest("svg") !== null')).toBe(true);
      await press(page, 'Enter');
      expect(await textOf(page, 'h1')).toContain('Head of Product');
      expect(await focusOf(page)).toBe('H1');
      // from there to a comparison with another one,
      await tabTo(page, /^Compare Head of Product/);
      await press(page, 'Enter');
      await tabTo(page, /^and$/);
      await page.keyboard.type('Chief');
      await tabTo(page, /^Compare$/);
      await press(page, 'Enter');
      expect(await hashOf(page)).toBe('#compare=head-of-product,cpo');
      expect(await textOf(page, 'h1')).toBe('Head of Product and Chief Product Officer');
      expect(await focusOf(page)).toBe('H1');
      // to the routes between two,
      await page.evaluate('document.querySelector(".brand").focus()');
      await tabTo(page, /^Routes$/);
      await press(page, 'Enter');
      await tabTo(page, /^From$/);
      await page.keyboard.type('Junior');
      await tabTo(page, /^To$/);
      await page.keyboard.type('Head');
      await page.keyboard.press('Tab');
      await press(page, 'Enter');
      expect(await hashOf(page)).toBe('#path=junior-pm,head-of-product');
      expect(await textOf(page, 'h1')).toBe('Junior Product Manager → Head of Product');
      // and through the quiz to its result, by number, by arrow and by Tab.
      await page.evaluate('document.querySelector(".brand").focus()');
      await tabTo(page, /^Quiz$/);
      await press(page, 'Enter');
      expect(await focusOf(page)).toBe('H1');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await press(page, 'Enter');
      expect(await hashOf(page)).toMatch(/^#quiz=\w{6}:product-manager$/);
      await tabTo(page, /^Skip this question$/);
      await press(page, 'Enter');
      expect(await hashOf(page)).toMatch(/^#quiz=\w{6}:product-manager,-$/);
      for (let asked = 0; asked < 60 && (await page.locator('.quiz').count()) > 0; asked++) {
        await press(page, String(1 + ((asked * 2) % 5)));
        expect(await focusOf(page)).toBe('H1');
      }
      expect(await textOf(page, 'h1')).toBe('Which role fits you?');
    });

    it('the address says it all, and back and forward work', async () => {
      await visit(page, '#');
      for (const hash of ['#role=cpo', '#compare=cpo,senior-pm', '#quiz=cpo', '#quiz=cpo,2']) await visit(page, hash);
      const titles: string[] = [];
      for (const step of ['goBack', 'goBack', 'goBack', 'goForward'] as const) {
        await page[step]();
        titles.push(await page.title());
      }
      expect(titles.map((title) => title.replace(' · Product management', ''))).toEqual([
        'Question 1 of about 12',
        'Senior Product Manager and Chief Product Officer'.split(' and ').toReversed().join(' and '),
        'Chief Product Officer',
        'Senior Product Manager and Chief Product Officer'.split(' and ').toReversed().join(' and '),
      ]);
    });

    it('goes back to where a view was scrolled to', async () => {
      await visit(page, '#sources');
      await page.evaluate('scrollTo(0, 700)');
      await visit(page, '#role=cpo');
      expect(await page.evaluate('scrollY')).toBe(0);
      await page.goBack();
      await page.waitForFunction('scrollY === 700');
      await page.reload();
      await page.waitForFunction('scrollY === 700');
      await visit(page, '#role=cpo');
      await page.reload();
      await page.goBack();
      await page.waitForFunction('scrollY === 700');
    });

    it('leads on from a word that nothing fits', async () => {
      await visit(page, '#search=stritigi');
      await page.locator('main a[href="#search=strategy"]').click();
      expect(await textOf(page, 'h1')).toMatch(/^Search for "strategy" · [1-9]/);
    });

    it.each([
      ['#role=Chief product officer', '#role=cpo', 'Chief Product Officer'],
      ['#role=HOP', '#role=head-of-product', 'Head of Product'],
      ['#compare=hop,CPO,hop', '#compare=head-of-product,cpo', 'Head of Product and Chief Product Officer'],
      ['#sources=A-15', '#sources=A-15', 'Sources of Product management'],
      ['#search=roadmap', '#search=roadmap', 'Search for "roadmap"'],
      ['#skill=Marketing', '#skill=marketing', 'Marketing'],
    ])('takes names as the command line does: %s', async (typed, address, title) => {
      await visit(page, typed);
      expect(await hashOf(page)).toBe(address);
      expect(await textOf(page, 'h1')).toContain(title);
    });

    it('names the nearest where a link leads nowhere', async () => {
      for (const [hash, said, near] of [
        ['#role=cpoo', 'No role is called "cpoo".', '#role=cpo'],
        ['#role=product', '"product" fits', '#role=product-manager'],
        ['#compare=cpoo,hop', 'No role is called "cpoo".', '#compare=cpo,hop'],
        ['#path=hop,cpoo&fewest', 'No role is called "cpoo".', '#path=hop,cpo&fewest'],
        ['#sorces', '"sorces" leads nowhere.', '#sources'],
        ['#skill=marketin-g', 'Marketing', '#skill=marketing'],
        ['#skill=marketting', 'No skill is called "marketting".', '#skill=marketing'],
        ['#sources=A-155', 'No source or fact is called "A-155".', '#sources=A-15'],
        ['#path=pm,cpo&kind=promotoin', 'No kind of move is called "promotoin".', '#path=pm,cpo&kind=promotion'],
        ['#path=pm,cpo&source=Z&fewest', 'No source is called "Z".', '#path=pm,cpo&source=A&fewest'],
        ['#path=pm,cpo&all=99999', '"99999" is no number of routes', '#path=pm,cpo&all=1000'],
        ['#path=pm,cpo&knid=promotion', 'Nothing here is set by "knid".', '#path=pm,cpo&kind=promotion'],
        ['#compare=cpo,hop&only=zzz', 'No filter is called "zzz".', '#compare=cpo,hop&only=changed'],
      ] as const) {
        await visit(page, hash);
        if ((await hashOf(page)) === near) continue;
        expect(await textOf(page, '[role=alert]')).toContain(said);
        expect(await page.locator(`main [role=alert] a[href="${near}"]`).count(), hash).toBe(1);
      }
    });

    it('shows the fact that a cite leads to', async () => {
      await visit(page, '#role=cpo');
      const cite = page.locator('.cite a').first();
      const id = await cite.innerText();
      await cite.click();
      expect(await hashOf(page)).toBe(`#sources=${id}`);
      expect(await page.evaluate('document.activeElement.dataset.cite')).toBe(id);
      expect(await page.locator('.cited').innerText()).toContain(id);
    });

    it('sets the route off in the picture', async () => {
      await visit(page, '#path=junior-pm,senior-pm');
      const chosen = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.picture .chosen[data-role]')].map((group) => group.dataset.role)`,
      );
      expect(chosen.toSorted()).toEqual(['junior-pm', 'product-manager', 'senior-pm']);
      await visit(page, '#');
      expect(await page.locator('.picture .chosen').count()).toBe(0);
    });

    it('draws the comparison as a radar too', async () => {
      await visit(page, '#compare=cpo,head-of-product');
      expect(await page.locator('svg.radar [data-role=cpo]').count()).toBeGreaterThan(2);
    });

    it('prints what is to be read and nothing to click on', async () => {
      await page.emulateMedia({ media: 'print' });
      for (const hash of ['#role=cpo', '#compare=cpo,hop', '#path=junior-pm,cpo']) {
        await visit(page, hash);
        for (const selector of ['header nav', 'form', '.further']) {
          for (const shown of await page.locator(selector).all()) expect(await shown.isVisible()).toBe(false);
        }
        expect(await page.locator('h1').isVisible()).toBe(true);
        expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
      }
      await page.emulateMedia({ media: 'screen' });
    });
  });

  describe('the quiz', () => {
    let file: string;
    let many: string;
    beforeAll(async () => {
      file = await fileOf(SHIPPED_LADDER);
      const { ladder } = parseLadder([{ file: 'l.json', text: JSON.stringify(bigLadder({ roles: 30 })) }]);
      many = await fileOf(ladder!);
    });
    const opened = async (path: string, hash: string): Promise<Watched> => {
      const watched = await open(browser, path, { viewport: { width: 360, height: 800 } });
      // A page that is loaded with its address, as from a link in a mail.
      await watched.page.goto('about:blank');
      await watched.page.goto(`file://${path}${hash}`);
      return watched;
    };
    const done = async ({ page, problems }: Watched): Promise<void> => {
      expect(problems).toEqual([]);
      await page.context().close();
    };

    it('takes keys wherever the focus is', async () => {
      const watched = await opened(file, '#quiz=cpo,2');
      const { page } = watched;
      await press(page, '4');
      expect(await hashOf(page)).toMatch(/:cpo,2,4$/);
      await page.reload();
      await press(page, '1');
      expect(await hashOf(page)).toMatch(/:cpo,2,4,1$/);
      await page.locator('footer p').click();
      await press(page, '3');
      expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3$/);
      // On a link that leads elsewhere a number answers nothing.
      await page.locator('header [data-view=quiz]').focus();
      await press(page, '5');
      expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3$/);
      await page.locator('.answers button').first().focus();
      await press(page, '5');
      expect(await hashOf(page)).toMatch(/:cpo,2,4,1,3,5$/);
      await page.locator('.answers button').first().focus();
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('5 Strongly like');
      // What the browser itself does with a key, or what no answer has, stays so.
      const before = await hashOf(page);
      for (const key of ['Control+1', 'Alt+1', '6', '9']) await press(page, key);
      // A key that is held down answers once.
      await page.keyboard.down('2');
      await settled(page);
      for (let count = 0; count < 3; count++) await page.keyboard.down('2');
      await page.keyboard.up('2');
      await settled(page);
      expect(await hashOf(page)).toBe(`${before},2`);
      await done(watched);
    });

    it('goes back by the browser and by its button, and says so where answers no longer fit', async () => {
      const watched = await opened(file, '#quiz');
      const { page } = watched;
      for (const key of ['4', '2', '5']) await press(page, key);
      const asked = await textOf(page, '.question');
      expect(await hashOf(page)).toMatch(/:senior-pm,2,5$/);
      await page.goBack();
      await settled(page);
      expect(await hashOf(page)).toMatch(/:senior-pm,2$/);
      await press(page, '5');
      expect(await textOf(page, '.question')).toBe(asked);
      for (const left of [/:senior-pm,2$/, /:senior-pm$/, /^#quiz$/]) {
        await page.locator('.quiz-further button', { hasText: 'Back' }).click();
        await settled(page);
        expect(await hashOf(page)).toMatch(left);
      }
      await visit(page, '#quiz=senior-pm,2,4&result');
      expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:senior-pm,2,4&result$/);
      expect(await textOf(page, 'h1')).toBe('Which role fits you?');
      const result = await textOf(page, 'main');
      await page.reload();
      expect(await textOf(page, 'main')).toBe(result);
      await visit(page, '#quiz=1e7b85:3,2,2&result');
      expect(await textOf(page, '[role=alert]')).toContain('the quiz has changed since');
      await page.locator('main a[href="#quiz"]').click();
      await settled(page);
      expect(await textOf(page, '.question')).toBe('Which role do you have now?');
      await done(watched);
    });

    it('shows every role in its result, what it comes to first', async () => {
      const watched = await opened(file, '#quiz=junior-pm');
      const { page } = watched;
      for (let count = 0; (await page.locator('.quiz').count()) > 0; count++) {
        expect(count).toBeLessThan(60);
        await press(page, String(1 + ((count * 3) % 5)));
      }
      expect(await page.locator('h2').first().innerText()).toBe('What it comes to');
      expect(await page.locator('.bars li').count()).toBe(SHIPPED_LADDER.roles.length);
      expect(await textOf(page, 'main')).not.toMatch(/pmroles |--\w/);
      await page.evaluate(AXE);
      await expectAccessible(page, 'result');
      await done(watched);
    });

    it('offers many roles in a menu, by keyboard too', async () => {
      const watched = await opened(many, '#quiz');
      const { page } = watched;
      await page.evaluate(AXE);
      await expectAccessible(page, 'many roles');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await tabTo(page, /^Your role$/);
      // A digit in a menu belongs to the menu.
      await page.keyboard.type('Role number 12');
      await settled(page);
      expect(await hashOf(page)).toBe('#quiz');
      expect(await page.locator('[name=role]').inputValue()).toBe('role-12');
      await tabTo(page, /^This is my role$/);
      await press(page, 'Enter');
      expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:role-12$/);
      expect(await focusOf(page)).toBe('H1');
      await page.goBack();
      await settled(page);
      await press(page, '1');
      expect(await hashOf(page)).toMatch(/:0$/);
      await page.goBack();
      await settled(page);
      await tabTo(page, /^Skip this question$/);
      await press(page, 'Enter');
      expect(await hashOf(page)).toMatch(/:-$/);
      await done(watched);
    });
  });

  it('says all that the ladder says where no scripts run', async () => {
    const { page, problems } = await open(browser, await fileOf(SHIPPED_LADDER), { javaScriptEnabled: false });
    expect(await page.locator('header nav').isVisible()).toBe(false);
    await page.locator('.picture a[href="#role=cpo"]').click();
    expect(await page.locator('section:target h2').first().innerText()).toContain('Chief Product Officer');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  describe('a ladder of 1,000 roles', () => {
    let watched: Watched;
    beforeAll(async () => {
      const { ladder } = parseLadder([{ file: 'l.json', text: JSON.stringify(bigLadder({ roles: 1000 })) }]);
      watched = await open(browser, await fileOf(ladder!), { viewport: { width: 360, height: 800 } });
    });
    afterAll(() => watched.page.context().close());

    it('is listed by track, can be filtered, and takes typed names', async () => {
      const { page, problems } = watched;
      expect(await textOf(page, 'main')).toContain('A picture of 1000 roles');
      expect(await page.locator('.columns li').count()).toBe(1000);
      await page.locator('[data-filter]').fill('number 99');
      expect(await page.locator('.columns li:visible').count()).toBe(11);
      expect(await page.locator('#status').innerText()).toBe('11 of 1000 roles');
      expect(await page.locator('#tally').innerText()).toBe('11 of 1000 roles');
      const counted = await page.locator('#filtered h2:visible').allInnerTexts();
      const counts = counted.map((text) => Number(/ · (\d+) of \d+ roles?$/.exec(text)![1]));
      expect(counts.reduce((sum, some) => sum + some, 0)).toBe(11);
      await visit(page, '#compare');
      for (const [index, name] of ['role number 7', 'Role number 900'].entries()) {
        await page.locator('[name=role]').nth(index).fill(name);
      }
      await page.locator('button[type=submit]').click();
      expect(await hashOf(page)).toBe('#compare=role-7,role-900');
      // What cannot be made out stays where it was typed.
      await page.locator('[name=role]').first().fill('Rolle numbr 8');
      await page.locator('button[type=submit]').click();
      expect(await textOf(page, '[role=alert]')).toContain('No role is called "Rolle numbr 8". Did you mean');
      expect(await page.locator('[name=role]').first().inputValue()).toBe('Rolle numbr 8');
      expect(await page.locator('[name=role]').nth(1).inputValue()).toContain('number 900');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      // In the quiz a digit that is typed into the field answers nothing.
      await visit(page, '#quiz');
      await page.locator('[name=role]').pressSequentially('Rolle numbr 1');
      await press(page, 'Enter');
      expect(await textOf(page, '[role=alert]')).toContain('No role is called "Rolle numbr 1". Did you mean');
      await page.locator('[role=alert] a', { hasText: /^Role number 1$/ }).click();
      await settled(page);
      expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:role-1$/);
      expect(problems).toEqual([]);
    });
  });

  describe('what a ladder says is only text', () => {
    const PAYLOADS = [
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
      '<!--<script></noscript></style></title><svg onload=alert(1)>',
      '"><a href="javascript:alert(1)" onmouseover=alert(1)>x</a>',
      '&lt;b&gt;&#60;i&#62; ]]> <![CDATA[',
      '\u202egnirts \u2028 \u0000 \u001b[31m',
    ];

    it.each(PAYLOADS)('%j', async (payload) => {
      const ladder = laced(payload);
      const { page, problems } = await open(browser, await fileOf(ladder));
      for (const view of viewsOf(ladder)) await visit(page, `#${view}`);
      await visit(page, `#search=${encodeURIComponent(payload)}`);
      await visit(page, `#role=${encodeURIComponent(payload)}`);
      await visit(page, '#role=role-1');
      const shown = await page.evaluate<string>('document.querySelector("h1").textContent');
      // A separator of lines is a break, and what stands around it is not part of the text.
      const squeezed = (text: string): string => text.replace(/\s+/g, ' ');
      expect(squeezed(shown)).toContain(squeezed(printable(payload)));
      expect(await page.evaluate('document.querySelectorAll("img, script, iframe, object").length')).toBe(2);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    it('on random ladders too', async () => {
      for (const ladder of fc.sample(fullLadder(hostileText, true), { numRuns: 2, seed: 7 })) {
        const { page, problems } = await open(browser, await fileOf(ladder));
        for (const { id, title } of ladder.roles) {
          await visit(page, `#role=${id}`);
          expect(await page.evaluate<string>('document.querySelector("h1").textContent')).toContain(printable(title));
        }
        expect(problems).toEqual([]);
        await page.context().close();
      }
    });
  });

  describe('the page and the command line agree', () => {
    const random = fc.sample(fullLadder(fc.stringMatching(/^[A-Za-z][a-z]{1,9}$/), true), { numRuns: 5, seed: 11 });
    const graphs = fc.sample(graphLadder({ least: 4, most: 7 }), { numRuns: 3, seed: 5 });
    const ladders = [SHIPPED_LADDER, ENGINEERING, ...graphs, ...random.filter(({ roles }) => roles.length > 2)];
    let pages: { readonly ladder: Ladder; readonly page: Page }[];
    beforeAll(async () => {
      pages = await Promise.all(
        ladders.map(async (ladder) => ({ ladder, page: (await open(browser, await fileOf(ladder))).page })),
      );
    });

    it('on routes', async () => {
      let found = 0;
      for (const { ladder, page } of pages) {
        for (const query of fc.sample(routeQuery(ladder, 1), { numRuns: 7, seed: 3 })) {
          const { from, to, via, avoid, kinds, sources, fewest, most } = query;
          const named = sources.filter((id) => ladder.sources.some((source) => source.id === id));
          const flags = [
            ...[`--all=${most}`, ...via.flatMap((id) => ['--via', id]), ...avoid.flatMap((id) => ['--avoid', id])],
            ...[...kinds.flatMap((kind) => ['--kind', kind]), ...named.flatMap((id) => ['--source', id])],
            ...(fewest ? ['--fewest'] : []),
          ];
          const { data } = await jsonOf(['path', from, to, ...flags], { ladder });
          const expected = (data['routes'] as { roles: string[] }[]).map(({ roles }) => roles);
          const limits = { via, avoid, kind: kinds, source: named, all: [String(most)] };
          const options = Object.entries(limits).flatMap(([name, values]) =>
            values.length === 0 ? [] : [`&${name}=${values.join(',')}`],
          );
          await visit(page, `#path=${from},${to}${options.join('')}${fewest ? '&fewest' : ''}`);
          const shown = await page.evaluate<string[][]>(
            `[...document.querySelectorAll('.bars')].map((list) =>
              [...list.querySelectorAll('.bar-label a')].map((link) => link.getAttribute('href').slice(6)))`,
          );
          expect(
            shown.map((roles) => [from, ...roles]),
            `${from} ${to} ${flags.join(' ')}`,
            // A single step has no bar.
          ).toEqual(expected.filter((roles) => roles.length > 2));
          found += expected.length;
        }
      }
      expect(found).toBeGreaterThan(20);
    });

    it('on comparisons', async () => {
      for (const { ladder, page } of pages) {
        const ids = ladder.roles.map(({ id }) => id);
        for (const roles of [ids.slice(0, 4), [ids.at(-1)!, ids[0]!]]) {
          for (const only of [undefined, 'changed', 'common', 'unique'] as const) {
            const { areas, skills } = compareRoles(createCatalog(ladder), roles, only);
            const marksOf = (items: readonly ComparedItem<unknown>[], role: string): string[] =>
              items.flatMap(({ standing, held }) =>
                held.flatMap((entry) => (entry.role === role ? [MARKS[standing].mark] : [])),
              );
            // Without levels the skills of one standing are one entry, but for those that roles word otherwise.
            const hasLevels = skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
            const isListed = ({ standing }: ComparedItem<unknown>): boolean => !hasLevels && standing !== 'differing';
            const expected = roles.map((role) =>
              [
                ...marksOf(
                  areas.flatMap((area) => area.items),
                  role,
                ),
                ...new Set(marksOf(skills.filter(isListed), role)),
                ...marksOf(
                  skills.filter((item) => !isListed(item)),
                  role,
                ),
              ].toSorted(),
            );
            await visit(page, `#compare=${roles.join(',')}${only === undefined ? '' : `&only=${only}`}`);
            const shown = await page.evaluate<string[][]>(
              `(() => {
                const rows = [...document.querySelectorAll('main tbody > tr')];
                return ${JSON.stringify(roles)}.map((_, column) => rows.flatMap((row) =>
                  [...row.cells[column + 1].querySelectorAll('.mark')].map((mark) => mark.textContent)));
              })()`,
            );
            // A dash marks what is not applicable, which no comparison counts.
            expect(shown.map((marks) => marks.filter((mark) => mark !== '-').toSorted())).toEqual(expected);
            for (const { standing, held } of areas.flatMap((area) => area.items)) {
              const { statement } = held[0]!;
              const wanted = `${MARKS[standing].mark} ${printable(statement.text)}`;
              expect(await page.locator('main tbody').textContent()).toContain(wanted);
            }
          }
        }
      }
    });

    it('on the quiz', async () => {
      const rng = mulberry32(5);
      for (const { ladder, page } of pages.slice(0, 2)) {
        for (let person = 0; person < 2; person++) {
          await visit(page, '#quiz');
          while ((await page.locator('.quiz').count()) > 0) {
            const answers = page.locator('.answers button');
            await answers.nth(Math.floor(rng() * (await answers.count()))).click();
            await settled(page);
          }
          const replay = (await hashOf(page)).replace('#quiz=', '');
          const { data } = await jsonOf(['quiz', '--answers', replay], { ladder });
          const { ranking, verdict, aim, now, finished } = data as {
            verdict: string;
            ranking: { role: string; fit: number }[];
            aim: string[];
            now: { role: string | null } | null;
            finished: boolean;
          };
          expect(finished).toBe(true);
          const rows = await page.evaluate<[string, string][]>(
            `[...document.querySelectorAll('.bars li')].map((row) =>
              [row.querySelector('a').getAttribute('href').slice(6), row.querySelector('.bar-note').textContent])`,
          );
          const fits = rows.map(([role, note]) => `${role} ${/^(\d+)/.exec(note)![1]!}`).toSorted();
          expect(fits).toEqual(ranking.map(({ role, fit }) => `${role} ${Math.round(fit)}`).toSorted());
          const marked = (word: RegExp): string[] => rows.filter(([, note]) => word.test(note)).map(([role]) => role);
          expect(marked(/← now/)).toEqual(now?.role ? [now.role] : []);
          const shown = await page.evaluate<string[]>(
            `[...document.querySelectorAll('main li')]
              .filter((item) => item.querySelector('.mark')?.textContent === 'Aim:')
              .flatMap((item) => [...item.querySelectorAll('strong a')].map((link) => link.hash.slice(6)))`,
          );
          expect(shown).toEqual(verdict === 'between' ? aim : aim.slice(0, 1));
        }
      }
    });
  });
}
