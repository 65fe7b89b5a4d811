/**
 * The contract of the JSON output, as a check.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '../../src/report/report.ts';
import { answerOf, type Command, type Data, OUTPUT_SCHEMA } from '../../src/schema/output.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const check = ajv.compile(closed(OUTPUT_SCHEMA) as object);

/**
 * Holds an answer against the schema.
 *
 * @param answer what was written with --json, parsed
 * @returns what is wrong with it; empty where it fits
 */
export function outputProblems(answer: unknown): string {
  return check(answer) ? '' : JSON.stringify(check.errors, null, 1);
}

/** What JSON writes of a report's data. */
export function jsonOf<C extends Command>(command: C, report: Report): Data<C> {
  return (answerOf(command, undefined, report.data()) as { data: Data<C> }).data;
}

/** The contract lets keys be added; in tests a key that the schema does not know is a mistake. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, closed(value)] as const);
  const isObject = (part as { type?: unknown }).type === 'object' && 'required' in part;
  return { ...Object.fromEntries(entries), ...(isObject ? { additionalProperties: false } : {}) };
}
