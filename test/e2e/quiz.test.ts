/**
 * The quiz in a real pseudo-terminal.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pmroles, scratch } from '../support/program.ts';
import { hasTerminal, KEY, openTerminal, type TerminalSession } from '../support/terminal.ts';

if (!hasTerminal)
  console.warn('SKIPPED: no util-linux "script" on this machine, so the quiz was not tried in a terminal');

const ANSWERS = ['3', '2', '2', '3', '2', '1', '2', '5', '5', '5', '4'];
const RESULT = pmroles(['quiz', '--answers', ANSWERS.join(','), '--width', '80']).stdout.trimEnd();

const PLAIN_RESULT = pmroles(['quiz', '--answers', ANSWERS.join(','), '--width', '80', '--accessible'])
  .stdout.split('Each step in full:')[0]!
  .trimEnd();

/** Waits for a question and answers it. */
async function answer(terminal: TerminalSession, number: number, keys: string): Promise<void> {
  await terminal.until((screen) => screen.includes(`Question ${number} of about`));
  terminal.type(keys);
}

describe.runIf(hasTerminal)('a quiz in a terminal', () => {
  it('is taken by keys, and says what the answers say', async () => {
    const terminal = openTerminal(['quiz'], { rows: 60, env: { HOME: scratch() } });
    for (const [index, key] of ANSWERS.entries()) await answer(terminal, index + 1, key);
    const screen = await terminal.until('The same again:');
    expect(screen).toContain(RESULT);
    expect(await terminal.ended).toBe(0);
    expect(terminal.cursorShown()).toBe(true);
  });

  it('is taken by arrows, goes back and skips', async () => {
    const terminal = openTerminal(['quiz'], { rows: 60, env: { HOME: scratch() } });
    await answer(terminal, 1, '5');
    await answer(terminal, 2, 'b');
    // What was answered before is what Enter takes.
    await answer(terminal, 1, KEY.enter);
    await answer(terminal, 2, KEY.up + KEY.enter);
    await answer(terminal, 3, 's');
    await answer(terminal, 4, KEY.down + KEY.enter);
    await answer(terminal, 5, 'q');
    expect(await terminal.ended).toBe(130);
    const name = readdirSync(join(terminal.home, '.local/state/pmroles'))[0]!;
    const kept = JSON.parse(readFileSync(join(terminal.home, '.local/state/pmroles', name), 'utf8')) as {
      answers: { answer: number | null }[];
    };
    expect(kept.answers.map((entry) => entry.answer)).toEqual([4, 1, null, 3]);
  });

  it('leaves stdout to the result', async () => {
    const home = scratch();
    const file = join(home, 'result.json');
    const terminal = openTerminal(['quiz', '--json'], { rows: 40, env: { HOME: home }, stdout: file });
    for (const [index, key] of ANSWERS.entries()) await answer(terminal, index + 1, key);
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(pmroles(['quiz', '--answers', ANSWERS.join(','), '--json']).stdout);
  });

  it('stops at Ctrl-C with 130, gives the cursor back, and is resumed to the same result', async () => {
    const env = { HOME: scratch() };
    const first = openTerminal(['quiz'], { env });
    for (const [index, key] of ANSWERS.slice(0, 7).entries()) await answer(first, index + 1, key);
    await answer(first, 8, KEY.ctrlC);
    expect(await first.ended).toBe(130);
    expect(first.cursorShown()).toBe(true);
    await first.until('Stopped. Go on with: pmroles quiz --resume');
    expect(first.transcript()).not.toMatch(/Error|\n\s+at /);
    const second = openTerminal(['quiz', '--resume'], { rows: 60, env });
    for (const [index, key] of ANSWERS.slice(7).entries()) await answer(second, index + 8, key);
    expect(await second.until('The same again:')).toContain(RESULT);
  });

  it('survives being killed at any question', async () => {
    for (const at of [1, 5, 9]) {
      const env = { HOME: scratch() };
      const first = openTerminal(['quiz'], { env });
      for (const [index, key] of ANSWERS.slice(0, at).entries()) await answer(first, index + 1, key);
      await first.until(`Question ${at + 1} of about`);
      first.kill();
      await first.ended;
      const folder = join(env.HOME, '.local/state/pmroles');
      expect(readdirSync(folder)).toHaveLength(1);
      expect(statSync(join(folder, readdirSync(folder)[0]!)).mode & 0o777).toBe(0o600);
      const second = openTerminal(['quiz', '--resume'], { rows: 60, env });
      for (const [index, key] of ANSWERS.slice(at).entries()) await answer(second, index + at + 1, key);
      expect(await second.until('The same again:')).toContain(RESULT);
    }
  });

  it('ends with 143 when it is told to, with the cursor shown', async () => {
    const terminal = openTerminal(['quiz'], { env: { HOME: scratch() } });
    await answer(terminal, 1, '3');
    await terminal.until('Question 2');
    terminal.signal('TERM');
    expect(await terminal.ended).toBe(143);
    expect(terminal.cursorShown()).toBe(true);
    await terminal.until('pmroles quiz --resume');
  });

  it('goes on where there is no home', async () => {
    const terminal = openTerminal(['quiz'], {
      rows: 60,
      env: { HOME: '/proc/none' },
    });
    for (const [index, key] of ANSWERS.entries()) await answer(terminal, index + 1, key);
    expect(await terminal.until('The same again:')).toContain('Fits now: Product Manager');
    expect(await terminal.ended).toBe(0);
  });

  it('fits a narrow terminal, words kept whole', async () => {
    const terminal = openTerminal(['quiz'], { columns: 40, rows: 30, env: { HOME: scratch() } });
    const screen = await terminal.until('quit');
    expect(screen).toMatch(/^What is the largest thing that you were$/m);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
  });
});

describe.runIf(hasTerminal)('the accessible mode', () => {
  it.each([
    ['by flag', ['--accessible'], {}],
    ['by environment', [], { ACCESSIBLE: '1' }],
  ])('asked for %s writes no escape sequence at all', async (_name, flags, env) => {
    const terminal = openTerminal(['quiz', ...flags], { rows: 200, env: { HOME: scratch(), ...env } });
    for (const [index, key] of ANSWERS.entries()) {
      await answer(terminal, index + 1, index === 2 ? `what?\r${key}\r` : `${key}\r`);
    }
    const screen = await terminal.until('The same again:');
    expect(screen).toContain(PLAIN_RESULT);
    expect(screen).toContain('1. Strongly dislike');
    expect(screen).toContain('Type a number from 1 to 5, b for back, s for skip, q for quit.');
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).not.toContain('\u001b');
  });

  it('goes back, skips, quits and resumes', async () => {
    const env = { HOME: scratch() };
    const terminal = openTerminal(['quiz', '--accessible'], { env });
    for (const typed of ['5', 'b', '3', 's', 'q']) {
      await terminal.until(/Type a number[^]*$/);
      terminal.type(`${typed}\r`);
    }
    expect(await terminal.ended).toBe(130);
    await terminal.until('pmroles quiz --resume');
  });

  it('holds for every prompt', async () => {
    const terminal = openTerminal(['show', '--accessible'], { rows: 200, env: {} });
    await terminal.until(/Which role\?\n1\. Junior Product Manager\n[^]*Type a number or a name/);
    terminal.type('product\r');
    await terminal.until('Type a number, or a longer name.');
    terminal.type('nobody\r');
    await terminal.until('No matches for "nobody"');
    terminal.type('cpo\r');
    await terminal.until('Heads the product team');
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).not.toContain('\u001b');
  });

  it('ends at Ctrl-C and at Ctrl-D', async () => {
    for (const key of [KEY.ctrlC, KEY.ctrlD]) {
      const terminal = openTerminal(['quiz', '--accessible'], { env: { HOME: scratch() } });
      await answer(terminal, 1, '3\r');
      await terminal.until('Question 2');
      terminal.type(key);
      expect(await terminal.ended).toBe(130);
      await terminal.until('pmroles quiz --resume');
    }
  });
});
