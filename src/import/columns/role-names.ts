/**
 * Which of several columns tell one role from another, by which of them, with the skill, name each row once.
 */
import { quote } from '../../core/names.ts';
import type { Survey } from './survey.ts';
import { nameKey } from '../name-key.ts';
import type { Notes } from '../notes.ts';
import type { Sheet } from '../sheet.ts';

/**
 * In tables such as Family, Role, Role Level, Skill, the role and the skill alone stand in several rows, and with the role level
 * they do not: the level's names are the roles, the role is their track, and the family what the track belongs to. Of two
 * columns of levels, the one that is the same in all rows of a role is the role's.
 */
export function columnsByKey(surveys: readonly Survey[], open: readonly Survey[], { rows }: Sheet, notes: Notes): void {
  const role = surveys.find(({ meaning }) => meaning === 'role');
  const skill = surveys.find(({ meaning }) => meaning === 'skill');
  if (!role || !skill) return;
  const keyOf = (...columns: readonly Survey[]): string[] =>
    rows.map(({ cells }) => columns.map(({ place }) => nameKey(cells[place] ?? '')).join('\n'));
  const isKey = (...columns: readonly Survey[]): boolean => new Set(keyOf(...columns)).size === rows.length;
  const levels = open.filter(({ meaning }) => meaning === 'level');
  if (levels.length > 1) {
    const own = levels.filter((level) => !changesInRole(level, role, rows));
    if (own.length === 1) {
      const meaning = own[0]!.filled.every((cell) => /\d/.test(cell)) ? 'rank' : 'note';
      Object.assign(own[0]!, { meaning, sure: true, why: 'it is the same in all rows of a role' });
    }
  }
  if (isKey(role, skill)) return;
  const finer = open.find(
    (column) =>
      (column.meaning === 'rank' || column.meaning === 'title') &&
      column.content === 'words' &&
      isKey(column, skill) &&
      new Set(keyOf(role, column)).size === new Set(keyOf(column)).size,
  );
  if (!finer) return;
  const track = surveys.find(({ meaning }) => meaning === 'track');
  if (track) Object.assign(track, { meaning: 'family', sure: true, why: `it groups ${quote(role.name)}` });
  Object.assign(role, { meaning: 'track', sure: true, why: `several of ${quote(finer.name)} share it` });
  Object.assign(finer, { meaning: 'role', sure: true, why: `with ${quote(skill.name)} it names each row once` });
  notes.read(`${quote(finer.name)} tells the roles apart, and ${quote(role.name)} is their track.`);
}

/** Whether a column says different things in the rows of one role, which may be named in the first of them alone. */
function changesInRole({ place }: Survey, role: Survey, rows: Sheet['rows']): boolean {
  const said = new Map<string, string>();
  let name = '';
  return rows.some(({ cells }) => {
    name = nameKey(cells[role.place] ?? '') || name;
    const cell = nameKey(cells[place] ?? '');
    const known = said.get(name) ?? cell;
    if (cell !== '') said.set(name, cell);
    return cell !== '' && known !== '' && known !== cell;
  });
}
