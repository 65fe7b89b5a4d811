/**
 * Where everything stands in a drawn picture: boxes for roles, the most senior on top, and lines for moves.
 */
import * as dagre from '@dagrejs/dagre';
import { printable } from '../report/printable.ts';
import { widthOf, wrapText } from '../report/width.ts';
import { groupsOf } from './groups.ts';
import { edgeNote, isolatedRoles, type Picture, type PictureEdge } from './picture.ts';
import type { PictureNames } from './text-picture.ts';

/** What is used of dagre: its own types cannot be resolved where imports name their files in full. */
interface Dagre {
  readonly Graph: new (options: { multigraph: boolean; compound: boolean }) => LayoutGraph;
  readonly layout: (graph: LayoutGraph) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface LayoutGraph {
  readonly setGraph: (options: Readonly<Record<string, number | string>>) => void;
  readonly setNode: (id: string, size: Partial<Size>) => void;
  readonly setParent: (id: string, parent: string) => void;
  readonly setEdge: (from: string, to: string, label: Size & { readonly labelpos: string }, name: string) => void;
  readonly graph: () => Partial<Size>;
  readonly node: (id: string) => Point;
  readonly edge: (from: string, to: string, name: string) => Partial<Point> & { readonly points: readonly Point[] };
}

const { Graph, layout } = dagre as unknown as Dagre;

/** A place, in units of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A role's box. */
export interface Box {
  readonly id: string;
  /** The title, broken into lines. */
  readonly lines: readonly string[];
  /** The track, below the title; empty where it is not told. */
  readonly track: string;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A move's line, from the border of one box to that of the other. */
export interface Stroke {
  readonly edge: PictureEdge;
  /** What sets the move apart; empty for a promotion that a source states. */
  readonly note: string;
  readonly points: readonly Point[];
  /** The middle of the note. */
  readonly noteAt: Point;
}

/** A picture that is laid out. */
export interface SvgLayout {
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
  readonly width: number;
  readonly height: number;
}

/** The height of a line of a title, and of a track or a note below or beside it. */
export const LINE = 20;
export const SMALL_LINE = 16;

/** Titles are broken at so many columns, and cut with an ellipsis after so many lines. */
const TITLE_COLUMNS = 24;
const TITLE_LINES = 4;

/** A little more than a character is wide on average, so that the text stays inside of its box in every font. */
const COLUMN = 8.5;
const BOLD_COLUMN = 9.3;
const SMALL_COLUMN = 7;
const SMALL_BOLD_COLUMN = 7.7;
const PADDING = 14;
const GAP = 32;

/** Rows of boxes side by side are not narrower than this. */
const LEAST_ROW = 480;

/** Lays a picture out. */
export function layOutSvg(picture: Picture, names: PictureNames, mayChoose = false): SvgLayout {
  const parted = new Set(picture.roles.map((role) => role.track)).size > 1;
  const boxes = new Map(
    picture.roles.map((role) => {
      const lines = titleLines(names.role(role.id));
      const track = parted && role.track !== undefined ? shortened(names.track(role.track)) : '';
      // Of a picture in a page any role may be set off later, when nothing can be laid out again.
      const [column, small] =
        mayChoose || picture.highlighted.has(role.id) ? [BOLD_COLUMN, SMALL_BOLD_COLUMN] : [COLUMN, SMALL_COLUMN];
      const width = Math.max(...lines.map((line) => widthOf(line) * column), widthOf(track) * small);
      const height = lines.length * LINE + (track === '' ? 0 : SMALL_LINE);
      return [role.id, { id: role.id, lines, track, width: width + PADDING * 2, height: height + PADDING }];
    }),
  );
  const graph = new Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'TB', nodesep: GAP, ranksep: GAP * 1.5, marginx: GAP, marginy: GAP });
  const isolated = isolatedRoles(picture);
  const alone = new Set(isolated);
  // dagre keeps plain objects, in which an id such as constructor is there already.
  const nodes = new Map(picture.roles.map((role, index) => [role.id, `n${index}`]));
  for (const role of picture.roles) {
    const { width, height } = boxes.get(role.id)!;
    if (!alone.has(role)) graph.setNode(nodes.get(role.id)!, { width, height });
  }
  // The roles of a track stand together.
  if (parted) {
    groupsOf(picture.roles.filter((role) => !alone.has(role))).forEach(({ track, roles }, index) => {
      if (track === undefined) return;
      graph.setNode(`t${index}`, {});
      for (const { id } of roles) graph.setParent(nodes.get(id)!, `t${index}`);
    });
  }
  const position = new Map(picture.roles.map((role, index) => [role.id, index]));
  // Every line is laid out from the more senior role to the other, whichever way it leads: then there is no circle to break.
  const ends = picture.edges.map(({ from, to }) =>
    position.get(from)! < position.get(to)!
      ? { upper: nodes.get(to)!, lower: nodes.get(from)! }
      : { upper: nodes.get(from)!, lower: nodes.get(to)! },
  );
  picture.edges.forEach((edge, index) => {
    const note = edgeNote(edge);
    const size = note === '' ? { width: 0, height: 0 } : { width: note.length * SMALL_COLUMN, height: SMALL_LINE };
    graph.setEdge(ends[index]!.upper, ends[index]!.lower, { ...size, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const strokes = picture.edges.map((edge, index): Stroke => {
    const { upper, lower } = ends[index]!;
    const line = graph.edge(upper, lower, String(index));
    const points = nodes.get(edge.from) === upper ? line.points : line.points.toReversed();
    const middle = points[Math.floor(points.length / 2)]!;
    return { edge, note: edgeNote(edge), points, noteAt: { x: line.x ?? middle.x, y: line.y ?? middle.y } };
  });
  const size = graph.graph();
  const hasMoves = picture.edges.length > 0;
  const width = Math.max(hasMoves ? size.width! : 0, isolated.length > 0 ? LEAST_ROW : 0);
  const placed = picture.roles
    .filter((role) => !alone.has(role))
    .map((role): Box => {
      const { x, y } = graph.node(nodes.get(role.id)!);
      const box = boxes.get(role.id)!;
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    });
  const rows = inRows(
    isolated.map((role) => boxes.get(role.id)!),
    width,
    hasMoves ? size.height! : GAP,
  );
  return { boxes: [...placed, ...rows.boxes], strokes, width, height: rows.bottom };
}

/** Puts boxes side by side, and begins a new row where the width is used up. */
function inRows(
  boxes: readonly Omit<Box, 'x' | 'y'>[],
  width: number,
  top: number,
): { readonly boxes: readonly Box[]; readonly bottom: number } {
  let x = GAP;
  let y = top;
  let tallest = 0;
  const placed = boxes.map((box): Box => {
    if (x > GAP && x + box.width + GAP > width) {
      x = GAP;
      y += tallest + GAP / 2;
      tallest = 0;
    }
    const at = { ...box, x, y };
    x += box.width + GAP / 2;
    tallest = Math.max(tallest, box.height);
    return at;
  });
  return { boxes: placed, bottom: placed.length === 0 ? y : y + tallest + GAP };
}

function titleLines(title: string): string[] {
  const lines = wrapText(printable(title), TITLE_COLUMNS);
  return lines.length <= TITLE_LINES ? lines : [...lines.slice(0, TITLE_LINES), '…'];
}

function shortened(text: string): string {
  const [first, ...more] = wrapText(printable(text), TITLE_COLUMNS);
  return more.length === 0 ? first! : `${first!} …`;
}
