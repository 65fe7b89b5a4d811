/**
 * What the outside gives the program: streams, terminal, environment, files and prompts. Nothing else in the program touches
 * `process`, so a test can put a world of its own in its place.
 */
import type { CheckedLadder } from '../core/diagnostic.ts';
import type { Ladder } from '../core/model.ts';

/** Somewhere to write. */
export interface Output {
  /** Writes all of a text; rejects with the stream's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** How many columns the terminal has, where it is one and says so. */
  readonly columns: number | undefined;
  /** How many lines the terminal has, where it is one and says so. */
  readonly rows: number | undefined;
}

/** Shows a long text page by page. */
export interface Pager {
  /** The command that is used where nobody names one; empty where there is none to rely on. */
  readonly usual: string;
  /**
   * Runs a pager until it is left. Leaving it early is no failure.
   *
   * @throws PmrolesError `terminated` when a signal ends the program meanwhile
   */
  readonly run: (command: string, text: string) => Promise<string | undefined>;
}

/** One of the answers that a prompt offers. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
}

/** A question with a few numbered answers. */
export interface NumberedQuestion {
  /** Stands above the question: where in the whole it is. */
  readonly title: string;
  readonly text: string;
  /** At most nine, so that each has a key. */
  readonly answers: readonly string[];
  /** Whether going back, and leaving the question out, make sense here. */
  readonly canGoBack: boolean;
  readonly canSkip: boolean;
  /** The number of the answer that Enter takes, if no other is moved to; the middle one when absent. */
  readonly start?: number;
}

/** What somebody did at a numbered question: the number of an answer, from 1, or one of the ways out. */
export type NumberedReply = number | 'back' | 'skip' | 'quit';

/** Asks a person. Every question goes to stderr, so that stdout holds the result alone. */
export interface Prompter {
  /**
   * Lets the person find one of many choices by typing part of it.
   *
   * @throws PmrolesError `interrupted` on Ctrl-C
   */
  readonly search: <T>(question: string, find: (typed: string) => readonly Choice<T>[]) => Promise<T>;
  /**
   * Lets the person choose one of a few answers, by arrow or by number.
   *
   * @throws PmrolesError `interrupted` on Ctrl-C, `terminated` when a signal ends the program
   */
  readonly ask: (question: NumberedQuestion) => Promise<NumberedReply>;
  /**
   * Lets the person type a line of text; Enter alone takes the one that is offered.
   *
   * @throws PmrolesError `interrupted` on Ctrl-C, `terminated` when a signal ends the program
   */
  readonly line: (question: string, offered: string, problem: (typed: string) => string | undefined) => Promise<string>;
}

/** Small texts that outlive the program, such as a quiz that was not finished. */
export interface StateStore {
  /** What was kept under a name; undefined where there is nothing. */
  readonly read: (name: string) => string | undefined;
  /** Keeps a text, all of it or, when that fails, what was there before. */
  readonly write: (name: string, text: string) => string | undefined;
  readonly remove: (name: string) => void;
}

/** The user's own settings; what is absent is not set. */
export interface Config {
  /** The ladder to use: an absolute path. */
  readonly data?: string;
  readonly color?: 'auto' | 'always' | 'never';
  readonly width?: number;
  readonly ascii?: boolean;
  readonly accessible?: boolean;
  /** The command line of a pager; empty for none. */
  readonly pager?: string;
  /** Whether to say what to try next. */
  readonly hints?: boolean;
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

/** Where the user's settings are. */
export interface ConfigStore {
  /** The file; undefined where there is no place for one. */
  readonly file: string | undefined;
  /**
   * The settings; none where there is no file.
   *
   * @throws PmrolesError `config-invalid` for a file that is no JSON object, or a setting that does not fit
   */
  readonly read: () => Config;
  /**
   * The names in the file that are no setting's; another version of the program may know them.
   *
   * @throws PmrolesError `config-invalid` for a file that is no JSON object
   */
  readonly unknown: () => readonly string[];
  /**
   * Changes one entry of the file, whether or not it is a setting; all else in it stays as it is.
   *
   * @throws PmrolesError `config-invalid` for a file that is no JSON object, `write-failed`
   */
  readonly change: (name: string, value: unknown) => Promise<void>;
}

/** A ladder to start from: the text of its file, and the ladder that it holds. */
export interface Template {
  readonly text: string;
  readonly ladder: Ladder;
}

/** The program of the page that a ladder is exported as, and how the page looks. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** The world that a command runs in. */
export interface Runtime {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly pager: Pager;
  /** Whether a person can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The ladder that ships with the program. */
  readonly shippedLadder: () => Promise<Ladder>;
  readonly config: ConfigStore;
  /**
   * Loads a ladder of somebody's own.
   *
   * @throws PmrolesError `usage` for a limit that is none, `read-failed` or `ladder-invalid`
   */
  readonly loadLadder: (path: string, options: LoadOptions) => Promise<LoadedLadder>;
  /**
   * Reads one of the ladders that people can start from.
   *
   * @throws PmrolesError `read-failed` where the package is not whole, `usage` for an id that is none
   */
  readonly template: (name: string, names: { readonly id?: string; readonly title?: string }) => Promise<Template>;
  /** Where the JSON Schema of ladder files lies, for editors. */
  readonly ladderSchemaFile: string;
  /**
   * Checks a ladder more closely than it takes to use it.
   *
   * @throws PmrolesError `read-failed`
   */
  readonly checkLadder: (path: string, options: Omit<LoadOptions, 'cache'>) => Promise<CheckedLadder>;
  /** The JSON Schema of ladder files, as JSON that ends in a line feed. */
  readonly ladderSchema: () => Promise<string>;
  /**
   * Reads what every exported page has in common.
   *
   * @throws PmrolesError `read-failed` where the package is not whole
   */
  readonly pageParts: () => Promise<PageParts>;
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
  readonly state: StateStore;
  readonly prompter: (accessible: boolean, color: 'auto' | 'always' | 'never') => Promise<Prompter>;
}
