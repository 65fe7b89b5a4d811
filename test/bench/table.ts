/**
 * The benchmark's tables: each row with its target beside it, and whether it is met.
 */

/** A printed row. `met` has one entry for each target there is. */
export interface Row {
  readonly label: string;
  readonly cells: readonly string[];
  readonly target: string;
  readonly met: readonly boolean[] | undefined;
}

/** Whether a target is a lower or an upper bound. */
export type Bound = 'least' | 'most';

/**
 * A row over several cells.
 *
 * @param targets one for each cell, undefined where a cell has none
 * @param digits decimals to show; whether a target is met is judged on the unrounded number
 */
export function row<T>(
  label: string,
  cells: readonly T[],
  value: (cell: T) => number,
  bound?: Bound,
  targets: readonly (number | undefined)[] = [],
  digits = 1,
): Row {
  const values = cells.map(value);
  const judged = targets.flatMap((target, i) =>
    target === undefined ? [] : [bound === 'least' ? values[i]! >= target : values[i]! <= target],
  );
  const shown = targets.map((target) => (target === undefined ? '·' : String(target))).join(' / ');
  return {
    label,
    cells: values.map((v) => (digits > 6 ? v.toExponential(1) : v.toFixed(digits))),
    target: bound ? `${bound === 'least' ? '≥' : '≤'} ${shown}` : '',
    met: bound ? judged : undefined,
  };
}

/** A row of one number. */
export function single(label: string, value: number, bound?: Bound, target?: number, digits = 1): Row {
  return row(label, [value], (v) => v, bound, bound ? [target] : [], digits);
}

/** Prints rows as a Markdown table with aligned columns. */
export function printTable(heads: readonly string[], rows: readonly Row[]): void {
  const lines = rows.map(({ label, cells, target, met }) => [
    label,
    ...cells,
    target,
    met === undefined ? '' : met.every(Boolean) ? 'met' : met.some(Boolean) ? 'in part' : 'missed',
  ]);
  const all = [[...heads, 'target', 'met'], ...lines];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  const text = (line: readonly string[]): string =>
    `| ${line.map((cell, i) => (i === 0 || i >= heads.length ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => `${'-'.repeat(width + 1)}${i === 0 || i >= heads.length ? '-' : ':'}`).join('|')}|`;
  console.log([text(all[0]!), rule, ...lines.map(text)].join('\n'));
}
