/**
 * The licences of the packages in the bundles, as each of them asks.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';

/** Writes down the licence of every package that went into one of these bundles. */
export async function writeLicences(bundles: readonly Metafile[]): Promise<void> {
  const inputs = bundles.flatMap((bundle) => Object.keys(bundle.inputs));
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const licences = await Promise.all([...folders].sort().map(licenceOf));
  await writeFile('dist/THIRD-PARTY-LICENSES.txt', licences.join(`\n${'-'.repeat(80)}\n\n`));
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : (await readFile(`${folder}/${file}`, 'utf8')).trim();
  return `${name} ${version}\n\n${text}\n`;
}
