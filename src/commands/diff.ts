/**
 * `pmroles diff`: what changed between two versions of a ladder.
 */
import { createCatalog } from '../core/catalog.ts';
import { changesOf } from '../core/changes/ladder-changes.ts';
import { usage } from '../core/errors.ts';
import { diffView } from '../views/diff.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

export async function run(session: Session, [old, now]: readonly string[], flags: Destination): Promise<number> {
  const { runtime, isPlain } = session;
  const { cache = true, data, quiet = false } = session.flags;
  // Left aside, it would be taken for one of the two. What the environment or the settings name was not meant for this.
  if (data !== undefined) throw usage('diff takes no --data', 'name the two ladders: pmroles diff old.yaml new.yaml');
  if (old === '-' && now === '-') throw usage('only one of the two can be standard input', 'name a file for the other');
  // What is doubtful about them is for validate to say: a note on what changed may go to everybody.
  const load = async (path: string) => (await runtime.loadLadder(path, { cache, quiet, accessible: isPlain })).ladder;
  const [before, after] = [await load(old!), await load(now!)];
  await writeReport(flags, session, 'diff', createCatalog(after), diffView(changesOf(before, after)));
  return 0;
}
