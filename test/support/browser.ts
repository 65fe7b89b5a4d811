/**
 * A real browser for the tests of the page, and what it complained of.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserContextOptions, type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { pageParts, writePage } from '../../src/page/document.ts';
import { ROOT, scratch } from './program.ts';

/** Where Chromium is: what PMROLES_CHROMIUM or CHROMIUM names, or the first on PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const { PMROLES_CHROMIUM, CHROMIUM, PATH = '' } = process.env;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [PMROLES_CHROMIUM ?? '', CHROMIUM ?? '', ...onPath].find((file) => file !== '' && existsSync(file));
}

/** Tests that share a browser; where there is none, one that is skipped says so. */
export function inBrowser(what: string, define: (open: Open) => void): void {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    it.skip(`SKIPPED: ${what} in a browser (no Chromium here; PMROLES_CHROMIUM may name one)`, () => undefined);
    return;
  }
  describe(what, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(() => browser.close());
    define((ladder, options) => open(browser, ladder, options));
  });
}

/** A page, and all that it complained of or asked the network for. */
export interface Watched {
  readonly page: Page;
  /** Ends the visit; nothing may have been wrong with it. */
  readonly close: () => Promise<void>;
}

/** How to open a page: at an address, as from a link in a mail, and in which kind of browser. */
interface Options extends BrowserContextOptions {
  readonly hash?: string;
}

export type Open = (ladder: Ladder, options?: Options) => Promise<Watched>;

const folder = scratch();
const files = new Map<Ladder, Promise<string>>();

/** The page of a ladder as a file, with the program that was built. */
function fileOf(ladder: Ladder): Promise<string> {
  const file = files.get(ladder) ?? writeFile(ladder, join(folder, `${files.size}.html`));
  files.set(ladder, file);
  return file;
}

async function writeFile(ladder: Ladder, file: string): Promise<string> {
  const part = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');
  writeFileSync(file, await writePage(createCatalog(ladder), pageParts(part)));
  return file;
}

/** Opens the page of a ladder in a context of its own; what is wrong with it is kept as long as it is open. */
async function open(browser: Browser, ladder: Ladder, { hash = '', ...options }: Options = {}): Promise<Watched> {
  const file = await fileOf(ladder);
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
  await page.goto(`file://${file}${hash}`);
  const close = async (): Promise<void> => {
    await context.close();
    expect(problems).toEqual([]);
  };
  return { page, close };
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

/** Waits until something is so; the policy of the page forbids that it be waited for within. */
export async function until(page: Page, condition: string): Promise<void> {
  await vi.waitFor(async () => {
    if (!(await page.evaluate<boolean>(condition))) throw new Error(`it never came to be that ${condition}`);
  }, 5000);
}

/** Presses a key, and waits for what it leads to. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await settled(page);
}

/** Clicks on the first that a selector finds, and waits for what it leads to. */
export async function click(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
  await settled(page);
}

export const hashOf = (page: Page): Promise<string> => page.evaluate<string>('location.hash');

export const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText();

/** What has the focus: its text or its label. */
export async function focusOf(page: Page): Promise<string> {
  const text = await page.evaluate<string>(`(() => {
    const it = document.activeElement;
    return it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent;
  })()`);
  return text.trim();
}

/** Presses Tab until something whose text or label fits has the focus. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let count = 0; count < 300; count++) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focusOf(page))) return;
  }
  throw new Error(`no press of Tab leads to ${String(wanted)}`);
}
