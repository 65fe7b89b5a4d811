/**
 * JSON that is safe to print.
 */
import { UNSAFE } from './printable.ts';

/** A list of texts and numbers, an entry a line; no text has a line break that is not escaped. */
const SIMPLE_LIST = /\[\n\s*((?:"(?:[^"\\\n]|\\.)*"|[\d.-]+)(?:,\n\s*(?:"(?:[^"\\\n]|\\.)*"|[\d.-]+))*)\n\s*\]/g;

/** A list that is longer keeps an entry a line. */
const LONGEST_LIST = 120;

/** Writes a value: it is kept exactly, and what a terminal would act on is escaped. */
export function toJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).replace(SIMPLE_LIST, (list: string, entries: string) => {
    const line = `[${entries.replace(/,\n\s*/g, ', ')}]`;
    return line.length > LONGEST_LIST ? list : line;
  });
  const safe = lines.replace(new RegExp(`[${UNSAFE}]`, 'gu'), (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${safe}\n`;
}
