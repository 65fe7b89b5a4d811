/**
 * Prompts in a real pseudo-terminal.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pmroles, scratch } from '../support/program.ts';
import { hasTerminal, KEY, openTerminal } from '../support/terminal.ts';

if (!hasTerminal) console.warn('SKIPPED: no util-linux "script" on this machine, so no prompt was tried in a terminal');

describe.runIf(hasTerminal)('a missing role', () => {
  it('is searched for by typing, and the answer goes to the terminal', async () => {
    const terminal = openTerminal(['show'], { rows: 120 });
    await terminal.until('Which role?');
    terminal.type('head of');
    await terminal.until((screen) => screen.includes('Head of Product') && !screen.includes('Product Owner'));
    terminal.type(KEY.enter);
    await terminal.until('Balance the product portfolios');
    expect(await terminal.ended).toBe(0);
    expect(terminal.cursorShown()).toBe(true);
  });

  it('can be chosen with the arrow keys', async () => {
    const terminal = openTerminal(['path', 'junior-pm'], { rows: 200 });
    await terminal.until('To which role?');
    terminal.type(KEY.down + KEY.enter);
    await terminal.until('Product Owner');
    expect(await terminal.ended).toBe(0);
  });

  it('is asked for until there are two to compare', async () => {
    const terminal = openTerminal(['compare'], { rows: 120 });
    await terminal.until('Which role?');
    const only = (role: string, other: string) => (screen: string) => screen.includes(role) && !screen.includes(other);
    terminal.type('cpo');
    await terminal.until(only('Chief Product Officer', 'Product Owner'));
    terminal.type(KEY.enter);
    await terminal.until('And which other one?');
    terminal.type('head');
    await terminal.until(only('Head of Product', 'Product Owner'));
    terminal.type(KEY.enter);
    await terminal.until('not stated');
    expect(await terminal.ended).toBe(0);
  });

  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
  ])('%s ends it quietly with 130 and gives the cursor back', async (_name, key) => {
    const terminal = openTerminal(['show']);
    await terminal.until('Which role?');
    terminal.type(key);
    expect(await terminal.ended).toBe(130);
    expect(terminal.cursorShown()).toBe(true);
    expect(terminal.transcript()).not.toMatch(/Error|\n\s+at /);
  });

  it('fits a narrow terminal', async () => {
    const terminal = openTerminal(['show'], { columns: 40 });
    const screen = await terminal.until('Which role?');
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    terminal.type(KEY.ctrlC);
    await terminal.ended;
  });
});

describe.runIf(hasTerminal)('init', () => {
  it('asks for the template, the names and the file, offering an answer for each', async () => {
    const file = join(scratch(), 'bikes.yaml');
    const terminal = openTerminal(['init', file, '--id', 'our-bikes'], { rows: 60 });
    await terminal.until('Which one do you want to start from?');
    terminal.type('3');
    await terminal.until('What do people call the ladder? (Bicycle workshop)');
    terminal.type(`Our bikes${KEY.enter}`);
    await terminal.until('In an editor');
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^id: our-bikes\n(?:.*\n)*title: Our bikes\n/m);
  });

  it('asks the same in plain lines, and without an escape sequence', async () => {
    const file = join(scratch(), 'plain.yaml');
    const terminal = openTerminal(['init', file, '--accessible', '--no-color'], { rows: 60 });
    await terminal.until('Which one do you want to start from?');
    terminal.type(`1${KEY.enter}`);
    await terminal.until('Press Enter alone for "My ladder"');
    terminal.type(`Team A${KEY.enter}`);
    await terminal.until('Press Enter alone for "team-a"');
    terminal.type(`No Id${KEY.enter}`);
    await terminal.until('an id is lower-case letters');
    terminal.type(KEY.enter);
    await terminal.until('Wrote');
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).not.toContain('\u001b');
  });

  it('leaves nothing behind when Ctrl-C ends it', async () => {
    const folder = scratch();
    const terminal = openTerminal(['init', join(folder, 'a.yaml'), '--template', 'small']);
    await terminal.until('What do people call the ladder?');
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.cursorShown()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.runIf(hasTerminal)('a terminal', () => {
  it('gets colour and its own width', async () => {
    const terminal = openTerminal(['compare', 'head', 'cpo'], { columns: 100, rows: 200 });
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).toContain('\u001b[');
    const screen = await terminal.until('Try: ');
    expect(screen).toBe(
      `${pmroles(['compare', 'head', 'cpo', '--width', '100']).stdout}\nTry: pmroles path head-of-product cpo`,
    );
  });
});
