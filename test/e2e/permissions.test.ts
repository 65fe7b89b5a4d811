/**
 * Files and folders that may not be read or written. Root may do all of that, so a test run as root gives up the right first.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLAIN_YAML } from '../support/ladders.ts';
import { BIN, cleanEnv, type Ended, pmroles, scratch } from '../support/program.ts';

const rights = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** Runs the program as somebody whom the modes of files bind. */
function bound(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const [command, ...more] = [...rights, process.execPath, BIN, ...args];
  const { status, stdout, stderr } = spawnSync(command!, more, { env: cleanEnv(env), encoding: 'utf8', input: '' });
  return { code: status, stdout, stderr };
}

it('a file that may not be read is said to be one', () => {
  const file = join(scratch(), 'closed.yaml');
  writeFileSync(file, PLAIN_YAML);
  chmodSync(file, 0);
  expect(bound(['list', '--data', file])).toMatchObject({
    code: 4,
    stdout: '',
    stderr: expect.stringContaining(`cannot read ${file}: permission denied`) as string,
  });
});

it('a folder inside a ladder that may not be read is said to be one', () => {
  const folder = scratch();
  const closed = join(folder, 'closed');
  writeFileSync(join(folder, 'ladder.yaml'), PLAIN_YAML);
  mkdirSync(closed);
  chmodSync(closed, 0);
  const { code, stderr } = bound(['list', '--data', folder]);
  expect(code).toBe(4);
  expect(stderr).toContain('permission denied');
});

it('a ladder is read where its cache may not be written', () => {
  const folder = scratch();
  const cache = join(folder, 'cache/pmroles');
  writeFileSync(join(folder, 'ladder.yaml'), PLAIN_YAML);
  mkdirSync(cache, { recursive: true });
  chmodSync(cache, 0o500);
  const args = ['list', '--data', join(folder, 'ladder.yaml')];
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), PMROLES_NO_CACHE: '' };
  expect(bound(args, env)).toEqual(pmroles([...args, '--no-cache']));
  expect(readdirSync(cache)).toEqual([]);
});
