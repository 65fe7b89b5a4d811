/**
 * Spoiled ladders through the built program: an answer or a reason, never a stack trace, never a hang.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CUMULATIVE_YAML, LEVELLED_YAML, PLAIN_YAML } from '../support/ladders.ts';
import { mutate } from '../support/mutate.ts';
import { BIN, cleanEnv } from '../support/program.ts';
import { mulberry32, pick } from '../support/rng.ts';
import { runs } from '../support/thorough.ts';

/** Milliseconds after which a run counts as hanging, far more than any takes on a busy machine. */
const HANG = 60_000;

interface Outcome {
  readonly code: number | null;
  readonly stderr: string;
}

function run(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      env: cleanEnv(),
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: HANG,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (code) => {
      resolve({ code, stderr });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'pmroles-spoiled-'));
const LINES = [
  ['list'],
  ['validate'],
  ['sources', '--json'],
  ['quiz', '--list'],
  ['export'],
  ['list', '--format', 'csv'],
] as const;

async function spoil(seed: number, count: number): Promise<void> {
  const rng = mulberry32(seed);
  for (let index = 0; index < count; index++) {
    const file = join(folder, `${seed}-${index}.yaml`);
    const text = mutate(pick(rng, [PLAIN_YAML, LEVELLED_YAML, CUMULATIVE_YAML]), rng);
    writeFileSync(file, text);
    const line = pick(rng, LINES);
    const { code, stderr } = await run([...line, '--data', file]);
    const what = `seed ${seed}, ladder ${index}, ${line.join(' ')}:\n${JSON.stringify(text)}\n${stderr}`;
    expect([0, 1, 3], what).toContain(code);
    expect(stderr, what).not.toMatch(/^\s+at .*:\d+:\d+\)?$|bug in pmroles|node:internal/m);
  }
}

// Side by side, a core each.
it.concurrent.each([21, 22])('spoiled ladders end in answers or reasons (seed %i)', (seed) =>
  spoil(seed, runs(30, 60)),
);
