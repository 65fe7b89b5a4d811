/**
 * The files of the package itself, which lie beside the built program.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PmrolesError } from '../core/errors.ts';

/** The file of the package that a path from the built program names. */
export type PackagePart =
  | 'ladder.schema.json'
  | 'profile.schema.json'
  | 'page.js'
  | 'page.css'
  | 'page-profile.txt'
  | `../data/templates/${string}.yaml`;

export function partFile(name: string): string {
  return join(import.meta.dirname, name);
}

export function readPart<T = string>(name: string, decode = (text: string): T => text as T): T {
  const file = partFile(name);
  try {
    return decode(readFileSync(file, 'utf8'));
  } catch (error) {
    const hint = 'install the package again, or build it with: npm run build';
    throw new PmrolesError('read-failed', `cannot read a part of pmroles itself: ${file}`, { hint, cause: error });
  }
}
