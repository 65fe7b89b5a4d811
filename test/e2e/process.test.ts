/**
 * What only the real process can show: streams, signals, what is loaded.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bash, BIN, pmroles, ROOT, scratch } from '../support/program.ts';

const hasFull = existsSync('/dev/full');
if (!hasFull) console.warn('SKIPPED: no /dev/full on this machine, so no full disk was tried');

const COMMANDS = [
  'list',
  'show cpo',
  'compare head-of-product cpo',
  'path junior-pm cpo',
  'sources',
  '--help',
  'help json',
];

describe('the program', () => {
  it('has two lines in its bin', () => {
    expect(readFileSync(BIN, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it.each(COMMANDS)('%s answers on stdout alone, without an escape sequence', (line) => {
    const { code, stdout, stderr } = pmroles(line.split(' '));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout.endsWith('\n')).toBe(true);
  });

  it('exits with the code of its answer', () => {
    expect(pmroles(['path', 'cpo', 'junior-pm']).code).toBe(1);
    expect(pmroles(['show', 'nope']).code).toBe(2);
    expect(pmroles(['list', '--data', join(ROOT, 'package.json')]).code).toBe(3);
    expect(pmroles(['list', '--data', '/nowhere']).code).toBe(4);
  });

  it('does not ask where nobody can answer', () => {
    const { code, stdout, stderr } = pmroles(['compare']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('pmroles: 2 roles are missing\n  for example: pmroles compare head-of-product cpo\n');
  });

  it('reads a ladder from a folder and from one file alike', () => {
    const folder = pmroles(['list', '--json', '--data', join(ROOT, 'data/product-management')]);
    expect(folder.stdout).toBe(pmroles(['list', '--json']).stdout);
  });
});

describe('its streams', () => {
  it.each(COMMANDS)('%s | head -1 ends quietly', (line) => {
    const { stdout, stderr, code } = bash(`set -o pipefail; pmroles ${line} | head -1`);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it('ends quietly when the reader goes before it writes', () => {
    expect(bash('pmroles sources --json | true; echo "${PIPESTATUS[0]}"')).toEqual({
      code: 0,
      stdout: '0\n',
      stderr: '',
    });
  });

  it.runIf(hasFull)('fails when the disk is full', () => {
    expect(bash('pmroles list > /dev/full')).toEqual({
      code: 4,
      stdout: '',
      stderr: 'pmroles: cannot write the output: no space left on the device\n',
    });
    expect(bash('pmroles list > /dev/full 2>&1').code).toBe(4);
  });

  it('leaves no stack trace when a stream is closed', () => {
    expect(bash('pmroles list >&-')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(bash('pmroles show nope 2>&-').code).toBe(2);
    expect(bash('pmroles show cpo <&-').code).toBe(0);
  });

  it('gives a slow reader behind a full pipe everything', () => {
    const line = 'pmroles path junior-pm cpo --all --json --cites';
    const whole = bash(`${line} | wc -c`).stdout;
    expect(bash(`${line} | (sleep 0.5; wc -c)`).stdout).toBe(whole);
    // More than a pipe holds, or the test would show nothing.
    expect(Number(whole)).toBeGreaterThan(70_000);
  });
});

describe('what is loaded', () => {
  const folder = scratch();
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
     const { readFileSync } = fs;
     const files = [];
     fs.readFileSync = (file, ...more) => {
       files.push(file);
       return readFileSync(file, ...more);
     };
     process.on('exit', () => fs.writeFileSync(process.env.LOADED, JSON.stringify({
       files: [...files, ...Object.keys(require.cache)], builtin: process.moduleLoadList,
     })));`,
  );

  /** What a command loads: the files that it reads, and Node's own list of what is built in. */
  function loadedBy(...args: string[]): string {
    const file = join(folder, 'loaded.json');
    expect(pmroles(args, { LOADED: file, NODE_OPTIONS: `--require=${hook}` }).stderr).toBe('');
    const { files, builtin } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    return [...files!, ...builtin!].join('\n');
  }

  it.each(COMMANDS.filter((line) => line !== 'help json'))(
    '%s loads no YAML, no prompt, nothing of rare commands and no child process',
    (line) => {
      const loaded = loadedBy(...line.split(' '));
      expect(loaded).toContain('start.cjs');
      expect(loaded).toContain('cli.cjs');
      expect(loaded).not.toMatch(/yaml|inquirer|rest\.cjs|NativeModule (?:child_process|net|tty|readline)/);
    },
  );

  it('loads rest.cjs, which has YAML in it, for a ladder of YAML, so that the test above can fail', () => {
    expect(loadedBy('list', '--data', join(ROOT, 'data/product-management'))).toMatch(/rest\.cjs/);
    expect(readFileSync(join(ROOT, 'dist/rest.cjs'), 'utf8')).toContain('YAMLParseError');
  });

  /** Whether a command runs the code that holds a mark, read off the coverage that V8 keeps. */
  function runs(mark: string, ...args: string[]): boolean {
    const coverage = mkdtempSync(join(folder, 'coverage-'));
    expect(pmroles(args, { NODE_V8_COVERAGE: coverage }).stderr).toBe('');
    const at = readFileSync(join(ROOT, 'dist/cli.cjs'), 'utf8').indexOf(mark);
    expect(at, `the bundle holds ${mark}`).toBeGreaterThan(0);
    const [report] = readdirSync(coverage);
    const { result } = JSON.parse(readFileSync(join(coverage, report!), 'utf8')) as {
      result: { url: string; functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[] }[];
    };
    const around = result
      .find(({ url }) => url.endsWith('/dist/cli.cjs'))!
      .functions.flatMap((entry) => entry.ranges)
      // Node wraps a function around the text, which moves it.
      .filter(({ startOffset, endOffset }) => startOffset <= at && at + 100 < endOffset)
      .toSorted((x, y) => x.endOffset - x.startOffset - (y.endOffset - y.startOffset));
    return around[0]!.count > 0;
  }

  it('runs no code of tables where there is none', () => {
    // What cli-table3 sets up when it is first used.
    const table = 'chars:{top:"\\u2500"';
    expect(runs(table, 'list')).toBe(true);
    expect(runs(table, '--help')).toBe(false);
    expect(runs(table, 'list', '--json')).toBe(false);
  });

  it('sets up no colours where there are none', () => {
    const chalk = 'magentaBright:[95,39]';
    expect(runs(chalk, 'list', '--color', 'always')).toBe(true);
    expect(runs(chalk, 'list')).toBe(false);
  });
});
