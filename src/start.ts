/**
 * Starts the bundled program with its compiled code where there is any: compiling the bundle anew would take as long as
 * everything else that a command does.
 *
 * The build leaves `cli.cache` beside the bundle; V8 takes it only if it was made by the very same V8 from the very same text,
 * and otherwise the bundle is compiled as usual.
 */
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** What Node calls the function that it wraps around a CommonJS file. */
type Wrapped = (exports: object, require: NodeJS.Require, module: object, filename: string, dirname: string) => void;

declare const require: NodeJS.Require;

function start(): void {
  const file = join(import.meta.dirname, 'cli.cjs');
  const cachedData = readCache(join(import.meta.dirname, 'cli.cache'));
  if (!cachedData) {
    require(file);
    return;
  }
  const script = new Script(module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  (script.runInThisContext() as Wrapped)({}, require, { exports: {} }, file, import.meta.dirname);
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

start();
