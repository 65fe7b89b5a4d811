/**
 * What a move from one role to another takes: what is new, what carries over, what is left behind.
 */
import { expectCatalog, expectNames } from '../arguments.ts';
import { type Catalog, roleOf } from '../catalog.ts';
import {
  type ExpectedRequirement,
  type ExpectedResponsibility,
  type Expectations,
  expectationsOf,
  levelOf,
} from '../expectations.ts';

/** A skill that both roles need, at another level. */
export interface LevelChange {
  readonly skill: string;
  readonly from: ExpectedRequirement;
  readonly to: ExpectedRequirement;
}

/** A statement that carries over, and what was said before in its place: the same thing, maybe in other words. */
export type Kept<T> = T & { readonly before: T };

/** What a step does to one kind of expectation. */
export interface Change<T> {
  readonly gained: readonly T[];
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

/** The skills of a step, with those whose level rises or falls. */
export interface SkillChange extends Change<ExpectedRequirement> {
  readonly raised: readonly LevelChange[];
  readonly lowered: readonly LevelChange[];
  /** Skills that were needed and of which the new role says that they do not apply; they are not among those left. */
  readonly ruledOut: readonly ExpectedRequirement[];
}

/** What one move takes. */
export interface StepChange {
  readonly skills: SkillChange;
  readonly responsibilities: Change<ExpectedResponsibility>;
  /** How many things are new: skills and responsibilities gained, and levels raised. */
  readonly size: number;
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
  const expected = route.map((id) => expectationsOf(catalog, roleOf(catalog, id)));
  const changes: StepChange[] = [];
  let stated = { skills: -1, responsibilities: -1 };
  for (let index = 0; index < route.length; index++) {
    const now = expected[index]!;
    if (index > 0) {
      const skills = skillChange(catalog, route, expected, stated.skills, now);
      const responsibilities = change(
        expected[stated.responsibilities]?.responsibilities,
        now.responsibilities,
        (r) => r.id,
        route[stated.responsibilities],
      );
      const size = skills.gained.length + skills.raised.length + responsibilities.gained.length;
      changes.push({ skills, responsibilities, size });
    }
    stated = {
      skills: now.requirements.length > 0 ? index : stated.skills,
      responsibilities: now.responsibilities.length > 0 ? index : stated.responsibilities,
    };
  }
  return changes;
}

function skillChange(
  catalog: Catalog,
  route: readonly string[],
  expected: readonly Expectations[],
  base: number,
  now: Expectations,
): SkillChange {
  const before = expected[base]?.needed;
  const moved = change(before, now.needed, (r) => r.skill, route[base], now.requirements.length === 0);
  const earlier = new Map((before ?? []).map((r) => [r.skill, r]));
  const raised: LevelChange[] = [];
  const lowered: LevelChange[] = [];
  for (const to of moved.kept) {
    const from = earlier.get(to.skill)!;
    const [was, is] = [levelOf(catalog, from), levelOf(catalog, to)];
    // A level that only one of the two states is no rise and no fall: the other is silent.
    if (was < 0 || is < 0 || was === is) continue;
    (is > was ? raised : lowered).push({ skill: to.skill, from, to });
  }
  const ruledOut = now.requirements.filter(({ skill, notApplicable }) => notApplicable === true && earlier.has(skill));
  const out = new Set(ruledOut.map(({ skill }) => skill));
  const moving = new Set([...raised, ...lowered].map(({ skill }) => skill));
  return {
    ...moved,
    kept: moved.kept.filter(({ skill }) => !moving.has(skill)),
    left: moved.left.filter(({ skill }) => !out.has(skill)),
    raised,
    lowered,
    ruledOut,
  };
}

function change<T>(
  before: readonly T[] | undefined,
  now: readonly T[],
  key: (entry: T) => string,
  comparedWith: string | undefined,
  silent = now.length === 0,
): Change<T> {
  const had = new Map((before ?? []).map((entry) => [key(entry), entry]));
  const has = new Set(now.map(key));
  return {
    gained: now.filter((entry) => !had.has(key(entry))),
    kept: now.flatMap((entry) => {
      const earlier = had.get(key(entry));
      return earlier === undefined ? [] : [{ ...entry, before: earlier }];
    }),
    // A role that the sources say nothing of does not thereby give anything up.
    left: silent ? [] : (before ?? []).filter((entry) => !has.has(key(entry))),
    ...(comparedWith === undefined ? {} : { comparedWith }),
    silent,
  };
}
