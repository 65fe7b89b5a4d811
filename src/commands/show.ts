/**
 * `pmroles show`: a role.
 */
import { citing } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { roleOfWords } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

export async function run(
  session: Session,
  words: readonly string[],
  flags: { readonly cites?: boolean },
): Promise<number> {
  const catalog = await session.catalog();
  const role = await roleOfWords(session, catalog, words, 'Which role?', 'pmroles show head-of-product');
  await session.answer('show', catalog, showView(catalog, role, citing(catalog, flags.cites ?? false)));
  const { id } = role;
  await session.tryNext(() => {
    const neighbours = [catalog.next.get(id)?.[0]?.to, catalog.previous.get(id)?.[0]?.from];
    const other = neighbours.find((neighbour) => neighbour !== undefined);
    return other === undefined ? [] : ['compare', id, other];
  });
  return 0;
}
