/**
 * Runs a pager, without a shell between.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { PmrolesError } from '../core/errors.ts';
import { splitWords } from '../core/shell-words.ts';

/** What ends the program at once is passed on: a pager that is left behind would fight the shell for the keyboard. */
const ENDING = ['SIGTERM', 'SIGHUP'] as const;

/**
 * What pagers read that would else show colours as raw characters, as git sets it: less lets them through, ends by itself where
 * all fits and leaves what was read on the screen; lv lets them through. Whoever has set these has decided on that.
 */
const ENVIRONMENT = { LESS: 'FIRX', LV: '-c' } as const;

/** The start and the end of a link, which few pagers but less let through. */
const LINKS = /\u001b\]8;[^\u001b]*\u001b\\/g;

/** Shows a text in a pager, and waits until it is left; says why where it cannot be started. */
export async function runPager(command: string, text: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const words = splitWords(command);
  if (words === undefined) return 'a quote is not closed';
  const [program = '', ...args] = words;
  if (program === '') return '';
  let pager: ChildProcess | undefined;
  let ended: NodeJS.Signals | undefined;
  // Ctrl-C goes to the pager as well, which decides what it means.
  const stay = (): void => undefined;
  const end = (signal: NodeJS.Signals): void => {
    ended = signal;
    pager?.kill(signal);
  };
  process.on('SIGINT', stay);
  for (const signal of ENDING) process.on(signal, end);
  try {
    const unset = Object.entries(ENVIRONMENT).filter(([name]) => (env[name] ?? '') === '');
    const environment = { ...env, ...Object.fromEntries(unset) };
    const running = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'], env: environment });
    pager = running;
    return await new Promise((resolve) => {
      running.once('error', (error) => resolve(reasonOf(error)));
      running.once('close', () => resolve(undefined));
      // Whoever leaves the pager early has seen enough.
      running.stdin.on('error', () => undefined);
      running.stdin.end(/(?:^|[\\/])less(?:\.exe)?$/.test(program) ? text : text.replace(LINKS, ''));
    });
  } catch (error) {
    // Of some words no process can be made, a NUL in them among others.
    return reasonOf(error as Error);
  } finally {
    process.removeListener('SIGINT', stay);
    for (const signal of ENDING) process.removeListener(signal, end);
    if (ended !== undefined) throw new PmrolesError('terminated', 'ended by a signal');
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}
