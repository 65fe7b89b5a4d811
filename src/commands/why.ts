/**
 * `pmroles why`: what stands behind what is said of a role.
 */
import { reasonsOf } from '../core/claims.ts';
import { whyView } from '../views/why.ts';
import { rolesFor } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

/**
 * Shows what the statements of a role lean on.
 *
 * @throws PmrolesError `usage` without a role where nobody can be asked, `unknown-role`, `ambiguous-role`
 */
export async function runWhy(name: string | undefined, words: readonly string[], session: Session): Promise<number> {
  const catalog = await session.catalog();
  const [role] = await rolesFor(session, catalog, [name], ['Which role?'], 'pmroles why cpo marketing');
  const about = words.length === 0 ? undefined : words.join(' ');
  const reasons = reasonsOf(catalog, role!, about);
  await session.answer('why', catalog, whyView(catalog, role!, about, reasons));
  return about !== undefined && reasons.statements.length + reasons.disagreements.length === 0 ? 1 : 0;
}
