/**
 * Builds what `tsc` does not: the bundled command line, the shipped ladder, the JSON Schema of ladder files.
 *
 * The command line is CommonJS, which starts several milliseconds sooner than ES modules do. What every command needs is one
 * file, `cli.cjs`. The modules of src that are imported with `import()` lie in another, `rest.cjs`, loaded when one of them is
 * needed; so do packages that only some commands need (YAML, prompts, CSV). `rest.cjs` brings its own copy of what it shares with
 * `cli.cjs`: 60 KB more on disk, and no command waits for it. The program and the style of the page that `export --format html`
 * writes are a bundle of their own, for browsers.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { compileLadder } from '../dist/lib/system/compile.js';
import { LADDER_SCHEMA } from '../dist/lib/ladder/document.js';

/** Packages that are loaded when needed, and the file that each lies in. */
const APART = {
  yaml: 'yaml',
  inquirer: 'prompts',
  '@inquirer/core': 'prompts',
  'csv-parse/sync': 'csv',
  '@dagrejs/dagre': 'dagre',
};

/** A name for this state of the program: what one state made of a ladder, another does not use. */
const sources = createHash('sha256');
for (const name of (await readdir('src', { recursive: true })).sort()) {
  if (/\.(?:ts|css)$/.test(name)) sources.update(await readFile(path.join('src', name)));
}
const buildId = sources
  .update(await readFile('package.json'))
  .digest('hex')
  .slice(0, 16);

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: !process.env.PROFILE,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // A bundle has no package.json beside it to find these in.
  define: { 'import.meta.dirname': '__dirname', BUILD_ID: JSON.stringify(buildId) },
  // `import()` of a CommonJS file would start the loader of ES modules; `require` does not.
  supported: { 'dynamic-import': false },
};

/** Leaves some packages out of the bundle and points at their own files instead. */
const apart = {
  name: 'apart',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^(?:${Object.keys(APART).join('|')})$`) }, ({ path }) => ({
      path: `./vendor/${APART[path]}.cjs`,
      external: true,
    }));
  },
};

/** The commands that are used most: they come with the program, since reading another file takes longer than they do. */
const USUAL = ['list', 'show', 'compare', 'path', 'sources'].map((name) => `commands/${name}.ts`);

/** The modules of src that are imported with `import()`, by their path from src; filled by building `cli.cjs`. */
const later = new Map();

/** Leaves those modules out of `cli.cjs` and takes them from `rest.cjs`. */
const rest = {
  name: 'rest',
  setup(bundler) {
    const src = path.resolve('src');
    bundler.onResolve({ filter: /^\.\.?\// }, ({ kind, path: imported, resolveDir }) => {
      if (kind !== 'dynamic-import' || !resolveDir.startsWith(src)) return undefined;
      const file = path.resolve(resolveDir, imported);
      const name = path.relative(src, file).split(path.sep).join('/');
      if (USUAL.includes(name)) return undefined;
      later.set(name, file);
      return { path: name, namespace: 'rest' };
    });
    bundler.onResolve({ filter: /^\.\/rest\.cjs$/ }, () => ({ path: './rest.cjs', external: true }));
    bundler.onLoad({ filter: /.*/, namespace: 'rest' }, ({ path: name }) => ({
      contents: `module.exports = require('./rest.cjs')[${JSON.stringify(name)}];`,
    }));
  },
};

/**
 * Three savings on tables and on measuring text, found by profiling. For every line that it draws, cli-table3 shortens the
 * whole cell to ten characters, one at a time, for a debugging message that is off: the message goes. cli-table3 also gets the program's own measure: the one it brings compiles a
 * pattern of 10 KB for every text, which took most of the time of a comparison (and two measures would not always agree).
 * And string-width, whose patterns take some 20 ms to set up, is set up only when a text comes that needs it.
 */
const measuring = {
  name: 'measuring',
  setup(bundler) {
    bundler.onResolve({ filter: /^string-width$/ }, ({ importer, namespace }) => {
      if (namespace === 'measuring') return undefined;
      return { path: importer.includes('cli-table3') ? 'ours' : 'late', namespace: 'measuring' };
    });
    bundler.onLoad({ filter: /.*/, namespace: 'measuring' }, ({ path }) => ({
      contents:
        path === 'ours'
          ? `module.exports = require('./src/report/width.ts').widthOf;`
          : `export default (text) => require('string-width').default(text);`,
      resolveDir: process.cwd(),
    }));
    bundler.onLoad({ filter: /cli-table3[\\/]src[\\/]cell\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const message = 'let content = utils.truncate(this.content, 10, this.truncate);';
      if (!source.includes(message)) throw new Error(`${path} has changed: look whether this saving is still needed`);
      return { contents: source.replace(message, "let content = '';") };
    });
  },
};

/**
 * Leaves out what is never reached: commander's way to run commands as programs of their own, and the colours of cli-table3,
 * which are switched off because they do not heed NO_COLOR.
 */
const unreached = {
  name: 'unreached',
  setup(bundler) {
    const filter = /^(?:(?:node:)?child_process|@colors\/colors.*)$/;
    bundler.onResolve({ filter }, ({ importer }) =>
      importer.includes('node_modules') ? { path: 'nothing', namespace: 'unreached' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'unreached' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** The manual page, which the program writes of itself; its date is that of the version, so that each build gives the same. */
async function manual() {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const changes = await readFile('CHANGELOG.md', 'utf8');
  const released = changes.split(`\n## [${version}] - `)[1]?.slice(0, 'YYYY-MM-DD'.length);
  const outfile = 'dist/man/write.mjs';
  await build({
    entryPoints: ['scripts/manual.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { writeManual } = await import(`../${outfile}`);
  await rm(outfile);
  return writeManual({ version, released });
}

// Everything that earlier builds left, but what tsc has just written.
for (const name of await readdir('dist')) if (name !== 'lib') await rm(`dist/${name}`, { recursive: true });
await mkdir('dist/vendor', { recursive: true });
const ladder = compileLadder('data/product-management');
await writeFile('dist/ladder.json', ladder);
await writeFile('dist/ladder.schema.json', `${JSON.stringify(LADDER_SCHEMA, null, 2)}\n`);
await writeFile(
  'dist/lib/shipped.js',
  `// The ladder that ships with pmroles, compiled from data/product-management.\nexport const shippedLadder = JSON.parse(${JSON.stringify(ladder.trim())});\n`,
);
await writeFile(
  'dist/lib/shipped.d.ts',
  `import type { Ladder } from '../core/model.js';\n/** The ladder that ships with pmroles. */\nexport declare const shippedLadder: Ladder;\n`,
);
await writeFile('dist/man/pmroles.1', await manual());
const cli = await build({
  ...common,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/cli.cjs',
  plugins: [rest, apart, measuring, unreached],
});
/** What goes into a page stands between tags there, which nothing in it may end; ASCII, so that its hash is that of its text. */
const page = await build({
  bundle: true,
  platform: 'browser',
  target: 'es2023',
  format: 'iife',
  charset: 'ascii',
  minify: !process.env.PROFILE,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  entryPoints: { page: 'src/page/app.ts' },
  outdir: 'dist',
});
const pageStyle = await build({ entryPoints: ['src/page/page.css'], outdir: 'dist', minify: true, charset: 'ascii' });
if (pageStyle.warnings.length > 0) throw new Error('the style of the page has warnings');
for (const name of ['page.js', 'page.css']) {
  if (/<\/(?:script|style)|<!--/i.test(await readFile(`dist/${name}`, 'utf8')))
    throw new Error(`${name} would end the element that it stands in`);
}
const bundles = [
  cli,
  page,
  ...(await Promise.all([
    build({
      ...common,
      stdin: {
        // Behind getters, so that only what is asked for is set up.
        contents: `module.exports = { ${[...later]
          .map(([name, file]) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(file)}); }`)
          .join(', ')} };`,
        resolveDir: '.',
      },
      outfile: 'dist/rest.cjs',
      plugins: [apart, measuring, unreached],
    }),
    build({ ...common, entryPoints: ['yaml'], outfile: 'dist/vendor/yaml.cjs' }),
    build({ ...common, entryPoints: ['csv-parse/sync'], outfile: 'dist/vendor/csv.cjs' }),
    build({ ...common, entryPoints: ['@dagrejs/dagre'], outfile: 'dist/vendor/dagre.cjs' }),
    build({
      ...common,
      // What imports the default of a CommonJS file gets all that it exports, so inquirer's own is laid open among the rest.
      stdin: {
        contents: `import inquirer from 'inquirer'; export * from '@inquirer/core';
        export const createPromptModule = inquirer.createPromptModule;`,
        resolveDir: '.',
      },
      outfile: 'dist/vendor/prompts.cjs',
    }),
  ])),
];

/** The licences of the packages in the bundles, as each of them asks. */
const bundled = new Set(
  bundles.flatMap(({ metafile }) =>
    Object.keys(metafile.inputs).flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  ),
);
const licences = await Promise.all(
  [...bundled].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : (await readFile(`${folder}/${file}`, 'utf8')).trim();
    return `${name} ${version}\n\n${text}\n`;
  }),
);
await writeFile('dist/THIRD-PARTY-LICENSES.txt', licences.join(`\n${'-'.repeat(80)}\n\n`));

/**
 * As Node wraps every CommonJS file; `start.ts` compiles it as it stands. What esbuild leaves beyond ASCII stands in patterns,
 * where an escape means the same; in ASCII alone the text takes half the room and is read in a third of the time.
 */
const hash = createHash('sha256');
for (const name of ['cli', 'rest', 'vendor/yaml', 'vendor/csv', 'vendor/dagre', 'vendor/prompts']) {
  const bundle = (await readFile(`dist/${name}.cjs`, 'utf8')).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${bundle}\n});\n`;
  await writeFile(`dist/${name}.cjs`, wrapped);
  hash.update(wrapped);
}
const bundleId = hash.digest('hex').slice(0, 16);
await build({
  ...common,
  entryPoints: ['src/start/start.ts'],
  outfile: 'dist/start.cjs',
  metafile: false,
  define: { ...common.define, BUNDLE_ID: JSON.stringify(bundleId) },
});

/**
 * Runs each of the usual commands once and keeps what V8 compiled meanwhile, for `start.ts`. These files fit this Node alone
 * and are not published; elsewhere the program makes its own.
 */
for (const line of ['--help', 'list', 'show cpo', 'compare head-of-product cpo', 'path junior-pm cpo', 'sources']) {
  execFileSync(process.execPath, ['dist/start.cjs', ...line.split(' ')], {
    env: { ...process.env, XDG_CACHE_HOME: path.resolve('dist') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
