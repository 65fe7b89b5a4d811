/**
 * Roles side by side: what they share, and what sets them apart.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import type { ComparedItem, Comparison, Only, Standing } from '../core/compare.ts';
import type { ExpectedResponsibility } from '../core/expectations.ts';
import type { Contrast } from '../core/model.ts';
import {
  type Block,
  type Cell,
  heading,
  item,
  type Item,
  type Line,
  list,
  paragraph,
  type Report,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { compareData, compareRecords } from './compare-data.ts';
import { type CompareOptions, direction, isLevelled, MARKS, notStated, skillRows } from './compare-skills.ts';
import { citeNote, disagreementBlocks, joinWords, originNote, titleOf, trackTitle } from './parts.ts';

/** What a filter keeps, in words. */
export const FILTERS: Readonly<Record<Only, string>> = {
  changed: 'only what is not common to all',
  common: 'only what all have in common',
  unique: 'only what one role alone has',
};

/** Makes the report of `pmroles compare`. */
export function compareView(
  catalog: Catalog,
  comparison: Comparison,
  only: Only | undefined,
  options: CompareOptions,
): Report<Data<'compare'>> {
  const titles = comparison.roles.map((id) => titleOf(catalog, id));
  const title = joinWords(titles);
  const shown = comparison.areas.length + comparison.skills.length + comparison.notApplicable.length > 0;
  const rows = shown ? rowsOf(catalog, comparison, options) : [];
  const blocks: Block[] = [
    heading(1, title),
    ...list(
      comparison.contrasts.map((contrast) =>
        // A source's own contrast of the pair comes first, and always with its cite.
        item('•', [...by(catalog, contrast), contrast.text, ...citeNote(contrast, { ...options, cites: true })]),
      ),
    ),
    paragraph(...legend(comparison, only)),
    ...(rows.length > 0 ? [table(catalog, comparison, rows)] : [paragraph('Nothing to show under this filter.')]),
    ...notes(catalog, comparison, rows, options),
    ...disagreementBlocks('Where the sources differ', comparison.disagreements, options),
  ];
  return {
    title,
    blocks,
    records: () => compareRecords(catalog, comparison),
    data: () => compareData(catalog, comparison, only),
  };
}

/** Whose contrast it is. */
function by(catalog: Catalog, contrast: Contrast): Line {
  const sources = sourcesOf(catalog, contrast.cites);
  return sources.length === 0 ? [] : [styled('strong', `Source ${joinWords(sources)} contrasts them: `)];
}

function legend(comparison: Comparison, only: Only | undefined) {
  const present = (Object.keys(MARKS) as Standing[]).filter((standing) => comparison.counts[standing] > 0);
  const marks = present.flatMap((standing, index) => {
    const { mark, style, meaning } = MARKS[standing];
    return [
      ...(index > 0 ? [styled('muted', ' · ')] : []),
      styled(style, mark),
      styled('muted', ` ${meaning} (${comparison.counts[standing]})`),
    ];
  });
  return only === undefined ? marks : [...marks, styled('muted', ` — ${FILTERS[only]}`)];
}

function rowsOf(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  const { roles } = comparison;
  const tracks = roles.map((id) => trackTitle(catalog, id));
  const rows: Cell[][] =
    new Set(tracks).size > 1
      ? [[[[styled('name', 'Track')]], ...tracks.map((track): Cell => (track === undefined ? notStated : [[track]]))]]
      : [];
  for (const area of comparison.areas) {
    rows.push([
      [[styled('name', catalog.areas.get(area.area)!.title)]],
      ...roles.map((role): Cell => {
        const items = area.items.flatMap((compared) =>
          responsibilityItems(catalog, area.area, compared, role, options),
        );
        if (items.length > 0) return items;
        // A role that states nothing in this area may still have what others state in it, under another one.
        if (area.silent.includes(role)) return notStated;
        const elsewhere = areasOfShared(catalog, comparison, area.area, role);
        return elsewhere.length === 0 ? [] : [[styled('muted', `see ${elsewhere.join(', ')}`)]];
      }),
    ]);
  }
  return [...rows, ...skillRows(catalog, comparison, options)];
}

function table(catalog: Catalog, { roles }: Comparison, rows: readonly Cell[][]): Block {
  return {
    kind: 'table',
    columns: [{ title: '' }, ...roles.map((id) => ({ title: titleOf(catalog, id), target: { to: `#role=${id}` } }))],
    rows,
    between: 'rule',
  };
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
    .map(({ statement }) =>
      item(
        mark,
        [
          statement.text,
          ...(statement.area === area
            ? []
            : [styled('muted', ` (its area here: ${catalog.areas.get(statement.area)!.title})`)]),
          ...citeNote(statement, options),
          ...originNote(catalog, statement.origin, options),
        ],
        style,
      ),
    );
}

/** Explains the words and signs that the table uses. */
function notes(
  catalog: Catalog,
  comparison: Comparison,
  rows: readonly (readonly Cell[])[],
  options: CompareOptions,
): Block[] {
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
    const why = catalog.ladder.cumulative ? 'carried over' : 'taken over';
    lines.push(`"as …": ${why} from that role.`);
  }
  if (isLevelled(comparison) && !options.full)
    lines.push(`--full adds what each level means for its skill, and each role's own wording.`);
  if (rows.some((row) => row.includes(notStated))) {
    // A silent role needs explaining: its empty cells are the sources' doing, not the role's.
    const who = catalog.ladder.sources.length > 0 ? 'the sources are' : 'the ladder is';
    lines.push(`"not stated": ${who} silent there, which is not to say that the role has no part in it.`);
  }
  if (comparison.notApplicable.length > 0)
    lines.push('"not applicable": the ladder says that the role does not need it.');
  const styledLines = lines.map((line) => styled('muted', line));
  return lines.length < 2
    ? styledLines.map((line) => paragraph(line))
    : list(styledLines.map((line) => item('•', [line])));
}
