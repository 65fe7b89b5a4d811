/**
 * A picture in characters: the grid, and in words the moves that it does not show.
 */
import { groupBy } from '../core/group-by.ts';
import { PROGRESSION_KINDS } from '../core/model.ts';
import { type Inline, join, type Line, type Room, styled } from '../report/report.ts';
import { wrapLine } from '../report/width.ts';
import { gridOf } from './grid.ts';
import { edgeNote, isolatedRoles, type Picture, type PictureEdge } from './picture.ts';
import { ASCII_SIGNS, BOX_SIGNS, drawParts } from './text-grid.ts';
import { partsOf } from './text-lanes.ts';

/** Where there are fewer columns, a list reads better. */
const LEAST_WIDTH = 50;

/** Text that is wider than this is hard to read. */
const WIDEST_TEXT = 100;

/** What things in a picture are called. */
export interface PictureNames {
  readonly role: (id: string) => string;
  readonly track: (id: string) => string;
  /** The level of a rank, from 1: ranks themselves may be any numbers. */
  readonly level: (rank: number) => number;
}

/** Something that is said below a drawing, and what stands before it. */
type Entry = readonly [head: string, line: Line];

/** Draws a picture; undefined where there is too little room, or nothing to draw. */
export function drawPicture(picture: Picture, names: PictureNames, room: Room): Line[] | undefined {
  if (room.width < LEAST_WIDTH || picture.roles.length === 0) return undefined;
  const { chosen } = room.ascii ? ASCII_SIGNS : BOX_SIGNS;
  const placed = gridOf(picture);
  const grid = { ...placed, ranks: placed.ranks.map(names.level) };
  const labels = {
    // At such a blank nothing is broken, so that the sign stays with its role.
    role: (id: string) => `${picture.highlighted.has(id) ? `${chosen}\u00a0` : ''}${room.shown(names.role(id))}`,
    track: (id: string | undefined) =>
      id !== undefined ? room.shown(names.track(id)) : grid.columns.length > 1 ? 'On no track' : '',
  };
  const parts = partsOf(picture, grid, labels, room.width);
  const { drawings, drawn } = drawParts(parts, picture, grid, labels, room);
  const partOf = new Map(
    parts.flatMap((lanes, part) => lanes.flatMap(({ cells }) => [...cells.values()].flat().map((id) => [id, part]))),
  );
  const left = groupBy(
    picture.edges.filter((edge) => !drawn.has(edge)),
    ({ from, to }) => (partOf.get(from) === partOf.get(to) ? partOf.get(from) : undefined),
  );
  const said = (part: number | undefined): Line[] => inWords(movesIn(left.get(part) ?? [], names, chosen), room);
  const isolated = picture.edges.length === 0 ? [] : isolatedRoles(picture);
  const legend = legendOf(picture, drawn, chosen);
  return [
    ...drawings.flatMap((lines, part) => [...(part > 0 ? [[]] : []), ...lines, ...said(part)]),
    ...(left.has(undefined) ? [[], [styled('strong', 'Between these tracks')]] : []),
    ...said(undefined),
    ...inWords(
      isolated.length === 0 ? [] : [['No moves', [isolated.map(({ id }) => names.role(id)).join(', ')]]],
      room,
    ),
    ...inWords(legend.length === 0 ? [] : [['', [styled('muted', legend.join(', '))]]], room),
  ];
}

/** Moves by kind, an entry for each role that they lead from. */
function movesIn(edges: readonly PictureEdge[], names: PictureNames, chosen: string): Entry[] {
  return PROGRESSION_KINDS.flatMap((kind) => {
    const byRole = groupBy(
      edges.filter((edge) => edge.kind === kind),
      ({ from }) => from,
    );
    const head = kind.charAt(0).toUpperCase() + kind.slice(1).replace('-', ' ');
    return Array.from(byRole.values(), (moves, index): Entry => {
      const targets = moves.map((edge): Line => {
        const note = edgeNote(edge, kind);
        const text = `${names.role(edge.to)}${note === '' ? '' : ` (${note})`}`;
        return [edge.highlighted ? styled('name', `${chosen} ${text}`) : text];
      });
      return [index === 0 ? head : '', [`${names.role(moves[0]!.from)} → `, ...join(targets, ', ')]];
    });
  });
}

/** Entries under each other, a blank line before them. */
function inWords(entries: readonly Entry[], room: Room): Line[] {
  const widest = Math.max(...entries.map(([head]) => head.length));
  const indent = widest === 0 ? 0 : widest + 2;
  const lines = entries.flatMap(([head, line]) => {
    const shown = line.map((piece) =>
      typeof piece === 'string' ? room.shown(piece) : { ...piece, text: room.shown(piece.text) },
    );
    return wrapLine(shown, Math.min(room.width, WIDEST_TEXT) - indent - 2).map((pieces, index): Line => {
      const texts = pieces.map(({ text, style }): Inline => (style === undefined ? text : styled(style, text)));
      return [index === 0 ? head.padEnd(indent) : ' '.repeat(indent + 2), ...texts];
    });
  });
  return lines.length === 0 ? [] : [[], ...lines];
}

/** What the drawing does not say by itself. */
function legendOf(picture: Picture, drawn: ReadonlySet<PictureEdge>, chosen: string): string[] {
  const ranks = new Map(picture.roles.map(({ id, rank }) => [id, rank]));
  const hasPlain = (kind: string, isLevel: boolean): boolean =>
    [...drawn].some((edge) => edge.kind === kind && (ranks.get(edge.from) === ranks.get(edge.to)) === isLevel);
  return [
    ...(hasPlain('promotion', false) ? ['↑ promotion'] : []),
    ...(hasPlain('lateral', true) ? ['→ lateral'] : []),
    ...(picture.highlighted.size > 0 ? [`${chosen} highlighted`] : []),
    ...(picture.edges.some(({ basis }) => basis !== 'stated') ? ['stated where nothing else is said'] : []),
  ];
}
