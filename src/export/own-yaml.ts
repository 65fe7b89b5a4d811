/**
 * A ladder that is one YAML file already: its own text, comments, order and layout, instead of a text made of the ladder.
 */
import type { Ladder } from '../core/model.ts';
import { parseLadder } from '../ladder/parse.ts';
import { holdsUnsafe } from './escapes.ts';
import { normaliseYaml } from './yaml-text.ts';

/** Takes over a ladder's own YAML. */
export function ownYaml(source: string, ladder: Ladder): string | undefined {
  if (/^\s*(?:[[{]|$)/.test(source)) return undefined;
  if (!holdsUnsafe(source)) return source.endsWith('\n') ? source : `${source}\n`;
  const text = normaliseYaml(source);
  if (text === undefined) return undefined;
  return JSON.stringify(parseLadder([{ file: '', text }]).ladder) === JSON.stringify(ladder) ? text : undefined;
}
