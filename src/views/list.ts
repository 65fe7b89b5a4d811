/**
 * The roles of a ladder at a glance.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Level, Role } from '../core/model.ts';
import {
  type Block,
  type Cell,
  heading,
  join,
  type Line,
  muted,
  paragraph,
  plain,
  type Report,
  styled,
  table,
} from '../report/report.ts';
import { widthOf } from '../report/width.ts';
import type { Data } from '../schema/output.ts';
import { cutTo } from './cut.ts';
import { citeNote, count, joinWords, kindName, roleLevels, roleLink, titleOf, type ViewOptions } from './parts.ts';
import { recordsOf } from './records.ts';

/** Where a role leads to more roles than this, the rest is counted; show names them all. */
const MOST_NEXT = 5;

/** On a screen of so many columns each role is one line. */
const ONE_LINE = 100;

/** What a line keeps for the summary. */
const LEAST = 20;

/** What a line has besides the name, the summary and the moves: the indent, the gap, and signs that are longer in ASCII. */
const MARGIN = 4 + 3;

export interface ListOptions extends ViewOptions {
  /** How many columns there are; without end where it is not known. */
  readonly width?: number;
}

export function listView(
  catalog: Catalog,
  roles: readonly Role[],
  filters: readonly string[],
  options: ListOptions,
): Report<Data<'list'>> {
  const { ladder } = catalog;
  const which = filters.length > 0 ? ` ${joinWords(filters)}` : '';
  const title = `${ladder.title} · ${count(roles.length, 'role')}${which}`;
  const data = () => listData(catalog, roles);
  return {
    title,
    blocks: [
      heading(1, title),
      ...(roles.length > 0
        ? [roleTable(catalog, roles, options)]
        : [paragraph('No matches. All roles: ', styled('code', 'pmroles list'))]),
    ],
    records: () =>
      recordsOf(
        'id title aliases rank track summary next responsibilities skills notApplicable levels',
        data().roles.map((role) => ({
          ...role,
          aliases: role.aliases.join('; '),
          track: role.track?.id,
          summary: role.summary?.text,
          next: [...new Set(role.next.map(({ to }) => to))],
          levels: role.levels.map(({ level, skills }) => `${level}:${skills}`),
        })),
      ),
    data,
  };
}

function listData(catalog: Catalog, roles: readonly Role[]): Data<'list'> {
  const { cumulative, tracks, levels } = catalog.ladder;
  return {
    cumulative,
    tracks,
    levels,
    roles: roles.map((role) => {
      const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
      return {
        ...role,
        track: tracks.find(({ id }) => id === role.track),
        summary: role.summary.text === '' ? null : role.summary,
        next: catalog.next.get(role.id) ?? [],
        responsibilities: responsibilities.length,
        skills: needed.length,
        notApplicable: requirements.length - needed.length,
        levels: levelCounts(catalog, role).map(({ level, skills }) => ({ level: level.id, skills })),
      };
    }),
  };
}

/** A row for each role and, on a screen that is wide enough, a line. */
function roleTable(catalog: Catalog, roles: readonly Role[], options: ListOptions): Block {
  const { width = Infinity, cites } = options;
  const levels = roleLevels(catalog);
  const names = roles.map((role): Line => [`${levels.get(role.rank)!} `, roleLink(catalog, role.id, 'strong')]);
  const widest = names.reduce((most, name) => Math.max(most, widthOf(plain(name))), 0);
  const room = cites || width < ONE_LINE ? Infinity : width - widest - MARGIN;
  const cells = roles.map((role, index): Cell[] => {
    const { summary } = role;
    const moves = movesWithin(room - LEAST, (most) => nextLine(catalog, role, most, options));
    const text = summary.text === '' ? [] : [cutTo(summary.text, room - widthOf(plain(moves)))];
    return [[names[index]!], [[...text, ...citeNote(summary, options), ...moves]]];
  });
  return table([{ title: '', short: true }, ''], groupedByTrack(catalog, roles, cells));
}

/** Below their track, where there is more than one, and as long as nothing but rank is what the roles are sorted by. */
function groupedByTrack({ ladder }: Catalog, roles: readonly Role[], cells: readonly Cell[][]): Cell[][] {
  const groups = groupBy(cells.keys(), (index) => roles[index]!.track);
  const isByRank = roles.every(({ rank }, index) => rank >= (roles[index - 1]?.rank ?? rank));
  if (groups.size < 2 || !isByRank) return [...cells];
  return [...ladder.tracks, { id: undefined, title: 'On no track' }].flatMap(({ id, title }) => {
    const own = groups.get(id);
    return own ? [[[[styled('name', title)]], []], ...own.map((index) => cells[index]!)] : [];
  });
}

/** The moves, fewer of them where they would take too much of the line. */
function movesWithin(room: number, draw: (most: number) => Line): Line {
  let most = MOST_NEXT;
  let line = draw(most);
  while (most > 1 && widthOf(plain(line)) > room) line = draw(--most);
  return line;
}

/** How many skills the role needs at each level that it needs any at, the highest level first. */
function levelCounts(catalog: Catalog, role: Role): { readonly level: Level; readonly skills: number }[] {
  const { needed } = expectationsOf(catalog, role);
  return catalog.ladder.levels
    .map((level) => ({ level, skills: needed.filter((requirement) => requirement.level === level.id).length }))
    .filter(({ skills }) => skills > 0)
    .reverse();
}

/** Where a role leads, by what one types, with what sets a move apart: a kind that is no promotion, a basis that is no source's word. */
function nextLine(catalog: Catalog, role: Role, most: number, options: ViewOptions): Line {
  const next = [...groupBy(catalog.next.get(role.id) ?? [], (move) => move.to)];
  const leads = next.slice(0, most).map(([id, moves]): Line => {
    const { kind, basis } = moves[0]!;
    const notes = [
      ...(kind === 'promotion' ? [] : [kindName(moves[0]!)]),
      // Where there is no source, none can state anything.
      ...(basis === 'stated' || catalog.ladder.sources.length === 0 ? [] : [basis]),
    ];
    return [
      { text: id, style: 'muted', target: { to: `#role=${id}`, label: titleOf(catalog, id) } },
      ...(notes.length === 0 ? [] : [muted(` (${notes.join(', ')})`)]),
      ...citeNote({ cites: [...new Set(moves.flatMap((move) => move.cites))] }, options),
    ];
  });
  const left = next.length - leads.length;
  if (left > 0) leads.push([muted(`… and ${left} more`)]);
  return leads.length === 0 ? [] : [muted(' → '), ...join(leads, muted(', '))];
}
