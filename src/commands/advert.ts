/**
 * `pmroles advert`: a role as an advert for somebody to fill it.
 */
import { advertView } from '../views/advert.ts';
import { roleToFill } from './shared/ask-roles.ts';
import { FILL_FORMATS } from './shared/formats.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

export async function run(session: Session, words: readonly string[], flags: Destination): Promise<number> {
  const catalog = await session.catalog();
  const role = await roleToFill(session, catalog, words, 'pmroles advert head-of-product');
  await writeReport(flags, session, 'advert', catalog, advertView(catalog, role), FILL_FORMATS);
  return 0;
}
