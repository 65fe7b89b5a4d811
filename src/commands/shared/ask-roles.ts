/**
 * The roles that a command is about: those that were named, and those that are asked for.
 */
import { type Catalog, heldRoles } from '../../core/catalog.ts';
import { PmrolesError, usage } from '../../core/errors.ts';
import type { Ladder, Role } from '../../core/model.ts';
import { findRole, quote, resolveName, roleNames } from '../../core/names.ts';
import { shellWord } from '../../core/shell-words.ts';
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
  const { ladder } = catalog;
  const roles: Role[] = [];
  for (const name of names) roles.push(await roleCalled(session, ladder, name));
  if (roles.length >= questions.length) return roles;
  const { runtime } = session;
  if (!runtime.interactive) {
    const missing = questions.length - roles.length;
    throw usage(
      `${missing === 1 ? 'a role is' : `${missing} roles are`} missing`,
      `for example: ${exampleOn(ladder, example) ?? example}${session.rerun}`,
    );
  }
  for (const question of questions.slice(roles.length)) {
    const offered = heldRoles(ladder).filter((role) => !roles.includes(role));
    roles.push(await askFor(session, question, offered));
  }
  return roles;
}

/** Finds a role; on a terminal, asks which one is meant where the name fits several. */
export async function roleCalled(session: Session, ladder: Ladder, name: string): Promise<Role> {
  const { flags, runtime } = session;
  try {
    return findRole(ladder, name, flags);
  } catch (error) {
    const isAmbiguous = error instanceof PmrolesError && error.code === 'ambiguous-role';
    if (!isAmbiguous || !runtime.interactive) throw error;
  }
  const resolution = resolveName(ladder.roles.map(roleNames), name);
  const candidates = resolution.kind === 'ambiguous' ? resolution.candidates : [];
  const offered = ladder.roles.filter(({ id }) => candidates.includes(id));
  return askFor(session, `${printable(quote(name))} fits ${offered.length} roles. Which one?`, offered);
}

/** Finds the role that several words name together, as if they stood in quotes; asks for it where there are none. */
export async function roleOfWords(
  session: Session,
  catalog: Catalog,
  words: readonly string[],
  question: string,
  example: string,
): Promise<Role> {
  const names = words.length === 0 ? [] : [words.join(' ')];
  if (words.length > 1) {
    const entries = catalog.ladder.roles.map(roleNames);
    const isUnknown = resolveName(entries, names[0]!).kind === 'unknown';
    if (isUnknown && words.every((word) => resolveName(entries, word).kind === 'found')) {
      const command = example.split(' ')[1]!;
      throw usage(`${command} takes one role`, `for several: pmroles compare ${words.map(shellWord).join(' ')}`);
    }
  }
  const [role] = await rolesFor(session, catalog, names, [question], example);
  return role!;
}

/** Finds a role that somebody can have; what is only there to be inherited from cannot be filled. */
export async function roleToFill(
  session: Session,
  catalog: Catalog,
  words: readonly string[],
  example: string,
): Promise<Role> {
  const role = await roleOfWords(session, catalog, words, 'Which role?', example);
  if (role.abstract !== true) return role;
  throw usage(
    `nobody can have the role ${quote(role.id)}`,
    'it is abstract: only there for other roles to inherit from',
  );
}

async function askFor(session: Session, question: string, offered: readonly Role[]): Promise<Role> {
  const prompter = await session.prompter();
  const role = await prompter.search(question, (typed) => matching(offered, typed));
  // Without a role there is no answer.
  if (role === undefined) throw new PmrolesError('interrupted', 'interrupted');
  return role;
}

/** The same command with roles that the ladder has; undefined where it has too few. */
export function exampleOn(ladder: Ladder, example: string): string | undefined {
  const roles = heldRoles(ladder);
  const [program, command, ...names] = example.split(' ');
  const entries = roles.map(roleNames);
  if (names.every((name) => resolveName(entries, name).kind === 'found')) return example;
  if (roles.length < names.length) return undefined;
  const ids = roles.map(({ id }) => id);
  const chosen = command === 'path' ? [ids[0]!, ids.at(-1)!] : ids.slice(-names.length);
  return [program, command, ...chosen].join(' ');
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
