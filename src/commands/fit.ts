/**
 * `pmroles fit`: which roles somebody's answers cover.
 */
import { fitsOf } from '../core/profile/fit.ts';
import { ME } from '../core/profile/name.ts';
import { fitView } from '../views/fit.ts';
import { profileCalled } from './shared/profiles.ts';
import type { Session } from './shared/session.ts';

export async function run(
  session: Session,
  [name = ME]: readonly string[],
  { full = false }: { readonly full?: boolean },
): Promise<number> {
  const catalog = await session.catalog();
  const shown = await profileCalled(session, catalog, name);
  const options = { cites: false, full, evidence: false, rerun: session.rerun };
  await session.answer('fit', catalog, fitView(catalog, shown, fitsOf(catalog, shown.profile), options));
  return 0;
}
