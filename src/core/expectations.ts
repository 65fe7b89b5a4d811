/**
 * All that a role answers for and needs: what is said of the role itself, and what it takes over from other roles.
 */
import { carriedTo, type ExpectedRequirement, type ExpectedResponsibility } from './carried.ts';
import type { Catalog } from './catalog.ts';
import type { Requirement, Role } from './model.ts';

export type { ExpectedRequirement, ExpectedResponsibility, Origin } from './carried.ts';

/** What a role answers for and needs. Its own statements come first, what it takes over follows. */
export interface Expectations {
  readonly responsibilities: readonly ExpectedResponsibility[];
  readonly requirements: readonly ExpectedRequirement[];
  /** The requirements without those that are stated not to apply. */
  readonly needed: readonly ExpectedRequirement[];
}

/** So that a route through many roles collects what each expects once. */
const memories = new WeakMap<Catalog, Map<string, Expectations>>();

/**
 * Collects what a role answers for and needs, with what it takes over from other roles.
 *
 * Where a role and one that it includes speak of the same responsibility or skill, the role's own statement stands; of two
 * included ones the higher level stands. Roles that include each other in a circle are legal, each is taken once.
 *
 * @param catalog the ladder
 * @param role one of its roles
 * @returns the expectations; the same object for the same catalog and role
 * @throws PmrolesError `ladder-invalid` when roles take over more than `MOST_CARRIED` statements from one another
 */
export function expectationsOf(catalog: Catalog, role: Role): Expectations {
  let memory = memories.get(catalog);
  if (!memory) memories.set(catalog, (memory = new Map<string, Expectations>()));
  let known = memory.get(role.id);
  if (!known) {
    const { responsibilities, requirements } = carriedTo(catalog, role);
    const all = [...requirements.values()];
    known = {
      responsibilities: [...responsibilities.values()],
      requirements: all,
      needed: all.filter((requirement) => requirement.notApplicable !== true),
    };
    memory.set(role.id, known);
  }
  return known;
}

/** Where a requirement's level stands in the scale; -1 where it has none. */
export function levelOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.level === undefined ? -1 : (catalog.levelOrder.get(requirement.level) ?? -1);
}
