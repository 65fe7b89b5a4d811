/**
 * What the outside gives the program: streams, people to ask, ladders and files. Nothing else in the program touches
 * `process`, so a test can put a world of its own in its place.
 */
import type { CheckedLadder } from '../core/diagnostic.ts';
import type { Ladder } from '../core/model.ts';
import type { Output } from './output.ts';
import type { PackagePart } from './package.ts';
import type { Prompter } from './prompts.ts';
import type { ColorChoice, SettingsStore } from './settings.ts';
import type { StateStore } from './state.ts';

/** The world that a command runs in. */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;

  readonly stdout: Output;
  readonly stderr: Output;
  readonly pager: Pager;

  /** Whether a person can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  readonly prompter: (accessible: boolean, color: ColorChoice) => Promise<Prompter>;

  /** The ladder that ships with the program. */
  readonly shippedLadder: () => Promise<Ladder>;
  /**
   * Loads a ladder of somebody's own.
   *
   * @throws PmrolesError `usage` for a limit that is none, `read-failed` or `ladder-invalid`
   */
  readonly loadLadder: (path: string, options: LoadOptions) => Promise<LoadedLadder>;
  /**
   * Checks a ladder more closely than it takes to use it.
   *
   * @throws PmrolesError `read-failed`
   */
  readonly checkLadder: (path: string, options: Omit<LoadOptions, 'cache'>) => Promise<CheckedLadder>;

  readonly settings: SettingsStore;
  readonly state: StateStore;
  /**
   * Reads a text that the user named.
   *
   * @throws PmrolesError `read-failed`
   */
  readonly readText: (path: string, most: number, hint?: string) => Promise<string>;
  /**
   * Writes a text to a file that the user named, all of it or nothing.
   *
   * @throws PmrolesError `write-failed`, also when the file is there already and may not be replaced
   */
  readonly saveText: (path: string, text: string, overwrite: boolean) => Promise<void>;
  /**
   * Reads a file of the package.
   *
   * @throws PmrolesError `read-failed` where the package is not whole
   */
  readonly part: (name: PackagePart) => string;
  /** Where the JSON Schema of ladder files lies, for editors. */
  readonly ladderSchemaFile: string;
}

/** Shows a long text page by page. */
export interface Pager {
  /** The command that is used where nobody names one; empty where there is none to rely on. */
  readonly usual: string;
  /**
   * Runs a pager until it is left, which is no failure however early; the result says why it could not be started.
   *
   * @throws PmrolesError `terminated` when a signal ends the program meanwhile
   */
  readonly run: (command: string, text: string) => Promise<string | undefined>;
}

/** How to load a ladder. */
export interface LoadOptions {
  readonly cache: boolean;
  /** True for a screen reader: what goes on is said once, in a plain line. */
  readonly accessible: boolean;
  /** True to say nothing of how far it has come. */
  readonly quiet: boolean;
}

/** A ladder, and what is doubtful about it. */
export interface LoadedLadder {
  readonly ladder: Ladder;
  /** The first of the warnings, a line each. */
  readonly warnings: readonly string[];
  /** How many warnings there are. */
  readonly warningCount: number;
  /** The very text that the ladder was read from, where that is one; undefined where it is several files. */
  readonly text: () => string | undefined;
}
