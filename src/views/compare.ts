/**
 * Roles side by side: what they share, and what sets them apart.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import type { ComparedItem, Comparison, Held, Only, Standing } from '../core/compare.ts';
import type { ExpectedRequirement, ExpectedResponsibility } from '../core/expectations.ts';
import type { Contrast } from '../core/model.ts';
import {
  type Block,
  bullets,
  type Cell,
  heading,
  item,
  type Item,
  join,
  type Line,
  muted,
  paragraph,
  type Records,
  type Report,
  row,
  strong,
  styled,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { type CompareOptions, direction, isLevelled, MARKS, notStated, skillRows } from './compare-skills.ts';
import { citeNote, disagreementBlocks, groundNote, joinWords, skillName, titleOf, trackTitle } from './parts.ts';
import { recordsOf } from './records.ts';

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
  const rows = isEmpty ? [] : rowsOf(catalog, comparison, options);
  const columns = roles.map((id) => ({ title: titleOf(catalog, id), target: { to: `#role=${id}` } }));
  return {
    title,
    blocks: [
      heading(1, title),
      ...bullets(contrasts.map((contrast) => contrastLine(catalog, contrast, options))),
      paragraph(...legend(comparison, only)),
      rows.length > 0 ? table(['', ...columns], rows, 'rule') : paragraph('Nothing to show under this filter.'),
      ...notes(catalog, comparison, rows, options),
      ...disagreementBlocks(disagreements, options),
    ],
    records: () => compareRecords(catalog, comparison),
    data: () => compareData(catalog, comparison, only),
  };
}

/** A source's own contrast of the pair comes first, and always with its cite. */
function contrastLine(catalog: Catalog, contrast: Contrast, options: CompareOptions): Line {
  const sources = sourcesOf(catalog, contrast.cites);
  const by = sources.length === 0 ? [] : [strong(`Source ${joinWords(sources)} contrasts them: `)];
  return [...by, contrast.text, ...citeNote(contrast, { ...options, cites: true })];
}

function legend({ counts }: Comparison, only: Only | undefined): Line {
  const marks = (Object.keys(MARKS) as Standing[])
    .filter((standing) => counts[standing] > 0)
    .map((standing): Line => {
      const { mark, style, meaning } = MARKS[standing];
      return [styled(style, mark), muted(` ${meaning} (${counts[standing]})`)];
    });
  return [...join(marks, muted(' · ')), ...(only === undefined ? [] : [muted(` — ${FILTERS[only]}`)])];
}

function rowsOf(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  const { roles } = comparison;
  const tracks = roles.map((id) => trackTitle(catalog, id));
  const trackCells = tracks.map((track): Cell => (track === undefined ? notStated : [[track]]));
  return [
    ...(new Set(tracks).size > 1 ? [[...row(styled('name', 'Track')), ...trackCells]] : []),
    ...comparison.areas.map(({ area, items, silent }) => [
      ...row(styled('name', catalog.areas.get(area)!.title)),
      ...roles.map((role): Cell => {
        const own = items.flatMap((compared) => responsibilityItems(catalog, area, compared, role, options));
        if (own.length > 0) return own;
        // A role that states nothing in this area may still have what others state in it, under another one.
        if (silent.includes(role)) return notStated;
        const elsewhere = areasOfShared(catalog, comparison, area, role);
        return elsewhere.length === 0 ? [] : [[muted(`see ${elsewhere.join(', ')}`)]];
      }),
    ]),
    ...skillRows(catalog, comparison, options),
  ];
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
      const note = statement.area === area ? [] : [muted(` (its area here: ${here})`)];
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
  const quiet = lines.map((line) => [muted(line)]);
  return quiet.length < 2 ? quiet.map((line) => paragraph(...line)) : bullets(quiet);
}

/** The comparison as flat rows; `kind` says what each is. */
function compareRecords(catalog: Catalog, { areas, skills, notApplicable }: Comparison): Records {
  const skillRows = (kind: string, id: string, held: readonly Held<ExpectedRequirement>[], standing = '') =>
    held.map(({ role, statement }) => {
      const text = statement.text === '' ? skillName(catalog, id) : statement.text;
      return { ...statement, kind, id, standing, role, text };
    });
  return recordsOf('kind area id standing role text level importance origin cites', [
    ...areas.flatMap(({ items }) =>
      items.flatMap(({ standing, held }) =>
        held.map(({ role, statement }) => ({ ...statement, kind: 'responsibility', standing, role })),
      ),
    ),
    ...skills.flatMap(({ id, standing, held }) => skillRows('skill', id, held, standing)),
    ...notApplicable.flatMap(({ skill, held }) => skillRows('not-applicable', skill, held)),
  ]);
}

function compareData({ ladder }: Catalog, comparison: Comparison, only: Only | undefined): Data<'compare'> {
  const { areas, skills, notApplicable, silentOnSkills } = comparison;
  const heldBy = <T>(held: readonly Held<T>[]) => held.map(({ role, statement }) => ({ ...statement, role }));
  return {
    ...comparison,
    levels: ladder.levels,
    only,
    responsibilities: areas.flatMap(({ area, items }) =>
      items.map((compared) => ({ ...compared, area, held: heldBy(compared.held) })),
    ),
    skills: skills.map((compared) => ({ ...compared, skill: compared.id, held: heldBy(compared.held) })),
    notApplicable: notApplicable.map(({ skill, held }) => ({ skill, held: heldBy(held) })),
    silent: {
      areas: areas.flatMap(({ area, silent }) => silent.map((role) => ({ area, role }))),
      skills: silentOnSkills,
    },
  };
}
