/**
 * Two versions of a ladder: the note that tells what changed.
 */
import type { Change } from '../core/changes/change.ts';
import type { LadderChanges, LadderName } from '../core/changes/ladder-changes.ts';
import { heading, paragraph, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { changeBlocks, countSentence } from './ladder-changes.ts';
import { recordsOf } from './records.ts';

export function diffView(found: LadderChanges): Report<Data<'diff'>> {
  const { old, now, changes } = found;
  const title = titleOf(old, now);
  const others =
    old.id === now.id
      ? []
      : [paragraph(`These are two ladders, ${old.id} and ${now.id}. What has the same id is compared.`)];
  return {
    title,
    signs: 'diff',
    blocks: [heading(1, title), paragraph(countSentence(found)), ...others, ...changeBlocks(found)],
    records: () => recordsOf('about change role part level oldId old newId new from to', changes.map(recordOf)),
    data: () => ({ old, new: now, changes }),
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
