/**
 * The part of a ladder file that asks: the questions of the quiz.
 */
import { cites, editorial, idOf } from './ladder-parts.ts';
import { object, record } from './mapping.ts';
import { boolean, integer, list, number, text } from './shape.ts';

const question = object(
  {
    id: idOf('the question'),
    text: text('An activity at work. People answer how much they would enjoy it.'),
    weights: record(integer(1, 5), 'By role id, the answer (1 to 5) expected from people who suit the role.'),
  },
  {
    areas: list(idOf('an area'), 'The areas that the question is about.'),
    skills: list(idOf('a skill'), 'The skills that the question is about.'),
    cites,
    editorial,
  },
);

const experience = object(
  {
    id: idOf('the question'),
    text: text('A question about experience.'),
    answers: list(
      object(
        {
          text: text('The answer.'),
        },
        {
          ranks: list(number(), {
            description: 'The lowest and the highest rank that the answer is typical for.',
            examples: [[1, 2]],
          }),
          ranksIfSmall: list(number(), {
            description: 'The same in a small organisation, where the answer may stand for less.',
            examples: [[1, 1]],
          }),
          small: boolean({
            description: 'True for an answer, in a question without ranks, that says the organisation is small.',
          }),
        },
      ),
      'From the least experience to the most.',
    ),
  },
  { cites, editorial },
);

export const quiz = object(
  {},
  {
    questions: list(question, 'Questions about what people enjoy.'),
    experience: list(experience, 'Questions about experience, answered by rank.'),
    experienceRanks: record(
      number(),
      "By role id, the rank whose experience a role asks for, if it is not the role's own rank.",
    ),
  },
  'The questions of the quiz.',
);
