/**
 * Pieces of text about what somebody plans.
 */
import type { Catalog } from '../core/catalog.ts';
import type { PlanEntry } from '../core/profile/profile.ts';
import { type Inline, muted, styled } from '../report/report.ts';
import { levelTitle, ownMeaning } from './parts.ts';
import { dutyText, nameOfItem } from './profile-parts.ts';

/** What an entry is about: `Mentoring, to Guiding`. */
export function planHeading(catalog: Catalog, { skill, responsibility, to }: PlanEntry, role?: string): string {
  if (skill === undefined) return nameOfItem(catalog, { kind: 'responsibility', id: responsibility! }, role);
  const level = to !== undefined && catalog.levels.has(to) ? `, to ${levelTitle(catalog, to)}` : '';
  return nameOfItem(catalog, { kind: 'skill', id: skill }) + level;
}

/** What is to be reached, in the ladder's own words: what the level means for the skill, or the skill in the role's words. */
export function toReach(catalog: Catalog, { skill, responsibility, to }: PlanEntry, wording = ''): string {
  if (skill === undefined) return dutyText(catalog, responsibility!);
  const known = catalog.skills.get(skill);
  const meaning = to === undefined ? undefined : (ownMeaning(known, to) ?? catalog.levels.get(to)?.description);
  return meaning ?? (wording === '' ? (known?.description ?? '') : wording);
}

/** When an entry is due, and whether that day has passed. */
export function planNotes({ by, review }: PlanEntry, today: string): Inline[] {
  const day = (words: string, on: string | undefined): Inline[] =>
    on === undefined
      ? []
      : on < today
        ? [muted(' · '), styled('changed', `${words} ${on}, which has passed`)]
        : [muted(` · ${words} ${on}`)];
  return [...day('by', by), ...day('review', review)];
}
