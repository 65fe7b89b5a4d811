/**
 * `pmroles me` on a terminal: asks about what the present role and the next one expect. What roles ask for is not shown, so that
 * nobody answers to it.
 */
import { type Catalog, heldRoles, roleOf } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role } from '../core/model.ts';
import { findRole } from '../core/names.ts';
import type { Answerable } from '../core/profile/answerable.ts';
import { rolesAhead } from '../core/profile/gaps.ts';
import type { Profile } from '../core/profile/profile.ts';
import { wordsFor } from '../profile/check.ts';
import { type NewAnswer, withAnswer, withField } from '../profile/edit.ts';
import { printable } from '../report/printable.ts';
import type { Prompter } from '../system/prompts.ts';
import { levelTitle, ownMeaning } from '../views/parts.ts';
import { dutyText, nameOfItem } from '../views/profile-parts.ts';
import { matching } from './shared/ask-roles.ts';
import { changeOwn } from './shared/own-profile.ts';
import { ownProfile } from './shared/own-profile-path.ts';
import { profileCalled } from './shared/profiles.ts';
import type { Session } from './shared/session.ts';

/** Asks what is not answered yet; every answer is kept at once, so that it can be left at any time. */
export async function answerQuestions(session: Session, catalog: Catalog, names: readonly string[]): Promise<number> {
  const { runtime, rerun } = session;
  if (!runtime.interactive) {
    throw new PmrolesError('no-terminal', 'me answer needs a terminal', {
      hint: `without one: pmroles me set <id> <answer>${rerun}`,
    });
  }
  const named = names.length === 0 ? [] : [findRole(catalog.ladder, names.join(' '), session.flags)];
  const plain = session.flags.accessible === true ? ' --accessible' : '';
  const again = `pmroles me answer${named.map(({ id }) => ` ${id}`).join('')}${rerun}${plain}`;
  try {
    return await askAndTell(session, catalog, named, again);
  } catch (error) {
    if (!(error instanceof PmrolesError) || (error.code !== 'interrupted' && error.code !== 'terminated')) throw error;
    const hint = runtime.profiles.exists(ownProfile(session).value)
      ? `Stopped; what you answered is kept. Go on with: ${again}`
      : 'Stopped. Nothing was answered yet.';
    throw new PmrolesError(error.code, error.message, { hint, cause: error });
  }
}

async function askAndTell(session: Session, catalog: Catalog, named: readonly Role[], again: string): Promise<number> {
  const { runtime, rerun } = session;
  const prompter = await session.prompter();
  if (!runtime.profiles.exists(ownProfile(session).value)) await begin(session, catalog, prompter);
  const { file, profile } = await profileCalled(session, catalog, 'me');
  const items = unanswered(catalog, profile, named.length > 0 ? named : usualRoles(catalog, profile));
  const answered = await askAll(session, catalog, prompter, items);
  const left = items.length - answered;
  const lines = [
    items.length === 0 ? 'Everything there is answered.' : `${answered} of ${items.length} answered. Kept in ${file}`,
    ...(left > 0 ? [`Go on with: ${again}`] : []),
    `What is missing: pmroles compare me ${profile.aim ?? profile.role ?? '<role>'}${rerun}`,
    ...(profile.aim === undefined ? [] : [`A plan: pmroles plan${rerun}`]),
  ];
  await runtime.stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}

/** Makes a profile: where somebody is, and where they want to get to. Nothing is written before the first is said. */
async function begin(session: Session, catalog: Catalog, prompter: Prompter): Promise<void> {
  const { value: file } = ownProfile(session);
  await session.runtime.stderr.write(`${printable(`There is no profile yet; this makes one, in ${file}.`)}\n`);
  const roles = heldRoles(catalog.ladder);
  const ask = async (question: string, none: string, offered: readonly Role[]): Promise<Role | null> => {
    const otherwise = { value: null, name: none };
    const role = await prompter.search<Role | null>(question, (typed) => [
      ...matching(offered, typed),
      ...(typed === '' || none.toLowerCase().includes(typed.toLowerCase()) ? [otherwise] : []),
    ]);
    if (role === undefined) throw new PmrolesError('interrupted', 'interrupted');
    return role;
  };
  const role = await ask('Which role do you have?', 'None of these', roles);
  await changeOwn(session, catalog, (text) => (role ? withField(text, 'role', role.id) : text));
  // Enter takes the first: a role above one's own before those below it.
  const others = roles.filter((other) => other !== role);
  const isAbove = (other: Role): boolean => role === null || other.rank > role.rank;
  const offered = [...others.filter(isAbove), ...others.filter((other) => !isAbove(other))];
  const aim = await ask('Which role do you want to get to?', 'I do not know yet', offered);
  if (aim) await changeOwn(session, catalog, (text) => withField(text, 'aim', aim.id));
}

/** The present role, and the next one on the way to the aim; without an aim, whatever role comes next. */
function usualRoles(catalog: Catalog, { role, aim }: Profile): Role[] {
  const present = role === undefined ? [] : [roleOf(catalog, role)];
  if (aim !== undefined) return [...present, ...rolesAhead(catalog, role, roleOf(catalog, aim)).slice(0, 1)];
  const next = role === undefined ? undefined : catalog.next.get(role)?.[0]?.to;
  return next === undefined ? present : [...present, roleOf(catalog, next)];
}

/** Something to ask about, in a role's words. */
interface Asked extends Answerable {
  readonly role: string;
}

function unanswered(catalog: Catalog, profile: Profile, roles: readonly Role[]): Asked[] {
  const items = roles.flatMap((role) => {
    const { needed, responsibilities } = expectationsOf(catalog, role);
    return [
      ...needed.map(({ skill }): Asked => ({ kind: 'skill', id: skill, role: role.id })),
      ...responsibilities.map(({ id }): Asked => ({ kind: 'responsibility', id, role: role.id })),
    ];
  });
  const known = { skill: profile.skills, responsibility: profile.responsibilities };
  const open = items.filter(({ kind, id }) => !known[kind].has(id));
  // What two roles have is asked once, in the words of the first.
  return [...groupBy(open, ({ kind, id }) => `${kind} ${id}`).values()].map(([first]) => first!);
}

/** Asks one after the other until all are answered or skipped, or the person leaves; says how many were answered. */
async function askAll(
  session: Session,
  catalog: Catalog,
  prompter: Prompter,
  items: readonly Asked[],
): Promise<number> {
  const answered = new Set<number>();
  for (let index = 0; index < items.length;) {
    const item = items[index]!;
    const words = wordsFor(catalog, item.kind);
    const reply = await prompter.ask({
      title: `${index + 1} of ${items.length}`,
      text: printable(questionOf(catalog, item)),
      answers: [...words.map((word) => printable(answerText(catalog, item, word))), 'It does not apply to me'],
      canGoBack: index > 0,
      canSkip: true,
      start: 1,
    });
    if (reply === 'quit') break;
    if (reply === 'back') index--;
    else if (reply === 'skip') index++;
    else {
      const answer = reply <= words.length ? { word: words[reply - 1]! } : await reasonFor(prompter);
      if (answer === undefined) continue;
      await changeOwn(session, catalog, (text) => withAnswer(text, item.kind, item.id, answer));
      answered.add(index++);
    }
  }
  return answered.size;
}

/** Why something does not apply; undefined where the person would rather answer. */
async function reasonFor(prompter: Prompter): Promise<NewAnswer | undefined> {
  const reason = await prompter.line('Why not?', 'not part of my work', (typed) =>
    typed.trim() === '' ? 'Give a reason.' : undefined,
  );
  return reason === undefined ? undefined : { notApplicable: reason };
}

function questionOf(catalog: Catalog, item: Asked): string {
  if (item.kind === 'responsibility') return `Have you done this? ${dutyText(catalog, item.id, item.role)}`;
  const description = catalog.skills.get(item.id)?.description;
  const name = nameOfItem(catalog, item);
  const question = catalog.ladder.levels.length > 0 ? 'Which fits you best?' : 'Do you have this skill?';
  return `${question} ${name}${description === undefined ? '' : `: ${description}`}`;
}

/** A level with what it means for the skill. */
function answerText(catalog: Catalog, { kind, id }: Answerable, word: string): string {
  if (kind === 'skill' && catalog.levels.has(word)) {
    const meaning = ownMeaning(catalog.skills.get(id), word) ?? catalog.levels.get(word)!.description;
    return `${levelTitle(catalog, word)}${meaning === undefined ? '' : `: ${meaning}`}`;
  }
  if (word === 'no') return kind === 'skill' && catalog.ladder.levels.length > 0 ? 'None of these yet' : 'No';
  return word === 'yes' ? 'Yes' : 'Partly';
}
