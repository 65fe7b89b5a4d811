/**
 * What is wrong with a table, and in which line or row.
 */
import { PmrolesError } from '../core/errors.ts';
import type { Table } from './table.ts';

/** The error for a table that no ladder can be made of. */
export function tableError(
  table: string | (Pick<Table, 'file'> & Partial<Pick<Table, 'unit' | 'name'>>),
  line: number | undefined,
  message: string,
  hint?: string,
): PmrolesError {
  const { file, unit = 'line', name } = typeof table === 'string' ? { file: table } : table;
  const sheet = name !== undefined && unit === 'row' ? `sheet "${name}", ` : '';
  const where = line === undefined ? '' : `${sheet}${unit} ${line}: `;
  return new PmrolesError('ladder-invalid', `cannot import ${file}: ${where}${message}`, {
    location: { file, ...(line === undefined ? {} : { line }) },
    ...(hint === undefined ? {} : { hint }),
  });
}
