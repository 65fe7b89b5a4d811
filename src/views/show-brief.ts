/**
 * A role on a screen: areas and groups of skills beside what is in them, in running text.
 */
import { groupBy } from '../core/group-by.ts';
import type { Progression, Role, Statement } from '../core/model.ts';
import { type Block, type Cell, heading, join, type Line, muted, paragraph, styled, table } from '../report/report.ts';
import {
  count,
  differencesHint,
  moveNote,
  notStated,
  requirementLabel,
  roleLink,
  skillLink,
  skillName,
  sourceKey,
  withStop,
} from './parts.ts';
import type { Shown } from './shown.ts';

/** A screen has room for about so many characters of responsibilities and notes. */
const ROOM = 700;

/** More responsibilities than this do not get a line each. */
const MANY = 8;

/** Longer labels are broken, to leave room for what stands beside them. */
const LONG_LABEL = 20;

export function briefBlocks(shown: Shown): Block[] {
  const { catalog, role, options, expectations, previous, next, disagreements, called } = shown;
  const notes = notesWithRoom(shown);
  const left = role.notes.length - notes.length;
  // What is said may name a source, so that every source behind the role is named in full.
  const { responsibilities, requirements } = expectations;
  const cited = [...responsibilities, ...requirements, ...notes, ...previous, ...next, ...positionsOf(disagreements)];
  const cites = cited.flatMap((entry) => entry.cites);
  const more = left === 0 ? 'All of it' : `All of it, with ${count(left, 'more note', 'more notes')}`;
  const footing = [
    ...differencesHint(disagreements, ['why', role.id], options),
    paragraph(`${more}: `, styled('code', '--full')),
    ...sourceKey(catalog, cites),
  ];
  const footer = join(
    footing.map((block) => (block.kind === 'paragraph' ? block.line : [])),
    ' · ',
  );
  return [
    ...columns('Responsibilities', responsibilityRows(shown)),
    ...columns('Skills', skillRows(shown), scale(shown)),
    ...silence(shown),
    ...columns('Moves', [...moveRows(shown, 'from', previous), ...moveRows(shown, 'to', next)]),
    ...(notes.length === 0
      ? [paragraph(`${called} `, ...footer)]
      : [paragraph([called, ...notes.map(({ text }) => withStop(text))].join(' ')), paragraph(...footer)]),
  ];
}

const positionsOf = (disagreements: Shown['disagreements']) => disagreements.flatMap(({ positions }) => positions);

type Row = readonly [label: string, cell: Cell];

/** A heading and what stands under it in two columns; nothing at all where there is no row. */
function columns(title: string, rows: readonly Row[], aside = ''): Block[] {
  const cells = rows.map(([label, cell]) => [label === '' ? [] : [[styled('name', label)]], cell]);
  const short = rows.every(([label]) => label.length <= LONG_LABEL);
  return rows.length === 0 ? [] : [heading(2, title, muted(aside)), table([{ title: '', short }, ''], cells)];
}

/** What the role itself adds, an area a row, and how much it inherits from whom. */
function responsibilityRows({ catalog, expectations: { responsibilities } }: Shown): Row[] {
  const byArea = groupBy(responsibilities, ({ area, origin }) => (origin ? undefined : area));
  const isLong = responsibilities.filter(({ origin }) => !origin).length > MANY;
  const inherited = groupBy(byArea.get(undefined) ?? [], ({ origin }) => origin!.role);
  const from = [...inherited].map(([id, { length }]): Line => {
    return [`${count(length, 'responsibility', 'responsibilities')} of `, roleLink(catalog, id)];
  });
  return [
    ...catalog.ladder.areas.flatMap(({ id, title }): Row[] => {
      const own = byArea.get(id);
      if (!own) return [];
      const texts = own.map(({ text }) => text);
      // A text of several lines stands alone.
      const runsOn = isLong && texts.every((text) => !text.includes('\n'));
      return [[title, runsOn ? [[texts.map(withStop).join(' ')]] : texts.map((text) => [text])]];
    }),
    ...(from.length === 0 ? [] : [['Inherited', [join(from, ' · ')]] as const]),
  ];
}

/** The skills that the role needs, a row a group, then those that it does not. */
function skillRows({ catalog, expectations: { needed, requirements } }: Shown): Row[] {
  const order = new Map(catalog.ladder.skills.map(({ id }, index) => [id, index]));
  const sorted = needed.toSorted((a, b) => order.get(a.skill)! - order.get(b.skill)!);
  const groups = groupBy(sorted, ({ skill }) => catalog.skills.get(skill)!.group.join(' › '));
  const listed = (entries: typeof needed, label = requirementLabel): Cell => {
    const skills = entries.map((entry) => [skillLink(entry.skill, label(catalog, entry))]);
    return [join(skills, ' · ')];
  };
  const ruledOut = requirements.filter(({ notApplicable }) => notApplicable === true);
  const nameOf: typeof requirementLabel = (_, { skill }) => skillName(catalog, skill);
  return [
    ...[...groups].map(([group, entries]): Row => [group, listed(entries)]),
    ...(ruledOut.length === 0 ? [] : [['Not applicable', listed(ruledOut, nameOf)] as const]),
  ];
}

/** The levels that skills are needed at, lowest first. */
function scale({ catalog, expectations: { needed } }: Shown): string {
  const isLevelled = needed.some(({ level }) => level !== undefined);
  return isLevelled ? ` · levels: ${catalog.ladder.levels.map(({ title }) => title).join(' < ')}` : '';
}

/** What nothing is said of; in a document that says so once, what no role has is left out. */
export function silence({ catalog, expectations, options }: Shown): Block[] {
  const { roles } = catalog.ladder;
  const isSilent = (own: number, all: (role: Role) => number): boolean =>
    own === 0 && !(options.inDocument === true && roles.every((role) => all(role) === 0));
  const silent = [
    ...(isSilent(expectations.responsibilities.length, (role) => role.responsibilities.length)
      ? ['responsibilities']
      : []),
    ...(isSilent(expectations.requirements.length, (role) => role.requirements.length) ? ['skills'] : []),
  ];
  if (silent.length === 0) return [];
  const [first, ...more] = silent.join(' and ');
  return [heading(2, first!.toUpperCase() + more.join('')), paragraph(muted(notStated(catalog)))];
}

/** A line for each role that moves lead from or to: how the move is known, and what is doubtful about it. */
function moveRows({ catalog }: Shown, label: 'from' | 'to', moves: readonly Progression[]): Row[] {
  const lines = [...groupBy(moves, (move) => move[label])].map(([id, known]): Line => {
    const note = moveNote(catalog, known);
    const doubts = known.flatMap((move) => (move.note === undefined ? [] : [muted(`. ${move.note}`)]));
    return [roleLink(catalog, id), ...(note === '' ? [] : [muted(` (${note})`)]), ...doubts];
  });
  return lines.length === 0 ? [] : [[label, lines]];
}

function notesWithRoom({ role, expectations: { responsibilities } }: Shown): readonly Statement[] {
  const own = responsibilities.filter(({ origin }) => !origin);
  let room = ROOM - own.reduce((sum, { text }) => sum + text.length, 0);
  return role.notes.filter(({ text }) => (room -= text.length) >= 0);
}
