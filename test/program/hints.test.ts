/**
 * What may come next: a line below an answer, for whoever reads it on a terminal.
 */
import { describe, expect, it } from 'vitest';
import { runIn, templateFile, type World } from '../support/fake-runtime.ts';
import { splitWords } from '../support/shell-words.ts';

const TERMINAL: World = { terminal: 100 };

/** The command line that an answer names on stderr; undefined where it names none. */
async function hintOf(argv: readonly string[], world: World = TERMINAL): Promise<string | undefined> {
  const { stderr } = await runIn(argv, world);
  return /^\n\u001b\[2mTry: (.*)\u001b\[22m\n$/.exec(stderr)?.[1];
}

describe('a hint', () => {
  it.each([
    ['list', 'pmroles show junior-pm'],
    ['list --track leadership', 'pmroles show head-of-product'],
    ['show pm', 'pmroles compare product-manager product-owner'],
    ['show cpo', 'pmroles compare cpo head-of-product'],
    ['path pm cpo', 'pmroles graph --from product-manager --to cpo'],
    ['search roadmap', 'pmroles compare head-of-product director-of-product'],
    ['skills', 'pmroles skills --matrix'],
    ['skills marketing', 'pmroles list --skill marketing'],
  ])('below %s is %s, which has an answer', async (line, expected) => {
    expect(await hintOf(line.split(' '))).toBe(expected);
    expect((await runIn(splitWords(expected).slice(1))).code).toBe(0);
  });

  it('speaks of the same ladder', async () => {
    const file = templateFile('small');
    expect(await hintOf(['list', '--data', file])).toBe(`pmroles show beginner --data ${file}`);
  });

  it.each([
    'list --skill flexibility --track individual',
    'path cpo pm',
    'compare pm cpo',
    'search zebra',
    'why cpo',
    'version',
  ])('is not there where nothing fits: %s', async (line) => {
    expect((await runIn(line.split(' '), TERMINAL)).stderr).toBe('');
  });

  it.each<[string, string, World]>([
    ['--quiet', 'list --quiet', TERMINAL],
    ['-q', '-q list', TERMINAL],
    ['a setting', 'list', { ...TERMINAL, settings: { hints: false } }],
    ['the accessible mode', 'list --accessible', TERMINAL],
    ['JSON', 'list --json', TERMINAL],
    ['CSV', 'list -f csv', TERMINAL],
    ['a pipe', 'list', {}],
    ['stdout on a pipe', 'list', { ...TERMINAL, piped: 'stdout' }],
    ['stderr in a file', 'list', { ...TERMINAL, piped: 'stderr' }],
  ])('is kept back by %s', async (_what, line, world) => {
    expect((await runIn(line.split(' '), world)).stderr).toBe('');
  });

  it('does not come between the answers of explore', async () => {
    expect((await runIn(['explore', 'cpo'], { ...TERMINAL, typed: ['quit'] })).stderr).not.toContain('Try:');
  });
});

it('quiet keeps back the word of a file written, but no failure', async () => {
  const saved = new Map<string, string>();
  const argv = ['graph', '-o', 'ladder.svg', '--format', 'svg', '--quiet'];
  expect(await runIn(argv, { saved })).toMatchObject({ code: 0, stderr: '' });
  expect([...saved.keys()]).toEqual(['ladder.svg']);
  expect((await runIn(argv, { saved })).stderr).toContain('the file is there already');
});
