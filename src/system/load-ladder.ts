/**
 * Loads a ladder from disk.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { CheckedLadder, Diagnostic, LadderText } from '../core/diagnostic.ts';
import { type ErrorCode, PmrolesError } from '../core/errors.ts';
import { MOST_BYTES } from '../core/size-limit.ts';
import type { Ladder } from '../core/model.ts';
import { shellWord } from '../core/shell-words.ts';
import { decodeText, readLadderFiles } from './files.ts';
import { parseLadder, type Watch } from '../ladder/parse.ts';
import { validateLadder } from '../ladder/validate.ts';

/** A message shows no more diagnostics than this; it says how many more there are. */
const MOST_SHOWN = 10;

/** A loaded ladder and what is doubtful about it. */
export interface LoadedLadder {
  readonly ladder: Ladder;
  /** The first thousand of them. */
  readonly warnings: readonly Diagnostic[];
  /** How many there are, also of those that were not kept. */
  readonly warningCount: number;
}

/**
 * Loads and checks a ladder.
 *
 * @param path a YAML or JSON file, or a folder of them that add up to one ladder
 * @returns the ladder, and its warnings
 * @throws PmrolesError `read-failed` when a file cannot be read, `ladder-invalid` with every error's file, line and column
 */
export function loadLadder(path: string): LoadedLadder {
  return loadTexts(path, readLadder(path));
}

/** Checks a ladder that was read already. */
export function loadTexts(path: string, texts: readonly LadderText[], watch?: Watch): LoadedLadder {
  const { ladder, diagnostics, counts } = parseLadder(texts, watch);
  if (!ladder) throw invalidLadder(path, diagnostics, counts.error);
  return { ladder, warnings: diagnostics, warningCount: counts.warning };
}

/**
 * Checks a ladder more closely than it takes to use it.
 *
 * @param path a YAML or JSON file, or a folder of them that add up to one ladder
 * @returns everything there is to say about it, whether or not it can be used
 * @throws PmrolesError `read-failed` when a file cannot be read
 */
export function checkLadder(path: string): CheckedLadder {
  return validateLadder(readLadder(path));
}

/** What lies at a path: the texts of a ladder's files, none where there is none yet, and whether it is a folder. */
export interface LadderTexts {
  readonly isFolder: boolean;
  readonly texts: readonly LadderText[];
}

/** Reads what lies at a path, which need not be a whole ladder, or be there at all. */
export function ladderTexts(path: string): LadderTexts {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? /[\\/]$/.test(path);
  const isEmpty = isFolder && (!existsSync(path) || readdirSync(path).length === 0);
  return { isFolder, texts: isEmpty || !existsSync(path) ? [] : readLadder(path) };
}

function readLadder(path: string): LadderText[] {
  return readLadderFiles(path, MOST_BYTES).map(({ file, bytes }) => ({ file, text: decodeText(bytes, file) }));
}

/** Writes a diagnostic as one line, the way compilers do. */
export function formatDiagnostic({ file, position, message, hint }: Diagnostic): string {
  const where = position ? `${file}:${position.line}:${position.column}` : file;
  return `${where}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
}

/** The error for a ladder that cannot be used. */
export function invalidLadder(path: string, diagnostics: readonly Diagnostic[], total: number): PmrolesError {
  const more = `see: pmroles validate ${shellWord(path)}`;
  return invalidFile('ladder-invalid', `the ladder ${path}`, diagnostics, total, more);
}

/** The error for a file of ours with mistakes in it; `more` says where those are that are not shown. */
export function invalidFile(
  code: ErrorCode,
  what: string,
  diagnostics: readonly Diagnostic[],
  total: number,
  more?: string,
): PmrolesError {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const lines = errors.slice(0, MOST_SHOWN).map(formatDiagnostic);
  if (total > MOST_SHOWN) lines.push(`… and ${total - MOST_SHOWN} more${more === undefined ? '' : `; ${more}`}`);
  const count = total === 1 ? 'one error' : `${total} errors`;
  const first = errors[0]!;
  return new PmrolesError(code, `${what} cannot be used: ${count}`, {
    hint: lines.join('\n'),
    location: { file: first.file, ...first.position },
  });
}
