/**
 * The part of a ladder file that asks: the questions of the quiz.
 */
import { cites, editorial, idOf } from './ladder-parts.ts';
import { object, record } from './mapping.ts';
import { boolean, integer, list, number, text } from './shape.ts';

const question = object(
  {
    id: idOf('the question'),
    text: text('An activity; asked is how much one would enjoy it as a regular part of the work.'),
    weights: record(
      integer(1, 5),
      'By role id, the answer expected of somebody whom the role suits, to the text as it stands.',
    ),
  },
  {
    reverse: boolean({
      description: 'True where the text describes the opposite of what its cites speak of; changes nothing else.',
      default: false,
    }),
    signature: idOf('the role that the question singles out'),
    areas: list(idOf('an area'), 'The areas that the question is about.'),
    skills: list(idOf('a skill'), 'The skills that the question is about.'),
    cites,
    editorial,
  },
);

const experience = object(
  {
    id: idOf('the question'),
    text: text('What one has done so far, as a question.'),
    answers: list(
      object(
        {
          text: text('The answer.'),
          ranks: list(number(), {
            description: 'The lowest and the highest rank that the answer is typical of.',
            examples: [[1, 2]],
          }),
        },
        {},
      ),
      'From the least experience to the most.',
    ),
  },
  { cites, editorial },
);

export const quiz = object(
  {},
  {
    questions: list(question, 'What one would enjoy.'),
    experience: list(experience, 'What one has done so far, by ranks.'),
  },
  'The questions of "which role fits me".',
);
