/**
 * A long list that is cut down to what fits some letters.
 */
import { foldName } from '../core/names.ts';
import { element, type Tree } from '../report/tree.ts';

/** A list of more entries than this can be filtered. */
const MANY_ENTRIES = 20;

/** A list of folds or tables with a field above it that keeps what fits, where there are many entries. */
export function filtered(entries: number, what: string, parts: readonly Tree[]): Tree[] {
  if (entries <= MANY_ENTRIES) return [...parts];
  const field = element('input', { id: 'filter', type: 'search', 'data-filter': what, autocomplete: 'off' });
  return [
    element('div', { class: 'pick only-screen' }, element('div', {}, element('label', { for: 'filter' }, `Only ${what} whose name has`), field)),
    element('div', { id: 'filtered' }, ...parts),
  ];
}

/** Hides the entries whose names do not have what was typed, and the parts that nothing is left of; says how many are left. */
export function filterList(main: ParentNode, typed: string, what: string): string {
  const wanted = foldName(typed);
  const entries = [...main.querySelectorAll<HTMLElement>('#filtered [data-entry]')];
  for (const entry of entries) entry.hidden = !foldName(entry.dataset['entry']!).includes(wanted);
  for (const part of main.querySelectorAll<HTMLElement>('#filtered details')) {
    const left = part.querySelectorAll('[data-entry]:not([hidden])').length;
    part.hidden = left === 0;
    // What was looked for is shown, not only counted.
    if (part instanceof HTMLDetailsElement && typed !== '') part.open = left > 0;
  }
  return `${entries.filter(({ hidden }) => !hidden).length} of ${entries.length} ${what}`;
}
