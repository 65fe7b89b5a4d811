/**
 * A thousand spoiled ladders, or ten times as many: each is read or refused with a reason, and what can be read can be asked
 * everything.
 */
import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../../src/core/model.ts';
import { formatDiagnostic } from '../../../src/system/load-ladder.ts';
import { parseLadder } from '../../../src/ladder/parse.ts';
import { parseYaml } from '../../../src/ladder/yaml.ts';
import { runIn } from '../../support/fake-runtime.ts';
import { CUMULATIVE_YAML, LEVELLED_YAML, PLAIN_YAML } from '../../support/ladders.ts';
import { mutate } from '../../support/mutate.ts';
import { mulberry32, pick } from '../../support/rng.ts';
import { runs } from '../../support/thorough.ts';

/** How many ladders are spoiled from each seed. */
const LADDERS = runs(100, 600);

const SOUND = [PLAIN_YAML, LEVELLED_YAML, CUMULATIVE_YAML, jsonOf(PLAIN_YAML), jsonOf(LEVELLED_YAML)];

/** The same ladder file in JSON. */
function jsonOf(yaml: string): string {
  return JSON.stringify(parseYaml(yaml).value, null, 1);
}

const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** What no terminal may be sent: control characters but the line feed, and what reorders a line. */
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

async function ask(ladder: Ladder, chance: () => number): Promise<void> {
  const ids = ladder.roles.map(({ id }) => id);
  const role = (): string => pick(chance, ids);
  const line = pick(chance, [
    ['list'],
    ['list', '--json'],
    ['show', role()],
    ['show', role(), '--format', 'markdown'],
    ['compare', role(), role()],
    ['path', role(), role()],
    ['path', role(), role(), '--all', '--json'],
    ['quiz', '--list'],
    ['quiz', '--answers', '-,1,2,2,1,2,2,3,2'],
    ['sources', '--format', 'csv'],
  ]);
  const { code, stdout, stderr } = await runIn(line, { ladder });
  expect([0, 1, 2, 3], `${line.join(' ')} ended with ${code}: ${stderr}`).toContain(code);
  expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(UNSAFE);
  expect(stderr).not.toMatch(UNSAFE);
  expect(stderr).not.toContain('bug in pmroles');
}

async function spoil(seed: number, count: number): Promise<{ readonly read: number; readonly refused: number }> {
  const rng = mulberry32(seed);
  const outcome = { read: 0, refused: 0 };
  for (let index = 0; index < count; index++) {
    const text = mutate(pick(rng, SOUND), rng);
    try {
      const { ladder, diagnostics } = parseLadder([{ file: 'l', text }]);
      for (const diagnostic of diagnostics) expect(formatDiagnostic(diagnostic)).not.toBe('');
      if (ladder) {
        outcome.read++;
        await ask(ladder, rng);
      } else {
        outcome.refused++;
        expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }
    } catch (error) {
      throw new Error(`seed ${seed}, ladder ${index}:\n${JSON.stringify(text)}`, { cause: error });
    }
  }
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(prototype);
  return outcome;
}

describe('spoiled ladders', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'end in answers or reasons (seed %i)',
    async (seed) => {
      const { read, refused } = await spoil(seed, LADDERS);
      // Of both kinds there must be many, or the test tries nothing.
      expect(read).toBeGreaterThan(LADDERS / 10);
      expect(refused).toBeGreaterThan(LADDERS / 10);
    },
    120_000,
  );

  const seed = Date.now() % 2 ** 31;
  it(`end in answers or reasons (random seed ${seed})`, async () => {
    const { read, refused } = await spoil(seed, LADDERS);
    expect(read + refused).toBe(LADDERS);
  }, 120_000);
});
