/**
 * The roles of a picture by track.
 */
import type { Role } from '../core/model.ts';

/** The roles of one track, or those that are on none. */
export interface RoleGroup {
  readonly track: string | undefined;
  /** In the order given. */
  readonly roles: readonly Role[];
}

/** Parts roles by track, in the order in which the tracks appear. */
export function groupsOf(roles: readonly Role[]): RoleGroup[] {
  const groups = new Map<string | undefined, Role[]>();
  for (const role of roles) {
    const group = groups.get(role.track);
    if (group) group.push(role);
    else groups.set(role.track, [role]);
  }
  return Array.from(groups, ([track, group]) => ({ track, roles: group }));
}
