/**
 * What a ladder's own statements could be asked about: one theme for each area, responsibility and skill.
 */
import type { Catalog } from '../catalog.ts';
import { type Expectations, expectationsOf, levelOf } from '../expectations.ts';
import type { Cite, Requirement, Responsibility, Role } from '../model.ts';
import { byCodeUnit } from '../order.ts';

/** Something to ask about, worded both ways round. */
export interface Theme {
  readonly id: string;
  readonly text: string;
  readonly reversed: string;
  /** By role number, the answer expected to `text`, 1 to 5; 0 where the ladder is silent about the role in this respect. */
  readonly weights: readonly number[];
  readonly areas: readonly string[];
  readonly skills: readonly string[];
  readonly cites: readonly Cite[];
}

/** A role that says a good deal, but not this, is expected to answer so: not stated is not the same as unwanted. */
const NOT_STATED = 2;

/**
 * Lists the themes of a ladder.
 *
 * Areas weigh by their share of a role's responsibilities. A responsibility is a 5 for the roles that have it and a 3 for
 * those that answer for something else in its area. A skill weighs by its level where it has one, else by its importance.
 * Themes whose text names a role of the ladder are left out, because a question must not give away what it asks for.
 *
 * @param roles the roles, in the order that weights are to have
 */
export function themesOf(catalog: Catalog, roles: readonly Role[]): Theme[] {
  const expected = roles.map((role) => expectationsOf(catalog, role));
  const themes = [
    ...areaThemes(catalog, expected),
    ...responsibilityThemes(expected),
    ...skillThemes(catalog, expected),
  ];
  const names = roles.map(({ title }) => spaced(title));
  return themes.filter(({ text }) => {
    const words = spaced(text);
    return !names.some((name) => words.includes(name));
  });
}

function areaThemes(catalog: Catalog, expected: readonly Expectations[]): Theme[] {
  return catalog.ladder.areas.map(({ id, title }) => {
    const inArea = expected.map(({ responsibilities }) => responsibilities.filter(({ area }) => area === id));
    const shares = inArea.map((list, role) => list.length / Math.max(1, expected[role]!.responsibilities.length));
    const largest = Math.max(...shares);
    return {
      id: `area.${id}`,
      text: `Spend much of your time on this: ${title}.`,
      reversed: `Spend as little time as possible on this: ${title}.`,
      weights: shares.map((share, role) => {
        if (expected[role]!.responsibilities.length === 0) return 0;
        return share === 0 ? NOT_STATED : 3 + Math.round((2 * share) / largest);
      }),
      areas: [id],
      skills: [],
      cites: citesOf(inArea.flat()),
    };
  });
}

function responsibilityThemes(expected: readonly Expectations[]): Theme[] {
  const all = expected.flatMap(({ responsibilities }) => responsibilities);
  const first = new Map<string, Responsibility>();
  for (const one of all) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()].map(({ id, text, area }) => {
    return {
      id: `responsibility.${id}`,
      text: `Answer for this: ${text}`,
      reversed: `Have somebody else answer for this: ${text}`,
      weights: expected.map(({ responsibilities }) => {
        if (responsibilities.length === 0) return 0;
        if (responsibilities.some((one) => one.id === id)) return 5;
        return responsibilities.some((one) => one.area === area) ? 3 : NOT_STATED;
      }),
      areas: [area],
      skills: [],
      cites: citesOf(all.filter((one) => one.id === id)),
    };
  });
}

function skillThemes(catalog: Catalog, expected: readonly Expectations[]): Theme[] {
  const all = expected.flatMap(({ requirements }) => requirements);
  return catalog.ladder.skills.map(({ id, name }) => ({
    id: `skill.${id}`,
    text: `Put this skill to use day by day: ${name}.`,
    reversed: `Leave work that needs this skill to others: ${name}.`,
    weights: expected.map(({ requirements }) => {
      if (requirements.length === 0) return 0;
      const requirement = requirements.find(({ skill }) => skill === id);
      return requirement ? requirementWeight(catalog, requirement) : NOT_STATED;
    }),
    areas: [],
    skills: [id],
    cites: citesOf(all.filter(({ skill }) => skill === id)),
  }));
}

function requirementWeight(catalog: Catalog, requirement: Requirement): number {
  if (requirement.notApplicable) return 1;
  const level = levelOf(catalog, requirement);
  if (level >= 0) return Math.round(1 + (4 * (level + 1)) / catalog.ladder.levels.length);
  return { essential: 5, useful: 4, optional: 3 }[requirement.importance ?? 'essential'];
}

function citesOf(statements: readonly { readonly cites: readonly Cite[] }[]): readonly Cite[] {
  return [...new Set(statements.flatMap(({ cites }) => cites))].sort(byCodeUnit);
}

/** Words in lower case between single spaces, so that a name is only found as whole words. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
