/**
 * Runs a pager, without a shell between.
 */
import { spawn } from 'node:child_process';
import { PmrolesError } from './core/errors.ts';

/** What ends the program at once is passed on: a pager that is left behind would fight the shell for the keyboard. */
const ENDING = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Shows a text in a pager, and waits until it is left.
 *
 * @param command the pager's command line; quotes and backslashes part words as in a shell, and nothing else means anything
 * @param text what to show
 * @returns undefined, or why the pager could not be started: then nothing was shown
 * @throws PmrolesError `terminated` when a signal ends the program meanwhile
 */
export async function runPager(command: string, text: string): Promise<string | undefined> {
  const words = splitWords(command);
  if (words === undefined) return 'a quote is not closed';
  const [program = '', ...args] = words;
  let ended: NodeJS.Signals | undefined;
  // Ctrl-C goes to the pager as well, which decides what it means.
  const stay = (): void => undefined;
  process.on('SIGINT', stay);
  const pager = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
  const end = (signal: NodeJS.Signals): void => {
    ended = signal;
    pager.kill(signal);
  };
  for (const signal of ENDING) process.on(signal, end);
  try {
    return await new Promise((resolve) => {
      pager.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      pager.once('close', () => resolve(undefined));
      // Whoever leaves the pager early has seen enough.
      pager.stdin.on('error', () => undefined);
      pager.stdin.end(/(?:^|[\\/])less(?:\.exe)?$/.test(program) ? text : text.replace(LINKS, ''));
    });
  } finally {
    process.removeListener('SIGINT', stay);
    for (const signal of ENDING) process.removeListener(signal, end);

    if (ended !== undefined) throw new PmrolesError('terminated', 'ended by a signal');
  }
}

/** The start and the end of a link, which few pagers but less let through. */

const LINKS = /\u001b\]8;[^\u001b]*\u001b\\/g;

/**
 * Splits a command line into words: blanks part them, quotes keep blanks, and a backslash keeps a blank, a quote or another
 * backslash. Anywhere else it is a plain character, so that paths of Windows are words.
 *
 * @param line the command line
 * @returns the words; undefined where a quote is not closed. Variables, patterns, pipes and the like are plain characters.
 */
export function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  const part = /(\s+)|'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([\s'"\\])|([^\s'"\\]+|\\)/y;
  let word: string | undefined;
  while (part.lastIndex < line.length) {
    const match = part.exec(line);
    if (!match) return undefined;
    const [, blank, single, double, escaped, bare] = match;
    if (blank === undefined) {
      word = `${word ?? ''}${single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? bare ?? ''}`;
    } else {
      if (word !== undefined) words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
