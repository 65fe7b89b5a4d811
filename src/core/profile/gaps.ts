/**
 * Which gap to close first.
 */
import type { Catalog } from '../catalog.ts';
import { groupBy } from '../group-by.ts';
import { levelOf } from '../expectations.ts';
import type { Role } from '../model.ts';
import { roleOf } from '../catalog.ts';
import { findRoutes } from '../routes/routes.ts';
import type { PlanEntry, Profile } from './profile.ts';
import { isMissing, type Measured, type RoleStanding, standingFor } from './standing.ts';

/** More than this at a time is no plan. */
const MOST_GAPS = 3;

/** Something that the person is known to lack, and why to begin with it. */
export interface Gap {
  /** As the first role ahead expects it that the person falls short of. */
  readonly item: Measured;
  readonly role: Role;
  /** True where that is the next role on the way, and a move leads there. */
  readonly isNext: boolean;
  readonly essential: boolean;
  /** How many of the roles ahead expect it at all. */
  readonly neededBy: number;
}

/** The way to a role, and what is missing on it. */
export interface Gaps {
  /** The roles ahead, the next one first; one alone where there is no route, or no role to start from. */
  readonly ahead: readonly RoleStanding[];
  /** All of them, the most urgent first. */
  readonly gaps: readonly Gap[];
}

/** The roles on the best route from the person's own role, without that itself; the wanted role alone where there is none. */
export function rolesAhead(catalog: Catalog, from: string | undefined, to: Role): Role[] {
  if (from === undefined || from === to.id) return [to];
  const [route] = findRoutes(catalog, from, to.id, { most: 1 }).routes;
  return route ? route.roles.slice(1).map((id) => roleOf(catalog, id)) : [to];
}

/**
 * Finds what somebody is known to lack on the way to a role. The next role's gaps come first, then essential ones, then those that
 * most of the roles ahead need; what was not answered is no gap.
 *
 * @param catalog the ladder
 * @param profile a profile of it
 * @param to the role to get to
 * @returns the roles ahead and the gaps
 */
export function gapsTo(catalog: Catalog, profile: Profile, to: Role): Gaps {
  const ahead = rolesAhead(catalog, profile.role, to).map((role) => standingFor(catalog, profile, role));
  const next = ahead[0]!.role.id;
  // Without a move that leads there, a role is no step.
  const isStep = (catalog.next.get(profile.role ?? '') ?? []).some((move) => move.to === next);
  const keyOf = ({ kind, id }: Measured): string => `${kind} ${id}`;
  const asked = groupBy(
    ahead.flatMap(({ items }) => items),
    keyOf,
  );
  const found = new Map<string, Gap>();
  for (const [index, { role, items }] of ahead.entries()) {
    for (const item of items) {
      if (!isMissing(item) || found.has(keyOf(item))) continue;
      const same = asked.get(keyOf(item))!;
      const essential = same.some((one) => one.essential && isMissing(one));
      found.set(keyOf(item), { item, role, isNext: isStep && index === 0, essential, neededBy: same.length });
    }
  }
  // Stable: what is left alike stays in the order of the way, and of the ladder.
  const gaps = [...found.values()].sort(
    (a, b) =>
      Number(b.isNext) - Number(a.isNext) || Number(b.essential) - Number(a.essential) || b.neededBy - a.neededBy,
  );
  return { ahead, gaps };
}

/** What to do first: what the profile plans already, and the most urgent gaps besides. */
export interface Goals extends Gaps {
  readonly open: readonly PlanEntry[];
  /** A few gaps to close besides. */
  readonly proposed: readonly Gap[];
}

/** Finds what to do first on the way to a role: few things at a time. */
export function goalsTo(catalog: Catalog, profile: Profile, to: Role): Goals {
  const found = gapsTo(catalog, profile, to);
  const open = profile.plan.filter(({ state }) => state === 'open');
  // What somebody has dropped is not proposed again.
  const settled = profile.plan.filter(({ state }) => state !== 'done');
  const others = found.gaps.filter((gap) => !isPlanned(catalog, gap, settled));
  return { ...found, open, proposed: others.slice(0, Math.max(MOST_GAPS - open.length, 0)) };
}

/** Whether an entry of a plan is about a gap, and reaches it. */
function isPlanned(catalog: Catalog, { item }: Gap, plan: readonly PlanEntry[]): boolean {
  return plan.some((entry) => {
    if (entry[item.kind] !== item.id) return false;
    const to = entry.to === undefined ? -1 : (catalog.levelOrder.get(entry.to) ?? -1);
    const wanted = 'skill' in item.expected ? levelOf(catalog, item.expected) : -1;
    return entry.to === undefined || to >= wanted;
  });
}

/** A gap as an entry of a plan, with room for what only the person can say. */
export function planEntryFor({ ladder }: Catalog, { item }: Gap, by: string | undefined): PlanEntry {
  // A skill may be asked for without a level on a ladder that has some; there is no word for that.
  const usual = item.kind === 'responsibility' || ladder.levels.length === 0 ? 'yes' : undefined;
  const to = ('skill' in item.expected ? item.expected.level : undefined) ?? usual;
  return { [item.kind]: item.id, ...(to !== undefined && { to }), ...(by !== undefined && { by }), state: 'open' };
}
