/**
 * Two versions of a ladder: the note that tells what changed.
 */
import type { Change } from '../core/changes/change.ts';
import type { LadderChanges, LadderName } from '../core/changes/ladder-changes.ts';
import type { Held, MovedAnswers } from '../core/profile/moved-answers.ts';
import { type Block, heading, muted, paragraph, type Report, section } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { changeBlocks, countSentence } from './ladder-changes.ts';
import { movedBlocks } from './moved-answers.ts';
import { count } from './parts.ts';
import { profileData, profileTitle, type ShownProfile } from './profile-parts.ts';
import { recordsOf } from './records.ts';

/** What the changes do to a profile; `written` where it was written for the new version. */
export interface ForProfile {
  readonly shown: ShownProfile;
  readonly moved: MovedAnswers;
  readonly written?: { readonly restored: number };
}

export function diffView(found: LadderChanges, profile?: ForProfile): Report<Data<'diff'>> {
  const { old, now, changes } = found;
  const title = titleOf(old, now);
  const others =
    old.id === now.id
      ? []
      : [paragraph(`These are two ladders, ${old.id} and ${now.id}. What has the same id is compared.`)];
  return {
    title,
    signs: 'diff',
    blocks: [
      heading(1, title),
      paragraph(countSentence(found)),
      ...others,
      ...changeBlocks(found),
      ...profileBlocks(profile),
    ],
    records: () => recordsOf('about change role part level oldId old newId new from to', changes.map(recordOf)),
    data: () => ({ old, new: now, changes, profile: profile && profileAnswer(profile) }),
  };
}

function profileBlocks(profile: ForProfile | undefined): Block[] {
  if (!profile) return [];
  const { shown, moved, written } = profile;
  const aside = moved.doubtful.length + moved.lost.length;
  const waits = aside === 0 ? '' : ` What has no sure place waits in it under "former".`;
  const back =
    written && written.restored > 0 ? ` ${count(written.restored, 'entry', 'entries')} came back from "former".` : '';
  const isSame = moved.moved.length + aside === 0;
  const told = written ? `Wrote ${shown.file}.${waits}${back}` : isSame ? '' : 'To update the file: --write.';
  return [...section(2, profileTitle(shown), movedBlocks(moved)), ...(told === '' ? [] : [paragraph(muted(told))])];
}

function profileAnswer({ shown, moved: { kept, moved, doubtful, lost, raised }, written }: ForProfile) {
  const entry = <T extends Held>(one: T) => ({ ...one, to: one.to.map(({ id }) => id) });
  return {
    profile: profileData(shown),
    kept: kept.map(entry),
    moved: moved.map(entry),
    doubtful: doubtful.map(entry),
    lost: lost.map(entry),
    raised,
    written: written !== undefined,
  };
}

/** `Bakery 1.0.0 → 1.1.0` */
function titleOf(old: LadderName, now: LadderName): string {
  const name = old.title === now.title && old.id === now.id ? '' : `${now.title} `;
  if (name === '' && old.version === now.version) return `Changes in ${now.title} ${now.version}`;
  return `${old.title} ${old.version} → ${name}${now.version}`;
}

function recordOf({ about, change, role, part, level, was, is, from, to }: Change) {
  const titles = (entries: Change['is']): string => entries.map(({ title }) => title).join('; ');
  const ids = (entries: Change['is']): string => entries.map(({ id }) => id).join('; ');
  return {
    about,
    change,
    role: role?.id,
    part,
    level: level?.id,
    oldId: ids(was),
    old: titles(was),
    newId: ids(is),
    new: titles(is),
    from: from?.text,
    to: to?.text,
  };
}
