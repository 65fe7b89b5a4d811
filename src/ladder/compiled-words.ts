/**
 * An index of the words of a ladder as bytes: a line of JSON, then the numbers as the machine has them.
 */
import type { WordIndex } from '../core/search/word-index.ts';

/** The arrays of an index, in the order in which they are kept. */
const ARRAYS = ['starts', 'passages', 'uses', 'lengths', 'sizes'] as const;

const BYTES = Uint32Array.BYTES_PER_ELEMENT;

interface Head {
  readonly words: readonly string[];
  /** How many numbers each array has. */
  readonly counts: readonly number[];
  /** The first byte of the number 1: on a machine that lays numbers out the other way the arrays say something else. */
  readonly one: number;
}

/** Lays an index out. */
export function encodeWords(index: WordIndex): Buffer {
  const head: Head = { words: index.words, counts: ARRAYS.map((name) => index[name].length), one: firstByte() };
  const arrays = ARRAYS.map((name) => {
    const { buffer, byteOffset, byteLength } = index[name];
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...arrays]);
}

/** Opens an index. */
export function decodeWords(content: Buffer): WordIndex | undefined {
  const end = content.indexOf('\n');
  const { words, counts, one } = JSON.parse(content.toString('utf8', 0, end)) as Head;
  if (one !== firstByte()) return undefined;
  let from = content.byteOffset + end + 1;
  const arrays = ARRAYS.map((name, place) => {
    const to = from + counts[place]! * BYTES;
    // Copied, because numbers must begin at a multiple of their length.
    const array = new Uint32Array(content.buffer.slice(from, to));
    from = to;
    return [name, array] as const;
  });
  return { words, ...(Object.fromEntries(arrays) as Pick<WordIndex, (typeof ARRAYS)[number]>) };
}

function firstByte(): number {
  return new Uint8Array(Uint32Array.of(1).buffer)[0]!;
}
