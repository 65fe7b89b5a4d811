/**
 * The roles of a ladder at a glance.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import type { Role } from '../core/model.ts';
import { type Cell, heading, type Line, paragraph, type Report, styled } from '../render/report.ts';
import { progressionData, statementData } from './data.ts';
import { citeNote, count, joinWords, titleOf, type ViewOptions } from './parts.ts';

/** A list of more roles than this is drawn densely: nobody reads it line by line. */
const MANY_ROLES = 100;

/** Where a role leads to more roles than this, the rest is counted; show names them all. */
const MOST_NEXT = { usual: 5, dense: 1 };

/**
 * Makes the report of `pmroles list`.
 *
 * @param catalog the ladder
 * @param roles the roles to list, in the order to list them
 * @param filters what they were filtered by, in words; empty for the whole ladder
 * @param options what to show
 */
export function listView(
  catalog: Catalog,
  roles: readonly Role[],
  filters: readonly string[],
  options: ViewOptions,
): Report {
  const { ladder } = catalog;
  const tracks = new Map(ladder.tracks.map((track) => [track.id, track.title]));
  const title = `${ladder.title} · ${count(roles.length, 'role')}${filters.length > 0 ? ` ${joinWords(filters)}` : ''}`;
  const isDense = roles.length > MANY_ROLES;
  const rows = roles.map((role): Cell[] => [
    [[styled('strong', role.title)], [styled('name', role.id)]],
    [
      [
        role.summary.text === '' ? styled('muted', 'not stated') : role.summary.text,
        ...citeNote(role.summary, options),
      ],
    ],
    nextCell(catalog, role, isDense ? MOST_NEXT.dense : MOST_NEXT.usual),
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
              columns: [{ title: 'Role', short: true }, { title: 'What it is for' }, { title: 'Leads to' }],
              rows,
              between: isDense ? ('nothing' as const) : ('space' as const),
            },
          ]),
    ],
    records: () => ({
      columns: ['id', 'title', 'rank', 'track', 'summary', 'next', 'responsibilities', 'skills'],
      rows: roles.map((role) => {
        const { responsibilities, needed } = expectationsOf(catalog, role);
        return [
          role.id,
          role.title,
          role.rank,
          role.track ?? '',
          role.summary.text,
          nextRoles(catalog, role).join(' '),
          responsibilities.length,
          needed.length,
        ];
      }),
    }),
    data: () => ({
      roles: roles.map((role) => {
        const { responsibilities, needed } = expectationsOf(catalog, role);
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
        };
      }),
    }),
  };
}

/** The roles that a role leads to, each once. */
function nextRoles(catalog: Catalog, role: Role): string[] {
  return [...new Set((catalog.next.get(role.id) ?? []).map((progression) => progression.to))];
}

/** Where a role leads; what no source states carries a question mark that the column's reader can look up with show. */
function nextCell(catalog: Catalog, role: Role, most: number): Cell {
  const edges = catalog.next.get(role.id) ?? [];
  const next = nextRoles(catalog, role);
  // One more than fits takes the same line as saying so.
  const shown = next.length <= most + 1 ? next : next.slice(0, most);
  const moves = shown.map((id): Line => {
    const stated = edges.some((edge) => edge.to === id && edge.basis === 'stated');
    const basis = edges.find((edge) => edge.to === id)!.basis;
    return ['→ ', titleOf(catalog, id), ...(stated ? [] : [styled('muted', ` (${basis})`)])];
  });
  return shown.length === next.length
    ? moves
    : [...moves, [styled('muted', `… and ${next.length - shown.length} more`)]];
}
