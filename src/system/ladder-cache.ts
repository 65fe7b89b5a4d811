/**
 * Loads ladders of somebody's own, each parsed once: its compiled form is kept in the cache folder, under a name made of all
 * that it was compiled from.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedLadder, LadderText } from '../core/diagnostic.ts';
import { sizeLimit } from '../core/size-limit.ts';
import { type CompiledLadder, decodeLadder, encodeLadder } from '../ladder/compiled.ts';
import { decodeWords, encodeWords } from '../ladder/compiled-words.ts';
import { decodeText, ladderFiles, readFileBytes, tooLarge } from './files.ts';
import type { Watch } from '../ladder/parse.ts';
import { seal, unseal } from '../ladder/sealed.ts';
import type { WordIndex, WordIndexStore } from '../core/search/word-index.ts';
import { makeFolder } from './folders.ts';
import type { LoadedLadder } from './runtime.ts';
import { discard, replaceFile } from './save.ts';
import { sweep } from './sweep.ts';

/** No more compiled ladders than this are kept; those that were not used for longest go first. */
const MOST_KEPT = 16;

/** Nor more than so many bytes of them. */
const MOST_KEPT_BYTES = 512 * 1024 * 1024;

/** What diagnostics call standard input, as compilers do. */
const INPUT_NAME = '<stdin>';

/** A compiled ladder's date of use is only renewed after this many milliseconds: a day. */
const RENEWAL = 24 * 60 * 60 * 1000;

/** What loading needs of the world. */
export interface LadderWorld {
  /** Where compiled ladders are kept; undefined where they are not. */
  readonly cache: string | undefined;
  /** A name for this very program: another one may check or compile differently. */
  readonly build: string;
  /** PMROLES_MAX_BYTES is the largest ladder to read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads standard input to its end; the hint is for the error when it is too large. */
  readonly readInput: (most: number, hint: string) => Promise<Buffer>;
  /** Starts showing how far the parser has come; what it returns ends that. */
  readonly progress: () => { readonly watch: Watch; readonly done: () => void };
}

interface Source {
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * Loads and checks a ladder.
 *
 * @throws PmrolesError `usage`, `read-failed` or `ladder-invalid`
 */
export async function loadKept(path: string, world: LadderWorld): Promise<LoadedLadder> {
  const sources = await sourcesOf(path, world);
  const { cache } = world;
  const name = cache === undefined ? undefined : join(cache, keyOf(sources, world.build));
  const compiled =
    (name === undefined ? undefined : readKept(`${name}.ladder`, decodeLadder)) ??
    (await compile(path, sources, name, world));
  return {
    ...compiled,
    text: () => (sources.length === 1 ? textsOf(sources)[0]!.text : undefined),
    ...(name === undefined ? {} : { wordIndex: wordIndexStore(name) }),
  };
}

async function compile(
  path: string,
  sources: readonly Source[],
  name: string | undefined,
  world: LadderWorld,
): Promise<CompiledLadder> {
  const { formatDiagnostic, loadTexts } = await import('./load-ladder.ts');
  const texts = textsOf(sources);
  const { watch, done } = world.progress();
  try {
    const { ladder, warnings, warningCount } = loadTexts(path === '-' ? INPUT_NAME : path, texts, watch);
    const compiled = { ladder, warnings: warnings.map(formatDiagnostic), warningCount };
    if (world.cache !== undefined && name !== undefined) keep(world.cache, `${name}.ladder`, compiled);
    return compiled;
  } finally {
    done();
  }
}

/**
 * Checks a ladder more closely than it takes to use it.
 *
 * @throws PmrolesError `read-failed`
 */
export async function checkNamed(path: string, world: LadderWorld): Promise<CheckedLadder> {
  const texts = textsOf(await sourcesOf(path, world));
  const { validateLadder } = await import('../ladder/validate.ts');
  const { watch, done } = world.progress();
  try {
    return validateLadder(texts, watch);
  } finally {
    done();
  }
}

async function sourcesOf(path: string, world: LadderWorld): Promise<readonly Source[]> {
  return path === '-' ? [await inputSource(world)] : fileSources(path, world);
}

function textsOf(sources: readonly Source[]): LadderText[] {
  return sources.map(({ file, bytes }) => ({ file, text: decodeText(bytes, file) }));
}

async function inputSource(world: LadderWorld): Promise<Source> {
  const { most, hint } = sizeLimit(world.env);
  return { file: INPUT_NAME, bytes: await world.readInput(most, hint) };
}

/** The limit is on all files together, so that a folder cannot pass it in slices. */
function fileSources(path: string, { env }: LadderWorld): Source[] {
  const { most, hint } = sizeLimit(env);
  let left = most;
  return ladderFiles(path).map((file) => {
    const bytes = readFileBytes(file, left, () => tooLarge(path, most, hint));
    left -= bytes.length;
    return { file, bytes };
  });
}

/** All that the compiled form depends on: the program, the names that warnings speak of, and the content. */
function keyOf(sources: readonly Source[], build: string): string {
  const hash = createHash('sha256').update(`${build} ${process.version}`);
  for (const { file, bytes } of sources) hash.update(`\n${JSON.stringify(file)} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

/** The index lies beside the compiled ladder, under the same name, and goes when it goes. */
function wordIndexStore(name: string): WordIndexStore {
  const file = `${name}.words`;
  return {
    read: () => readKept(file, decodeWords),
    keep(index: WordIndex) {
      try {
        replaceFile(file, seal(encodeWords(index)), { overwrite: true, mode: 0o600 });
      } catch {
        // The next search makes it again.
      }
    },
  };
}

function readKept<T>(file: string, decode: (content: Buffer) => T | undefined): T | undefined {
  try {
    const { mtimeMs } = statSync(file);
    const content = unseal(readFileSync(file));
    const compiled = content && decode(content);
    if (compiled && Date.now() - mtimeMs > RENEWAL) utimesSync(file, new Date(), new Date());
    return compiled;
  } catch {
    // Whatever is wrong with what was kept, the ladder itself is at hand.
    return undefined;
  }
}

/** Keeps a compiled ladder, if that can be done: it only saves time. */
function keep(folder: string, file: string, compiled: CompiledLadder): void {
  try {
    makeFolder(folder);
    const content = seal(encodeLadder(compiled));
    if (content.length > MOST_KEPT_BYTES) return;
    sweep(folder);
    makeRoom(folder, content.length);
    replaceFile(file, content, { overwrite: true, mode: 0o600 });
  } catch {
    // A folder that cannot be written to: the next run parses the ladder again.
  }
}

/** Discards the ladders that were not used for longest, and their words, until there is room for one more. */
function makeRoom(folder: string, size: number): void {
  const sizeOf = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith('.ladder'))
    .map((name) => ({
      files: [name, name.replace(/\.ladder$/, '.words')],
      used: statSync(join(folder, name)).mtimeMs,
    }))
    .sort((a, b) => b.used - a.used);
  let total = size;
  kept.forEach(({ files }, index) => {
    for (const file of files) total += sizeOf(file);
    if (index >= MOST_KEPT - 1 || total > MOST_KEPT_BYTES) for (const file of files) discard(join(folder, file));
  });
}
