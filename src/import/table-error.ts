/**
 * What is wrong with a table, and in which line.
 */
import { PmrolesError } from '../core/errors.ts';

/** The error for a table that no ladder can be made of. */
export function tableError(file: string, line: number | undefined, message: string, hint?: string): PmrolesError {
  const where = line === undefined ? '' : `line ${line}: `;
  return new PmrolesError('ladder-invalid', `cannot import ${file}: ${where}${message}`, {
    location: { file, ...(line === undefined ? {} : { line }) },
    ...(hint === undefined ? {} : { hint }),
  });
}
