/**
 * Responsibilities that were probably only reworded. Most ladders give them no ids, so that other words make another id.
 */
import type { Ladder, Responsibility } from '../model.ts';
import { byCodeUnit } from '../order.ts';
import type { Entry, Group } from './entries.ts';

/** With more that are new or gone in one role, it is another role, and comparing all of them takes long. */
const MOST_COMPARED = 50;

/** So much of all their words two texts must have in common. */
const NEAR = 0.5;

/**
 * Finds, of what is gone and what is new in one area of one role, the nearest.
 *
 * @param gone the ids that are gone and that nothing else takes the place of
 * @param fresh the ids that are new in the same way
 */
export function nearTexts(
  before: Ladder,
  after: Ladder,
  gone: ReadonlyMap<string, Entry>,
  fresh: ReadonlyMap<string, Entry>,
): Group[] {
  if (gone.size === 0 || fresh.size === 0) return [];
  const roles = new Map(after.roles.map((role) => [role.id, role]));
  const pairs = before.roles.flatMap(({ id, responsibilities }) => {
    const was = worded(responsibilities, gone);
    const is = worded(roles.get(id)?.responsibilities ?? [], fresh);
    if (Math.max(was.length, is.length) > MOST_COMPARED) return [];
    return was.flatMap((old) =>
      is
        .filter(({ area }) => area === old.area)
        .map((now) => ({ old, now, share: shareOf(old.words, now.words) }))
        .filter(({ share }) => share > NEAR),
    );
  });
  // The nearest first; of two as near, the same in both directions.
  const keyOf = ({ old, now }: (typeof pairs)[number]): string => [old.id, now.id].sort().join(' ');
  const sorted = pairs.sort((a, b) => b.share - a.share || byCodeUnit(keyOf(a), keyOf(b)));
  const taken = new Set<Entry>();
  return sorted.flatMap(({ old, now }) => {
    const [was, is] = [gone.get(old.id)!, fresh.get(now.id)!];
    if (taken.has(was) || taken.has(is)) return [];
    taken.add(was).add(is);
    return [{ was: [was], is: [is] }];
  });
}

function worded(all: readonly Responsibility[], among: ReadonlyMap<string, Entry>) {
  return all.flatMap(({ id, area, text }) => {
    if (!among.has(id)) return [];
    return [{ id, area, words: new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)) }];
  });
}

/** The share of the words that two texts have in common (Jaccard 1901). */
function shareOf(was: ReadonlySet<string>, is: ReadonlySet<string>): number {
  let common = 0;
  for (const word of was) if (is.has(word)) common++;
  const all = was.size + is.size - common;
  return all === 0 ? 0 : common / all;
}
