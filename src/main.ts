/**
 * The real world: this process, its streams and its files. The only file that decides how the process ends.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli.ts';
import { PmrolesError } from './core/errors.ts';
import type { Ladder } from './core/model.ts';
import { openOutput } from './output.ts';
import type { Prompter, Runtime } from './runtime.ts';
import { openState, stateFolder } from './state.ts';
import { usesColor } from './terminal.ts';

function processRuntime(): Runtime {
  return {
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    // Asked when it matters: it takes loading what Node has for sockets and terminals.
    get interactive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    env: process.env,
    shippedLadder: () => Promise.resolve(readShipped()),
    async loadLadder(path) {
      const { formatDiagnostic, loadLadder } = await import('./dataset/load.ts');
      const { ladder, warnings } = loadLadder(path);
      return { ladder, warnings: warnings.map(formatDiagnostic) };
    },
    async checkLadder(path) {
      const { checkLadder } = await import('./dataset/load.ts');
      return checkLadder(path);
    },
    ladderSchema: () => Promise.resolve(readBuilt('ladder.schema.json', (text) => text)),
    readText,
    async saveText(path, text, overwrite) {
      const { saveFile } = await import('./save.ts');
      saveFile(path, text, { overwrite });
    },
    state: openState(stateFolder(process.env, process.platform)),
    prompter,
  };
}

async function readText(path: string, most: number): Promise<string> {
  const { decodeText, readTextFile, tooLarge } = await import('./dataset/files.ts');
  if (path !== '-') return readTextFile(path, most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > most) throw tooLarge('standard input', most);
  }
  return decodeText(Buffer.concat(chunks), 'standard input');
}

/** Lets go of standard input, which would keep the process alive while it is being read. */
let release = (): void => undefined;

async function prompter(accessible: boolean): Promise<Prompter> {
  const { stdin, stderr } = process;
  if (accessible) {
    const { createAccessiblePrompter, stopReading } = await import('./accessible-prompts.ts');
    release = () => {
      stopReading(stdin);
    };
    return createAccessiblePrompter(stdin, (text) => openOutput(2, () => stderr).write(text));
  }
  const { createPrompter } = await import('./prompts.ts');
  const colored = usesColor('auto', process.env, stderr.isTTY);
  return createPrompter({ input: stdin, output: stderr }, (text) => (colored ? `\u001b[36m${text}\u001b[39m` : text));
}

/**
 * The shipped ladder was checked and compiled when the package was built, so that it only needs to be read; its quiz lies in a
 * file of its own, read when it is asked for.
 */
function readShipped(): Ladder {
  const ladder = readBuilt('ladder.json', JSON.parse) as Ladder;
  let quiz: Ladder['quiz'];
  return Object.defineProperty(ladder, 'quiz', {
    enumerable: true,
    get: () => (quiz ??= readBuilt('quiz.json', JSON.parse) as NonNullable<Ladder['quiz']>),
  });
}

function readBuilt<T>(name: string, decode: (text: string) => T): T {
  const file = join(import.meta.dirname, name);
  try {
    return decode(readFileSync(file, 'utf8'));
  } catch (error) {
    const hint = 'install the package again, or build it with: npm run build';
    throw new PmrolesError('read-failed', `cannot read a part of pmroles itself: ${file}`, { hint, cause: error });
  }
}

// Never process.exit: it would cut what is still being written to a slow pipe.
void run(process.argv.slice(2), processRuntime()).then((code) => {
  process.exitCode = code;
  release();
});
