/**
 * What is written of a ladder and what stands in it: list, show, skills, skill, why, search, sources.
 */
import { IMPORTANCES, INCLUDED } from '../core/model.ts';
import {
  cite,
  contrast,
  disagreement,
  id,
  level,
  progression,
  REQUIREMENT,
  requirement,
  responsibility,
  ROLE,
  scale,
  statement,
} from './output-parts.ts';
import { boolean, anyOf, count, keys, list, oneOf, orNull, record, string, ordinal } from './written.ts';

export const listData = keys({
  cumulative: boolean("Whether each role's expectations add to those of the rank below it on its track."),
  tracks: list(keys({ id, title: string(), description: orNull(string()) })),
  levels: scale,
  roles: list(
    keys({
      ...ROLE,
      next: list(progression),
      responsibilities: count('How many there are.'),
      skills: count('How many the role needs.'),
      notApplicable: count('How many skills are stated not to apply.'),
      levels: list(
        keys({ level: id, skills: ordinal() }),
        'How many skills are needed at each level, the highest first.',
      ),
    }),
  ),
});

export const showData = keys({
  levels: scale,
  role: keys({
    ...ROLE,
    includes: list(keys({ role: id, of: list(oneOf(INCLUDED)), cites: list(cite), editorial: boolean() })),
    responsibilities: list(responsibility),
    skills: list(
      keys({
        ...REQUIREMENT,
        name: string(),
        group: list(string(), 'A path of group names, outermost first.'),
        levelMeaning: orNull(
          string(),
          'What the level means for this skill or, where the ladder does not say, at all.',
        ),
      }),
    ),
    previous: list(progression),
    next: list(progression),
    contrasts: list(contrast),
    notes: list(statement),
    disagreements: list(disagreement),
  }),
});

const SKILL = { id, name: string(), group: list(string()) };

export const skillsData = keys({
  skills: list(
    keys({
      ...SKILL,
      description: orNull(string()),
      needed: list(id, 'The roles that need it, junior to senior.'),
      notApplicable: list(id, 'The roles that it is stated not to apply to; of all others the ladder does not say.'),
    }),
  ),
});

const need = keys({ role: id, ...REQUIREMENT });

export const skillData = keys({
  levels: list(level),
  skill: keys({
    ...SKILL,
    description: orNull(string()),
    levels: record(string(), 'What each level of this skill looks like, by level id.'),
    needed: list(need),
    notApplicable: list(need),
    notStated: list(id),
  }),
});

export const skillMatrixData = keys({
  levels: list(level),
  skills: list(keys(SKILL)),
  roles: list(keys({ id, title: string(), requirements: list(requirement, 'What is absent is not stated.') })),
});

export const whyData = keys({
  role: id,
  about: orNull(string()),
  statements: list(
    keys({
      kind: oneOf(['summary', 'includes', 'responsibility', 'skill', 'next', 'contrast', 'note']),
      id: orNull(id, 'The responsibility, the skill, or the other role.'),
      area: orNull(id),
      text: string(),
      editorial: boolean(),
      notApplicable: boolean(),
      level: orNull(id, 'Of a skill: the proficiency level that is needed.'),
      importance: orNull(oneOf(IMPORTANCES), 'Of a skill: how much it matters.'),
      origin: orNull(id, 'The role that it is inherited from.'),
      claims: list(
        keys({
          cite,
          source: cite,
          title: string(),
          date: orNull(string()),
          text: orNull(string(), "The fact's own words; null where the source as a whole is cited."),
        }),
      ),
    }),
  ),
  disagreements: list(disagreement),
});

export const sourcesData = keys({
  sources: list(
    keys({
      id: cite,
      title: string(),
      date: orNull(string()),
      url: orNull(string()),
      note: orNull(string()),
      facts: list(keys({ id: cite, text: string() })),
    }),
  ),
  disagreements: list(disagreement),
  notes: list(statement),
});

const part = oneOf(
  ['role', 'note', 'contrast', 'skill', 'requirement', 'responsibility', 'source', 'fact', 'disagreement'],
  'What the passage is, more exactly than its kind.',
);

export const searchData = keys({
  query: string(),
  total: count('How many hits there are in all.'),
  complete: boolean('Whether each hit has all the words; false where none has all of them.'),
  hits: list(
    keys({
      kind: oneOf(['role', 'skill', 'responsibility', 'fact']),
      part,
      id: orNull(anyOf([id, cite])),
      name: orNull(string()),
      aliases: list(string()),
      text: orNull(string()),
      roles: list(id, 'The roles that it is about.'),
      skill: orNull(id),
      area: orNull(id),
      sources: list(cite),
      cites: list(cite),
      words: list(string(), 'The words of the passage that fit, in lower case without accents.'),
    }),
    'The best first, as many as --limit allows.',
  ),
  replaced: list(
    keys({
      word: string(),
      by: string('The nearest word that the ladder has, which was looked for instead.'),
      near: list(string(), 'Others that are about as near.'),
    }),
    'The words that nothing has, and what was looked for in their place; without those that nothing is near.',
  ),
});
