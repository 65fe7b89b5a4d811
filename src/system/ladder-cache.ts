/**
 * Loads ladders of somebody's own. YAML takes some eighty times as long to parse as JSON, so each is parsed and checked once:
 * what comes of it is kept in the cache folder as JSON, under a name made of all that it comes of.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckedLadder, LadderText } from '../core/diagnostic.ts';
import { sizeLimit } from '../core/size-limit.ts';
import { decodeText, ladderFiles, readFileBytes, tooLarge } from './files.ts';
import type { Watch } from '../ladder/parse.ts';
import { makeFolder } from './folders.ts';
import type { LoadedLadder } from './runtime.ts';
import { discard, replaceFile } from './save.ts';
import { sweep } from './sweep.ts';

/** No more ladders than this are kept; those that were not used for longest go first. */
const MOST_KEPT = 16;

/** Nor more than so many bytes of them. */
const MOST_KEPT_BYTES = 512 * 1024 * 1024;

/** What diagnostics call standard input, as compilers do. */
const INPUT_NAME = '<stdin>';

/** A kept ladder's date of use is only renewed after this many milliseconds: a day. */
const RENEWAL = 24 * 60 * 60 * 1000;

/** What a file of the cache says that it is; the number goes up when its shape changes. */
const FORM = 'pmroles-ladder-3';

/** What is kept: a checked ladder, and the warnings that it came with. */
type Kept = Omit<LoadedLadder, 'text'>;

/** What loading needs of the world. */
export interface LadderWorld {
  /** Where ladders are kept; undefined where they are not. */
  readonly cache: string | undefined;
  /** A name for this very program: another one may check differently. */
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
  const { cache, build } = world;
  const file = cache === undefined ? undefined : join(cache, `${keyOf(sources, build)}.ladder`);
  const kept = (file === undefined ? undefined : readKept(file)) ?? (await parse(path, sources, world, file));
  return { ...kept, text: () => (sources.length === 1 ? textsOf(sources)[0]!.text : undefined) };
}

async function parse(
  path: string,
  sources: readonly Source[],
  world: LadderWorld,
  file: string | undefined,
): Promise<Kept> {
  const { formatDiagnostic, loadTexts } = await import('./load-ladder.ts');
  const texts = textsOf(sources);
  const { watch, done } = world.progress();
  try {
    const { ladder, warnings, warningCount } = loadTexts(path === '-' ? INPUT_NAME : path, texts, watch);
    const kept = { ladder, warnings: warnings.map(formatDiagnostic), warningCount };
    if (file !== undefined) keep(file, kept);
    return kept;
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

/** All that a loaded ladder depends on: the program, the names that warnings speak of, and the content. */
function keyOf(sources: readonly Source[], build: string): string {
  const hash = createHash('sha256').update(`${build} ${process.version}`);
  for (const { file, bytes } of sources) hash.update(`\n${JSON.stringify(file)} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

function readKept(file: string): Kept | undefined {
  try {
    const { form, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as Kept & { readonly form: string };
    if (form !== FORM) return undefined;
    if (Date.now() - statSync(file).mtimeMs > RENEWAL) utimesSync(file, new Date(), new Date());
    return kept;
  } catch {
    // Whatever is wrong with what was kept, the ladder itself is at hand.
    return undefined;
  }
}

/** Keeps a ladder, if that can be done: it only saves time. */
function keep(file: string, kept: Kept): void {
  try {
    const folder = dirname(file);
    makeFolder(folder);
    const content = Buffer.from(JSON.stringify({ form: FORM, ...kept }));
    if (content.length > MOST_KEPT_BYTES) return;
    sweep(folder);
    makeRoom(folder, content.length);
    replaceFile(file, content, { overwrite: true, mode: 0o600 });
  } catch {
    // A folder that cannot be written to: the next run parses the ladder again.
  }
}

/** Discards the ladders that were not used for longest, until there is room for one more. */
function makeRoom(folder: string, size: number): void {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith('.ladder'))
    .map((name) => ({ file: join(folder, name), status: statSync(join(folder, name)) }))
    .sort((a, b) => b.status.mtimeMs - a.status.mtimeMs);
  let total = size;
  kept.forEach(({ file, status }, index) => {
    total += status.size;
    if (index >= MOST_KEPT - 1 || total > MOST_KEPT_BYTES) discard(file);
  });
}
