/**
 * The skills of a comparison: a row each where there are levels, else a list.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ComparedItem, type Comparison, isReworded, type Standing } from '../core/compare.ts';
import { type ExpectedRequirement, levelOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import { type Cell, type Inline, item, join, type Line, muted, row, type Style, styled } from '../report/report.ts';
import { aside, groundNote, levelMeaning, levelTitle, skillLink, skillName, type ViewOptions } from './parts.ts';

export interface CompareOptions extends ViewOptions {
  /** True to add what each level means for its skill, and each role's own wording. */
  readonly full?: boolean;
}

/** How an item's standing is marked; the summary above the table says what the marks mean. */
export const MARKS: Readonly<Record<Standing, { readonly mark: string; readonly style: Style }>> = {
  common: { mark: '=', style: 'muted' },
  differing: { mark: '±', style: 'changed' },
  related: { mark: '~', style: 'changed' },
  partial: { mark: '&', style: 'changed' },
  unique: { mark: '+', style: 'added' },
};

/**
 * The rows of a comparison that are about skills. Where there are levels each skill is a row, so that the eye can run along it;
 * without them a list says the same in less room, and only what the roles word otherwise stands in a row of its own.
 */
export function skillRows(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  const { skills } = comparison;
  if (isLevelled(comparison)) return ownRows(catalog, comparison, skills, options);
  const differing = skills.filter(({ standing }) => standing === 'differing');
  return [
    ...listedRow(catalog, comparison, options),
    ...ownRows(catalog, { ...comparison, notApplicable: [] }, differing, options),
  ];
}

/** What stands in a cell about which nothing is said. */
export const SILENT: Cell = [[muted('not stated')]];

/** Whether roles need skills at levels. */
export function isLevelled({ skills }: Comparison): boolean {
  return skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
}

/** A row for each of some skills, and for each that does not apply to a role. */
function ownRows(
  catalog: Catalog,
  { roles, notApplicable }: Comparison,
  skills: Comparison['skills'],
  options: CompareOptions,
): Cell[][] {
  const ruledOut = new Map(notApplicable.map(({ skill, held }) => [skill, held]));
  const compared = new Map(skills.map((entry) => [entry.id, entry]));
  // What none of them needs comes last.
  const ids = [...new Set([...compared.keys(), ...ruledOut.keys()])];
  return ids.map((id): Cell[] => [
    ...row(skillLink(id, skillName(catalog, id))),
    ...roles.map((role): Cell => {
      const out = ruledOut.get(id)?.find((held) => held.role === role);
      if (out) return [[muted('not applicable'), ...remarks(catalog, out.statement, options)]];
      const entry = compared.get(id);
      const held = entry?.held.find((one) => one.role === role);
      if (!entry || !held) return SILENT;
      const { mark, style } = MARKS[entry.standing];
      const { statement } = held;
      const said = need(catalog, entry, roles[0]!, statement);
      const worded = isReworded(entry.held.map((one) => one.statement));
      // Words of its own say more than that the skill is needed.
      const line = worded && said === 'needed' ? [statement.text] : [said, ...aside(worded ? statement.text : '')];
      return [item(mark, [...line, ...remarks(catalog, statement, options, worded)], style)];
    }),
  ]);
}

/** A role's level and how much it matters, and whether the level is higher or lower than that of the first of the roles. */
function need(
  catalog: Catalog,
  { held }: ComparedItem<ExpectedRequirement>,
  firstRole: string,
  statement: ExpectedRequirement,
): string {
  const first = held.find(({ role }) => role === firstRole)?.statement;
  const [level, importance] = [levelTitle(catalog, statement.level), statement.importance ?? ''];
  const details = [level + (first ? direction(catalog, first, statement) : ''), importance];
  return details.filter((word) => word !== '').join(', ') || 'needed';
}

/** The skills that all have alike in one entry, and so on with those that some have, and one alone. */
function listedRow(
  catalog: Catalog,
  { roles, skills, notApplicable, silentOnSkills }: Comparison,
  options: CompareOptions,
): Cell[][] {
  const listed = groupBy(
    skills.filter(({ standing }) => standing !== 'differing'),
    ({ standing }) => standing,
  );
  if (listed.size === 0 && notApplicable.length === 0) return [];
  const cells = roles.map((role): Cell => {
    if (silentOnSkills.includes(role)) return SILENT;
    const entries = [...listed].flatMap(([standing, members]) => {
      const { mark, style } = MARKS[standing];
      const names = members.flatMap(({ id, held }) =>
        held
          .filter((entry) => entry.role === role)
          .map(({ statement }): Line => {
            const importance = statement.importance === undefined ? '' : ` (${statement.importance})`;
            return [skillLink(id, skillName(catalog, id) + importance), ...remarks(catalog, statement, options)];
          }),
      );
      return names.length === 0 ? [] : [item(mark, join(names, options.full === true ? '; ' : ' · '), style)];
    });
    const ruledOut = notApplicable.flatMap(({ skill, held }) =>
      held
        .filter((entry) => entry.role === role)
        .map(({ statement }) => {
          const line = [`${skillName(catalog, skill)}: not applicable`, ...remarks(catalog, statement, options)];
          return item('-', line, 'muted');
        }),
    );
    return [...entries, ...ruledOut];
  });
  return [[...row(styled('name', 'Skills')), ...cells]];
}

/** What else is said of a skill: in full the role's own wording, unless that was said, and what its level means; where it is from. */
function remarks(catalog: Catalog, statement: ExpectedRequirement, options: CompareOptions, said = false): Inline[] {
  const full = options.full === true;
  const texts = full ? aside(said ? '' : statement.text, levelMeaning(catalog, statement)) : [];
  return [...texts, ...groundNote(catalog, statement, options)];
}

/** Whether a level is higher or lower than that of the first of the compared roles, as a sign; empty where it is neither. */
export function direction(catalog: Catalog, first: ExpectedRequirement, other: ExpectedRequirement): string {
  const [from, to] = [levelOf(catalog, first), levelOf(catalog, other)];
  if (from < 0 || to < 0 || from === to) return '';
  return to > from ? ' ↑' : ' ↓';
}
