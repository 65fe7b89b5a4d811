/**
 * One thing that differs between two versions of a ladder, as data: what it is about, what it was and what it is.
 *
 * Every change has this one form, so that a list of them can be filtered, counted and turned round.
 */
import type { Difference } from './differences.ts';

export const ABOUT = [
  'ladder',
  'level',
  'track',
  'area',
  'role',
  'skill',
  'responsibility',
  'move',
  'source',
  'disagreement',
  'related',
] as const;

export const CHANGES = [
  'added',
  'removed',
  // The same id, called otherwise.
  'renamed',
  // Another id, by what the ladder says under `replaces`.
  'replaced',
  'split',
  'merged',
  // The same title or text under another id, of which the ladder does not say that it is the same.
  'guessed',
  'reworded',
  'raised',
  'lowered',
  // A role states what it inherited, or inherits what it stated.
  'restated',
  'reordered',
  // Another number of a rank, where no role is more or less senior than before.
  'renumbered',
  'changed',
] as const;

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface Change extends Partial<Difference> {
  readonly about: (typeof ABOUT)[number];
  readonly change: (typeof CHANGES)[number];
  /** The role, as it is now, whose expectations changed; absent where it is about the ladder's own list. */
  readonly role?: Named;
  /** What stood in the old ladder, and what stands in the new one; none where it is new or gone. */
  readonly was: readonly Named[];
  readonly is: readonly Named[];
  /** Whose text of the skill it is. */
  readonly level?: Named;
}
