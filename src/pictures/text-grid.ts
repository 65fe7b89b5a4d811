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
import { HANG, type Labels, type Lane, placed } from './text-lanes.ts';

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

/** Draws lanes side by side, and says which moves the lines show. */
export function drawLanes(
  given: readonly Lane[],
  picture: Picture,
  { ranks }: Grid,
  labels: Labels,
  room: Room,
): { readonly lines: readonly Line[]; readonly drawn: ReadonlySet<PictureEdge> } {
  const signs = room.ascii ? ASCII_SIGNS : BOX_SIGNS;
  const lanes = placed(given, ranks, room.width);
  const pairs = groupBy(picture.edges, ({ from, to }) => JSON.stringify([from, to]));
  const movesOf = (from: string, to: string): readonly PictureEdge[] => pairs.get(JSON.stringify([from, to])) ?? [];
  const drawn = new Set<PictureEdge>();
  const marks: (Mark[] | undefined)[] = [];
  const put = (line: number, mark: Mark): unknown => (marks[line] ??= []).push(mark);

  let top = 0;
  for (const { title, at, width } of lanes) {
    const head = title === '' ? [] : wrapText(title, width);
    head.forEach((text, line) => put(line, { at, text, style: 'strong' }));
    top = Math.max(top, head.length);
  }
  const spans = new Map<string, { readonly first: number; readonly end: number }>();
  for (const row of [...new Set(lanes.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b)) {
    put(top, { at: 0, text: String(ranks[row]!) });
    let bottom = top;
    for (const { cells, at, width } of lanes) {
      let line = top;
      for (const role of cells.get(row) ?? []) {
        const style = picture.highlighted.has(role) ? 'strong' : undefined;
        const label = labels.role(role);
        const [first, ...more] = widthOf(label) <= width ? [label] : wrapText(label, width - HANG);
        put(line, { at, text: first!.replace('\u00a0', ' '), style, role });
        more.forEach((text, index) => put(line + 1 + index, { at: at + HANG, text, style }));
        spans.set(role, { first: line, end: (line += 1 + more.length) });
      }
      bottom = Math.max(bottom, line);
    }
    top = bottom + 1;
  }

  for (const { cells, at, reach } of lanes) {
    const column = [...cells.values()];
    for (const [index, [lower]] of column.slice(1).entries()) {
      const upper = column[index]!.at(-1)!;
      const edge = plainest(movesOf(lower!, upper), 'promotion');
      const text = edge && `${signs.up} ${edgeNote(edge, 'promotion')}`.trimEnd();
      if (text === undefined || text.length > reach) continue;
      drawn.add(edge!);
      const { end } = spans.get(upper)!;
      for (let line = end; line < spans.get(lower!)!.first; line++) {
        put(line, { at, text: line === end ? text : signs.upright, style: styleOf([edge!]) });
      }
    }
  }

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
    const [rightward, leftward] = [there, back].map((edges) =>
      edges.find((other) => edgeNote(other, 'lateral') === note),
    );
    const both = [rightward, leftward].filter((other) => other !== undefined);
    for (const other of both) drawn.add(other);
    const half = Math.floor(space / 2);
    const start = (leftward ? signs.left : signs.level).padEnd(half, signs.level);
    const end = (rightward ? signs.right : signs.level).padStart(space - half, signs.level);
    return [{ at, text: `${start}${words}${end}`, style: styleOf(both) }];
  };
  const lines = Array.from(marks, (line = []) => {
    const inOrder = line.sort((a, b) => a.at - b.at);
    return joined(inOrder.flatMap((mark, index) => [mark, ...levelLine(mark, inOrder[index + 1])]));
  });
  return { lines, drawn };
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
