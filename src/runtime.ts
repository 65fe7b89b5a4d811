/**
 * What the outside gives the program: streams, terminal, environment, files and prompts. Nothing else in the program touches
 * `process`, so a test can put a world of its own in its place.
 */
import type { Ladder } from './core/model.ts';

/** Somewhere to write. */
export interface Output {
  /** Writes all of a text; rejects with the stream's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** How many columns the terminal has, where it is one and says so. */
  readonly columns: number | undefined;
}

/** One of the answers that a prompt offers. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
}

/** Asks a person. Every question goes to stderr, so that stdout holds the result alone. */
export interface Prompter {
  /**
   * Lets the person find one of many choices by typing part of it.
   *
   * @throws PmrolesError `interrupted` on Ctrl-C
   */
  readonly search: <T>(question: string, find: (typed: string) => readonly Choice<T>[]) => Promise<T>;
}

/** The world that a command runs in. */
export interface Runtime {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether a person can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The ladder that ships with the program. */
  readonly shippedLadder: () => Promise<Ladder>;
  /**
   * Loads a ladder from a file or folder.
   *
   * @throws PmrolesError `read-failed` or `ladder-invalid`
   */
  readonly loadLadder: (path: string) => Promise<Ladder>;
  readonly prompter: () => Promise<Prompter>;
}
