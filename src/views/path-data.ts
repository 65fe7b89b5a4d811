/**
 * Routes and their steps as data: for the json and csv formats, and for the view to draw.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Disagreement } from '../core/model.ts';
import type { Move, Route, RouteQuery, RouteSearch } from '../core/routes/routes.ts';
import { type LevelChange, type StepChange, stepChanges } from '../core/routes/steps.ts';
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

export function pathData(
  catalog: Catalog,
  { from, to, via, avoid, kinds, sources, fewest }: RouteQuery,
  { complete, deadEnd, routes }: RouteSearch,
): Data<'path'> {
  return {
    from,
    to,
    limits: { via, avoid, kinds, sources },
    ranking: fewest ? ['moves', 'unstated'] : ['unstated', 'moves'],
    complete,
    routes: routes.map((route) => ({
      ...route,
      steps: stepChanges(catalog, route.roles).map((step, index) => stepData(route.moves[index]!, step)),
    })),
    disagreements: differences(catalog, routes),
    deadEnd,
  };
}

function stepData(move: Move, { skills, responsibilities, size }: StepChange) {
  const { kind, basis } = move.progressions[0]!;
  return {
    ...move,
    kind,
    basis,
    size,
    skills: { ...skills, raised: skills.raised.map(levelData), lowered: skills.lowered.map(levelData) },
    responsibilities: {
      ...responsibilities,
      kept: responsibilities.kept.map((entry) => ({ ...entry, before: entry.before.text })),
    },
  };
}

function levelData({ skill, from, to }: LevelChange) {
  return { skill, from: from.level, to: to.level, cites: to.cites };
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
        ...(['gained', 'kept', 'left'] as const).flatMap((change) => [
          ...responsibilities[change].map((entry) => ({ ...entry, change, what: 'responsibility' })),
          ...skills[change].map((entry) => skillRow(change, entry)),
        ]),
        ...skills.raised.map(({ from: before, to: after }) => skillRow('raised', after, before.level)),
        ...skills.lowered.map(({ from: before, to: after }) => skillRow('lowered', after, before.level)),
        ...skills.ruledOut.map((entry) => skillRow('ruledOut', entry)),
      ];
      return changes.map((entry) => ({ ...entry, route: number + 1, step: index + 1, from, to, kind, basis, size }));
    }),
  );
  return recordsOf('route step from to kind basis size change what id text levelBefore level origin cites', rows);
}
