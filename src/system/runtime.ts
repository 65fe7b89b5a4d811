/**
 * What the outside gives the program: streams, people to ask, ladders and files. Commands read, write and ask through this
 * alone, so a test can put a world of its own in its place; what stands behind it is in this folder and in `main.ts`.
 */
import type { CheckedLadder } from '../core/diagnostic.ts';
import type { Ladder } from '../core/model.ts';
import type { ShownPage } from './browser.ts';
import type { LadderTexts } from './load-ladder.ts';
import type { Output } from './output.ts';
import type { PackagePart } from './package.ts';
import type { Prompter } from './prompts.ts';
import type { ColorChoice, SettingsStore } from './settings.ts';
import type { StateStore } from './state.ts';

/** The world that a command runs in. What cannot be read or written ends in a PmrolesError. */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;

  readonly stdout: Output;
  readonly stderr: Output;
  readonly pager: {
    /** The command that is used where nobody names one; empty where there is none to rely on. */
    readonly usual: string;
    /** Runs a pager until it is left, which is no failure however early; the result says why it could not be started. */
    readonly run: (command: string, text: string) => Promise<string | undefined>;
  };

  /** Whether a person can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  readonly prompter: (accessible: boolean, color: ColorChoice) => Promise<Prompter>;

  /** The ladder that ships with the program. */
  readonly shippedLadder: () => Promise<Ladder>;
  readonly loadLadder: (path: string, options: LoadOptions) => Promise<LoadedLadder>;
  /** What lies at a path: a ladder, a part of one, or nothing yet. */
  readonly ladderTexts: (path: string) => Promise<LadderTexts>;
  /** Checks a ladder more closely than it takes to use it. */
  readonly checkLadder: (path: string, options: WatchOptions) => Promise<CheckedLadder>;

  readonly settings: SettingsStore;
  readonly state: StateStore;
  readonly profiles: ProfileStore;
  /** Today, where the user is: 2026-11-25. */
  readonly today: () => string;
  readonly readText: (path: string, most: number, hint?: string) => Promise<string>;
  /** As `readText`, for what may be no text. */
  readonly readBytes: (path: string, most: number, hint?: string) => Promise<Uint8Array>;
  /** Writes a text or bytes to a file that the user named, all of it or nothing; fails where one is there that may not be replaced. */
  readonly saveText: (path: string, content: string | Uint8Array, overwrite: boolean) => Promise<void>;
  /** Writes a page to a place of the user's own, and opens it in the browser. */
  readonly showPage: (name: string, html: string) => Promise<ShownPage>;
  readonly part: (name: PackagePart) => string;
  /** Where the JSON Schema of ladder files lies, for editors. */
  readonly ladderSchemaFile: string;
}

/** Where profiles are. */
export interface ProfileStore {
  /** The user's own where nobody names one and there is none in the working folder; undefined where there is no place for one. */
  readonly usual: string | undefined;
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => Promise<string>;
  /** Makes a new text of the one that is there, if any; nobody else changes it meanwhile. */
  readonly change: (path: string, change: (text: string | undefined) => string) => Promise<void>;
  /** The folder of the git work tree that a file would lie in; undefined where it would lie in none. */
  readonly workTreeOf: (path: string) => Promise<string | undefined>;
}

/** How to tell of how far a load has come. */
export interface WatchOptions {
  /** True for a screen reader: what goes on is said once, in a plain line. */
  readonly accessible: boolean;
  readonly quiet: boolean;
}

export interface LoadOptions extends WatchOptions {
  readonly cache: boolean;
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
