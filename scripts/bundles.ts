/**
 * The program as few files, because every file that Node has to find and read costs time.
 *
 * The command line is CommonJS, which starts several milliseconds sooner than ES modules do. What every command needs is one
 * file, `cli.cjs`, with the packages that every command needs in it. The modules of src that are imported with `import()` lie in
 * another, `rest.cjs`, loaded when one of them is needed. It brings its own copy of what it shares with `cli.cjs`: 60 KB more on
 * disk, and no command waits for it. Packages that only some commands need stay where npm installs them, but for yaml.
 *
 * The program and the style of the page that `export --format html` writes are a bundle of their own, for browsers.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

/** The packages that every command needs. All others that package.json names are loaded from node_modules when they are needed. */
const BUNDLED = ['chalk', 'cli-table3', 'commander', 'string-width'];

/** The commands that are used most, and help: they come with `cli.cjs`, since reading another file takes longer than they do. */
const USUAL = [...['list', 'show', 'compare', 'path', 'sources'].map((name) => `commands/${name}.ts`), 'cli/help.ts'];

/** How all of the command line is bundled. */
export async function commandLineOptions(): Promise<BuildOptions> {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: object };
  return {
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    minify: !process.env['PROFILE'],
    legalComments: 'none',
    logLevel: 'warning',
    // A bundle has no package.json beside it to find these in.
    define: { 'import.meta.dirname': '__dirname', BUILD_ID: JSON.stringify(await buildId()) },
    // `import()` of a CommonJS file would start the loader of ES modules; `require` does not, and loads ES modules as well.
    supported: { 'dynamic-import': false },
    // cli-table3 asks for the last only where it is to draw in colour.
    external: [...Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)), '@colors/colors'],
  };
}

/** A name for this state of the program: what one state kept of a ladder, another does not use. */
async function buildId(): Promise<string> {
  const sources = createHash('sha256');
  for (const name of (await readdir('src', { recursive: true })).sort()) {
    if (/\.(?:ts|css)$/.test(name)) sources.update(await readFile(path.join('src', name)));
  }
  sources.update(await readFile('package.json'));
  return sources.digest('hex').slice(0, 16);
}

/** Bundles the command line into `dist/cli.cjs` and `dist/rest.cjs`, and tells what went into them. */
export async function bundleCommandLine(): Promise<Metafile[]> {
  const options = await commandLineOptions();
  const later = new Map<string, string>();
  const cli = await build({
    ...options,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/cli.cjs',
    metafile: true,
    plugins: [split(later), lateWidth, noPrograms],
  });
  // Behind getters, so that only what is asked for is set up.
  const getters = [...later].map(
    ([name, file]) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(file)}); }`,
  );
  const rest = await build({
    ...options,
    stdin: { contents: `module.exports = { ${getters.join(', ')} };`, resolveDir: '.' },
    // A hundred files of node_modules take 25 ms to find and read.
    external: options.external!.filter((name) => name !== 'yaml'),
    outfile: 'dist/rest.cjs',
    metafile: true,
    plugins: [lateWidth, noPrograms],
  });
  return [cli.metafile, rest.metafile];
}

/** Leaves the modules of src that are imported with `import()` out, takes them from `rest.cjs`, and notes them by their path. */
function split(later: Map<string, string>): Plugin {
  return {
    name: 'split',
    setup(bundler) {
      const src = path.resolve('src');
      bundler.onResolve({ filter: /^\.\.?\// }, ({ kind, path: imported, resolveDir }) => {
        if (kind !== 'dynamic-import' || !resolveDir.startsWith(src)) return undefined;
        const file = path.resolve(resolveDir, imported);
        const name = path.relative(src, file).split(path.sep).join('/');
        if (USUAL.includes(name)) return undefined;
        later.set(name, file);
        return { path: name, namespace: 'split' };
      });
      bundler.onResolve({ filter: /^\.\/rest\.cjs$/ }, ({ path: file }) => ({ path: file, external: true }));
      bundler.onLoad({ filter: /.*/, namespace: 'split' }, ({ path: name }) => ({
        contents: `module.exports = require('./rest.cjs')[${JSON.stringify(name)}];`,
      }));
    },
  };
}

/**
 * Sets string-width up when a text comes that needs it: its patterns take some 20 ms, and little text does. cli-table3, which
 * brings an older one, gets the same.
 */
const lateWidth = replaced('string-width', '', `export default (text) => require('string-width').default(text);`);

/** Leaves out what commander runs commands with that are programs of their own: Node takes some 10 ms to load what that needs. */
const noPrograms = replaced('node:child_process', 'commander', 'module.exports = {};');

/** Puts other contents in the place of a module, where a package asks for it; these may ask for the module itself. */
function replaced(name: string, asking: string, contents: string): Plugin {
  const namespace = `instead-of-${name}`;
  return {
    name: namespace,
    setup(bundler) {
      bundler.onResolve({ filter: new RegExp(`^${name}$`) }, (asked) =>
        asked.namespace !== namespace && asked.importer.includes(asking) ? { path: name, namespace } : undefined,
      );
      bundler.onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: process.cwd() }));
    },
  };
}

/**
 * Bundles the program and the style of the page into `dist/page.js` and `dist/page.css`, and tells what went into them. What reads
 * profiles comes packed, in `dist/page-profile.txt` behind its hash: most visits need none of it, and YAML alone is 100 KB.
 */
export async function bundlePage(): Promise<Metafile[]> {
  const options = {
    bundle: true,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    // So that its hash is that of its text.
    charset: 'ascii',
    minify: !process.env['PROFILE'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  } as const;
  const { metafile, warnings } = await build({
    ...options,
    entryPoints: { page: 'src/page/app.ts' },
    outdir: 'dist',
  });
  const profile = await build({ ...options, entryPoints: ['src/page/profile-part.ts'], write: false });
  const [{ text } = { text: '' }] = profile.outputFiles;
  const hash = createHash('sha256').update(text).digest('base64');
  const packed = deflateSync(text, { level: 9 }).toString('base64');
  await writeFile('dist/page-profile.txt', `sha256-${hash}\n${packed}\n`);
  const style = await build({ entryPoints: ['src/page/page.css'], outdir: 'dist', minify: true, charset: 'ascii' });
  if (warnings.length + profile.warnings.length + style.warnings.length > 0) throw new Error('the page has warnings');
  for (const name of ['page.js', 'page.css']) {
    if (/<\/(?:script|style)|<!--/i.test(await readFile(`dist/${name}`, 'utf8')))
      throw new Error(`${name} would end the element that it stands in`);
  }
  return [metafile, profile.metafile];
}
