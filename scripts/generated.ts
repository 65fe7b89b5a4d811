/**
 * What is written out when the package is built: the checked ladder that ships, for the command line and as a module of the
 * library, the JSON Schema of ladder files, and the manual page.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Ladder } from '../src/core/model.ts';
import { encodeLadder } from '../src/ladder/compiled.ts';
import { LADDER_SCHEMA } from '../src/ladder/document.ts';
import { compileLadder } from '../src/system/compile.ts';
import { writeManual } from './manual.ts';

/** Writes the ladder that ships. */
export async function writeLadder(): Promise<void> {
  const json = compileLadder('data/product-management').trim();
  const ladder = JSON.parse(json) as Ladder;
  await writeFile('dist/ladder.compiled', encodeLadder({ ladder, warnings: [], warningCount: 0 }));
  await writeFile(
    'dist/lib/shipped.js',
    `// The ladder that ships with pmroles, compiled from data/product-management.\nexport const shippedLadder = JSON.parse(${JSON.stringify(json)});\n`,
  );
  await writeFile(
    'dist/lib/shipped.d.ts',
    `import type { Ladder } from './core/model.js';\n/** The ladder that ships with pmroles. */\nexport declare const shippedLadder: Ladder;\n`,
  );
}

/** Writes the JSON Schema of ladder files. */
export async function writeSchema(): Promise<void> {
  await writeFile('dist/ladder.schema.json', `${JSON.stringify(LADDER_SCHEMA, null, 2)}\n`);
}

/** Writes the manual page; its date is that of the version, so that each build gives the same. */
export async function writeManualPage(): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const changes = await readFile('CHANGELOG.md', 'utf8');
  const released = changes.split(`\n## [${version}] - `)[1]?.slice(0, 'YYYY-MM-DD'.length);
  await mkdir('dist/man', { recursive: true });
  await writeFile('dist/man/pmroles.1', writeManual({ version, released }));
}
