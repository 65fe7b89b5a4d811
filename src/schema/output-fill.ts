/**
 * What is written of a role that is to be filled: advert, interview.
 */
import { cite, disagreement, id, origin, progression, REQUIREMENT, responsibility, ROLE } from './output-parts.ts';
import { keys, list, oneOf, orNull, string } from './written.ts';

export const advertData = keys({
  role: keys(ROLE),
  responsibilities: list(responsibility),
  skills: list(
    keys({
      ...REQUIREMENT,
      levelText: orNull(string(), 'What the level looks like for this skill, if the ladder says.'),
    }),
    'What the role needs; what is stated not to apply is left out.',
  ),
  next: list(progression),
  disagreements: list(disagreement),
  toFillIn: list(string(), 'What an advert needs and no ladder says.'),
});

const standard = keys({ level: id, title: string(), text: orNull(string()) });

export const interviewData = keys({
  role: id,
  editorial: oneOf([true], "The questions are the program's wording of the ladder's statements."),
  questions: list(
    keys({
      kind: oneOf(['responsibility', 'skill']),
      id,
      area: orNull(id),
      question: string(),
      statement: string('As the ladder has it; empty where the name of the skill says it all.'),
      listenFor: orNull(standard, 'The level that is wanted.'),
      below: orNull(standard, 'The level below it, where the ladder says what that looks like.'),
      cites: list(cite),
      origin: orNull(origin),
    }),
  ),
});
