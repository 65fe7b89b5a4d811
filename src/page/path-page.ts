/**
 * The best route from one role to another, a step at a time, with where others leave it.
 */
import type { Catalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { findRoutes, type Route, USUAL_ROUTES } from '../core/routes/routes.ts';
import { type StepChange, stepChanges } from '../core/routes/steps.ts';
import { renderHtml } from '../report/html.ts';
import { printable } from '../report/printable.ts';
import { list as blockList } from '../report/report.ts';
import { element, fold, type Tree } from '../report/tree.ts';
import { count, joinWords, moveNote, roleLevels, titleOf, trackTitle } from '../views/parts.ts';
import { differences } from '../views/path-data.ts';
import { gist, stepBlocks } from '../views/path-steps.ts';
import { pathView } from '../views/path.ts';
import { routeSummary } from '../views/route-summary.ts';
import { type Address, mendAddress, writeAddress } from './address.ts';
import { roleForm, textOf } from './fields.ts';
import { ladderOf } from './ladder.ts';
import { problemTrees, type Resolved, resolveRoles, unknownOptions } from './names.ts';
import { type Book, copied, link, type Page, reportTrees, roleLink, SOURCES_SWITCH, trackClass } from './page.ts';
import { disagreements, stepChips } from './pieces.ts';

/** Of a longer route nobody reads every step on a page; the command line has them all. */
const MOST_STEPS = 100;

/** The roles that routes are to pass, or not to. */
interface Limits {
  readonly via: readonly string[];
  readonly avoid: readonly string[];
}

/** What was chosen in the form. */
export function pathAddress(data: FormData): string {
  return writeAddress('path', [textOf(data, 'from'), textOf(data, 'to')]);
}

/** The way that the address asks for. */
export function pathPage(book: Book, address: Address): Page {
  const { values, options } = address;
  const { catalog } = book;
  const rolesIn = (option: string | undefined, names: readonly string[]): Resolved =>
    resolveRoles(catalog.ladder, names, (name, id) => mendAddress(address, option, name, id));
  const [start, goal] = [rolesIn(undefined, values.slice(0, 1)), rolesIn(undefined, values.slice(1, 2))];
  const [via, avoid] = [rolesIn('via', options.get('via') ?? []), rolesIn('avoid', options.get('avoid') ?? [])];
  const problems = [
    ...[start, goal, via, avoid].flatMap((resolved) => resolved.problems),
    ...unknownOptions(address, ['via', 'avoid']),
  ];
  const limits: Limits = { via: via.ids, avoid: avoid.ids };
  const [from, to] = [start.ids[0], goal.ids[0]];
  const isAsked = from !== undefined && to !== undefined && problems.length === 0;
  const [title, found] = isAsked ? wayFrom(book, from, to, limits) : ['Path from one role to another', []];
  const swap = link(writeAddress('path', [to ?? '', from ?? '']), 'Swap', { class: 'btn' });
  return {
    title,
    ...(isAsked ? { address: writeAddress('path', [from, to], { ...limits }) } : {}),
    body: [
      element('h1', {}, title),
      ...problemTrees(problems),
      roleForm(
        catalog,
        'path',
        'Ends of the path',
        [
          { name: 'from', label: 'From', ...start.fields[0] },
          { name: 'to', label: 'To', ...goal.fields[0] },
        ],
        ...(from === undefined && to === undefined ? [] : [swap]),
        ...(isAsked ? [copied(commandOf(from, to, limits))] : []),
      ),
      ...(isAsked || problems.length > 0
        ? []
        : [element('p', { class: 'lead soft' }, 'Choose where from and where to.')]),
      ...(isAsked ? limited(catalog, from, to, limits) : []),
      ...found,
    ],
  };
}

function commandOf(from: string, to: string, { via, avoid }: Limits): string {
  return ['pmroles path', from, to, ...via.map((id) => `--via ${id}`), ...avoid.map((id) => `--avoid ${id}`)].join(' ');
}

/** Says what a way is held to, and how to be free of it. */
function limited(catalog: Catalog, from: string, to: string, { via, avoid }: Limits): Tree[] {
  const named = (words: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${words} ${joinWords(ids.map((id) => titleOf(catalog, id)))}`];
  const texts = [...named('by way of', via), ...named('not by way of', avoid)].join(', ');
  if (texts === '') return [];
  const free = link(writeAddress('path', [from, to]), 'Any way');
  return [element('p', { class: 'soft' }, `Only ${texts}. `, free)];
}

function wayFrom(book: Book, from: string, to: string, limits: Limits): readonly [title: string, trees: Tree[]] {
  const { catalog } = book;
  const title = `${titleOf(catalog, from)} to ${titleOf(catalog, to)}`;
  const query = { from, to, ...limits, kinds: [], sources: [], fewest: false, most: USUAL_ROUTES };
  try {
    const search = findRoutes(catalog, from, to, { ...query, exact: true });
    const [best, ...others] = search.routes;
    if (best) return [title, routeTrees(book, best, others)];
    const report = pathView(catalog, query, search, { cites: book.cites, full: true, all: false });
    return [title, [element('div', { class: 'report part-m' }, ...reportTrees(book, report).slice(1))]];
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const said = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
    return [title, [element('p', { class: 'problem', role: 'alert' }, said)]];
  }
}

function routeTrees(book: Book, route: Route, others: readonly Route[]): Tree[] {
  const { catalog } = book;
  const steps = stepChanges(catalog, route.roles);
  const shown = route.roles.slice(0, MOST_STEPS);
  const stops = shown.map((id, index) => stop(book, route, steps, id, index, others));
  const left = route.roles.length - shown.length;
  return [
    element('p', { class: 'lead' }, `${routeSummary(catalog, route)}.${largest(catalog, route, steps)}`),
    ...sizes(catalog, route, steps),
    element(
      'div',
      { class: 'path part' },
      element(
        'section',
        { 'aria-labelledby': 'steps' },
        element(
          'div',
          { class: 'row spread' },
          element('h2', { id: 'steps' }, 'Step by step'),
          ...(book.cites ? [SOURCES_SWITCH] : []),
        ),
        element('ol', { class: 'steps part-s', role: 'list' }, ...stops),
        ...(left > 0 ? [element('p', { class: 'soft' }, `And ${count(left, 'role')} more.`)] : []),
      ),
      element(
        'aside',
        { 'aria-labelledby': 'on-ladder' },
        element('h2', { id: 'on-ladder', class: 'vh' }, 'This path on the ladder'),
        ...ladderOf(book, { size: 'small', route: route.roles }),
      ),
    ),
    ...disagreements(book, differences(catalog, [route])),
  ];
}

/** Where most is new: what to prepare for. */
function largest(catalog: Catalog, { moves }: Route, steps: readonly StepChange[]): string {
  if (steps.every(({ size }) => size === undefined)) return ' How much is new is not stated.';
  const most = Math.max(...steps.map(({ size = 0 }) => size));
  if (most === 0) return ' Nothing new is stated.';
  const at = steps.flatMap((step, index) => (step.size === most ? [{ ...step, to: moves[index]!.to }] : []));
  // A skill at a higher level or in other words is no new skill.
  const areNew = at.every(
    ({ skills, responsibilities }) => skills.gained.length + responsibilities.gained.length === most,
  );
  const words = areNew ? count(most, 'thing is new', 'things are new') : count(most, 'thing changes', 'things change');
  if (moves.length === 1) return ` ${words}.`;
  if (at.length === moves.length) return ` ${words} with each.`;
  if (at.length > 2) return ` At most ${words} with each.`;
  const roles = joinWords(at.map(({ to }) => titleOf(catalog, to)));
  return at.length === 1
    ? ` The largest step is to ${roles}: ${words}.`
    : ` The largest steps are to ${roles}: ${words} with each.`;
}

/** How much is new with each move, as lengths, in the colour of the track that it leads to. */
function sizes(catalog: Catalog, { moves }: Route, steps: readonly StepChange[]): Tree[] {
  const known = steps.map(({ size = 0 }) => size);
  const total = known.reduce((sum, size) => sum + size, 0);
  if (moves.length < 2 || moves.length > 20 || total === 0) return [];
  // Of 100 for the whole width; between two lengths there is a gap, and a step with nothing new is a sliver.
  const gap = 1;
  const unit = (100 - gap * (moves.length - 1)) / (total + moves.length * 0.5);
  let x = 0;
  const bars = moves.map(({ to }, index) => {
    const width = (known[index]! + 0.5) * unit;
    const middle = x + width / 2;
    const at = x;
    x += width + gap;
    const shown = steps[index]!.size === undefined ? '?' : `+${known[index]!}`;
    return element(
      'g',
      { class: trackClass(catalog, catalog.roles.get(to)!.track) },
      element('rect', {
        class: 'cap',
        x: `${at.toFixed(2)}%`,
        y: '22',
        width: `${width.toFixed(2)}%`,
        height: '12',
        rx: '3',
      }),
      element('text', { x: `${middle.toFixed(2)}%`, y: '14', 'text-anchor': 'middle' }, shown),
    );
  });
  const words = moves.map(({ to }, index) => `${titleOf(catalog, to)} ${steps[index]!.size ?? 'not stated'}`);
  return [
    element(
      'svg',
      {
        class: 'sizes',
        role: 'img',
        'aria-label': printable(`New, higher or changed with each move: ${words.join(', ')}`),
      },
      ...bars,
    ),
    element('p', { class: 'small soft part-xs' }, 'What is new, higher or changed with each move.'),
  ];
}

/** A role on the way, and the move that leads on from it. */
function stop(
  book: Book,
  route: Route,
  steps: readonly StepChange[],
  id: string,
  index: number,
  others: readonly Route[],
): Tree {
  const { catalog } = book;
  const role = catalog.roles.get(id)!;
  const next = route.roles[index + 1];
  const hue = trackClass(catalog, role.track);
  const isTurn = next !== undefined && catalog.roles.get(next)!.track !== role.track;
  return element(
    'li',
    { class: isTurn ? `${hue} to-${trackClass(catalog, catalog.roles.get(next)!.track)}` : hue },
    element('span', { class: 'node', 'aria-hidden': 'true' }, String(roleLevels(catalog).get(role.rank) ?? '')),
    element('h3', {}, roleLink(catalog, id)),
    ...(next === undefined ? [] : [leg(book, route, steps[index]!, index)]),
    ...others.flatMap((other) => fork(catalog, route, other, index)),
  );
}

/** What one move takes: how much, the most telling of it, and all of it on demand. */
function leg(book: Book, route: Route, step: StepChange, index: number): Tree {
  const { catalog, cited } = book;
  const move = route.moves[index]!;
  const options = { cites: book.cites, all: false, full: true };
  const [from, to] = [move.from, move.to].map((id) => trackTitle(catalog, id));
  const how = [moveNote(catalog, move.progressions), ...(from === to || to === undefined ? [] : [`to ${to}`])];
  const cites = [...new Set(move.progressions.flatMap((progression) => progression.cites))];
  const words = how.filter((word) => word !== '').join(', ');
  const html = { cited: (ids: readonly string[]) => cited({ cites: ids }) };
  // The heading of the step stands over it already.
  const all = (): Tree[] => renderHtml(stepBlocks(catalog, move, step, index, options).slice(1), { ...html, top: 4 });
  return element(
    'div',
    { class: 'leg' },
    element('p', { class: 'over' }, `To ${titleOf(catalog, move.to)}`),
    stepChips(catalog, step),
    ...(words === ''
      ? []
      : [
          element(
            'div',
            { class: 'small soft' },
            `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
            ...cited({ cites }),
          ),
        ]),
    ...renderHtml(blockList(gist(catalog, step, { ...options, cites: false }, false)), html),
    ...(book.mine?.missing(route.roles, index) ?? []),
    fold('fold', element('summary', {}, 'All that changes'), () => [element('div', { class: 'report' }, ...all())]),
  );
}

/** Where another route leaves the best one, and what it goes by or leaves out. */
function fork(catalog: Catalog, best: Route, other: Route, index: number): Tree[] {
  const leaves = other.roles.findIndex((id, at) => id !== best.roles[at]) - 1;
  if (leaves !== index) return [];
  const [from, to] = [best.roles[0]!, best.roles.at(-1)!];
  const by = other.roles.filter((id) => !best.roles.includes(id));
  const past = best.roles.filter((id) => !other.roles.includes(id));
  const unstated = other.unstated === 0 ? '' : `, ${other.unstated} of them not stated`;
  const length = `: ${count(other.moves.length, 'move')}${catalog.ladder.sources.length === 0 ? '' : unstated}.`;
  const [words, ids, limits] =
    by.length > 0
      ? (['Or by way of ', by, { via: by.slice(0, 1) }] as const)
      : (['Or without ', past, { avoid: past.slice(0, 1) }] as const);
  const names = joinWords(ids.map((id) => titleOf(catalog, id)));
  return [element('p', { class: 'fork' }, words, link(writeAddress('path', [from, to], limits), names), length)];
}
