/**
 * Where the cites of a ladder can be read.
 */
import type { Catalog } from '../core/catalog.ts';
import type { HtmlOptions } from '../report/html.ts';
import { writeAddress } from './address.ts';

/** Finds out what a cite says. */
export function citePlace(catalog: Catalog): HtmlOptions['cite'] {
  return (id) => {
    const cited = catalog.cites.get(id);
    if (!cited) return undefined;
    const { source, fact } = cited;
    return { to: writeAddress('sources', [id]), text: fact ? `${source.title}: ${fact.text}` : source.title };
  };
}
