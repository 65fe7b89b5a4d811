/**
 * A small ladder without a quiz, for tests that make one.
 */
import type { Ladder, Role } from '../../src/core/model.ts';

/** A role with nothing but a name and a rank, and what a test adds. */
export function bareRole(id: string, rank: number, more: Partial<Role> = {}): Role {
  const summary = { text: `What ${id} is for.`, cites: ['S'], editorial: false };
  return {
    id,
    title: `The ${id}`,
    aliases: [],
    rank,
    summary,
    includes: [],
    responsibilities: [],
    requirements: [],
    notes: [],
    ...more,
  };
}

/** A ladder of some roles, with two areas, three skills and three levels. */
export function ladderOf(roles: readonly Role[], more: Partial<Ladder> = {}): Ladder {
  return {
    id: 'small',
    version: '1',
    title: 'Small',
    summary: 'A small ladder.',
    cumulative: false,
    tracks: [],
    areas: [
      { id: 'wood', title: 'Wood' },
      { id: 'trade', title: 'Trade' },
    ],
    levels: [
      { id: 'some', title: 'Some' },
      { id: 'good', title: 'Good' },
      { id: 'best', title: 'Best' },
    ],
    skills: [
      { id: 'saw', name: 'Sawing', group: [] },
      { id: 'sell', name: 'Selling', group: [] },
      { id: 'teach', name: 'Teaching', group: [] },
    ],
    sources: [],
    roles,
    progressions: [],
    contrasts: [],
    disagreements: [],
    related: [],
    notes: [],
    ...more,
  };
}

/** Something to answer for. */
export function duty(id: string, area: string, text = `Do ${id}.`): Role['responsibilities'][number] {
  return { id, area, text, cites: ['S'], editorial: false };
}

/** A skill that is needed, at a level where one is given. */
export function need(skill: string, level?: string): Role['requirements'][number] {
  return { skill, text: '', cites: ['S'], editorial: false, ...(level === undefined ? {} : { level }) };
}

/** Three joiners: one saws, one sells, one teaches both. */
export const JOINERS: readonly Role[] = [
  bareRole('sawyer', 1, {
    responsibilities: [duty('planks', 'wood'), duty('beams', 'wood')],
    requirements: [need('saw', 'best')],
  }),
  bareRole('dealer', 2, {
    responsibilities: [duty('prices', 'trade'), duty('shop', 'trade')],
    requirements: [need('sell', 'best'), need('saw', 'some')],
  }),
  bareRole('master', 3, {
    responsibilities: [duty('beams', 'wood'), duty('shop', 'trade'), duty('pupils', 'wood')],
    requirements: [need('teach', 'best'), need('saw', 'good'), need('sell', 'good')],
  }),
];
