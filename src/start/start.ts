/**
 * Starts the bundled program with its compiled code where there is any: compiling the bundles anew would take as long as
 * everything else that a command does. docs/performance.md tells more, and how to take this folder away.
 *
 * V8 takes compiled code only from the very same V8, and recognises the text by its length alone: the name of a cache holds the
 * version of Node and a hash of the bundles.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { makeFolder, ownFolder, sweep } from '../system/folders.ts';

/** What Node calls the function that it wraps around a CommonJS file. */
type Wrapped = (exports: object, require: Require, module: Module, filename: string, dirname: string) => void;
type Require = (name: string) => unknown;
interface Module {
  exports: object;
}

declare const require: Require;

/** In milliseconds. */
const HOUR = 60 * 60 * 1000;

/** A hash of the bundles, put in when they are built. */
declare const BUNDLE_ID: string;

/** The names of the commands, put in then as well. */
declare const COMMAND_NAMES: readonly string[];

const DIR = import.meta.dirname;
const CACHE = process.argv.includes('--no-cache') ? undefined : ownFolder('cache', process.env, process.platform);

const WORD = process.argv[2] ?? '';

/** Each command has caches of its own, with the code that it runs through and no other; a role alone is shown. */
const COMMAND = COMMAND_NAMES.includes(WORD) ? WORD : /^\p{L}/u.test(WORD) ? 'show' : 'any';

const loaded = new Map<string, Module>();

/** `require` as the bundles know it: bundles are loaded here, with their compiled code, and all else by Node. */
function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known) return known.exports;
  const file = join(DIR, name);
  // The build wraps a bundle as Node wraps every CommonJS file, and keeps it to ASCII, which is read fastest as this.
  const text = readFileSync(file, 'latin1');
  const bundle = name.slice(2, -4);
  const cache = `${bundle}-${BUNDLE_ID}-${process.version}-${process.arch}-${COMMAND}.bin`;
  const cachedData = read(join(DIR, 'pmroles', cache)) ?? (CACHE === undefined ? undefined : read(join(CACHE, cache)));
  const script = new Script(text, { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (CACHE !== undefined && script.cachedDataRejected !== false) {
    // What was compiled by then is what the command needed.
    process.once('exit', (code) => {
      // A mistyped command compiles little that another run could use.
      if (code <= 1) keep(CACHE, join(CACHE, cache), script);
    });
  }
  const module: Module = { exports: {} };
  loaded.set(name, module);
  (script.runInThisContext() as Wrapped)(module.exports, load, module, file, DIR);
  return module.exports;
}

function read(file: string): Buffer | undefined {
  try {
    // An error for a file that is not there takes longer to make than to look first.
    return existsSync(file) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps compiled code. It only saves time: whatever goes wrong is no concern of the user's. */
function keep(folder: string, file: string, script: Script): void {
  const unfinished = `${file}.${process.pid}`;
  attempt(() => {
    makeFolder(folder);
    writeFileSync(unfinished, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, file);
  });
  attempt(() => {
    rmSync(unfinished, { force: true });
    // What killed runs left half written, and what builds before this one compiled.
    sweep(folder, /\.bin\.\d+$/, HOUR);
    sweep(folder, /\.bin$/, 30 * 24 * HOUR);
  });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing depends on it.
  }
}

load('./cli.cjs');
