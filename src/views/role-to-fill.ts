/**
 * What an advert and an interview share: what a role expects, in the order that whoever fills it wants.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ExpectedRequirement, ExpectedResponsibility } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import { IMPORTANCES } from '../core/model.ts';
import { type Block, bullets, heading, type Line } from '../report/report.ts';

/** Responsibilities under their areas, in the ladder's order. */
export function areaBlocks(
  { ladder }: Catalog,
  level: 2 | 3,
  responsibilities: readonly ExpectedResponsibility[],
  said: (responsibility: ExpectedResponsibility) => Line,
): Block[] {
  const areas = groupBy(responsibilities, ({ area }) => area);
  return ladder.areas.flatMap(({ id, title }) => {
    const members = areas.get(id);
    return members ? [heading(level, title), ...bullets(members.map(said), level - 1)] : [];
  });
}

/** Skills by how much they matter, the most important first; a title is undefined where the ladder does not say how much. */
export function byImportance(needed: readonly ExpectedRequirement[]) {
  const groups = groupBy(needed, ({ importance }) => importance);
  return [...IMPORTANCES, undefined].flatMap((importance) => {
    const members = groups.get(importance);
    const title = importance && importance[0]!.toUpperCase() + importance.slice(1);
    return members ? [{ title, members }] : [];
  });
}
