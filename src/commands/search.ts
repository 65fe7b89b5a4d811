/**
 * `pmroles search`: where some words stand.
 */
import { usage } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { wantedWords } from '../core/search/words.ts';
import { searchLadder } from '../core/search/search.ts';
import type { PassageKind } from '../core/search/passages.ts';
import { searchView } from '../views/search.ts';
import type { Session } from './shared/session.ts';

interface SearchFlags {
  readonly kind?: readonly PassageKind[];
  readonly limit: number;
}

export async function run(session: Session, words: readonly string[], flags: SearchFlags): Promise<number> {
  const query = words.join(' ');
  if (wantedWords(query).length === 0) {
    throw usage(`${quote(query)} is no word to look for`, 'for example: pmroles search strategy');
  }
  const catalog = await session.catalog();
  const { hits, ...found } = searchLadder(catalog, query, flags.kind ?? []);
  const shown = hits.slice(0, flags.limit);
  await session.answer(
    'search',
    catalog,
    searchView(catalog, { ...found, query, hits: shown, total: hits.length, rerun: session.rerun }),
  );
  await session.tryNext(() => {
    // Each hit names a command of its own; what they do not say is what the roles have to do with one another.
    const [first, second] = new Set(shown.flatMap(({ passage }) => passage.roles));
    return first === undefined ? [] : second === undefined ? ['why', first] : ['compare', first, second];
  });
  return hits.length > 0 ? 0 : 1;
}
