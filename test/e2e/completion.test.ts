/**
 * Completion in the shells themselves, on a ladder that means harm.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unquoted } from '../../src/cli/complete.ts';
import { COMPLETION_SCRIPTS } from '../../src/commands/completion.ts';
import { jsonOf, runIn } from '../support/fake-runtime.ts';
import { BIN, cleanEnv, scratch } from '../support/program.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const HOSTILE = [
  '$(touch pwned)',
  '`touch pwned`',
  'a b',
  `it's "so"`,
  'two\nlines\tx',
  '; touch pwned',
  '*',
  '\u001b[31m',
];

const folder = scratch();
mkdirSync(join(folder, 'bin'));
mkdirSync(join(folder, 'cwd'));
const program = join(folder, 'bin', 'pmroles');
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
chmodSync(program, 0o755);
const data = join(folder, 'hostile.json');
writeFileSync(
  data,
  JSON.stringify({
    id: 'hostile',
    title: '$(touch pwned)',
    areas: [{ id: 'all', title: '`touch pwned`' }],
    skills: [{ id: 'skill', name: '$(touch pwned)' }],
    roles: HOSTILE.map((title, rank) => ({
      id: `role-${rank}`,
      title,
      aliases: [`${title} too`],
      rank,
      skills: ['skill'],
    })),
    progressions: [],
  }),
);
const spaced = join(folder, 'my dir');
mkdirSync(spaced);
writeFileSync(
  join(spaced, 'lad.json'),
  JSON.stringify({
    ...{ id: 'own', title: 'Own', areas: [{ id: 'all', title: 'All' }], progressions: [] },
    roles: [{ id: 'of-my-own', title: 'Of my own', rank: 1 }],
  }),
);
const ids = HOSTILE.map((_, rank) => `role-${rank}`);
const env = cleanEnv({ PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, PMROLES_DATA: data, HOME: folder });

function inShell(shell: string, args: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(shell, args, { cwd: join(folder, 'cwd'), env, encoding: 'utf8', input: '' });
  expect(stderr).toBe('');
  // Whatever was run would have left a file here.
  expect(readdirSync(join(folder, 'cwd'))).toEqual([]);
  return stdout.split('\n').filter((line) => line !== '');
}

/** How each shell is asked what may come behind some words and a blank, which are as they would be typed. */
const ASKED: Readonly<Record<string, (script: string, typed: readonly string[]) => readonly string[]>> = {
  bash: (script, typed) => [
    '--norc',
    '-c',
    `${script}\nCOMP_WORDS=("$@" '') COMP_CWORD=$#; _pmroles; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ...['bash', ...typed],
  ],
  zsh: (script, typed) => [
    '-f',
    '-c',
    `compdef() { :; }; _files() { :; }; compadd() { print -rl -- "\${values[@]}"; }; ${script}\nwords=("$@" ''); CURRENT=$(( $# + 1 )); _pmroles`,
    ...['zsh', ...typed],
  ],
  fish: (script, typed) => ['--no-config', '-c', `${script}\ncomplete -C $argv[1]`, `${typed.join(' ')} `],
};

describe.each(Object.entries(ASKED))('%s', (shell, args) => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  if (!isThere) console.warn(`SKIPPED: completion in ${shell}, which this machine does not have`);

  it.skipIf(!isThere)('offers the ids and runs nothing of what the ladder says', () => {
    const script = COMPLETION_SCRIPTS[shell as keyof typeof COMPLETION_SCRIPTS];
    const lines = inShell(shell, args(script, ['pmroles', 'show']));
    expect(lines.map((line) => line.split('\t')[0]).toSorted()).toEqual(['me', ...ids]);
    expect(lines.join('\n')).not.toContain('\u001b');
  });

  it.skipIf(!isThere).each(['~/my\\ dir/lad.json', `"${spaced}/lad.json"`, `'${spaced}'/lad.json`])(
    'offers the ids of %s, and runs nothing of what was typed',
    (path) => {
      const script = COMPLETION_SCRIPTS[shell as keyof typeof COMPLETION_SCRIPTS];
      const asked = (file: string): (string | undefined)[] =>
        inShell(shell, args(script, ['pmroles', '--data', file, 'show'])).map((line) => line.split('\t')[0]);
      expect(asked(path).toSorted()).toEqual(['me', 'of-my-own']);
      for (const other of ['"$(touch pwned)"', '`touch pwned`']) expect(asked(other)).not.toContain('of-my-own');
    },
  );

  it.skipIf(!isThere)('can read the script', () => {
    const file = join(folder, `script.${shell}`);
    writeFileSync(file, COMPLETION_SCRIPTS[shell as keyof typeof COMPLETION_SCRIPTS]);
    expect(inShell(shell, ['-n', file])).toEqual([]);
  });
});

describe('the candidates', () => {
  const after = async (...words: string[]): Promise<string[]> => {
    const { code, stdout, stderr } = await runIn(['complete', '--', ...words]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]!]));
  };

  it.each<[string[], string[]]>([
    [['sho'], ['show']],
    [['--vers'], ['--version']],
    [['cp'], ['cpo']],
    [['co'], ['compare', 'config', 'completion']],
    [['cpo', '--ci'], ['--cites']],
    [['cpo', 'c'], []],
    [['graph', 'cp'], ['cpo']],
    [['list', '--id'], ['--ids']],
    [['config', 'g'], ['get']],
    [['help', 'opt'], ['options']],
    [['list', '--vers'], ['--version']],
    [['list', '--sort', 't'], ['title']],
    [['list', '--sort', '=', 't'], ['title']],
    [['list', '--sort=t'], ['--sort=title']],
    [['list', '--track', 'l'], ['leadership']],
    [['show', 'cp'], ['cpo']],
    [['--json', 'show', 'cp'], ['cpo']],
    [['compare', 'cpo', 'pm', 'c'], []],
    [['path', 'pm', 'cpo', ''], []],
    [['path', '--via', 'dir'], ['director-of-product']],
    [
      ['path', '--source', ''],
      ['A', 'B'],
    ],
    [['path', '--kind', 'p'], ['promotion']],
    [['search', '--kind', 'f'], ['fact']],
    [['export', '--format', 'y'], ['yaml']],
    [['show', '--format', 'y'], []],
    [['why', 'cpo', 'marketing', ''], []],
    [['completion', ''], Object.keys(COMPLETION_SCRIPTS)],
    [['config', 'set', 'wi'], ['width']],
    [['help', 'exit'], ['exit-codes']],
    [['show', '--ci'], ['--cites']],
    [['show', '--', '--ci'], []],
    [['show', '""', '--data', '/nowhere', 'c'], []],
    [['--data', '-', 'show', ''], []],
    [['nonsense', 'x'], []],
  ])('%j leads to %j', async (words, expected) => {
    const found = await after(...words);
    if (words[0] === 'why') expect(found).toContain('strategy');
    else expect(found).toEqual(expected);
  });

  it('are all commands and options that help lists', async () => {
    const help = (await runIn(['--help'])).stdout;
    const commands = [...help.matchAll(/^ {2}(\w+) .*? {2,}\S/gm)].map((match) => match[1]!);
    for (const command of commands.filter((name) => name !== 'pmroles')) {
      expect(await after('')).toContain(command);
      const listed = [...(await runIn([command, '-h'])).stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)];
      const found = await after(command, '--');
      for (const [, option] of listed)
        if (option !== '--help' && option !== '--version') expect(found).toContain(option);
    }
  });
});

it.each([
  ['~/x', '/home/me/x'],
  ['~', '/home/me'],
  ['~/my\\ dir', '/home/me/my dir'],
  ['~/"my dir"', '/home/me/my dir'],
  ["'~/x'", '~/x'],
  ['\\~/x', '~/x'],
  ['~root/x', '~root/x'],
  ['"my dir/lad.json"', 'my dir/lad.json'],
  [`'my '"dir"/\\(1\\)`, 'my dir/(1)'],
  ['"a\\"b\\$c\\d"', 'a"b$c\\d'],
  ['"$HOME/$(ls)"`x`*', '$HOME/$(ls)`x`*'],
  ['C:\\my\\lad.json', 'C:\\my\\lad.json'],
  ["it's.json", "it's.json"],
  ['', ''],
])('the word %s is %s', (typed, meant) => {
  expect(unquoted(typed, '/home/me')).toBe(meant);
  if (typed.startsWith('~')) expect(unquoted(typed, undefined)[0]).toBe('~');
});

describe('pmroles completion', () => {
  it.each(examplesOf('completion').map(({ line }) => line))('%s', async (line) => {
    expect(await runIn(splitWords(line).slice(1))).toMatchObject({ code: 0, stderr: '' });
  });

  it('refuses a shell that it does not know, and another format', async () => {
    expect(await runIn(['completion', 'tcsh'])).toMatchObject({ code: 2, stdout: '' });
    await expect(jsonOf(['completion', 'bash'])).rejects.toThrow('there is no format');
  });
});
