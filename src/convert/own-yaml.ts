/**
 * A ladder that is one YAML file already: its own text, comments, order and layout, instead of a text made of the ladder.
 */
import type { Ladder } from '../core/model.ts';
import { parseLadder } from '../dataset/parse.ts';
import { holdsUnsafe } from './escapes.ts';
import { normaliseYaml } from './yaml-text.ts';

/**
 * Takes over a ladder's own YAML.
 *
 * @param source the text that the ladder was read from
 * @param ladder the ladder
 * @returns the text as it stands, with a line end behind it. One that holds what a terminal would act on is written anew, with
 *   escapes. Undefined for JSON, whose layout says nothing worth keeping, and where the text would not read as the very same
 *   ladder
 */
export function ownYaml(source: string, ladder: Ladder): string | undefined {
  if (/^\s*(?:[[{]|$)/.test(source)) return undefined;
  if (!holdsUnsafe(source)) return source.endsWith('\n') ? source : `${source}\n`;
  const text = normaliseYaml(source);
  if (text === undefined) return undefined;
  return JSON.stringify(parseLadder([{ file: '', text }]).ladder) === JSON.stringify(ladder) ? text : undefined;
}
