/**
 * Which roles need a skill, and how much is said about that.
 */
import { type Catalog, heldRoles } from './catalog.ts';
import { type ExpectedRequirement, expectationsOf } from './expectations.ts';
import type { Role } from './model.ts';

/** A role and what it needs of a skill. */
export interface SkillNeed {
  readonly role: Role;
  readonly requirement: ExpectedRequirement;
}

/** What a ladder says of the need for a skill; roles are junior to senior. */
export interface SkillNeeds {
  readonly needed: readonly SkillNeed[];
  /** The roles that the ladder says outright do not need it. */
  readonly notApplicable: readonly SkillNeed[];
  /** The roles of which the ladder does not say. */
  readonly notStated: readonly Role[];
}

/** Finds out for every skill which roles need it. */
export function needsBySkill(catalog: Catalog): ReadonlyMap<string, Omit<SkillNeeds, 'notStated'>> {
  const needs = new Map(
    catalog.ladder.skills.map(({ id }) => [id, { needed: [] as SkillNeed[], notApplicable: [] as SkillNeed[] }]),
  );
  for (const role of heldRoles(catalog.ladder)) {
    for (const requirement of expectationsOf(catalog, role).requirements) {
      const { needed, notApplicable } = needs.get(requirement.skill)!;
      (requirement.notApplicable === true ? notApplicable : needed).push({ role, requirement });
    }
  }
  return needs;
}

/** Finds out which roles need one skill. */
export function needsOf(catalog: Catalog, skill: string): SkillNeeds {
  const { needed, notApplicable } = needsBySkill(catalog).get(skill)!;
  const stated = new Set([...needed, ...notApplicable].map(({ role }) => role.id));
  return { needed, notApplicable, notStated: heldRoles(catalog.ladder).filter(({ id }) => !stated.has(id)) };
}
