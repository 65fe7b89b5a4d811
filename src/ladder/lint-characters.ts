/**
 * What is doubtful about the characters of a file: those that nobody sees, and those that are no text.
 */
import type { DiagnosticCode, LadderText } from '../core/diagnostic.ts';
import { linesOf } from '../core/lines.ts';
import type { Findings } from './diagnostics.ts';

/** What the program leaves out or takes for a line break, written out or raw. */
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\ufeff]|\\u(?:00ad|061c|200[bef]|202[89]|206[0-4]|feff)/giu;

/** What it shows by its number. */
const UNSAFE =
  /[\u007f-\u009f\u202a-\u202e\u2065-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]|\\u(?:00[01][0-9a-f]|007f|00[89][0-9a-f]|202[a-e]|206[5-9a-f]|fff[9ab])/giu;

/** A tab, a line feed or a return, written out. */
const HARMLESS = /^\\u000[9ad]$/i;

/** Tells of odd characters, of each kind once a file. */
export function lintCharacters(texts: readonly LadderText[], findings: Findings): void {
  for (const { file, text } of texts) {
    const source = text.startsWith('\ufeff') ? text.slice(1) : text;
    const find = (code: DiagnosticCode, pattern: RegExp, what: string, hint: string): void => {
      const found = [...source.matchAll(pattern)].filter(([character]) => !HARMLESS.test(character));
      const [first] = found;
      if (!first) return;
      const number = numberOf(first[0]);
      const message =
        found.length === 1 ? `found ${what} ${number}` : `found ${what} ${number}, and ${found.length - 1} more`;
      findings.add(code, { file, position: linesOf(source).positionOf(first.index) }, message, { hint });
    };
    find('invisible-character', INVISIBLE, 'the invisible character', 'remove it, unless it is there on purpose');
    find('unsafe-character', UNSAFE, 'the unsafe character', 'remove it: it is shown by its number');
  }
}

function numberOf(character: string): string {
  const digits = character.startsWith('\\')
    ? character.slice(2)
    : character.codePointAt(0)!.toString(16).padStart(4, '0');
  return `U+${digits.toUpperCase()}`;
}
