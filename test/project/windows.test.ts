/**
 * What Windows does otherwise, as far as another system can try it: line ends, paths, folders.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/core/shell-words.ts';
import { ladderFiles } from '../../src/system/files.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { ownFolder } from '../../src/system/folders.ts';
import { runIn, SHIPPED, shippedLadder } from '../support/fake-runtime.ts';
import { BIN, scratch } from '../support/program.ts';

const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

describe('lines that end in CR LF', () => {
  it('make the same ladder', () => {
    const files = ladderFiles(SHIPPED).map((file) => ({ file, text: withReturns(readFileSync(file, 'utf8')) }));
    expect(parseLadder(files).ladder).toEqual(shippedLadder());
  });

  it('make the same mistakes at the same places', () => {
    const text = 'id: a\ntitle: A\nroles:\n  - { id: b, title: B, rank: first }\n';
    const told = (content: string) =>
      parseLadder([{ file: 'a.yaml', text: content }]).diagnostics.map(({ code, position }) => ({ code, position }));
    expect(told(text).length).toBeGreaterThan(0);
    expect(told(withReturns(text))).toEqual(told(text));
  });

  it('are read from tables and from files of answers', async () => {
    const table = 'Role,Skill\nPM,SQL\nCPO,SQL\n';
    const imported = (text: string) => runIn(['import', '-', '--title', 'T'], { files: { '-': text } });
    expect((await imported(withReturns(table))).stdout).toBe((await imported(table)).stdout);
    const answers = 'pm\n4\n4\n1\n5\n2\n5\n';
    const asked = (text: string) => runIn(['quiz', '--answers', '-'], { files: { '-': text } });
    expect(await asked(withReturns(answers))).toEqual(await asked(answers));
    expect((await asked(answers)).code).toBe(0);
  });
});

describe('a path with backslashes', () => {
  it('is taken as it is, and named as it is', async () => {
    const folder = scratch();
    mkdirSync(join(folder, 'x'));
    // Here it is one name; what matters is that nothing takes it apart.
    const file = join(folder, 'teams\\our.yaml');
    writeFileSync(file, 'id: a\ntitle: A\nroles: [{ id: b, title: B, rank: 1 }]\n');
    expect(loadLadder(file).ladder.title).toBe('A');
    expect((await runIn(['list', '--data', file])).stdout).toContain('B');
    const { stderr } = await runIn(['list', '--data', 'C:\\Users\\nobody\\none.yaml']);
    expect(stderr).toContain('C:\\Users\\nobody\\none.yaml');
  });

  it('is quoted in a command to type', () => {
    expect(shellWord('C:\\My ladders\\our.yaml')).toBe("'C:\\My ladders\\our.yaml'");
  });
});

describe("the program's own folders", () => {
  it('lie below LOCALAPPDATA, and nowhere where that is not set', () => {
    const env = { LOCALAPPDATA: join('/Users', 'me', 'AppData', 'Local'), HOME: '/home/me' };
    for (const kind of ['cache', 'config', 'state'] as const) {
      expect(ownFolder(kind, env, 'win32')).toBe(join('/Users/me/AppData/Local', 'pmroles', kind));
      expect(ownFolder(kind, { HOME: '/home/me' }, 'win32')).toBeUndefined();
    }
    expect(ownFolder('config', env, 'linux')).toBe('/home/me/.config/pmroles');
  });
});

it('the command can be installed: npm makes its .cmd of the first line', () => {
  expect(readFileSync(BIN, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
