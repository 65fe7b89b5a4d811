/**
 * `pmroles explore`: from role to role, on a terminal.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Role } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import type { Choice, Prompter } from '../system/prompts.ts';
import { decideAscii } from '../system/terminal.ts';
import { matching, rolesFor } from './shared/ask-roles.ts';
import { run as compare } from './compare.ts';
import { type Action, menuOf, neighboursOf } from './explore-menu.ts';
import { run as findPath } from './path.ts';
import type { Session } from './shared/session.ts';
import { run as show } from './show.ts';
import { run as showSkill } from './skills.ts';
import { run as askWhy } from './why.ts';

/** So many of the roles that led here are named above a question. */
const CRUMBS = 3;

/** An exploration that is under way. */
interface Exploration {
  /** As the commands get it; the ladder is loaded once. */
  readonly session: Session;
  readonly catalog: Catalog;
  readonly prompter: Prompter;
}

export async function run(session: Session, names: readonly string[]): Promise<number> {
  if (!session.runtime.interactive) {
    throw new PmrolesError('no-terminal', 'explore needs a terminal to ask on', {
      hint: 'without one: pmroles show, compare, path, why and skills give the same answers\nsee: pmroles --help',
    });
  }
  const catalog = await session.catalog();
  const questions = ['Where do you want to start?'];
  const [start] = await rolesFor(session, catalog, names, questions, 'pmroles explore head-of-product');
  const exploration: Exploration = {
    // The menu says what may come next.
    session: { ...session, catalog: () => Promise.resolve(catalog), tryNext: () => Promise.resolve() },
    catalog,
    prompter: await session.prompter(),
  };
  const visited = [start!];
  await showRole(exploration, start!);
  for (;;) {
    const role = visited.at(-1)!;
    const menu = menuOf(catalog, role);
    const reply = await exploration.prompter.ask({
      title: crumbs(exploration.session, visited),
      text: 'What next?',
      answers: menu.map(([answer]) => printable(answer)),
      canGoBack: visited.length > 1,
      start: 1,
    });
    if (reply === 'quit') return 0;
    if (reply === 'back') visited.pop();
    else {
      const [, action] = menu[Number(reply) - 1]!;
      const next = await act(exploration, role, action);
      if (next === 'quit') return 0;
      if (next === undefined) continue;
      visited.push(next);
    }
    await showRole(exploration, visited.at(-1)!);
  }
}

/** The way that led here, its last part at least. */
function crumbs({ flags, runtime }: Session, visited: readonly Role[]): string {
  const ascii = decideAscii(flags.ascii, runtime).value;
  const titles = visited.slice(-CRUMBS).map((role) => printable(role.title));
  const more = visited.length > CRUMBS ? [ascii ? '...' : '…'] : [];
  return [...more, ...titles].join(ascii ? ' > ' : ' › ');
}

/** Does what was chosen at a role; the result is the role to go to, if any, or that it was enough. */
async function act(exploration: Exploration, role: Role, action: Action): Promise<Role | 'quit' | undefined> {
  const { session } = exploration;
  switch (action.kind) {
    case 'go':
      return action.role;
    case 'search':
      return askRole(exploration, 'Go to which role?', [role]);
    case 'compare': {
      const roles = await askRoles(exploration, role);
      if (roles === undefined || roles === 'quit') return roles;
      const ids = roles.map(({ id }) => id);
      await compare(session, ids, {});
      return sayCommand(session, `compare ${ids.join(' ')}`);
    }
    case 'path': {
      const to = await askRole(exploration, 'The way to which role?', [role]);
      if (to === undefined) return undefined;
      await findPath(session, [role.id, to.id], {});
      return sayCommand(session, `path ${role.id} ${to.id}`);
    }
    case 'why':
      await askWhy(session, [role.id]);
      return sayCommand(session, `why ${role.id}`);
    case 'skills': {
      const skill = await askSkill(exploration, action.first);
      if (skill === undefined) return undefined;
      await showSkill(session, [skill], {});
      return sayCommand(session, `skills ${skill}`);
    }
  }
}

async function showRole({ session }: Exploration, role: Role): Promise<void> {
  await show(session, [role.id], {});
  await sayCommand(session, `show ${role.id}`);
}

/** Names the command that gives the same answer, so that it is learnt by the way. */
async function sayCommand({ runtime, rerun }: Session, command: string): Promise<undefined> {
  await runtime.stderr.write(`\nThe same again: ${printable(`pmroles ${command}${rerun}`)}\n\n`);
}

/** Neighbours come first: they are who is looked for most. */
function askRole(
  { catalog, prompter }: Exploration,
  question: string,
  without: readonly Role[],
): Promise<Role | undefined> {
  const near = neighboursOf(catalog, without[0]!).map(({ role }) => role);
  const offered = [...new Set([...near, ...heldRoles(catalog.ladder)])].filter((role) => !without.includes(role));
  return search(prompter, question, (typed) => matching(offered, typed));
}

/** Asks for roles to compare one with; undefined when it is thought better of. */
async function askRoles(exploration: Exploration, role: Role): Promise<Role[] | 'quit' | undefined> {
  const { catalog, prompter } = exploration;
  const roles = [role];
  for (;;) {
    const other = await askRole(exploration, 'Compare with which role?', roles);
    if (other === undefined) return roles.length > 1 ? roles : undefined;
    roles.push(other);
    if (roles.length === heldRoles(catalog.ladder).length) return roles;
    const reply = await prompter.ask({
      title: roles.map(({ title }) => printable(title)).join(', '),
      text: 'Compare these?',
      answers: ['Yes', 'With one more'],
      canGoBack: true,
      start: 1,
    });
    if (reply === 'back') return undefined;
    if (reply === 'quit') return 'quit';
    if (reply === 1) return roles;
  }
}

function askSkill({ catalog, prompter }: Exploration, first: readonly string[]): Promise<string | undefined> {
  const offered = [...new Set([...first, ...catalog.skills.keys()])];
  return search(prompter, 'Which skill?', (typed) => {
    const wanted = typed.trim().toLowerCase();
    return offered.flatMap((id): Choice<string>[] => {
      const { name, description } = catalog.skills.get(id)!;
      if (!id.includes(wanted) && !name.toLowerCase().includes(wanted)) return [];
      const described = description === undefined ? {} : { description: printable(description) };
      return [{ value: id, name: printable(name), ...described }];
    });
  });
}

/** Searches with a way back: below all that there is, and by its name, above what has the same one. */
function search<T>(
  prompter: Prompter,
  question: string,
  find: (typed: string) => readonly Choice<T>[],
): Promise<T | undefined> {
  // No name of a ladder looks so by chance.
  const back: Choice<T | undefined> = { value: undefined, name: '(back)', description: 'Leaves the question.' };
  return prompter.search<T | undefined>(`${question} ("back" leaves it.)`, (typed) => {
    const wanted = typed.trim().toLowerCase();
    return [...(wanted === 'back' ? [back] : []), ...find(typed), ...(wanted === '' ? [back] : [])];
  });
}
