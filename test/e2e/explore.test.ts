/**
 * Exploring in a real pseudo-terminal.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pmroles, scratch } from '../support/program.ts';
import { hasTerminal, KEY, openTerminal } from '../support/terminal.ts';

if (!hasTerminal)
  console.warn('SKIPPED: no util-linux "script" on this machine, so nothing was explored in a terminal');

const plain = (...args: string[]): string => pmroles([...args, '--width', '80']).stdout.trimEnd();
const only =
  (shown: string, hidden: string) =>
  (screen: string): boolean =>
    screen.includes(shown) && !screen.includes(hidden);

describe.runIf(hasTerminal)('exploring in a terminal', () => {
  it('goes from role to role by keys, compares, and comes back', async () => {
    const terminal = openTerminal(['explore', 'junior-pm', '--no-pager'], { rows: 400 });
    await terminal.until(/Junior Product Manager\n\nWhat next\?/);
    terminal.type('1');
    await terminal.until(/Junior Product Manager › Product Manager\n\nWhat next\?/);
    // Below the neighbours: another role by name, then a comparison.
    terminal.type(KEY.up + KEY.up + KEY.up + KEY.up + KEY.enter);
    await terminal.until('Compare with which role?');
    terminal.type('chief');
    await terminal.until(only('❯ Chief Product Officer', '❯ Junior'));
    terminal.type(KEY.enter);
    await terminal.until('Compare these?');
    terminal.type('1');
    await terminal.until('Run this again: pmroles compare product-manager cpo');
    await terminal.until(/› Product Manager\n\nWhat next\?/);
    terminal.type('b');
    await terminal.until((screen) => screen.split('Run this again: pmroles show junior-pm').length === 3);
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    const screen = terminal.screen();
    for (const answer of [
      plain('show', 'junior-pm'),
      plain('show', 'product-manager'),
      plain('compare', 'product-manager', 'cpo'),
    ]) {
      expect(screen).toContain(answer);
    }
    expect(screen).not.toContain('What next?');
    expect(terminal.cursorShown()).toBe(true);
  });

  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
  ])('ends quietly with 130 at %s, in the menu and in a search', async (_name, key) => {
    for (const before of ['', '3']) {
      const terminal = openTerminal(['explore', 'junior-pm', '--no-pager'], { rows: 60 });
      await terminal.until('What next?');
      terminal.type(before);
      if (before !== '') await terminal.until('Compare with which role?');
      terminal.type(key);
      expect(await terminal.ended).toBe(130);
      expect(terminal.cursorShown()).toBe(true);
      expect(terminal.transcript()).not.toMatch(/Error|\n\s+at /);
    }
  });

  it('ends with 143 when it is told to', async () => {
    const terminal = openTerminal(['explore', 'junior-pm', '--no-pager'], { rows: 60 });
    await terminal.until('What next?');
    terminal.signal('TERM');
    expect(await terminal.ended).toBe(143);
    expect(terminal.cursorShown()).toBe(true);
  });

  it('goes on after a pager', async () => {
    const terminal = openTerminal(['explore', 'cpo'], { env: { PMROLES_PAGER: 'head -2' } });
    await terminal.until('What next?');
    terminal.type('1');
    await terminal.until('› ');
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain('Run this again: pmroles show cpo');
    expect(terminal.screen()).not.toContain('What comes before');
  });

  it('leaves stdout to what is read', async () => {
    const file = join(scratch(), 'read');
    const terminal = openTerminal(['explore', 'junior-pm'], { stdout: file });
    await terminal.until('What next?');
    terminal.type('1');
    await terminal.until('› Product Manager');
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(
      pmroles(['show', 'junior-pm']).stdout + pmroles(['show', 'product-manager']).stdout,
    );
  });

  it('fits a narrow terminal', async () => {
    const terminal = openTerminal(['explore', 'senior-pm', '--no-pager'], { columns: 40, rows: 200 });
    const screen = await terminal.until('q quit');
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
  });
});

describe.runIf(hasTerminal)('exploring in plain lines', () => {
  it('asks by number and by name, and writes no escape sequence', async () => {
    const terminal = openTerminal(['explore', '--accessible'], { rows: 400 });
    await terminal.until('Where do you want to start?');
    terminal.type('junior\r');
    await terminal.until(/Junior Product Manager\nWhat next\?\n1\. Next: Product Manager \(promotion\)/);
    terminal.type('4\r');
    await terminal.until('Path to which role?');
    terminal.type('back\r');
    await terminal.until((screen) => screen.split('What next?').length === 3);
    terminal.type('4\r');
    await terminal.until((screen) => screen.split('Path to which role?').length === 3);
    terminal.type('cpo\r');
    await terminal.until('Run this again: pmroles path junior-pm cpo\n');
    await terminal.until((screen) => screen.split('What next?').length === 4);
    terminal.type('q\r');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain(plain('path', 'junior-pm', 'cpo', '--accessible'));
    expect(terminal.transcript()).not.toContain('\u001b');
  });

  it('ends at Ctrl-C and at Ctrl-D', async () => {
    for (const key of [KEY.ctrlC, KEY.ctrlD]) {
      const terminal = openTerminal(['explore', 'cpo'], { rows: 100, env: { ACCESSIBLE: '1' } });
      await terminal.until('Type a number and press Enter, q for quit.');
      terminal.type(key);
      expect(await terminal.ended).toBe(130);
    }
  });
});

describe.runIf(hasTerminal)('the program alone in a terminal', () => {
  it('says what to begin with, and offers to explore', async () => {
    const terminal = openTerminal([], { rows: 200 });
    await terminal.until('What would you like to do?');
    expect(terminal.screen()).toContain(pmroles([]).stdout.trimEnd());
    terminal.type(KEY.enter);
    await terminal.until('Where do you want to start?');
    terminal.type('cpo');
    await terminal.until(only('❯ Chief Product Officer', 'Product Owner'));
    terminal.type(KEY.enter);
    await terminal.until('What next?');
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
  });

  it.each<[string, string, number]>([
    ['q', 'q', 0],
    ['Esc', KEY.escape, 0],
    ['Ctrl-C', KEY.ctrlC, 130],
    ['Ctrl-D', KEY.ctrlD, 130],
  ])('is left quietly with %s', async (_name, key, code) => {
    const terminal = openTerminal([], { rows: 200 });
    await terminal.until('What would you like to do?');
    terminal.type(key);
    expect(await terminal.ended).toBe(code);
    expect(terminal.transcript()).not.toMatch(/Error|\n\s+at /);
    expect(terminal.cursorShown()).toBe(true);
  });
});
