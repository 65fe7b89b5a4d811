/**
 * What any number of roles share, what only some of them have, and what changes in level.
 */
import { expectCatalog, expectChoice, expectNames } from './arguments.ts';
import type { Catalog } from './catalog.ts';
import { PmrolesError } from './errors.ts';
import { type ExpectedRequirement, type ExpectedResponsibility, expectationsOf } from './expectations.ts';
import { groupBy } from './group-by.ts';
import type { Contrast, Disagreement, Requirement, Role } from './model.ts';
import { findRole } from './names.ts';

const STANDINGS = ['common', 'differing', 'related', 'partial', 'unique'] as const;

/**
 * How the compared roles stand to one item:
 * `common`, all have it alike; `differing`, all have it, at other levels or importances or, for a skill, in other words;
 * `related`, not all have it, but those that lack it have the same work at another scope; `partial`, several but not all have it;
 * `unique`, one alone has it.
 */
export type Standing = (typeof STANDINGS)[number];

/** In the order in which help lists them. */
export const ONLY = ['changed', 'common', 'unique'] as const;

/** Which items a comparison shows. */
export type Only = (typeof ONLY)[number];

/** What one role says of an item. */
export interface Held<T> {
  readonly role: string;
  readonly statement: T;
}

/** One responsibility or skill, and the roles that have it, in the order in which the roles were named. */
export interface ComparedItem<T> {
  readonly id: string;
  readonly standing: Standing;
  /** Of a related responsibility, the id of the group that relates it. */
  readonly group?: string;
  readonly held: readonly Held<T>[];
}

/** The responsibilities of one area. */
export interface ComparedArea {
  readonly area: string;
  readonly items: readonly ComparedItem<ExpectedResponsibility>[];
  /** The compared roles of which nothing is said in this area: not stated, which is not the same as not needed. */
  readonly silent: readonly string[];
}

/** A skill of which some of the compared roles say outright that it does not apply to them. */
export interface NotApplicable {
  readonly skill: string;
  readonly held: readonly Held<ExpectedRequirement>[];
}

/** A comparison of two or more roles. */
export interface Comparison {
  readonly roles: readonly string[];
  /** The sources' own comparisons of roles that are all among the compared ones. */
  readonly contrasts: readonly Contrast[];
  readonly areas: readonly ComparedArea[];
  readonly skills: readonly ComparedItem<ExpectedRequirement>[];
  /** What is stated not to apply; not stated is something else. It counts for no standing. */
  readonly notApplicable: readonly NotApplicable[];
  /** The compared roles of which no skill is stated at all. */
  readonly silentOnSkills: readonly string[];
  /** Where sources contradict one another about the compared roles. */
  readonly disagreements: readonly Disagreement[];
  /** How many items there are of each standing, before any filter. */
  readonly counts: Readonly<Record<Standing, number>>;
}

/**
 * Compares roles: responsibilities are aligned by area and id, skills by id.
 *
 * @param catalog the ladder
 * @param names the roles' names, as on the command line; two or more, no two of one role; columns keep this order
 * @param only which items to keep: `changed` keeps all that is not common; all are kept when absent
 * @returns the comparison; areas and skills in the ladder's order, within an area what is shared first
 * @throws PmrolesError `usage` for fewer than two roles, one named twice, and an argument that is missing or of another type;
 *   `unknown-role` or `ambiguous-role` for a name that means no role, or several
 */
export function compareRoles(catalog: Catalog, names: readonly string[], only?: Only): Comparison {
  expectCatalog(catalog);
  expectNames(names, 'the list of roles');
  if (only !== undefined) expectChoice(only, ONLY, 'only');
  const roles = names.map((name) => findRole(catalog.ladder, name));
  const ids = roles.map(({ id }) => id);
  if (roles.length < 2) throw new PmrolesError('usage', 'a comparison takes two or more roles');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new PmrolesError('usage', `the role ${twice} is named twice`);

  const expectations = roles.map((role) => expectationsOf(catalog, role));
  const responsibilities = relate(
    catalog,
    align(
      roles,
      expectations.map((e) => e.responsibilities),
      (r) => r.id,
      () => true,
    ),
  );
  const requirements = align(
    roles,
    expectations.map((e) => e.needed),
    (r) => r.skill,
    areAlike,
  );
  const counts: Record<Standing, number> = { common: 0, differing: 0, related: 0, partial: 0, unique: 0 };
  for (const item of [...responsibilities, ...requirements]) counts[item.standing]++;

  // The same responsibility, or the same work, may stand in another area for another role; it is shown where the first has it.
  const areas = new Map([...responsibilities].reverse().map((item) => [item.group, item.held[0]!.statement.area]));
  const areaOf = ({ group, held }: (typeof responsibilities)[number]): string =>
    (group === undefined ? undefined : areas.get(group)) ?? held[0]!.statement.area;
  const kept = (standing: Standing): boolean =>
    only === undefined || (only === 'changed' ? standing !== 'common' : standing === only);
  const skillOrder = new Map(catalog.ladder.skills.map((skill, index) => [skill.id, index]));
  const bySkill = (a: string, b: string): number => skillOrder.get(a)! - skillOrder.get(b)!;
  const needed = new Map(requirements.map((item) => [item.id, item.standing]));
  const ruledOut = align(
    roles,
    expectations.map((e) => e.requirements.filter((r) => r.notApplicable === true)),
    (r) => r.skill,
    () => true,
  );
  const named = new Set(ids);
  return {
    roles: ids,
    contrasts: catalog.ladder.contrasts.filter((contrast) => contrast.roles.every((id) => named.has(id))),
    areas: catalog.ladder.areas.flatMap(({ id: area }) => {
      const all = responsibilities.filter((item) => areaOf(item) === area);
      const items = all.filter((item) => kept(item.standing)).sort(sharedFirst);
      const speaking = new Set(
        responsibilities.flatMap((item) =>
          item.held.filter((held) => held.statement.area === area).map((held) => held.role),
        ),
      );
      return items.length === 0 ? [] : [{ area, items, silent: ids.filter((id) => !speaking.has(id)) }];
    }),
    skills: requirements.filter((item) => kept(item.standing)).sort((a, b) => sharedFirst(a, b) || bySkill(a.id, b.id)),
    notApplicable: ruledOut
      // What none needs is common where it applies to none; otherwise it goes with the roles that need it.
      .filter(({ id, standing }) => kept(needed.get(id) ?? (standing === 'common' ? 'common' : 'partial')))
      .map(({ id, held }) => ({ skill: id, held }))
      .sort((a, b) => bySkill(a.skill, b.skill)),
    silentOnSkills: ids.filter((_, index) => expectations[index]!.requirements.length === 0),
    disagreements: catalog.ladder.disagreements.filter(({ roles: about }) => {
      const among = about.filter((id) => named.has(id)).length;
      // One that is about every role of the ladder says nothing of this pair.
      return among > 0 && (among === about.length || (among >= 2 && about.length < catalog.ladder.roles.length));
    }),
    counts,
  };
}

function sharedFirst(a: { standing: Standing }, b: { standing: Standing }): number {
  return STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing);
}

/** Whether some roles word one skill each in its own way. A role that only names the skill does not word it otherwise. */
export function isReworded(needs: readonly Requirement[]): boolean {
  return new Set(needs.map(({ text }) => text).filter((text) => text !== '')).size > 1;
}

function areAlike(needs: readonly Requirement[]): boolean {
  const { level, importance } = needs[0]!;
  return !isReworded(needs) && needs.every((need) => need.level === level && need.importance === importance);
}

/**
 * Finds the responsibilities that stand in for one another: in one group, and each held by a role that lacks the other. What
 * all have needs no stand-in.
 */
function relate<T extends ComparedItem<ExpectedResponsibility>>(catalog: Catalog, items: readonly T[]): T[] {
  const some = new Map(
    items.filter(({ standing }) => standing === 'partial' || standing === 'unique').map((item) => [item.id, item]),
  );
  return items.map((item) => {
    const groups = some.has(item.id) ? (catalog.related.get(item.id) ?? []) : [];
    const group = groups.find(({ responsibilities }) =>
      responsibilities.some((id) => some.has(id) && standsIn(item, some.get(id)!)),
    );
    return group === undefined ? item : { ...item, standing: 'related', group: group.id };
  });
}

function standsIn(a: ComparedItem<unknown>, b: ComparedItem<unknown>): boolean {
  const lacks = (one: ComparedItem<unknown>, role: string): boolean => one.held.every((held) => held.role !== role);
  return a.held.some(({ role }) => lacks(b, role)) && b.held.some(({ role }) => lacks(a, role));
}

/** Lines the roles' statements up by key; those of one key are common where they are all alike. */
function align<T>(
  roles: readonly Role[],
  statements: readonly (readonly T[])[],
  key: (statement: T) => string,
  alike: (statements: readonly T[]) => boolean,
): ComparedItem<T>[] {
  const held = roles.flatMap((role, index) => statements[index]!.map((statement) => ({ role: role.id, statement })));
  const groups = groupBy(held, ({ statement }) => key(statement));
  return [...groups].map(([id, group]) => ({ id, standing: standingOf(group, roles.length, alike), held: group }));
}

function standingOf<T>(
  group: readonly Held<T>[],
  roles: number,
  alike: (statements: readonly T[]) => boolean,
): Standing {
  if (group.length === 1) return 'unique';
  if (group.length < roles) return 'partial';
  return alike(group.map(({ statement }) => statement)) ? 'common' : 'differing';
}
