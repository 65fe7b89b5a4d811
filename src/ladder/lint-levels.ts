/**
 * What is doubtful about levels: those that fall on the way up.
 */
import { createCatalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import type { Ladder } from '../core/model.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, within } from './draft.ts';
import { movesOf } from './lint-moves.ts';

/** The level that a role asks for. */
interface Asked {
  readonly level: string;
  readonly at: Place;
  /** The role that it is inherited from; absent where the role asks for it itself. */
  readonly origin?: string;
}

type Levels = ReadonlyMap<string, Asked>;

/**
 * Tells of levels that fall between two roles; of inherited ones too where the ladder is without errors. A pair of roles costs
 * as much as the smaller of the two.
 */
export function lintLevels(draft: Draft, ladder: Ladder | undefined, findings: Findings): void {
  const { roles, moves } = movesOf(draft);
  const own = roles.map(ownLevels);
  const expected = ladder && expectedOf(draft, ladder, findings);
  const levels = expected ? withInherited(draft, own, expected) : own;
  const order = new Map(draft.levels.map(({ value }, index) => [value.id, index]));
  const told = new Set<string>();
  for (const { from, to, kind } of moves) {
    if (kind !== 'promotion') continue;
    const [before, after] = [levels[from]!, levels[to]!];
    for (const skill of (before.size < after.size ? before : after).keys()) {
      const [lower, upper] = [before.get(skill), after.get(skill)];
      if (!lower || !upper || !(order.get(upper.level)! < order.get(lower.level)!)) continue;
      // Of many moves to a role one is told of, and one more where what falls is inherited.
      const isOwn = lower.origin === undefined && upper.origin === undefined;
      const key = `${to} ${skill} ${String(isOwn)}`;
      if (told.has(key)) continue;
      told.add(key);
      const [low, high] = [roles[from]!.value.id, roles[to]!.value.id];
      const message = `the promotion from "${low}" to "${high}" lowers "${skill}" from ${said(lower)} to ${said(upper)}`;
      findings.add('level-falls', upper.at, message, { other: lower.at });
    }
  }
}

const said = ({ level, origin }: Asked): string =>
  origin === undefined ? level : `${level} (inherited from "${origin}")`;

/** The levels that a role's own entries ask for. */
function ownLevels({ value, at }: Draft['roles'][number]): Levels {
  const levels = new Map<string, Asked>();
  each(value.skills, (entry, index) => {
    if (typeof entry === 'string' || entry.level === undefined || entry.notApplicable === true) return;
    levels.set(entry.skill, { level: entry.level, at: within(at, 'skills', index, 'level') });
  });
  return levels;
}

/** The levels that each role asks for, with those that it inherits. */
function withInherited(
  { roles }: Draft,
  own: readonly Levels[],
  expected: readonly (readonly ExpectedRequirement[])[],
): Levels[] {
  const index = new Map(roles.map(({ value }, at) => [value.id, at]));
  return expected.map((needed, role) => {
    const inherited = needed.flatMap(({ skill, level, origin }): [string, Asked][] => {
      if (level === undefined || origin === undefined) return [];
      return [[skill, { level, at: own[index.get(origin.role)!]!.get(skill)!.at, origin: origin.role }]];
    });
    return new Map([...own[role]!, ...inherited]);
  });
}

/** What each role is expected to be good at; undefined where none inherits anything, and where it is more than can be added up. */
function expectedOf(draft: Draft, ladder: Ladder, findings: Findings): (readonly ExpectedRequirement[])[] | undefined {
  if (!ladder.cumulative && ladder.roles.every(({ includes }) => includes.length === 0)) return undefined;
  const catalog = createCatalog(ladder);
  try {
    return draft.roles.map(({ value }) => expectationsOf(catalog, catalog.roles.get(value.id)!).needed);
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const hint = `commands that need it all will refuse the ladder; ${error.hint ?? ''}`;
    findings.add('too-much-carried', within(draft.roles[0]!.at, 'id'), error.message, { hint });
    return undefined;
  }
}
