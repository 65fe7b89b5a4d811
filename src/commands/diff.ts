/**
 * `pmroles diff`: what changed between two versions of a ladder, and what that does to somebody's answers.
 */
import { type Catalog, createCatalog } from '../core/catalog.ts';
import { changesOf } from '../core/changes/ladder-changes.ts';
import { PmrolesError, usage } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import { isProfile, ME } from '../core/profile/name.ts';
import { movedAnswers } from '../core/profile/moved-answers.ts';
import { carriedOver } from '../profile/carry.ts';
import { diffView, type ForProfile } from '../views/diff.ts';
import { carryOwn } from './shared/own-profile.ts';
import { profileCalled } from './shared/profiles.ts';
import type { ShownProfile } from '../views/profile-parts.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

interface DiffFlags extends Destination {
  /** A profile. */
  readonly for?: string;
  /** Whether to write the profile for the new version. */
  readonly write?: boolean;
}

export async function run(session: Session, [old, now]: readonly string[], flags: DiffFlags): Promise<number> {
  const { runtime, isPlain } = session;
  const { cache = true, data, quiet = false } = session.flags;
  // Left aside, it would be taken for one of the two. What the environment or the settings name was not meant for this.
  if (data !== undefined) throw usage('diff takes no --data', 'name the two ladders: pmroles diff old.yaml new.yaml');
  if (old === '-' && now === '-') throw usage('only one of the two can be standard input', 'name a file for the other');
  // What is doubtful about them is for validate to say: a note on what changed may go to everybody.
  const load = async (path: string) => (await runtime.loadLadder(path, { cache, quiet, accessible: isPlain })).ladder;
  const [before, after] = [await load(old!), await load(now!)];
  const found = await forProfile(session, createCatalog(before), after, flags);
  await writeReport(flags, session, 'diff', createCatalog(after), diffView(changesOf(before, after), found));
  return 0;
}

/** What becomes of a profile, which is of the old version; it is written for the new one where that is asked for. */
async function forProfile(
  session: Session,
  before: Catalog,
  after: Ladder,
  { for: name, write = false }: DiffFlags,
): Promise<ForProfile | undefined> {
  if (name === undefined) {
    if (write) throw usage('--write needs a profile', 'for example: pmroles diff old.yaml new.yaml --for me --write');
    return undefined;
  }
  if (!isProfile({ ...after, roles: [] }, name)) throw usage(`--for ${name} is no profile`, 'give me, or @ and a file');
  if (write && name !== ME)
    throw usage('--write is for your own profile', 'name another one with --me <file> --for me');
  const shown = await profileOf(session, before, after, name);
  const moved = movedAnswers(before.ladder, after, shown.profile);
  if (!write) return { shown, moved };
  let restored = 0;
  await carryOwn(session, before, createCatalog(after), (text, profile) => {
    const carried = carriedOver(text, movedAnswers(before.ladder, after, profile), after);
    restored = carried.restored;
    return carried.text;
  });
  return { shown, moved, written: { restored } };
}

/** The profile, as one of the old version. One that is of the new version has nothing to be told. */
async function profileOf(session: Session, before: Catalog, after: Ladder, name: string): Promise<ShownProfile> {
  const { version } = after;
  const isDone = ({ profile }: ShownProfile): boolean =>
    profile.ladder.version === version && before.ladder.version !== version;
  const done = (file: string) =>
    usage(`the profile ${file} is of version ${version} already`, 'so that nothing changes for it');
  try {
    const shown = await profileCalled(session, before, name);
    if (!isDone(shown)) return shown;
    throw done(shown.file);
  } catch (error) {
    if (!(error instanceof PmrolesError) || error.code !== 'profile-invalid') throw error;
    const shown = await profileCalled(session, createCatalog(after), name).catch(() => undefined);
    throw shown && isDone(shown) ? done(shown.file) : error;
  }
}
