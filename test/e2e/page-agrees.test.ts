/**
 * The page and the command line say the same: routes, comparisons and the quiz, on ladders of every kind.
 */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { type ComparedItem, compareRoles } from '../../src/core/compare.ts';
import type { Ladder } from '../../src/core/model.ts';
import { printable } from '../../src/report/printable.ts';
import { fullLadder, graphLadder, routeQuery } from '../support/arbitrary.ts';
import { hashOf, inBrowser, settled, visit, type Watched } from '../support/browser.ts';
import { jsonOf } from '../support/fake-runtime.ts';
import { ENGINEERING, SHIPPED_LADDER } from '../support/page-ladders.ts';
import { mulberry32 } from '../support/rng.ts';

const random = fc.sample(fullLadder(fc.stringMatching(/^[A-Za-z][a-z]{1,9}$/), true), { numRuns: 2, seed: 11 });
const graphs = fc.sample(graphLadder({ least: 4, most: 7 }), { numRuns: 2, seed: 5 });
const LADDERS = [SHIPPED_LADDER, ENGINEERING, ...graphs, ...random.filter(({ roles }) => roles.length > 2)];

inBrowser('the page and the command line agree', (open) => {
  let pages: (Watched & { readonly ladder: Ladder })[];
  beforeAll(async () => {
    pages = await Promise.all(LADDERS.map(async (ladder) => ({ ladder, ...(await open(ladder)) })));
  });
  afterAll(() => Promise.all(pages.map(({ close }) => close())));

  const stepsOf = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(`[...document.querySelectorAll('.steps h3 a')].map(({ hash }) => hash.slice(6))`);

  it('on routes', async () => {
    let found = 0;
    let forks = 0;
    for (const { ladder, page } of pages) {
      for (const { from, to, via, avoid } of fc.sample(routeQuery(ladder, 1), { numRuns: 6, seed: 3 })) {
        const flags = [...via.flatMap((id) => ['--via', id]), ...avoid.flatMap((id) => ['--avoid', id])];
        const { data } = await jsonOf(['path', from, to, ...flags], { ladder });
        const routes = (data['routes'] as { roles: string[] }[]).map(({ roles }) => roles);
        const limits = Object.entries({ via, avoid }).map(([name, ids]) =>
          ids.length > 0 ? `&${name}=${ids.join(',')}` : '',
        );
        const asked = `#path=${from},${to}${limits.join('')}`;
        await visit(page, asked);
        expect(await hashOf(page)).toBe(asked);
        expect(await stepsOf(page), asked).toEqual(routes[0] ?? []);
        if (routes.length === 0) expect(await page.locator('main .report, main [role=alert]').count()).toBe(1);
        found += routes.length;
        // Each of the others leaves the best one somewhere, and can be followed.
        const others = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.fork a')].map(({ hash }) => hash)`,
        );
        expect(others).toHaveLength(Math.max(0, routes.length - 1));
        for (const other of others.slice(0, 1)) {
          await visit(page, other);
          const steps = await stepsOf(page);
          expect([steps[0], steps.at(-1)]).toEqual([from, to]);
          expect(steps).not.toEqual(routes[0]);
          forks++;
        }
      }
    }
    expect(found).toBeGreaterThan(12);
    expect(forks).toBeGreaterThan(3);
  });

  it('on comparisons', async () => {
    for (const { ladder, page } of pages) {
      const ids = ladder.roles.map(({ id }) => id);
      for (const roles of [ids.slice(0, 4), [ids.at(-1)!, ids[0]!]]) {
        for (const only of [undefined, 'changed', 'common', 'unique'] as const) {
          const { areas, skills } = compareRoles(createCatalog(ladder), roles, only);
          await visit(page, `#compare=${roles.join(',')}${only === undefined ? '' : `&only=${only}`}`);
          // What is folded away is made when it is opened.
          await page.evaluate(
            `document.querySelectorAll('main details').forEach((details) => { details.open = true; })`,
          );
          await settled(page);
          const items = (within: string): Promise<string[]> =>
            page.evaluate<string[]>(`[...document.querySelectorAll('${within} [data-items]')]
              .flatMap(({ dataset }) => JSON.parse(dataset.items)).sort()`);
          const duties = areas.flatMap((area) => area.items);
          expect(await items('main')).toEqual([...duties, ...skills].map(({ id }) => id).toSorted());
          // What only one role has stands in its colour.
          for (const [index, hue] of ['ra', 'rb', 'rc', 'rd'].slice(0, roles.length).entries()) {
            const own = ({ standing, held }: ComparedItem<unknown>): boolean =>
              standing === 'unique' && held[0]!.role === roles[index];
            const hasLevels = skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
            const expected = [...duties, ...(hasLevels ? [] : skills)].filter(own).map(({ id }) => id);
            expect(await items(`.tri td.${hue}`)).toEqual(expected.toSorted());
          }
          const text = await page.evaluate<string>(`document.querySelector('main').textContent`);
          for (const { held } of duties) {
            for (const { statement } of held) expect(text).toContain(printable(statement.text));
          }
        }
      }
    }
  });

  it('on the quiz', async () => {
    const rng = mulberry32(5);
    for (const { ladder, page } of pages.slice(0, 2)) {
      for (let person = 0; person < 1; person++) {
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
          `[...document.querySelectorAll('.bars > li')].map((row) =>
            [row.querySelector('a').hash.slice(6), row.querySelector('.bar-note').textContent])`,
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
