/**
 * Asks a person with inquirer. The only file that knows the prompt library.
 */
import { PassThrough } from 'node:stream';
import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import inquirer from 'inquirer';
import { PmrolesError } from '../core/errors.ts';
import { wrapLine } from '../report/width.ts';
import type { Choice, NumberedQuestion, NumberedReply, Prompter } from './runtime.ts';

/** The streams that prompts use. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** Sets text off; the identity where there is no colour. */
export type Emphasis = (text: string) => string;

/** Makes a prompter that reads keys from one stream and draws on another. */
export function createPrompter({ input, output }: PromptStreams, emphasis: Emphasis): Prompter {
  const columns = (): number => (output as { columns?: number }).columns ?? 80;
  const numbered = numberedPrompt(emphasis, columns);
  return {
    search: <T>(question: string, find: (typed: string) => readonly Choice<T>[]) =>
      guarded({ input, output }, async (context) => {
        const prompt = inquirer.createPromptModule(context);
        const { answer } = await prompt<{ answer: unknown }>([
          {
            type: 'search',
            name: 'answer',
            message: question,
            source: (typed: string | undefined) =>
              find(typed ?? '').map(({ value, name, description }) => ({
                value,
                name,
                ...(description === undefined ? {} : { description: wrapped(description, columns() - 1).join('\n') }),
              })),
          },
        ]);
        // What comes back is the value of one of the choices.
        return answer as T;
      }),
    line: (question, offered, problem) =>
      guarded({ input, output }, async (context) => {
        const prompt = inquirer.createPromptModule(context);
        const { answer } = await prompt<{ answer: string }>([
          {
            type: 'input',
            name: 'answer',
            message: question,
            default: offered,
            validate: (typed: string) => problem(typed.trim()) ?? true,
          },
        ]);
        return answer.trim();
      }),
    ask: (question) =>
      guarded({ input, output }, (context) => numbered(question, { ...context, clearPromptOnDone: true })),
  };
}

/** Why a prompt ends at Ctrl-D. */
const END_OF_INPUT = 'end of input';

/** Runs one prompt, so that whatever ends it, a key or a signal, ends in the program's own errors with the cursor given back. */
async function guarded<T>({ input, output }: PromptStreams, ask: (context: PromptContext) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  // Ctrl-D at an empty line closes what reads lines, and pauses its input; the library would wait for ever.
  const end = (_text: unknown, key?: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (key?.ctrl !== true || key.name !== 'd') return;
    setImmediate(() => {
      if (input.isPaused()) abort.abort(END_OF_INPUT);
    });
  };
  input.on('keypress', end);
  // Not `once`: the library ends the process at once when nobody else is seen to listen, with the cursor still hidden.
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  try {
    return await ask({ input, output: unendable(output), signal: abort.signal });
  } catch (error) {
    // A name is what tells these apart: the library may be loaded twice, and classes then differ.
    const name = error instanceof Error ? error.name : '';
    const hasEnded = abort.signal.reason === END_OF_INPUT;
    if (name === 'AbortPromptError' && !hasEnded)
      throw new PmrolesError('terminated', 'ended by a signal', { cause: error });
    if (name === 'ExitPromptError' || hasEnded) throw new PmrolesError('interrupted', 'interrupted', { cause: error });
    throw error;
  } finally {
    input.removeListener('keypress', end);
    process.removeListener('SIGTERM', stop);
    process.removeListener('SIGHUP', stop);
  }
}

/** A stand-in for a stream: inquirer ends the stream that it was given after each prompt, and stderr is still needed. */
function unendable(output: NodeJS.WritableStream): NodeJS.WritableStream {
  const through = new PassThrough();
  through.pipe(output, { end: false });
  const { columns } = output as { columns?: number };
  return Object.assign(through, { columns });
}

/** A question whose answers have a key each, which inquirer's own list has not: a number chooses at once. */
function numberedPrompt(emphasis: Emphasis, columns: () => number) {
  return createPrompt<NumberedReply, NumberedQuestion>((question, done) => {
    const { answers, canGoBack, canSkip } = question;
    const [active, setActive] = useState(
      question.start === undefined ? Math.floor(answers.length / 2) : question.start - 1,
    );
    useKeypress((key) => {
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
    const width = Math.max(columns() - 1, 20);
    const lines = answers.flatMap((answer, index) => {
      const [first, ...more] = wrapped(answer, width - 5);
      const entry = [
        `${index === active ? '>' : ' '} ${index + 1}  ${first ?? ''}`,
        ...more.map((line) => `     ${line}`),
      ];
      return index === active ? entry.map(emphasis) : entry;
    });
    const keys = [
      `1-${answers.length}, or arrows and Enter`,
      ...(canGoBack ? ['b back'] : []),
      ...(canSkip ? ['s skip'] : []),
      'q quit',
    ];
    const parts = [
      wrapped(question.title, width),
      wrapped(question.text, width),
      lines,
      wrapped(keys.join(', '), width),
    ];
    return parts.map((part) => part.join('\n')).join('\n\n');
  });
}

function wrapped(text: string, width: number): string[] {
  return wrapLine([text], width).map((pieces) => pieces.map((piece) => piece.text).join(''));
}
