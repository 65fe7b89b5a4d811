/**
 * A quiz for a ladder that brings none of its own, made from what its roles answer for and need.
 */
import { type Catalog, heldRoles } from '../catalog.ts';
import { byCodeUnit, byRank } from '../order.ts';
import type { QuizBank, QuizQuestion } from '../model.ts';
import { genericExperience } from './generic-experience.ts';
import { type Theme, themesOf } from './themes.ts';

/** A generated bank, and how far it reaches. */
export interface GeneratedBank {
  readonly bank: QuizBank;
  /**
   * How many roles the questions can tell apart: roles that the ladder describes alike count as one. Where it is less than
   * the number of roles, some ties cannot be broken by any answers.
   */
  readonly distinguishes: number;
}

/** More questions than this do not make a better quiz: the best few are asked in any case. */
const MAX_QUESTIONS = 48;

/** Every third question is turned round, so that saying yes to everything is no result. */
const REVERSE_EVERY = 3;

/** What an unknown weight counts as when questions are compared: the middle of the scale. */
const UNKNOWN = 3;

/**
 * Makes a quiz from a ladder's areas, responsibilities and skills.
 *
 * Questions that say the same of every role are dropped. Of the rest, one after the other is taken that separates best the
 * roles not yet separated (largest sum of squared differences of expected answers over those pairs); once nothing more can be
 * separated it starts afresh with what is left, so that every pair is separated several times where the ladder allows it.
 * The weights are read off the ladder by rule, no source gives them: every question is marked editorial.
 */
export function generateBank(catalog: Catalog): GeneratedBank {
  const roles = [...heldRoles(catalog.ladder)].sort(byRank);
  const themes = themesOf(catalog, roles).sort((a, b) => byCodeUnit(a.id, b.id));
  const chosen = choose(themes, roles.length);
  const questions = chosen.map((theme, index): QuizQuestion => {
    const reverse = index % REVERSE_EVERY === REVERSE_EVERY - 1;
    const known = roles.flatMap(({ id }, role) =>
      theme.weights[role]! > 0 ? [[id, theme.weights[role]!] as const] : [],
    );
    return {
      id: theme.id,
      text: reverse ? theme.reversed : theme.text,
      reverse,
      weights: Object.fromEntries(known.map(([id, weight]) => [id, reverse ? 6 - weight : weight])),
      areas: theme.areas,
      skills: theme.skills,
      cites: theme.cites,
      editorial: true,
    };
  });
  const groups = chosen.reduce((parts, { weights }) => split(parts, weights), one(roles.length));
  const experience = genericExperience(roles.map(({ rank }) => rank));
  return { bank: { questions, experience }, distinguishes: new Set(groups).size };
}

function choose(themes: readonly Theme[], roles: number): readonly Theme[] {
  const left = themes.filter(({ weights }) => spread(one(roles), weights) > 0);
  const chosen: Theme[] = [];
  let groups = one(roles);
  while (chosen.length < MAX_QUESTIONS && left.length > 0) {
    const spreads = left.map(({ weights }) => spread(groups, weights));
    const index = spreads.reduce((top, value, i) => (value > spreads[top]! ? i : top), 0);
    if (spreads[index] === 0) {
      groups = one(roles);
      continue;
    }
    groups = split(groups, left[index]!.weights);
    chosen.push(...left.splice(index, 1));
  }
  return chosen;
}

/** All roles in one group. */
function one(roles: number): readonly number[] {
  return Array.from({ length: roles }, () => 0);
}

/** Splits groups of roles by a question's weights; returns new group numbers. */
function split(groups: readonly number[], weights: readonly number[]): readonly number[] {
  const numbers = new Map<number, number>();
  return groups.map((group, role) => {
    const key = group * 6 + weights[role]!;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}

/** Σ over pairs within a group of the squared difference: n Σw² − (Σw)² for each group; an unknown weight counts as the middle. */
function spread(groups: readonly number[], weights: readonly number[]): number {
  const sums = new Float64Array(3 * groups.length);
  for (let role = 0; role < groups.length; role += 1) {
    const weight = weights[role]! || UNKNOWN;
    const at = 3 * groups[role]!;
    sums[at]! += 1;
    sums[at + 1]! += weight;
    sums[at + 2]! += weight * weight;
  }
  let total = 0;
  for (let at = 0; at < sums.length; at += 3) total += sums[at]! * sums[at + 2]! - sums[at + 1]! ** 2;
  return total;
}
