/**
 * `pmroles why`: what stands behind what is said of a role.
 */
import { reasonsOf } from '../core/claims.ts';
import { whyView } from '../views/why.ts';
import { rolesFor } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

export async function run(session: Session, args: readonly string[]): Promise<number> {
  const catalog = await session.catalog();
  const [role] = await rolesFor(session, catalog, args.slice(0, 1), ['Which role?'], 'pmroles why cpo marketing');
  const about = args.length <= 1 ? undefined : args.slice(1).join(' ');
  const reasons = reasonsOf(catalog, role!, about);
  await session.answer('why', catalog, whyView(catalog, role!, about, reasons));
  return about !== undefined && reasons.statements.length + reasons.disagreements.length === 0 ? 1 : 0;
}
