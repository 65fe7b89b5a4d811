/**
 * The file of a page as the built program writes it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLadder } from '../support/fake-runtime.ts';
import { checkPage, contents } from '../support/page-checks.ts';
import { pmroles, ROOT } from '../support/program.ts';

/** A page of a ladder of eight roles that is larger than this has grown without need. */
const MOST_BYTES = 300 * 1024;

describe('the built page', () => {
  let html: string;
  beforeAll(() => {
    html = pmroles(['export', '--format', 'html']).stdout;
  });

  it('is small, well formed, and brings the program and the style that the policy names', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
    const part = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');
    checkPage(html, shippedLadder(), { script: part('page.js'), style: part('page.css') });
  });

  it('evaluates no text, and makes no markup of any', () => {
    const [, script] = contents(html, 'script');
    expect(script).not.toMatch(/\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('names in the package the licences of what it bundles', () => {
    expect(readFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(/^commander /m);
  });
});
