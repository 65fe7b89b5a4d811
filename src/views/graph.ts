/**
 * The ladder as a picture.
 */
import { type Catalog, countMoves } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { writeMermaid } from '../pictures/mermaid.ts';
import { edgeNote, type Picture } from '../pictures/picture.ts';
import { drawPicture, type PictureNames } from '../pictures/text-picture.ts';
import {
  type Block,
  bullets,
  type Drawing,
  heading,
  item,
  list,
  muted,
  paragraph,
  type Report,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleLevels, titleOf } from './parts.ts';
import { recordsOf } from './records.ts';

/** The ends of the route that was asked for. */
export interface RouteEnds {
  readonly from: string;
  readonly to: string;
  /** The roles on the best route, both ends included; empty where there is no route. */
  readonly roles: readonly string[];
}

export function graphView(catalog: Catalog, picture: Picture, route: RouteEnds | undefined): Report<Data<'graph'>> {
  const names = pictureNames(catalog);
  const { roles, edges: moves, highlighted, leftOut } = picture;
  const title = `${picture.title} · ${count(roles.length, 'role')}, ${count(countMoves(moves), 'move')}`;
  const drawing: Drawing = {
    kind: 'drawing',
    draw: (room) => drawPicture(picture, names, room),
    instead: inWords(picture, names),
    source: { language: 'mermaid', text: writeMermaid(picture, names.track) },
  };
  return {
    title,
    signs: 'graph',
    blocks: [heading(1, title), ...routeBlocks(names, route), drawing, ...leftOutBlocks(picture)],
    records: () =>
      recordsOf(
        'from fromTitle to toTitle kind bases cites highlighted',
        moves.map((move) => ({
          ...move,
          fromTitle: titleOf(catalog, move.from),
          toTitle: titleOf(catalog, move.to),
        })),
      ),
    data: () => ({
      nodes: roles,
      edges: moves,
      highlighted: { roles: [...highlighted], moves: moves.filter((move) => move.highlighted) },
      route,
      leftOut,
    }),
  };
}

/** What to call roles and tracks in a picture. */
export function pictureNames(catalog: Catalog): PictureNames {
  const { roles, tracks } = catalog.ladder;
  const named = groupBy(roles, ({ title }) => title);
  const levels = roleLevels(catalog);
  const titles = new Map(tracks.map((track) => [track.id, track.title]));
  return {
    role: (id) => {
      const title = titleOf(catalog, id);
      return named.get(title)?.length === 1 ? title : `${title} (${id})`;
    },
    track: (id) => titles.get(id) ?? id,
    level: (rank) => levels.get(rank)!,
  };
}

function routeBlocks(names: PictureNames, route: RouteEnds | undefined): Block[] {
  if (!route) return [];
  const { from, to, roles } = route;
  return [
    paragraph(
      roles.length === 0
        ? `No route from ${names.role(from)} to ${names.role(to)}.`
        : `Best route: ${roles.map(names.role).join(' → ')}`,
    ),
  ];
}

/** The picture as a list: each role, the most senior first, and where it leads. */
function inWords({ roles, edges: moves, highlighted }: Picture, names: PictureNames): Block[] {
  const leaving = groupBy(moves, ({ from }) => from);
  return roles.toReversed().flatMap(({ id }) => {
    const items = leaving.get(id)?.map((move) => {
      const note = edgeNote(move);
      return item('→', [names.role(move.to), ...(note === '' ? [] : [muted(` (${note})`)])]);
    });
    return [
      heading(2, names.role(id), ...(highlighted.has(id) ? [' (highlighted)'] : [])),
      ...(items ? list(items) : bullets(['no moves from here'])),
    ];
  });
}

function leftOutBlocks({ leftOut, highlighted }: Picture): Block[] {
  if (leftOut.roles === 0 && leftOut.moves === 0) return [];
  const size = `${count(leftOut.roles, 'role')}, ${count(leftOut.moves, 'move')}`;
  return [paragraph(muted(`Not in the picture: ${size}${highlighted.size > 0 ? ' (all of it: --whole)' : ''}.`))];
}
