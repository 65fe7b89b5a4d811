/**
 * Whether the cells of a column agree with what its header says, and whether a table of its kind has a use for it.
 */
import { usage } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import type { Meaning } from '../answers.ts';
import { importanceOf, isAddress, meaningOf } from '../cells.ts';
import { nameKey } from '../name-key.ts';
import type { Sheet } from '../sheet.ts';
import { SENIORITY } from '../words.ts';
import { isPlural, wordsOf } from './headers.ts';
import { having, type Survey } from './survey.ts';

const SURE = { sure: true, why: 'its header and its cells' };

/** Tells whether the cells of a column agree with its meaning; where they do not, nothing is sure. */
export function agree(column: Survey, surveys: readonly Survey[], sheet: Sheet): void {
  const { meaning, content, filled } = column;
  if (meaning === undefined) {
    column.why ||= content === 'nothing' ? 'it is empty' : 'nothing is known of its header';
    return;
  }
  const doubt = (why: string): void => void Object.assign(column, { sure: false, why });
  if (['role', 'skill', 'from', 'to'].includes(meaning) && filled.some(isAddress))
    doubt('some of its cells are links, addresses or dates');
  else if (['role', 'skill'].includes(meaning) && ['numbers', 'marks'].includes(content))
    doubt(`its cells are ${content}`);
  else if (
    meaning === 'level' &&
    filled.length > 0 &&
    filled.every((cell) => wordsOf(cell).some((word) => SENIORITY.includes(word)))
  )
    Object.assign(column, {
      sure: false,
      meaning: undefined,
      why: 'it may be how senior the role is: join it to the role in the sheet',
    });
  else if (meaning === 'level' && isOfOneRowEach(surveys)) {
    Object.assign(column, {
      sure: false,
      meaning: undefined,
      why: 'it may be the level of the role (rank) or of the skill (level)',
    });
  } else if (meaning === 'level' && ['levels', 'marks'].includes(content)) Object.assign(column, SURE);
  else if (meaning === 'level' && !['levels', 'words', 'nothing'].includes(content))
    doubt(`its cells are ${content}, not levels`);
  else if (meaning === 'importance') {
    const fits =
      content === 'importance' ||
      filled.every((cell) => importanceOf(cell) ?? (content === 'levels' && Number.isNaN(Number(cell))));
    if (fits) Object.assign(column, SURE);
    else Object.assign(column, { sure: false, why: 'its cells are no importance', meaning: 'ignore', offered: true });
  } else if (meaning === 'rank' && !filled.some((cell) => /\d|^[IVX]+$/i.test(cell))) {
    Object.assign(column, { sure: false, why: 'its cells hold no number', meaning: 'note' });
  } else if (meaning === 'next' && !namesRoles(filled, surveys)) doubt('its cells name no role of the table');
  else if (meaning === 'group' || meaning === 'track') {
    // A group has several rows.
    if (!column.sure && new Set(filled).size < Math.max(2, sheet.rows.length)) Object.assign(column, SURE);
  } else if (['from', 'to', 'kind'].includes(meaning) && !(having(surveys, 'from') && having(surveys, 'to'))) {
    doubt('from and to go together');
  } else if (meaning === 'title' || meaning === 'text' || meaning === 'summary' || meaning === 'responsibility')
    Object.assign(column, SURE);
}

/** Whether each role has one row, with a column for lists of skills: what else stands there is the role's. */
function isOfOneRowEach(surveys: readonly Survey[]): boolean {
  const [role, skill] = [having(surveys, 'role'), having(surveys, 'skill')];
  return (
    role !== undefined &&
    skill !== undefined &&
    isPlural(skill.header) &&
    new Set(role.filled.map(nameKey)).size === role.filled.length
  );
}

function namesRoles(filled: readonly string[], surveys: readonly Survey[]): boolean {
  const roles = new Set(having(surveys, 'role')?.filled.map(nameKey));
  const aliases = surveys
    .filter(({ meaning }) => meaning === 'alias' || meaning === 'title')
    .flatMap((column) => column.filled);
  for (const alias of aliases) roles.add(nameKey(alias));
  const names = filled.flatMap((cell) => cell.split(/[,;|\n]/)).filter((cell) => meaningOf(cell) === 'words');
  return names.filter((name) => roles.has(nameKey(name))).length * 2 >= names.length;
}

/** What each kind of table has a use for, and what one column alone may say. */
const USES: readonly (readonly [meaning: Meaning, uses: readonly Meaning[]])[] = [
  ['from', ['from', 'to', 'kind']],
  ['is-role', ['is-role', 'skill', 'responsibility', 'area', 'group', 'description']],
  [
    'role',
    [
      'role',
      'title',
      'alias',
      'rank',
      'track',
      'family',
      'summary',
      'next',
      'note',
      'is-skill',
      'skill',
      'group',
      'description',
      'level',
      'importance',
      'text',
      'responsibility',
      'area',
    ],
  ],
  ['skill', ['skill', 'group', 'description', 'level', 'text', 'is-level']],
];
const ONCE: readonly Meaning[] = [
  'role',
  'group',
  'description',
  'level',
  'importance',
  'text',
  'area',
  'from',
  'to',
  'kind',
  'rank',
  'track',
];

/** Doubts columns that a table of its kind has no use for: nothing is left out without being asked about. */
export function useless(open: readonly Survey[], surveys: readonly Survey[]): void {
  const [kind, uses] = USES.find(([meaning]) => having(surveys, meaning)) ?? [];
  for (const column of surveys) {
    const { meaning, name, place } = column;
    if (meaning === undefined || meaning === 'ignore' || kind === undefined) continue;
    const first = surveys.find((other) => other.meaning === meaning)!;
    const isLabelToo = kind === 'is-role' && meaning === 'responsibility' && having(surveys, 'skill') !== undefined;
    const isSecond =
      isLabelToo || ((ONCE.includes(meaning) || (kind === 'is-role' && meaning === 'skill')) && first.place !== place);
    if (uses!.includes(meaning) && !isSecond) continue;
    const why = isSecond
      ? `${quote((isLabelToo ? having(surveys, 'skill')! : first).name)} says already what the rows are about`
      : `${KINDS[kind]} has no use for it`;
    if (!open.includes(column)) {
      if (column.filled.length > 0) throw usage(`${quote(name)} cannot be "${meaning}": ${why}`);
    } else if (meaning === 'note') Object.assign(column, { sure: false, why, meaning: 'ignore', offered: true });
    else Object.assign(column, { sure: false, why, meaning: undefined });
  }
}

/** What a table is that has a column of this. */
const KINDS: Readonly<Partial<Record<Meaning, string>>> = {
  from: 'a table of moves',
  'is-role': 'a table with roles as columns',
  role: 'a table of roles',
  skill: 'a table of skills',
};
