/**
 * A ladder document as JSON that our own reader, which reads YAML, takes back as it was.
 */
import type { LadderFile } from '../schema/ladder-file.ts';
import { escapeBrackets, escapeUnsafe } from './escapes.ts';

/** A text of JSON, its quotes included. */
const TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/** Writes a ladder document as JSON. */
export function writeJson(document: LadderFile): string {
  const json = JSON.stringify(document, null, 2).replace(TEXT, escapeBrackets);
  return `${escapeUnsafe(json, 'pair')}\n`;
}
