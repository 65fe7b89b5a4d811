/**
 * The lines of a text that its author broke: lists and paragraphs inside a summary or a wording.
 */
import { printable } from './printable.ts';
import type { Inline, Line } from './report.ts';

const BREAK = /\r\n?|[\n\u2028\u2029]/;

/** What stands before an entry of a list that is typed by hand. */
const BULLET = /^\s*(?:[-*+•‣▪◦·–—]|o|\(?(?:\d{1,3}|[a-z])[.)])\s+/;

/** A line that is shorter than this, and broken all the same, is not broken because it was full. */
const FULL_LINE = 40;

/** A line is set in no further than this, however it stands in the file. */
const MOST_INDENT = 4;

/** What the views set between two texts of a line. */
const SEPARATOR = ' · ';

/** Splits a line where its author did; blanks before each part are kept. Most are one line; code and names that lead somewhere always are. */
export function linesIn(line: Line): readonly Line[] {
  if (!line.some((piece) => BREAK.test(textOf(piece)))) return [line];
  const lines: Inline[][] = [[]];
  let wasBroken = false;
  for (const piece of line) {
    const isName = typeof piece !== 'string' && (piece.style === 'code' || piece.target !== undefined);
    const texts = isName ? [piece.text] : textLines(textOf(piece));
    // What is set apart from a text of several lines is no part of the last of them.
    const isApart = wasBroken && texts[0]!.startsWith(SEPARATOR);
    for (const [index, text] of texts.entries()) {
      if (index > 0 || isApart) lines.push([]);
      const own = index === 0 && isApart ? text.slice(SEPARATOR.length) : text;
      lines.at(-1)!.push(typeof piece === 'string' ? own : { ...piece, text: own });
    }
    wasBroken = texts.length > 1;
  }
  return lines;
}

/** Parts the blanks and the bullet that a line begins with from what follows them. */
export function splitLead([start = '', ...others]: Line): { readonly lead: string; readonly rest: Line } {
  const text = textOf(start);
  const lead = BULLET.exec(text)?.[0] ?? ' '.repeat(indentOf(text));
  const rest = text.slice(lead.length);
  return { lead, rest: [typeof start === 'string' ? rest : { ...start, text: rest }, ...others] };
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

const textOf = (piece: Inline): string => (typeof piece === 'string' ? piece : piece.text);

function textLines(text: string): string[] {
  const [first = '', ...rest] = text.split(BREAK);
  const lines = [first];
  let isApart = false;
  for (const part of rest) {
    const last = lines.at(-1)!;
    if (isBlank(part)) {
      isApart = true;
      continue;
    }
    if (isBlank(last) || (!isApart && isWrapped(last, part))) {
      lines[lines.length - 1] = `${last.trimEnd()} ${part.trimStart()}`;
    } else {
      lines[lines.length - 1] = last.trimEnd();
      lines.push(' '.repeat(Math.min(indentOf(part), MOST_INDENT)) + part.trimStart());
    }
    isApart = false;
  }
  // A blank for a break at the end, which parts the text from what follows it.
  if (isApart) lines.push(`${lines.pop()!.trimEnd()} `);
  return lines;
}

const isBlank = (text: string): boolean => printable(text).trim() === '';

/** Whether a break only wraps: the text goes on in lower case behind a full line, or set in below its bullet. */
function isWrapped(before: string, next: string): boolean {
  if (BULLET.test(next) || !/^\s*\p{Ll}/u.test(next)) return false;
  return before.length >= FULL_LINE || (BULLET.test(before) && indentOf(next) > indentOf(before));
}
