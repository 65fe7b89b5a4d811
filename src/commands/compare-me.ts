/**
 * `pmroles compare` where one of the names is a profile's: how somebody stands to roles, or two views of somebody.
 */
import type { Catalog } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { findRole } from '../core/names.ts';
import { standingFor } from '../core/profile/standing.ts';
import { compareProfiles } from '../core/profile/two-views.ts';
import { citing } from '../views/parts.ts';
import { standingView } from '../views/standing.ts';
import { viewsView } from '../views/two-views.ts';
import type { CompareFlags } from './compare.ts';
import { roleCalled } from './shared/ask-roles.ts';
import { partNames } from './shared/profiles.ts';
import type { Session } from './shared/session.ts';
import { writeReport } from './shared/write-to.ts';

export async function compareProfile(
  session: Session,
  catalog: Catalog,
  names: readonly string[],
  flags: CompareFlags,
): Promise<number> {
  if (flags.only !== undefined) {
    throw usage('--only is for roles alone', 'a profile is compared with all that a role expects');
  }
  const { profiles, roles: called } = await partNames(session, catalog, names);
  const roles: string[] = [];
  for (const name of called) roles.push((await roleCalled(session, catalog.ladder, name)).id);
  const options = {
    ...citing(catalog, flags.cites ?? false),
    full: flags.full ?? false,
    evidence: flags.evidence ?? false,
    rerun: session.rerun,
  };
  const [first, second, ...more] = profiles;
  if (more.length > 0) throw usage('compare takes two profiles at the most', 'compare two at a time');
  if (second) {
    // Of two times the older one comes first, whichever was named first; where no day says so, what is named last is the older.
    const older = isOlder(first!.profile.on, second.profile.on) ? [first!, second] : [second, first!];
    const isHistory = (first!.profile.by ?? 'self') === (second.profile.by ?? 'self');
    const [one, other] = isHistory ? older : [first!, second];
    const items = compareProfiles(catalog, one!.profile, other!.profile, roles);
    await writeReport(
      flags,
      session,
      'views',
      catalog,
      viewsView(catalog, [one!, other!], items, roles, isHistory, options),
    );
    return 0;
  }
  const wanted = roles.length > 0 ? roles : [first!.profile.aim].flatMap((aim) => aim ?? []);
  if (wanted.length === 0) {
    throw usage('a role is missing', `name one, or set your aim: pmroles me set aim <role>${session.rerun}`);
  }
  const standings = [...new Set(wanted)].map((id) =>
    standingFor(catalog, first!.profile, findRole(catalog.ladder, id)),
  );
  await writeReport(flags, session, 'standing', catalog, standingView(catalog, first!, standings, options));
  return 0;
}

function isOlder(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one < other;
}
