/**
 * The roles that a command is about: those that were named, and those that are asked for.
 */
import { type Catalog, heldRoles } from '../../core/catalog.ts';
import { usage } from '../../core/errors.ts';
import type { Role } from '../../core/model.ts';
import { findRole, resolveName, roleNames } from '../../core/names.ts';
import { printable } from '../../report/printable.ts';
import type { Choice } from '../../system/prompts.ts';
import type { Session } from './session.ts';

/** Finds the roles that were named, and asks for those that are missing when a person can be asked. */
export async function rolesFor(
  session: Session,
  catalog: Catalog,
  names: readonly string[],
  questions: readonly string[],
  example: string,
): Promise<Role[]> {
  const roles = names.map((name) => findRole(catalog.ladder, name, session.flags));
  if (roles.length >= questions.length) return roles;
  const { runtime } = session;
  if (!runtime.interactive) {
    const missing = questions.length - roles.length;
    throw usage(
      `${missing === 1 ? 'a role is' : `${missing} roles are`} missing`,
      `for example: ${session.rerun === '' ? example : exampleOf(catalog, example, questions.length, session.rerun)}`,
    );
  }
  const prompter = await session.prompter();
  for (const question of questions.slice(roles.length)) {
    const offered = heldRoles(catalog.ladder).filter((role) => !roles.includes(role));
    roles.push(await prompter.search(question, (typed) => matching(offered, typed)));
  }
  return roles;
}

/** The same command with roles that the ladder in use has. */
function exampleOf({ ladder }: Catalog, example: string, roles: number, rerun: string): string {
  const command = example.split(' ').slice(0, 2);
  const ids = heldRoles(ladder)
    .slice(-roles)
    .map(({ id }) => id);
  return [...command, ...ids].join(' ') + rerun;
}

/** The roles that what was typed so far may mean: those it names or begins, then those it occurs in. */
export function matching(roles: readonly Role[], typed: string): Choice<Role>[] {
  const wanted = typed.trim().toLowerCase();
  const resolution = wanted === '' ? undefined : resolveName(roles.map(roleNames), wanted);
  const meant =
    resolution?.kind === 'found'
      ? [resolution.value.id]
      : resolution?.kind === 'ambiguous'
        ? resolution.candidates
        : (resolution?.suggestions ?? []);
  const occurs = (role: Role): boolean =>
    [role.id, role.title, ...role.aliases].some((name) => name.toLowerCase().includes(wanted));
  const first = roles.filter((role) => meant.includes(role.id));
  const rest = roles.filter((role) => !first.includes(role) && occurs(role));
  return [...first, ...rest].map((role) => ({
    value: role,
    name: printable(role.title),
    description: printable(role.summary.text),
  }));
}
