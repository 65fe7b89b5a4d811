/**
 * What each folder may import, as a table. A layer that reaches up, or a package in the wrong place, fails here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findCycles } from '../../src/core/routes/cycles.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Every room of the house, from the ground up, and what its files may import: folders and files of src, packages, modules of Node. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // The core runs in a browser: no module of Node, and no package.
  core: ['core/'],
  // What is read and what is written; whoever writes takes the types alone from it.
  schema: ['core/', 'schema/'],
  ladder: ['core/', 'schema/', 'ladder/', 'yaml', 'node:crypto'],
  // Pure, but for what reads and writes YAML.
  profile: ['core/', 'schema/', 'ladder/', 'profile/', 'yaml'],
  // A format knows the report and nothing of the ladder.
  report: ['report/', 'cli-table3', 'cli-table3/src/utils.js', 'string-width'],
  // Pure, but for what reads and writes YAML, CSV and workbooks.
  export: ['core/', 'schema/', 'ladder/', 'export/', 'report/printable.ts', 'yaml', 'fflate', 'write-excel-file/node'],
  import: [
    'core/',
    'schema/',
    'ladder/',
    'export/',
    'import/',
    'yaml',
    'papaparse',
    'marked',
    'fflate',
    'read-excel-file/universal',
    '../data/import-words.json',
  ],
  // Pure as well; a picture of characters is measured and made safe as all text is.
  pictures: ['core/', 'pictures/', 'report/'],
  views: ['core/', 'schema/output.ts', 'import/', 'pictures/', 'views/', 'report/'],
  // A program of its own, for browsers; only what writes the file around it is part of the command line.
  page: ['core/', 'pictures/', 'page/', 'profile/', 'report/', 'views/'],
  // All that touches the machine.
  system: [
    'core/',
    'ladder/',
    'report/',
    'system/',
    'chalk',
    'yaml',
    'inquirer',
    '@inquirer/core',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:os',
    'node:path',
    'node:readline',
    'node:stream',
    'node:string_decoder',
    'node:url',
  ],
  commands: [
    'commands/',
    'core/',
    'export/',
    'import/',
    'page/',
    'pictures/',
    'profile/',
    'report/',
    'system/',
    'views/',
    'commander',
    'node:path',
  ],
  cli: ['cli/', 'commands/', 'core/', 'import/', 'report/', 'system/', 'commander'],
  'main.ts': ['cli/', 'core/', 'system/'],
  start: ['system/', 'node:fs', 'node:path', 'node:vm'],
  'index.ts': ['core/', 'ladder/', 'profile/'],
  'node.ts': ['system/'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  // The formatter puts each of these at the start of a line, or import() behind an await.
  const statements = /^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

it.each(files)('%s imports only what its layer may', (file) => {
  const layer = file.includes('/') ? file.split('/')[0]! : file;
  const allowed = ALLOWED[layer];
  expect(allowed, `${layer} has no row in the table`).toBeDefined();
  for (const imported of importsOf(file)) {
    const target = imported.startsWith('.')
      ? relative(SRC, resolve(SRC, dirname(file), imported))
          .split(sep)
          .join('/')
      : imported;
    const fits = allowed!.some((entry) => (entry.endsWith('/') ? target.startsWith(entry) : target === entry));
    expect(fits, `${file} imports ${target}`).toBe(true);
  }
});

it('has no circle of files that import one another', () => {
  const places = new Map(files.map((file, place) => [file, place]));
  const circles = findCycles(
    files.map((file) =>
      importsOf(file).flatMap((imported) => places.get(posix.join(posix.dirname(file), imported)) ?? []),
    ),
  );
  expect(circles.map((circle) => circle.map((place) => files[place]).join(' → '))).toEqual([]);
});

it('finds imports of every form', () => {
  expect(importsOf('main.ts')).toEqual(
    expect.arrayContaining(['./cli/program.ts', './core/model.ts', './system/prompts.ts']),
  );
});

it('has no barrel but the public one', () => {
  const barrels = files.filter((file) => {
    const code = readFileSync(join(SRC, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^export (?:type )?(?:\{[^}]*\}|\*) from '[^']+';$/gm, '')
      .trim();
    return code === '';
  });
  expect(barrels.toSorted()).toEqual(['index.ts', 'node.ts']);
});
