/**
 * `pmroles path`: how to get from one role to another.
 */
import { usage } from '../core/errors.ts';
import type { ProgressionKind } from '../core/model.ts';
import { findRole, findSource } from '../core/names.ts';
import { isProfile } from '../core/profile/name.ts';
import { findRoutes, USUAL_ROUTES } from '../core/routes/routes.ts';
import { citing } from '../views/parts.ts';
import { pathView } from '../views/path.ts';
import { rolesFor } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

interface PathFlags {
  /** How many routes to show in full. */
  readonly all?: number;
  readonly via?: readonly string[];
  readonly avoid?: readonly string[];
  readonly kind?: readonly ProgressionKind[];
  readonly source?: readonly string[];
  readonly fewest?: boolean;
  readonly full?: boolean;
  readonly cites?: boolean;
  readonly evidence?: boolean;
}

export async function run(session: Session, names: readonly string[], flags: PathFlags): Promise<number> {
  const catalog = await session.catalog();
  const { ladder } = catalog;
  const questions = ['From which role?', 'To which role?'];
  const isOfProfile = names.some((name) => isProfile(ladder, name));
  const ofProfile = isOfProfile ? await (await import('./path-me.ts')).endsFor(session, catalog, names) : undefined;
  const [from, to] =
    ofProfile?.roles ?? (await rolesFor(session, catalog, names, questions, 'pmroles path junior-pm cpo'));
  if (from === to) throw usage(`from and to are the same role: ${from.id}`, 'name two different roles');
  const query = {
    from: from.id,
    to: to.id,
    // Without --all the best route is shown in full, and the next ones in a line each.
    most: flags.all ?? USUAL_ROUTES,
    via: (flags.via ?? []).map((name) => findRole(ladder, name, session.flags).id),
    avoid: (flags.avoid ?? []).map((name) => findRole(ladder, name, session.flags).id),
    kinds: flags.kind ?? [],
    sources: (flags.source ?? []).map((name) => findSource(ladder, name, session.flags).id),
    fewest: flags.fewest ?? false,
  };
  const search = findRoutes(catalog, query.from, query.to, query);
  const options = {
    ...citing(catalog, flags.cites ?? false),
    full: flags.full ?? flags.cites ?? false,
    all: flags.all !== undefined,
    rerun: session.rerun,
  };
  if (ofProfile && search.routes.length > 0) {
    const { answerPath } = await import('./path-me.ts');
    await answerPath(session, catalog, ofProfile.start, search, { ...options, evidence: flags.evidence ?? false });
    return 0;
  }
  const view = pathView(catalog, query, search, options);
  await session.answer('path', catalog, view);
  // Where there is no route, the answer itself says what there is instead.
  await session.tryNext(() => (search.routes.length > 0 ? ['graph', '--from', query.from, '--to', query.to] : []));
  return search.routes.length > 0 ? 0 : 1;
}
