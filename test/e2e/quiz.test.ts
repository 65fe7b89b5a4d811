/**
 * The quiz in a real pseudo-terminal.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReplay, writeReplay } from '../../src/core/quiz/replay.ts';
import { pmroles, scratch } from '../support/program.ts';
import { SHIPPED_LADDER, shippedBank } from '../support/shipped-quiz.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { hasTerminal, KEY, openTerminal, type TerminalSession } from '../support/terminal.ts';

if (!hasTerminal)
  console.warn('SKIPPED: no util-linux "script" on this machine, so the quiz was not tried in a terminal');

/** Somebody with none of the eight roles who would enjoy being head of product; what they answer, and the keys for it. */
const BANK = shippedBank();
const WEIGHTS = new Map(BANK.questions.map(({ id, weights }) => [id, weights['head-of-product']!]));
const TAKEN = takeQuiz(BANK, SHIPPED_LADDER, { role: 0, experience: () => 2, interest: (id) => WEIGHTS.get(id)! });
const ANSWERS = writeReplay(BANK, SHIPPED_LADDER, TAKEN).split(':')[1]!;
const KEYS = ['9', ...ANSWERS.split(',').slice(1)];
const RESULT = pmroles(['quiz', '--answers', ANSWERS, '--width', '80']).stdout.trimEnd();
const PLAIN_RESULT = pmroles(['quiz', '--answers', ANSWERS, '--width', '80', '--accessible']).stdout.trimEnd();

/** What stands above a question; the one about the present role has no number. */
const above = (number: number): string => (number === 0 ? 'To begin with' : `Question ${number} of about 18`);

/** Waits for a question and answers it. */
async function answer(terminal: TerminalSession, number: number, keys: string): Promise<void> {
  await terminal.until((screen) => screen.includes(above(number)));
  terminal.type(keys);
}

/** Answers the questions from one to before another. */
async function answerAll(terminal: TerminalSession, from = 0, to = KEYS.length): Promise<void> {
  for (let number = from; number < to; number += 1) await answer(terminal, number, KEYS[number]!);
}

describe.runIf(hasTerminal)('a quiz in a terminal', () => {
  it('is taken by keys, and says what the answers say', async () => {
    const terminal = openTerminal(['quiz'], { rows: 60, env: { HOME: scratch() } });
    await answerAll(terminal);
    await terminal.until(RESULT);
    expect(await terminal.ended).toBe(0);
    expect(terminal.cursorShown()).toBe(true);
  });

  it('is taken by arrows, goes back and skips', async () => {
    const terminal = openTerminal(['quiz'], { rows: 60, env: { HOME: scratch() } });
    await answer(terminal, 0, '9');
    await answer(terminal, 1, 'b');
    // What was answered before is what Enter takes.
    await answer(terminal, 0, KEY.enter);
    await answer(terminal, 1, '2');
    await answer(terminal, 2, 'b');
    await answer(terminal, 1, KEY.up + KEY.enter);
    await answer(terminal, 2, 's');
    await answer(terminal, 3, KEY.down + KEY.enter);
    await answer(terminal, 4, 'q');
    expect(await terminal.ended).toBe(130);
    const name = readdirSync(join(terminal.home, '.local/state/pmroles'))[0]!;
    const kept = readReplay(
      BANK,
      SHIPPED_LADDER,
      readFileSync(join(terminal.home, '.local/state/pmroles', name), 'utf8'),
    );
    expect(kept.map(({ answer }) => answer)).toEqual([0, 0, null, 3]);
  });

  it('leaves stdout to the result', async () => {
    const home = scratch();
    const file = join(home, 'result.json');
    const terminal = openTerminal(['quiz', '--json'], { rows: 40, env: { HOME: home }, stdout: file });
    await answerAll(terminal);
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(pmroles(['quiz', '--answers', ANSWERS, '--json']).stdout);
  });

  it('stops at Ctrl-C with 130, gives the cursor back, and is resumed to the same result', async () => {
    const env = { HOME: scratch() };
    const first = openTerminal(['quiz'], { env });
    await answerAll(first, 0, 8);
    await answer(first, 8, KEY.ctrlC);
    expect(await first.ended).toBe(130);
    expect(first.cursorShown()).toBe(true);
    await first.until('Stopped. Go on with: pmroles quiz --resume');
    expect(first.transcript()).not.toMatch(/Error|\n\s+at /);
    const second = openTerminal(['quiz', '--resume'], { rows: 60, env });
    await answerAll(second, 8);
    await second.until(RESULT);
    expect(await second.ended).toBe(0);
  });

  it('survives being killed at any question', async () => {
    for (const at of [1, 5, 9]) {
      const env = { HOME: scratch() };
      const first = openTerminal(['quiz'], { env });
      await answerAll(first, 0, at);
      await first.until(above(at));
      first.kill();
      await first.ended;
      const folder = join(env.HOME, '.local/state/pmroles');
      expect(readdirSync(folder)).toHaveLength(1);
      expect(statSync(join(folder, readdirSync(folder)[0]!)).mode & 0o777).toBe(0o600);
      const second = openTerminal(['quiz', '--resume'], { rows: 60, env });
      await answerAll(second, at);
      await second.until(RESULT);
      expect(await second.ended).toBe(0);
    }
  });

  it('ends with 143 when it is told to, with the cursor shown', async () => {
    const terminal = openTerminal(['quiz'], { env: { HOME: scratch() } });
    await answer(terminal, 0, '3');
    await terminal.until('Question 1');
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
    await answerAll(terminal);
    await terminal.until('Now: none of these; near ');
    expect(await terminal.ended).toBe(0);
  });

  it.each([
    ['drawn', [], ''],
    ['in plain lines', ['--accessible'], '\r'],
  ])('fits a narrow terminal %s, words kept whole', async (_name, flags, enter) => {
    const terminal = openTerminal(['quiz', ...flags], { columns: 40, rows: 60, env: { HOME: scratch() } });
    await answer(terminal, 0, `9${enter}`);
    const screen = await terminal.until('How big');
    expect(screen).toMatch(/^How big is the organisation that you$/m);
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
    for (const [number, key] of KEYS.entries()) {
      await answer(terminal, number, number === 2 ? `what?\r${key}\r` : `${key}\r`);
    }
    const screen = await terminal.until(PLAIN_RESULT);
    expect(await terminal.ended).toBe(0);
    expect(screen).toContain('1. Strongly dislike');
    expect(screen).toContain('Type a number from 1 to 5, b for back, s for skip, q for quit.');
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
    await terminal.until('pmroles quiz --resume --accessible');
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
      await answer(terminal, 0, '3\r');
      // All of the question, so that the key finds somebody who listens.
      await terminal.until('b for back');
      terminal.type(key);
      expect(await terminal.ended).toBe(130);
      await terminal.until('pmroles quiz --resume');
    }
  });
});
