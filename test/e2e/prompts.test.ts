/**
 * Prompts in a real pseudo-terminal.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

describe.runIf(hasTerminal)('a question', () => {
  it('keeps the keys that are typed ahead for the next one', async () => {
    const terminal = openTerminal(['explore', 'junior-pm', '--no-pager'], { rows: 400 });
    terminal.type('11q');
    expect(await terminal.ended).toBe(0);
    const shown = [...terminal.screen().matchAll(/^Run this again: pmroles show (\S+)$/gm)].map(([, id]) => id);
    expect(shown).toEqual(['junior-pm', 'product-manager', 'senior-pm']);
  });

  it('keeps what is typed ahead to a search', async () => {
    const terminal = openTerminal(['compare', '--no-pager'], { rows: 200 });
    terminal.type(`chief${KEY.enter}${KEY.down}${KEY.enter}`);
    await terminal.until('Product Manager');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain(
      pmroles(['compare', 'cpo', 'product-manager', '--width', '80']).stdout.trimEnd(),
    );
  });

  it.each<[string, readonly string[], string, number]>([
    ['show', ['show'], KEY.escape, 130],
    ['show', ['show'], `q${KEY.enter}`, 130],
    ['init', ['init', '--template', 'small'], KEY.escape, 130],
    ['init', ['init', '--template', 'small'], `q${KEY.enter}`, 130],
    ['explore', ['explore'], KEY.escape, 0],
    ['explore', ['explore', 'cpo', '--no-pager'], KEY.escape, 0],
  ])('of %s is left quietly: %j, %j', async (_command, argv, keys, code) => {
    const terminal = openTerminal(argv, { rows: 200 });
    await terminal.until('?');
    terminal.type(keys);
    expect(await terminal.ended).toBe(code);
    expect(terminal.cursorShown()).toBe(true);
    expect(terminal.transcript()).not.toMatch(/Error|\n\s+at /);
  });

  it.each([
    ['the menu', ['explore', 'cpo', '--no-pager'], 'What next?', 'q', 0],
    ['a search', ['show', '--no-pager'], 'Which role?', `chief${KEY.enter}`, 0],
  ] as const)('goes on after Ctrl-Z in %s', async (_what, argv, question, keys, code) => {
    const terminal = openTerminal(argv, { rows: 200 });
    await terminal.until(question);
    terminal.type('\u001a');
    // No shell is there to stop it and to go on with it, so that it goes on by itself.
    await terminal.until(() => terminal.transcript().includes('\u001b[?25h\r\n'));
    const drawnAgain = (): string => terminal.transcript().split('\u001b[?25h\r\n').slice(1).join('');
    await terminal.until(() => drawnAgain().includes(question));
    terminal.type(keys);
    expect(await terminal.ended).toBe(code);
    expect(terminal.cursorShown()).toBe(true);
  });

  it('is asked in plain lines, without an escape sequence, where the terminal can do no more', async () => {
    const terminal = openTerminal([], { rows: 60, env: { TERM: 'dumb' } });
    await terminal.until('Type a number and press Enter');
    terminal.type(`1${KEY.enter}`);
    await terminal.until('Where do you want to start?');
    terminal.type(`chief${KEY.enter}`);
    await terminal.until('What next?');
    terminal.type(`q${KEY.enter}`);
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).not.toContain('\u001b');
  });

  it('takes a terminal that does not know its size for one of 80 columns', async () => {
    const terminal = openTerminal([], { columns: 0, rows: 0 });
    const screen = await terminal.until('What would you like to do?');
    expect(screen).toContain(pmroles([]).stdout.trimEnd());
    terminal.type('q');
    expect(await terminal.ended).toBe(0);
  });
});

describe.runIf(hasTerminal)('init', () => {
  it('asks for the template, the names and the file, offering an answer for each', async () => {
    const file = join(scratch(), 'bikes.yaml');
    const terminal = openTerminal(['init', file, '--id', 'our-bikes'], { rows: 60 });
    await terminal.until('Which one do you want to start from?');
    terminal.type('3');
    await terminal.until('What is the title of the ladder? (Bicycle workshop)');
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
    await terminal.until('Press Enter alone for "My ladder", q for quit');
    terminal.type(`Team A${KEY.enter}`);
    await terminal.until('Press Enter alone for "team-a", q for quit');
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
    await terminal.until('What is the title of the ladder?');
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.cursorShown()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.runIf(hasTerminal)('a terminal', () => {
  it('gets colour and its own width', async () => {
    const terminal = openTerminal(['path', 'head', 'cpo'], { columns: 100, rows: 200 });
    expect(await terminal.ended).toBe(0);
    expect(terminal.transcript()).toContain('\u001b[');
    const screen = await terminal.until('Try: ');
    expect(screen).toBe(
      `${pmroles(['path', 'head', 'cpo', '--width', '100']).stdout}\nTry: pmroles graph --from head-of-product --to cpo`,
    );
  });
});

describe.runIf(hasTerminal)('a sheet that is not sure', () => {
  const SHEET = 'ID,Skill,Junior,Senior,Owner\n7,Baking,1,2,Kim\n8,Kneading,2,3,Kim\n';

  function sheet(): { readonly table: string; readonly ladder: string } {
    const folder = scratch();
    writeFileSync(join(folder, 'team.csv'), SHEET);
    return { table: join(folder, 'team.csv'), ladder: join(folder, 'ladder.yaml') };
  }

  it('is read again after each answer, and imported with the last', async () => {
    const { table, ladder } = sheet();
    const terminal = openTerminal(['import', table, '-o', ladder], { rows: 60 });
    await terminal.until('Owner (Kim): ignore');
    terminal.type('ID');
    await terminal.until((screen) => screen.includes('ID (7, 8)') && !screen.includes('Owner (Kim)'));
    terminal.type(KEY.enter);
    await terminal.until('What does "ID" hold?');
    terminal.type('group:');
    await terminal.until((screen) => screen.includes('the group of a skill') && !screen.includes('what a skill is'));
    terminal.type(KEY.enter);
    await terminal.until((screen) => screen.includes('Yes, go on') && screen.includes('ID (7, 8): group'));
    terminal.type(KEY.enter);
    await terminal.until('To import it again without being asked:');
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(ladder, 'utf8')).toContain('group: "7"');
  });

  it('is asked about in plain lines for a screen reader', async () => {
    const { table, ladder } = sheet();
    const terminal = openTerminal(['import', table, '-o', ladder, '--accessible'], { rows: 60 });
    await terminal.until('q for quit.');
    terminal.type(`1${KEY.enter}`);
    await terminal.until('wrote ');
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(ladder, 'utf8')).toContain('id: senior');
  });

  it('leaves nothing behind after Ctrl-C', async () => {
    const { table, ladder } = sheet();
    const terminal = openTerminal(['import', table, '-o', ladder], { rows: 60 });
    await terminal.until('Owner (Kim): ignore');
    terminal.type(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(existsSync(ladder)).toBe(false);
  });
});
