/**
 * The real world: this process, its streams and its files. The only file that decides how the process ends.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli.ts';
import { PmrolesError } from './core/errors.ts';
import type { Ladder } from './core/model.ts';
import { openOutput } from './output.ts';
import type { Runtime } from './runtime.ts';

function processRuntime(): Runtime {
  return {
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    // Asked when it matters: it takes loading what Node has for sockets and terminals.
    get interactive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    env: process.env,
    shippedLadder: () => Promise.resolve(readShipped(join(import.meta.dirname, 'ladder.json'))),
    loadLadder: async (path) => (await import('./dataset/load.ts')).loadLadder(path).ladder,
    prompter: async () =>
      (await import('./prompts.ts')).createPrompter({ input: process.stdin, output: process.stderr }),
  };
}

/** The shipped ladder was checked and compiled when the package was built, so that it only needs to be read. */
function readShipped(file: string): Ladder {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ladder;
  } catch (error) {
    const hint = 'install the package again, or build it with: npm run build';
    throw new PmrolesError('read-failed', `cannot read the ladder that ships with pmroles: ${file}`, {
      hint,
      cause: error,
    });
  }
}

// Never process.exit: it would cut what is still being written to a slow pipe.
void run(process.argv.slice(2), processRuntime()).then((code) => {
  process.exitCode = code;
});
