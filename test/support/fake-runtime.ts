/**
 * A world for commands to run in: it keeps what is written, and answers prompts from a script.
 */
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli.ts';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/dataset/load.ts';
import type { Output, Prompter, Runtime } from '../../src/runtime.ts';

/** The folder of the shipped ladder. */
export const SHIPPED = fileURLToPath(new URL('../../data/product-management', import.meta.url));

let shipped: Ladder | undefined;

/** The shipped ladder, loaded once a test file. */
export function shippedLadder(): Ladder {
  shipped ??= loadLadder(SHIPPED).ladder;
  return shipped;
}

/** What a test may say about the world. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  readonly ladder?: Ladder;
  /** The width of a terminal; none when absent. */
  readonly terminal?: number;
  /** What a person types at each prompt, in turn; the first choice offered is taken. Nobody is there when absent. */
  readonly typed?: readonly string[];
  /** The error that writing to stdout ends in. */
  readonly broken?: NodeJS.ErrnoException;
}

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was asked, in turn. */
  readonly asked: readonly string[];
}

/**
 * Runs a command line in a world of its own.
 *
 * @param argv the arguments
 * @param world what the world is like: a pipe, no terminal, the shipped ladder, unless said otherwise
 */
export async function runIn(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const asked: string[] = [];
  const typed = [...(world.typed ?? [])];
  const output = (name: 'stdout' | 'stderr', error?: Error): Output => ({
    isTerminal: world.terminal !== undefined,
    columns: world.terminal,
    write(text) {
      if (error) return Promise.reject(error);
      written[name] += text;
      return Promise.resolve();
    },
  });
  const prompter: Prompter = {
    search(question, find) {
      asked.push(question);
      const [first] = find(typed.shift() ?? '');
      return first ? Promise.resolve(first.value) : Promise.reject(new Error('nothing to choose from'));
    },
  };
  const runtime: Runtime = {
    stdout: output('stdout', world.broken),
    stderr: output('stderr'),
    interactive: world.typed !== undefined,
    env: world.env ?? {},
    shippedLadder: () => Promise.resolve(world.ladder ?? shippedLadder()),
    loadLadder: (path) => Promise.resolve().then(() => loadLadder(path).ladder),
    prompter: () => Promise.resolve(prompter),
  };
  const code = await run(argv, runtime);
  return { code, ...written, asked };
}

/** Runs a command line and reads its JSON answer. */
export async function jsonOf(argv: readonly string[], world: World = {}): Promise<{ data: Record<string, unknown> }> {
  const { stdout, stderr } = await runIn([...argv, '--json'], world);
  if (stdout === '') throw new Error(`no answer: ${stderr}`);
  return JSON.parse(stdout) as { data: Record<string, unknown> };
}
