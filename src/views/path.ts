/**
 * Routes between two roles, and what each move takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Route, RouteQuery, RouteSearch } from '../core/routes/routes.ts';
import { type StepChange, stepChanges } from '../core/routes/steps.ts';
import {
  type Block,
  bullets,
  heading,
  item,
  join,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, disagreementBlocks, roleLink, titleOf } from './parts.ts';
import { differences, pathData, pathRecords } from './path-data.ts';
import { type PathOptions, stepBlocks } from './path-steps.ts';

export function pathView(
  catalog: Catalog,
  query: RouteQuery,
  search: RouteSearch,
  options: PathOptions,
): Report<Data<'path'>> {
  const title = `${titleOf(catalog, query.from)} → ${titleOf(catalog, query.to)}`;
  const givenUp = 'The search was given up: too many ways pass one role twice. There may be better routes.';
  return {
    title,
    blocks: [
      heading(1, title),
      ...(search.routes.length === 0
        ? noRoute(catalog, query, search, options.rerun ?? '')
        : routeBlocks(catalog, query, search.routes, options)),
      ...(search.complete ? [] : [paragraph(muted(givenUp))]),
    ],
    records: () => pathRecords(catalog, search.routes),
    data: () => pathData(catalog, query, search),
  };
}

function routeBlocks(catalog: Catalog, query: RouteQuery, routes: readonly Route[], options: PathOptions): Block[] {
  const shown = options.all ? routes : routes.slice(0, 1);
  const ranking =
    catalog.ladder.sources.length === 0
      ? 'fewest moves'
      : query.fewest
        ? 'fewest moves first, then fewest moves that no source states'
        : 'fewest moves that no source states first, then fewest moves';
  const more = options.full ? '' : ' --full names what carries over and what is left.';
  return [
    ...shown.flatMap((route, index) => {
      const summary = routeSummary(catalog, route);
      const steps = stepChanges(catalog, route.roles);
      return [
        shown.length > 1 ? heading(2, `Route ${index + 1} · ${summary}`) : paragraph(summary),
        bars(catalog, route, steps),
        ...otherRoutes(catalog, routes.slice(shown.length)),
        ...walkBlocks(catalog, route, steps, options),
        ...(index === 0 ? disagreementBlocks(differences(catalog, shown), options) : []),
      ];
    }),
    paragraph(
      muted(`Routes are ranked by ${ranking}. A step's size counts what is new: skills and responsibilities.${more}`),
    ),
  ];
}

/** How long a route is, and how much of it rests on a source's word. */
function routeSummary(catalog: Catalog, route: Route): string {
  const moves = count(route.moves.length, 'move');
  if (catalog.ladder.sources.length === 0) return moves;
  if (route.unstated === 0) return `${moves}, ${route.moves.length === 1 ? '' : 'all '}stated by a source`;
  const stated = route.moves.length - route.unstated;
  return stated === 0
    ? `${moves}, none stated by a source`
    : `${moves}, ${stated} stated by a source and ${route.unstated} not`;
}

function otherRoutes(catalog: Catalog, others: readonly Route[]): Block[] {
  const items = others.map((route, index) => {
    const titles = route.roles.map((id): Line => [roleLink(catalog, id)]);
    return item(`${index + 2}.`, [...join(titles, ' → '), muted(` · ${routeSummary(catalog, route)}`)]);
  });
  return section(2, 'Other routes', list(items));
}

/** An overview of a route, that lets uneven steps be seen. */
function bars(catalog: Catalog, route: Route, steps: readonly StepChange[]): Block {
  // Not Math.max of them all: a function takes some hundred thousand arguments and no more.
  const most = steps.reduce((largest, step) => Math.max(largest, step.size), 0);
  return {
    kind: 'bars',
    bars: steps.map((step, index) => ({
      label: [`${index + 1}. `, roleLink(catalog, route.roles[index + 1]!)],
      value: step.size,
      most,
      note: [`${step.size} new`],
    })),
  };
}

/** A route of more moves than this is shown move by move only with --full: nobody climbs so many rungs by reading. */
const MOST_WALKED = 100;

function walkBlocks(catalog: Catalog, route: Route, steps: readonly StepChange[], options: PathOptions): Block[] {
  if (steps.length > MOST_WALKED && !options.full) {
    return [paragraph(muted(`What each of the ${steps.length} moves takes is shown with --full.`))];
  }
  return steps.flatMap((step, index) => stepBlocks(catalog, route.moves[index]!, step, index, options));
}

function noRoute(catalog: Catalog, query: RouteQuery, { deadEnd, complete }: RouteSearch, rerun: string): Block[] {
  const [from, to] = [titleOf(catalog, query.from), titleOf(catalog, query.to)];
  if (!complete) return [paragraph(`No route from ${from} to ${to} was found before the search was given up.`)];
  const limited = query.via.length + query.avoid.length + query.kinds.length + query.sources.length > 0;
  const { nearest, reverse, withoutLimits } = deadEnd ?? {};
  const lines: (string | Line)[] = [
    nearest
      ? [
          'Nearest to it in rank that can be reached: ',
          roleLink(catalog, nearest.role),
          `, in ${count(nearest.moves, 'move')}.`,
        ]
      : `No role can be reached from ${from}${limited ? ' by such moves' : ''}.`,
  ];
  if (limited) {
    lines.unshift(
      withoutLimits === true
        ? 'Without the limits (via, avoid, kind, source) there is a route.'
        : 'There is none without the limits (via, avoid, kind, source) either.',
    );
  }
  if (reverse === true) {
    const text = `pmroles path ${query.to} ${query.from}${rerun}`;
    const target = { to: `#path=${query.to},${query.from}`, label: `${to} → ${from}` };
    lines.push(['The other way round there is one: ', { text, style: 'code', target }]);
  }
  return [
    paragraph(`There is no route from ${from} to ${to}${limited ? ' under these limits' : ''}.`),
    ...bullets(lines),
  ];
}
