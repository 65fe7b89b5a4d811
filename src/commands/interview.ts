/**
 * `pmroles interview`: questions to ask of somebody who wants a role.
 */
import { interviewView } from '../views/interview.ts';
import { roleToFill } from './shared/ask-roles.ts';
import { FILL_FORMATS } from './shared/formats.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

export async function run(session: Session, words: readonly string[], flags: Destination): Promise<number> {
  const catalog = await session.catalog();
  const role = await roleToFill(session, catalog, words, 'pmroles interview head-of-product');
  await writeReport(flags, session, 'interview', catalog, interviewView(catalog, role), FILL_FORMATS);
  return 0;
}
