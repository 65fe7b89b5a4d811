/**
 * What a ladder's own statements could be asked about: a theme for each area, responsibility and skill, and for each wording of a
 * skill that has no levels.
 */
import type { Catalog } from '../catalog.ts';
import { type Expectations, expectationsOf, levelOf } from '../expectations.ts';
import type { Area, Cite, Requirement, Responsibility, Role } from '../model.ts';
import { groupBy } from '../group-by.ts';
import { responsibilityId } from '../ids.ts';
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
 * those that answer for something else in its area. A skill weighs by its level where it has one, else by its importance; where
 * it has no levels and roles word it differently, each wording is a theme as a responsibility is.
 * Themes whose text names a role of the ladder are left out, because a question must not give away what it asks for.
 */
export function themesOf(catalog: Catalog, roles: readonly Role[]): Theme[] {
  const expected = roles.map((role) => expectationsOf(catalog, role));
  const most = Math.max(LEAST_THEMES, Math.floor(MOST_WEIGHTS / Math.max(1, roles.length)));
  const areas = catalog.ladder.areas.slice(0, most);
  const skills = mostSaid(
    expected.map(({ requirements }) => requirements),
    ({ skill }) => skill,
    most - areas.length,
  );
  const responsibilities = mostSaid(
    expected.map(({ responsibilities }) => responsibilities),
    ({ id }) => id,
    most - areas.length - skills.size,
  );
  const themes = [
    ...areaThemes(areas, expected),
    ...responsibilityThemes(responsibilities, expected),
    ...skillThemes(catalog, skills, expected),
    ...wordingThemes(catalog, skills, expected, most - areas.length - skills.size - responsibilities.size),
  ];
  const isNamed = namesIn(roles.map(({ title }) => spaced(title)));
  return themes.filter(({ text }) => !isNamed(spaced(text)));
}

/** What a large ladder's themes may hold all together: each has a weight for every role. */
const MOST_WEIGHTS = 3_000_000;

/** However many roles there are, this many themes are looked at. */
const LEAST_THEMES = 200;

/** What each role says, by what it is about: that which most roles speak of, in the order of its first appearance. */
function mostSaid<T>(
  said: readonly (readonly T[])[],
  about: (statement: T) => string,
  most: number,
): Map<string, Map<number, T>> {
  const byId = new Map<string, Map<number, T>>();
  said.forEach((statements, role) => {
    for (const statement of statements) {
      const id = about(statement);
      const sayers = byId.get(id);
      if (!sayers) byId.set(id, new Map([[role, statement]]));
      else if (!sayers.has(role)) sayers.set(role, statement);
    }
  });
  if (byId.size <= most) return byId;
  const kept = new Set([...byId.keys()].sort((a, b) => byId.get(b)!.size - byId.get(a)!.size).slice(0, most));
  return new Map([...byId].filter(([id]) => kept.has(id)));
}

function areaThemes(areas: readonly Area[], expected: readonly Expectations[]): Theme[] {
  return areas.map(({ id, title }) => {
    const inArea = expected.map(({ responsibilities }) => responsibilities.filter(({ area }) => area === id));
    const shares = inArea.map((list, role) => list.length / Math.max(1, expected[role]!.responsibilities.length));
    const largest = shares.reduce((most, share) => Math.max(most, share), 0);
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

function responsibilityThemes(
  said: ReadonlyMap<string, ReadonlyMap<number, Responsibility>>,
  expected: readonly Expectations[],
): Theme[] {
  const areas = expected.map(({ responsibilities }) => new Set(responsibilities.map(({ area }) => area)));
  return [...said].map(([id, sayers]) => {
    const [{ text, area }] = [...sayers.values()] as [Responsibility];
    return {
      id: `responsibility.${id}`,
      text: `Answer for this: ${text}`,
      reversed: `Have somebody else answer for this: ${text}`,
      weights: areas.map((own, role) => (own.size === 0 ? 0 : sayers.has(role) ? 5 : own.has(area) ? 3 : NOT_STATED)),
      areas: [area],
      skills: [],
      cites: citesOf([...sayers.values()]),
    };
  });
}

function skillThemes(
  catalog: Catalog,
  said: ReadonlyMap<string, ReadonlyMap<number, Requirement>>,
  expected: readonly Expectations[],
): Theme[] {
  // In the order of the ladder's own list.
  return catalog.ladder.skills.flatMap(({ id, name }) => {
    const sayers = said.get(id);
    if (!sayers) return [];
    return {
      id: `skill.${id}`,
      text: `Put this skill to use day by day: ${name}.`,
      reversed: `Leave work that needs this skill to others: ${name}.`,
      weights: expected.map(({ requirements }, role) => {
        if (requirements.length === 0) return 0;
        const requirement = sayers.get(role);
        return requirement ? requirementWeight(catalog, requirement) : NOT_STATED;
      }),
      areas: [],
      skills: [id],
      cites: citesOf([...sayers.values()]),
    };
  });
}

function wordingThemes(
  catalog: Catalog,
  said: ReadonlyMap<string, ReadonlyMap<number, Requirement>>,
  expected: readonly Expectations[],
  most: number,
): Theme[] {
  const themes: Theme[] = [];
  for (const { id, name } of catalog.ladder.skills) {
    const sayers = said.get(id) ?? new Map<number, Requirement>();
    if ([...sayers.values()].some(({ level }) => level !== undefined)) continue;
    const wordings = groupBy([...sayers], ([, { text, notApplicable }]) => (notApplicable === true ? '' : text));
    wordings.delete('');
    if (wordings.size < 2) continue;
    for (const [text, own] of wordings) {
      if (themes.length >= most) return themes;
      const holders = new Set(own.map(([role]) => role));
      themes.push({
        id: `skill.${id}.${responsibilityId(text)}`,
        text: `Work like this (${name}): ${text}`,
        reversed: `Leave this to others (${name}): ${text}`,
        weights: expected.map(({ requirements }, role) => {
          if (requirements.length === 0) return 0;
          const requirement = sayers.get(role);
          if (!requirement) return NOT_STATED;
          return requirement.notApplicable === true ? 1 : holders.has(role) ? 5 : 3;
        }),
        areas: [],
        skills: [id],
        cites: citesOf(own.map(([, requirement]) => requirement)),
      });
    }
  }
  return themes;
}

/** Whether one of some names occurs in a text; both between single spaces. */
function namesIn(names: readonly string[]): (text: string) => boolean {
  const byFirstWord = new Map<string, string[]>();
  for (const name of names) {
    const first = firstWord(name, 0);
    const group = byFirstWord.get(first);
    if (group) group.push(name);
    else byFirstWord.set(first, [name]);
  }
  return (text) => {
    for (let at = 0; at < text.length - 1; at = text.indexOf(' ', at + 1)) {
      if (byFirstWord.get(firstWord(text, at))?.some((name) => text.startsWith(name, at))) return true;
    }
    return false;
  };
}

/** The word behind the space at a place. */
const firstWord = (text: string, at: number): string => text.slice(at + 1, text.indexOf(' ', at + 1));

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
