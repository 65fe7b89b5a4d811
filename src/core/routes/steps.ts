/**
 * What a move from one role to another takes: what is new, what carries over, what is left behind.
 */
import { expectCatalog, expectNames } from '../arguments.ts';
import { type Catalog, roleOf } from '../catalog.ts';
import { isReworded } from '../compare.ts';
import {
  type ExpectedRequirement,
  type ExpectedResponsibility,
  type Expectations,
  expectationsOf,
  levelOf,
} from '../expectations.ts';
import { relatedTo } from '../related.ts';

/** A skill that both roles need, at another level or in other words. */
export interface SkillMove {
  readonly skill: string;
  readonly from: ExpectedRequirement;
  readonly to: ExpectedRequirement;
}

/** A statement that carries over, and what was said before in its place: the same thing, maybe in other words. */
export type Kept<T> = T & { readonly before: T };

/** A statement that is back again, and the role on the route that has it already; a skill, at this level or a higher one. */
export type Returned<T> = T & { readonly metAs: string };

/** A responsibility that grows out of others, which were met on the way: the same work at another scope. */
export type Grown = ExpectedResponsibility & { readonly growsOutOf: readonly ExpectedResponsibility[] };

/** What a step does to one kind of expectation. */
export interface Change<T> {
  /** What no role before it on the route has. */
  readonly gained: readonly T[];
  /** What the role moved from does not have, but an earlier one on the route has. */
  readonly returned: readonly Returned<T>[];
  readonly kept: readonly Kept<T>[];
  readonly left: readonly T[];
  /**
   * The role that the new one is measured against: the one moved from or, where nothing is stated of that one, the last
   * role before it on the route of which something is. Absent where there is none: everything is then new to the record.
   */
  readonly comparedWith?: string;
  /** True where nothing is stated of the new role, so that nothing can be said to change. */
  readonly silent: boolean;
}

/** The skills of a step, with those whose level rises or falls and those that are worded otherwise. */
export interface SkillChange extends Change<ExpectedRequirement> {
  /** To a level that no role before it on the route has. */
  readonly raised: readonly SkillMove[];
  readonly lowered: readonly SkillMove[];
  /** At no other level, in other words. */
  readonly reworded: readonly SkillMove[];
  /** Skills that were needed and of which the new role says that they do not apply; they are not among those left. */
  readonly ruledOut: readonly ExpectedRequirement[];
}

/** The responsibilities of a step. What the new role has at another scope is not among those left. */
export interface ResponsibilityChange extends Change<ExpectedResponsibility> {
  readonly grown: readonly Grown[];
}

/** What one move takes. */
export interface StepChange {
  readonly skills: SkillChange;
  readonly responsibilities: ResponsibilityChange;
  /**
   * How many things are new: skills and responsibilities gained, levels raised, skills worded otherwise. Undefined where
   * nothing at all is stated of the new role: silence is no small step.
   */
  readonly size: number | undefined;
}

/**
 * Works out what each move of a route takes.
 *
 * @param catalog the ladder
 * @param route the ids of the roles on the route, in order
 * @returns one entry a move, so one fewer than there are roles
 * @throws PmrolesError `unknown-role` for an id that is not on the ladder, `usage` for an argument that is missing
 */
export function stepChanges(catalog: Catalog, route: readonly string[]): StepChange[] {
  expectCatalog(catalog);
  expectNames(route, 'the route');
  const responsibilities = createWay<ExpectedResponsibility>(({ id }) => id);
  const skills = createWay<ExpectedRequirement>(
    ({ skill }) => skill,
    (requirement) => levelOf(catalog, requirement),
  );
  const steps: StepChange[] = [];
  for (const [index, id] of route.entries()) {
    const now = expectationsOf(catalog, roleOf(catalog, id));
    if (index > 0)
      steps.push(stepOf(responsibilityChange(catalog, responsibilities, now), skillChange(catalog, skills, now)));
    responsibilities.pass(id, now.responsibilities, now.responsibilities.length > 0);
    skills.pass(id, now.needed, now.requirements.length > 0);
  }
  return steps;
}

function stepOf(responsibilities: ResponsibilityChange, skills: SkillChange): StepChange {
  const isSilent = responsibilities.silent && skills.silent;
  const fresh = [responsibilities.gained, skills.gained, skills.raised, skills.reworded];
  return { skills, responsibilities, size: isSilent ? undefined : fresh.flat().length };
}

/** What a route has led through so far, of one kind of expectation. */
interface Way<T> {
  readonly keyOf: (entry: T) => string;
  /** The last role of which something is said. */
  readonly last: { readonly role: string; readonly entries: ReadonlyMap<string, T> } | undefined;
  /** Everything met, each where it was met last; of a skill, where its level was highest. */
  readonly met: ReadonlyMap<string, { readonly role: string; readonly entry: T }>;
  /** Goes on through a role. */
  readonly pass: (role: string, entries: readonly T[], speaks: boolean) => void;
}

function createWay<T>(keyOf: (entry: T) => string, heightOf: (entry: T) => number = () => 0): Way<T> {
  const met = new Map<string, { readonly role: string; readonly entry: T }>();
  const way = {
    keyOf,
    met,
    last: undefined as Way<T>['last'],
    pass(role: string, entries: readonly T[], speaks: boolean) {
      if (!speaks) return;
      way.last = { role, entries: new Map(entries.map((entry) => [keyOf(entry), entry])) };
      for (const [key, entry] of way.last.entries) {
        const known = met.get(key);
        if (!known || heightOf(entry) >= heightOf(known.entry)) met.set(key, { role, entry });
      }
    },
  };
  return way;
}

function responsibilityChange(
  catalog: Catalog,
  way: Way<ExpectedResponsibility>,
  { responsibilities }: Expectations,
): ResponsibilityChange {
  const gained: ExpectedResponsibility[] = [];
  const grown: Grown[] = [];
  const returned: Returned<ExpectedResponsibility>[] = [];
  const kept: Kept<ExpectedResponsibility>[] = [];
  for (const entry of responsibilities) {
    const met = way.met.get(entry.id);
    const before = way.last?.entries.get(entry.id);
    if (before) kept.push({ ...entry, before });
    else if (met) returned.push({ ...entry, metAs: met.role });
    else {
      const growsOutOf = [...relatedTo(catalog, entry.id)].flatMap((id) => way.met.get(id)?.entry ?? []);
      if (growsOutOf.length > 0) grown.push({ ...entry, growsOutOf });
      else gained.push(entry);
    }
  }
  const { left, ...rest } = behind(way, responsibilities, responsibilities.length === 0);
  // What lives on at another scope is not left behind.
  const has = new Set(responsibilities.map(({ id }) => id));
  const isLeft = ({ id }: ExpectedResponsibility): boolean =>
    ![...relatedTo(catalog, id)].some((other) => has.has(other));
  return { gained, grown, returned, kept, left: left.filter(isLeft), ...rest };
}

function skillChange(
  catalog: Catalog,
  way: Way<ExpectedRequirement>,
  { needed, requirements }: Expectations,
): SkillChange {
  // A level that only one of the two states is no rise and no fall: the other is silent.
  const isHigher = (a: ExpectedRequirement, b: ExpectedRequirement): boolean =>
    levelOf(catalog, b) >= 0 && levelOf(catalog, a) > levelOf(catalog, b);
  const gained: ExpectedRequirement[] = [];
  const returned: Returned<ExpectedRequirement>[] = [];
  const kept: Kept<ExpectedRequirement>[] = [];
  const raised: SkillMove[] = [];
  const lowered: SkillMove[] = [];
  const reworded: SkillMove[] = [];
  for (const to of needed) {
    const { skill } = to;
    const met = way.met.get(skill);
    const before = way.last?.entries.get(skill);
    const from = before ?? met?.entry;
    if (!met || !from) gained.push(to);
    else if (isHigher(to, met.entry)) raised.push({ skill, from: isHigher(to, from) ? from : met.entry, to });
    else if (isHigher(from, to)) lowered.push({ skill, from, to });
    // Had by the role before at a lower level, and met on the way at this one or a higher one.
    else if (isHigher(to, from)) returned.push({ ...to, metAs: met.role });
    else if (isReworded([from, to])) reworded.push({ skill, from, to });
    else if (before) kept.push({ ...to, before });
    else returned.push({ ...to, metAs: met.role });
  }
  const ruledOut = requirements.filter(
    ({ skill, notApplicable }) => notApplicable === true && way.last?.entries.has(skill) === true,
  );
  return {
    gained,
    returned,
    kept,
    raised,
    lowered,
    reworded,
    ruledOut,
    ...behind(way, requirements, requirements.length === 0),
  };
}

/** What is left behind, and what that was measured against. A role that the sources say nothing of gives nothing up. */
function behind<T>(
  way: Way<T>,
  now: readonly T[],
  silent: boolean,
): Pick<Change<T>, 'left' | 'comparedWith' | 'silent'> {
  const has = new Set(now.map(way.keyOf));
  const left = silent ? [] : [...(way.last?.entries.values() ?? [])].filter((entry) => !has.has(way.keyOf(entry)));
  return { left, silent, ...(way.last === undefined ? {} : { comparedWith: way.last.role }) };
}
