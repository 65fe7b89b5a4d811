/**
 * The command lines that help shows.
 */
import type { Example } from '../../src/cli/declaration.ts';
import { COMMANDS } from '../../src/cli/declarations.ts';

/** The examples of some commands. */
export function examplesOf(...names: readonly string[]): Example[] {
  return COMMANDS.filter(({ name }) => names.includes(name)).flatMap(({ examples }) => examples);
}
