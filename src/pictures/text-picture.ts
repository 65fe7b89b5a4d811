/**
 * A picture in characters: lanes, what did not fit into them, and what the signs mean.
 */
import { BASES } from '../core/model.ts';
import { type Inline, type Line, type Room, styled } from '../report/report.ts';
import { wrapLine } from '../report/width.ts';
import {
  ASCII_CHARACTERS,
  BOX_CHARACTERS,
  drawLanes,
  KIND_LETTERS,
  type LaneCharacters,
  laneWidth,
} from './draw-lanes.ts';
import { groupsOf } from './groups.ts';
import { type Lane, type LaneLayout, layOutLanes } from './lanes.ts';
import { edgeNote, isolatedRoles, type Picture, type PictureEdge } from './picture.ts';

/** Where there are fewer columns, a list reads better than lanes. */
const LEAST_WIDTH = 50;

/** What the titles keep of the width. */
const LEAST_LABEL = 28;

/** More lanes than this side by side nobody can follow. */
const MOST_LANES = 16;

/** A picture of more roles than this is drawn track by track. */
export const MANY_ROLES = 60;

/** Text that is wider than this is hard to read. */
const WIDEST_TEXT = 100;

/** Draws a picture. */
export function drawPicture(picture: Picture, names: PictureNames, room: Room): Line[] | undefined {
  if (room.width < LEAST_WIDTH || picture.edges.length === 0) return undefined;
  const isolated = new Set(isolatedRoles(picture));
  const roles = picture.roles.filter((role) => !isolated.has(role)).reverse();
  const characters = room.ascii ? ASCII_CHARACTERS : BOX_CHARACTERS;
  const width = Math.min(room.width, WIDEST_TEXT);
  const lines: Line[] = [];
  const groups = roles.length > MANY_ROLES ? groupsOf(roles) : [{ track: undefined, roles }];
  const groupOf = new Map(groups.flatMap((group) => group.roles.map((role) => [role.id, group])));
  const layouts: LaneLayout[] = [];
  const inside = new Map<unknown, PictureEdge[]>(groups.map((group) => [group, []]));
  const across: PictureEdge[] = [];
  for (const edge of picture.edges) {
    const group = groupOf.get(edge.from);
    (group === groupOf.get(edge.to) ? inside.get(group)! : across).push(edge);
  }
  for (const group of groups) {
    if (groups.length > 1) {
      if (lines.length > 0) lines.push([]);
      const title = group.track === undefined ? 'On no track' : names.track(group.track);
      lines.push(...wrapped([styled('strong', title)], width, room), []);
    }
    const most = Math.min(MOST_LANES, Math.floor((room.width - LEAST_LABEL - 1) / 2));
    const layout = layOutLanes(
      group.roles.map((role) => role.id),
      inside.get(group)!,
      most,
    );
    layouts.push(layout);
    const labels = {
      isChosen: (id: string) => picture.highlighted.has(id),
      label: (id: string) => {
        const title = names.role(id);
        const line = [picture.highlighted.has(id) ? styled('strong', title) : title];
        return wrapped(line, room.width - laneWidth(layout.columns), room);
      },
    };
    for (const line of drawLanes(layout, labels, characters)) lines.push(line);
    if (layout.unplaced.length > 0) lines.push([]);
    for (const line of alsoLines(layout.unplaced, names, width, room)) lines.push(line);
  }
  if (across.length > 0) {
    lines.push([], ...wrapped([styled('strong', 'Between tracks')], width, room), []);
    for (const line of alsoLines(across, names, width, room)) lines.push(line);
  }
  const legend = legendOf(layouts, picture, characters);
  return [...lines, [], ...legendLines(legend, width, room)];
}

/** What things in a picture are called. */
export interface PictureNames {
  readonly role: (id: string) => string;
  readonly track: (id: string) => string;
}

/** Moves in words, an entry for each role that they lead from. */
function alsoLines(edges: readonly PictureEdge[], names: PictureNames, width: number, room: Room): Line[] {
  const byRole = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    const group = byRole.get(edge.from);
    if (group) group.push(edge);
    else byRole.set(edge.from, [edge]);
  }
  return Array.from(byRole, ([from, moves]) => {
    const line: Inline[] = [`also: ${names.role(from)} → `];
    moves.forEach((edge, index) => {
      const note = edgeNote(edge);
      line.push(`${index > 0 ? ', ' : ''}${names.role(edge.to)}${note === '' ? '' : ` (${note})`}`);
    });
    return wrapped(line, width - 6, room).map((part, index) => [index === 0 ? '' : '      ', ...part]);
  }).flat();
}

/** What the signs mean, those that occur. */
function legendOf(layouts: readonly LaneLayout[], picture: Picture, characters: LaneCharacters): string[] {
  const lanes = layouts.flatMap(({ rows }) => rows.flatMap(({ opening }) => opening));
  const bases = BASES.filter((basis) => lanes.some(({ edge }) => edge.basis === basis));
  const kinds = (Object.keys(KIND_LETTERS) as (keyof typeof KIND_LETTERS)[]).filter((kind) =>
    lanes.some(({ edge }) => edge.kind === kind),
  );
  const { role, chosen, down, leadsDown } = characters;
  return [
    ...directionsOf(lanes, picture, leadsDown),
    // Where all lines are alike, there is nothing to tell apart.
    ...(bases.length === 1 && bases[0] === 'stated' ? [] : bases.map((basis) => `${down[basis]} ${basis}`)),
    ...kinds.map((kind) => `${KIND_LETTERS[kind]} ${kind.replace('-', ' ')}`),
    ...(picture.highlighted.size > 0 ? [`${chosen} highlighted, ${role} other roles`] : []),
  ];
}

/** Which way moves lead; a role of the same rank may be drawn above another, but is no higher. */
function directionsOf(lanes: readonly Lane[], { roles }: Picture, leadsDown: string): string[] {
  const ranks = new Map(roles.map(({ id, rank }) => [id, rank]));
  const isLevel = lanes.some(({ edge }) => ranks.get(edge.from) === ranks.get(edge.to));
  const isLateral = lanes.some(({ edge }) => edge.kind === 'lateral');
  return [
    `Moves lead up${isLateral ? ', lateral ones across' : isLevel ? ', or across within a rank' : ''}`,
    ...(lanes.some(({ up }) => !up) ? [`${leadsDown} leads down`] : []),
  ];
}

/** Breaks between entries alone, so that a sign stays with its meaning. */
function legendLines(entries: readonly string[], width: number, room: Room): Line[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const longer = last === undefined ? entry : `${last} · ${entry}`;
    // A line that goes on ends in a blank and a dot.
    if (last !== undefined && longer.length + 2 <= width) lines[lines.length - 1] = longer;
    else {
      if (last !== undefined) lines[lines.length - 1] = `${last} ·`;
      lines.push(entry);
    }
  }
  return lines.map((line) => [styled('muted', room.shown(line))]);
}

function wrapped(line: Line, width: number, room: Room): Line[] {
  const shown = line.map((piece) =>
    typeof piece === 'string' ? room.shown(piece) : { text: room.shown(piece.text), style: piece.style },
  );
  return wrapLine(shown, width).map((pieces) =>
    pieces.map(({ text, style }) => (style === undefined ? text : { text, style })),
  );
}
