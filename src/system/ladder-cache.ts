/**
 * Loads ladders of somebody's own. YAML takes some eighty times as long to parse as JSON, so each is parsed and checked once:
 * what comes of it is kept in the cache folder as JSON, under a name made of all that it comes of.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckedLadder, LadderText } from '../core/diagnostic.ts';
import { sizeLimit } from '../core/size-limit.ts';
import type { Watch } from '../ladder/parse.ts';
import { decodeText, readLadderFiles, readStandardInput } from './files.ts';
import { makeFolder, ownFolder, sweep } from './folders.ts';
import { openProgress } from './progress.ts';
import type { LoadedLadder, LoadOptions, WatchOptions } from './runtime.ts';
import { discard, replaceFile } from './save.ts';

/** No more ladders than this are kept; those that were not used for longest go first. */
const MOST_KEPT = 16;

/** Nor more than so many bytes of them. */
const MOST_KEPT_BYTES = 512 * 1024 * 1024;

/** What diagnostics call standard input, as compilers do. */
const INPUT_NAME = '<stdin>';

/** In milliseconds: what a killed run left half written is removed after an hour, a ladder's date of use renewed after a day. */
const HOUR = 60 * 60 * 1000;
const RENEWAL = 24 * HOUR;

/** What a file of the cache says that it is; the number goes up when its shape changes. */
const FORM = 'pmroles-ladder-3';

/** A hash of the program, put in when it is built: another one may check differently. */
declare const BUILD_ID: string;

/** What is kept: a checked ladder, and the warnings that it came with. */
type Kept = Omit<LoadedLadder, 'text'>;

interface Source {
  readonly file: string;
  readonly bytes: Buffer;
}

export async function loadKept(path: string, options: LoadOptions): Promise<LoadedLadder> {
  const sources = await sourcesOf(path);
  const cache = options.cache ? ownFolder('cache', process.env, process.platform) : undefined;
  const file = cache === undefined ? undefined : join(cache, `${keyOf(sources)}.ladder`);
  const kept = (file === undefined ? undefined : readKept(file)) ?? (await parse(path, sources, options, file));
  return { ...kept, text: () => (sources.length === 1 ? textsOf(sources)[0]!.text : undefined) };
}

async function parse(
  path: string,
  sources: readonly Source[],
  options: LoadOptions,
  file: string | undefined,
): Promise<Kept> {
  const { formatDiagnostic, loadTexts } = await import('./load-ladder.ts');
  const name = path === '-' ? INPUT_NAME : path;
  return watched(options, (watch) => {
    const { ladder, warnings, warningCount } = loadTexts(name, textsOf(sources), watch);
    const kept = { ladder, warnings: warnings.map(formatDiagnostic), warningCount };
    if (file !== undefined) keep(file, kept);
    return kept;
  });
}

/** Checks a ladder more closely than it takes to use it. */
export async function checkNamed(path: string, options: WatchOptions): Promise<CheckedLadder> {
  const texts = textsOf(await sourcesOf(path));
  const { validateLadder } = await import('../ladder/validate.ts');
  return watched(options, (watch) => validateLadder(texts, watch));
}

function watched<T>({ accessible, quiet }: WatchOptions, work: (watch: Watch) => T): T {
  const { watch, done } = openProgress(() => process.stderr, accessible, quiet);
  try {
    return work(watch);
  } finally {
    done();
  }
}

async function sourcesOf(path: string): Promise<Source[]> {
  const { most, hint } = sizeLimit(process.env);
  if (path === '-') return [{ file: INPUT_NAME, bytes: await readStandardInput(most, hint) }];
  return readLadderFiles(path, most, hint);
}

function textsOf(sources: readonly Source[]): LadderText[] {
  return sources.map(({ file, bytes }) => ({ file, text: decodeText(bytes, file) }));
}

/** All that a loaded ladder depends on: the program, the names that warnings speak of, and the content. */
function keyOf(sources: readonly Source[]): string {
  const hash = createHash('sha256').update(`${BUILD_ID} ${process.version}`);
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
    sweep(folder, /\.ladder\.[\da-f-]+$/, HOUR);
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
