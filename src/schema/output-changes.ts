/**
 * What is written of the changes between two versions of a ladder.
 */
import { ABOUT, CHANGES } from '../core/changes/change.ts';
import { WHY } from '../core/profile/moved-answers.ts';
import { id } from './output-parts.ts';
import { profileHead } from './output-profile.ts';
import { boolean, keys, list, named, oneOf, orNull, string, whole } from './written.ts';

const entry = keys({ id: string('Of a move: the ids of its roles, with an arrow between them.'), title: string() });
const value = keys({ id: orNull(id, 'Of a level, a track, an area or a role.'), text: string() });

export const change = named(
  'change',
  keys({
    about: oneOf(ABOUT),
    change: oneOf(
      CHANGES,
      'renamed: the same id, another title; replaced, split, merged: by what the ladder says under "replaces"; guessed: the same title under another id; restated: now inherited, or no longer; renumbered: a rank has another number in the same order.',
    ),
    role: orNull(keys({ id, title: string() }), 'The role, as it is now, whose expectations changed.'),
    was: list(entry, 'What the old ladder has; empty for what is new.'),
    is: list(entry, 'What the new ladder has; empty for what is gone.'),
    part: orNull(string(), 'The key that says something else.'),
    level: orNull(keys({ id, title: string() }), 'Of a text for a level of a skill: the level.'),
    from: orNull(value),
    to: orNull(value, 'Of a list of texts, in from and to stands only what is not in both.'),
  }),
);

const about = oneOf(['role', 'skill', 'responsibility']);
const HELD = {
  of: oneOf(['role', 'aim', 'skill', 'responsibility', 'plan']),
  about,
  id,
  entry: orNull(whole({ minimum: 0 }), 'The number of the entry of the plan, from 0.'),
  to: list(id, 'The new id, or those that it may be; empty where it keeps its own or has none.'),
};
const UNSURE = { ...HELD, why: oneOf(WHY) };

const version = keys({ id, version: string(), title: string() });

export const diffData = keys({
  old: version,
  new: version,
  changes: list(change, 'Empty where nothing differs.'),
  profile: orNull(
    keys({
      profile: profileHead,
      kept: list(keys(HELD), 'What keeps its place.'),
      moved: list(keys(HELD)),
      doubtful: list(keys(UNSURE), 'What moves by no rule, and waits under "former" once it is written.'),
      lost: list(keys(UNSURE)),
      raised: list(
        keys({ of: oneOf(['role', 'next', 'aim']), about, id, from: orNull(string()), to: orNull(string()) }),
        'What the role, the next one, or the aim now asks more of.',
      ),
      written: boolean(),
    }),
    'null without --for',
  ),
});
