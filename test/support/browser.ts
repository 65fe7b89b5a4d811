/**
 * A real browser for the tests of the page, and what it complained of.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserContextOptions, Browser, Page } from 'playwright-core';

/** Where Chromium is: what PMROLES_CHROMIUM or CHROMIUM names, or the first on PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const { PMROLES_CHROMIUM, CHROMIUM, PATH = '' } = process.env;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [PMROLES_CHROMIUM ?? '', CHROMIUM ?? '', ...onPath].find((file) => file !== '' && existsSync(file));
}

/** A page, and all that it complained of or asked the network for. */
export interface Watched {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** Opens a file in a context of its own; what is wrong with it is kept as long as it is open. */
export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`file://${file}`)) problems.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, problems };
}

/** Goes to a view by its address, as a link would. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await settled(page);
}

/** Waits for the view of a new address, which is made when the browser tells of it. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => setTimeout(done))');
}

/** Presses Tab until something whose text or label fits has the focus. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let count = 0; count < 300; count++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(`(() => {
      const it = document.activeElement;
      return it.getAttribute('aria-label') ?? it.labels?.[0]?.querySelector('span')?.textContent ?? it.textContent;
    })()`);
    if (wanted.test(focused.trim())) return;
  }
  throw new Error(`no press of Tab leads to ${String(wanted)}`);
}
