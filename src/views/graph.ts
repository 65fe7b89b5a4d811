/**
 * The ladder as a picture.
 */
import type { Catalog } from '../core/catalog.ts';
import { writeMermaid } from '../pictures/mermaid.ts';
import { edgeNote, lonelyRoles, type Picture, type PictureEdge } from '../pictures/picture.ts';
import { drawPicture, type PictureNames } from '../pictures/text-picture.ts';
import { type Block, heading, item, type Item, list, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, titleOf } from './parts.ts';

/** The ends of the route that was asked for. */
export interface RouteEnds {
  readonly from: string;
  readonly to: string;
  /** The roles on the best route, both ends included; empty where there is no route. */
  readonly roles: readonly string[];
}

/** Makes the report of `pmroles graph`. */
export function graphView(catalog: Catalog, picture: Picture, route: RouteEnds | undefined): Report<Data<'graph'>> {
  const names = pictureNames(catalog);
  const title = `${picture.title} · ${count(picture.roles.length, 'role')}, ${count(picture.edges.length, 'move')}`;
  const lonely = lonelyRoles(picture);
  return {
    title,
    blocks: [
      heading(1, title),
      ...(route ? [paragraph(routeLine(names, route))] : []),
      ...(picture.edges.length === 0
        ? [paragraph('There is no move to draw.')]
        : [
            {
              kind: 'drawing' as const,
              draw: (room: Parameters<typeof drawPicture>[2]) => drawPicture(picture, names, room),
              instead: inWords(picture, names),
              source: { language: 'mermaid', text: writeMermaid(picture, names.track) },
            },
          ]),
      ...(lonely.length === 0
        ? []
        : [heading(2, 'Without a move'), ...list(lonely.map((role) => item('•', [names.role(role.id)])))]),
      ...leftOutBlocks(picture),
    ],
    records: () => ({
      columns: ['from', 'fromTitle', 'to', 'toTitle', 'kind', 'bases', 'cites', 'highlighted'],
      rows: picture.edges.map(({ from, to, kind, bases, cites, highlighted }) => [
        from,
        titleOf(catalog, from),
        to,
        titleOf(catalog, to),
        kind,
        bases.join(' '),
        cites.join(' '),
        highlighted,
      ]),
    }),
    data: (): Data<'graph'> => ({
      nodes: picture.roles.map(({ id, title: name, rank, track }) => ({ id, title: name, rank, track: track ?? null })),
      edges: picture.edges.map(({ from, to, kind, bases, cites }) => ({ from, to, kind, bases, cites })),
      highlighted: {
        roles: [...picture.highlighted],
        moves: picture.edges.filter((edge) => edge.highlighted).map(({ from, to, kind }) => ({ from, to, kind })),
      },
      route: route ? { from: route.from, to: route.to, roles: route.roles } : null,
      leftOut: picture.leftOut,
    }),
  };
}

/** What to call roles and tracks in a picture. */
export function pictureNames(catalog: Catalog): PictureNames {
  const { roles, tracks } = catalog.ladder;
  const seen = new Map<string, number>();
  for (const { title } of roles) seen.set(title, (seen.get(title) ?? 0) + 1);
  const titles = new Map(tracks.map((track) => [track.id, track.title]));
  return {
    role: (id) => {
      const title = titleOf(catalog, id);
      return seen.get(title) === 1 ? title : `${title} (${id})`;
    },
    track: (id) => titles.get(id) ?? id,
  };
}

/** What a picture shows, in words that can be read without it: its moves, then its roles. */
export function pictureTables(catalog: Catalog, picture: Picture, route: RouteEnds | undefined): Block[] {
  const names = pictureNames(catalog);
  const { roles, edges, highlighted } = picture;
  const isSourced = catalog.ladder.sources.length > 0;
  const isParted = roles.some(({ track }) => track !== undefined);
  const rest = leftOutBlocks(picture);
  return [
    ...(route ? [paragraph(routeLine(names, route))] : []),
    heading(2, 'Moves'),
    edges.length === 0
      ? paragraph('There is none.')
      : {
          kind: 'table',
          columns: [
            ...[{ title: 'From' }, { title: 'To' }, { title: 'Kind' }],
            ...(isSourced ? [{ title: 'How it is known' }, { title: 'Cites' }] : []),
          ],
          rows: edges.map(({ from, to, kind, bases, cites, highlighted: isChosen }) => [
            [[names.role(from)]],
            [[names.role(to)]],
            [[`${kind.replace('-', ' ')}${isChosen ? ', set off' : ''}`]],
            ...(isSourced ? [[[bases.join(', ')]], [[cites.join(', ')]]] : []),
          ]),
          between: 'nothing',
        },
    heading(2, 'Roles'),
    {
      kind: 'table',
      columns: [{ title: 'Role' }, ...(isParted ? [{ title: 'Track' }] : []), { title: 'What it is for' }],
      rows: roles
        .toReversed()
        .map(({ id, track, summary }) => [
          [[`${names.role(id)}${highlighted.has(id) ? ' (set off)' : ''}`]],
          ...(isParted ? [[[track === undefined ? 'not stated' : names.track(track)]]] : []),
          [[summary.text]],
        ]),
      between: 'nothing',
    },
    ...rest,
  ];
}

function routeLine(names: PictureNames, { from, to, roles }: RouteEnds): string {
  return roles.length === 0
    ? `There is no route from ${names.role(from)} to ${names.role(to)}.`
    : `Best route: ${roles.map(names.role).join(' → ')}`;
}

/** The picture as a list: each role, the most senior first, and where it leads. */
function inWords({ roles, edges, highlighted }: Picture, names: PictureNames): Block[] {
  const from = new Map<string, PictureEdge[]>();
  const moved = new Set<string>();
  for (const edge of edges) {
    const group = from.get(edge.from);
    if (group) group.push(edge);
    else from.set(edge.from, [edge]);
    moved.add(edge.from).add(edge.to);
  }
  return roles
    .filter((role) => moved.has(role.id))
    .reverse()
    .flatMap((role) => [
      heading(2, names.role(role.id), ...(highlighted.has(role.id) ? [' (set off)'] : [])),
      ...list(from.get(role.id)?.map((edge) => moveItem(edge, names)) ?? [item('•', ['leads no further'])]),
    ]);
}

function moveItem(edge: PictureEdge, names: PictureNames): Item {
  const note = edgeNote(edge);
  return item('→', [names.role(edge.to), ...(note === '' ? [] : [styled('muted', ` (${note})`)])]);
}

function leftOutBlocks({ leftOut, highlighted }: Picture): Block[] {
  if (leftOut.roles === 0 && leftOut.moves === 0) return [];
  const hint = highlighted.size > 0 ? '; --whole draws all' : '';
  return [
    paragraph(
      styled('muted', `Not in the picture: ${count(leftOut.roles, 'role')}, ${count(leftOut.moves, 'move')}${hint}.`),
    ),
  ];
}
