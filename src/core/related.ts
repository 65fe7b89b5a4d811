/**
 * Responsibilities that are the same work at another scope, as the ladder's keeper judges it.
 */
import type { Catalog } from './catalog.ts';

/** The ids of the responsibilities that are in a group with one, each once, without its own. */
export function relatedTo(catalog: Catalog, id: string): ReadonlySet<string> {
  const groups = catalog.related.get(id) ?? [];
  const others = new Set(groups.flatMap(({ responsibilities }) => responsibilities));
  others.delete(id);
  return others;
}
