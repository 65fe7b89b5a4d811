/**
 * The sources behind a statement: a small number after it, which opens what the source says right there.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Origin } from '../core/expectations.ts';
import { element, fold, type Tree } from '../report/tree.ts';
import { writeAddress } from './address.ts';

/** What a statement leans on. */
export interface Grounded {
  readonly cites: readonly string[];
  readonly editorial?: boolean;
  readonly origin?: Origin;
}

/** Puts after a statement what it leans on. */
export type Cited = (statement: Grounded) => Tree[];

const EDITORIAL = 'The keeper of this ladder says so; no source does.';

/** Numbers the facts of one view in the order in which they are cited. */
export function createCites(catalog: Catalog): Cited {
  const numbers = new Map<string, number>();
  const isSourced = catalog.ladder.sources.length > 0;
  const said = (cite: string): string => {
    const known = catalog.cites.get(cite);
    return known?.fact?.text ?? known?.source.note ?? known?.source.title ?? cite;
  };
  const named = (cite: string): string => {
    const { source } = catalog.cites.get(cite) ?? {};
    return source === undefined ? cite : `Source ${source.id}, ${source.date?.slice(0, 4) ?? 'undated'}`;
  };
  const notes = (cites: readonly string[], isEditorial: boolean): Tree[] => {
    for (const cite of cites) if (!numbers.has(cite)) numbers.set(cite, numbers.size + 1);
    const numbered = [...new Set(cites)].map((cite) => ({ cite, number: numbers.get(cite)! }));
    numbered.sort((a, b) => a.number - b.number);
    if (numbered.length === 0) {
      // Where nothing has a source, that is said once, in the foot.
      return isEditorial && isSourced ? [note('ed.', 'ed., no source', [['Editorial', EDITORIAL]])] : [];
    }
    const shown = numbered.map(({ number }) => number).join(' ');
    const facts = numbered.map(({ cite, number }) => [`${number} · ${named(cite)}`, said(cite)] as const);
    return [note(shown, `${numbered.length === 1 ? 'Source' : 'Sources'} ${shown}`, facts)];
  };
  return ({ cites, editorial = false, origin }) => {
    const own = notes(cites, editorial);
    if (!origin) return own;
    const from = catalog.roles.get(origin.role);
    const link = element('a', { href: writeAddress('role', [origin.role]) }, from?.title ?? origin.role);
    return [...own, ' ', element('span', { class: 'soft small' }, '(as ', link, ')'), ...notes(origin.cites, false)];
  };
}

function note(shown: string, label: string, facts: readonly (readonly [term: string, text: string])[]): Tree {
  return fold('cite', element('summary', { 'aria-label': label }, shown), () => [
    element('dl', {}, ...facts.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)])),
  ]);
}
