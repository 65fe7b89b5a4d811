/**
 * What is written out when the package is built: the checked ladder that ships, for the command line and as a module of the
 * library, the JSON Schemas, and the manual page.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { LADDER_SCHEMA } from '../src/schema/ladder-file.ts';
import { OUTPUT_SCHEMA } from '../src/schema/output.ts';
import { PROFILE_SCHEMA } from '../src/schema/profile-file.ts';
import { checkLadder, invalidLadder } from '../src/system/load-ladder.ts';
import { writeManual } from './manual.ts';

/**
 * The checked ladder as one line of JSON, which loads some eighty times faster than YAML does.
 *
 * @throws PmrolesError as `loadLadder` does; Error for a warning of `validateLadder`, because what ships has none
 */
export function compileLadder(path: string): string {
  const { ladder, diagnostics, counts } = checkLadder(path);
  if (!ladder) throw invalidLadder(path, diagnostics, counts.error);
  if (diagnostics.length > 0)
    throw new Error(`the ladder ${path} has warnings: ${JSON.stringify(diagnostics, null, 2)}`);
  return JSON.stringify(ladder);
}

export async function writeLadder(): Promise<void> {
  const json = compileLadder('data/product-management');
  await writeFile('dist/ladder.json', `${json}\n`);
  await writeFile(
    'dist/lib/shipped.js',
    `// The ladder that ships with pmroles, made from data/product-management.\nexport const shippedLadder = JSON.parse(${JSON.stringify(json)});\n`,
  );
  await writeFile(
    'dist/lib/shipped.d.ts',
    `import type { Ladder } from './core/model.js';\n/** The ladder that ships with pmroles. */\nexport declare const shippedLadder: Ladder;\n`,
  );
}

export async function writeSchemas(): Promise<void> {
  for (const [name, schema] of Object.entries({
    ladder: LADDER_SCHEMA,
    profile: PROFILE_SCHEMA,
    output: OUTPUT_SCHEMA,
  })) {
    await writeFile(`dist/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/** Writes the manual page; its date is that of the version, so that each build gives the same. */
export async function writeManualPage(): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const changes = await readFile('CHANGELOG.md', 'utf8');
  const released = changes.split(`\n## [${version}] - `)[1]?.slice(0, 'YYYY-MM-DD'.length);
  await mkdir('dist/man', { recursive: true });
  await writeFile('dist/man/pmroles.1', writeManual(version, released));
}
