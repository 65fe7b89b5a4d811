/**
 * Routes from one role to another.
 */
import { PmrolesError } from '../core/errors.ts';
import { type ProgressionKind, PROGRESSION_KINDS } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { findRoutes, MOST_VIA, USUAL_ROUTES } from '../core/routes/routes.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { pathView } from '../views/path.ts';
import { type Address, mendAddress, writeAddress } from './address.ts';
import { textOf, textsOf } from './compare-page.ts';
import { checks, form, labelled, menu, roleFields, roleOffers, submit } from './fields.ts';
import { type Problem, problemTrees, type Resolved, resolveOption, resolveRoles, unknownOptions } from './names.ts';
import { type Book, type Page, PICTURE_SLOT, reportTrees } from './page.ts';

/** How many routes can be asked for in full; without a number the best one is, and the next two are named. */
const COUNTS = [2, 3, 5, 10, 20, 50] as const;
const MOST_ROUTES = 1000;

/** A picture of more roles than this says nothing about a route. */
const MOST_IN_PICTURE = 30;

/** What an address may say of routes. */
const OPTIONS = ['via', 'avoid', 'kind', 'source', 'fewest', 'all'];

/** Where an address names roles. */
type RoleOption = 'start' | 'goal' | 'via' | 'avoid';

/** What an address may ask of routes. */
interface Limits {
  readonly via: readonly string[];
  readonly avoid: readonly string[];
  readonly kinds: readonly ProgressionKind[];
  readonly sources: readonly string[];
  readonly fewest: boolean;
  /** How many to show in full; undefined for the best one alone. */
  readonly all: number | undefined;
}

/** What was chosen in the form. */
export function pathAddress(data: FormData): string {
  const list = (name: string): string[] => textsOf(data, name);
  return writeAddress('path', [textOf(data, 'from'), textOf(data, 'to')], {
    via: list('via'),
    avoid: list('avoid'),
    kind: list('kind'),
    source: list('source'),
    fewest: data.has('fewest'),
    all: list('all'),
  });
}

/** The routes that the address asks for, and the form to ask for others. */
export function pathPage(book: Book, address: Address): Page {
  const { values, options } = address;
  const { catalog } = book;
  const { ladder } = catalog;
  const ends = [values[0] ?? '', values[1] ?? ''];
  const rolesIn = (option: string | undefined, names: readonly string[]): Resolved =>
    resolveRoles(ladder, names, (name, id) => mendAddress(address, option, name, id));
  const [start, goal] = [rolesIn(undefined, ends.slice(0, 1)), rolesIn(undefined, ends.slice(1))];
  const [via, avoid] = [rolesIn('via', options.get('via') ?? []), rolesIn('avoid', options.get('avoid') ?? [])];
  const kindNames = PROGRESSION_KINDS.map((id) => ({ id, text: id.replace('-', ' ') }));
  const kinds = resolveOption(address, 'kind', 'kind of move', kindNames);
  const sourceNames = ladder.sources.map(({ id, title }) => ({ id, text: `${id} · ${title}` }));
  const sources = resolveOption(address, 'source', 'source', sourceNames);
  const wanted = options.get('all')?.find((value) => value !== '');
  const all = Number(wanted);
  const isCount = Number.isInteger(all) && all >= 1 && all <= MOST_ROUTES;
  const limits: Limits = {
    via: via.ids,
    avoid: avoid.ids,
    kinds: PROGRESSION_KINDS.filter((kind) => kinds.ids.includes(kind)),
    sources: ladder.sources.map(({ id }) => id).filter((id) => sources.ids.includes(id)),
    fewest: options.has('fewest'),
    all: isCount ? all : undefined,
  };
  const problems = [
    ...[start, goal, via, avoid, kinds, sources].flatMap((resolved) => resolved.problems),
    ...(wanted === undefined || isCount ? [] : [countProblem(address, wanted)]),
    ...unknownOptions(address, OPTIONS),
  ];
  const addressOf = (from: string, to: string): string =>
    writeAddress('path', [from, to], {
      via: limits.via,
      avoid: limits.avoid,
      kind: limits.kinds,
      source: limits.sources,
      fewest: limits.fewest,
      all: limits.all === undefined ? [] : [String(limits.all)],
    });
  const [from, to] = [start.ids[0], goal.ids[0]];
  const found =
    from === undefined || to === undefined || problems.length > 0 ? undefined : routesOf(book, from, to, limits);
  const [heading, ...rest] = found?.trees ?? [element('h1', {}, 'Routes')];
  const isEmpty = (values[0] ?? '') === '' && (values[1] ?? '') === '';
  return {
    title: found?.title ?? 'Routes',
    ...(problems.length === 0 && !isEmpty ? { address: addressOf(from ?? '', to ?? '') } : {}),
    ...(found ? { route: found.route } : {}),
    body: [heading!, ...problemTrees(problems), pathForm(book, { start, goal, via, avoid }, limits), ...rest],
  };
}

function routesOf(
  book: Book,
  from: string,
  to: string,
  { all, ...limits }: Limits,
): { readonly title: string; readonly trees: readonly Tree[]; readonly route: readonly string[] } {
  const { catalog } = book;
  const query = { from, to, ...limits, most: all ?? USUAL_ROUTES };
  try {
    const search = findRoutes(catalog, from, to, query);
    const report = pathView(catalog, query, search, { cites: book.cites, full: true, all: all !== undefined });
    const [title, ...rest] = reportTrees(book, report);
    const route = search.routes[0]?.roles ?? [];
    const isDrawn = book.hasPicture && route.length > 0 && catalog.ladder.roles.length <= MOST_IN_PICTURE;
    const picture = isDrawn
      ? [element('details', { class: 'map' }, element('summary', {}, 'The best route in the picture'), PICTURE_SLOT)]
      : [];
    return { title: report.title, trees: [title!, ...picture, ...rest], route };
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const said = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
    return {
      title: 'Routes',
      route: [],
      trees: [element('h1', {}, 'Routes'), element('p', { class: 'problem', role: 'alert' }, printable(said))],
    };
  }
}

/** What is wrong with a number of routes; the nearest that can be had. */
function countProblem(address: Address, wanted: string): Problem {
  const nearest = Number(wanted) > MOST_ROUTES ? MOST_ROUTES : 1;
  const near = String(nearest);
  return {
    message: `${quote(wanted)} is no number of routes from 1 to ${MOST_ROUTES}.`,
    near: [{ to: mendAddress(address, 'all', wanted, near), text: near }],
  };
}

function pathForm(
  book: Book,
  { start, goal, via, avoid }: Readonly<Record<RoleOption, Resolved>>,
  limits: Limits,
): Tree {
  const { catalog } = book;
  const { sources } = catalog.ladder;
  const isLimited =
    via.fields.length + avoid.fields.length + limits.kinds.length + limits.sources.length > 0 ||
    limits.fewest ||
    limits.all !== undefined;
  const counts = [...new Set([...COUNTS, ...(limits.all === undefined ? [] : [limits.all])])].sort((a, b) => a - b);
  return form(
    'path',
    'Routes to look for',
    ...roleFields(catalog, 'from', [{ label: 'From', ...start.fields[0] }]),
    ...roleFields(catalog, 'to', [{ label: 'To', ...goal.fields[0] }]),
    ...roleOffers(catalog),
    submit('Find routes'),
    element(
      'details',
      { open: isLimited },
      element('summary', {}, 'Which routes'),
      element(
        'div',
        { class: 'form' },
        ...roleFields(
          catalog,
          'via',
          [...via.fields, {}].slice(0, MOST_VIA).map((field) => ({ label: 'By way of', ...field })),
        ),
        ...roleFields(
          catalog,
          'avoid',
          [...avoid.fields, {}].map((field) => ({ label: 'Not by way of', ...field })),
        ),
        labelled(
          'Shown in full',
          menu(
            'all',
            [['', 'The best route'], ...counts.map((most) => [String(most), `The best ${most} routes`] as const)],
            limits.all === undefined ? '' : String(limits.all),
          ),
        ),
        checks(
          'Only these moves',
          'kind',
          PROGRESSION_KINDS.map((kind) => [kind, kind.replace('-', ' ')] as const),
          limits.kinds,
        ),
        ...(sources.length === 0
          ? []
          : [
              checks(
                'Only moves that a source knows',
                'source',
                sources.map(({ id, title }) => [id, `${id} · ${title}`] as const),
                limits.sources,
              ),
            ]),
        checks('Ranking', 'fewest', [['yes', 'fewest moves first']], limits.fewest ? ['yes'] : []),
      ),
    ),
  );
}
