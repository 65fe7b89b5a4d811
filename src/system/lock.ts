/**
 * A lock that keeps two runs of the program from changing one file at the same time.
 */
import { closeSync, openSync, statSync } from 'node:fs';
import { PmrolesError } from '../core/errors.ts';
import { discard } from './save.ts';

/** Whoever holds a lock for longer than this was killed: a change takes milliseconds. */
const STALE = 5_000;

/** Nobody waits for longer. */
const PATIENCE = 20_000;

const PAUSE = 20;

/**
 * Does something while nobody else does the same to a file.
 *
 * @throws PmrolesError `write-failed` where others keep the lock, and what the work throws
 */
export function withLock<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  const held = take(lock, file);
  try {
    return work();
  } finally {
    if (held) discard(lock);
  }
}

/** Waits for a lock and takes it; false where there can be none, which the work itself will stumble over. */
function take(lock: string, file: string): boolean {
  const start = Date.now();
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx', 0o600));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    if (isStale(lock)) discard(lock);
    else if (Date.now() - start > PATIENCE) {
      throw new PmrolesError('write-failed', `cannot write ${file}: another run is changing it`, {
        hint: `if there is none, remove ${lock}`,
        location: { file },
      });
    } else pause();
  }
}

function isStale(lock: string): boolean {
  const status = statSync(lock, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > STALE;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
