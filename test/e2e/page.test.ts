/**
 * The page in a real browser: where links, keys and forms lead, and what stays as it was.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, focusOf, hashOf, inBrowser, press, settled, tabTo, textOf } from '../support/browser.ts';
import { until, visit, type Watched } from '../support/browser.ts';
import { ENGINEERING, manyRoles, SHIPPED_LADDER } from '../support/page-ladders.ts';

inBrowser('the page', (open) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await open(SHIPPED_LADDER, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
  });
  afterAll(() => watched.close());

  const isFocused = (selector: string): Promise<boolean> =>
    page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);

  it('is walked by Tab in the order in which it is read', async () => {
    await page.reload();
    const stops: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      if (await page.evaluate<boolean>('document.activeElement === document.body')) break;
      stops.push((await focusOf(page)).replace(/\s+/g, ' '));
      expect(stops.length).toBeLessThan(30);
      expect(await page.evaluate('document.activeElement.getBoundingClientRect().height')).toBeGreaterThan(0);
    }
    const front = ['Search roles, skills and responsibilities', 'Search', 'What does a role do?'];
    const questions = ['What separates two roles?', 'How do I get there?', 'Which role fits me?'];
    const profile = ['What do I have, and what is missing?'];
    expect(stops.slice(0, -3)).toEqual([
      ...['Skip to content', 'Product management', 'Ladder', 'Compare', 'Path', 'Skills', 'Quiz'],
      ...front,
      ...questions,
      ...profile,
    ]);
    expect(stops.at(-3)).toMatch(/^Chief Product Officer/);
    expect(stops.slice(-2)).toEqual(['Sources', 'Open a profile']);
  });

  it('can be used by keyboard alone', async () => {
    await page.reload();
    await page.keyboard.press('Tab');
    await press(page, 'Enter');
    expect(await isFocused('h1')).toBe(true);
    await tabTo(page, /^Chief Product Officer/);
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    expect(await hashOf(page)).toBe('#role=director-of-product');
    expect(await isFocused('h1')).toBe(true);
    // From there to a comparison, which follows what is chosen.
    await tabTo(page, /^Compare with another role$/);
    await press(page, 'Enter');
    await tabTo(page, /^To$/);
    await page.keyboard.type('Chief');
    await settled(page);
    expect(await hashOf(page)).toBe('#compare=director-of-product,cpo');
    expect(await textOf(page, 'h1')).toBe('Director of Product and Chief Product Officer');
    expect(await focusOf(page)).toBe('To');
    // To a path between two.
    await page.evaluate('document.querySelector(".brand").focus()');
    await tabTo(page, /^Path$/);
    await press(page, 'Enter');
    await tabTo(page, /^From$/);
    await page.keyboard.type('Junior');
    await tabTo(page, /^To$/);
    await page.keyboard.type('Head');
    await settled(page);
    expect(await hashOf(page)).toBe('#path=junior-pm,head-of-product');
    expect(await textOf(page, 'h1')).toBe('Junior Product Manager to Head of Product');
    expect(await focusOf(page)).toBe('To');
    // And in the matrix from square to square.
    await visit(page, '#skills');
    await tabTo(page, /^Compare Chief Product Officer$/);
    await tabTo(page, /Not stated$|Needed$/);
    await press(page, 'ArrowRight');
    await press(page, 'ArrowDown');
    const said = await textOf(page, '#cell');
    const { role, skill } = await page.evaluate<Record<'role' | 'skill', string>>(
      '({ ...document.activeElement.dataset })',
    );
    expect(said).toContain(SHIPPED_LADDER.roles.find(({ id }) => id === role)!.title);
    expect(said).toContain(SHIPPED_LADDER.skills.find(({ id }) => id === skill)!.name);
  });

  it('looks for a role on the ladder where the front asks for one', async () => {
    await visit(page, '#');
    await click(page, '[data-look]');
    expect(await hashOf(page)).toMatch(/^#?$/);
    expect(await isFocused('.card')).toBe(true);
  });

  it('compares the columns that are ticked in the matrix', async () => {
    await visit(page, '#skills');
    await page.locator('[data-pick=cpo]').check();
    await page.locator('[data-pick=junior-pm]').check();
    await click(page, '#picked a');
    expect(new Set((await hashOf(page)).replace('#compare=', '').split(','))).toEqual(new Set(['cpo', 'junior-pm']));
  });

  it('says it all in the address, and goes back and forward', async () => {
    await visit(page, '#');
    for (const hash of ['#role=cpo', '#compare=cpo,senior-pm', '#quiz=cpo']) await visit(page, hash);
    const titles: string[] = [];
    for (const step of ['goBack', 'goBack', 'goBack', 'goForward'] as const) {
      await page[step]();
      titles.push(await page.title());
    }
    expect(titles).toEqual([
      'Chief Product Officer and Senior Product Manager · Product management',
      'Chief Product Officer · Product management',
      'Product management',
      'Chief Product Officer · Product management',
    ]);
  });

  it('goes back to where a view was scrolled to', async () => {
    await visit(page, '#sources');
    await page.evaluate('scrollTo(0, 700)');
    await visit(page, '#role=cpo');
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await until(page, 'scrollY === 700');
    await page.reload();
    await until(page, 'scrollY === 700');
    await visit(page, '#role=cpo');
    await page.reload();
    await page.goBack();
    await until(page, 'scrollY === 700');
  });

  it('stays where it is as a form changes', async () => {
    await visit(page, '#compare=junior-pm,cpo');
    await page.evaluate('scrollTo(0, 120)');
    await page.locator('#compare-1').focus();
    await page.locator('#compare-1').selectOption('senior-pm');
    await settled(page);
    expect(await hashOf(page)).toBe('#compare=junior-pm,senior-pm');
    expect(await isFocused('#compare-1')).toBe(true);
    expect(await page.evaluate('scrollY')).toBe(120);
    await page.locator('#compare-only').focus();
    await page.locator('#compare-only').selectOption('unique');
    await settled(page);
    expect(await isFocused('#compare-only')).toBe(true);
    await click(page, 'button:has-text("Swap")');
    expect(await hashOf(page)).toBe('#compare=senior-pm,junior-pm&only=unique');
  });

  it('says so where nothing was typed, and leads on from a word that nothing fits', async () => {
    await visit(page, '#');
    for (let count = 0; count < 2; count++) {
      await click(page, 'main form button');
      expect(await hashOf(page)).toBe('#search=');
      expect(await textOf(page, '[role=alert]')).toBe('Type a word to look for.');
    }
    await page.locator('#query').fill('stritigi');
    await press(page, 'Enter');
    await click(page, 'main a[href="#search=strategy"]');
    expect(await textOf(page, 'h1')).toMatch(/^Search for "strategy" · [1-9]/);
    await visit(page, '#role=cpo');
    await page.locator('#find').fill('roadmap');
    await press(page, 'Enter');
    expect(await hashOf(page)).toBe('#search=roadmap');
  });

  it.each([
    ['#role=Chief product officer', '#role=cpo', 'Chief Product Officer'],
    ['#role=HOP', '#role=head-of-product', 'Head of Product'],
    ['#compare=hop,CPO,hop', '#compare=head-of-product,cpo', 'Head of Product and Chief Product Officer'],
    ['#path=pm,Cpo&avoid=hop', '#path=product-manager,cpo&avoid=head-of-product', 'Product Manager to Chief'],
    ['#sources=A-15', '#sources=A-15', 'Sources of Product management'],
    ['#search=roadmap', '#search=roadmap', 'Search for "roadmap"'],
    ['#skill=Marketing', '#skill=marketing', 'Marketing'],
  ])('takes names as the command line does: %s', async (typed, address, title) => {
    await visit(page, typed);
    expect(await hashOf(page)).toBe(address);
    expect(await textOf(page, 'h1')).toContain(title);
  });

  it.each([
    ['#role=cpoo', 'No role is called "cpoo".', '#role=cpo'],
    ['#role=product', '"product" fits', '#role=product-manager'],
    ['#compare=cpoo,hop', 'No role is called "cpoo".', '#compare=cpo,hop'],
    ['#compare=cpo,hop&only=zzz', 'No filter is called "zzz".', '#compare=cpo,hop&only=changed'],
    ['#path=hop,cpoo&avoid=pm', 'No role is called "cpoo".', '#path=hop,cpo&avoid=pm'],
    ['#path=pm,cpo&via=hopp', 'No role is called "hopp".', '#path=pm,cpo&via=head-of-product'],
    ['#path=pm,cpo&avoyd=hop', 'Nothing here is set by "avoyd".', '#path=pm,cpo&avoid=hop'],
    ['#sorces', '"sorces" leads nowhere.', '#sources'],
    ['#skill=marketting', 'No skill is called "marketting".', '#skill=marketing'],
    ['#sources=A-155', 'No source or fact is called "A-155".', '#sources=A-15'],
  ])('names the nearest where a link leads nowhere: %s', async (hash, said, near) => {
    await visit(page, hash);
    expect(await textOf(page, '[role=alert]')).toContain(said);
    await click(page, `main [role=alert] a[href="${near}"]`);
    expect(await page.locator('[role=alert]').count()).toBe(0);
  });

  it('leads to the fact that an address names', async () => {
    await visit(page, '#sources=A-15');
    expect(await page.evaluate('document.activeElement.dataset.cite')).toBe('A-15');
    expect(await textOf(page, '.cited')).toContain('A-15');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top < innerHeight')).toBe(true);
  });

  it('opens a cite where it stands', async () => {
    await visit(page, '#role=cpo');
    const length = await page.evaluate('history.length');
    const fact = SHIPPED_LADDER.sources
      .flatMap(({ facts }) => facts)
      .find(({ id }) => id === SHIPPED_LADDER.roles.find((role) => role.id === 'cpo')!.summary.cites[0])!;
    const cite = page.locator('.lead .cite');
    await cite.locator('summary').focus();
    await press(page, 'Enter');
    expect(await cite.locator('dl').innerText()).toContain(fact.text);
    expect(await hashOf(page)).toBe('#role=cpo');
    expect(await isFocused('.lead .cite summary')).toBe(true);
    await press(page, 'Enter');
    expect(await cite.locator('dl').isVisible()).toBe(false);
    expect(await page.evaluate('history.length')).toBe(length);
  });

  it('remembers in the address whether sources are shown', async () => {
    const isShown = async (): Promise<boolean> => (await page.locator('details.cite:visible').count()) > 0;
    await visit(page, '#role=cpo');
    expect(await isShown()).toBe(true);
    await page.locator('#show-sources').uncheck();
    expect(await hashOf(page)).toBe('#role=cpo&sources=off');
    expect(await isShown()).toBe(false);
    await page.reload();
    expect(await page.locator('#show-sources').isChecked()).toBe(false);
    await click(page, 'main a[href="#compare=cpo,"]');
    expect(await hashOf(page)).toMatch(/&sources=off$/);
    for (const view of ['role=hop', 'compare=cpo,hop', 'path=pm,cpo', 'skill=marketing', 'sources', '']) {
      await visit(page, `#${view}`);
      expect(await hashOf(page), view).toMatch(/&sources=off$/);
      expect(await isShown(), view).toBe(false);
    }
    await visit(page, '#path=pm,cpo');
    await page.locator('#show-sources').check();
    expect(await hashOf(page)).toBe('#path=product-manager,cpo');
    await visit(page, '#role=cpo');
    expect(await hashOf(page)).toBe('#role=cpo');
    expect(await isShown()).toBe(true);
  });

  it('says all that the ladder says where no scripts run', async () => {
    const plain = await open(SHIPPED_LADDER, { javaScriptEnabled: false });
    expect(await plain.page.locator('header nav').isVisible()).toBe(false);
    await plain.page.goto(`${plain.page.url()}#role=cpo`);
    expect(await textOf(plain.page, 'section:target h2')).toContain('Chief Product Officer');
    const text = await textOf(plain.page, 'main');
    for (const { title, responsibilities } of SHIPPED_LADDER.roles) {
      for (const said of [title, ...responsibilities.map((one) => one.text)]) expect(text).toContain(said);
    }
    await plain.close();
  });

  it('has the levels of its ladder on cards, in its matrix and between two roles', async () => {
    const levelled = await open(ENGINEERING, { hash: '#compare=engineer,staff-engineer' });
    expect(await levelled.page.locator('.bells .db circle').count()).toBeGreaterThan(2);
    await visit(levelled.page, '#skills');
    expect(await levelled.page.locator('.mx .sq.l4, .mx .sq.l3').count()).toBeGreaterThan(0);
    await visit(levelled.page, '#');
    expect(await levelled.page.locator('.card .strip i').count()).toBeGreaterThan(0);
    await levelled.close();
  });
});

inBrowser('the page of 1,000 roles', (open) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await open(manyRoles({ roles: 1000 }), { viewport: { width: 360, height: 800 } });
    page = watched.page;
  });
  afterAll(() => watched.close());

  it('lists them by track, folded, and finds some', async () => {
    expect(await page.locator('#filtered li').count()).toBe(1000);
    expect(await page.locator('#filtered li:visible').count()).toBe(0);
    await page.locator('[data-filter]').fill('number 99');
    expect(await page.locator('#filtered li:visible').count()).toBe(11);
    expect(await textOf(page, '#status')).toBe('11 of 1000 roles');
    expect(await page.locator('#filtered summary:visible').count()).toBe(2);
    await click(page, '#filtered li:visible a');
    expect(await hashOf(page)).toBe('#role=role-99');
  });

  it('takes typed names, and keeps what it cannot make out', async () => {
    await visit(page, '#compare');
    const field = (index: number) => page.locator(`#compare-${index}`);
    await field(0).fill('role number 7');
    await press(page, 'Tab');
    await field(1).fill('Role number 900');
    await press(page, 'Enter');
    expect(await hashOf(page)).toBe('#compare=role-7,role-900');
    await field(0).fill('Rolle numbr 8');
    await press(page, 'Tab');
    expect(await textOf(page, '[role=alert]')).toContain('No role is called "Rolle numbr 8". Did you mean');
    expect(await field(0).inputValue()).toBe('Rolle numbr 8');
    expect(await field(1).inputValue()).toContain('number 900');
    await field(0).fill('role-8');
    await press(page, 'Tab');
    await field(1).fill('Rolle numbr 9');
    await press(page, 'Tab');
    expect(await focusOf(page)).toBe('To');
  });

  it('asks for the present role by name, and takes no digit in it for an answer', async () => {
    await visit(page, '#quiz');
    await page.locator('[name=role]').pressSequentially('Rolle numbr 1');
    await press(page, 'Enter');
    expect(await textOf(page, '[role=alert]')).toContain('No role is called "Rolle numbr 1". Did you mean');
    await click(page, '[role=alert] a:text-is("Role number 1")');
    expect(await hashOf(page)).toMatch(/^#quiz=[0-9a-f]{6}:role-1$/);
  });

  it.each(['', 'skills', 'compare=role-7,role-900', 'path=role-0,role-999', 'role=role-500', 'search=number'])(
    'fits the least width: #%s',
    async (view) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await visit(page, `#${view}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await page.locator('h1').count()).toBe(1);
    },
  );
});
