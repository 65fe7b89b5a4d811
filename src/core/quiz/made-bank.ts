/**
 * A quiz for a ladder that brings none of its own, made from what its roles answer for and need.
 */
import { type Catalog, heldRoles, weightsOf } from '../catalog.ts';
import { byCodeUnit, byRank } from '../order.ts';
import type { ExperienceQuestion, QuizBank, QuizQuestion, Role } from '../model.ts';
import { type Theme, themesOf } from './themes.ts';

/** A made bank, and how far it reaches. */
interface MadeBank {
  readonly bank: QuizBank;
  /**
   * How many roles the questions can tell apart: roles that the ladder describes alike count as one. Where it is less than
   * the number of roles, some ties cannot be broken by any answers.
   */
  readonly distinguishes: number;
}

/** More questions than this do not make a better quiz: the best few are asked in any case. */
const MAX_QUESTIONS = 48;

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
export function makeBank(catalog: Catalog): MadeBank {
  const roles = [...heldRoles(catalog.ladder)].sort(byRank);
  const chosen = choose(themesOf(catalog, roles), roles.length);
  const questions = chosen.map(({ id, text, weights, areas, skills, cites }): QuizQuestion => {
    const known = roles.flatMap((role, number) => (weights[number]! > 0 ? [[role.id, weights[number]!] as const] : []));
    return { id, text, weights: Object.fromEntries(known), areas, skills, cites, editorial: true };
  });
  const experience = usualExperience(roles.map(({ rank }) => rank));
  return { bank: { questions, experience }, distinguishes: countDistinct(questions, roles) };
}

/** How many roles some questions can tell apart; those of which they tell nothing are one. */
export function countDistinct(questions: readonly QuizQuestion[], roles: readonly Role[]): number {
  return questions.map((question) => weightsOf(question, roles)).reduce(split, together(roles.length)).count;
}

/** On a large ladder the questions are chosen from so many themes, those that set most roles apart. */
const MOST_CONSIDERED = 1000;

/**
 * Takes themes, greedily. What a theme still separates can only shrink while groups are split, so that what it separated when it
 * was last looked at is a bound: only themes whose bound is the largest are looked at again (lazy evaluation, Minoux 1978).
 */
function choose(themes: readonly Theme[], roles: number): readonly Theme[] {
  const all = together(roles);
  const left = themes
    .map((theme) => ({ theme, whole: spread(all, theme.weights) }))
    .filter(({ whole }) => whole > 0)
    .sort((a, b) => b.whole - a.whole || byCodeUnit(a.theme.id, b.theme.id))
    .slice(0, MOST_CONSIDERED)
    .map((entry) => ({ ...entry, bound: entry.whole, round: 0 }));
  const chosen: Theme[] = [];
  let groups = all;
  let round = 0;
  while (chosen.length < MAX_QUESTIONS && left.length > 0) {
    const best = left.reduce((top, entry) => (entry.bound > top.bound ? entry : top));
    if (best.bound === 0) {
      groups = all;
      for (const entry of left) Object.assign(entry, { bound: entry.whole, round });
    } else if (best.round < round) {
      Object.assign(best, { bound: spread(groups, best.theme.weights), round });
    } else {
      groups = split(groups, best.theme.weights);
      round += 1;
      chosen.push(best.theme);
      left.splice(left.indexOf(best), 1);
    }
  }
  return chosen;
}

/** Roles in groups: the number of each role's group, and how many groups there are. */
interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

const together = (roles: number): Groups => ({ of: new Int32Array(roles), count: 1 });

/** Splits groups of roles by a question's weights. */
function split(groups: Groups, weights: Uint8Array): Groups {
  const numbers = new Map<number, number>();
  const of = groups.of.map((group, role) => {
    const key = group * 6 + weights[role]!;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { of, count: numbers.size };
}

/** Σ over pairs within a group of the squared difference: n Σw² − (Σw)² for each group; an unknown weight counts as the middle. */
function spread({ of, count }: Groups, weights: Uint8Array): number {
  const sums = new Float64Array(3 * count);
  for (let role = 0; role < of.length; role += 1) {
    const weight = weights[role]! || UNKNOWN;
    const at = 3 * of[role]!;
    sums[at]! += 1;
    sums[at + 1]! += weight;
    sums[at + 2]! += weight * weight;
  }
  let total = 0;
  for (let at = 0; at < sums.length; at += 3) total += sums[at]! * sums[at + 2]! - sums[at + 1]! ** 2;
  return total;
}

/**
 * Questions about experience that suit any ladder, each with five answers from the least to the most. They name behaviour, never
 * years. In a small organisation the last answer counts as the one before.
 */
const EXPERIENCE: readonly { readonly id: string; readonly text: string; readonly answers: readonly string[] }[] = [
  {
    id: 'experience.scope',
    text: 'What is the largest piece of work that you have answered for?',
    answers: [
      'Tasks that somebody gave me.',
      'A part of a project.',
      'A whole project, from start to end.',
      'Several projects, or a lasting service, at the same time.',
      'The work of a whole department or organisation.',
    ],
  },
  {
    id: 'experience.people',
    text: 'Whose work have you been responsible for?',
    answers: [
      'My own.',
      'My own, and I have helped a newcomer with theirs.',
      'A small group that followed my lead.',
      'A team, as its manager or its recognised expert.',
      'Several teams, through the people who lead them.',
    ],
  },
  {
    id: 'experience.money',
    text: 'What have you decided about money at work?',
    answers: [
      'Nothing so far.',
      'I have made suggestions that cost or saved money.',
      'I have planned what a piece of work would cost.',
      'I have held a budget.',
      'I have shared out money between teams or departments.',
    ],
  },
  {
    id: 'experience.direction',
    text: 'How far ahead have others worked to a plan of yours?',
    answers: [
      'Not at all; I have worked to plans of others.',
      'For a task or two.',
      'For a project.',
      'For the lasting direction of a team.',
      'For the direction of a department or an organisation.',
    ],
  },
  {
    id: 'experience.audience',
    text: 'Who has relied on your judgement?',
    answers: [
      'A colleague who checked my work.',
      'My own team.',
      'Other teams.',
      'The management of the organisation.',
      'People outside the organisation, or all of it.',
    ],
  },
];

const SIZE: ExperienceQuestion = {
  id: 'experience.organisation',
  text: 'How big is the organisation that you work in, or worked in last?',
  answers: [
    { text: 'A small one, where one person often does several jobs.', small: true },
    { text: 'A larger one, with several teams.' },
  ],
  cites: [],
  editorial: true,
};

/** Ties the usual questions to a ladder's ranks: answers lie evenly over the distinct ranks, each covers a quarter of them. */
function usualExperience(ranks: readonly number[]): readonly ExperienceQuestion[] {
  const rungs = [...new Set(ranks)].sort((a, b) => a - b);
  if (rungs.length < 2) return [];
  const top = rungs.length - 1;
  const rank = (rung: number): number => rungs[Math.min(top, Math.max(0, Math.round(rung)))]!;
  const around = (index: number, answers: number): [number, number] => {
    const centre = (index * top) / (answers - 1);
    return [rank(centre - top / 8), rank(centre + top / 8)];
  };
  const questions = EXPERIENCE.map(({ id, text, answers }) => ({
    id,
    text,
    answers: answers.map((answer, index) => ({
      text: answer,
      ranks: around(index, answers.length),
      ...(index === answers.length - 1 && { ranksIfSmall: around(index - 1, answers.length) }),
    })),
    cites: [],
    editorial: true,
  }));
  return [SIZE, ...questions];
}
