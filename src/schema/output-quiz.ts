/**
 * What is written of the quiz: its result and its questions.
 */
import { cite, id } from './output-parts.ts';
import {
  boolean,
  count,
  keys,
  list,
  matching,
  number,
  oneOf,
  orNull,
  record,
  string,
  ordinal,
  whole,
} from './written.ts';

export const quizData = keys({
  ranking: list(
    keys({ role: id, fit: number({ minimum: 0, maximum: 100 }), probability: number({ minimum: 0, maximum: 1 }) }),
    'Every role, the likeliest first.',
  ),
  noClearFit: number(
    { minimum: 0, maximum: 1 },
    'The probability that no role fits; with those of the roles it adds up to 1.',
  ),
  reason: oneOf(['clear', 'likely', 'leaning', 'tie', 'no-clear-fit', 'straight-lining']),
  confidence: oneOf(['clear', 'likely', 'leaning', 'tie', 'none']),
  now: orNull(keys({ role: id, confidence: number({ minimum: 0 }), next: orNull(id) })),
  aim: list(id),
  explanation: orNull(
    keys({
      role: id,
      over: id,
      logOdds: number(),
      contributions: list(
        keys({
          question: id,
          answer: count(),
          expected: keys({ role: count(), over: count() }),
          amount: number({}, 'Natural log-odds; all add up to logOdds.'),
        }),
      ),
    }),
  ),
  change: orNull(keys({ answers: list(keys({ question: id, from: count(), to: count() })), becomes: orNull(id) })),
  route: orNull(list(id)),
  answers: list(
    keys({ question: id, answer: orNull(ordinal()) }),
    'Numbered from 1, in the order asked; null where skipped.',
  ),
  finished: boolean(),
  generated: boolean(),
  distinguishes: count(),
  bank: matching('^[0-9a-f]{16}$'),
  replay: string(),
});

export const quizQuestionsData = keys({
  questions: list(
    keys({
      id,
      text: string(),
      reverse: boolean(),
      signature: orNull(id),
      areas: list(id),
      skills: list(id),
      cites: list(cite),
      editorial: boolean(),
      weights: record(whole({ minimum: 1, maximum: 5 })),
    }),
  ),
  experience: list(
    keys({
      id,
      text: string(),
      answers: list(keys({ text: string(), ranks: list(number()) })),
      cites: list(cite),
      editorial: boolean(),
    }),
  ),
  generated: boolean(),
});
