/**
 * Routes and their steps as data: for the json and csv formats, and for the view to draw.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Disagreement } from '../core/model.ts';
import type { Move, Route, RouteQuery, RouteSearch } from '../core/routes/routes.ts';
import { type SkillMove, type StepChange, stepChanges } from '../core/routes/steps.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { requirementLabel } from './parts.ts';
import { recordsOf } from './records.ts';

/** What the sources contradict one another about, as far as it is about two roles that follow each other on a route. */
export function differences(catalog: Catalog, routes: readonly Route[]): readonly Disagreement[] {
  const moves = routes.flatMap((route) => route.moves);
  return catalog.ladder.disagreements.filter(
    ({ roles }) =>
      roles.length < catalog.ladder.roles.length &&
      moves.some(({ from, to }) => roles.includes(from) && roles.includes(to)),
  );
}

/**
 * The plain result of `pmroles path`: what routes share is said once. What the steps take is said of the best route, of the others
 * with `all`; `full` adds all that the roles ask for.
 */
export function pathData(
  catalog: Catalog,
  { from, to, via, avoid, kinds, sources, fewest }: RouteQuery,
  { complete, deadEnd, routes: found }: RouteSearch,
  { all, full }: { readonly all: boolean; readonly full: boolean },
): Data<'path'> {
  const onRoutes = new Set(found.flatMap((route) => route.roles));
  const roles = catalog.ladder.roles.filter(({ id }) => onRoutes.has(id));
  const expectations = roles.map((role) => ({ role: role.id, ...expectationsOf(catalog, role) }));
  const skills = new Set(expectations.flatMap(({ requirements }) => requirements.map(({ skill }) => skill)));
  const texts = groupBy(
    expectations.flatMap(({ responsibilities }) => responsibilities),
    ({ id }) => id,
  );
  return {
    from,
    to,
    limits: { via, avoid, kinds, sources },
    ranking: fewest ? ['moves', 'unstated'] : ['unstated', 'moves'],
    complete,
    roles: Object.fromEntries(roles.map(({ id, title }) => [id, title])),
    skills: Object.fromEntries(
      catalog.ladder.skills.filter(({ id }) => skills.has(id)).map(({ id, name }) => [id, name]),
    ),
    responsibilities: Object.fromEntries([...texts].map(([id, [first]]) => [id, first!.text])),
    expectations: full ? expectations.map((entry) => ({ ...entry, skills: entry.requirements })) : null,
    routes: found.map((route, place) => ({
      ...route,
      steps: stepChanges(catalog, route.roles).map((step, index) =>
        stepData(route.moves[index]!, step, all || place === 0),
      ),
    })),
    disagreements: differences(catalog, found).map((entry) => ({ ...entry, positions: full ? entry.positions : null })),
    deadEnd,
  };
}

function stepData(move: Move, { skills, responsibilities, size }: StepChange, told: boolean) {
  const { kind, basis } = move.progressions[0]!;
  const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  const skillsOf = (entries: readonly { readonly skill: string }[]): string[] => entries.map(({ skill }) => skill);
  return {
    ...move,
    kind,
    basis,
    size,
    skills: told
      ? {
          ...skills,
          gained: skillsOf(skills.gained),
          raised: skills.raised.map(levelData),
          lowered: skills.lowered.map(levelData),
          reworded: skills.reworded.map(({ skill, from, to }) => ({ skill, from: from.text, to: to.text })),
          kept: skillsOf(skills.kept),
          left: skillsOf(skills.left),
          ruledOut: skillsOf(skills.ruledOut),
        }
      : null,
    responsibilities: told
      ? {
          ...responsibilities,
          gained: idsOf(responsibilities.gained),
          grown: responsibilities.grown.map(({ id, growsOutOf }) => ({ id, growsOutOf: idsOf(growsOutOf) })),
          kept: idsOf(responsibilities.kept),
          left: idsOf(responsibilities.left),
        }
      : null,
  };
}

function levelData({ skill, from, to }: SkillMove) {
  return { skill, from: from.level, to: to.level };
}

/** The steps of each route as flat rows: one for each skill and responsibility that changes or stays. */
export function pathRecords(catalog: Catalog, routes: readonly Route[]): Records {
  const skillRow = (change: string, entry: ExpectedRequirement, levelBefore?: string) => {
    return { ...entry, change, what: 'skill', id: entry.skill, text: requirementLabel(catalog, entry), levelBefore };
  };
  const rows = routes.flatMap((route, number) =>
    stepChanges(catalog, route.roles).flatMap(({ skills, responsibilities, size }, index) => {
      const { from, to, progressions } = route.moves[index]!;
      const { kind, basis } = progressions[0]!;
      const changes = [
        ...(['gained', 'grown', 'returned', 'kept', 'left'] as const).flatMap((change) =>
          responsibilities[change].map((entry) => ({ ...entry, change, what: 'responsibility' })),
        ),
        ...(['gained', 'returned', 'kept', 'left'] as const).flatMap((change) =>
          skills[change].map((entry) => skillRow(change, entry)),
        ),
        ...(['raised', 'lowered', 'reworded'] as const).flatMap((change) =>
          skills[change].map(({ from: before, to: after }) => skillRow(change, after, before.level)),
        ),
        ...skills.ruledOut.map((entry) => skillRow('ruledOut', entry)),
      ];
      return changes.map((entry) => ({ ...entry, route: number + 1, step: index + 1, from, to, kind, basis, size }));
    }),
  );
  return recordsOf('route step from to kind basis size change what id text levelBefore level origin cites', rows);
}
