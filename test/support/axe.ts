/**
 * What axe finds fault with on a page.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** To be put into the page before. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds fault with; it must have been put into the page before. */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'], preload: false, iframes: false, rules: { 'target-size': { enabled: true } } })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}
