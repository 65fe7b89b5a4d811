/**
 * Asks a person with inquirer. The only file that knows the prompt library.
 */
import { PassThrough } from 'node:stream';
import inquirer from 'inquirer';
import { PmrolesError } from './core/errors.ts';
import type { Choice, Prompter } from './runtime.ts';

/** The streams that prompts use. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Makes a prompter that reads keys from one stream and draws on another.
 *
 * @param streams where to read and draw
 * @returns the prompter
 */
export function createPrompter({ input, output }: PromptStreams): Prompter {
  return {
    async search<T>(question: string, find: (typed: string) => readonly Choice<T>[]): Promise<T> {
      // Ended by a signal, the prompt must still give the cursor back.
      const abort = new AbortController();
      const stop = (): void => abort.abort();
      process.once('SIGTERM', stop);
      process.once('SIGHUP', stop);
      try {
        const prompt = inquirer.createPromptModule({ input, output: unendable(output), signal: abort.signal });
        const answers = await prompt<{ answer: unknown }>([
          {
            type: 'search',
            name: 'answer',
            message: question,
            source: (typed: string | undefined) =>
              find(typed ?? '').map(({ value, name, description }) => ({
                value,
                name,
                ...(description === undefined ? {} : { description }),
              })),
          },
        ]);
        // What comes back is the value of one of the choices.
        return answers.answer as T;
      } catch (error) {
        // A name is what tells these apart: the library may be loaded twice, and classes then differ.
        const name = error instanceof Error ? error.name : '';
        if (name === 'AbortPromptError') {
          throw new PmrolesError('terminated', 'ended by a signal', { cause: error });
        }
        if (name === 'ExitPromptError') throw new PmrolesError('interrupted', 'interrupted', { cause: error });
        throw error;
      } finally {
        process.removeListener('SIGTERM', stop);
        process.removeListener('SIGHUP', stop);
      }
    },
  };
}

/** A stand-in for a stream: inquirer ends the stream that it was given after each prompt, and stderr is still needed. */
function unendable(output: NodeJS.WritableStream): NodeJS.WritableStream {
  const through = new PassThrough();
  through.pipe(output, { end: false });
  return through;
}
