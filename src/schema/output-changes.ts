/**
 * What is written of the changes between two versions of a ladder.
 */
import { ABOUT, CHANGES } from '../core/changes/change.ts';
import { id } from './output-parts.ts';
import { keys, list, named, oneOf, orNull, string } from './written.ts';

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

const version = keys({ id, version: string(), title: string() });

export const diffData = keys({
  old: version,
  new: version,
  changes: list(change, 'Empty where nothing differs.'),
});
