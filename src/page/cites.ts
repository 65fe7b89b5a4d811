/**
 * Where the cites of a ladder can be read.
 */
import type { Catalog } from '../core/catalog.ts';
import type { HtmlOptions } from '../render/html.ts';
import { writeAddress } from './address.ts';

/**
 * Finds out what a cite says.
 *
 * @param catalog the ladder
 * @returns for a cite its place among the sources, and the fact or the title of the source that it names
 */
export function citePlace(catalog: Catalog): HtmlOptions['cite'] {
  return (id) => {
    const cited = catalog.cites.get(id);
    if (!cited) return undefined;
    const { source, fact } = cited;
    return { to: writeAddress('sources', [id]), text: fact ? `${source.title}: ${fact.text}` : source.title };
  };
}
