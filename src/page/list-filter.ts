/**
 * A long list that is cut down to what fits some letters.
 */
import { foldName } from '../core/names.ts';

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
