/**
 * The file of a page: what it holds and what it may do, whatever the ladder. What it does in a browser: test/e2e/page*.test.ts; what the build makes of it: test/e2e/page-file.test.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { pageParts, writePage } from '../../src/page/document.ts';
import { fullLadder, hostileText } from '../support/arbitrary.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { runIn, SHIPPED, shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { checkPage, contents, parsePage } from '../support/page-checks.ts';

const PARTS = { script: 'void 0;', style: 'p{margin:0}', profile: 'sha256-AAAA\nAAAA\n' };
const pageOf = (ladder: Ladder): Promise<string> => writePage(createCatalog(ladder), PARTS);

describe('the page of a ladder that ships', () => {
  it.each([SHIPPED, ...Object.keys(TEMPLATES).map(templateFile)])('%s', async (path) => {
    const { ladder } = loadLadder(path);
    const html = await pageOf(ladder);
    checkPage(html, ladder, PARTS);
    // All of it is there without scripts.
    const document = parsePage(html);
    const text = Array.from(document.getElementsByTagName('noscript'))[0]!.textContent!;
    for (const role of ladder.roles) {
      expect(text).toContain(role.title);
      for (const responsibility of role.responsibilities) expect(text).toContain(responsibility.text);
      expect(document.getElementById(`role=${role.id}`)).not.toBeNull();
    }
  });

  it('is what the command writes, to standard output and to a file', async () => {
    const html = await writePage(
      createCatalog(shippedLadder()),
      pageParts((name) => `/* ${name} */`),
    );
    expect(await runIn(['export', '--format', 'html'])).toMatchObject({ code: 0, stderr: '', stdout: html });
    const saved = new Map<string, string>();
    const argv = ['export', '--format', 'html', '-o', 'ladder.html'];
    expect((await runIn(argv, { saved })).code).toBe(0);
    expect(saved.get('ladder.html')).toBe(html);
    expect((await runIn(argv, { saved })).code).toBe(4);
    expect((await runIn([...argv, '--force'], { saved })).code).toBe(0);
  });
});

describe('the page of any ladder', () => {
  it('is well formed and allows nothing, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(fullLadder(hostileText, true), async (ladder) => {
        checkPage(await pageOf(ladder), ladder, PARTS);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same every time', async () => {
    expect(await pageOf(shippedLadder())).toBe(await pageOf(loadLadder(SHIPPED).ladder));
  });

  it('says without scripts what each role is for, where there are too many for more', async () => {
    const { ladder } = parseLadder([
      { file: 'l.json', text: JSON.stringify(bigLadder({ roles: 1001, progressions: 2 })) },
    ]);
    const html = await pageOf(ladder!);
    checkPage(html, ladder!, PARTS);
    const [text] = contents(html, 'noscript');
    expect(text).toContain('Does the work of role number 1000, and answers for it.');
    expect(text).not.toContain('what role 1000 is there for');
  });
});
