/**
 * What changed between two states of a ladder, as a keeper would tell it.
 */
import type { LadderChanges, NameChanges, RoleChanges } from '../core/ladder-changes.ts';
import { type Block, type Item, item, list, section, strong } from '../report/report.ts';
import { joinWords } from './parts.ts';

/** The changes, in sections; nothing where nothing changed. */
export function changeBlocks({ roles, skills, inRoles, movesAdded, movesRemoved, other }: LadderChanges): Block[] {
  return [
    ...section(2, 'Roles', list(nameItems(roles))),
    ...section(2, 'Skills', list(nameItems(skills))),
    ...section(2, 'In the roles', list(inRoles.flatMap(roleItems))),
    ...section(
      2,
      'Moves',
      list([
        ...movesAdded.map((move) => item('+', [move], 'added')),
        ...movesRemoved.map((move) => item('−', [move], 'removed')),
      ]),
    ),
    ...section(2, 'Besides', list(other.map((what) => item('±', [what], 'changed')))),
  ];
}

function nameItems({ added, removed, renamed }: NameChanges): Item[] {
  return [
    ...added.map((name) => item('+', [name], 'added')),
    ...removed.map((name) => item('−', [name], 'removed')),
    ...renamed.map(({ from, to }) => item('±', [`${from} is now ${to}`], 'changed')),
  ];
}

function roleItems({
  title,
  skillsAdded,
  skillsRemoved,
  levels,
  responsibilitiesAdded,
  responsibilitiesRemoved,
  other,
}: RoleChanges): Item[] {
  const line = (mark: string, text: string, style: 'added' | 'removed' | 'changed'): Item =>
    item(mark, [strong(title), `: ${text}`], style);
  return [
    ...skillsAdded.map((name) => line('+', name, 'added')),
    ...skillsRemoved.map((name) => line('−', name, 'removed')),
    ...levels.map(({ skill, from = 'no level', to = 'no level' }) => line('±', `${skill}, ${from} → ${to}`, 'changed')),
    ...responsibilitiesAdded.map((text) => line('+', text, 'added')),
    ...responsibilitiesRemoved.map((text) => line('−', text, 'removed')),
    ...(other.length > 0 ? [line('±', joinWords(other), 'changed')] : []),
  ];
}
