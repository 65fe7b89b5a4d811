/**
 * Builds what `tsc` does not: everything in dist but `dist/lib`.
 */
import { readdir, rm } from 'node:fs/promises';
import { bundleCommandLine, bundlePage } from './bundles.ts';
import { writeCodeCache } from './code-cache.ts';
import { writeLadder, writeManualPage, writeSchemas } from './generated.ts';
import { writeLicences } from './licences.ts';

// Everything that earlier builds left, but what tsc has just written.
for (const name of await readdir('dist')) if (name !== 'lib') await rm(`dist/${name}`, { recursive: true });
await writeLadder();
await writeSchemas();
await writeManualPage();
const bundles = [...(await bundleCommandLine()), ...(await bundlePage())];
await writeLicences(bundles);
await writeCodeCache();
