/**
 * JSON, the contract with programs: one envelope for every command, described by the output schema that ships with the package.
 */
import { UNSAFE } from './printable.ts';
import type { Envelope, Report } from './report.ts';

/** Raised when a key changes its meaning or goes away; new keys do not raise it. */
export const SCHEMA_VERSION = 1;

export function renderJson(report: Report, envelope: Envelope): string {
  const { command, ladder } = envelope;
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    command,
    ladder: ladder ? { id: ladder.id, version: ladder.version } : null,
    data: report.data(),
  });
}

/** Writes a value as JSON that is safe to print: the value is kept exactly, what a terminal would act on is escaped. */
export function toJson(value: unknown): string {
  const safe = JSON.stringify(value, null, 2).replace(new RegExp(`[${UNSAFE}]`, 'gu'), (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${safe}\n`;
}
