/**
 * Reads a ladder that is written in JSON.
 *
 * JSON is YAML, and the YAML parser would read it; but it takes some eighty times as long as `JSON.parse`. What `JSON.parse`
 * lets pass and a ladder must not hold (a key twice in one mapping, bottomless nesting) is looked for here; a text with any
 * of it, or with any other mistake, is left to the YAML parser, which knows how to speak of mistakes.
 */
import type { Part, Path } from '../schema/shape.ts';

/** Parses JSON: gives the value, and the way back from a path in it to an offset in the text. */
export function parseJson(text: string, mostNesting: number) {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isSound(text, mostNesting)) return undefined;
  return { value, offsetOf: locator(text) };
}

/** Whether no mapping has a key twice, and nothing is nested too deeply. The text is known to be JSON. */
function isSound(text: string, mostNesting: number): boolean {
  // The keys of the mappings that are open; undefined stands for a list.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && text.charCodeAt(skipBlank(text, end)) === COLON) {
        const key = keyIn(text, at, end);
        if (keys.has(key)) return false;
        keys.add(key);
      }
      at = end - 1;
    } else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      if (open.push(character === OPEN_BRACE ? new Set() : undefined) > mostNesting) return false;
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) open.pop();
  }
  return true;
}

/** An entry of a list or mapping: where its key (if it has one) and its value start. */
interface Child {
  readonly key: number;
  readonly value: number;
}

/** Finds offsets; what was found of a list or mapping is kept, so that many paths through it cost little more than one. */
function locator(text: string) {
  const known = new Map<number, ReadonlyMap<string, Child>>();
  const childrenOf = (offset: number): ReadonlyMap<string, Child> => {
    let children = known.get(offset);
    if (!children) known.set(offset, (children = readChildren(text, offset)));
    return children;
  };
  return (path: Path, part: Part): number => {
    let offset = skipBlank(text, 0);
    for (const [index, step] of path.entries()) {
      const child = childrenOf(offset).get(String(step));
      if (!child) break;
      offset = part === 'key' && index === path.length - 1 ? child.key : child.value;
    }
    return offset;
  };
}

/** The entries of the list or mapping at an offset, by key or index; none where something else stands. */
function readChildren(text: string, offset: number): ReadonlyMap<string, Child> {
  const children = new Map<string, Child>();
  const isMapping = text.charCodeAt(offset) === OPEN_BRACE;
  if (!isMapping && text.charCodeAt(offset) !== OPEN_BRACKET) return children;
  let at = skipBlank(text, offset + 1);
  while (text.charCodeAt(at) !== CLOSE_BRACE && text.charCodeAt(at) !== CLOSE_BRACKET) {
    const key = at;
    let name = String(children.size);
    if (isMapping) {
      const end = endOfString(text, at);
      name = keyIn(text, at, end);
      at = skipBlank(text, skipBlank(text, end) + 1);
    }
    children.set(name, { key, value: at });
    at = skipBlank(text, endOfValue(text, at));
    if (text.charCodeAt(at) === COMMA) at = skipBlank(text, at + 1);
  }
  return children;
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** The offset behind a string that starts at an offset. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charCodeAt(at - 1 - count) === BACKSLASH) count++;
  return count % 2 === 1;
}

/** The offset behind a value that starts at an offset. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at) - 1;
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) depth++;
    else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && character === COMMA) return at;
    at++;
    if (depth === 0 && (character === QUOTE || character === CLOSE_BRACE || character === CLOSE_BRACKET)) return at;
  }
  return at;
}

function keyIn(text: string, from: number, end: number): string {
  return JSON.parse(text.slice(from, end)) as string;
}
