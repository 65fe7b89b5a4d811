/**
 * The shape of a profile: every key that may stand in one, and what it means.
 */
import { isDay } from '../core/profile/day.ts';
import { PLAN_KINDS, PLAN_STATES } from '../core/profile/profile.ts';
import { id } from './ladder-parts.ts';
import { object, record } from './mapping.ts';
import { either, list, mismatch, type Notes, noted, oneOf, pattern, type Shape, text } from './shape.ts';
import type { JsonSchema, Of } from './written.ts';

/** A day of the calendar; the 30th of February is none. */
function day(notes: Notes): Shape<string> {
  const wants = 'a day: 2026-11-25';
  return {
    wants,
    schema: noted({ type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, notes),
    check(value, path, report) {
      if (typeof value !== 'string' || !isDay(value)) mismatch(value, wants, path, report);
    },
  };
}

const evidence = list(
  object(
    { text: text('What you did, in a sentence.') },
    {
      on: day('The day of it.'),
      url: pattern('an address that begins with https:// or http://', '^https?://\\S+$', 'Where it can be seen.'),
    },
  ),
  'What shows that the answer is true.',
);

/** An answer: a word, or a mapping with more about it. The word itself is checked against the ladder. */
const answer = <K extends string>(key: K, word: Shape<string>) =>
  either(
    word,
    object({}, {
      [key]: word,
      'not-applicable': text('Why it does not apply to you; in place of an answer.'),
      on: day('The day of the answer.'),
      evidence,
    } as Record<K, Shape<string>> & {
      'not-applicable': Shape<string>;
      on: Shape<string>;
      evidence: typeof evidence;
    }),
  );

const skills = record(
  answer('level', text("The id of one of the ladder's levels; yes, partly or no where it has none.")),
  "What you can do: by the skill's id. What is absent was not answered.",
);
const responsibilities = record(
  answer('done', text('yes, partly or no.')),
  "What you have done: by the responsibility's id. What is absent was not answered.",
);

const planEntry = object(
  {},
  {
    skill: id('The skill that is to grow.'),
    responsibility: id('Or the responsibility.'),
    to: text('The level to reach; yes where the ladder has none.'),
    how: text('What you will do.'),
    kind: oneOf(PLAN_KINDS, 'Whether you learn it by doing, from people or by study.'),
    'done-when': text('How you and others will know.'),
    by: day('The day by which it is to be done.'),
    review: day('The day to look at it again.'),
    state: oneOf(PLAN_STATES, { description: 'How it stands.', default: 'open' }),
  },
);

/** The form of profiles that is read: a later one will be another number. */
const form: Shape<number> = {
  wants: '1, the form of profiles that this version reads',
  schema: { const: 1 },
  check(value, path, report) {
    if (value !== 1) mismatch(value, form.wants, path, report);
  },
};

const profileFile = object(
  {
    profile: form,
    ladder: object({ id: id("The ladder's id.") }, { version: text("The ladder's version.") }),
  },
  {
    on: day('The day that the profile holds for. A copy with an older day is history.'),
    by: text({ description: 'Who says so: self, manager, peer, or a name.', default: 'self' }),
    role: id('The role that you have.'),
    aim: id('The role that you want to get to.'),
    skills,
    responsibilities,
    plan: list(planEntry, 'What you mean to do next.'),
    former: object(
      {},
      { role: id('A role.'), aim: id('A role.'), skills, responsibilities, plan: list(planEntry) },
      'What was said about what the ladder no longer has; nothing counts them, and nothing deletes them.',
    ),
  },
  undefined,
  '{ profile: 1, ladder: { id: product-management } }',
);

/** The content of a profile, as far as its shape goes. */
export type ProfileFile = Of<typeof profileFile>;

export const PROFILE_FILE: Shape<ProfileFile> = profileFile;

export const PROFILE_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:pmroles:profile',
  title: 'A pmroles profile',
  ...profileFile.schema,
};
