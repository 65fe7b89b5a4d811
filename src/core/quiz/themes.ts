/**
 * What a ladder's own statements could be asked about: a theme for each area, responsibility and skill, and for each way in which
 * a skill is put into words.
 */
import type { Catalog } from '../catalog.ts';
import { type Expectations, expectationsOf, levelOf } from '../expectations.ts';
import { groupBy } from '../group-by.ts';
import { responsibilityId } from '../ids.ts';
import type { Cite, Requirement, Responsibility, Role } from '../model.ts';
import { byCodeUnit } from '../order.ts';

/** Something to ask about. */
export interface Theme {
  readonly id: string;
  readonly text: string;
  /** By role number, the answer expected, 1 to 5; 0 where the ladder is silent about the role in this respect. */
  readonly weights: Uint8Array;
  readonly areas: readonly string[];
  readonly skills: readonly string[];
  readonly cites: readonly Cite[];
}

/** A role that says a good deal, but not this, is expected to answer so: not stated is not the same as unwanted. */
const NOT_STATED = 2;

/** The middle of the scale: what a role has to do with, as with other things. */
const AMONG_OTHERS = 3;

/** What large ladders' themes may hold all together: each has a weight for every role. */
const MOST_WEIGHTS = 300_000;

/** However many roles there are, so many themes of each kind are looked at. */
const LEAST_THEMES = 200;

/**
 * Lists the themes of a ladder.
 *
 * Areas weigh by their share of a role's responsibilities. A responsibility is a 5 for the roles that have it and a 3 for
 * those that answer for something else in its area. The words for a skill, of a role or of a level, are a 5 for the roles they
 * hold for and a 3 for others that need the skill. A skill as such weighs by how much the role asks of it beside its other
 * skills: a level is no liking, so that a role which asks the highest level of everything is not expected to like everything.
 *
 * A statement is quoted as it stands, so that it makes sense after "how much would you enjoy this". Themes whose text names a
 * role of the ladder are left out, because a question must not give away what it asks for.
 */
export function themesOf(catalog: Catalog, roles: readonly Role[]): Theme[] {
  const expected = roles.map((role) => expectationsOf(catalog, role));
  const most = Math.max(LEAST_THEMES, Math.floor(MOST_WEIGHTS / Math.max(1, roles.length)));
  const responsibilities = mostSaid(
    expected,
    (role) => role.responsibilities,
    ({ id }) => id,
    most,
  );
  const skills = mostSaid(
    expected,
    (role) => role.requirements,
    ({ skill }) => skill,
    most,
  );
  const themes = [
    ...areaThemes(catalog, expected, most),
    ...responsibilityThemes(responsibilities, expected),
    ...skillThemes(catalog, skills, expected),
    ...wordingThemes(catalog, skills, expected, most),
  ];
  const isNamed = namesIn(roles.map(({ title }) => spaced(title)));
  return themes.filter(({ text }) => !isNamed(spaced(text)));
}

/** What each role says, by what it is about and by role number: that which most roles speak of. */
function mostSaid<T>(
  expected: readonly Expectations[],
  statementsOf: (role: Expectations) => readonly T[],
  about: (statement: T) => string,
  most: number,
): ReadonlyMap<string, ReadonlyMap<number, T>> {
  const byId = new Map<string, Map<number, T>>();
  expected.forEach((expectations, role) => {
    for (const statement of statementsOf(expectations)) {
      const id = about(statement);
      const sayers = byId.get(id) ?? new Map<number, T>();
      if (sayers.size === 0) byId.set(id, sayers);
      if (!sayers.has(role)) sayers.set(role, statement);
    }
  });
  if (byId.size <= most) return byId;
  return new Map([...byId].sort(([, a], [, b]) => b.size - a.size).slice(0, most));
}

function areaThemes(catalog: Catalog, expected: readonly Expectations[], most: number): Theme[] {
  return catalog.ladder.areas.slice(0, most).map(({ id, title }) => {
    const inArea = expected.map(({ responsibilities }) => responsibilities.filter(({ area }) => area === id));
    const shares = inArea.map((list, role) => list.length / Math.max(1, expected[role]!.responsibilities.length));
    const largest = shares.reduce((top, share) => Math.max(top, share), 0);
    return {
      id: `area.${id}`,
      text: `Spending much of your time on “${title}”.`,
      weights: Uint8Array.from(shares, (share, role) => {
        if (expected[role]!.responsibilities.length === 0) return 0;
        return share === 0 ? NOT_STATED : AMONG_OTHERS + Math.round((2 * share) / largest);
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
      text: `“${text}”`,
      weights: Uint8Array.from(areas, (own, role) =>
        own.size === 0 ? 0 : sayers.has(role) ? 5 : own.has(area) ? AMONG_OTHERS : NOT_STATED,
      ),
      areas: [area],
      skills: [],
      cites: citesOf([...sayers.values()]),
    };
  });
}

type Needs = ReadonlyMap<string, ReadonlyMap<number, Requirement>>;

function skillThemes(catalog: Catalog, said: Needs, expected: readonly Expectations[]): Theme[] {
  const means = expected.map(({ needed }) => {
    const sizes = needed.map((requirement) => demandOf(catalog, requirement));
    return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  });
  return catalog.ladder.skills.flatMap(({ id, name }) => {
    const sayers = said.get(id);
    if (!sayers) return [];
    return {
      id: `skill.${id}`,
      text: `Putting “${name}” to use day by day.`,
      weights: Uint8Array.from(expected, ({ requirements }, role) => {
        if (requirements.length === 0) return 0;
        const requirement = sayers.get(role);
        if (!requirement) return NOT_STATED;
        if (requirement.notApplicable === true) return 1;
        const beyond = demandOf(catalog, requirement) - means[role]!;
        return Math.min(5, Math.max(NOT_STATED, Math.round(AMONG_OTHERS + 1 + beyond)));
      }),
      areas: [],
      skills: [id],
      cites: citesOf([...sayers.values()]),
    };
  });
}

/** Each text that describes how a skill shows: a role's own words or, where it has none, those for its level of the skill. */
function wordingThemes(catalog: Catalog, said: Needs, expected: readonly Expectations[], most: number): Theme[] {
  const wordings = catalog.ladder.skills.flatMap(({ id, name, levels = {} }) => {
    const sayers = said.get(id) ?? new Map<number, Requirement>();
    const wordsOf = ([, { text, level, notApplicable }]: readonly [number, Requirement]): string => {
      if (notApplicable === true) return '';
      return text || (level !== undefined && Object.hasOwn(levels, level) ? levels[level]! : '');
    };
    const groups = groupBy(sayers, wordsOf);
    groups.delete('');
    return groups.size < 2 ? [] : [...groups].map(([words, own]) => ({ id, name, words, own: new Map(own), sayers }));
  });
  if (wordings.length > most) wordings.sort((a, b) => b.own.size - a.own.size);
  return wordings.slice(0, most).map(({ id, name, words, own, sayers }) => ({
    id: `skill.${id}.${responsibilityId(words)}`,
    text: `${name}: “${words}”`,
    weights: Uint8Array.from(expected, ({ requirements }, role) => {
      if (requirements.length === 0) return 0;
      const requirement = sayers.get(role);
      if (!requirement) return NOT_STATED;
      return requirement.notApplicable === true ? 1 : own.has(role) ? 5 : AMONG_OTHERS;
    }),
    areas: [],
    skills: [id],
    cites: citesOf([...own.values()]),
  }));
}

/** How much a role asks of a skill, in steps of the quiz's scale: its level, or how important it is. */
function demandOf(catalog: Catalog, requirement: Requirement): number {
  const level = levelOf(catalog, requirement);
  if (level >= 0) return (4 * (level + 1)) / catalog.ladder.levels.length;
  return { essential: 4, useful: 3, optional: 2 }[requirement.importance ?? 'essential'];
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
