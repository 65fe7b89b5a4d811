/**
 * The rules of test/README.md name tests that are there. What a test holds is for the test to say.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const named = [...read('README.md').matchAll(/`([\w/-]+)`: (.+?)(?=<br>| +\|)/g)];

it.each(named.map(([, file, title]) => [file!, title!]))('%s has the test: %s', (file, title) => {
  expect(read(`${file}.test.ts`)).toContain(title);
});
