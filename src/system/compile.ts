/**
 * The checked ladder as one line of JSON, which loads some eighty times faster than YAML does: so the shipped ladder lies in
 * the package.
 */
import { checkLadder, invalidLadder } from './load-ladder.ts';

/**
 * Compiles a ladder.
 *
 * @throws PmrolesError as `loadLadder` does; Error for a warning of `validateLadder`, because what ships has none
 */
export function compileLadder(path: string): string {
  const { ladder, diagnostics, counts } = checkLadder(path);
  if (!ladder) throw invalidLadder(path, diagnostics, counts.error);
  if (diagnostics.length > 0)
    throw new Error(`the ladder ${path} has warnings: ${JSON.stringify(diagnostics, null, 2)}`);
  return `${JSON.stringify(ladder)}\n`;
}
