/**
 * The skills of a comparison: a row each where there are levels, else a list.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ComparedItem, Comparison, Standing } from '../core/compare.ts';
import { type ExpectedRequirement, levelOf } from '../core/expectations.ts';
import { type Cell, type Inline, item, type Item, muted, row, type Style, styled } from '../report/report.ts';
import { aside, groundNote, levelMeaning, levelTitle, skillLink, skillName, type ViewOptions } from './parts.ts';

export interface CompareOptions extends ViewOptions {
  /** True to add what each level means for its skill, and each role's own wording. */
  readonly full?: boolean;
}

/** How an item's standing is marked; the marks are explained under the title. */
export const MARKS: Readonly<
  Record<Standing, { readonly mark: string; readonly style: Style; readonly meaning: string }>
> = {
  common: { mark: '=', style: 'muted', meaning: 'all have it, each in its words' },
  differing: { mark: '±', style: 'changed', meaning: 'all have it, at differing levels or importance' },
  partial: { mark: '~', style: 'changed', meaning: 'some have it' },
  unique: { mark: '+', style: 'added', meaning: 'this role alone has it' },
};

export function skillRows(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  return (isLevelled(comparison) ? levelledRows : listedRows)(catalog, comparison, options);
}

/** What stands in a cell about which nothing is said. */
export const notStated: Cell = [[muted('not stated')]];

/** With levels each skill is a row, so that the eye can run along it; without them a list says the same in less room. */
export function isLevelled({ skills }: Comparison): boolean {
  return skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
}

function levelledRows(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  const ruledOut = new Map(comparison.notApplicable.map(({ skill, held }) => [skill, held]));
  const compared = new Map(comparison.skills.map((entry) => [entry.id, entry]));
  // What none of them needs comes last.
  const ids = [...new Set([...compared.keys(), ...ruledOut.keys()])];
  return ids.map((id): Cell[] => [
    ...row(skillLink(id, skillName(catalog, id))),
    ...comparison.roles.map((role): Cell => {
      const out = ruledOut.get(id)?.find((held) => held.role === role);
      if (out) return [[muted('not applicable'), ...remarks(catalog, out.statement, options)]];
      const entry = compared.get(id);
      const items = entry ? skillItems(catalog, comparison, entry, role, false, options) : [];
      return items.length > 0 ? items : notStated;
    }),
  ]);
}

function listedRows(catalog: Catalog, comparison: Comparison, options: CompareOptions): Cell[][] {
  if (comparison.skills.length === 0 && comparison.notApplicable.length === 0) return [];
  const cells = comparison.roles.map((role): Cell => {
    if (comparison.silentOnSkills.includes(role)) return notStated;
    return [
      ...comparison.skills.flatMap((entry) => skillItems(catalog, comparison, entry, role, true, options)),
      ...comparison.notApplicable.flatMap(({ skill, held }) =>
        held
          .filter((entry) => entry.role === role)
          .map(({ statement }) => {
            const line = [`${skillName(catalog, skill)}: not applicable`, ...remarks(catalog, statement, options)];
            return item('-', line, 'muted');
          }),
      ),
    ];
  });
  return [[...row(styled('name', 'Skills')), ...cells]];
}

function skillItems(
  catalog: Catalog,
  { roles }: Comparison,
  { id, standing, held }: ComparedItem<ExpectedRequirement>,
  role: string,
  named: boolean,
  options: CompareOptions,
): Item[] {
  const { mark, style } = MARKS[standing];
  const first = held.find((entry) => entry.role === roles[0])?.statement;
  return held
    .filter((entry) => entry.role === role)
    .map(({ statement }) => {
      const level = levelTitle(catalog, statement.level) + (first ? direction(catalog, first, statement) : '');
      const details = [level, statement.importance ?? ''].filter((word) => word !== '');
      const name = named ? [skillName(catalog, id), ...details] : details.length > 0 ? details : ['needed'];
      return item(mark, [name.join(', '), ...remarks(catalog, statement, options)], style);
    });
}

/** What is said of a skill behind its level: in full the role's own wording and what the level means, and where it is from. */
function remarks(catalog: Catalog, statement: ExpectedRequirement, options: CompareOptions): Inline[] {
  const texts = options.full === true ? aside(statement.text, levelMeaning(catalog, statement)) : [];
  return [...texts, ...groundNote(catalog, statement, options)];
}

/** Whether a level is higher or lower than that of the first of the compared roles, as a sign; empty where it is neither. */
export function direction(catalog: Catalog, first: ExpectedRequirement, other: ExpectedRequirement): string {
  const [from, to] = [levelOf(catalog, first), levelOf(catalog, other)];
  if (from < 0 || to < 0 || from === to) return '';
  return to > from ? ' ↑' : ' ↓';
}
