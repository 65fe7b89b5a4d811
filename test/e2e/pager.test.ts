/**
 * The pager in a real pseudo-terminal.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEVELLED_YAML } from '../support/ladders.ts';
import { bash, pmroles, scratch } from '../support/program.ts';
import { hasTerminal, KEY, openTerminal } from '../support/terminal.ts';

if (!hasTerminal) console.warn('SKIPPED: no util-linux "script" on this machine, so no pager was tried in a terminal');

const hasLess = spawnSync('less', ['--version']).status === 0;
if (!hasLess) console.warn('SKIPPED: no less on this machine, so only a pager made for the tests was tried');

const folder = scratch();

/** A pager of the test's own, which is a shell script. */
function script(name: string, lines: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
}

const SOURCES = pmroles(['sources', '--width', '80']).stdout;
const keeper = script('keep text', `cat > '${folder}/kept'; printf '%s|' "$@" > '${folder}/args'; echo shown`);

describe.runIf(hasTerminal)('a pager', () => {
  it('gets all of the text, and the words of its command line as they are', async () => {
    const env = { PMROLES_PAGER: `"${keeper}" -x 'a b' $HOME ;`, NO_COLOR: '1' };
    const terminal = openTerminal(['sources'], { env });
    await terminal.until('shown');
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe(SOURCES);
    expect(readFileSync(join(folder, 'args'), 'utf8')).toBe('-x|a b|$HOME|;|');
    expect(terminal.screen()).toBe('shown');
  });

  it('is left early without a word', async () => {
    const terminal = openTerminal(['export'], { env: { PAGER: script('first', 'head -1; exit 3') } });
    await terminal.until('# Product management');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toBe('# Product management: a ladder for pmroles.');
  });

  it('does not change the exit code', async () => {
    const terminal = openTerminal(['path', 'cpo', 'junior-pm'], { rows: 4, env: { PMROLES_PAGER: `'${keeper}'` } });
    expect(await terminal.ended).toBe(1);
  });

  it('decides itself what Ctrl-C means', async () => {
    const waiter = script('wait', `trap 'echo caught; exit 0' INT; echo ready; while :; do sleep 0.05; done`);
    const terminal = openTerminal(['sources'], { env: { PAGER: waiter } });
    await terminal.until('ready');
    terminal.type(KEY.ctrlC);
    await terminal.until('caught');
    expect(await terminal.ended).toBe(0);
  });

  it('ends with the program when that is told to', async () => {
    const waiter = script('stay', `trap 'echo told; exit 0' TERM; echo ready; while :; do sleep 0.05; done`);
    const terminal = openTerminal(['sources'], { env: { PAGER: waiter } });
    await terminal.until('ready');
    terminal.signal('TERM');
    await terminal.until('told');
    expect(await terminal.ended).toBe(143);
  });

  it('is done without where there is none', async () => {
    const terminal = openTerminal(['sources'], { rows: 10, env: { PAGER: '/no/such/pager' } });
    const said = 'pmroles: no pager, because PAGER says /no/such/pager: ENOENT';
    await terminal.until((screen) => screen === `${said}\n${SOURCES.trimEnd()}`);
    expect(await terminal.ended).toBe(0);
  });

  it.each([`''`, `"" -x`])('is not missed where %s names none', async (command) => {
    const terminal = openTerminal(['sources'], { rows: 10, env: { PMROLES_PAGER: command } });
    await terminal.until((screen) => screen === SOURCES.trimEnd());
    expect(await terminal.ended).toBe(0);
  });

  it.each([
    [{}, 'FIRX -c'],
    [{ LESS: '' }, 'FIRX -c'],
    [{ LESS: '-i', LV: '-a' }, '-i -a'],
  ])('is told of colours where the environment %j says nothing of them', async (env, told) => {
    const teller = script('tell', 'cat > /dev/null; echo "$LESS $LV"');
    const terminal = openTerminal(['sources'], { env: { ...env, PAGER: teller } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toBe(told);
  });

  it('is not missed where the system has none', async () => {
    // What makes the terminal is there, and nothing else.
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    for (const name of ['script', 'stty', 'sh']) {
      symlinkSync(spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(), join(bare, name));
    }
    const terminal = openTerminal(['sources'], { rows: 10, env: { PATH: bare } });
    await terminal.until((screen) => screen === SOURCES.trimEnd());
    expect(await terminal.ended).toBe(0);
  });

  it('shows help whatever the settings are like', async () => {
    const home = join(folder, 'config');
    mkdirSync(join(home, 'pmroles'), { recursive: true });
    writeFileSync(join(home, 'pmroles/config.json'), '{');
    const terminal = openTerminal(['help', 'json'], { env: { XDG_CONFIG_HOME: home, PAGER: `'${keeper}'` } });
    await terminal.until('shown');
    expect(await terminal.ended).toBe(0);
  });

  it('is never there on a pipe or for a file', async () => {
    const env = { PMROLES_PAGER: script('never', `touch '${folder}/ran'`) };
    expect(bash('pmroles sources | cat', env).stdout).toBe(SOURCES);
    const terminal = openTerminal(['sources'], { rows: 5, env, stdout: join(folder, 'out') });
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(SOURCES);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
});

describe.runIf(hasTerminal && hasLess)('less', () => {
  it('shows a page with colours, goes on, and leaves what was read on the screen', async () => {
    const terminal = openTerminal(['sources'], { rows: 12 });
    const first = await terminal.until('A-02');
    expect(first).not.toContain('A-10');
    expect(terminal.transcript()).toContain('\u001b[1mSources of Product management');
    terminal.type(' ');
    await terminal.until('A-10');
    // It is less that hears this one, and less goes on.
    const before = terminal.transcript().length;
    terminal.type(KEY.ctrlC);
    await terminal.until(() => terminal.transcript().length > before);
    terminal.type('G');
    await terminal.until(/\(END\)\s*$/);
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain('A-02');
    expect(terminal.transcript()).not.toContain('\u001b[?1049');
    expect(terminal.transcript()).not.toMatch(/Error|ESC/);
  });

  it('shows colours where PAGER names it too', async () => {
    const terminal = openTerminal(['sources'], { rows: 12, env: { PAGER: 'less', LESS: '' } });
    expect(await terminal.until('A-02')).not.toContain('ESC');
    expect(terminal.transcript()).toContain('\u001b[1mSources of Product management');
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
  });

  it('is left at the first page without noise', async () => {
    const terminal = openTerminal(['export', '--format', 'json']);
    await terminal.until('"title": "Product management"');
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).not.toMatch(/EPIPE|rror/);
  });

  it('lets links through, and other pagers get none', async () => {
    const ladder = join(folder, 'linked.yaml');
    writeFileSync(ladder, LEVELLED_YAML);
    const link = '\u001b]8;;https://example.org/almanac\u001b\\';
    const env = { FORCE_HYPERLINK: '1' };
    const terminal = openTerminal(['sources', '--data', ladder], { rows: 8, env });
    await terminal.until(/^S · .*[^]*:$/m);
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).toContain(link);
    expect(terminal.screen()).not.toContain('ESC');
    const other = openTerminal(['sources', '--data', ladder], { rows: 8, env: { ...env, PAGER: `'${keeper}'` } });
    expect(await other.ended).toBe(0);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toContain('https://example.org/almanac');
    expect(readFileSync(join(folder, 'kept'), 'utf8')).not.toContain('\u001b]');
  });
});
