/**
 * Writing what may be longer than the terminal is high.
 */
import { printable } from '../../report/printable.ts';
import type { Output } from '../../system/output.ts';
import type { Runtime } from '../../system/runtime.ts';
import { lenient } from '../../system/settings.ts';
import { decidePager, type DisplayFlags } from '../../system/terminal.ts';

/**
 * Writes a text to stdout; where that is a terminal with fewer lines, through the pager. This holds for every format: on a
 * terminal it is a person who reads it.
 */
export async function printLong(
  text: string,
  flags: DisplayFlags,
  { stdout, stderr, env, settings, pager }: Runtime,
): Promise<void> {
  if (isLonger(text, stdout)) {
    const { value: command, from } = decidePager(flags, { env, settings: lenient(settings) }, pager.usual);
    const problem = command === '' ? '' : await pager.run(command, text);
    if (problem === undefined) return;
    // The usual pager is nobody's wish, so that nobody misses it.
    if (problem !== '' && from !== 'default') {
      await stderr.write(`pmroles: no pager, because ${from} says ${printable(command)}: ${printable(problem)}\n`);
    }
  }
  await stdout.write(text);
}

/** Whether a text leaves no line of the terminal for what comes after it. */
function isLonger(text: string, { isTerminal, rows = 0, columns = 80 }: Output): boolean {
  if (!isTerminal || rows === 0) return false;
  let taken = 0;
  for (const line of text.split('\n')) {
    // What is wider than the terminal, such as a command to copy, is broken by it.
    const width = line.length <= columns ? columns : line.replace(ESCAPES, '').length;
    taken += Math.max(Math.ceil(width / columns), 1);
    if (taken > rows) return true;
  }
  return false;
}

/** Colours and links, which take no room. */
const ESCAPES = /\u001b(?:\[[\d;]*m|\]8;[^\u001b]*\u001b\\)/g;
