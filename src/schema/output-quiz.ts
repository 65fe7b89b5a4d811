/**
 * What is written of the quiz: its result and its questions.
 */
import { cite, id } from './output-parts.ts';
import {
  anyOf,
  boolean,
  count,
  keys,
  list,
  mark,
  matching,
  number,
  oneOf,
  orNull,
  record,
  string,
  whole,
} from './written.ts';

export const quizData = keys({
  ranking: list(
    keys({ role: id, fit: number({ minimum: 0, maximum: 100 }), probability: number({ minimum: 0, maximum: 1 }) }),
    'Every role that a question tells about, the best fit first.',
  ),
  between: list(
    keys({ roles: list(id), probability: number({ minimum: 0, maximum: 1 }) }),
    'Two roles that a move joins, and the probability that the person stands between them; the likeliest first.',
  ),
  noClearFit: number(
    { minimum: 0, maximum: 1 },
    'The probability that no role fits; with those of the roles and of between it adds up to 1.',
  ),
  verdict: oneOf(['clear', 'likely', 'leaning', 'between', 'no-clear-fit', 'all-alike', 'too-few']),
  confidence: orNull(
    number({ minimum: 0, maximum: 1 }),
    'How likely it is that the first of aim suits, alone or with a neighbour: what the words rest on.',
  ),
  now: orNull(
    keys({
      role: orNull(id, 'Null for none of these; where not given, the most liked of range.'),
      given: boolean(),
      range: list(id, 'The roles that experience supports, the lowest first.'),
    }),
  ),
  aim: list(id, 'One role, two that it is between, or none.'),
  explanation: orNull(
    keys({
      role: id,
      over: id,
      lead: number({}, 'How many points the fit of role is above that of over.'),
      contributions: list(
        keys({
          question: id,
          answer: count(),
          expected: keys({ role: count(), over: count() }),
          amount: number({}, 'Points of the fit; all add up to lead.'),
        }),
      ),
    }),
  ),
  deciding: list(id, 'Where the result is not clear: questions not asked that would settle most.'),
  next: keys({ kind: oneOf(['path', 'stay', 'compare', 'show', 'list']), roles: list(id) }),
  answers: list(
    keys({ question: string(), answer: orNull(anyOf<string | number>([count(), id])) }),
    'In the order asked: the present role (@role) by its id, 0 if none of these; the others from 1; null where skipped.',
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
      answers: list(
        keys({ text: string(), ranks: orNull(list(number())), ranksIfSmall: orNull(list(number())), small: mark() }),
      ),
      cites: list(cite),
      editorial: boolean(),
    }),
  ),
  experienceRanks: record(number(), 'By role, the rank whose experience it asks for, if it is not its own.'),
  generated: boolean(),
});
