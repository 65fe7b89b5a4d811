/**
 * The grid of a picture in characters: ranks are rows, tracks are columns, and moves between two roles with nothing between
 * them are lines.
 *
 * A line that runs up is a promotion, a level one a lateral move. What else there is to say of a move stands in its line; where
 * that has no room, the move is not drawn.
 */
import { groupBy } from '../core/group-by.ts';
import type { ProgressionKind } from '../core/model.ts';
import { type Inline, type Line, type Room, type Style, styled } from '../report/report.ts';
import { widthOf, wrapText } from '../report/width.ts';
import type { Grid } from './grid.ts';
import { edgeNote, type Picture, type PictureEdge } from './picture.ts';
import { HANG, type Labels, type Lane, placed, type PlacedLane } from './text-lanes.ts';

/** The characters to draw with. */
export const BOX_SIGNS = { chosen: '◆', up: '↑', upright: '│', left: '←', right: '→', level: '─' };
export const ASCII_SIGNS: typeof BOX_SIGNS = { chosen: '@', up: '^', upright: '|', left: '<', right: '>', level: '-' };

/** Something that stands in a line. */
interface Mark {
  readonly at: number;
  readonly text: string;
  readonly style?: Style | undefined;
  /** The role that begins here. */
  readonly role?: string;
}

/** The lines of a drawing while they are filled; one that nothing stands in is left out. */
type Sheet = (Mark[] | undefined)[];

const put = (sheet: Sheet, line: number, mark: Mark): unknown => (sheet[line] ??= []).push(mark);

/** Draws parts of a picture, each with its lanes side by side, and says which moves are drawn. */
export function drawParts(
  parts: readonly (readonly Lane[])[],
  picture: Picture,
  { ranks }: Grid,
  labels: Labels,
  room: Room,
): { readonly drawings: readonly Line[][]; readonly drawn: ReadonlySet<PictureEdge> } {
  const signs = room.ascii ? ASCII_SIGNS : BOX_SIGNS;
  const pairs = groupBy(picture.edges, ({ from, to }) => JSON.stringify([from, to]));
  const movesOf = (from: string, to: string): readonly PictureEdge[] => pairs.get(JSON.stringify([from, to])) ?? [];
  const drawn = new Set<PictureEdge>();

  const upLines = (sheet: Sheet, { cells, at, reach }: PlacedLane, spans: ReadonlyMap<string, Span>): void => {
    const column = [...cells.values()];
    for (const [index, [lower]] of column.slice(1).entries()) {
      const upper = column[index]!.at(-1)!;
      const edge = plainest(movesOf(lower!, upper), 'promotion');
      const text = edge && `${signs.up} ${edgeNote(edge, 'promotion')}`.trimEnd();
      if (text === undefined || text.length > reach) continue;
      drawn.add(edge!);
      const { end } = spans.get(upper)!;
      for (let line = end; line < spans.get(lower!)!.first; line++) {
        put(sheet, line, { at, text: line === end ? text : signs.upright, style: styleOf([edge!]) });
      }
    }
  };

  const levelLine = (left: Mark, right: Mark | undefined): Mark[] => {
    if (left.role === undefined || right?.role === undefined) return [];
    const [there, back] = [movesOf(left.role, right.role), movesOf(right.role, left.role)];
    const edge = plainest([...there, ...back], 'lateral');
    if (!edge) return [];
    const note = edgeNote(edge, 'lateral');
    const words = note === '' ? '' : ` ${note} `;
    const at = left.at + widthOf(left.text) + 1;
    const space = right.at - 1 - at - words.length;
    if (space < (note === '' ? 2 : 4)) return [];
    const alike = (edges: readonly PictureEdge[]) => edges.filter((other) => edgeNote(other, 'lateral') === note);
    const [rightward, leftward] = [alike(there), alike(back)];
    const both = [...rightward, ...leftward];
    for (const other of both) drawn.add(other);
    const half = Math.floor(space / 2);
    const start = (leftward.length > 0 ? signs.left : signs.level).padEnd(half, signs.level);
    const end = (rightward.length > 0 ? signs.right : signs.level).padStart(space - half, signs.level);
    return [{ at, text: `${start}${words}${end}`, style: styleOf(both) }];
  };

  const drawings = parts.map((part): Line[] => {
    const lanes = placed(part, ranks, room.width);
    const { sheet, spans } = titlesOf(lanes, ranks, labels, picture.highlighted);
    for (const lane of lanes) upLines(sheet, lane, spans);
    return Array.from(sheet, (line) => {
      const inOrder = (line ?? []).sort((a, b) => a.at - b.at);
      return joined(inOrder.flatMap((mark, index) => [mark, ...levelLine(mark, inOrder[index + 1])]));
    });
  });
  return { drawings, drawn };
}

/** The first line of a role's title, and the one below it. */
interface Span {
  readonly first: number;
  readonly end: number;
}

/** Ranks, tracks and roles where they stand. */
function titlesOf(
  lanes: readonly PlacedLane[],
  ranks: readonly number[],
  labels: Labels,
  highlighted: ReadonlySet<string>,
): { readonly sheet: Sheet; readonly spans: ReadonlyMap<string, Span> } {
  const sheet: Sheet = [];
  const spans = new Map<string, Span>();
  let top = 0;
  for (const { title, at, width } of lanes) {
    const head = title === '' ? [] : wrapText(title, width);
    head.forEach((text, line) => put(sheet, line, { at, text, style: 'strong' }));
    top = Math.max(top, head.length);
  }
  for (const row of [...new Set(lanes.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b)) {
    put(sheet, top, { at: 0, text: String(ranks[row]!) });
    let bottom = top;
    for (const { cells, at, width } of lanes) {
      let line = top;
      for (const role of cells.get(row) ?? []) {
        const style = highlighted.has(role) ? 'strong' : undefined;
        const label = labels.role(role);
        const [first, ...more] = widthOf(label) <= width ? [label] : wrapText(label, width - HANG);
        put(sheet, line, { at, text: first!.replace('\u00a0', ' '), style, role });
        more.forEach((text, index) => put(sheet, line + 1 + index, { at: at + HANG, text, style }));
        spans.set(role, { first: line, end: (line += 1 + more.length) });
      }
      bottom = Math.max(bottom, line);
    }
    top = bottom + 1;
  }
  return { sheet, spans };
}

/** Of some moves, the one of which the least is left to say beside its line. */
function plainest(edges: readonly PictureEdge[], shown: ProgressionKind): PictureEdge | undefined {
  return edges.toSorted((a, b) => edgeNote(a, shown).length - edgeNote(b, shown).length)[0];
}

const styleOf = (edges: readonly PictureEdge[]): Style | undefined =>
  edges.some(({ highlighted }) => highlighted) ? 'name' : undefined;

function joined(marks: readonly Mark[]): Line {
  let end = 0;
  return marks.flatMap(({ at, text, style }): Inline[] => {
    const blanks = ' '.repeat(at - end);
    end = at + widthOf(text);
    return [blanks, style === undefined ? text : styled(style, text)];
  });
}
