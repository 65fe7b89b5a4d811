/**
 * Reads a picture of lanes back, by following its lines from character to character.
 */
import { ASCII_CHARACTERS, BOX_CHARACTERS, KIND_LETTERS } from '../../src/pictures/draw-lanes.ts';

/** What is known of a line while it is followed. */
interface Followed {
  readonly upper: string;
  basis: string | undefined;
  kind: string;
  up: boolean;
}

const SIGNS = [BOX_CHARACTERS, ASCII_CHARACTERS];
const ROLES = '●◆o@';
const OPENS = '╮╭┬.';
const JOINS = "╯╰┴'`^";
const ACROSS = '┼+├┤';
const BASIS_OF = new Map(
  SIGNS.flatMap(({ down }) => Object.entries(down).map(([basis, sign]) => [sign, basis] as const)),
);
const KIND_OF = new Map(Object.entries(KIND_LETTERS).map(([kind, letter]) => [letter, kind] as const));

/**
 * Follows every line of a picture.
 *
 * @param lines the picture; every role is called R and a number
 * @returns the moves, as `R1 R2 kind basis`
 * @throws Error where a line ends in nothing
 */
export function readLanes(lines: readonly string[]): string[] {
  const moves: string[] = [];
  const open = new Map<number, Followed>();
  let last = { role: '', column: -1 };
  const end = (column: number, lower: string): void => {
    const lane = open.get(column);
    if (!lane?.basis) throw new Error(`nothing leads down to ${lower} in column ${column}`);
    const [from, to] = lane.up ? [lower, lane.upper] : [lane.upper, lower];
    moves.push(`${from} ${to} ${lane.kind} ${lane.basis}`);
    open.delete(column);
  };
  lines.forEach((line, index) => {
    const role = roleIn(line);
    const gutter = Array.from(role ? line.slice(0, role.labelAt) : line);
    gutter.forEach((sign, at) => {
      if (sign === ' ' || sign === '─' || sign === '-') return;
      if (at % 2 === 1) throw new Error(`a sign between columns: ${line}`);
      const lane = open.get(at);
      if (role && ROLES.includes(sign)) {
        if (lane?.basis) end(at, role.name);
        open.set(at, { upper: role.name, basis: undefined, kind: 'promotion', up: true });
        last = { role: role.name, column: at };
      } else if (OPENS.includes(sign)) {
        if (lane) throw new Error(`a line begins in another: ${line}`);
        open.set(at, { upper: last.role, basis: undefined, kind: 'promotion', up: true });
      } else if (JOINS.includes(sign)) end(at, roleIn(lines[index + 1]!)!.name);
      else if (ACROSS.includes(sign)) {
        if (!lane) throw new Error(`a line comes from nowhere: ${line}`);
      } else if (!lane) throw new Error(`a line comes from nowhere: ${line}`);
      else if (sign === '▼' || sign === 'v') lane.up = false;
      else if (KIND_OF.has(sign)) lane.kind = KIND_OF.get(sign)!;
      else {
        const basis = BASIS_OF.get(sign);
        if (basis === undefined || (lane.basis ?? basis) !== basis) throw new Error(`a line changes: ${line}`);
        lane.basis = basis;
      }
    });
    // Below a role may be nothing; every other line goes on.
    for (const [column, lane] of open) {
      if ((gutter[column] ?? ' ') !== ' ') continue;
      if (lane.basis !== undefined || column !== last.column) throw new Error(`a line breaks off: ${line}`);
      open.delete(column);
    }
  });
  if ([...open.values()].some((lane) => lane.basis !== undefined)) throw new Error('a line leads out of the picture');
  return moves;
}

function roleIn(line: string): { readonly name: string; readonly labelAt: number } | undefined {
  const found = /R\d+$/.exec(line);
  return found ? { name: found[0], labelAt: found.index } : undefined;
}

/**
 * Reads the moves that are told in words.
 *
 * @param lines lines of the form `also: R1 → R2 (lateral, implied), R3`, wrapped or not
 * @returns the moves, as `R1 R2 kind basis`
 */
export function readAlso(lines: readonly string[]): string[] {
  const entries = lines
    .map((line) => line.trim())
    .join(' ')
    .split('also: ')
    .slice(1);
  return entries.flatMap((entry) => {
    const [from, targets] = entry.trim().split(/ (?:→|->) /) as [string, string];
    return [...targets.matchAll(/(R\d+)(?: \(([a-z, ]+)\))?/g)].map(
      ([, to, note = '']) => `${from} ${to!} ${readNote(note)}`,
    );
  });
}

/** The kind and basis that a note stands for. */
export function readNote(note: string): string {
  const words = note.split(', ').map((word) => word.replace(' ', '-'));
  const basis = words.find((word) => word === 'implied' || word === 'editorial') ?? 'stated';
  const kind = words.find((word) => [...KIND_OF.values()].includes(word)) ?? 'promotion';
  return `${kind} ${basis}`;
}
