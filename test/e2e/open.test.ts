/**
 * The built program opens a page through whatever the system opens files with.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { pmroles } from '../support/program.ts';

// What opens files differs from system to system; here it is a script of that name on PATH.
describe.skipIf(process.platform !== 'linux')('pmroles open', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'pmroles-open-'));
  });
  const opener = (script: string): void => {
    const file = join(home, 'xdg-open');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  };
  const open = (env: Readonly<Record<string, string>> = {}) =>
    pmroles(['open'], {
      ...{ HOME: home, XDG_CACHE_HOME: join(home, 'cache'), PMROLES_NO_CACHE: '', DISPLAY: ':0' },
      PATH: `${home}:/usr/bin:/bin`,
      ...env,
    });

  it('hands the page to the browser, for this user alone', () => {
    opener(`printf '%s' "$1" > '${join(home, 'opened')}'`);
    const { code, stdout } = open();
    expect(code).toBe(0);
    const file = stdout.trim();
    expect(fileURLToPath(readFileSync(join(home, 'opened'), 'utf8'))).toBe(file);
    expect(readFileSync(file, 'utf8')).toContain('<title>Product management</title>');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(open().stdout).toBe(stdout);
  });

  it('goes on where the opener is the browser itself and stays', () => {
    opener('sleep 20');
    expect(open().code).toBe(0);
  });

  it.each([
    ['there is no screen', 'exit 0', { DISPLAY: '' }],
    ['xdg-open found no browser', 'exit 3', {}],
    ['there is no xdg-open', undefined, { PATH: '/nowhere' }],
  ] as const)('says that %s, and still where the page is', (reason, script, env) => {
    if (script !== undefined) opener(script);
    const { code, stdout, stderr } = open(env);
    expect(code).toBe(1);
    expect(existsSync(stdout.trim())).toBe(true);
    expect(stderr).toContain(reason);
  });

  it('finds another place where there is no home', () => {
    opener('exit 0');
    const { code, stdout } = open({ HOME: '', XDG_CACHE_HOME: '' });
    expect(code).toBe(0);
    expect(existsSync(stdout.trim())).toBe(true);
  });
});
