/**
 * Asks a person in plain lines: a question, numbered answers, and a line typed in reply. Nothing is drawn anew and no escape
 * sequence is written, so that a screen reader, a braille line or a teletype can follow.
 */
import { createInterface, type Interface } from 'node:readline';
import { PmrolesError } from '../core/errors.ts';
import { printable } from '../report/printable.ts';
import type { Choice, NumberedQuestion, NumberedReply, Prompter } from './runtime.ts';

/** More matches than this are not read out; a longer word narrows them down. */
const MOST_READ_OUT = 9;

/** Makes a prompter that writes and reads lines. */
export function createAccessiblePrompter(
  input: NodeJS.ReadableStream,
  write: (text: string) => Promise<void>,
): Prompter {
  return {
    async search<T>(question: string, find: (typed: string) => readonly Choice<T>[]): Promise<T> {
      let offered: readonly Choice<T>[] = [];
      await write(`${question} Type a name, or a part of one, and press Enter.\n`);
      for (;;) {
        const typed = (await readLine(input)).trim();
        const number = Number(typed);
        const numbered = /^\d+$/.test(typed) ? offered[number - 1] : undefined;
        if (numbered) return numbered.value;
        offered = find(typed);
        const [first, second] = offered;
        if (first && !second) return first.value;
        if (!first) await write(`Nothing fits "${printable(typed)}". Type another name.\n`);
        else {
          const shown = offered.slice(0, MOST_READ_OUT);
          offered = shown;
          await write(
            `${shown.map(({ name }, index) => `${index + 1}. ${name}`).join('\n')}\nType a number, or a longer name.\n`,
          );
        }
      }
    },
    async line(question, offered, problem) {
      await write(`${question} Press Enter alone for "${printable(offered)}".\n`);
      for (;;) {
        const typed = (await readLine(input)).trim();
        const text = typed === '' ? offered : typed;
        const wrong = problem(text);
        if (wrong === undefined) return text;
        await write(`${wrong}\n`);
      }
    },
    async ask(question) {
      await write(describe(question));
      for (;;) {
        const reply = replyOf(question, (await readLine(input)).trim().toLowerCase());
        if (reply !== undefined) return reply;
        await write(`Type a number from 1 to ${question.answers.length}${ways(question)}.\n`);
      }
    },
  };
}

function describe(question: NumberedQuestion): string {
  const answers = question.answers.map((answer, index) => `${index + 1}. ${answer}`);
  return `${question.title}\n${question.text}\n${answers.join('\n')}\nType a number and press Enter${ways(question)}.\n`;
}

function ways({ canGoBack, canSkip }: NumberedQuestion): string {
  return [...(canGoBack ? [', b for back'] : []), ...(canSkip ? [', s for skip'] : []), ', q for quit'].join('');
}

function replyOf({ answers, canGoBack, canSkip }: NumberedQuestion, typed: string): NumberedReply | undefined {
  if (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= answers.length) return Number(typed);
  if (canGoBack && (typed === 'b' || typed === 'back')) return 'back';
  if (canSkip && (typed === 's' || typed === 'skip')) return 'skip';
  return typed === 'q' || typed === 'quit' ? 'quit' : undefined;
}

/** One reader for each input: a second one would miss what the first had read ahead. */
const readers = new WeakMap<NodeJS.ReadableStream, { lines: AsyncIterator<string>; close: Interface['close'] }>();

async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  let reader = readers.get(input);
  if (!reader) {
    const lines = createInterface({ input, terminal: false });
    reader = { lines: lines[Symbol.asyncIterator](), close: () => lines.close() };
    readers.set(input, reader);
  }
  const { lines } = reader;
  return await new Promise<string>((resolve, reject) => {
    const end = (code: 'interrupted' | 'terminated', message: string) => (): void => {
      finish();
      reject(new PmrolesError(code, message));
    };
    const interrupted = end('interrupted', 'interrupted');
    const terminated = end('terminated', 'ended by a signal');
    const finish = (): void => {
      process.removeListener('SIGINT', interrupted);
      process.removeListener('SIGTERM', terminated);
      process.removeListener('SIGHUP', terminated);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', terminated);
    process.once('SIGHUP', terminated);
    lines.next().then(({ done, value }) => {
      finish();
      // Ctrl-D: there is nothing more to read.
      if (done === true) reject(new PmrolesError('interrupted', 'interrupted'));
      else resolve(value);
    }, reject);
  });
}

/** Lets go of an input, so that the program can end. */
export function stopReading(input: NodeJS.ReadableStream): void {
  readers.get(input)?.close();
  readers.delete(input);
  input.pause();
}
