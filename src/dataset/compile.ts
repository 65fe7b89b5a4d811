/**
 * The compiled form of a ladder: the checked ladder itself as one line of JSON, which loads some hundred times faster than
 * YAML does. The shipped ladder is compiled when the package is built.
 */
import { loadLadder } from './load.ts';

/**
 * Compiles a ladder.
 *
 * @param path a file or folder
 * @returns the ladder as JSON
 * @throws PmrolesError as `loadLadder` does; a warning is an error here, because what ships has none
 */
export function compileLadder(path: string): string {
  const { ladder, warnings } = loadLadder(path);
  if (warnings.length > 0) throw new Error(`the ladder ${path} has warnings: ${JSON.stringify(warnings, null, 2)}`);
  return `${JSON.stringify(ladder)}\n`;
}
