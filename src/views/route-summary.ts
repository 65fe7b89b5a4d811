/**
 * How long a route is, and who knows its moves.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import { type Basis, BASES } from '../core/model.ts';
import type { Move, Route } from '../core/routes/routes.ts';
import { count, joinWords } from './parts.ts';

/** `5 moves, all stated by A`, `4 moves: 3 stated by A and 1 implied by B`. */
export function routeSummary(catalog: Catalog, { moves }: Route): string {
  const length = count(moves.length, 'move');
  if (catalog.ladder.sources.length === 0) return length;
  const known = BASES.flatMap((basis) => {
    const those = moves.filter(({ progressions }) => progressions[0]!.basis === basis);
    return those.length === 0 ? [] : [{ number: those.length, words: byWhom(catalog, basis, those) }];
  });
  const [first, ...more] = known;
  if (more.length > 0) return `${length}: ${joinWords(known.map(({ number, words }) => `${number} ${words}`))}`;
  return `${length}, ${moves.length === 1 ? '' : 'all '}${first!.words}`;
}

/** `stated by A`: the sources that know every one of some moves; where none does, only that some source does. */
function byWhom(catalog: Catalog, basis: Basis, moves: readonly Move[]): string {
  if (basis === 'editorial') return 'editorial';
  const [first, ...more] = moves.map(({ progressions }) => {
    const cites = progressions.filter((entry) => entry.basis === basis).flatMap((entry) => entry.cites);
    return sourcesOf(catalog, cites);
  });
  const shared = first!.filter((id) => more.every((ids) => ids.includes(id)));
  return `${basis} by ${shared.length > 0 ? joinWords(shared) : 'a source'}`;
}
