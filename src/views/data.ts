/**
 * The pieces that the JSON output is made of. Every key is always there: what is not known is null, never left out.
 */
import type { ExpectedRequirement, ExpectedResponsibility, Origin } from '../core/expectations.ts';
import type { Disagreement, Level, Progression, Statement } from '../core/model.ts';

/** A statement as JSON. */
export function statementData({ text, cites, editorial }: Statement) {
  return { text, cites, editorial };
}

function originData(origin: Origin | undefined) {
  return origin ? { role: origin.role, cites: origin.cites } : null;
}

/** A responsibility as JSON; `origin` is the role that it is taken over from. */
export function responsibilityData(responsibility: ExpectedResponsibility) {
  const { id, area, origin } = responsibility;
  return { id, area, ...statementData(responsibility), origin: originData(origin) };
}

/** A requirement as JSON; `origin` is the role that it is taken over from. */
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
