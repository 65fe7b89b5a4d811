/**
 * How somebody stands to what a role expects.
 */
import type { Catalog } from '../catalog.ts';
import { type ExpectedRequirement, type ExpectedResponsibility, expectationsOf, levelOf } from '../expectations.ts';
import type { Role } from '../model.ts';
import type { Answer, Profile } from './profile.ts';

/** The worst first, but what is not known and what does not count come last. */
export const STANDINGS = ['lacks', 'partly', 'has', 'not-answered', 'not-applicable'] as const;

/** `partly` is also a level below the one that the role asks for. */
export type Standing = (typeof STANDINGS)[number];

/** One thing that a role expects, and what the profile says of it. */
export interface Measured {
  readonly kind: 'skill' | 'responsibility';
  readonly id: string;
  readonly standing: Standing;
  readonly answer?: Answer;
  /** True where the role calls it essential; it calls no responsibility so. */
  readonly essential: boolean;
  readonly expected: ExpectedRequirement | ExpectedResponsibility;
}

/** All that a role expects. */
export interface RoleStanding {
  readonly role: Role;
  /** Skills in the ladder's order, then responsibilities. */
  readonly items: readonly Measured[];
  readonly counts: Readonly<Record<Standing, number>>;
  /** What was answered and applies: the sum of has, partly and lacks. */
  readonly answered: number;
  /** Essential skills that the person has not or partly; what was not answered is not among them. */
  readonly essentialMissing: number;
}

/**
 * Measures a profile against a role.
 *
 * @param catalog the ladder
 * @param profile a profile of it
 * @param role one of its roles
 * @returns everything that the role expects, inherited or its own, each with how the person stands to it; what the ladder says does
 *   not apply to the role is left out
 */
export function standingFor(catalog: Catalog, profile: Profile, role: Role): RoleStanding {
  const { needed, responsibilities } = expectationsOf(catalog, role);
  const order = new Map(catalog.ladder.skills.map(({ id }, index) => [id, index]));
  const skills = needed
    .map((expected): Measured => {
      const answer = profile.skills.get(expected.skill);
      const standing = skillStanding(catalog, answer, expected);
      return measured('skill', expected.skill, standing, answer, expected, expected.importance === 'essential');
    })
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const duties = responsibilities.map((expected): Measured => {
    const answer = profile.responsibilities.get(expected.id);
    return measured('responsibility', expected.id, truthStanding(answer), answer, expected, false);
  });
  const items = [...skills, ...duties];
  const counts = { lacks: 0, partly: 0, has: 0, 'not-answered': 0, 'not-applicable': 0 };
  for (const { standing } of items) counts[standing]++;
  return {
    role,
    items,
    counts,
    answered: counts.lacks + counts.partly + counts.has,
    essentialMissing: items.filter((item) => item.essential && isMissing(item)).length,
  };
}

/** Whether somebody is known to fall short of something. */
export function isMissing({ standing }: Pick<Measured, 'standing'>): boolean {
  return standing === 'lacks' || standing === 'partly';
}

function measured(
  kind: Measured['kind'],
  id: string,
  standing: Standing,
  answer: Answer | undefined,
  expected: Measured['expected'],
  essential: boolean,
): Measured {
  return { kind, id, standing, ...(answer && { answer }), essential, expected };
}

function skillStanding(catalog: Catalog, answer: Answer | undefined, expected: ExpectedRequirement): Standing {
  if (answer?.level === undefined) {
    const standing = truthStanding(answer);
    // Whether a yes reaches a level is not known.
    return standing !== 'lacks' && standing !== 'not-applicable' && levelOf(catalog, expected) >= 0
      ? 'not-answered'
      : standing;
  }
  return (catalog.levelOrder.get(answer.level) ?? -1) >= levelOf(catalog, expected) ? 'has' : 'partly';
}

function truthStanding(answer: Answer | undefined): Standing {
  if (answer?.notApplicable !== undefined) return 'not-applicable';
  if (answer?.truth === undefined) return 'not-answered';
  return ({ yes: 'has', partly: 'partly', no: 'lacks' } as const)[answer.truth];
}
