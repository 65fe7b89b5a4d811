/**
 * The pieces that several commands write.
 */
import { CITE, ID } from '../core/ids.ts';
import { BASES, IMPORTANCES, PROGRESSION_KINDS } from '../core/model.ts';
import { boolean, keys, list, mark, matching, named, number, oneOf, orNull, string, ordinal } from './written.ts';

export const id = named('id', matching(ID));
export const cite = named('cite', matching(CITE, 'The id of a fact or a source.'));
export const kind = named('kind', oneOf(PROGRESSION_KINDS));
export const basis = named('basis', oneOf(BASES));
export const standing = named('standing', oneOf(['common', 'differing', 'related', 'partial', 'unique']));

/** What every statement says and leans on. */
const STATED = { text: string(), cites: list(cite), editorial: boolean() };

export const statement = named('statement', keys(STATED));
export const origin = named(
  'origin',
  keys({ role: id, cites: list(cite) }, 'The role that an expectation is inherited from, and the cites for that.'),
);

export const RESPONSIBILITY = { id, area: id, ...STATED, origin: orNull(origin) };
export const responsibility = named('responsibility', keys(RESPONSIBILITY));

export const REQUIREMENT = {
  skill: id,
  level: orNull(id),
  importance: orNull(oneOf(IMPORTANCES)),
  notApplicable: mark(),
  ...STATED,
  origin: orNull(origin),
};
export const requirement = named('requirement', keys(REQUIREMENT));

export const MOVE = { from: id, to: id, kind };
export const progression = named('progression', keys({ ...MOVE, basis, cites: list(cite), note: orNull(string()) }));
export const levelChange = named('levelChange', keys({ skill: id, from: orNull(id), to: orNull(id) }));

export const level = named('level', keys({ id, title: string(), description: orNull(string()) }));
export const scale = list(level, "The ladder's proficiency scale, lowest first; empty where it has none.");
export const track = named('track', keys({ id, title: string() }));
export const contrast = named('contrast', keys({ roles: list(id), ...STATED }));
export const disagreement = named(
  'disagreement',
  keys({ id, title: string(), roles: list(id), positions: list(statement) }),
);

/** What a list says of a role, and the page of the role says as well. */
export const ROLE = {
  id,
  title: string(),
  aliases: list(string()),
  rank: number(),
  track: orNull(track),
  summary: orNull(statement),
};

export const PLACE = {
  file: string(),
  line: orNull(ordinal()),
  column: orNull(ordinal(), 'in UTF-16 units'),
};
export const place = named(
  'place',
  keys(PLACE, 'Where something stands: line and column count from 1, and are null where nothing can be pointed at.'),
);
