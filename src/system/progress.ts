/**
 * Says how far a long load has come: on a terminal, and only when it takes a while.
 */
import type { Watch } from '../ladder/parse.ts';
import { printable } from '../report/printable.ts';

/** Milliseconds before anything is said, and between two changes of the line. */
const PATIENCE = 500;
const PACE = 100;

/** What is shown of a file's name: enough to know it, and short enough for the line not to break. */
const LONGEST_NAME = 40;

export function openProgress(
  stream: () => { readonly isTTY: boolean; readonly write: (text: string) => unknown },
  accessible: boolean,
  quiet = false,
) {
  let next = performance.now() + PATIENCE;
  let shown = false;
  return {
    watch: (({ file, text }, offset) => {
      const now = performance.now();
      if (now < next) return;
      next = now + PACE;
      // A screen reader is told once.
      if (quiet || (accessible && shown) || !stream().isTTY) return;
      shown = true;
      // The parser walks the text once, line by line, and then puts together what it found, of which it says nothing.
      const percent = Math.floor((offset / text.length) * 100);
      const state = percent < 99 ? `${percent} %` : 'putting it together …';
      const name = shorten(file);
      stream().write(accessible ? `Reading ${name} …\n` : `\r\u001b[KReading ${name} ${state}`);
    }) satisfies Watch,
    done: () => {
      if (shown && !accessible) stream().write('\r\u001b[K');
    },
  };
}

function shorten(name: string): string {
  const safe = printable(name);
  return safe.length <= LONGEST_NAME ? safe : `…${safe.slice(1 - LONGEST_NAME)}`;
}
