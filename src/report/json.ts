/**
 * JSON that is safe to print.
 */
import { UNSAFE } from './printable.ts';

/** Writes a value: it is kept exactly, and what a terminal would act on is escaped. */
export function toJson(value: unknown): string {
  const safe = JSON.stringify(value, null, 2).replace(new RegExp(`[${UNSAFE}]`, 'gu'), (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${safe}\n`;
}
