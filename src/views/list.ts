/**
 * The roles of a ladder at a glance.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import type { Level, Role } from '../core/model.ts';
import { type Cell, heading, hint, type Line, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { levelScaleData, progressionData, statementData } from './data.ts';
import { citeNote, count, joinWords, kindName, roleLink, type ViewOptions } from './parts.ts';

/** A list of more roles than this is drawn densely and leaves out where each leads: nobody reads it line by line. */
const MANY_ROLES = 100;

/** Where a role leads to more roles than this, the rest is counted; show names them all. */
const MOST_NEXT = 5;

/** Makes the report of `pmroles list`. */
export function listView(
  catalog: Catalog,
  roles: readonly Role[],
  filters: readonly string[],
  options: ViewOptions,
): Report<Data<'list'>> {
  const { ladder } = catalog;
  const tracks = new Map(ladder.tracks.map((track) => [track.id, track.title]));
  const title = `${ladder.title} · ${count(roles.length, 'role')}${filters.length > 0 ? ` ${joinWords(filters)}` : ''}`;
  const isDense = roles.length > MANY_ROLES;
  // A track that all are on would be said in every row.
  const parted = new Set(roles.map((role) => role.track)).size > 1;
  const levelled = !isDense && roles.some((role) => levelCounts(catalog, role).length > 0);
  const rows = roles.map((role): Cell[] => [
    [
      [roleLink(catalog, role.id, 'strong')],
      [styled('name', role.id)],
      ...(parted && role.track !== undefined ? [[styled('muted', tracks.get(role.track)!)]] : []),
    ],
    [
      [
        role.summary.text === '' ? styled('muted', 'not stated') : role.summary.text,
        ...citeNote(role.summary, options),
      ],
    ],
    ...(levelled ? [skillsCell(catalog, role)] : []),
    ...(isDense ? [] : [nextCell(catalog, role, options)]),
  ]);
  return {
    title,
    blocks: [
      heading(1, title),
      ...(roles.length === 0
        ? [
            paragraph(
              'No role fits. ',
              styled('muted', 'Loosen the filters, or run '),
              styled('code', 'pmroles list'),
              '.',
            ),
          ]
        : [
            {
              kind: 'table' as const,
              columns: [
                { title: 'Role', short: true },
                { title: 'What it is for' },
                ...(levelled ? [{ title: 'Skills', short: true }] : []),
                ...(isDense ? [] : [{ title: 'Leads to' }]),
              ],
              rows,
              between: isDense ? ('nothing' as const) : ('space' as const),
            },
            ...(isDense
              ? [
                  hint(
                    styled(
                      'muted',
                      `Of more than ${MANY_ROLES} roles only this is listed; pmroles show <role> tells the rest.`,
                    ),
                  ),
                ]
              : []),
          ]),
    ],
    records: () => ({
      columns: [
        'id',
        'title',
        'aliases',
        'rank',
        'track',
        'summary',
        'next',
        'responsibilities',
        'skills',
        'notApplicable',
        'levels',
      ],
      rows: roles.map((role) => {
        const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
        return [
          role.id,
          role.title,
          role.aliases.join('; '),
          role.rank,
          role.track ?? '',
          role.summary.text,
          nextRoles(catalog, role).join(' '),
          responsibilities.length,
          needed.length,
          requirements.length - needed.length,
          levelCounts(catalog, role)
            .map(({ level, skills }) => `${level.id}:${skills}`)
            .join(' '),
        ];
      }),
    }),
    data: (): Data<'list'> => ({
      cumulative: ladder.cumulative,
      tracks: ladder.tracks.map(({ id, title: name, description }) => ({
        id,
        title: name,
        description: description ?? null,
      })),
      levels: ladder.levels.map(levelScaleData),
      roles: roles.map((role) => {
        const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
        return {
          id: role.id,
          title: role.title,
          aliases: role.aliases,
          rank: role.rank,
          track: role.track === undefined ? null : { id: role.track, title: tracks.get(role.track)! },
          summary: role.summary.text === '' ? null : statementData(role.summary),
          next: (catalog.next.get(role.id) ?? []).map(progressionData),
          responsibilities: responsibilities.length,
          skills: needed.length,
          notApplicable: requirements.length - needed.length,
          levels: levelCounts(catalog, role).map(({ level, skills }) => ({ level: level.id, skills })),
        };
      }),
    }),
  };
}

/** The roles that a role leads to, each once. */
function nextRoles(catalog: Catalog, role: Role): string[] {
  return [...new Set((catalog.next.get(role.id) ?? []).map((progression) => progression.to))];
}

/** How many skills the role needs at each level that it needs any at, the highest level first. */
function levelCounts(catalog: Catalog, role: Role): { readonly level: Level; readonly skills: number }[] {
  const { needed } = expectationsOf(catalog, role);
  return catalog.ladder.levels
    .map((level) => ({ level, skills: needed.filter((requirement) => requirement.level === level.id).length }))
    .filter(({ skills }) => skills > 0)
    .reverse();
}

/** How many skills a role needs, by level. */
function skillsCell(catalog: Catalog, role: Role): Cell {
  const { requirements, needed } = expectationsOf(catalog, role);
  if (requirements.length === 0) return [[styled('muted', 'not stated')]];
  const counts = levelCounts(catalog, role);
  const unlevelled = needed.length - counts.reduce((sum, { skills }) => sum + skills, 0);
  return [
    ...counts.map(({ level, skills }) => [`${skills} ${level.title}`]),
    ...(unlevelled > 0 ? [[`${unlevelled} at no level`]] : []),
  ];
}

/** Where a role leads, with what sets the move apart: a kind that is no promotion, a basis that is no source's word. */
function nextCell(catalog: Catalog, role: Role, options: ViewOptions): Cell {
  const edges = catalog.next.get(role.id) ?? [];
  const next = nextRoles(catalog, role);
  // One more than fits takes the same line as saying so.
  const shown = next.length <= MOST_NEXT + 1 ? next : next.slice(0, MOST_NEXT);
  const cells = shown.map((id): Line => {
    const moves = edges.filter((edge) => edge.to === id);
    const { kind, basis } = moves[0]!;
    const notes = [
      ...(kind === 'promotion' ? [] : [kindName(moves[0]!)]),
      // Where there is no source, none can state anything.
      ...(basis === 'stated' || catalog.ladder.sources.length === 0 ? [] : [basis]),
    ];
    return [
      '→ ',
      roleLink(catalog, id),
      ...(notes.length === 0 ? [] : [styled('muted', ` (${notes.join(', ')})`)]),
      ...citeNote({ cites: [...new Set(moves.flatMap((move) => move.cites))] }, options),
    ];
  });
  return shown.length === next.length
    ? cells
    : [...cells, [styled('muted', `… and ${next.length - shown.length} more`)]];
}
