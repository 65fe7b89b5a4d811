/**
 * All that a role answers for and needs: what is said of the role itself, and what it takes over from other roles.
 */
import { type Catalog, roleOf } from './catalog.ts';
import type { Cite, Requirement, Responsibility, Role } from './model.ts';

/** Where an expectation comes from when it is not said of the role itself. */
export interface Origin {
  /** The role it was said of. */
  readonly role: string;
  /** What says that it holds here as well; empty for a cumulative ladder, where the ladder's own rule does. */
  readonly cites: readonly Cite[];
}

/** A responsibility with its origin, absent where it is the role's own. */
export interface ExpectedResponsibility extends Responsibility {
  readonly origin?: Origin;
}

/** A requirement with its origin, absent where it is the role's own. */
export interface ExpectedRequirement extends Requirement {
  readonly origin?: Origin;
}

/** What a role answers for and needs. Its own statements come first, what it takes over follows. */
export interface Expectations {
  readonly responsibilities: readonly ExpectedResponsibility[];
  readonly requirements: readonly ExpectedRequirement[];
}

/**
 * Collects what a role answers for and needs, with what it includes from other roles.
 *
 * Where a role and one that it includes speak of the same responsibility or skill, the role's own statement stands; of two
 * included ones the higher level stands. Roles that include each other in a circle are legal, each is taken once.
 *
 * @param catalog the ladder
 * @param role one of its roles
 * @returns the expectations
 */
export function expectationsOf(catalog: Catalog, role: Role): Expectations {
  const responsibilities = new Map<string, ExpectedResponsibility>(role.responsibilities.map((r) => [r.id, r]));
  const requirements = new Map<string, ExpectedRequirement>(role.requirements.map((r) => [r.skill, r]));
  const own = new Set(requirements.keys());
  const seen = new Set([role.id]);
  const queue = includedBy(catalog, role);
  for (let inclusion = queue.shift(); inclusion; inclusion = queue.shift()) {
    if (seen.has(inclusion.role)) continue;
    seen.add(inclusion.role);
    const included = roleOf(catalog, inclusion.role);
    for (const responsibility of included.responsibilities) {
      if (!responsibilities.has(responsibility.id)) {
        responsibilities.set(responsibility.id, { ...responsibility, origin: inclusion });
      }
    }
    for (const requirement of included.requirements) {
      if (own.has(requirement.skill)) continue;
      const known = requirements.get(requirement.skill);
      if (known && levelOf(catalog, known) >= levelOf(catalog, requirement)) continue;
      requirements.set(requirement.skill, { ...requirement, origin: inclusion });
    }
    // What came through one inclusion goes on leaning on what said so first.
    for (const further of includedBy(catalog, included)) {
      queue.push({ role: further.role, cites: [...new Set([...inclusion.cites, ...further.cites])] });
    }
  }
  return { responsibilities: [...responsibilities.values()], requirements: [...requirements.values()] };
}

/** The roles that a role takes over from: those it names, and on a cumulative ladder those one rank below on its track. */
function includedBy(catalog: Catalog, role: Role): Origin[] {
  const included: Origin[] = role.includes.map(({ role: id, cites }) => ({ role: id, cites }));
  if (catalog.ladder.cumulative) {
    const below = catalog.ladder.roles.filter((other) => other.track === role.track && other.rank < role.rank);
    const rank = below.reduce((highest, other) => Math.max(highest, other.rank), -Infinity);
    for (const other of below) if (other.rank === rank) included.push({ role: other.id, cites: [] });
  }
  return included;
}

/** Where a requirement's level stands in the scale; -1 where it has none. */
export function levelOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.level === undefined ? -1 : (catalog.levelOrder.get(requirement.level) ?? -1);
}
