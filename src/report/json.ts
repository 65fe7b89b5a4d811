/**
 * JSON, the contract with programs: one envelope for every command, described by the output schema that ships with the package.
 */
import type { Envelope, Report } from './report.ts';

/** Raised when a key changes its meaning or goes away; new keys do not raise it. */
export const SCHEMA_VERSION = 1;

/** Renders a report's data as JSON. */
export function renderJson(report: Report, envelope: Envelope): string {
  const { command, ladder } = envelope;
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    command,
    ladder: ladder ? { id: ladder.id, version: ladder.version } : null,
    data: report.data(),
  });
}

/** What stands between the quotes of JSON and would still reach a terminal as a command or reorder the line. */

const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The invisible tag characters, which lie beyond the first plane. */
const TAGS = /\udb40[\udc00-\udc7f]/g;

/** Writes a value as JSON that is safe to print: the value is kept exactly, what a terminal would act on is escaped. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  const safe = json
    .replace(UNSAFE, escapeUnit)
    .replace(TAGS, (pair) => escapeUnit(pair.charAt(0)) + escapeUnit(pair.charAt(1)));
  return `${safe}\n`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
