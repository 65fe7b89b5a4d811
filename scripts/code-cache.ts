/**
 * What `src/start/` needs: the bundles in the form that it reads, itself, and the code that V8 compiled of them. docs/performance.md
 * tells what all of it is for, and how to take it away.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { COMMANDS } from '../src/cli/declarations.ts';
import { commandLineOptions } from './bundles.ts';

/** What is run once when the package is built, so that its compiled code lies beside the bundles. */
const USUAL = ['--help', 'list', 'show cpo', 'compare head-of-product cpo', 'path junior-pm cpo', 'sources'];

/** Wraps the bundles, writes `dist/start.cjs`, and compiles the usual commands. */
export async function writeCodeCache(): Promise<void> {
  const hash = createHash('sha256');
  for (const file of ['dist/cli.cjs', 'dist/rest.cjs']) hash.update(await wrap(file));
  const options = await commandLineOptions();
  await build({
    ...options,
    entryPoints: ['src/start/start.ts'],
    outfile: 'dist/start.cjs',
    define: {
      ...options.define,
      BUNDLE_ID: JSON.stringify(hash.digest('hex').slice(0, 16)),
      COMMAND_NAMES: JSON.stringify([...COMMANDS.map(({ name }) => name), 'help', 'complete']),
    },
  });
  // These fit this Node alone and are not published; elsewhere the program makes its own.
  for (const line of USUAL) {
    execFileSync(process.execPath, ['dist/start.cjs', ...line.split(' ')], {
      env: { ...process.env, XDG_CACHE_HOME: path.resolve('dist') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}

/**
 * Wraps a bundle as Node wraps every CommonJS file; `start.ts` compiles it as it stands. What esbuild leaves beyond ASCII stands
 * in patterns, where an escape means the same; in ASCII alone the text takes half the room and is read in a third of the time.
 */
async function wrap(file: string): Promise<string> {
  const bundle = (await readFile(file, 'utf8')).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${bundle}\n});\n`;
  await writeFile(file, wrapped);
  return wrapped;
}
