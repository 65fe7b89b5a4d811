/**
 * Builds what `tsc` does not: the bundled command line, the compiled ladder, the JSON Schema of ladder files.
 *
 * The command line is one CommonJS file, which starts several milliseconds sooner than ES modules do, and what only some
 * commands need (YAML, prompts) lies beside it in files of its own, loaded when needed.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { compileLadder } from './dist/lib/dataset/compile.js';
import { LADDER_SCHEMA } from './dist/lib/dataset/document.js';

/** Packages that are loaded when needed, each from a file of its own. */
const APART = ['yaml', 'inquirer'];

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // A bundle has no package.json beside it to find these in.
  define: { 'import.meta.dirname': '__dirname' },
  // `import()` of a CommonJS file would start the loader of ES modules; `require` does not.
  supported: { 'dynamic-import': false },
};

/** Leaves some packages out of the bundle and points at their own files instead. */
const apart = {
  name: 'apart',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./vendor/${path}.cjs`, external: true },
    );
  },
};

await rm('dist/vendor', { recursive: true, force: true });
await mkdir('dist/vendor', { recursive: true });
await writeFile('dist/ladder.json', compileLadder('data/product-management'));
await writeFile('dist/ladder.schema.json', `${JSON.stringify(LADDER_SCHEMA, null, 2)}\n`);
await writeFile(
  'dist/lib/shipped.js',
  `// The ladder that ships with pmroles, compiled from data/product-management.\nexport const shippedLadder = JSON.parse(${JSON.stringify(
    compileLadder('data/product-management').trim(),
  )});\n`,
);
await writeFile(
  'dist/lib/shipped.d.ts',
  `import type { Ladder } from './core/model.js';\n/** The ladder that ships with pmroles. */\nexport declare const shippedLadder: Ladder;\n`,
);
const bundles = await Promise.all([
  build({ ...common, entryPoints: ['src/main.ts'], outfile: 'dist/cli.cjs', plugins: [apart] }),
  ...APART.map((name) => build({ ...common, entryPoints: [name], outfile: `dist/vendor/${name}.cjs` })),
]);
await writeFile('dist/meta.json', JSON.stringify(bundles.map(({ metafile }) => metafile)));
