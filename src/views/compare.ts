/**
 * Roles side by side: what they share, and what sets them apart.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import type { ComparedItem, Comparison, Only, Standing } from '../core/compare.ts';
import type { ExpectedResponsibility } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Contrast } from '../core/model.ts';
import { findRoutes, type Route } from '../core/routes/routes.ts';
import {
  type Block,
  bullets,
  type Cell,
  heading,
  item,
  type Item,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  row,
  strong,
  styled,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { type CompareOptions, direction, isLevelled, MARKS, SILENT, skillRows } from './compare-skills.ts';
import {
  citeNote,
  count,
  differencesHint,
  disagreementBlocks,
  given,
  groundNote,
  joinWords,
  levelOfRole,
  notStated,
  roleCommand,
  roleLink,
  skillName,
  sourceKey,
  titleOf,
  trackTitle,
  withoutStop,
} from './parts.ts';
import { compareData, compareRecords } from './compare-data.ts';
import { routeSummary } from './route-summary.ts';

export const FILTERS: Readonly<Record<Only, string>> = {
  changed: 'only what is not common to all',
  common: 'only what all have in common',
  unique: 'only what one role alone has',
};

export function compareView(
  catalog: Catalog,
  comparison: Comparison,
  only: Only | undefined,
  options: CompareOptions,
): Report<Data<'compare'>> {
  const { roles, areas, skills, notApplicable, contrasts, disagreements } = comparison;
  const title = joinWords(roles.map((id) => titleOf(catalog, id)));
  const isEmpty = areas.length + skills.length + notApplicable.length === 0;
  const rows = isEmpty ? [] : [...areaRows(catalog, comparison, options), ...skillRows(catalog, comparison, options)];
  const columns = roles.map((id) => ({ title: titleOf(catalog, id), target: { to: `#role=${id}` } }));
  const way = wayBetween(catalog, roles);
  // What is said may name a source, so that every source that stands behind the comparison is named in full.
  const cited = [
    ...contrasts,
    ...(way?.moves.flatMap(({ progressions }) => progressions) ?? []),
    ...[...areas.flatMap(({ items }) => items), ...skills].flatMap(({ held }) =>
      held.map(({ statement }) => statement),
    ),
  ];
  const cites = cited.flatMap((entry) => entry.cites);
  return {
    title,
    signs: 'compare',
    blocks: [
      heading(1, title),
      ...bullets(roles.map((id) => introduction(catalog, id, options))),
      ...(way ? wayBlocks(catalog, way, options) : []),
      ...list(gist(catalog, comparison)),
      ...bullets(contrasts.map((contrast) => contrastLine(catalog, contrast, options))),
      ...(only === undefined ? [] : [paragraph(muted(`Shown: ${FILTERS[only]}.`))]),
      rows.length > 0
        ? table(['', ...columns], rows, 'rule')
        : paragraph(only === undefined ? notStated(catalog) : 'Nothing to show under this filter.'),
      ...notes(catalog, comparison, rows, options),
      ...(options.full
        ? disagreementBlocks(disagreements, options)
        : differencesHint(disagreements, ['compare', ...roles, '--full'], options)),
      ...sourceKey(catalog, cites),
    ],
    records: () => compareRecords(catalog, comparison),
    data: () => compareData(catalog, comparison, only),
  };
}

/** A role in a line: how senior it is, on which track, and what it is for. */
function introduction(catalog: Catalog, id: string, options: CompareOptions): Line {
  const role = catalog.roles.get(id)!;
  const about = [levelOfRole(catalog, role), ...given(trackTitle(catalog, id), (track) => track)].join(' · ');
  return [
    roleLink(catalog, id, 'strong'),
    muted(` · ${about}`),
    ...given(role.summary.text, (text) => `: ${text}`),
    ...citeNote(role.summary, options),
  ];
}

/** The best route from the most junior to the most senior of some roles; undefined where there is none. */
function wayBetween(catalog: Catalog, roles: readonly string[]): Route | undefined {
  const byRank = roles.map((id) => catalog.roles.get(id)!).sort((a, b) => a.rank - b.rank);
  const [junior, senior] = [byRank[0]!, byRank.at(-1)!];
  const route = (from: string, to: string) => findRoutes(catalog, from, to, { most: 1, exact: true }).routes[0];
  return route(junior.id, senior.id) ?? (junior.rank === senior.rank ? route(senior.id, junior.id) : undefined);
}

function wayBlocks(catalog: Catalog, route: Route, { rerun = '' }: CompareOptions): Block[] {
  const [from, to] = [route.roles[0]!, route.roles.at(-1)!];
  const way = `${titleOf(catalog, from)} → ${titleOf(catalog, to)}`;
  return [
    paragraph(`${way}: ${routeSummary(catalog, route)}`),
    { kind: 'command', ...roleCommand(catalog, ['path', from, to], rerun) },
  ];
}

/** What is shared, related and apart, in numbers and names; it explains the marks as well. */
function gist(catalog: Catalog, { roles, areas, skills }: Comparison): Item[] {
  // What only one role speaks of at all tells most.
  const telling = [...areas].sort((a, b) => b.silent.length - a.silent.length);
  const items = telling.flatMap((area) => area.items.map((entry) => ({ ...entry, area: area.area })));
  const all = roles.length === 2 ? 'both' : `all ${roles.length}`;
  const line = (standing: Standing, label: string, role?: string): Item[] => {
    const fits = (entry: ComparedItem<unknown>): boolean =>
      entry.standing === standing && (role === undefined || entry.held[0]!.role === role);
    const [own, needed] = [items.filter(fits), skills.filter(fits)];
    const about = own.map(({ held, group }) =>
      group === undefined
        ? withoutStop(held[0]!.statement.text)
        : catalog.ladder.related.find(({ id }) => id === group)!.title,
    );
    const names = needed.map(({ id }) => skillName(catalog, id));
    const parts = [
      ...numbered(own.length, ['responsibility', 'responsibilities'], about, '; '),
      ...numbered(needed.length, ['skill', 'skills'], names, ', '),
    ];
    const { mark, style } = MARKS[standing];
    return parts.length === 0 ? [] : [{ ...item(mark, [strong(label), `: ${joinWords(parts)}`], style), word: '' }];
  };
  return [
    ...line('common', roles.length === 2 ? 'Both' : 'All'),
    ...line('differing', `In ${all}, but different`),
    ...line('related', 'Related'),
    ...line('partial', 'Shared by some'),
    ...roles.flatMap((role) => line('unique', `Only ${titleOf(catalog, role)}`, role)),
  ];
}

/** So many names give an idea of the rest. */
const MOST_NAMED = 3;

function numbered(
  number: number,
  [one, many]: readonly [string, string],
  names: readonly string[],
  between: string,
): string[] {
  if (number === 0) return [];
  const each = [...new Set(names)];
  const named = each.length > MOST_NAMED ? [...each.slice(0, MOST_NAMED), '…'] : each;
  return [`${count(number, one, many)} (${named.join(between)})`];
}

/** A source's own contrast of the pair comes first, and always with its cite. */
function contrastLine(catalog: Catalog, contrast: Contrast, options: CompareOptions): Line {
  const sources = sourcesOf(catalog, contrast.cites);
  const by = sources.length === 0 ? [] : [strong(`Source ${joinWords(sources)} contrasts them: `)];
  return [
    ...by,
    contrast.text,
    ...citeNote(contrast, { ...options, cites: options.cites || contrast.cites.length > 0 }),
  ];
}

/** Each area's related work first, a line for each group, then the rest of the area. */
function areaRows(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  const { roles } = comparison;
  return comparison.areas.flatMap(({ area, items, silent }) => {
    const groups = [...groupBy(items, ({ group }) => group)].sort(([a], [b]) => Number(!a) - Number(!b));
    return groups.map(([, members], index) => [
      // A row that goes on with an area has no name of its own.
      ...(index === 0 ? row(styled('name', catalog.areas.get(area)!.title)) : [[]]),
      ...roles.map((role): Cell => {
        const own = members.flatMap((compared) => responsibilityItems(catalog, area, compared, role, options));
        if (own.length > 0 || index > 0) return own;
        // A role that states nothing in this area may still have what others state in it, under another one.
        if (silent.includes(role)) return SILENT;
        // The rows that go on with the area may have what the role says.
        if (items.some(({ held }) => held.some((entry) => entry.role === role))) return [];
        const elsewhere = areasOfShared(catalog, comparison, area, role);
        return elsewhere.length === 0 ? [] : [[muted(`see ${elsewhere.join(', ')}`)]];
      }),
    ]);
  });
}

/** The rows in which a role's statements of an area stand, because another role has them there. */
function areasOfShared(catalog: Catalog, { areas }: Comparison, area: string, role: string): string[] {
  return areas
    .filter(({ items }) =>
      items.some(({ held }) => held.some((entry) => entry.role === role && entry.statement.area === area)),
    )
    .map((other) => catalog.areas.get(other.area)!.title);
}

function responsibilityItems(
  catalog: Catalog,
  area: string,
  compared: ComparedItem<ExpectedResponsibility>,
  role: string,
  options: CompareOptions,
): Item[] {
  const { mark, style } = MARKS[compared.standing];
  return compared.held
    .filter((held) => held.role === role)
    .map(({ statement }) => {
      const here = catalog.areas.get(statement.area)!.title;
      const note = statement.area === area ? [] : [muted(` (listed under ${here})`)];
      return item(mark, [statement.text, ...note, ...groundNote(catalog, statement, options)], style);
    });
}

function notes(catalog: Catalog, comparison: Comparison, rows: readonly Cell[][], options: CompareOptions): Block[] {
  const { roles, areas, skills } = comparison;
  const statements = [
    ...areas.flatMap(({ items }) => items.flatMap(({ held }) => held.map(({ statement }) => statement))),
    ...skills.flatMap(({ held }) => held.map(({ statement }) => statement)),
  ];
  const lines: string[] = [];
  const moving = skills.some((entry) => {
    const first = entry.held.find(({ role }) => role === roles[0])?.statement;
    return first && entry.held.some(({ statement }) => direction(catalog, first, statement) !== '');
  });
  if (moving) lines.push(`↑ ↓: a higher or a lower level than ${titleOf(catalog, roles[0]!)}.`);
  if (statements.some(({ origin }) => origin)) {
    lines.push('"as …": inherited from that role.');
  }
  if (isLevelled(comparison) && !options.full)
    lines.push(`--full adds what each level means for its skill, and each role's own wording.`);
  // A silent role needs explaining: its empty cells are the sources' doing, not the role's.
  if (rows.some((row) => row.includes(SILENT))) lines.push(notStated(catalog));
  if (comparison.notApplicable.length > 0)
    lines.push('"not applicable": the ladder says that the role does not need it.');
  const quiet = lines.map((line) => [muted(line)]);
  return quiet.length < 2 ? quiet.map((line) => paragraph(...line)) : bullets(quiet);
}
