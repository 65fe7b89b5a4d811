/**
 * What profiles are called by, where a role may stand as well.
 */
import type { Ladder } from '../model.ts';
import { foldName } from '../names.ts';

/** The name of the user's own profile. */
export const ME = 'me';

/** Whether a name means a profile: `me`, or `@` with a file, which no id can begin with. A role that is called `me` comes first. */
export function isProfile(ladder: Ladder, name: string): boolean {
  return name.startsWith('@') || (name === ME && !hasRoleMe(ladder));
}

/** Whether a ladder has a role of that name, so that no profile can have it. */
export function hasRoleMe({ roles }: Pick<Ladder, 'roles'>): boolean {
  return roles.some(({ id, title, aliases }) => [id, title, ...aliases].some((name) => foldName(name) === ME));
}
