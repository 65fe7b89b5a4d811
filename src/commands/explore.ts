/**
 * `pmroles explore`: from role to role, on a terminal.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Role, Skill } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import type { Choice, Prompter } from '../system/prompts.ts';
import { decideAscii } from '../system/terminal.ts';
import { matching, roleOfWords } from './shared/ask-roles.ts';
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

export async function run(session: Session, words: readonly string[]): Promise<number> {
  const { runtime } = session;
  if (!runtime.interactive) {
    throw new PmrolesError('no-terminal', 'explore needs a terminal to ask on', {
      hint: 'without one: pmroles show, compare, path, why and skills give the same answers\nsee: pmroles --help',
    });
  }
  const catalog = await session.catalog();
  const prompter = await session.prompter();
  const question = 'Where do you want to start?';
  const start =
    words.length > 0
      ? await roleOfWords(session, catalog, words, question, 'pmroles explore head-of-product')
      : await prompter.search(question, (typed) => matching(catalog.ladder.roles, typed));
  if (start === undefined) return 0;
  const exploration: Exploration = {
    // The menu says what may come next, and stands below the answer: a pager would come between.
    session: {
      ...session,
      catalog: () => Promise.resolve(catalog),
      tryNext: () => Promise.resolve(),
      answer: (command, known, report) => session.answer(command, known, report, (text) => runtime.stdout.write(text)),
    },
    catalog,
    prompter,
  };
  const visited = [start];
  await showRole(exploration, start);
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
      if (next === undefined || next === 'back') continue;
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

/** What somebody does at a question who does not answer it. */
type Leave = 'back' | 'quit';

/** Does what was chosen at a role; the result is the role to go to, if any, or what was done instead. */
async function act(exploration: Exploration, role: Role, action: Action): Promise<Role | Leave | undefined> {
  const { session } = exploration;
  switch (action.kind) {
    case 'go':
      return action.role;
    case 'search':
      return askRole(exploration, 'Go to which role?', [role]);
    case 'compare': {
      const roles = await askRoles(exploration, role);
      if (typeof roles === 'string') return roles;
      const ids = roles.map(({ id }) => id);
      await compare(session, ids, {});
      return sayCommand(session, `compare ${ids.join(' ')}`);
    }
    case 'path': {
      const to = await askRole(exploration, 'Path to which role?', [role]);
      if (typeof to === 'string') return to;
      await findPath(session, [role.id, to.id], {});
      return sayCommand(session, `path ${role.id} ${to.id}`);
    }
    case 'why':
      await askWhy(session, [role.id]);
      return sayCommand(session, `why ${role.id}`);
    case 'skills': {
      const skill = await askSkill(exploration, action.first);
      if (typeof skill === 'string') return skill;
      await showSkill(session, [skill.id], {});
      return sayCommand(session, `skills ${skill.id}`);
    }
  }
}

async function showRole({ session }: Exploration, role: Role): Promise<void> {
  await show(session, [role.id], {});
  await sayCommand(session, `show ${role.id}`);
}

/** Names the command that gives the same answer, so that it is learnt by the way. */
async function sayCommand({ runtime, rerun }: Session, command: string): Promise<undefined> {
  await runtime.stderr.write(`\nRun this again: ${printable(`pmroles ${command}${rerun}`)}\n\n`);
}

/** Neighbours come first: they are looked for most. */
function askRole(
  { catalog, prompter }: Exploration,
  question: string,
  without: readonly Role[],
): Promise<Role | Leave> {
  const near = neighboursOf(catalog, without[0]!).map(({ role }) => role);
  const offered = [...new Set([...near, ...heldRoles(catalog.ladder)])].filter((role) => !without.includes(role));
  return search(prompter, question, (typed) => matching(offered, typed));
}

/** Asks for roles to compare one with. */
async function askRoles(exploration: Exploration, role: Role): Promise<Role[] | Leave> {
  const { catalog, prompter } = exploration;
  const roles = [role];
  for (;;) {
    const other = await askRole(exploration, 'Compare with which role?', roles);
    if (other === 'back' && roles.length > 1) return roles;
    if (typeof other === 'string') return other;
    roles.push(other);
    if (roles.length === heldRoles(catalog.ladder).length) return roles;
    const reply = await prompter.ask({
      title: roles.map(({ title }) => printable(title)).join(', '),
      text: 'Compare these?',
      answers: ['Yes', 'With one more'],
      canGoBack: true,
      start: 1,
    });
    if (reply === 'back' || reply === 'quit') return reply;
    if (reply === 1) return roles;
  }
}

function askSkill({ catalog, prompter }: Exploration, first: readonly string[]): Promise<Skill | Leave> {
  const offered = [...new Set([...first, ...catalog.skills.keys()])];
  return search(prompter, 'Which skill?', (typed) => {
    const wanted = typed.trim().toLowerCase();
    return offered.flatMap((id): Choice<Skill>[] => {
      const skill = catalog.skills.get(id)!;
      const { name, description } = skill;
      if (!id.includes(wanted) && !name.toLowerCase().includes(wanted)) return [];
      const described = description === undefined ? {} : { description: printable(description) };
      return [{ value: skill, name: printable(name), ...described }];
    });
  });
}

/** Searches with a way back: below all that there is, and by its name, above what has the same one. */
async function search<T extends object>(
  prompter: Prompter,
  question: string,
  find: (typed: string) => readonly Choice<T>[],
): Promise<T | Leave> {
  // No name of a ladder looks so by chance.
  const back: Choice<'back'> = { value: 'back', name: '(back)', description: 'Back to the menu.' };
  const reply = await prompter.search<T | 'back'>(`${question} ("back" goes back.)`, (typed) => {
    const wanted = typed.trim().toLowerCase();
    return [...(wanted === 'back' ? [back] : []), ...find(typed), ...(wanted === '' ? [back] : [])];
  });
  return reply ?? 'quit';
}
