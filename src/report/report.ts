/**
 * A report: what a command has to say, free of any output format.
 *
 * Each command makes one report; each format is written once, for all of them. Besides the blocks that are read by people a
 * report carries `data`, which the json format prints, and `records`, which csv prints; each is made only when asked for.
 */

/** What a piece of text is, so that a format may set it off. Never the only bearer of a meaning. */
export type Style = 'strong' | 'muted' | 'added' | 'removed' | 'changed' | 'name' | 'code' | 'cite';

/** A place where more about something is, for formats that have such places. */
export interface Target {
  /** A place of the page that `export --format html` writes, such as `#role=cpo`. */
  readonly to: string;
  /** What to call it there, where the text itself is only of use to somebody who types commands. */
  readonly label?: string;
}

export type Inline =
  | string
  | {
      readonly text: string;
      readonly style?: Style | undefined;
      /** The address on the web that it leads to, as a ladder says it. */
      readonly url?: string;
      readonly target?: Target;
      /** What the text cites, by id, where that is all it says. */
      readonly cites?: readonly string[];
    };

/** A line of text, to be wrapped where it must be. */
export type Line = readonly Inline[];

/** An entry of a list. The mark stands before it and says what it means without colour. */
export interface Item {
  readonly mark: string;
  /** What is read aloud in place of the mark, where it is not what the report's signs say; empty where the line says it. */
  readonly word?: string;
  readonly line: Line;
  readonly style?: Style;
}

/** A cell of a table: lines, or entries of a list. */
export type Cell = readonly (Line | Item)[];

export interface Column {
  readonly title: string;
  /** Columns that only hold short words keep their width; the others share what is left. */
  readonly short?: boolean;
  readonly align?: 'left' | 'right';
  readonly target?: Target;
}

/** 1 is the report's title; from 3 on headings are set in. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export type Block =
  /** `place` is what links that lead to the heading say. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly line: Line; readonly place?: string }
  /** `hint` marks what only helps somebody who types commands. */
  | { readonly kind: 'paragraph'; readonly line: Line; readonly hint?: true }
  /** A command line to copy, which is broken as shells allow. */
  | { readonly kind: 'command'; readonly text: string; readonly target?: Target }
  /** A list under a heading of level 3 has depth 2, under one of level 4 depth 3, and so on; 1 when absent. */
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly depth?: number }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** What sets two rows apart: rows of several lines need something. */
      readonly between: 'rule' | 'space' | 'nothing';
    }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  /** Something that is wrong with a file: what and where, the line that it stands on, and what else there is to say. */
  | {
      readonly kind: 'problem';
      readonly line: Line;
      readonly excerpt?: Excerpt;
      readonly notes: readonly Item[];
    }
  | Drawing;

/** A picture that is made of characters, to fit the room there is; only what knows what it shows can draw it. */
export interface Drawing {
  readonly kind: 'drawing';
  /** Undefined where there is too little room, or where nothing is to be drawn. */
  readonly draw: (room: Room) => readonly Line[] | undefined;
  /** What says the same in words. */
  readonly instead: readonly Block[];
  /** The same for whoever reads Markdown: a language that such readers draw. */
  readonly source: { readonly language: string; readonly text: string };
}

export interface Room {
  /** In columns. */
  readonly width: number;
  readonly ascii: boolean;
  /** A text as it will be written, to be measured: signs may take more columns in ASCII. */
  readonly shown: (text: string) => string;
}

export interface Excerpt {
  /** The line's number, from 1. */
  readonly line: number;
  /** The line as it stands in the file, without its end. */
  readonly text: string;
  /** The place in it, in UTF-16 units, from 1; at most one behind its end. */
  readonly column: number;
}

/** A bar: a number out of the greatest one, drawn and written out. */
export interface Bar {
  readonly label: Line;
  /** Undefined where it is not known, which is not nothing. */
  readonly value: number | undefined;
  readonly most: number;
  /** What is written behind the bar; the number must be in it. */
  readonly note: Line;
  /** What stands under the bar. */
  readonly items?: readonly Item[];
}

/** Flat rows for csv; every row has a value for each column. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}

/** What the marks of a report mean: the same mark means one thing in a comparison and another on a route. */
export type Signs = 'compare' | 'path' | 'quiz' | 'graph' | 'diff';

/** What a command has to say; `Data` is what its JSON is made of. */
export interface Report<Data extends object = object> {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Whose marks the items have, for those who hear them as words. */
  readonly signs?: Signs;
  readonly records: () => Records;
  /** What this report alone can be written as, by the name of the format: a picture, say. */
  readonly also?: Readonly<Record<string, () => string | Promise<string>>>;
  /** The plain result, from which JSON takes what its schema has. */
  readonly data: () => Data;
}

export const heading = (level: HeadingLevel, ...line: Line): Block => ({ kind: 'heading', level, line });
export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
/** A paragraph that only helps somebody who types commands. */
export const hint = (...line: Line): Block => ({ kind: 'paragraph', line, hint: true });
/** A list; nothing at all when it has no items. */
export const list = (items: readonly Item[], depth?: number): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items, ...(depth ? { depth } : {}) }];
export const item = (mark: string, line: Line, style?: Style): Item => ({ mark, line, ...(style ? { style } : {}) });
/** An entry that needs no sign of its own. */
export const bullet = (line: string | Line): Item => item('•', typeof line === 'string' ? [line] : line);
/** A list of such entries; nothing at all when it has none. */
export const bullets = (lines: readonly (string | Line)[], depth?: number): Block[] => list(lines.map(bullet), depth);
/** A heading and what stands under it; nothing at all when nothing does. */
export const section = (level: HeadingLevel, title: Inline, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks];
export const command = (text: string): Block => ({ kind: 'command', text });
/** A table; a column that is only a text is its title. */
export const table = (
  columns: readonly (string | Column)[],
  rows: readonly (readonly Cell[])[],
  between: 'rule' | 'space' | 'nothing' = 'nothing',
): Block => ({
  kind: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
  rows,
  between,
});
/** A row of a table whose cells hold a piece of text each. */
export const row = (...pieces: Inline[]): Cell[] => pieces.map((piece) => [[piece]]);
export const styled = (style: Style, text: string): Inline => ({ text, style });
export const muted = (text: string): Inline => styled('muted', text);
export const strong = (text: string): Inline => styled('strong', text);
/** A piece of text that leads to an address; without one, what it would be anyway. */
export const linked = (url: string | undefined, text: string, style?: Style): Inline =>
  url !== undefined ? { text, style, url } : style === undefined ? text : { text, style };

export function isItem(part: Line | Item): part is Item {
  return 'mark' in part;
}

/** A piece of text that leads to a place of the page, such as `#role=cpo`. */
export const leading = (to: string, text: string, style?: Style): Inline => ({ text, style, target: { to } });

export function join(lines: readonly Line[], separator: Inline): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]));
}

export function plain(line: Line): string {
  return line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
