/**
 * `pmroles me`: the user's own profile, shown, made and changed.
 */
import type { Catalog } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { findRole, foldName, quote } from '../core/names.ts';
import { type Answerable, findAnswerable } from '../core/profile/answerable.ts';
import { isDay } from '../core/profile/day.ts';
import { formerIds } from '../core/profile/successors.ts';
import type { Evidence } from '../core/profile/profile.ts';
import { wordsFor } from '../profile/check.ts';
import { type NewAnswer, withAnswer, withField, withoutAnswer } from '../profile/edit.ts';
import { paragraph, strong } from '../report/report.ts';
import { meView } from '../views/me.ts';
import { nameOfItem } from '../views/profile-parts.ts';
import { changeOwn } from './shared/own-profile.ts';
import { ownProfile } from './shared/own-profile-path.ts';
import { noProfile, profileCalled } from './shared/profiles.ts';
import type { Session } from './shared/session.ts';

interface MeFlags {
  /** A text to add; true to show the texts that are there. */
  readonly evidence?: string | true;
  readonly url?: string;
  readonly on?: string;
  readonly because?: string;
  readonly full?: boolean;
}

const USAGE =
  'pmroles me, me answer [role], me set <id> <answer>, me set role <role>, me set aim <role>, me unset <id>';

export async function run(session: Session, words: readonly string[], flags: MeFlags): Promise<number> {
  const [action, ...rest] = words;
  const catalog = await session.catalog();
  if (action === 'set') return set(session, catalog, rest, flags);
  if (action === 'unset') return unset(session, catalog, rest);
  if (action !== undefined && action !== 'answer') throw usage(`there is no action ${quote(action)}`, USAGE);
  const { runtime } = session;
  const isNew = !runtime.profiles.exists(ownProfile(session).value);
  if (action === 'answer' || (isNew && runtime.interactive)) {
    return (await import('./me-dialogue.ts')).answerQuestions(session, catalog, rest);
  }
  await showProfile(session, catalog, 'me', { full: flags.full ?? false, evidence: flags.evidence !== undefined });
  return 0;
}

/** Shows a profile as a person reads it. */
export async function showProfile(
  session: Session,
  catalog: Catalog,
  name: string,
  flags: { readonly full: boolean; readonly evidence: boolean },
): Promise<void> {
  const shown = await profileCalled(session, catalog, name);
  const options = { cites: false, ...flags, rerun: session.rerun };
  await session.answer('me', catalog, meView(catalog, shown, session.runtime.today(), options));
}

async function set(session: Session, catalog: Catalog, words: readonly string[], flags: MeFlags): Promise<number> {
  const [name, ...values] = words;
  const value = values.length === 0 ? undefined : values.join(' ');
  if (name === undefined) throw usage('set takes an id and an answer', 'for example: pmroles me set aim cpo');
  const { ladder } = catalog;
  if (name === 'role' || name === 'aim') {
    if (value === undefined) throw usage(`set ${name} takes a role`, `for example: pmroles me set ${name} cpo`);
    const role = findRole(ladder, value, session.flags);
    await changeOwn(session, catalog, (text) => withField(text, name, role.id));
    return tell(session, catalog, name, role.title);
  }
  const item = findAnswerable(ladder, name, session.flags);
  const answer = newAnswer(session, catalog, item, value, flags);
  const former = formerIds(catalog, item.kind, item.id);
  await changeOwn(session, catalog, (text) => withAnswer(text, item.kind, item.id, answer, former));
  const said = [answer.word ?? (answer.notApplicable === undefined ? '' : 'not applicable')];
  if (answer.evidence && answer.evidence.length > 0) said.push('evidence added');
  return tell(session, catalog, nameOfItem(catalog, item), said.filter((word) => word !== '').join(', '));
}

/** What was typed as an answer; its evidence is of today where no day is given. */
function newAnswer(
  { runtime }: Session,
  catalog: Catalog,
  item: Answerable,
  value: string | undefined,
  { evidence, url, on, because }: MeFlags,
): NewAnswer {
  if (evidence === true || evidence === '')
    throw usage('--evidence takes a text', "for example: --evidence 'Led the launch'");
  if (on !== undefined && !isDay(on)) throw usage(`${quote(on)} is not a day`, 'for example: --on 2026-11-25');
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) {
    throw usage(`${quote(url)} is not an address`, 'it begins with https:// or http://');
  }
  if (evidence === undefined && (url ?? on) !== undefined) throw usage('--url and --on belong to --evidence');
  const isRuledOut = value !== undefined && foldName(value) === 'notapplicable';
  if (isRuledOut !== (because !== undefined)) {
    throw usage('not-applicable goes with a reason', "for example: not-applicable --because 'No open posts this year'");
  }
  const shown: readonly Evidence[] =
    evidence === undefined ? [] : [{ text: evidence, on: on ?? runtime.today(), ...(url !== undefined && { url }) }];
  if (because !== undefined) return { notApplicable: because, evidence: shown };
  const words = wordsFor(catalog, item.kind);
  if (value === undefined) {
    if (shown.length > 0) return { evidence: shown };
    throw usage(`set ${item.id} takes an answer`, `one of ${words.join(', ')}, or not-applicable`);
  }
  // Levels go by their titles as well.
  const word = words.find((id) =>
    [id, catalog.levels.get(id)?.title ?? id].some((one) => foldName(one) === foldName(value)),
  );
  if (word === undefined) {
    throw usage(
      `${quote(value)} is no answer about ${quote(item.id)}`,
      `one of ${words.join(', ')}, or not-applicable`,
    );
  }
  return { word, evidence: shown };
}

async function unset(session: Session, catalog: Catalog, [name, ...more]: readonly string[]): Promise<number> {
  if (name === undefined || more.length > 0) throw usage('unset takes one id', 'for example: pmroles me unset aim');
  const { value: file } = ownProfile(session);
  if (!session.runtime.profiles.exists(file)) throw noProfile(session, file);
  if (name === 'role' || name === 'aim') {
    await changeOwn(session, catalog, (text) => withField(text, name, undefined));
    return tell(session, catalog, name, 'not set');
  }
  const item = findAnswerable(catalog.ladder, name, session.flags);
  const ids = [item.id, ...formerIds(catalog, item.kind, item.id)];
  await changeOwn(session, catalog, (text) => withoutAnswer(text, item.kind, ids));
  return tell(session, catalog, nameOfItem(catalog, item), 'not answered');
}

/** Says what was kept, in a line; programs get the whole profile. */
async function tell(session: Session, catalog: Catalog, name: string, said: string): Promise<number> {
  const shown = await profileCalled(session, catalog, 'me');
  const view = meView(catalog, shown, session.runtime.today(), { cites: false, full: false, evidence: false });
  await session.answer('me', catalog, { ...view, blocks: [paragraph(strong(`${name}:`), ` ${said}`)] });
  return 0;
}
