/**
 * `pmroles open` writes the page of the ladder in use, and says where it is.
 */
import { describe, expect, it } from 'vitest';
import { runIn, templateFile } from '../support/fake-runtime.ts';

describe('pmroles open', () => {
  it('writes the page of the ladder in use and prints its place', async () => {
    const saved = new Map<string, string>();
    const { code, stdout, stderr } = await runIn(['open'], { saved });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [[file, html] = ['', '']] = saved;
    expect(stdout).toBe(`${file}\n`);
    expect(html).toContain('<title>Product management</title>');
  });

  it('keeps two ladders of one id apart, and one ladder in one place', async () => {
    const saved = new Map<string, string>();
    const at = async (...args: readonly string[]) => (await runIn(['open', ...args], { saved })).stdout;
    expect(await at('--data', templateFile('engineering'))).toBe(await at('--data', templateFile('engineering')));
    expect(await at()).not.toBe(await at('--data', templateFile('engineering')));
    expect(saved.size).toBe(2);
  });

  it('says why it cannot open a browser, and still where the page is', async () => {
    const { code, stdout, stderr } = await runIn(['open'], { noBrowser: 'there is no screen' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/product-management-[0-9a-f]{8}\.html\n$/);
    expect(stderr).toContain('there is no screen');
  });
});
