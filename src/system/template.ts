/**
 * Gives a ladder's text another id and title, and leaves every other character as it is: comments, order, layout.
 */
import { isScalar, parseDocument, stringify } from 'yaml';
import { usage } from '../core/errors.ts';
import { ID_FORM, isId } from '../core/ids.ts';
import { quote } from '../core/names.ts';
import { invalidLadder } from './load-ladder.ts';
import { parseLadder } from '../ladder/parse.ts';

export interface LadderNames {
  readonly id?: string;
  readonly title?: string;
}

/** Fills a template, unless the id is none or what comes out is no ladder: the text, and the ladder that it holds. */
export function fillTemplate(text: string, names: LadderNames) {
  const { id } = names;
  if (id !== undefined && !isId(id)) {
    throw usage(`${quote(id)} is not an id`, `an id is ${ID_FORM}: my-ladder`);
  }
  let filled = text;
  for (const [key, value] of Object.entries(names)) filled = withValue(filled, key, value as string);
  const { ladder, diagnostics, counts } = parseLadder([{ file: 'template', text: filled }]);
  if (!ladder) throw invalidLadder('template', diagnostics, counts.error);
  return { text: filled, ladder };
}

/** Puts a value in the place of the one that a key at the top has. */
function withValue(text: string, key: string, value: string): string {
  const node = parseDocument(text).get(key, true);
  if (!isScalar(node) || !node.range) throw new Error(`the template has no ${key}`);
  const [start, end] = node.range;
  // One line, whatever is in it: what a plain scalar cannot hold goes between quotes.
  const written = stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
  return text.slice(0, start) + written + text.slice(end);
}
