/**
 * `pmroles sources`: what the ladder leans on.
 */
import { citing } from '../views/parts.ts';
import { sourcesView } from '../views/sources.ts';
import type { Session } from './shared/session.ts';

export async function run(session: Session): Promise<number> {
  const catalog = await session.catalog();
  await session.answer('sources', catalog, sourcesView(catalog, citing(catalog, true)));
  return 0;
}
