/**
 * What each folder may import, as a table. A layer that reaches up, or a package in the wrong place, fails here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Folder or file, and what its files may import: folders and files of src, packages, modules of Node. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // The core runs in a browser: no package, no module of Node.
  core: ['core/'],
  dataset: ['core/', 'dataset/', 'yaml', 'node:crypto', 'node:fs', 'node:path'],
  // Pure as the core is, but for what reads and writes YAML and CSV.
  convert: ['core/', 'dataset/', 'convert/', 'yaml', 'csv-parse/sync'],
  // Pure as well; a picture of characters is measured and made safe as all text is.
  graph: ['core/', 'graph/', 'render/printable.ts', 'render/report.ts', 'render/width.ts', '@dagrejs/dagre'],
  // A format knows the report and nothing of the ladder.
  render: ['render/', 'cli-table3', 'string-width'],
  views: [
    'core/',
    'convert/import-notes.ts',
    'convert/import-table.ts',
    'graph/',
    'views/',
    'render/report.ts',
    'render/width.ts',
  ],
  // A program of its own, for browsers; only what writes the file around it is part of the command line.
  page: ['core/', 'graph/', 'page/', 'render/', 'views/', 'search.ts', 'version.ts'],
  commands: [
    'core/',
    'convert/',
    'graph/',
    'page/document.ts',
    'page/picture-document.ts',
    'views/',
    'render/',
    'commands/',
    'runtime.ts',
    'search.ts',
    'settings.ts',
    'terminal.ts',
    'version.ts',
    'commander',
    'node:path',
  ],
  'runtime.ts': ['core/'],
  'terminal.ts': ['hyperlinks.ts', 'render/', 'runtime.ts', 'chalk'],
  'hyperlinks.ts': ['render/link-target.ts'],
  'prompts.ts': ['core/errors.ts', 'render/width.ts', 'runtime.ts', 'inquirer', '@inquirer/core', 'node:stream'],
  'accessible-prompts.ts': ['core/errors.ts', 'render/printable.ts', 'runtime.ts', 'node:readline'],
  'config.ts': ['change-settings.ts', 'core/errors.ts', 'runtime.ts', 'settings.ts', 'node:fs', 'node:path'],
  'change-settings.ts': ['config.ts', 'folder.ts', 'lock.ts', 'save.ts', 'node:fs', 'node:path'],
  'lock.ts': ['core/errors.ts', 'save.ts', 'node:fs'],
  'search.ts': ['core/', 'runtime.ts', 'minisearch'],
  'settings.ts': ['core/errors.ts', 'core/suggest.ts', 'runtime.ts'],
  'ladders.ts': [
    'core/diagnostic.ts',
    'core/size-limit.ts',
    'core/word-index.ts',
    'dataset/compiled.ts',
    'dataset/compiled-words.ts',
    'dataset/files.ts',
    'dataset/load.ts',
    'dataset/parse.ts',
    'dataset/sealed.ts',
    'dataset/validate.ts',
    'folder.ts',
    'runtime.ts',
    'save.ts',
    'sweep.ts',
    'node:crypto',
    'node:fs',
    'node:path',
  ],
  'progress.ts': ['core/diagnostic.ts', 'dataset/parse.ts', 'render/printable.ts'],
  'state.ts': ['folder.ts', 'runtime.ts', 'save.ts', 'node:fs', 'node:path'],
  'save.ts': ['core/errors.ts', 'node:fs'],
  'folder.ts': ['node:fs', 'node:path'],
  'output.ts': ['runtime.ts', 'node:fs'],
  'pager.ts': ['core/errors.ts', 'node:child_process'],
  'version.ts': [],
  'cli.ts': ['commands/', 'core/errors.ts', 'render/', 'runtime.ts', 'terminal.ts', 'version.ts', 'commander'],
  'main.ts': [
    'accessible-prompts.ts',
    'cli.ts',
    'config.ts',
    'core/',
    'dataset/compiled.ts',
    'dataset/files.ts',
    'folder.ts',
    'ladders.ts',
    'dataset/load.ts',
    'dataset/template.ts',
    'output.ts',
    'pager.ts',
    'progress.ts',
    'prompts.ts',
    'runtime.ts',
    'save.ts',
    'state.ts',
    'terminal.ts',
    'node:fs',
    'node:path',
  ],
  'man.ts': ['cli.ts', 'commands/', 'commander'],
  'sweep.ts': ['node:fs', 'node:path'],
  'start.ts': ['folder.ts', 'sweep.ts', 'node:fs', 'node:path', 'node:vm'],
  'index.ts': ['core/', 'dataset/'],
  'node.ts': ['dataset/load.ts'],
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

it('finds imports of every form', () => {
  expect(importsOf('main.ts')).toEqual(expect.arrayContaining(['node:fs', './cli.ts', './prompts.ts']));
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
