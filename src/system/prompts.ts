/**
 * Asks a person: what can be asked, and how it is drawn with inquirer. The only file that knows the prompt library.
 */
import type { PassThrough } from 'node:stream';
import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import inquirer from 'inquirer';
import { PmrolesError } from '../core/errors.ts';
import { wrapText } from '../report/width.ts';
import { withKeys } from './keys.ts';
import { asksToLeave } from './leave.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
}

export interface NumberedQuestion {
  /** Stands above the question: where in the whole it is. */
  readonly title: string;
  readonly text: string;
  /** The first nine have a key each. */
  readonly answers: readonly string[];
  /** Whether going back, and leaving the question out, make sense here; they do not when absent. */
  readonly canGoBack?: boolean;
  readonly canSkip?: boolean;
  /** The number of the answer that Enter takes, if no other is moved to; the middle one when absent. */
  readonly start?: number;
}

/** What somebody did at a numbered question: the number of an answer, from 1, or one of the ways out. */
export type NumberedReply = number | 'back' | 'skip' | 'quit';

/**
 * Asks a person. Every question goes to stderr, so that stdout holds the result alone. Ctrl-C and Ctrl-D end each in a PmrolesError
 * `interrupted`, a signal that ends the program in `terminated`. Escape leaves each, and so does q where it is all that is typed:
 * the answer is then undefined or, of `ask`, `quit`.
 */
export interface Prompter {
  /** Lets the person find one of many choices by typing part of it. */
  readonly search: <T>(question: string, find: (typed: string) => readonly Choice<T>[]) => Promise<T | undefined>;
  /** Lets the person choose one of a few answers, by arrow or by number. */
  readonly ask: (question: NumberedQuestion) => Promise<NumberedReply>;
  /** Lets the person type a line of text; Enter alone takes the one that is offered. */
  readonly line: (
    question: string,
    offered: string,
    problem: (typed: string) => string | undefined,
  ) => Promise<string | undefined>;
}

/** So many choices are shown at once, with room for what stands around them. */
const PAGE_SIZE = 12;

export function createPrompter(input: NodeJS.ReadStream, output: NodeJS.WriteStream, colored: boolean): Prompter {
  // A terminal that does not know its size says 0.
  const width = (): number => (output.columns || 80) - 1;
  const numbered = numberedPrompt(width, (text) => (colored ? `\u001b[36m${text}\u001b[39m` : text));
  /** The prompts of inquirer's own; what comes back is as they give it. */
  const ask = (question: object): Promise<unknown> =>
    guarded(input, output, async (keys, signal) => {
      const prompt = inquirer.createPromptModule({ input: keys as never, output, signal });
      const { answer } = await prompt<{ answer: unknown }>([{ name: 'answer', ...question } as never]);
      return answer;
    });
  return {
    search: async <T>(message: string, find: (typed: string) => readonly Choice<T>[]) => {
      const source = (typed = ''): Choice<T | undefined>[] => [
        ...find(typed).map((choice) =>
          choice.description === undefined
            ? choice
            : { ...choice, description: wrapText(choice.description, width()).join('\n') },
        ),
        ...(asksToLeave(typed) ? [{ value: undefined, name: 'Quit' }] : []),
      ];
      const theme = { style: { keysHelpTip: () => 'arrows and Enter, Esc quit' } };
      return (await ask({ type: 'search', message, source, theme, pageSize: PAGE_SIZE })) as T | undefined;
    },
    line: async (message, offered, problem) => {
      const validate = (typed: string): string | true => asksToLeave(typed) || (problem(typed.trim()) ?? true);
      const typed = (await ask({ type: 'input', message, default: offered, validate })) as string | undefined;
      return typed === undefined || asksToLeave(typed) ? undefined : typed.trim();
    },
    ask: async (question) =>
      (await guarded(input, output, (keys, signal) =>
        numbered(question, { input: keys, output, signal, clearPromptOnDone: true }),
      )) ?? 'quit',
  };
}

/** Why a prompt ends at Ctrl-D, and at Escape. */
const END_OF_INPUT = 'end of input';
const LEFT = 'left';

/**
 * Runs one prompt, so that whatever ends it, a key or a signal, ends in the program's own errors with the cursor given back; the
 * result is undefined where it was left with Escape.
 */
async function guarded<T>(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  ask: (keys: PassThrough, signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const end = (): void => abort.abort(END_OF_INPUT);
  // Not `once`: the library ends the process at once when nobody else is seen to listen, with the cursor still hidden.
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  try {
    return await withKeys(input, output, { escape: () => abort.abort(LEFT), end }, (keys) => {
      // Ctrl-D at an empty line closes what reads lines, and pauses its input; the library would wait for ever.
      keys.on('keypress', (_text: unknown, key?: { readonly name?: string; readonly ctrl?: boolean }) => {
        if (key?.ctrl === true && key.name === 'd') setImmediate(() => keys.isPaused() && end());
      });
      return ask(keys, abort.signal);
    });
  } catch (error) {
    // A name is what tells these apart: the library may be loaded twice, and classes then differ.
    const name = error instanceof Error ? error.name : '';
    if (abort.signal.reason === LEFT) return undefined;
    if (name === 'ExitPromptError' || abort.signal.reason === END_OF_INPUT) {
      throw new PmrolesError('interrupted', 'interrupted', { cause: error });
    }
    throw name === 'AbortPromptError' ? new PmrolesError('terminated', 'ended by a signal', { cause: error }) : error;
  } finally {
    process.removeListener('SIGTERM', stop);
    process.removeListener('SIGHUP', stop);
  }
}

/** A question whose answers have a key each, which inquirer's own list has not: a number chooses at once. */
function numberedPrompt(columns: () => number, emphasis: (text: string) => string) {
  return createPrompt<NumberedReply, NumberedQuestion>((question, done) => {
    const { title, text, answers, canGoBack, canSkip, start = Math.floor(answers.length / 2) + 1 } = question;
    const [active, setActive] = useState(start - 1);
    const [drawn, setDrawn] = useState(1);
    useKeypress((key) => {
      if (key.ctrl && key.name === 'l') setDrawn(drawn + 1);
      if (key.ctrl) return;
      const number = /^[1-9]$/.test(key.name) ? Number(key.name) : 0;
      if (isEnterKey(key)) done(active + 1);
      else if (number >= 1 && number <= answers.length) done(number);
      else if (isUpKey(key)) setActive((active + answers.length - 1) % answers.length);
      else if (isDownKey(key)) setActive((active + 1) % answers.length);
      else if (canGoBack && (key.name === 'b' || key.name === 'left')) done('back');
      else if (canSkip && key.name === 's') done('skip');
      else if (key.name === 'q') done('quit');
    });
    // The library breaks lines wherever they end; words are kept whole here.
    const width = Math.max(columns(), 20);
    const lines = answers.flatMap((answer, index) => {
      const [first = '', ...more] = wrapText(answer, width - 5);
      const entry = [`${index === active ? '>' : ' '} ${index + 1}  ${first}`, ...more.map((line) => `     ${line}`)];
      return index === active ? entry.map(emphasis) : entry;
    });
    const keys = `1-${answers.length}, or arrows and Enter${canGoBack ? ', b back' : ''}${canSkip ? ', s skip' : ''}, q quit`;
    return [wrapText(title, width), wrapText(text, width), lines, wrapText(keys, width)]
      .map((part) => part.join('\n'))
      .join('\n\n');
  });
}
