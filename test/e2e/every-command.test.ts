/**
 * What only the real process can show of every command: pipes that close, disks that are full, narrow terminals, no network.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ASKED, WORLD } from '../support/every-command.ts';
import { OWN_PROFILE } from '../support/profiles.ts';
import { bash, BIN, cleanEnv, scratch } from '../support/program.ts';
import { hasTerminal, openTerminal } from '../support/terminal.ts';

const hasFull = existsSync('/dev/full');
if (!hasFull) console.warn('SKIPPED: no /dev/full on this machine, so no full disk was tried');

const folder = scratch();
for (const [name, text] of Object.entries(WORLD.files!)) {
  // The user's own profile may lie in the working folder as well.
  writeFileSync(join(folder, name === OWN_PROFILE ? 'me.yaml' : name), text);
}

// Where there is no screen, open tells where the page is and why nobody sees it: e2e/open.
// What changes the profile would change what others answer: e2e/profile-file.
const ALONE = ASKED.filter(({ typed, name, argv }) => typed === undefined && name !== 'open' && argv[1] !== 'set');
const COMMANDS = ALONE.map(({ argv, name, code = 0 }) => ({
  // A second init would find the file of the first.
  line: [...argv, ...(name === 'init' ? ['--force'] : [])].join(' '),
  name,
  code,
}));

const run = (line: string): ReturnType<typeof bash> => bash(`cd '${folder}'; ${line}`);
const answers = new Map(COMMANDS.map(({ line }) => [line, run(`pmroles ${line}`)]));

it.each(COMMANDS)('$line answers on stdout and nowhere else', ({ line, code }) => {
  const whole = answers.get(line)!;
  expect({ code: whole.code, stderr: whole.stderr }).toEqual({ code, stderr: '' });
});

/** One line of each command: whatever its options, it writes in one way. */
const ONCE = COMMANDS.filter(({ name }, index) => COMMANDS.findIndex((other) => other.name === name) === index);

describe.each(ONCE)('$line', ({ line }) => {
  const whole = answers.get(line)!;

  it('answers the same where nobody reads stderr, or there is none', () => {
    expect(run(`pmroles ${line} 2>/dev/null`)).toEqual(whole);
    expect(run(`pmroles ${line} 2>&-`).stdout).toBe(whole.stdout);
  });

  it('ends quietly when the reader has seen enough', () => {
    const { stdout, stderr } = run(`pmroles ${line} | head -1`);
    expect(stderr).toBe('');
    expect(stdout).toBe(whole.stdout.slice(0, whole.stdout.indexOf('\n') + 1));
  });

  it.runIf(hasFull)('fails where nothing can be written', () => {
    expect(run(`pmroles ${line} > /dev/full`)).toEqual({
      code: 4,
      stdout: '',
      stderr: 'pmroles: cannot write the output: no space left on the device\n',
    });
  });

  it('leaves no stack trace where there is no stdout', () => {
    expect(run(`pmroles ${line} >&-`).stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a slow reader gets everything', () => {
  it.each(['export --format html', 'export --format json', 'path junior-pm cpo --all --json --cites'])(
    'of %s',
    (line) => {
      const size = run(`pmroles ${line} > whole; wc -c < whole`).stdout;
      // More than a pipe holds, or the test would show nothing.
      expect(Number(size)).toBeGreaterThan(70_000);
      expect(run(`pmroles ${line} | (sleep 0.3; wc -c)`).stdout).toBe(size);
    },
  );
});

// A namespace without any interface but a loopback that is down: nothing that is not there can be reached.
const alone = ['unshare', '--map-root-user', '--net', '--'];
const canBeAlone = spawnSync(alone[0]!, [...alone.slice(1), 'true']).status === 0;
const title = 'every command answers without a network as with one';
it.skipIf(!canBeAlone)(canBeAlone ? title : `SKIPPED: ${title} (unshare is not permitted here)`, () => {
  for (const { line } of ONCE) {
    const args = [process.execPath, BIN, ...line.split(' ')];
    const { status, stdout, stderr } = spawnSync(alone[0]!, [...alone.slice(1), ...args], {
      cwd: folder,
      env: cleanEnv(),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect({ line, code: status, stdout, stderr }).toEqual({ line, ...answers.get(line) });
  }
});

describe.runIf(hasTerminal)('a terminal of 40 columns', () => {
  const raw = new Set(['schema', 'export', 'completion']);

  // Adverts and interviews are Markdown, which is for no terminal.
  it.each(
    COMMANDS.filter(
      ({ name }) => !raw.has(name) && !['init', 'validate', 'import', 'advert', 'interview'].includes(name),
    ),
  )('has room for $line', async ({ line, code }) => {
    const terminal = openTerminal([...line.split(' '), '--no-pager'], { columns: 40, rows: 100, cwd: folder });
    expect(await terminal.ended).toBe(code);
    const told = terminal.transcript().replaceAll(/\u001b\[[\d;?]*[a-zA-Z]/g, '');
    const rows = told.split(/\r?\n/);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      // A line to copy is never broken.
      if (!/^ {2}pmroles |^Try: pmroles /.test(row)) expect(stringWidth(row), row).toBeLessThanOrEqual(40);
    }
  });
});

it.runIf(hasTerminal)('a terminal is not waited for where a ladder should be piped in', async () => {
  for (const argv of [
    ['list', '--data', '-'],
    ['import', '-'],
    ['validate', '-'],
    ['quiz', '--answers', '-'],
  ]) {
    const terminal = openTerminal(argv);
    expect(await terminal.ended).toBe(2);
    expect(terminal.transcript()).toContain('standard input is a terminal');
  }
});
