/**
 * The file of a page as the built program writes it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageParts } from '../../src/page/document.ts';
import { shippedLadder } from '../support/fake-runtime.ts';
import { checkPage, contents } from '../support/page-checks.ts';
import { pmroles, ROOT } from '../support/program.ts';

/**
 * A page of a ladder of eight roles that is larger than this has grown without need. 78 KB of it are the part that reads profiles,
 * packed: most of that is the parser of YAML, which no browser has.
 */
const MOST_BYTES = 390 * 1024;

describe('the built page', () => {
  let html: string;
  beforeAll(() => {
    html = pmroles(['export', '--format', 'html']).stdout;
  });

  it('is small, well formed, and brings the program and the style that the policy names', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
    checkPage(
      html,
      shippedLadder(),
      pageParts((name) => readFileSync(join(ROOT, 'dist', name), 'utf8')),
    );
  });

  it('evaluates no text, and makes no markup of any', () => {
    const [, script, packed] = contents(html, 'script');
    const part = inflateSync(Buffer.from(packed!, 'base64')).toString();
    const hash = createHash('sha256').update(part).digest('base64');
    expect(html).toContain(`'sha256-${hash}'`);
    for (const text of [script, part])
      expect(text).not.toMatch(/\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('names in the package the licences of what it bundles', () => {
    expect(readFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(/^yaml \d/m);
  });
});
