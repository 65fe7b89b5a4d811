/**
 * Orders that do not depend on the machine's language settings.
 */
import type { Role } from './model.ts';

/** Compares two strings by code unit, so that every machine sorts alike. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two roles from junior to senior; equal ranks go by id. */
export function byRank(a: Role, b: Role): number {
  return a.rank - b.rank || byCodeUnit(a.id, b.id);
}
