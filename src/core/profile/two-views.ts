/**
 * Two profiles side by side: of one person at two times, or by two people.
 */
import { type Catalog, roleOf } from '../catalog.ts';
import { expectationsOf } from '../expectations.ts';
import type { Answer, Evidence, Profile } from './profile.ts';

/** What both, or one of them, answered about one thing. */
export interface ViewedItem {
  readonly kind: 'skill' | 'responsibility';
  readonly id: string;
  readonly first?: Answer;
  readonly second?: Answer;
  /**
   * How far the second is above the first, in steps of the scale or of no, partly, yes; negative below; 0 where they agree.
   * Undefined where one did not answer, or where the two cannot be measured against each other.
   */
  readonly steps?: number;
  /** True where both say the same. */
  readonly agree: boolean;
  /** Evidence that the second has and the first has not. */
  readonly evidenceAdded: readonly Evidence[];
}

/**
 * Compares two profiles of one ladder.
 *
 * @param catalog the ladder
 * @param first, second the profiles; of two times, the older one is the first
 * @param roles what is compared is what these roles expect; all that was answered where there is none
 * @returns what either answered: skills in the ladder's order, then responsibilities
 */
export function compareProfiles(
  catalog: Catalog,
  first: Profile,
  second: Profile,
  roles: readonly string[],
): ViewedItem[] {
  const expected = roles.map((id) => expectationsOf(catalog, roleOf(catalog, id)));
  const within = (ids: Iterable<string>, wanted: readonly string[]): string[] => {
    const kept = new Set(wanted);
    return [...ids].filter((id) => roles.length === 0 || kept.has(id));
  };
  const skills = within(
    catalog.ladder.skills.map(({ id }) => id),
    expected.flatMap(({ needed }) => needed.map(({ skill }) => skill)),
  );
  const duties = within(
    new Set(catalog.ladder.roles.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id))),
    expected.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id)),
  );
  return [
    ...skills.map((id) => viewed(catalog, 'skill', id, first.skills.get(id), second.skills.get(id))),
    ...duties.map((id) =>
      viewed(catalog, 'responsibility', id, first.responsibilities.get(id), second.responsibilities.get(id)),
    ),
  ].filter((item) => item.first !== undefined || item.second !== undefined);
}

function viewed(
  catalog: Catalog,
  kind: ViewedItem['kind'],
  id: string,
  first: Answer | undefined,
  second: Answer | undefined,
): ViewedItem {
  const steps = first && second ? stepsBetween(catalog, first, second) : undefined;
  const both = first && second;
  const agree = both ? steps === 0 || (first.notApplicable !== undefined && second.notApplicable !== undefined) : false;
  const known = new Set(first?.evidence.map((entry) => JSON.stringify(entry)));
  const evidenceAdded = (second?.evidence ?? []).filter((entry) => !known.has(JSON.stringify(entry)));
  return {
    kind,
    id,
    ...(first && { first }),
    ...(second && { second }),
    ...(steps !== undefined && { steps }),
    agree,
    evidenceAdded,
  };
}

function stepsBetween(catalog: Catalog, first: Answer, second: Answer): number | undefined {
  const rungOf = ({ level, truth }: Answer): { readonly scale: string; readonly rung: number } | undefined => {
    if (level !== undefined) return { scale: 'levels', rung: (catalog.levelOrder.get(level) ?? -1) + 1 };
    if (truth === undefined) return undefined;
    return { scale: truth === 'no' ? '' : 'truths', rung: { no: 0, partly: 1, yes: 2 }[truth] };
  };
  const [one, other] = [rungOf(first), rungOf(second)];
  // A no is the bottom of either scale.
  const isComparable = one && other && (one.scale === other.scale || one.scale === '' || other.scale === '');
  return isComparable ? other.rung - one.rung : undefined;
}
