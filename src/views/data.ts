/**
 * The pieces that the JSON output is made of, and the rows of csv. Every key of JSON is always there: what is not known is
 * null, never left out.
 */
import type { ExpectedRequirement, ExpectedResponsibility, Origin } from '../core/expectations.ts';
import type { Disagreement, Level, Progression, Statement, Track } from '../core/model.ts';
import type { Records } from '../report/report.ts';

/** A statement as JSON. */
export function statementData({ text, cites, editorial }: Statement) {
  return { text, cites, editorial };
}

function originData(origin: Origin | undefined) {
  return origin ? { role: origin.role, cites: origin.cites } : null;
}

/** A responsibility as JSON; `origin` is the role that it is inherited from. */
export function responsibilityData(responsibility: ExpectedResponsibility) {
  const { id, area, origin } = responsibility;
  return { id, area, ...statementData(responsibility), origin: originData(origin) };
}

/** A requirement as JSON; `origin` is the role that it is inherited from. */
export function requirementData(requirement: ExpectedRequirement) {
  const { skill, level, importance, notApplicable, origin } = requirement;
  return {
    skill,
    level: level ?? null,
    importance: importance ?? null,
    notApplicable: notApplicable ?? false,
    ...statementData(requirement),
    origin: originData(origin),
  };
}

/** A level as JSON. */
export function levelScaleData({ id, title, description }: Level) {
  return { id, title, description: description ?? null };
}

/** A progression as JSON. */
export function progressionData({ from, to, kind, basis, cites, note }: Progression) {
  return { from, to, kind, basis, cites, note: note ?? null };
}

/** A disagreement as JSON. */
export function disagreementData({ id, title, roles, positions }: Disagreement) {
  return { id, title, roles, positions: positions.map(statementData) };
}

/** A track as JSON. */
export function trackData({ id, title, description }: Track) {
  return { id, title, description: description ?? null };
}

/** The positions of disagreements, for rows. */
export function positionRows(disagreements: readonly Disagreement[]) {
  return disagreements.flatMap(({ id, positions }) =>
    positions.map((position) => ({ kind: 'disagreement', id, ...position })),
  );
}

/** The single words of a text. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

type Value = string | number | boolean | null | undefined | readonly string[] | { readonly role: string };

/**
 * Flat rows for csv: the named columns of each entry. What an entry lacks is empty, a list is its words, an origin is its role;
 * what else it has is passed over, so that rows can be what JSON and the core have already.
 */
export function recordsOf<Columns extends string>(
  columns: Columns,
  entries: readonly Readonly<Partial<Record<Words<Columns>, Value>>>[],
): Records {
  const names = columns.split(' ') as Words<Columns>[];
  return { columns: names, rows: entries.map((entry) => names.map((name) => field(entry[name]))) };
}

function field(value: Value): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  return 'role' in value ? value.role : value.join(' ');
}
