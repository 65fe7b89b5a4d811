/**
 * What is typed on a terminal, key by key. A question gets one key at a time, so that what it does not need is kept for the next one:
 * people type ahead.
 */
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

const ESCAPE = '\u001b';
const CTRL_Z = '\u001a';

/** Makes every prompt draw itself anew: Ctrl-L, then a blank that is taken back. */
const REDRAW = '\f \u007f';

/** Milliseconds after which an escape is a key by itself, rather than the start of an arrow key. */
const PATIENCE = 100;

/** Milliseconds that a signal takes at most until it stops the program; what is due by then comes when it goes on. */
const STOPPING = 50;

/** What was typed and not yet asked for. */
let ahead = '';

export interface KeyEvents {
  /** Somebody wants to leave the question. */
  readonly escape: () => void;
  /** Nothing more can be typed. */
  readonly end: () => void;
}

/** Asks with keys of a terminal, which is given back afterwards. */
export async function withKeys<T>(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  { escape, end }: KeyEvents,
  ask: (keys: PassThrough) => Promise<T>,
): Promise<T> {
  const keys = new PassThrough();
  const decoder = new StringDecoder();
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  let isOver = false;
  const later = (milliseconds: number, work: () => void): void => {
    const run = (): void => {
      timer = undefined;
      if (!isOver) work();
    };
    timer = milliseconds === 0 ? setImmediate(run) : setTimeout(run, milliseconds);
  };
  const feed = (): void => {
    if (timer !== undefined || ahead === '') return;
    if (ahead === ESCAPE) {
      later(PATIENCE, () => {
        if (ahead !== ESCAPE) {
          feed();
          return;
        }
        ahead = '';
        escape();
      });
      return;
    }
    const key = String.fromCodePoint(ahead.codePointAt(0)!);
    ahead = ahead.slice(key.length);
    if (key === CTRL_Z && process.platform !== 'win32') {
      stop();
      return;
    }
    keys.write(key);
    // What the key does is done by then.
    later(0, feed);
  };
  const stop = (): void => {
    input.setRawMode(false);
    output.write('\u001b[?25h\n');
    later(STOPPING, () => {
      input.setRawMode(true);
      ahead = REDRAW + ahead;
      feed();
    });
    // All that was started together, as the terminal itself would.
    process.kill(0, 'SIGTSTP');
  };
  const take = (chunk: Buffer | string): void => {
    ahead += typeof chunk === 'string' ? chunk : decoder.write(chunk);
    feed();
  };
  input.setRawMode(true);
  input.on('data', take);
  input.once('end', end);
  input.resume();
  feed();
  try {
    return await ask(keys);
  } finally {
    isOver = true;
    input.removeListener('data', take);
    input.removeListener('end', end);
    input.setRawMode(false);
    // An input that is being read would keep the program from ending.
    input.pause();
  }
}
