/**
 * Routes between two roles, and what each move takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Move, Route, RouteQuery, RouteSearch } from '../core/routes.ts';
import type { Change, LevelChange, StepChange } from '../core/steps.ts';
import {
  type Block,
  heading,
  item,
  type Item,
  join,
  type Line,
  list,
  paragraph,
  type Report,
  styled,
} from '../render/report.ts';

import {
  basisNote,
  citeNote,
  count,
  disagreementBlocks,
  joinWords,
  kindName,
  levelTitle,
  originNote,
  skillLine,
  skillName,
  titleOf,
  type ViewOptions,
} from './parts.ts';
import { differences, pathData, pathRecords, walk, type Walked } from './path-data.ts';

/** How the path view shows its routes. */
export interface PathOptions extends ViewOptions {
  /** True to show every route in full, not only the best one. */
  readonly all: boolean;
  /** True to name what carries over and what is left at each step; else they are counted. */
  readonly full: boolean;
}

/**
 * Makes the report of `pmroles path`.
 *
 * @param catalog the ladder
 * @param query what was asked
 * @param search what was found
 * @param options what to show
 */
export function pathView(catalog: Catalog, query: RouteQuery, search: RouteSearch, options: PathOptions): Report {
  const walked = search.routes.map((route) => walk(catalog, route));
  const title = `${titleOf(catalog, query.from)} → ${titleOf(catalog, query.to)}`;
  return {
    title,
    blocks: [
      heading(1, title),
      ...(walked.length === 0 ? noRoute(catalog, query, search) : routeBlocks(catalog, query, walked, options)),
      ...(search.complete
        ? []
        : [
            paragraph(
              styled(
                'muted',
                'The search was given up: too many ways pass one role twice. There may be better routes.',
              ),
            ),
          ]),
    ],
    records: () => pathRecords(catalog, walked),
    data: () => pathData(catalog, query, search, walked),
  };
}

function routeBlocks(catalog: Catalog, query: RouteQuery, walked: readonly Walked[], options: PathOptions): Block[] {
  const [best, ...others] = walked;
  const many = options.all && others.length > 0;
  const ranking = query.fewest
    ? 'fewest moves first, then fewest moves that no source states'
    : 'fewest moves that no source states first, then fewest moves';
  return [
    ...(many ? [heading(2, `Route 1 · ${routeSummary(best!.route)}`)] : [paragraph(routeSummary(best!.route))]),
    bars(catalog, best!),
    ...(options.all ? [] : otherRoutes(catalog, others)),
    ...walkBlocks(catalog, best!, options),
    ...disagreementBlocks(
      'Where the sources differ',
      differences(catalog, options.all ? walked : walked.slice(0, 1)),
      options,
    ),
    ...(options.all
      ? others.flatMap((other, index) => [
          heading(2, `Route ${index + 2} · ${routeSummary(other.route)}`),
          bars(catalog, other),
          ...walkBlocks(catalog, other, options),
        ])
      : []),
    paragraph(
      styled(
        'muted',
        `Routes are ranked by ${ranking}. A step's size counts what is new: skills and responsibilities.${
          options.full ? '' : ' --full names what carries over and what is left.'
        }`,
      ),
    ),
  ];
}

/** How long a route is, and how much of it rests on a source's word. */
function routeSummary(route: Route): string {
  const moves = count(route.moves.length, 'move');
  if (route.unstated === 0) return `${moves}, ${route.moves.length === 1 ? '' : 'all '}stated by a source`;
  const stated = route.moves.length - route.unstated;
  return stated === 0
    ? `${moves}, none stated by a source`
    : `${moves}, ${stated} stated by a source and ${route.unstated} not`;
}

function otherRoutes(catalog: Catalog, others: readonly Walked[]): Block[] {
  if (others.length === 0) return [];
  const items = others.map(({ route }, index) => {
    const titles = route.roles.map((id): Line => [titleOf(catalog, id)]);
    return item(`${index + 2}.`, [...join(titles, ' → '), styled('muted', ` · ${routeSummary(route)}`)]);
  });
  return [heading(2, 'Other routes'), ...list(items)];
}

/** An overview of a route, that lets uneven steps be seen. */
function bars(catalog: Catalog, { route, steps }: Walked): Block {
  const most = Math.max(...steps.map((step) => step.size));
  return {
    kind: 'bars',
    bars: steps.map((step, index) => ({
      label: [`${index + 1}. ${titleOf(catalog, route.roles[index + 1]!)}`],
      value: step.size,
      most,
      note: [`${step.size} new`],
    })),
  };
}

function walkBlocks(catalog: Catalog, { route, steps }: Walked, options: PathOptions): Block[] {
  return steps.flatMap((step, index) => stepBlocks(catalog, route.moves[index]!, step, index, options));
}

function stepBlocks(catalog: Catalog, move: Move, step: StepChange, index: number, options: PathOptions): Block[] {
  const basis = move.progressions.map((edge) => basisNote(catalog, edge));
  const cites = [...new Set(move.progressions.flatMap((edge) => edge.cites))];
  const { skills, responsibilities } = step;
  return [
    heading(2, `${index + 1}. ${titleOf(catalog, move.from)} → ${titleOf(catalog, move.to)}`),
    paragraph(
      styled('muted', `${kindName(move.progressions[0]!)}, ${joinWords([...new Set(basis)])}`),
      ...citeNote({ cites }, options),
      styled('muted', ` · step size ${step.size}`),
    ),
    ...list(move.progressions.flatMap(({ note }) => (note === undefined ? [] : [item('•', [styled('muted', note)])]))),
    ...list([
      ...responsibilities.gained.map((entry) =>
        item('+', [entry.text, ...citeNote(entry, options), ...originNote(catalog, entry.origin, options)], 'added'),
      ),
      ...skillItem(catalog, '+', 'New skills', skills.gained, options),
      ...levelItems(catalog, '↑', 'rises', skills.raised, options),
      ...keptItems(catalog, step, options),
      ...levelItems(catalog, '↓', 'falls', skills.lowered, options),
      ...leftItems(catalog, step, options),
      ...silentItems(catalog, move, step),
    ]),
  ];
}

function skillItem(
  catalog: Catalog,
  mark: string,
  label: string,
  requirements: StepChange['skills']['gained'],
  options: PathOptions,
): Item[] {
  if (requirements.length === 0) return [];
  const style = mark === '+' ? 'added' : mark === '-' ? 'removed' : 'muted';
  return [item(mark, [styled('strong', `${label}: `), ...skillLine(catalog, requirements, options)], style)];
}

function levelItems(
  catalog: Catalog,
  mark: string,
  verb: string,
  changes: readonly LevelChange[],
  options: PathOptions,
): Item[] {
  return changes.map(({ skill, from, to }) =>
    item(
      mark,
      [
        `${skillName(catalog, skill)} ${verb} from ${levelTitle(catalog, from.level)} to ${levelTitle(catalog, to.level)}`,
        ...citeNote(to, options),
      ],
      'changed',
    ),
  );
}

function keptItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('=', 'Carries over', responsibilities.kept.length, skills.kept.length);
  const duties = responsibilities.kept.map((entry): Line => [
    withoutStop(entry.text),
    ...citeNote(entry, options),
    ...originNote(catalog, entry.origin, options),
    // The same duty in other words is only as much the same as this ladder judges it to be.
    ...(entry.before.text === entry.text ? [] : [styled('muted', ` (before: ${withoutStop(entry.before.text)})`)]),
  ]);
  return [
    ...(duties.length === 0 ? [] : [item('=', [styled('strong', 'Carries over: '), ...join(duties, '; ')], 'muted')]),
    ...skillItem(catalog, '=', 'Skills that carry over', skills.kept, options),
  ];
}

function leftItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('-', 'No longer named', responsibilities.left.length, skills.left.length);
  const duties = responsibilities.left.map((entry): Line => [withoutStop(entry.text), ...citeNote(entry, options)]);
  return [
    ...(duties.length === 0
      ? []
      : [item('-', [styled('strong', 'No longer named: '), ...join(duties, '; ')], 'removed')]),
    ...skillItem(catalog, '-', 'Skills no longer named', skills.left, options),
  ];
}

function countItem(mark: '=' | '-', label: string, duties: number, skills: number): Item[] {
  const counts = [
    ...(duties === 0 ? [] : [duties === 1 ? '1 responsibility' : `${duties} responsibilities`]),
    ...(skills === 0 ? [] : [count(skills, 'skill')]),
  ];
  if (counts.length === 0) return [];
  return [item(mark, [styled('strong', `${label}: `), joinWords(counts)], mark === '=' ? 'muted' : 'removed')];
}

/** Says what cannot be said, and what the step was measured against instead. */
function silentItems(catalog: Catalog, move: Move, { skills, responsibilities }: StepChange): Item[] {
  const notes: string[] = [];
  const to = titleOf(catalog, move.to);
  const explain = (change: Change<unknown>, what: string): void => {
    if (change.silent) notes.push(`No ${what} are stated for ${to}, so what it takes is not known.`);
    else if (change.comparedWith === undefined) {
      notes.push(`No ${what} are stated for ${titleOf(catalog, move.from)}, so all of these count as new.`);
    } else if (change.comparedWith !== move.from) {
      const other = titleOf(catalog, change.comparedWith);
      notes.push(`No ${what} are stated for ${titleOf(catalog, move.from)}; measured against ${other} instead.`);
    }
  };
  explain(responsibilities, 'responsibilities');
  explain(skills, 'skills');
  return notes.map((note) => item('?', [styled('muted', note)], 'changed'));
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function noRoute(catalog: Catalog, query: RouteQuery, { deadEnd, complete }: RouteSearch): Block[] {
  const [from, to] = [titleOf(catalog, query.from), titleOf(catalog, query.to)];
  if (!complete) return [paragraph(`No route from ${from} to ${to} was found before the search was given up.`)];
  const limited = query.via.length + query.avoid.length + query.kinds.length + query.sources.length > 0;
  const items: Item[] = [];
  if (limited) {
    items.push(
      item('•', [
        deadEnd?.withoutLimits === true
          ? 'Without the limits (via, avoid, kind, source) there is a route.'
          : 'There is none without the limits (via, avoid, kind, source) either.',
      ]),
    );
  }
  items.push(
    item(
      '•',
      deadEnd?.nearest
        ? [
            `Nearest to it in rank that can be reached: ${titleOf(catalog, deadEnd.nearest.role)}, in ${count(deadEnd.nearest.moves, 'move')}.`,
          ]
        : [`No role can be reached from ${from}${limited ? ' by such moves' : ''}.`],
    ),
  );
  if (deadEnd?.reverse === true) {
    items.push(
      item('•', ['The other way round there is one: ', styled('code', `pmroles path ${query.to} ${query.from}`)]),
    );
  }
  return [paragraph(`There is no route from ${from} to ${to}${limited ? ' under these limits' : ''}.`), ...list(items)];
}
