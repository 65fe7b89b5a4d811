/**
 * The built program opens a page through whatever the system opens files with.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { pmroles } from '../support/program.ts';

// What opens files differs from system to system; here it is told by the variable BROWSER.
describe.skipIf(process.platform !== 'linux')('pmroles open', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'pmroles-open-'));
  });
  const browser = (script: string): string => {
    const file = join(home, 'browser');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const open = (env: Readonly<Record<string, string>>) =>
    pmroles(['open'], { HOME: home, XDG_CACHE_HOME: join(home, 'cache'), PMROLES_NO_CACHE: '', ...env });

  it('hands the page to the browser, for this user alone', () => {
    const { code, stdout } = open({ BROWSER: browser(`printf '%s' "$1" > '${join(home, 'opened')}'`) });
    expect(code).toBe(0);
    const file = stdout.trim();
    expect(fileURLToPath(readFileSync(join(home, 'opened'), 'utf8'))).toBe(file);
    expect(readFileSync(file, 'utf8')).toContain('<title>Product management</title>');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('says where the page is when there is no screen, or no browser', () => {
    for (const env of [{ BROWSER: '' }, { BROWSER: browser('exit 3') }]) {
      const { code, stdout, stderr } = open(env);
      expect(code).toBe(1);
      expect(existsSync(stdout.trim())).toBe(true);
      expect(stderr).toMatch(/^pmroles: cannot open a browser: /);
    }
  });
});
