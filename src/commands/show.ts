/**
 * `pmroles show`: a role.
 */
import { isProfile } from '../core/profile/name.ts';
import { citing } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { roleOfWords } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

export async function run(
  session: Session,
  words: readonly string[],
  { cites = false, full = cites }: { readonly cites?: boolean; readonly full?: boolean },
): Promise<number> {
  const catalog = await session.catalog();
  const [name] = words;
  if (words.length === 1 && isProfile(catalog.ladder, name!)) {
    const { showProfile } = await import('./me.ts');
    await showProfile(session, catalog, name!, { full, evidence: false });
    return 0;
  }
  const role = await roleOfWords(session, catalog, words, 'Which role?', 'pmroles show head-of-product');
  const options = { ...citing(catalog, cites), full, rerun: session.rerun };
  await session.answer('show', catalog, showView(catalog, role, options));
  const { id } = role;
  await session.tryNext(() => {
    const neighbours = [catalog.next.get(id)?.[0]?.to, catalog.previous.get(id)?.[0]?.from];
    const other = neighbours.find((neighbour) => neighbour !== undefined);
    return other === undefined ? [] : ['compare', id, other];
  });
  return 0;
}
