/**
 * The real world: this process, its streams and its files. The only file that decides how the process ends.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli/program.ts';
import { openConfig } from './system/config.ts';
import { PmrolesError } from './core/errors.ts';
import type { Ladder } from './core/model.ts';
import { ownFolder } from './system/folders.ts';
import type { LadderWorld } from './system/ladder-cache.ts';
import { openOutput } from './system/output.ts';
import type { Prompter, Runtime } from './system/runtime.ts';
import { openState } from './system/state.ts';
import { decideColor } from './system/terminal.ts';

/** A hash of the program, put in when it is built. */
declare const BUILD_ID: string;

function processRuntime(): Runtime {
  const { env, platform } = process;
  return {
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    pager: {
      usual: usualPager(env, platform),
      async run(command, text) {
        const { runPager } = await import('./system/pager.ts');
        return runPager(command, text, env);
      },
    },
    // Asked when it matters: it takes loading what Node has for sockets and terminals.
    get interactive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    env,
    config: openConfig(ownFolder('config', env, platform)),
    // It was checked when the package was built.
    shippedLadder: () => Promise.resolve(readPart('ladder.json', (text) => JSON.parse(text) as Ladder)),
    async loadLadder(path, { cache, accessible, quiet }) {
      const { loadKept } = await import('./system/ladder-cache.ts');
      const { openProgress } = await import('./system/progress.ts');
      const folder = cache ? ownFolder('cache', env, platform) : undefined;
      return loadKept(
        path,
        ladderWorld(folder, () => openProgress(() => process.stderr, accessible, quiet)),
      );
    },
    async template(name, names) {
      const { fillTemplate } = await import('./system/template.ts');
      return fillTemplate(readPart(join('..', 'data', 'templates', `${name}.yaml`)), names);
    },
    ladderSchemaFile: join(import.meta.dirname, 'ladder.schema.json'),
    ladderSchema: () => Promise.resolve(readPart('ladder.schema.json')),
    async checkLadder(path, { accessible, quiet }) {
      const { checkNamed } = await import('./system/ladder-cache.ts');
      const { openProgress } = await import('./system/progress.ts');
      return checkNamed(
        path,
        ladderWorld(undefined, () => openProgress(() => process.stderr, accessible, quiet)),
      );
    },
    pageParts: () => Promise.resolve({ script: readPart('page.js'), style: readPart('page.css') }),
    readText,
    async saveText(path, text, overwrite) {
      // Opened anew, a stream that leads to a file would be written over from its start.
      const stream = STREAMS.get(path);
      if (stream !== undefined) return this[stream].write(text);
      const { saveFile } = await import('./system/save.ts');
      saveFile(path, text, { overwrite });
    },
    state: openState(ownFolder('state', env, platform)),
    prompter,
  };
}

/**
 * Less ends by itself where all fits, leaves what was read on the screen and lets colour through. Whoever has set LESS has
 * decided on that, but for colour. The pager of Windows cannot show any.
 */
function usualPager(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return '';
  return (env['LESS'] ?? '') === '' ? 'less -FIRX' : 'less -R';
}
/** The names that the standard streams have among the files. */
const STREAMS: ReadonlyMap<string, 'stdout' | 'stderr'> = new Map(
  (['stdout', 'stderr'] as const).flatMap((name, index) =>
    [`/dev/${name}`, `/dev/fd/${index + 1}`, `/proc/self/fd/${index + 1}`].map((path) => [path, name] as const),
  ),
);

/** What loading a ladder needs of this process. */
function ladderWorld(cache: string | undefined, progress: LadderWorld['progress']): LadderWorld {
  return { cache, build: BUILD_ID, env: process.env, readInput: readStandardInput, progress };
}

async function readText(path: string, most: number, hint?: string): Promise<string> {
  const { decodeText, readFileBytes, tooLarge } = await import('./system/files.ts');
  if (path === '-') return decodeText(await readStandardInput(most, hint), 'standard input');
  return decodeText(
    readFileBytes(path, most, () => tooLarge(path, most, hint)),
    path,
  );
}

async function readStandardInput(most: number, hint?: string): Promise<Buffer> {
  const { tooLarge } = await import('./system/files.ts');
  if (process.stdin.isTTY) {
    throw new PmrolesError('usage', 'standard input is a terminal: there is nothing to read', {
      hint: 'send a file to it: put < and its name at the end of the line',
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
      if (size > most) throw tooLarge('standard input', most, hint);
    }
  } catch (error) {
    if (error instanceof PmrolesError) throw error;
    const reason = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new PmrolesError('read-failed', `cannot read standard input: ${reason}`, { cause: error });
  }
  return Buffer.concat(chunks);
}

/** Lets go of standard input, which would keep the process alive while it is being read. */
let release = (): void => undefined;

async function prompter(accessible: boolean, color: 'auto' | 'always' | 'never'): Promise<Prompter> {
  const { stdin, stderr } = process;
  if (accessible) {
    const { createAccessiblePrompter, stopReading } = await import('./system/plain-prompts.ts');
    release = () => {
      stopReading(stdin);
    };
    return createAccessiblePrompter(stdin, (text) => openOutput(2, () => stderr).write(text));
  }
  const { createPrompter } = await import('./system/prompts.ts');
  const { env, platform } = process;
  const config = openConfig(ownFolder('config', env, platform));
  const colored = decideColor(color, { env, config }, stderr.isTTY).value;
  return createPrompter({ input: stdin, output: stderr }, (text) => (colored ? `\u001b[36m${text}\u001b[39m` : text));
}

/** Reads a file of the package, by its path from the built program. */
function readPart<T = string>(name: string, decode = (text: string): T => text as T): T {
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
