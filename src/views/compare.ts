/**
 * Roles side by side: what they share, and what sets them apart.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import type { ComparedItem, Comparison, Only, Standing } from '../core/compare.ts';
import type { ExpectedRequirement, ExpectedResponsibility } from '../core/expectations.ts';
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
  type Records,
  type Report,
  type Style,
  styled,
} from '../render/report.ts';
import { disagreementData, requirementData, responsibilityData, statementData } from './data.ts';
import {
  citeNote,
  disagreementBlocks,
  joinWords,
  levelTitle,
  originNote,
  skillName,
  titleOf,
  type ViewOptions,
} from './parts.ts';

/** How an item's standing is marked; the marks are explained under the title. */
const MARKS: Readonly<Record<Standing, { readonly mark: string; readonly style: Style; readonly meaning: string }>> = {
  common: { mark: '=', style: 'muted', meaning: 'all have it, each in its words' },
  differing: { mark: '±', style: 'changed', meaning: 'all have it, at differing levels' },
  partial: { mark: '~', style: 'changed', meaning: 'some have it' },
  unique: { mark: '+', style: 'added', meaning: 'this role alone has it' },
};

/** What a filter keeps, in words. */
const FILTERS: Readonly<Record<Only, string>> = {
  changed: 'only what is not common to all',
  common: 'only what all have in common',
  unique: 'only what one role alone has',
};

/**
 * Makes the report of `pmroles compare`.
 *
 * @param catalog the ladder
 * @param comparison the comparison
 * @param only the filter that it was made with
 * @param options what to show
 */
export function compareView(
  catalog: Catalog,
  comparison: Comparison,
  only: Only | undefined,
  options: ViewOptions,
): Report {
  const titles = comparison.roles.map((id) => titleOf(catalog, id));
  const title = joinWords(titles);
  const shown = comparison.areas.length > 0 || comparison.skills.length > 0;
  const blocks: Block[] = [
    heading(1, title),
    ...list(
      comparison.contrasts.map((contrast) =>
        // A source's own contrast of the pair comes first, and always with its cite.
        item('•', [...by(catalog, contrast), contrast.text, ...citeNote(contrast, { ...options, cites: true })]),
      ),
    ),
    paragraph(...legend(comparison, only)),
    ...(shown ? [table(catalog, comparison, options)] : [paragraph('Nothing to show under this filter.')]),
    ...silence(catalog, comparison),
    ...disagreementBlocks('Where the sources differ', comparison.disagreements, options),
  ];
  return { title, blocks, records: () => records(catalog, comparison), data: () => data(comparison, only) };
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

function table(catalog: Catalog, comparison: Comparison, options: ViewOptions): Block {
  const { roles } = comparison;
  const rows: Cell[][] = comparison.areas.map((area) => [
    [[styled('name', catalog.areas.get(area.area)!.title)]],
    ...roles.map((role): Cell => {
      if (area.silent.includes(role)) return notStated;
      return area.items.flatMap((compared) => responsibilityItems(catalog, compared, role, options));
    }),
  ]);
  // With levels each skill is a row, so that the eye can run along it; without them a list says the same in less room.
  const levelled = comparison.skills.some((compared) =>
    compared.held.some((held) => held.statement.level !== undefined),
  );
  const skillCell = (compared: readonly ComparedItem<ExpectedRequirement>[], role: string, named: boolean): Cell => {
    if (comparison.silentOnSkills.includes(role)) return notStated;
    return compared.flatMap((entry) => skillItems(catalog, entry, role, named, options));
  };
  if (levelled) {
    for (const compared of comparison.skills) {
      rows.push([[[skillName(catalog, compared.id)]], ...roles.map((role) => skillCell([compared], role, false))]);
    }
  } else if (comparison.skills.length > 0) {
    rows.push([[[styled('name', 'Skills')]], ...roles.map((role) => skillCell(comparison.skills, role, true))]);
  }
  return {
    kind: 'table',
    columns: [{ title: '' }, ...roles.map((id) => ({ title: titleOf(catalog, id) }))],
    rows,
    between: 'rule',
  };
}

const notStated: Cell = [[styled('muted', 'not stated')]];

function responsibilityItems(
  catalog: Catalog,
  compared: ComparedItem<ExpectedResponsibility>,
  role: string,
  options: ViewOptions,
): Item[] {
  const { mark, style } = MARKS[compared.standing];
  return compared.held
    .filter((held) => held.role === role)
    .map(({ statement }) =>
      item(
        mark,
        [statement.text, ...citeNote(statement, options), ...originNote(catalog, statement.origin, options)],
        style,
      ),
    );
}

function skillItems(
  catalog: Catalog,
  compared: ComparedItem<ExpectedRequirement>,
  role: string,
  named: boolean,
  options: ViewOptions,
): Item[] {
  const { mark, style } = MARKS[compared.standing];
  return compared.held
    .filter((held) => held.role === role)
    .map(({ statement }) => {
      const details = [levelTitle(catalog, statement.level), statement.importance ?? ''].filter((word) => word !== '');
      const name = named ? [skillName(catalog, compared.id), ...details] : details.length > 0 ? details : ['needed'];
      const line = [
        name.join(', '),
        ...citeNote(statement, options),
        ...originNote(catalog, statement.origin, options),
      ];
      return item(mark, line, style);
    });
}

/** A silent role needs explaining: its empty cells are the sources' doing, not the role's. */
function silence(catalog: Catalog, comparison: Comparison): Block[] {
  const silent = comparison.areas.some((area) => area.silent.length > 0) || comparison.silentOnSkills.length > 0;
  if (!silent) return [];
  const who = catalog.ladder.sources.length > 0 ? 'the sources are' : 'the ladder is';
  return [
    paragraph(
      styled('muted', `"not stated": ${who} silent there, which is not to say that the role has no part in it.`),
    ),
  ];
}

function records(catalog: Catalog, comparison: Comparison): Records {
  return {
    columns: ['kind', 'area', 'id', 'standing', 'role', 'text', 'level', 'cites'],
    rows: [
      ...comparison.areas.flatMap(({ area, items }) =>
        items.flatMap(({ id, standing, held }) =>
          held.map(({ role, statement }) => {
            return ['responsibility', area, id, standing, role, statement.text, '', statement.cites.join(' ')];
          }),
        ),
      ),
      ...comparison.skills.flatMap(({ id, standing, held }) =>
        held.map(({ role, statement }) => {
          const text = statement.text === '' ? skillName(catalog, id) : statement.text;
          return ['skill', '', id, standing, role, text, statement.level ?? '', statement.cites.join(' ')];
        }),
      ),
    ],
  };
}

function data(comparison: Comparison, only: Only | undefined): object {
  return {
    roles: comparison.roles,
    only: only ?? null,
    counts: comparison.counts,
    contrasts: comparison.contrasts.map((entry) => ({ roles: entry.roles, ...statementData(entry) })),
    responsibilities: comparison.areas.flatMap(({ area, items }) =>
      items.map(({ id, standing, held }) => ({
        id,
        area,
        standing,
        held: held.map(({ role, statement }) => ({ role, ...responsibilityData(statement) })),
      })),
    ),
    skills: comparison.skills.map(({ id, standing, held }) => ({
      skill: id,
      standing,
      held: held.map(({ role, statement }) => ({ role, ...requirementData(statement) })),
    })),
    silent: {
      areas: comparison.areas.flatMap(({ area, silent }) => silent.map((role) => ({ area, role }))),
      skills: comparison.silentOnSkills,
    },
    disagreements: comparison.disagreements.map(disagreementData),
  };
}
