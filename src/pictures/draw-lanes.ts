/**
 * Draws lanes with characters.
 *
 * Between two roles stand, as far as they are needed: the rest of the upper role's title, a row in which its lanes part, one that
 * shows how each move is known, one with the letters of moves that are no promotion, one with arrows for moves that lead down,
 * and a row in which lanes join.
 */
import type { Basis, ProgressionKind } from '../core/model.ts';
import { type Inline, type Line, styled } from '../report/report.ts';
import type { Lane, LaneLayout, LaneRow } from './lanes.ts';

/** The characters to draw with. */
export interface LaneCharacters {
  readonly role: string;
  readonly chosen: string;
  /** A line that runs down, by how the move is known. */
  readonly down: Readonly<Record<Basis, string>>;
  /** Lines that meet, by the sides on which they leave: up 1, right 2, down 4, left 8. */
  readonly meeting: Readonly<Record<number, string>>;
  readonly leadsDown: string;
}

/** Box-drawing characters. */
export const BOX_CHARACTERS: LaneCharacters = {
  role: '●',
  chosen: '◆',
  down: { stated: '│', implied: '┊', editorial: '╏' },
  meeting: {
    3: '╰',
    5: '│',
    6: '╭',
    7: '├',
    9: '╯',
    10: '─',
    11: '┴',
    12: '╮',
    13: '┤',
    14: '┬',
    15: '┼',
  },
  leadsDown: '▼',
};

/** Characters that every terminal has. */
export const ASCII_CHARACTERS: LaneCharacters = {
  role: 'o',
  chosen: '@',
  down: { stated: '|', implied: ':', editorial: '!' },
  meeting: {
    3: '`',
    5: '|',
    6: '.',
    7: '+',
    9: "'",
    10: '-',
    11: '^',
    12: '.',
    13: '+',
    14: '.',
    15: '+',
  },
  leadsDown: 'v',
};

/** The letters of the moves that are no promotion. */
export const KIND_LETTERS: Readonly<Record<Exclude<ProgressionKind, 'promotion'>, string>> = {
  lateral: 'L',
  'track-change': 'T',
  'step-back': 'S',
};

/** What stands beside the roles. */
export interface LaneLabels {
  /** A role's title, broken into lines. */
  readonly label: (role: string) => readonly Line[];
  readonly isChosen: (role: string) => boolean;
}

const UP = 1;
const RIGHT = 2;
const DOWN = 4;
const LEFT = 8;

/** How many characters the lanes take before a label: two a column, and one to set the label off. */
export const laneWidth = (columns: number): number => columns * 2 + 1;

/** A row of characters, some of them not set. */
type Cells = (Inline | undefined)[];

/** Draws lanes. */
export function drawLanes(layout: LaneLayout, labels: LaneLabels, characters: LaneCharacters): Line[] {
  const lines: Line[] = [];
  const add = (cells: Cells, label: Line = []): void => {
    const width = label.length > 0 ? laneWidth(layout.columns) : cells.length;
    lines.push([...Array.from({ length: width }, (_, index) => cells[index] ?? ' '), ...label]);
  };
  layout.rows.forEach((row, index) => {
    const { passing, opening, column } = row;
    const isBeside = (lane: Lane): boolean => lane.column !== column;
    if (row.ending.some(isBeside)) add(meet(row, row.ending, UP, characters));
    const here = verticals(passing, characters);
    const isChosen = labels.isChosen(row.role);
    here[column * 2] = set(isChosen ? characters.chosen : characters.role, isChosen);
    const [first = [], ...more] = labels.label(row.role);
    add(here, first);
    const straight = opening.filter((lane) => !isBeside(lane));
    for (const line of more) add(verticals([...passing, ...straight], characters), line);
    if (opening.some(isBeside)) add(meet(row, opening, DOWN, characters));
    if (index === layout.rows.length - 1) return;
    const after = [...passing, ...opening];
    add(verticals(after, characters));
    const marks = [
      opening.filter(({ edge }) => edge.kind !== 'promotion').map((lane) => ({ lane, mark: letterOf(lane) })),
      opening.filter(({ up }) => !up).map((lane) => ({ lane, mark: characters.leadsDown })),
    ];
    for (const marked of marks) {
      if (marked.length === 0) continue;
      const cells = verticals(after, characters);
      for (const { lane, mark } of marked) cells[lane.column * 2] = set(mark, lane.edge.highlighted);
      add(cells);
    }
  });
  return lines;
}

const letterOf = ({ edge }: Lane): string => (edge.kind === 'promotion' ? '' : KIND_LETTERS[edge.kind]);

const set = (text: string, isChosen: boolean): Inline => (isChosen ? styled('name', text) : text);

function verticals(lanes: readonly Lane[], { down }: LaneCharacters): Cells {
  const cells: Cells = [];
  for (const { column, edge } of lanes) cells[column * 2] = set(down[edge.basis], edge.highlighted);
  return cells;
}

/** The row in which lanes join above their role (`UP`), or part below it (`DOWN`). */
function meet(row: LaneRow, lanes: readonly Lane[], side: typeof UP | typeof DOWN, characters: LaneCharacters): Cells {
  const cells = verticals(row.passing, characters);
  const columns = [row.column, ...lanes.map((lane) => lane.column)];
  const first = Math.min(...columns);
  const last = Math.max(...columns);
  const joined = new Set(lanes.map((lane) => lane.column));
  const crossed = new Set(row.passing.map((lane) => lane.column));
  for (let column = first; column <= last; column++) {
    const sides =
      (column > first ? LEFT : 0) +
      (column < last ? RIGHT : 0) +
      (joined.has(column) ? side : 0) +
      (column === row.column ? UP + DOWN - side : 0) +
      (crossed.has(column) ? UP + DOWN : 0);
    cells[column * 2] = characters.meeting[sides]!;
    if (column < last) cells[column * 2 + 1] = characters.meeting[LEFT + RIGHT]!;
  }
  return cells;
}
