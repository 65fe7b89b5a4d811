/**
 * Everything that can go wrong through no fault of the program, as one error class with a closed set of codes.
 *
 * The message is one sentence with the offending value quoted; the hint says how to fix it. What each code means to the
 * shell is decided in one table, `EXIT_CODES` in `cli/failure.ts`.
 */

/** What went wrong, for programs that read the error. */
export type ErrorCode =
  | 'usage'
  | 'unknown-role'
  | 'ambiguous-role'
  | 'unknown-name'
  | 'no-terminal'
  | 'ladder-invalid'
  | 'profile-invalid'
  | 'config-invalid'
  | 'read-failed'
  | 'write-failed'
  | 'interrupted'
  | 'terminated';

/** Where in a file something is; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What an error may carry beside its message. */
export interface ErrorDetails {
  /** How to fix it, as one or more lines. */
  readonly hint?: string;
  readonly location?: Location;
  readonly cause?: unknown;
}

/** A failure that is the user's to fix, or the machine's: shown as a sentence and a hint, never as a stack trace. */
export class PmrolesError extends Error {
  override readonly name = 'PmrolesError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly location: Location | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.location = details.location;
  }

  /** By name, because each bundle of the program brings the class with it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'PmrolesError';
  }
}

/** A command line that asks for what makes no sense. */
export function usage(message: string, hint?: string): PmrolesError {
  return new PmrolesError('usage', message, hint === undefined ? {} : { hint });
}
