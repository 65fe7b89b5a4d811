/**
 * Which ladder and which terminal a command works with, and who says so.
 */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings, type Settings } from '../../src/system/settings.ts';
import { jsonOf, runIn, type World } from '../support/fake-runtime.ts';
import { PLAIN_YAML } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'pmroles-config-'));

/** A ladder of a title, and its file. */
function ladderFile(title: string): string {
  const file = join(folder, `${title}.yaml`);
  writeFileSync(file, PLAIN_YAML.replace('title: Bakery', `title: ${title}`));
  return file;
}

async function inForce(argv: readonly string[], world: World): Promise<Record<string, unknown>> {
  const answer = await jsonOf(['config', ...argv], world);
  const settings = answer.data['settings'] as { name: string; value: unknown; from: string }[];
  return Object.fromEntries(settings.map(({ name, value, from }) => [name, [value, from]]));
}

describe('the ladder in use', () => {
  const [flag, env, kept] = [ladderFile('Flag'), ladderFile('Env'), ladderFile('Kept')];
  it.each<[string, string[], World, string]>([
    ['the shipped one', [], {}, 'Product management'],
    ['what the settings say', [], { settings: { data: kept } }, 'Kept'],
    ['rather what the environment says', [], { settings: { data: kept }, env: { PMROLES_DATA: env } }, 'Env'],
    ['rather what the flag says', ['--data', flag], { settings: { data: kept }, env: { PMROLES_DATA: env } }, 'Flag'],
    ['not an empty variable', [], { env: { PMROLES_DATA: '' } }, 'Product management'],
  ])('is %s', async (_what, argv, world, title) => {
    expect((await runIn(['list', ...argv], world)).stdout).toMatch(new RegExp(`^${title} ·`));
  });

  it('is not an empty --data', async () => {
    expect(await runIn(['list', '--data='])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('names no path') as string,
    });
  });
});

describe('what is in force', () => {
  it('is said with what says so', async () => {
    const settings: Settings = {
      data: '/kept.yaml',
      me: '/me.yaml',
      color: 'always',
      width: 70,
      ascii: true,
      accessible: true,
      pager: 'more',
      hints: false,
    };
    expect(await inForce([], { settings })).toEqual({
      data: ['/kept.yaml', 'settings'],
      me: ['/me.yaml', 'settings'],
      color: [true, 'settings'],
      width: [70, 'settings'],
      ascii: [true, 'settings'],
      accessible: [true, 'settings'],
      pager: ['', 'settings'],
      hints: [false, 'settings'],
    });
    const env = {
      PMROLES_DATA: 'env.yaml',
      PMROLES_ME: 'env-me.yaml',
      NO_COLOR: '1',
      COLUMNS: '90',
      LANG: 'C',
      ACCESSIBLE: '0',
      PAGER: 'most',
    };
    expect(await inForce([], { settings, env })).toEqual({
      data: ['env.yaml', 'PMROLES_DATA'],
      me: ['env-me.yaml', 'PMROLES_ME'],
      color: [false, 'NO_COLOR'],
      width: [90, 'COLUMNS'],
      ascii: [true, 'LANG'],
      accessible: [false, 'ACCESSIBLE'],
      // What is meant for every program gives way to what is meant for this one.
      pager: ['more', 'settings'],
      hints: [false, 'settings'],
    });
    const flags = ['--data', 'flag.yaml', '--color', 'always', '--width', '50', '--ascii', '--accessible', '--quiet'];
    expect(await inForce(flags, { settings: {}, env })).toEqual({
      data: ['flag.yaml', '--data'],
      me: ['env-me.yaml', 'PMROLES_ME'],
      color: [true, '--color'],
      width: [50, '--width'],
      ascii: [true, '--ascii'],
      accessible: [true, '--accessible'],
      pager: ['', '--accessible'],
      hints: [false, '--quiet'],
    });
    expect(await inForce([], { terminal: 123 })).toMatchObject({ color: [true, 'terminal'], width: [123, 'terminal'] });
  });

  it.each(['text', 'json', 'markdown', 'csv'])('is written as %s', async (format) => {
    const { code, stdout } = await runIn(['config', '--format', format]);
    expect(code).toBe(0);
    if (format === 'json') expect(outputProblems(JSON.parse(stdout))).toBe('');
    else expect(stdout).toContain('accessible');
  });

  it('is what the commands go by', async () => {
    const { stdout } = await runIn(['list'], { settings: { width: 40, ascii: true, color: 'always' } });
    for (const line of stdout.split('\n')) expect(line.replaceAll(/\u001b\[\d+m/g, '').length).toBeLessThanOrEqual(40);
    expect(stdout).toContain('\u001b[1m');
    expect(stdout.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[^\u0020-\u007e\n]/);
  });
});

/** A file of settings with this text, and a world whose settings it holds. */
function settingsFile(text?: string): { readonly file: string; readonly world: () => World } {
  const place = mkdtempSync(join(folder, 'file-'));
  const file = join(place, 'config.json');
  if (text !== undefined) writeFileSync(file, text);
  return { file, world: () => ({ settingsStore: openSettings(place) }) };
}

const contentOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('config set and unset', () => {
  it('keep a setting, and take it back', async () => {
    const { file, world } = settingsFile();
    expect((await runIn(['config', 'set', 'width', '99'], world())).stdout).toMatch(/width\s+99\s+settings/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(contentOf(file)).toEqual({ width: 99 });
    expect(await inForce([], world())).toMatchObject({ width: [99, 'settings'] });
    await runIn(['config', 'set', 'ascii', 'true'], world());
    expect((await runIn(['config', 'unset', 'width'], world())).stdout).toMatch(/width\s+80\s+default/);
    expect(contentOf(file)).toEqual({ ascii: true });
    expect(readdirSync(dirname(file))).toEqual(['config.json']);
  });

  it('keep the whole path of a ladder', async () => {
    const { file, world } = settingsFile();
    const path = ladderFile('Kept');
    expect((await runIn(['config', 'set', 'data', relative(process.cwd(), path)], world())).code).toBe(0);
    expect(contentOf(file)).toEqual({ data: path });
  });

  it.each<[string, string, number, string]>([
    ['standard input', '-', 2, 'the setting data cannot be "-"'],
    ['what a shell handed over', '/dev/fd/63', 2, 'the setting data cannot be "/dev/fd/63"'],
    ['a file that is not there', join(folder, 'nope.yaml'), 4, 'there is no such file\n'],
    ['no ladder', join(folder, 'bad.yaml'), 3, 'cannot be used: '],
  ])('refuse %s as the ladder for all commands', async (_, path, exit, message) => {
    writeFileSync(join(folder, 'bad.yaml'), 'id: x\n');
    const { file, world } = settingsFile('{"data": "/kept.yaml"}');
    const { code, stderr } = await runIn(['config', 'set', 'data', path], world());
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringContaining(message) as string });
    if (exit > 2) expect(stderr).toMatch(/\n {2}the setting data stays as it was\n$/);
    expect(contentOf(file)).toEqual({ data: '/kept.yaml' });
  });

  it.each(['set width 90', 'unset width'])('mend a value that does not fit: %s', async (line) => {
    const { file, world } = settingsFile('{"width": "wide", "ascii": true, "data": "../l.yaml"}');
    const broken = await runIn(['config'], world());
    expect(broken.code).toBe(3);
    expect(broken.stderr).toContain(`the setting width in ${file} is "wide"`);
    expect(broken.stderr).toContain('pmroles config unset width');
    expect((await runIn(['config', ...line.split(' ')], world())).code).toBe(0);
    // All else is as it was, also a path that is meant from the file.
    expect(contentOf(file)).toEqual({
      ...(line.startsWith('set') ? { width: 90 } : {}),
      ascii: true,
      data: '../l.yaml',
    });
  });

  it('leave what they do not know, say so, and take it out where that is asked for', async () => {
    const { file, world } = settingsFile('{"wdith": 100, "ascii": true}');
    const { code, stderr } = await runIn(['list'], world());
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `${file}: there is no setting "wdith" (did you mean width?)\n`,
    });
    const shown = await runIn(['config', '--width', '200'], world());
    expect(shown.stdout).toContain('wdith (did you mean width?). Remove it: pmroles config unset wdith');
    const answer = await jsonOf(['config'], world());
    expect(answer.data['unknown']).toEqual(['wdith']);
    expect(outputProblems(answer)).toBe('');
    await runIn(['config', 'set', 'width', '70'], world());
    expect(contentOf(file)).toEqual({ wdith: 100, ascii: true, width: 70 });
    expect((await runIn(['config', 'unset', 'wdith'], world())).code).toBe(0);
    expect(contentOf(file)).toEqual({ ascii: true, width: 70 });
  });

  it('write through a link, and leave it one', async () => {
    const { file, world } = settingsFile();
    const home = mkdtempSync(join(folder, 'dotfiles-'));
    // The first time there is nothing behind it yet.
    symlinkSync(join(home, 'kept.json'), file);
    for (const width of [70, 71]) {
      expect((await runIn(['config', 'set', 'width', String(width)], world())).code).toBe(0);
      expect(lstatSync(file).isSymbolicLink()).toBe(true);
      expect(contentOf(join(home, 'kept.json'))).toEqual({ width });
    }
    expect(readdirSync(home)).toEqual(['kept.json']);
  });

  it.each([
    [['set'], 'set takes a name and a value'],
    [['set', 'width'], 'set takes a name and a value'],
    [['set', 'width', 'wide'], 'expected a number of columns from 20 to 1000'],
    [['set', 'width', '2000'], 'expected a number of columns from 20 to 1000'],
    [['set', 'color', 'pink'], 'expected auto, always or never'],
    [['set', 'ascii', 'yes'], 'expected true or false'],
    [['set', 'colour', 'auto'], 'did you mean color?'],
    [['set', '__proto__', '1'], 'there is no setting "__proto__"'],
    [['unset', 'widht'], 'did you mean width?'],
    [['unset'], 'unset takes a name'],
    [['get'], 'get takes a name'],
    [['get', 'widht'], 'did you mean width?'],
    [['get', 'width', '100'], 'get takes a name'],
    [['list', 'width'], 'pmroles config get width'],
    [['shwo'], 'there is no action "shwo"'],
  ])('refuse %j', async (argv, message) => {
    const { code, stderr } = await runIn(['config', ...argv]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) as string });
  });
});

describe('config get and list', () => {
  it('print one setting as a script needs it, and all of them', async () => {
    expect(await runIn(['config', 'get', 'width'], { env: { COLUMNS: '99' } })).toMatchObject({
      code: 0,
      stdout: '99\n',
    });
    expect((await runIn(['config', 'get', 'color'])).stdout).toBe('false\n');
    expect((await runIn(['config', 'get', 'data'])).stdout).toBe('\n');
    const { data } = await jsonOf(['config', 'get', 'width'], { env: { COLUMNS: '99' } });
    expect(data['settings']).toEqual([{ name: 'width', value: 99, from: 'COLUMNS' }]);
    expect(await runIn(['config', 'list'])).toEqual(await runIn(['config']));
  });
});

describe('a file of settings', () => {
  const read = (text: string): unknown => {
    const place = mkdtempSync(join(folder, 'file-'));
    writeFileSync(join(place, 'config.json'), text);
    try {
      return openSettings(place).read();
    } catch (error) {
      return (error as Error).message.replace(place, '…');
    }
  };

  it('may name a ladder beside it', () => {
    expect(read('{"data": "../ladder.yaml"}')).toEqual({ data: join(folder, 'ladder.yaml') });
  });

  it.each([
    ['{', /^the settings are not JSON: /],
    ['[]', /^the settings in .* are no JSON object$/],
    ['null', /are no JSON object$/],
    ['{"width": "100"}', /^the setting width in .* is "100", expected a number of columns from 20 to 1000$/],
    ['{"ascii": 1}', /^the setting ascii in .* is 1, expected true or false$/],
    ['{"data": ""}', /expected the path of a ladder$/],
  ])('that holds %s is refused', (text, message) => {
    expect(read(text)).toMatch(message);
  });

  it('may begin with a byte order mark, and hold what is no setting', () => {
    expect(read('\ufeff{"width": 90}')).toEqual({ width: 90 });
    expect(read('{"__proto__": {"width": 100}, "ascii": true}')).toEqual({ ascii: true });
  });

  it('need not be there', async () => {
    expect(openSettings(join(folder, 'nothing')).read()).toEqual({});
    expect(openSettings(undefined).read()).toEqual({});
    await expect(openSettings(undefined).change('width', 70)).rejects.toThrow('there is no folder for settings');
  });
});
