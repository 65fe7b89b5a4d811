/**
 * Starts the bundled program with its compiled code where there is any: compiling the bundle anew would take as long as
 * everything else that a command does.
 *
 * The build leaves such code beside the bundle. V8 takes it only from the very same V8, so any other version of Node keeps its
 * own in the cache folder, at its first run. (Node 22 has a cache of its own, which holds what is compiled at load only; with
 * it a command measured slower than without any.)
 *
 * V8 recognises the text by its length alone, which is why the name of a cache holds a hash of the bundle.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { makeFolder } from './folder.ts';

/** The commands, in the words that may follow the program's name. A test holds them to be all. */
const COMMANDS = ['list', 'show', 'compare', 'path', 'quiz', 'sources', 'help'];

/** What Node calls the function that it wraps around a CommonJS file. */
type Wrapped = (exports: object, require: NodeJS.Require, module: object, filename: string, dirname: string) => void;

declare const require: NodeJS.Require;

/** A hash of the bundle, put in when it is built. */
declare const BUNDLE_ID: string;

function start(): void {
  const dir = import.meta.dirname;
  const file = join(dir, 'cli.cjs');
  // The build wraps the bundle as Node wraps every CommonJS file, and keeps it to ASCII, which is read fastest as this.
  const text = readFileSync(file, 'latin1');
  // Each command has a cache of its own, with the code that it runs through and no other.
  const typed = process.argv[2] ?? '';
  const prefix = `cli-${BUNDLE_ID}-${process.version}-${process.arch}`;
  const name = `${prefix}-${COMMANDS.includes(typed) ? typed : 'any'}.bin`;
  const folder = cacheFolder();
  const cachedData = read(join(dir, 'pmroles', name)) ?? (folder === undefined ? undefined : read(join(folder, name)));
  const script = new Script(text, { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (folder !== undefined && script.cachedDataRejected !== false) {
    // What was compiled by then is what the command needed.
    process.once('exit', (code) => {
      // A mistyped command compiles little that another run could use.
      if (code <= 1) keep(folder, join(folder, name), script);
    });
  }
  (script.runInThisContext() as Wrapped)({}, require, { exports: {} }, file, dir);
}

function read(file: string): Buffer | undefined {
  try {
    // An error for a file that is not there takes longer to make than to look first.
    return existsSync(file) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** The user's cache folder; undefined where there is none, or where it is not wanted. */
function cacheFolder(): string | undefined {
  const { PMROLES_NO_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if ((PMROLES_NO_CACHE ?? '') !== '') return undefined;
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'pmroles');
  if (process.platform === 'win32') return LOCALAPPDATA === undefined ? undefined : join(LOCALAPPDATA, 'pmroles');
  return HOME !== undefined && isAbsolute(HOME) ? join(HOME, '.cache', 'pmroles') : undefined;
}

/** Keeps compiled code, in place of any other build's. It only saves time: whatever goes wrong is no concern of the user's. */
function keep(folder: string, file: string, script: Script): void {
  const unfinished = `${file}.${process.pid}`;
  attempt(() => {
    makeFolder(folder);
    for (const other of readdirSync(folder)) {
      if (other.startsWith('cli-') && !other.startsWith(`cli-${BUNDLE_ID}-`))
        rmSync(join(folder, other), { force: true });
    }
    writeFileSync(unfinished, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, file);
  });
  attempt(() => {
    rmSync(unfinished, { force: true });
  });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing depends on it.
  }
}

start();
