/**
 * Reads a picture of characters back: its roles by rank, and its moves from lines and words.
 */
import { BASES, PROGRESSION_KINDS } from '../../src/core/model.ts';

/** What a picture says. */
export interface Read {
  /** For each drawing, its rows from above, each with its rank and the roles in it. */
  readonly drawings: readonly (readonly { readonly rank: number; readonly roles: string[] }[])[];
  /** Moves as `R1 R2 kind basis`, once for each time that they are drawn or named. */
  readonly drawn: readonly string[];
  readonly named: readonly string[];
  /** The roles that are said to have no moves. */
  readonly apart: readonly string[];
}

const NOTES = PROGRESSION_KINDS.flatMap((kind) =>
  BASES.flatMap((basis) => [kind, basis, `${kind}, ${basis}`].map((note) => note.replace('-', ' '))),
).sort((a, b) => b.length - a.length);
const UP = new RegExp(`[↑^](?: (${NOTES.join('|')})(?= |$))?`, 'g');
const LEVEL = /^(?: [a-z]+)* ([←<─-].*[→>─-]) $/;
const HEADS = ['Promotion', 'Lateral', 'Track change', 'Step back'];
const LEGEND = /^(?:[↑^] promotion|(?:→|->) lateral|stated where)/;
const WORDS = new RegExp(`^(?:${HEADS.join('|')}|No moves|Between these tracks)`);

/**
 * Reads a picture.
 *
 * @param lines the picture; roles are called R and a number, and maybe words in small letters, tracks `Track` and a number
 * @throws Error where a line leads nowhere, or something stands in a drawing that is none of its parts
 */
export function readPicture(lines: readonly string[]): Read {
  const drawings: string[][] = [[]];
  const words: string[] = [];
  let isInWords = false;
  const legendAt = lines.findIndex((line) => LEGEND.test(line));
  for (const line of legendAt < 0 ? lines : lines.slice(0, legendAt)) {
    if (/^ +(?:Track \d|On no track)/.test(line) && isInWords) drawings.push([]);
    isInWords = WORDS.test(line) || (isInWords && !/^ +(?:Track \d|On no track)/.test(line));
    (isInWords ? words : drawings.at(-1)!).push(line);
  }
  const read = drawings.flatMap(partsOf).map(readDrawing);
  const [moves, apart] = words.join(' ').split('No moves');
  return {
    drawings: read.map(({ rows }) => rows),
    drawn: read.flatMap(({ moves: own }) => own),
    named: readWords(moves!),
    apart: apart?.match(/R\d+/g) ?? [],
  };
}

/** Drawings that follow each other with no words between them. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && lines[index - 1] === '' && /^ +(?:Track \d|On no track)/.test(line)) parts.push([]);
    parts.at(-1)!.push(line);
  }
  return parts;
}

function readDrawing(lines: readonly string[]): { rows: { rank: number; roles: string[] }[]; moves: string[] } {
  const first = lines.findIndex((line) => /^-?\d/.test(line));
  const body = lines.slice(first);
  const rows: { rank: number; roles: string[] }[] = [];
  const moves: string[] = [];
  const left = body.map((line) => Array.from(line));
  const take = (line: number, at: number, length: number): unknown =>
    left[line]!.splice(at, length, ...Array<string>(length).fill(' '));
  const roleAt = (line: number, at: number): string | undefined => /^R\d+/.exec(body[line]?.slice(at) ?? '')?.[0];
  body.forEach((line, index) => {
    const rank = /^-?\d+/.exec(line)?.[0];
    if (rank !== undefined) {
      rows.push({ rank: Number(rank), roles: [] });
      take(index, 0, rank.length);
    }
    const roles = [...line.matchAll(/R\d+/g)];
    roles.forEach(({ 0: role, index: at }, order) => {
      rows.at(-1)!.roles.push(role);
      take(index, at, role.length);
      const next = roles[order + 1];
      const between = next && LEVEL.exec(line.slice(at + role.length, next.index));
      if (!between) return;
      const [text] = between.slice(1) as [string];
      const note = text.replace(/[←→<>─-]/g, '').trim();
      if (/[→>]$/.test(text)) moves.push(`${role} ${next[0]} ${readNote(note, 'lateral')}`);
      if (/^[←<]/.test(text)) moves.push(`${next[0]} ${role} ${readNote(note, 'lateral')}`);
      take(index, next.index - 1 - text.length, text.length);
    });
    for (const { 0: text, 1: note, index: at } of line.matchAll(UP)) {
      take(index, at, text.length);
      let upper = index - 1;
      while (roleAt(upper, at) === undefined && /^ [a-z]/.test(body[upper]?.slice(at) ?? '')) upper--;
      let lower = index + 1;
      for (; /[│|]/.test(body[lower]?.charAt(at) ?? ''); lower++) take(lower, at, 1);
      const ends = [roleAt(lower, at), roleAt(upper, at)];
      if (ends.includes(undefined)) throw new Error(`a line leads nowhere: ${line}`);
      moves.push(`${ends.join(' ')} ${readNote(note ?? '', 'promotion')}`);
    }
  });
  const strange = left.map((signs) => signs.join('')).find((line) => !/^[a-z ]*$/.test(line));
  if (strange !== undefined) throw new Error(`what is this? ${strange}`);
  return { rows, moves };
}

function readWords(text: string): string[] {
  const tokens = text.match(new RegExp(`${HEADS.join('|')}|R\\d+|→|->|\\([a-z, ]+\\)`, 'g')) ?? [];
  const moves: string[] = [];
  let [kind, from] = ['', ''];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1] ?? '';
    if (HEADS.includes(token)) kind = token.toLowerCase().replace(' ', '-');
    else if (!token.startsWith('R')) return;
    else if (/^(?:→|->)$/.test(next)) from = token;
    else moves.push(`${from} ${token} ${readNote(/^\((.*)\)$/.exec(next)?.[1] ?? '', kind)}`);
  });
  return moves;
}

/** The kind and basis that a note stands for. */
export function readNote(note: string, usual = 'promotion'): string {
  const words = note.split(', ').map((word) => word.replace(' ', '-'));
  const known: readonly string[] = PROGRESSION_KINDS;
  const basis = words.find((word) => word === 'implied' || word === 'editorial') ?? 'stated';
  return `${words.find((word) => known.includes(word)) ?? usual} ${basis}`;
}
