/**
 * `pmroles path` from a profile: the way from somebody's role, and what is still missing at each step.
 */
import { type Catalog, roleOf } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import type { Role } from '../core/model.ts';
import { standingFor } from '../core/profile/standing.ts';
import type { RouteSearch } from '../core/routes/routes.ts';
import { pathMeView } from '../views/path-me.ts';
import type { ViewOptions } from '../views/parts.ts';
import { roleCalled } from './shared/ask-roles.ts';
import { partNames } from './shared/profiles.ts';
import type { ShownProfile } from '../views/profile-parts.ts';
import type { Session } from './shared/session.ts';

/** The profile that a path starts from, and the roles at its ends. */
export async function endsFor(
  session: Session,
  catalog: Catalog,
  names: readonly string[],
): Promise<{ readonly start: ShownProfile; readonly roles: readonly [Role, Role] }> {
  const [first, to, ...more] = names;
  const { profiles, roles } = await partNames(session, catalog, names);
  const [start] = profiles;
  if (!start || profiles.length > 1 || roles.includes(first!) || more.length > 0) {
    throw usage('a path leads from one profile to one role', 'for example: pmroles path me cpo');
  }
  const { role, aim } = start.profile;
  if (role === undefined) {
    throw usage(
      `the profile ${start.file} names no role to start from`,
      `set it: pmroles me set role <role>${session.rerun}`,
    );
  }
  if (to === undefined && aim === undefined) {
    throw usage('a role to get to is missing', `name one, or set your aim: pmroles me set aim <role>${session.rerun}`);
  }
  const goal = to === undefined ? roleOf(catalog, aim!) : await roleCalled(session, catalog.ladder, to);
  return { start, roles: [roleOf(catalog, role), goal] };
}

export async function answerPath(
  session: Session,
  catalog: Catalog,
  start: ShownProfile,
  { routes }: RouteSearch,
  options: ViewOptions & { readonly full: boolean; readonly evidence: boolean },
): Promise<void> {
  const [route, ...others] = routes;
  const standings = route!.roles.slice(1).map((id) => standingFor(catalog, start.profile, roleOf(catalog, id)));
  await session.answer('path-me', catalog, pathMeView(catalog, start, route!, standings, others.length, options));
}
