/**
 * The pieces of ladder files: ids, and statements with what they lean on.
 */
import { CITE, ID, ID_FORM } from '../core/ids.ts';
import { object } from './mapping.ts';
import { boolean, either, list, type Notes, pattern, text } from './shape.ts';

/** A title in the form of an id: what people write where an id is wanted. */
function idLike(title: string): string {
  return title
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

export const id = (notes: Notes) => pattern(`an id: ${ID_FORM}`, ID, notes, idLike);
export const idOf = (what: string) => id(`The id of ${what}; keep it when the wording changes.`);
export const citeId = (notes: Notes) => pattern('an id: letters and digits, joined by - or .', CITE, notes);

export const replaces = (what: string) =>
  list(id(`The id of a ${what} that an earlier version had.`), {
    description: `The ids of ${what === 'responsibility' ? 'responsibilities' : `${what}s`} that this one took the place of, so that what was said of them can follow. Two that name the same id split it.`,
    examples: [['old-id']],
  });

export const cites = list(citeId('The id of a fact, or of a source that lists no facts.'), {
  description: 'The facts that back the statement, by id.',
  examples: [['A-15']],
});
export const editorial = boolean(
  "True if no source backs the statement; it is the ladder keeper's own. Assumed if nothing is cited.",
);
export const statement = object({ text: text('The statement, as a sentence.') }, { cites, editorial });
export const statementOrText = (description: string) =>
  either(text(), statement, `${description} A text, or a text with its cites.`);
export const title = (of: string) => text(`The name of ${of}.`);
