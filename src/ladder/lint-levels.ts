/**
 * What is doubtful about levels: those that fall on the way up.
 */
import { type Catalog, createCatalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import type { Ladder } from '../core/model.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, type Placed, within } from './draft.ts';
import { movesOf } from './lint-moves.ts';

type RoleEntry = Draft['roles'][number]['value'];

/**
 * Tells of levels that fall between what two roles say themselves. A pair of roles costs as much as the smaller of the two.
 */
export function lintLevels(draft: Draft, findings: Findings): void {
  const order = new Map(draft.levels.map(({ value }, index) => [value.id, index]));
  if (order.size < 2) return;
  const { roles, edges } = movesOf(draft);
  const levels = roles.map(({ value }) => ownLevels(value));
  const told = new Set<string>();
  for (const { from, to, kind } of edges) {
    if (kind !== 'promotion') continue;
    const [before, after] = [levels[from]!, levels[to]!];
    for (const skill of (before.size < after.size ? before : after).keys()) {
      const [lower, upper] = [before.get(skill), after.get(skill)];
      if (!lower || !upper || told.has(`${to} ${skill}`)) continue;
      if (!(order.get(upper.level)! < order.get(lower.level)!)) continue;
      told.add(`${to} ${skill}`);
      const [low, high] = [roles[from]!, roles[to]!];
      findings.add(
        'level-falls',
        within(high.at, 'skills', upper.index, 'level'),
        `the promotion from "${low.value.id}" to "${high.value.id}" lowers "${skill}" from ${lower.level} to ${upper.level}`,
        { other: within(low.at, 'skills', lower.index, 'level') },
      );
    }
  }
}

/** The levels that a role's own entries give, and where they stand. */
function ownLevels(role: RoleEntry): Map<string, { readonly level: string; readonly index: number }> {
  const bySkill = new Map<string, { readonly level: string; readonly index: number }>();
  each(role.skills, (entry, index) => {
    if (typeof entry === 'object' && entry.level !== undefined) {
      bySkill.set(entry.skill, { level: entry.level, index });
    }
  });
  return bySkill;
}

/** What each role is expected to be good at; undefined, and told, where that is more than anything can be asked about. */
function expectedOf(
  catalog: Catalog,
  roles: readonly Placed<RoleEntry>[],
  findings: Findings,
): (readonly ExpectedRequirement[])[] | undefined {
  try {
    return roles.map(({ value }) => expectationsOf(catalog, catalog.roles.get(value.id)!).needed);
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const hint = `show, compare, path, skills, why and quiz refuse to add it up; ${error.hint ?? ''}`;
    findings.add('too-much-carried', within(roles[0]!.at, 'id'), error.message, { hint });
    return undefined;
  }
}

/**
 * Tells of levels that fall on the way up where one of the two is taken over from another role. Only for a ladder without
 * errors.
 */
export function lintCarriedLevels(draft: Draft, ladder: Ladder, findings: Findings): void {
  if (!ladder.cumulative && ladder.roles.every(({ includes }) => includes.length === 0)) return;
  const catalog = createCatalog(ladder);
  const { roles, edges } = movesOf(draft);
  const index = new Map(roles.map(({ value }, at) => [value.id, at]));
  const expected = expectedOf(catalog, roles, findings);
  if (!expected) return;
  const bySkill = expected.map((needed) => new Map(needed.map((requirement) => [requirement.skill, requirement])));
  const own = roles.map(({ value }) => ownLevels(value));
  const placeOf = (role: number, skill: string): Place => {
    const { at, value } = roles[role]!;
    const entry = own[role]!.get(skill);
    if (entry) return within(at, 'skills', entry.index, 'level');
    const origin = bySkill[role]!.get(skill)?.origin;
    return origin === undefined || origin.role === value.id
      ? within(at, 'id')
      : placeIn(index.get(origin.role)!, skill);
  };
  const placeIn = (role: number, skill: string): Place =>
    within(roles[role]!.at, 'skills', own[role]!.get(skill)!.index, 'level');
  const source = (role: number, skill: string): string => {
    const origin = bySkill[role]!.get(skill)!.origin;
    return origin ? ` (taken over from "${origin.role}")` : '';
  };
  const told = new Set<string>();
  for (const { from, to, kind } of edges) {
    if (kind !== 'promotion') continue;
    for (const { skill, level } of expected[to]!) {
      const before = bySkill[from]!.get(skill);
      if (level === undefined || before?.level === undefined || told.has(`${to} ${skill}`)) continue;
      // What both say themselves has been told already.
      if (own[from]!.has(skill) && own[to]!.has(skill)) continue;
      if (catalog.levelOrder.get(level)! >= catalog.levelOrder.get(before.level)!) continue;
      told.add(`${to} ${skill}`);
      findings.add(
        'level-falls',
        placeOf(to, skill),
        `the promotion from "${roles[from]!.value.id}" to "${roles[to]!.value.id}" lowers "${skill}" from ${before.level}${source(from, skill)} to ${level}${source(to, skill)}`,
        { other: placeOf(from, skill) },
      );
    }
  }
}
