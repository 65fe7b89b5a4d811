/**
 * Questions about experience that suit any ladder.
 */
import type { ExperienceQuestion } from '../model.ts';

/** Five questions with five answers each, from the least to the most. They name behaviour, never years. */
const QUESTIONS: readonly { readonly id: string; readonly text: string; readonly answers: readonly string[] }[] = [
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

/**
 * The generic questions, tied to a ladder's ranks.
 *
 * The answers are laid evenly over the distinct ranks, each covering a quarter of the ladder around its own place.
 */
export function genericExperience(ranks: readonly number[]): readonly ExperienceQuestion[] {
  const rungs = [...new Set(ranks)].sort((a, b) => a - b);
  if (rungs.length < 2) return [];
  const top = rungs.length - 1;
  const rank = (rung: number): number => rungs[Math.min(top, Math.max(0, Math.round(rung)))]!;
  return QUESTIONS.map(({ id, text, answers }) => ({
    id,
    text,
    answers: answers.map((answer, index) => {
      const centre = (index * top) / (answers.length - 1);
      return { text: answer, ranks: [rank(centre - top / 8), rank(centre + top / 8)] };
    }),
    cites: [],
    editorial: true,
  }));
}
