/**
 * `pmroles graph`: the ladder as a picture.
 */
import type { Catalog } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { findRole, findTrack } from '../core/names.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { writeDot } from '../pictures/dot.ts';
import { writeMermaid } from '../pictures/mermaid.ts';
import { pictureOf } from '../pictures/picture.ts';
import { graphView, pictureNames, type RouteEnds } from '../views/graph.ts';
import { roleOfWords } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

interface GraphFlags extends Destination {
  readonly role?: string;
  readonly track?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly path?: readonly string[];
  readonly whole?: boolean;
}

export async function run(session: Session, words: readonly string[], given: GraphFlags): Promise<number> {
  const flags = withEnds(given);
  if (words.length > 0 && flags.role !== undefined) {
    throw usage('two roles are named, and --role highlights one', 'leave one of the two out');
  }
  const catalog = await session.catalog();
  const { ladder } = catalog;
  const tracks = (flags.track ?? []).map((name) => findTrack(ladder, name, session.flags).id);
  const role = await highlighted(session, catalog, flags.role === undefined ? words : [flags.role]);
  const asked = routeFor(catalog, flags, session);
  const picture = pictureOf(catalog, {
    tracks,
    whole: flags.whole ?? false,
    ...(role === undefined ? {} : { role }),
    ...(asked ? { route: asked.route ?? { roles: [asked.ends.from, asked.ends.to], moves: [] } } : {}),
  });
  const names = pictureNames(catalog);
  const report = {
    ...graphView(catalog, picture, asked?.ends),
    also: {
      mermaid: () => writeMermaid(picture, names.track),
      dot: () => writeDot(picture, names.track),
      svg: async () => (await import('../pictures/svg.ts')).writeSvg(catalog, picture, names),
    },
  };
  await writeReport(flags, session, 'graph', catalog, report);
  return asked && !asked.route ? 1 : 0;
}

async function highlighted(session: Session, catalog: Catalog, words: readonly string[]): Promise<string | undefined> {
  if (words.length === 0) return undefined;
  return (await roleOfWords(session, catalog, words, 'Which role?', 'pmroles graph head-of-product')).id;
}

/** --path says in one what --from and --to say in two. */
function withEnds(flags: GraphFlags): GraphFlags {
  const { path } = flags;
  if (path === undefined) return flags;
  const [from, to] = path;
  if (from === undefined || to === undefined || path.length > 2 || flags.from !== undefined || flags.to !== undefined) {
    throw usage(
      '--path takes two roles, and stands in the place of --from and --to',
      'for example: pmroles graph --path junior-pm cpo',
    );
  }
  return { ...flags, from, to };
}

function routeFor(catalog: Catalog, flags: GraphFlags, session: Session) {
  if (flags.from === undefined && flags.to === undefined) return undefined;
  if (flags.from === undefined || flags.to === undefined) {
    throw usage(
      `--${flags.from === undefined ? 'to' : 'from'} names one end of a route only`,
      'for example: pmroles graph --from junior-pm --to cpo',
    );
  }
  const from = findRole(catalog.ladder, flags.from, session.flags).id;
  const to = findRole(catalog.ladder, flags.to, session.flags).id;
  if (from === to) {
    throw usage(`from and to are the same role: ${from}`, 'name two different roles, or highlight one with --role');
  }
  const [route] = findRoutes(catalog, from, to, { most: 1 }).routes;
  const ends: RouteEnds = { from, to, roles: route?.roles ?? [] };
  return { ends, route };
}
