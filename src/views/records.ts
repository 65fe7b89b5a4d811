/**
 * The rows of CSV.
 */
import type { Disagreement } from '../core/model.ts';
import type { Records } from '../report/report.ts';

export function positionRows(disagreements: readonly Disagreement[]) {
  return disagreements.flatMap(({ id, positions }) =>
    positions.map((position) => ({ kind: 'disagreement', id, ...position })),
  );
}

/** The single words of a text. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

type Value = string | number | boolean | null | undefined | readonly string[] | { readonly role: string };

/**
 * Flat rows for csv: the named columns of each entry. What an entry lacks is empty, a list is its words, an origin is its role;
 * what else it has is passed over, so that rows can be what JSON and the core have already.
 */
export function recordsOf<Columns extends string>(
  columns: Columns,
  entries: readonly Readonly<Partial<Record<Words<Columns>, Value>>>[],
): Records {
  const names = columns.split(' ') as Words<Columns>[];
  return { columns: names, rows: entries.map((entry) => names.map((name) => field(entry[name]))) };
}

function field(value: Value): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  return 'role' in value ? value.role : value.join(' ');
}
