/**
 * Routes between two roles, and what each move takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Route, RouteQuery, RouteSearch } from '../core/routes/routes.ts';
import { type StepChange, stepChanges } from '../core/routes/steps.ts';
import {
  type Bar,
  type Block,
  bullets,
  heading,
  type Inline,
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
import {
  count,
  differencesHint,
  disagreementBlocks,
  moveNote,
  roleCommand,
  roleLink,
  sourceKey,
  titleOf,
} from './parts.ts';
import { differences, pathData, pathRecords } from './path-data.ts';
import { routeSummary } from './route-summary.ts';
import { gist, type PathOptions, sizeNote, stepBlocks } from './path-steps.ts';

export function pathView(
  catalog: Catalog,
  query: RouteQuery,
  search: RouteSearch,
  options: PathOptions,
): Report<Data<'path'>> {
  const { routes } = search;
  const title = `${titleOf(catalog, query.from)} → ${titleOf(catalog, query.to)}`;
  const givenUp = 'The search was given up: too many ways pass one role twice. There may be better routes.';
  return {
    title,
    signs: 'path',
    blocks: [
      heading(1, title),
      ...(routes.length === 0
        ? noRoute(catalog, query, search, options.rerun ?? '')
        : routeBlocks(catalog, query, routes, options)),
      ...(search.complete ? [] : [paragraph(muted(givenUp))]),
    ],
    records: () => pathRecords(catalog, routes),
    data: () => pathData(catalog, query, search, options),
  };
}

function routeBlocks(catalog: Catalog, query: RouteQuery, routes: readonly Route[], options: PathOptions): Block[] {
  const shown = options.all ? routes : routes.slice(0, 1);
  const cites = routes.flatMap(({ moves }) =>
    moves.flatMap(({ progressions }) => progressions.flatMap((p) => p.cites)),
  );
  const ranking =
    query.fewest || catalog.ladder.sources.length === 0
      ? 'Shortest route first.'
      : 'Best-sourced route first, then the shortest.';
  const closing = [
    ...(options.full ? [] : ['Everything at each step: --full.']),
    ...(routes.length > 1 ? [ranking] : []),
  ];
  const disputed = differences(catalog, shown);
  return [
    ...shown.flatMap((route, index) => {
      const steps = stepChanges(catalog, route.roles);
      const each = (step: StepChange, at: number): Block[] => stepBlocks(catalog, route.moves[at]!, step, at, options);
      return [
        ...(shown.length > 1 ? [heading(2, `Route ${index + 1}`)] : []),
        paragraph(routeSummary(catalog, route)),
        ...overview(catalog, route, steps, options),
        ...(options.full ? steps.flatMap(each) : []),
      ];
    }),
    ...section(
      2,
      'Other routes',
      list(routes.slice(shown.length).map((route) => otherRoute(catalog, routes[0]!, route))),
    ),
    ...(options.full
      ? disagreementBlocks(disputed, options)
      : differencesHint(disputed, ['path', query.from, query.to, '--full'], options)),
    ...(closing.length === 0 ? [] : [paragraph(muted(closing.join(' ')))]),
    ...sourceKey(catalog, cites),
  ];
}

/** Another route, told by where it leaves the best one. */
function otherRoute(catalog: Catalog, best: Route, route: Route): ReturnType<typeof item> {
  const same = route.roles.findIndex((id, index) => id !== best.roles[index]);
  const fork = Math.max(same - 1, 0);
  // From here on it is the best route again.
  let back = 0;
  while (route.roles.at(-1 - back) === best.roles.at(-1 - back) && back < route.roles.length - 1 - fork) back++;
  const end = route.roles.length - back + 1;
  const way = join(
    route.roles.slice(fork, back > 1 ? end : undefined).map((id): Line => [roleLink(catalog, id)]),
    ' → ',
  );
  const start: Inline[] = fork > 0 ? ['as above to '] : [];
  const rest: Inline[] = back > 1 ? [', then as above'] : [];
  const known = new Set(best.moves.map(({ from, to }) => `${from} ${to}`));
  const notes = route.moves
    .filter(({ from, to }) => !known.has(`${from} ${to}`))
    .map(({ progressions }) => moveNote(catalog, progressions));
  const note = [...new Set(notes)].filter((text) => text !== '').join('; ');
  return item(count(route.moves.length, 'move'), [
    ...start,
    ...way,
    ...rest,
    ...(note === '' ? [] : [muted(` (${note})`)]),
  ]);
}

/** Of a longer route only the sizes of the steps are shown without --full: nobody climbs so many rungs by reading. */
const MOST_TOLD = 100;

/** How big each step is, so that uneven ones can be seen; without --full with the most telling of each. */
function overview(catalog: Catalog, route: Route, steps: readonly StepChange[], options: PathOptions): Block[] {
  const told = !options.full && steps.length <= MOST_TOLD;
  const notes = steps.map((step, index) => {
    const { progressions } = route.moves[index]!;
    // The usual move is a promotion that a source states.
    const isUsual = progressions[0]!.kind === 'promotion' && progressions[0]!.basis === 'stated';
    const about = isUsual ? '' : moveNote(catalog, progressions);
    return [sizeNote(catalog, step), about].filter((part) => part !== '').join(' · ');
  });
  const items = steps.map((step) => (told ? gist(catalog, step, options, steps.length === 1) : []));
  // A single step has nothing to be measured against.
  if (steps.length === 1) return [paragraph(notes[0]!), ...list(items[0]!)];
  // Not Math.max of them all: a function takes some hundred thousand arguments and no more.
  const most = steps.reduce((largest, { size = 0 }) => Math.max(largest, size), 0);
  const bars = steps.map((step, index): Bar => ({
    label: [`${index + 1}. `, roleLink(catalog, route.moves[index]!.to)],
    value: step.size,
    most,
    note: [notes[index]!],
    items: items[index]!,
  }));
  return [{ kind: 'bars', bars }];
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
    const back = roleCommand(catalog, ['path', query.to, query.from], rerun);
    lines.push(['The other way round there is one: ', { ...back, style: 'code' }]);
  }
  return [
    paragraph(`There is no route from ${from} to ${to}${limited ? ' under these limits' : ''}.`),
    ...bullets(lines),
  ];
}
