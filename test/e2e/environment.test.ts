/**
 * What the surroundings may do to the program, and what they must not change: homes, locales, widths, time zones, long and
 * broken arguments.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bash, pmroles, scratch } from '../support/program.ts';

const folder = scratch();

const ANSWERS = [
  'list --json',
  'show cpo --json --cites',
  'compare head-of-product cpo --json',
  'path junior-pm cpo --all --json',
  'skills --json',
  'search strategy --json',
  'why cpo --json',
  'list --format csv',
  'path junior-pm cpo --format markdown',
  'graph --format dot',
  'graph --format svg',
  'schema',
  'export --format json',
];

describe('an answer for machines', () => {
  const surroundings: Record<string, string>[] = [
    { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', LANGUAGE: 'de' },
    { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
    { COLUMNS: '40', TERM: 'dumb', TZ: 'America/St_Johns', NO_COLOR: '1' },
    { COLUMNS: '200', TERM: 'xterm-256color', FORCE_COLOR: '3', ACCESSIBLE: '1' },
  ];

  it.each(ANSWERS)('is the same byte for byte in every locale, width and time zone: %s', (line) => {
    const plain = pmroles(line.split(' '), { LC_ALL: 'C' });
    expect(plain.code).toBe(0);
    for (const env of surroundings) expect(pmroles(line.split(' '), env), JSON.stringify(env)).toEqual(plain);
  });
});

describe('a home', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');

  it.each<[string, Record<string, string>]>([
    ['is not set', {}],
    ['is not there', { HOME: '/nonexistent/home' }],
    ['is a file', { HOME: file, XDG_CACHE_HOME: file, XDG_CONFIG_HOME: file, XDG_STATE_HOME: file }],
    ['is empty', { HOME: '', XDG_CACHE_HOME: '', XDG_CONFIG_HOME: '', XDG_STATE_HOME: '' }],
    ['is a device', { HOME: '/dev/null' }],
  ])('that %s is no reason not to answer', (_, env) => {
    const plain = pmroles(['list'], { HOME: folder });
    // With the cache on: that is what needs a place to write to.
    expect(pmroles(['list'], { ...env, PMROLES_NO_CACHE: '' })).toEqual(plain);
  });

  it('is not taken from where the program runs when its name is relative', () => {
    const place = join(folder, 'elsewhere');
    mkdirSync(join(place, 'cfg/pmroles'), { recursive: true });
    writeFileSync(join(place, 'cfg/pmroles/config.yaml'), 'width: 40\n');
    const { stdout } = bash(`cd '${place}' && XDG_CONFIG_HOME=cfg pmroles config --json`, { HOME: folder });
    expect(stdout).not.toContain('"40"');
    expect(JSON.parse(stdout)).toMatchObject({ command: 'config' });
  });
});

describe('a width', () => {
  it.each(['0', '-1', 'abc', '1e9', '99999999999999999999', ' ', '39.5'])(
    'of %j in COLUMNS is met with sense',
    (COLUMNS) => {
      const { code, stdout, stderr } = pmroles(['list'], { COLUMNS });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(500);
      expect(stdout).toContain('Chief Product Officer');
    },
  );
});

describe('arguments', () => {
  it('may be very long', () => {
    const name = 'x'.repeat(100_000);
    const { code, stdout, stderr } = pmroles(['show', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    // What was typed is quoted in part: nobody reads a hundred thousand letters.
    expect(stderr.length).toBeLessThan(1000);
    expect(stderr).toContain('no role is called "xxx');
  });

  it('may be very many', () => {
    const { code, stdout } = pmroles(['compare', ...Array<string>(10_000).fill('cpo')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('may be no text at all', () => {
    const { code, stdout, stderr } = bash(`pmroles show $'\\xff\\xfe\\x80'`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("isn't a role's name");
  });

  it.each(['', ' ', '-', '--'])('may be %j', (name) => {
    const { code, stdout, stderr } = pmroles(['show', ...(name === '--' ? ['--', 'nobody'] : [name])]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^pmroles: /);
  });

  it('after two hyphens are names, whatever they look like', () => {
    expect(pmroles(['show', '--', '--json']).stderr).toContain('no role is called "--json"');
    expect(pmroles(['show', '--', 'cpo'])).toEqual(pmroles(['show', 'cpo']));
  });
});

it('works in a folder that has been removed', () => {
  const line = `mkdir '${folder}/gone' && cd '${folder}/gone' && rmdir '${folder}/gone' && pmroles show cpo --json`;
  expect(bash(line)).toEqual(pmroles(['show', 'cpo', '--json']));
});

it('has no need of a network', () => {
  // Loaded first, this makes any use of the network an error.
  const hook = join(folder, 'no-network.cjs');
  writeFileSync(
    hook,
    `const refuse = () => { throw new Error('the network was used'); };
     for (const [name, keys] of [['net', ['connect', 'createConnection']], ['dns', ['lookup', 'resolve']], ['http', ['request', 'get']], ['https', ['request', 'get']]])
       for (const key of keys) require(name)[key] = refuse;
     globalThis.fetch = refuse;`,
  );
  for (const line of ANSWERS) {
    const { code, stderr } = pmroles(line.split(' '), { NODE_OPTIONS: `--require ${hook}` });
    expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
  }
});

describe('a standard stream', () => {
  const schema = pmroles(['schema']).stdout;

  it.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('may be named as a file: %s', (name) => {
    const out = join(folder, 'out.json');
    expect(bash(`pmroles schema -o ${name} | cat`).stdout).toContain(schema);
    // Behind what stands in the file already.
    bash(`(echo before; pmroles schema -o ${name} --force) > '${out}'`);
    expect(readFileSync(out, 'utf8')).toMatch(/^before\n\{/);
    expect(readFileSync(out, 'utf8')).toContain(schema);
  });

  it('may be stderr, a full device, or nothing', () => {
    expect(bash('pmroles export -o /dev/stderr 2>&1 >/dev/null').stdout).toContain('\nid: product-management\n');
    expect(bash('pmroles export -o /dev/stdout > /dev/full')).toMatchObject({ code: 4 });
    expect(bash('pmroles export -o /dev/full')).toMatchObject({ code: 4 });
    expect(bash('pmroles export -o /dev/null')).toMatchObject({ code: 0, stderr: 'wrote /dev/null\n' });
  });
});

it('settings that are changed by many at once are never half written', () => {
  const home = join(folder, 'many');
  mkdirSync(home);
  const changes = ['width 70', 'ascii true', 'accessible true', 'color never'];
  const commands = changes.flatMap((change) => [`config set ${change}`, 'config', 'list']);
  const started = [...commands, ...commands].map((command) => `(pmroles ${command} > /dev/null || echo failed) &`);
  // Whoever reads meanwhile finds the file of one of the writers, whole.
  expect(bash(`${started.join(' ')} wait`, { HOME: home })).toEqual({ code: 0, stdout: '', stderr: '' });
  const settings = join(home, '.config/pmroles');
  expect(readdirSync(settings)).toEqual(['config.json']);
  const kept = JSON.parse(readFileSync(join(settings, 'config.json'), 'utf8')) as object;
  // Which of them was last is left open, but what it wrote is there.
  expect(Object.keys(kept)).not.toEqual([]);
  expect({ width: 70, ascii: true, accessible: true, color: 'never' }).toMatchObject(kept);
});
