/**
 * `pmroles version`: what takes part in an answer.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/core/version.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';
import { outputProblems } from '../support/output-schema.ts';

interface Answer {
  readonly data: { readonly program: string; readonly node: string; readonly ladder: { readonly hash: string } };
}

const ask = async (world = {}): Promise<Answer['data']> => {
  const { code, stdout } = await runIn(['version', '--json'], world);
  expect(code).toBe(0);
  expect(outputProblems(JSON.parse(stdout))).toBe('');
  return (JSON.parse(stdout) as Answer).data;
};

describe('version', () => {
  it('names the program, Node and the content of the ladder', async () => {
    const hash = createHash('sha256').update(JSON.stringify(shippedLadder())).digest('hex');
    expect(await ask()).toMatchObject({ program: VERSION, node: process.versions.node, ladder: { hash, roles: 8 } });
    expect((await runIn(['version'])).stdout).toContain(`content ${hash.slice(0, 16)}\n`);
  });

  it('has another hash for a ladder that says anything else', async () => {
    const other = { ...shippedLadder(), title: 'Another' };
    expect((await ask({ ladder: other })).ladder.hash).not.toBe((await ask()).ladder.hash);
  });
});
