/**
 * What other parts of a ladder name by id.
 */
import { groupBy } from '../group-by.ts';
import type { Ladder } from '../model.ts';

/** What other entries name by id. Only the last three may say what they replace. */
export const KINDS = ['level', 'track', 'area', 'role', 'skill', 'responsibility'] as const;

export type Kind = (typeof KINDS)[number];

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly replaces?: readonly string[];
}

/** Entries that took one another's places: one and several are a split, several and one are a merge. */
export interface Group {
  readonly was: readonly Entry[];
  readonly is: readonly Entry[];
}

/** The entries of a kind. A responsibility is called what the most junior role that has it says. */
export function entriesOf(ladder: Ladder, kind: Kind): readonly Entry[] {
  if (kind === 'level') return ladder.levels;
  if (kind === 'track') return ladder.tracks;
  if (kind === 'area') return ladder.areas;
  if (kind === 'role') return ladder.roles;
  if (kind === 'skill') return ladder.skills.map(({ name, ...skill }) => ({ ...skill, title: name }));
  const all = ladder.roles.flatMap(({ responsibilities }) => responsibilities);
  return Array.from(
    groupBy(all, ({ id }) => id),
    ([id, [first, ...others]]) => ({
      id,
      title: first!.text,
      replaces: [...new Set([first!, ...others].flatMap(({ replaces = [] }) => replaces))],
    }),
  );
}
