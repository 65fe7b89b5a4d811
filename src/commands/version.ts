/**
 * `pmroles version`: what a report of a problem should name.
 */
import type { Ladder } from '../core/model.ts';
import { VERSION } from '../core/version.ts';
import { versionView } from '../views/version.ts';
import type { Session } from './shared/session.ts';

export async function run(session: Session): Promise<number> {
  const catalog = await session.catalog();
  const node = process.versions.node;
  await session.answer('version', catalog, versionView(catalog.ladder, VERSION, node, await hashOf(catalog.ladder)));
  return 0;
}

/** SHA-256 of the ladder as JSON, in hexadecimal: the same for the same content, in whatever files it stands. */
async function hashOf(ladder: Ladder): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(ladder)));
  return Buffer.from(digest).toString('hex');
}
