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
  hint,
  type Line,
  muted,
  paragraph,
  type Report,
  styled,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { citeNote, count, joinWords, kindName, roleLink, trackTitle, type ViewOptions } from './parts.ts';
import { recordsOf } from './records.ts';

/** A list of more roles than this is drawn densely and leaves out where each leads: nobody reads it line by line. */
const MANY_ROLES = 100;

/** Where a role leads to more roles than this, the rest is counted; show names them all. */
const MOST_NEXT = 5;

export function listView(
  catalog: Catalog,
  roles: readonly Role[],
  filters: readonly string[],
  options: ViewOptions,
): Report<Data<'list'>> {
  const { ladder } = catalog;
  const title = `${ladder.title} · ${count(roles.length, 'role')}${filters.length > 0 ? ` ${joinWords(filters)}` : ''}`;
  const data = () => listData(catalog, roles);
  return {
    title,
    blocks: [
      heading(1, title),
      ...(roles.length > 0
        ? roleTable(catalog, roles, options)
        : [paragraph('No role fits. ', muted('Loosen the filters, or run '), styled('code', 'pmroles list'), '.')]),
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

function roleTable(catalog: Catalog, roles: readonly Role[], options: ViewOptions): Block[] {
  const isDense = roles.length > MANY_ROLES;
  // A track that all are on would be said in every row.
  const parted = new Set(roles.map((role) => role.track)).size > 1;
  const levelled = !isDense && roles.some((role) => levelCounts(catalog, role).length > 0);
  const rows = roles.map((role): Cell[] => {
    const track = parted ? trackTitle(catalog, role.id) : undefined;
    const { summary } = role;
    return [
      [
        [roleLink(catalog, role.id, 'strong')],
        [styled('name', role.id)],
        ...(track === undefined ? [] : [[muted(track)]]),
      ],
      [[summary.text === '' ? muted('not stated') : summary.text, ...citeNote(summary, options)]],
      ...(levelled ? [skillsCell(catalog, role)] : []),
      ...(isDense ? [] : [nextCell(catalog, role, options)]),
    ];
  });
  const columns = [
    { title: 'Role', short: true },
    'What it is for',
    ...(levelled ? [{ title: 'Skills', short: true }] : []),
    ...(isDense ? [] : ['Leads to']),
  ];
  if (!isDense) return [table(columns, rows, 'space')];
  const rest = `Of more than ${MANY_ROLES} roles only this is listed; pmroles show <role> tells the rest.`;
  return [table(columns, rows), hint(muted(rest))];
}

/** How many skills the role needs at each level that it needs any at, the highest level first. */
function levelCounts(catalog: Catalog, role: Role): { readonly level: Level; readonly skills: number }[] {
  const { needed } = expectationsOf(catalog, role);
  return catalog.ladder.levels
    .map((level) => ({ level, skills: needed.filter((requirement) => requirement.level === level.id).length }))
    .filter(({ skills }) => skills > 0)
    .reverse();
}

function skillsCell(catalog: Catalog, role: Role): Cell {
  const { requirements, needed } = expectationsOf(catalog, role);
  if (requirements.length === 0) return [[muted('not stated')]];
  const counts = levelCounts(catalog, role);
  const unlevelled = needed.length - counts.reduce((sum, { skills }) => sum + skills, 0);
  return [
    ...counts.map(({ level, skills }) => [`${skills} ${level.title}`]),
    ...(unlevelled > 0 ? [[`${unlevelled} at no level`]] : []),
  ];
}

/** Where a role leads, with what sets the move apart: a kind that is no promotion, a basis that is no source's word. */
function nextCell(catalog: Catalog, role: Role, options: ViewOptions): Cell {
  const next = [...groupBy(catalog.next.get(role.id) ?? [], (move) => move.to)];
  // One more than fits takes the same line as saying so.
  const shown = next.length <= MOST_NEXT + 1 ? next : next.slice(0, MOST_NEXT);
  const cells = shown.map(([id, moves]): Line => {
    const { kind, basis } = moves[0]!;
    const notes = [
      ...(kind === 'promotion' ? [] : [kindName(moves[0]!)]),
      // Where there is no source, none can state anything.
      ...(basis === 'stated' || catalog.ladder.sources.length === 0 ? [] : [basis]),
    ];
    return [
      '→ ',
      roleLink(catalog, id),
      ...(notes.length === 0 ? [] : [muted(` (${notes.join(', ')})`)]),
      ...citeNote({ cites: [...new Set(moves.flatMap((move) => move.cites))] }, options),
    ];
  });
  const left = next.length - shown.length;
  return left === 0 ? cells : [...cells, [muted(`… and ${left} more`)]];
}
