/**
 * What a radar of a comparison shows: axes, and how far out each role stands on each of them. Free of any layout or format.
 *
 * A radar invites to be read as a measure of people, so it shows only what the ladder states: levels, where there are some,
 * else how much is said. Nothing is averaged, and what is not stated is a gap, never a zero.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Comparison, Held } from '../core/compare.ts';
import { PmrolesError } from '../core/errors.ts';
import { type ExpectedRequirement, expectationsOf, levelOf } from '../core/expectations.ts';

/** What an axis stands for: a skill's level, the highest level in a group of skills, how much is said in an area or a group. */
export type RadarMeasure = 'skill-level' | 'group-level' | 'area-count' | 'group-count';

/** Where a role stands on an axis. */
export interface RadarValue {
  /** How far out, in the units of the rings; undefined is a gap. */
  readonly value: number | undefined;
  /** The same in words: a level, a number, or why there is neither. */
  readonly words: string;
}

/** A direction of the radar. */
export interface RadarAxis {
  /** The id of a skill or an area, or the path of a group as JSON. */
  readonly id: string;
  readonly label: string;
  /** One for each role, in their order. */
  readonly values: readonly RadarValue[];
}

/** A radar to draw. */
export interface Radar {
  readonly measure: RadarMeasure;
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  /** Clockwise from the top; three at the least. */
  readonly axes: readonly RadarAxis[];
  /** The values of the lines of equal value: from the centre, which is 0, outwards; none is greater than the last. */
  readonly rings: readonly number[];
  /** The titles of the levels that the values stand for, from 1; empty where values are counts. */
  readonly levels: readonly string[];
  /** How many compared skills have no level, and so no place on axes that show levels. */
  readonly unlevelled: number;
  /** Whether the ladder has sources, or speaks for itself. */
  readonly sourced: boolean;
}

/** Beyond these nobody can tell the outlines, or the axes, apart. */
export const MOST_RADAR_ROLES = 6;
export const MOST_RADAR_AXES = 12;

/** Fewer axes enclose nothing. */
export const LEAST_RADAR_AXES = 3;

/** No more rings than this, so that their labels stay apart; of levels a few more, each of which is one of its own. */
const MOST_RINGS = 5;
const MOST_LEVEL_RINGS = 8;

const NOT_STATED: RadarValue = { value: undefined, words: 'not stated' };
const NOT_APPLICABLE: RadarValue = { value: undefined, words: 'not applicable' };
const NO_LEVEL: RadarValue = { value: undefined, words: 'no level stated' };

/** A skill of the comparison, with what each role says of it. */
interface ComparedSkill {
  readonly id: string;
  readonly held: readonly Held<ExpectedRequirement>[];
}

/** Skills that share an axis. */
interface SkillAxis {
  readonly id: string;
  readonly label: string;
  readonly skills: readonly ComparedSkill[];
}

/**
 * Chooses what a radar shows: the levels of skills, or of the finest groups of skills that fit; where the compared roles have
 * too few levels for that, the number of responsibilities in each area, or of skills in each group.
 *
 * @throws PmrolesError `usage` for more roles than can be told apart, or where no choice gives 3 to 12 axes
 */
export function radarOf(catalog: Catalog, comparison: Comparison): Radar {
  const { roles } = comparison;
  if (roles.length > MOST_RADAR_ROLES) {
    throw new PmrolesError(
      'usage',
      `${roles.length} roles are too many for one radar, which holds ${MOST_RADAR_ROLES}`,
      { hint: 'name fewer roles, or compare them in a table' },
    );
  }
  const ladderOrder = new Map(catalog.ladder.skills.map(({ id }, index) => [id, index]));
  const skills = [...comparison.skills].sort((a, b) => ladderOrder.get(a.id)! - ladderOrder.get(b.id)!);
  const levelled = skills.filter(({ held }) => held.some(({ statement }) => levelOf(catalog, statement) >= 0));
  const each = levelled.map((skill) => ({
    id: skill.id,
    label: catalog.skills.get(skill.id)!.name,
    skills: [skill],
  }));
  const common = {
    roles: roles.map((id) => ({ id, title: roleTitle(catalog, id) })),
    levels: [],
    unlevelled: 0,
    sourced: catalog.ladder.sources.length > 0,
  };
  const byLevel = fits(each) ? each : finestGroups(catalog, levelled);
  if (byLevel) {
    const axes = byLevel.map((axis) => levelAxis(catalog, comparison, axis));
    const levels = catalog.ladder.levels.map(({ title }) => title);
    const measure = byLevel === each ? 'skill-level' : 'group-level';
    return {
      ...common,
      measure,
      axes,
      levels,
      rings: ringsUpTo(levels.length, MOST_LEVEL_RINGS),
      unlevelled: skills.length - levelled.length,
    };
  }
  const areas = areaAxes(catalog, comparison);
  if (fits(areas)) return { ...common, measure: 'area-count', axes: areas, rings: ringsUpTo(greatest(areas)) };
  const groups = finestGroups(catalog, skills)?.map((axis) => groupCountAxis(comparison, axis));
  if (groups) return { ...common, measure: 'group-count', axes: groups, rings: ringsUpTo(greatest(groups)) };
  throw new PmrolesError(
    'usage',
    `a radar has ${LEAST_RADAR_AXES} to ${MOST_RADAR_AXES} axes, and this comparison has ${skills.length} skills and ${areas.length} areas to make them of`,
    { hint: 'compare other roles, narrow it with --only changed, or compare them in a table' },
  );
}

function fits(axes: readonly unknown[]): boolean {
  return axes.length >= LEAST_RADAR_AXES && axes.length <= MOST_RADAR_AXES;
}

/** The skills by group, as deep as the groups nest and still fit; undefined where no depth fits. */
function finestGroups(catalog: Catalog, skills: readonly ComparedSkill[]): SkillAxis[] | undefined {
  const groupOf = (skill: ComparedSkill): readonly string[] => catalog.skills.get(skill.id)!.group;
  const deepest = skills.reduce((most, skill) => Math.max(most, groupOf(skill).length), 0);
  let best: SkillAxis[] | undefined;
  for (let depth = 1; depth <= deepest; depth++) {
    const groups = new Map<string, { path: readonly string[]; skills: ComparedSkill[] }>();
    for (const skill of skills) {
      const path = groupOf(skill).slice(0, depth);
      const key = JSON.stringify(path);
      const group = groups.get(key);
      if (group) group.skills.push(skill);
      else groups.set(key, { path, skills: [skill] });
    }
    const all = [...groups.values()];
    // Deeper down there are never fewer.
    if (all.length > MOST_RADAR_AXES) break;
    if (!fits(all)) continue;
    const last = (path: readonly string[]): string => path.at(-1) ?? 'Other skills';
    const isAlone = (path: readonly string[]): boolean =>
      all.filter((other) => last(other.path) === last(path)).length < 2;
    best = all.map(({ path, skills: members }) => ({
      id: JSON.stringify(path),
      label: isAlone(path) ? last(path) : path.join(' › ') || last(path),
      skills: members,
    }));
  }
  return best;
}

function levelAxis(catalog: Catalog, comparison: Comparison, { id, label, skills }: SkillAxis): RadarAxis {
  const values = comparison.roles.map((role): RadarValue => {
    const statements = statementsOf(skills, role);
    const highest = statements.reduce((most, statement) => Math.max(most, levelOf(catalog, statement)), -1);
    if (highest >= 0) return { value: highest + 1, words: catalog.ladder.levels[highest]!.title };
    return statements.length > 0 ? NO_LEVEL : whyNothing(comparison, skills, role);
  });
  return { id, label, values };
}

function groupCountAxis(comparison: Comparison, { id, label, skills }: SkillAxis): RadarAxis {
  const values = comparison.roles.map((role): RadarValue => {
    const { length } = statementsOf(skills, role);
    return length > 0 ? { value: length, words: String(length) } : whyNothing(comparison, skills, role);
  });
  return { id, label, values };
}

function statementsOf(skills: readonly ComparedSkill[], role: string): ExpectedRequirement[] {
  return skills.flatMap(({ held }) => held.filter((entry) => entry.role === role).map(({ statement }) => statement));
}

function whyNothing({ notApplicable }: Comparison, skills: readonly ComparedSkill[], role: string): RadarValue {
  const ruledOut = new Set(
    notApplicable.filter(({ held }) => held.some((entry) => entry.role === role)).map(({ skill }) => skill),
  );
  return skills.every(({ id }) => ruledOut.has(id)) ? NOT_APPLICABLE : NOT_STATED;
}

/** The areas in which something is compared, with the number of responsibilities of each role. */
function areaAxes(catalog: Catalog, comparison: Comparison): RadarAxis[] {
  const held = comparison.areas.flatMap(({ items }) => items.flatMap((compared) => compared.held));
  const speaking = new Map(
    comparison.roles.map((role) => [
      role,
      new Set(expectationsOf(catalog, catalog.roles.get(role)!).responsibilities.map(({ area }) => area)),
    ]),
  );
  const shown = new Set(held.map(({ statement }) => statement.area));
  return catalog.ladder.areas
    .filter(({ id }) => shown.has(id))
    .map(({ id, title }) => ({
      id,
      label: title,
      values: comparison.roles.map((role): RadarValue => {
        // Where a filter left out all that is said, the number is 0; where nothing is said, there is none.
        if (!speaking.get(role)!.has(id)) return NOT_STATED;
        const { length } = held.filter((entry) => entry.role === role && entry.statement.area === id);
        return { value: length, words: String(length) };
      }),
    }));
}

function greatest(axes: readonly RadarAxis[]): number {
  return Math.max(1, ...axes.flatMap(({ values }) => values.map(({ value }) => value ?? 0)));
}

/** Round numbers, so few that their labels stay apart, the last one not below the greatest value. */
function ringsUpTo(most: number, mostRings = MOST_RINGS): number[] {
  // 1, 2, 5, 10, 20, 50 and so on.
  let step = 1;
  for (let index = 0; most / step > mostRings; index++) step *= index % 3 === 1 ? 2.5 : 2;
  return Array.from({ length: Math.ceil(most / step) }, (_, index) => (index + 1) * step);
}

/** The title, with the id behind it where another role has the same. */
function roleTitle({ ladder, roles }: Catalog, id: string): string {
  const { title } = roles.get(id)!;
  return ladder.roles.some((role) => role.id !== id && role.title === title) ? `${title} (${id})` : title;
}
