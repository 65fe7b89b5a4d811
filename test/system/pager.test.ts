/**
 * When a long text goes through a pager, and through which.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord, splitWords } from '../../src/core/shell-words.ts';
import { runPager } from '../../src/system/pager.ts';
import { runIn, type World } from '../support/fake-runtime.ts';

const SMALL: World = { terminal: 80, rows: 10 };
const LINES = (await runIn(['show', 'cpo', '--width', '80'])).stdout.split('\n').length - 1;

describe('a pager', () => {
  it('shows what leaves no line free, and that alone', async () => {
    const fitting = await runIn(['show', 'cpo', '--no-color'], { terminal: 80, rows: LINES + 1 });
    expect(fitting.paged).toEqual([]);
    const long = await runIn(['show', 'cpo', '--no-color'], { terminal: 80, rows: LINES });
    expect(long.paged).toEqual([['less', fitting.stdout]]);
    expect(long).toMatchObject({ code: 0, stdout: '', stderr: '\nTry: pmroles compare cpo head-of-product\n' });
  });

  it('counts lines that the terminal breaks', async () => {
    const argv = ['quiz', '--answers', 'pm,4,4,1,5,2,5', '--no-color'];
    const { stdout } = await runIn(argv, { terminal: 30 });
    const broken = stdout.split('\n').filter((line) => line.length > 30).length;
    expect(broken).toBeGreaterThan(0);
    const lines = stdout.split('\n').length;
    expect((await runIn(argv, { terminal: 30, rows: lines })).paged).toHaveLength(1);
    expect((await runIn(argv, { terminal: 30, rows: lines + broken })).paged).toEqual([]);
  });

  it('does not count colours as text', async () => {
    const plain = await runIn(['list'], { terminal: 80, env: { NO_COLOR: '1' } });
    const rows = plain.stdout.split('\n').length;
    const colored = await runIn(['list'], { terminal: 80, rows });
    expect(colored.stdout).toContain('\u001b[');
    expect(colored.paged).toEqual([]);
  });

  it.each([
    ['the terminal is of unknown height', ['sources'], { terminal: 80 }],
    ['stdout is a pipe', ['sources'], { rows: 10 }],
    ['it is turned off', ['sources', '--no-pager'], SMALL],
    ['it is turned off for help', ['--help', '--no-pager'], SMALL],
    ['a screen reader follows', ['sources', '--accessible'], SMALL],
    ['a screen reader follows help', ['--accessible', '--help'], SMALL],
    ['the environment says so', ['sources'], { ...SMALL, env: { ACCESSIBLE: '1' } }],
    ['PMROLES_PAGER is empty', ['sources'], { ...SMALL, env: { PMROLES_PAGER: '', PAGER: 'most' } }],
    ['PMROLES_PAGER is cat', ['sources'], { ...SMALL, env: { PMROLES_PAGER: ' cat ' } }],
    ['PAGER is empty', ['sources'], { ...SMALL, env: { PAGER: '' } }],
    ['the settings say so', ['sources'], { ...SMALL, settings: { pager: '' }, env: { PAGER: 'most' } }],
    ['the terminal is dumb', ['sources'], { ...SMALL, env: { TERM: 'dumb' } }],
    ['the system has none', ['sources'], { ...SMALL, usualPager: '' }],
  ])('is not there where %s', async (_why, argv, world) => {
    const outcome = await runIn(argv, world);
    expect(outcome).toMatchObject({ code: 0, paged: [], stderr: '' });
    expect(outcome.stdout).not.toBe('');
  });

  it.each<[string, World]>([
    ['less', {}],
    ['most', { env: { PAGER: 'most' } }],
    ['mine -a', { env: { PAGER: 'most' }, settings: { pager: 'mine -a' } }],
    ['own', { env: { PMROLES_PAGER: 'own', PAGER: 'most' }, settings: { pager: 'mine' } }],
    ['own', { env: { PMROLES_PAGER: 'own', TERM: 'dumb' } }],
  ])('is %s where the world is %j', async (command, world) => {
    expect((await runIn(['sources'], { ...SMALL, ...world })).paged.map(([name]) => name)).toEqual([command]);
  });

  it.each([
    [['--help']],
    [['help', 'environment']],
    [['path', '-h']],
    [['list', '--json']],
    [['sources', '--format', 'csv']],
    [['graph', '--format', 'dot']],
    [['export']],
    [['schema']],
    [['init', '--stdout']],
    [['completion', 'bash']],
    [['quiz', '--answers', 'pm,4,4,1,5,2,5']],
  ])('shows %j as it is', async (argv) => {
    const { stdout } = await runIn([...argv, '--no-pager'], { terminal: 80, rows: 5 });
    const { paged, code } = await runIn(argv, { terminal: 80, rows: 5 });
    expect({ code, paged }).toEqual({ code: 0, paged: [['less', stdout]] });
  });

  it('leaves the exit code to the command', async () => {
    expect(await runIn(['path', 'cpo', 'junior-pm'], { terminal: 80, rows: 3 })).toMatchObject({
      code: 1,
      paged: [['less', expect.stringContaining('There is no route')]],
    });
  });

  it('does not come between a quiz and its result', async () => {
    // More than are asked for.
    const typed = Array.from({ length: 40 }, (_, index) => String(1 + (index % 5)));
    const { stdout, paged } = await runIn(['quiz'], { ...SMALL, typed });
    expect(stdout).toContain('Which role fits you?');
    expect(paged).toEqual([]);
  });

  it('is done without where it cannot be started, and missed only where it was asked for', async () => {
    const missing: World = { ...SMALL, noPager: 'ENOENT' };
    const { stdout } = await runIn(['sources', '--no-pager'], SMALL);
    expect(await runIn(['sources'], missing)).toMatchObject({ code: 0, stdout, stderr: '' });
    expect(await runIn(['sources'], { ...missing, env: { PAGER: 'no\u001b[2Jne' } })).toMatchObject({
      code: 0,
      stdout,
      stderr: 'pmroles: no pager, because PAGER says no<U+001B>[2Jne: ENOENT\n',
    });
  });
});

describe('what cannot be started', () => {
  it.each([
    [`''`, ''],
    ['', ''],
    ['a\0b', 'ERR_INVALID_ARG_VALUE'],
    ["'open", 'a quote is not closed'],
    ['/no/such/pager', 'ENOENT'],
  ])('%j says why, and throws nothing', async (command, why) => {
    const before = process.listenerCount('SIGTERM');
    expect(await runPager(command, 'text', {})).toBe(why);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});

describe('the words of a command line', () => {
  it.each<[string, string[] | undefined]>([
    ['less -FIRX', ['less', '-FIRX']],
    ['  less   -R  ', ['less', '-R']],
    ['"/opt/my pager/bin" -x', ['/opt/my pager/bin', '-x']],
    ['/opt/my\\ pager \'a "b" c\'', ['/opt/my pager', 'a "b" c']],
    ['"a\\"b" \'\' x""y', ['a"b', '', 'xy']],
    ['C:\\tools\\less.exe -R', ['C:\\tools\\less.exe', '-R']],
    ['less | sh; $(id) `id` *', ['less', '|', 'sh;', '$(id)', '`id`', '*']],
    ['less "-R', undefined],
    ["less 'a", undefined],
    ['', []],
    ['less \\', ['less', '\\']],
  ])('of %j', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  it('are those that were quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(splitWords(words.map((word) => (word === '' ? "''" : shellWord(word))).join(' '))).toEqual(words);
      }),
      { seed: 1 },
    );
  });
});
