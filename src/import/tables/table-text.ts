/**
 * The text of a table, in whatever encoding it was saved.
 */
import { tableError } from '../table-error.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** What a file begins with that says its encoding. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Controls that no text has. Vertical tabs and form feeds come from Word. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/;

/** What Windows-1252 has from 0x80 to 0x9f: some versions of Node decode it as ISO 8859-1, which has controls there. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text, with LF alone at the ends of its lines, and what was guessed to read it. */
export function decodeTable(
  file: string,
  bytes: Uint8Array,
  encoding?: Encoding,
): { readonly text: string; readonly notes: readonly string[] } {
  const marked = MARKS.find(([mark]) => mark.every((byte, place) => bytes[place] === byte))?.[1];
  const wanted = encoding ?? marked;
  const read = decode(bytes, wanted ?? 'utf-8');
  if (read === undefined && wanted !== undefined) {
    throw tableError(file, undefined, `it is not valid ${wanted.toUpperCase()}`, 'save it as UTF-8');
  }
  const text = (read ?? decode(bytes, 'windows-1252')!).replace(/\r\n?/g, '\n');
  const control = text.search(CONTROL);
  if (control >= 0) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    const hint = 'save it as CSV in UTF-8, or name its encoding';
    throw tableError(file, lineAt(text, control), `this is not text: it has the control character U+${code}`, hint);
  }
  return { text, notes: read === undefined ? ['read as Windows-1252, since it is not valid UTF-8'] : [] };
}

/** The line in which a place of a text is. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < place; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (encoding !== 'windows-1252') return text;
    return text.replace(/[\x80-\x9f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80]!);
  } catch {
    return undefined;
  }
}
