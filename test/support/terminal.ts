/**
 * The built program in a real pseudo-terminal, with a screen that can be read.
 *
 * `script` of util-linux makes the pseudo-terminal; a terminal emulator without a window keeps the screen.
 */
import { spawn, spawnSync } from 'node:child_process';
import xterm from '@xterm/headless';
import { BIN, cleanEnv } from './program.ts';

/** Keys by the names that people call them. */
export const KEY = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  escape: '\u001b',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  backspace: '\u007f',
} as const;

/** Whether this machine can make a pseudo-terminal for the tests. */
export const hasTerminal = spawnSync('script --version', { shell: true, encoding: 'utf8' }).stdout.includes(
  'util-linux',
);

/** A program in a terminal. */
export interface TerminalSession {
  /** Types keys. */
  readonly type: (keys: string) => void;
  /** Waits until the screen fits; fails with what is on it when that takes too long. */
  readonly until: (fits: string | RegExp | ((screen: string) => boolean)) => Promise<string>;
  /** What is on the screen now, without trailing blanks. */
  readonly screen: () => string;
  /** Everything that was written so far, escape sequences included. */
  readonly transcript: () => string;
  /** Whether the cursor is shown. */
  readonly cursorShown: () => boolean;
  /** Waits for the end and gives the exit code. */
  readonly ended: Promise<number>;
  /** Ends the program as a power cut would. */
  readonly kill: () => void;
  /** Sends the program, and not the terminal around it, a signal. */
  readonly signal: (name: string) => void;
  /** The program's home folder. */
  readonly home: string;
}

/** How the terminal is set up. */
export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that stdout goes to instead of the terminal. */
  readonly stdout?: string;
  /** The folder to work in; the one of the tests when absent. */
  readonly cwd?: string;
}

const PATIENCE = 20_000;

/**
 * Starts a program in a terminal.
 *
 * @param args the arguments of pmroles
 * @param options the terminal
 */
export function openTerminal(args: readonly string[], options: TerminalOptions = {}): TerminalSession {
  const { columns = 80, rows = 24, env = {}, stdout, cwd } = options;
  const screen = new xterm.Terminal({
    cols: columns || 80,
    rows: rows || 24,
    scrollback: 2000,
    allowProposedApi: true,
  });
  const quoted = [process.execPath, BIN, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  // exec leaves no shell between, so that signals and exit codes are the program's own.
  const child = spawn(
    'script',
    [
      '-qefc',
      `stty cols ${columns} rows ${rows}; exec ${quoted}${stdout === undefined ? '' : ` > '${stdout}'`}`,
      '/dev/null',
    ],
    {
      env: { ...cleanEnv(), TERM: 'xterm-256color', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
      stdio: 'pipe',
      ...(cwd === undefined ? {} : { cwd }),
    },
  );
  let written = '';
  let shown = true;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    written += text;
    screen.write(text);
    const last = Math.max(written.lastIndexOf('\u001b[?25l'), -1);
    shown = written.lastIndexOf('\u001b[?25h') >= last;
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? -1));
  });
  const read = (): string => {
    const buffer = screen.buffer.active;
    const lines = Array.from({ length: buffer.length }, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
    return lines.join('\n').trimEnd();
  };
  return {
    home: env['HOME'] ?? '',
    signal(name) {
      // The terminal's one child is the program, because the shell between was replaced by it.
      spawnSync('pkill', [`-${name}`, '-P', String(child.pid)]);
    },
    type: (keys) => child.stdin.write(keys),
    screen: read,
    transcript: () => written,
    cursorShown: () => shown,
    ended,
    kill() {
      spawnSync('pkill', ['-KILL', '-P', String(child.pid)]);
    },
    async until(fits) {
      const test = (text: string): boolean =>
        typeof fits === 'string' ? text.includes(fits) : fits instanceof RegExp ? fits.test(text) : fits(text);
      const start = Date.now();
      for (;;) {
        // The emulator works through what was written in its own time.
        await new Promise<void>((resolve) => screen.write('', resolve));
        const text = read();
        if (test(text)) return text;
        if (Date.now() - start > PATIENCE) throw new Error(`never came: ${String(fits)}\non the screen:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
