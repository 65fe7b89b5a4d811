/**
 * The table in CONTRIBUTING.md of what the command line must be: every rule names tests, and the tests are there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/program.ts';

const [, section = ''] = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split(
  '## What the command line must be\n',
);
const rows = [...section.split('\n## ')[0]!.matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)];

it('has 48 rules, in order and each of its own', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  expect(new Set(rows.map(([, , rule]) => rule)).size).toBe(48);
});

it.each(rows.map(([, number, rule, tests]) => ({ number, rule, tests: tests! })))('$number: $rule', ({ tests }) => {
  for (const entry of tests.split('<br>')) {
    const [, file, name] = /^`([\w/-]+)`: (.+)$/.exec(entry) ?? [];
    expect(file, entry).toBeDefined();
    const path = join(ROOT, 'test', `${file!}.test.ts`);
    expect(existsSync(path), path).toBe(true);
    // Whole, as the name of a test or of a group of them.
    const names = [...readFileSync(path, 'utf8').matchAll(/(['"`])((?:(?!\1|\n)[^\\]|\\.)+)\1/g)].map(
      ([, , text]) => text,
    );
    expect(names, entry).toContain(name);
  }
});
