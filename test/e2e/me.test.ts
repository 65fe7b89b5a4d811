/**
 * `pmroles me` in a real pseudo-terminal: what it asks and does not show, and what is left of it whenever it is left.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateFile } from '../support/fake-runtime.ts';
import { pmroles, scratch } from '../support/program.ts';
import { hasTerminal, KEY, openTerminal, type TerminalSession } from '../support/terminal.ts';

if (!hasTerminal) console.warn('SKIPPED: no util-linux "script" on this machine, so me was not tried in a terminal');

const ENGINEERING = ['--data', templateFile('engineering')];

/** Chooses a role by its name. */
async function choose(terminal: TerminalSession, question: string, name: string, title: string): Promise<void> {
  await terminal.until(question);
  terminal.type(name);
  await terminal.until((screen) => screen.slice(screen.indexOf(question)).includes(title));
  terminal.type(KEY.enter);
}

async function answer(terminal: TerminalSession, number: number, keys: string): Promise<string> {
  const screen = await terminal.until(new RegExp(`^${number} of \\d+$`, 'm'));
  terminal.type(keys);
  return screen;
}

const answersOf = (file: string, more: readonly string[] = []): string =>
  pmroles(['me', '--csv', '--me', file, ...more].map((word) => (word === '--csv' ? '--format=csv' : word)))
    .stdout.replaceAll('\r', '')
    .trim();

describe.runIf(hasTerminal)('me in a terminal', () => {
  it('makes a profile, keeps every answer at once, and goes on where it was left by Ctrl-C', async () => {
    const home = scratch();
    const env = { HOME: home };
    const file = join(home, '.local/share/pmroles/me.yaml');
    const first = openTerminal(['me', ...ENGINEERING], { rows: 50, env });
    await first.until(`There is no profile yet; this makes one, in`);
    await choose(first, 'Which role do you have?', 'graduate', 'Graduate Engineer');
    await choose(first, 'Which role do you want to get to?', 'staff', 'Staff Engineer');
    const screen = await answer(first, 1, '2');
    // The levels and what they mean, and nothing of what a role asks for.
    expect(screen).toMatch(/Which fits you best\?/);
    expect(screen).toMatch(/Learning: /);
    expect(screen.slice(screen.indexOf('1 of'))).not.toMatch(/asked|essential|expect|Graduate Engineer|required/i);
    await answer(first, 2, 's');
    await answer(first, 3, '6');
    await first.until('Why not?');
    first.type(`No such work${KEY.enter}`);
    await answer(first, 4, KEY.ctrlC);
    expect(await first.ended).toBe(130);
    expect(first.cursorShown()).toBe(true);
    const stopped = await first.until('Stopped; what you answered is kept.');
    expect(stopped.replaceAll('\n', ' ')).toContain('Go on with: pmroles me answer --data');
    expect(first.transcript()).not.toMatch(/Error|\n\s+at /);

    expect(readFileSync(file, 'utf8')).toMatch(/^role: graduate-engineer\n(?:on: \S+\n)?aim: staff-engineer$/m);
    const kept = answersOf(file, ENGINEERING).split('\n');
    expect(kept).toHaveLength(3);
    expect(kept[1]).toContain(',independent,');
    expect(kept[2]).toContain('No such work');

    const second = openTerminal(['me', 'answer', ...ENGINEERING], { rows: 50, env });
    // What was skipped comes first; what was answered is not asked again.
    const asked = await answer(second, 1, 'q');
    const total = (text: string): number => Number(/^1 of (\d+)$/m.exec(text)![1]);
    expect(total(asked)).toBe(total(screen) - 2);
    await second.until(`0 of ${total(asked)} answered.`);
    await second.until('pmroles compare me staff-engineer');
    expect(await second.ended).toBe(0);
    expect(answersOf(file, ENGINEERING).split('\n')).toEqual(kept);
  });

  it('writes nothing before the first thing is said', async () => {
    const home = scratch();
    const terminal = openTerminal(['me'], { env: { HOME: home } });
    await terminal.until('Which role do you have?');
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    await terminal.until('Stopped. Nothing was answered yet.');
    expect(existsSync(join(home, '.local/share/pmroles/me.yaml'))).toBe(false);
  });

  it('keeps the role where it is left at the aim, and is taken up without either', async () => {
    const env = { HOME: scratch() };
    const first = openTerminal(['me'], { rows: 40, env });
    await choose(first, 'Which role do you have?', 'cpo', 'Chief Product Officer');
    await first.until('Which role do you want to get to?');
    first.type(KEY.escape);
    expect(await first.ended).toBe(130);
    await first.until('Go on with: pmroles me answer');
    const second = openTerminal(['me', 'answer'], { rows: 40, env });
    await answer(second, 1, '1');
    // Back again, to say otherwise.
    await answer(second, 2, 'b');
    await answer(second, 1, '3');
    await answer(second, 2, 'q');
    await second.until(/1 of \d+ answered/);
    expect(await second.ended).toBe(0);
    expect(answersOf(join(env.HOME, '.local/share/pmroles/me.yaml')).split('\n')[1]).toContain(',no,');
  });

  it('is the same in plain lines, without any escape sequence', async () => {
    const env = { HOME: scratch() };
    const terminal = openTerminal(['me', '--accessible'], { rows: 200, env });
    await terminal.until(/Which role do you have\?[^]*q for quit/);
    terminal.type('head of product\r');
    await terminal.until(/Which role do you want to get to\?[^]*q for quit/);
    terminal.type('I do not\r');
    await terminal.until(/^1 of \d+\n[^]*q for quit/m);
    terminal.type('1\r');
    await terminal.until(/^2 of \d+\n[^]*q for quit/m);
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    await terminal.until('Go on with: pmroles me answer --accessible');
    expect(terminal.transcript()).not.toContain('\u001b');
    expect(answersOf(join(env.HOME, '.local/share/pmroles/me.yaml')).split('\n')).toHaveLength(2);
  });
});
