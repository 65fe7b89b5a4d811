/**
 * `pmroles open`: the ladder in use as a page in the browser.
 */
import { resolve } from 'node:path';
import { pageParts, writePage } from '../page/document.ts';
import { printable } from '../report/printable.ts';
import { ladderInUse, type Session } from './shared/session.ts';

export async function run(session: Session): Promise<number> {
  const { runtime, flags, print } = session;
  const catalog = await session.catalog();
  const html = await writePage(catalog, pageParts(runtime.part));
  const name = `${catalog.ladder.id}-${await markOf(resolve(ladderInUse(flags, runtime).value ?? ''))}.html`;
  const { file, problem } = await runtime.showPage(name, html);
  if (problem !== undefined) {
    await runtime.stderr.write(
      `pmroles: cannot open a browser: ${printable(problem)}; the page is in the file below\n`,
    );
  }
  await print(`${printable(file)}\n`);
  return problem === undefined ? 0 : 1;
}

/** Tells ladders of one id apart by where they are. */
async function markOf(path: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(path));
  return Buffer.from(digest).toString('hex').slice(0, 8);
}
