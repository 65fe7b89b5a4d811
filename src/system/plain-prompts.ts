/**
 * Asks a person in plain lines: a question, numbered answers, and a line typed in reply. Nothing is drawn anew and no escape
 * sequence is written, so that a screen reader, a braille line or a teletype can follow.
 */
import { createInterface } from 'node:readline';
import { PmrolesError } from '../core/errors.ts';
import { printable } from '../report/printable.ts';
import { wrapText } from '../report/width.ts';
import { asksToLeave } from './leave.ts';
import type { Output } from './output.ts';
import type { Choice, NumberedQuestion, NumberedReply, Prompter } from './prompts.ts';

/** More matches than this are not read out; a longer word narrows them down. */
const MOST_READ_OUT = 9;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function createPlainPrompter(input: NodeJS.ReadableStream, output: Pick<Output, 'write' | 'columns'>): Prompter {
  const write = (text: string): Promise<void> => output.write(`${wrapLines(text, output.columns ?? 80)}\n`);
  /** Asks until a line gives an answer: `read` returns it, or what is to be said instead. */
  const ask = async <T>(question: string, read: (typed: string) => { answer: T } | string): Promise<T> => {
    // Heard before the question is shown, so that a Ctrl-C right after it ends this as one does later.
    const signals = hearSignals();
    try {
      await write(question);
      for (;;) {
        const reply = read((await readLine(input, signals.heard)).trim());
        if (typeof reply !== 'string') return reply.answer;
        await write(reply);
      }
    } finally {
      signals.stop();
    }
  };
  return {
    search<T>(question: string, find: (typed: string) => readonly Choice<T>[]): Promise<T | undefined> {
      const all = find('');
      // A few are read out at once.
      let offered = all.length <= MOST_READ_OUT ? all : [];
      const start = offered.length === 0 ? '' : `${numberedLines(offered.map(({ name }) => name))}\n`;
      const how = `Type a ${start === '' ? '' : 'number or a '}name, or a part of one, and press Enter; q for quit.`;
      return ask<T | undefined>(`${question}\n${start}${how}`, (typed) => {
        if (asksToLeave(typed)) return { answer: undefined };
        const numbered = /^\d+$/.test(typed) ? offered[Number(typed) - 1] : undefined;
        if (numbered) return { answer: numbered.value };
        const found = find(typed);
        if (found.length === 1) return { answer: found[0]!.value };
        offered = found.slice(0, MOST_READ_OUT);
        return found.length === 0
          ? `No matches for "${printable(typed)}". Type another name.`
          : `${numberedLines(offered.map(({ name }) => name))}\nType a number, or a longer name.`;
      });
    },
    line: (question, offered, problem) =>
      ask<string | undefined>(`${question} Press Enter alone for "${printable(offered)}", q for quit.`, (typed) => {
        if (asksToLeave(typed)) return { answer: undefined };
        const text = typed === '' ? offered : typed;
        return problem(text) ?? { answer: text };
      }),
    ask(question) {
      const { title, text, answers } = question;
      const ways = waysOut(question);
      return ask(
        `${title}\n${text}\n${numberedLines(answers)}\nType a number and press Enter${ways}.`,
        (typed) => replyOf(question, typed.toLowerCase()) ?? `Type a number from 1 to ${answers.length}${ways}.`,
      );
    },
  };
}

/** Breaks lines where words end; what a numbered one wraps to stands under its text. */
function wrapLines(text: string, columns: number): string {
  const lines = text.split('\n').flatMap((line) => {
    const [number = ''] = /^\d+\. /.exec(line) ?? [];
    const room = Math.max(20, columns) - number.length;
    const hang = ' '.repeat(number.length);
    return wrapText(line.slice(number.length), room).map((part, index) => (index === 0 ? number : hang) + part);
  });
  return lines.join('\n');
}

function numberedLines(texts: readonly string[]): string {
  return texts.map((text, index) => `${index + 1}. ${text}`).join('\n');
}

function waysOut({ canGoBack, canSkip }: NumberedQuestion): string {
  return `${canGoBack ? ', b for back' : ''}${canSkip ? ', s for skip' : ''}, q for quit`;
}

function replyOf(
  { answers, canGoBack, canSkip }: NumberedQuestion,
  typed: string,
): { answer: NumberedReply } | undefined {
  if (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= answers.length) return { answer: Number(typed) };
  if (canGoBack && (typed === 'b' || typed === 'back')) return { answer: 'back' };
  if (canSkip && (typed === 's' || typed === 'skip')) return { answer: 'skip' };
  return asksToLeave(typed) ? { answer: 'quit' } : undefined;
}

/** One reader for all prompts: a second one would miss what the first had read ahead. */
let lines: AsyncIterator<string> | undefined;

async function readLine(input: NodeJS.ReadableStream, stopped: Promise<never>): Promise<string> {
  lines ??= createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  input.resume();
  try {
    const { done, value } = await Promise.race<IteratorResult<string, undefined>>([lines.next(), stopped]);
    // Ctrl-D: there is nothing more to read.
    if (done === true) throw new PmrolesError('interrupted', 'interrupted');
    return value;
  } finally {
    // An input that is being read would keep the program from ending.
    input.pause();
  }
}

/** Turns the signals that end a program into an error, until told to stop. */
function hearSignals(): { readonly heard: Promise<never>; readonly stop: () => void } {
  let hear: NodeJS.SignalsListener = () => undefined;
  const heard = new Promise<never>((_resolve, reject) => {
    hear = (signal) => {
      const isCtrlC = signal === 'SIGINT';
      reject(new PmrolesError(isCtrlC ? 'interrupted' : 'terminated', isCtrlC ? 'interrupted' : 'ended by a signal'));
    };
  });
  // Heard while the question is still written, it waits for whoever reads the reply.
  heard.catch(() => undefined);
  for (const signal of ENDING) process.on(signal, hear);
  return {
    heard,
    stop() {
      for (const signal of ENDING) process.removeListener(signal, hear);
    },
  };
}
