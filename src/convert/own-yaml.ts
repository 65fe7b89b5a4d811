/**
 * A ladder that is one YAML file already: its own text, comments and all, instead of a text made of the ladder.
 */
import type { Ladder } from '../core/model.ts';
import { parseLadder } from '../dataset/parse.ts';
import { normaliseYaml } from './yaml-text.ts';

/**
 * Writes a ladder's own YAML anew.
 *
 * @param source the file that the ladder was read from
 * @param ladder the ladder
 * @returns the text in one layout; undefined where it would not read as the very same ladder
 */
export function ownYaml(source: string, ladder: Ladder): string | undefined {
  const text = normaliseYaml(source);
  if (text === undefined) return undefined;
  return JSON.stringify(parseLadder([{ file: '', text }]).ladder) === JSON.stringify(ladder) ? text : undefined;
}
