/**
 * Skills under their groups, which may nest to any depth.
 */
import type { Catalog } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { type Block, bullets, heading, type HeadingLevel, type Line, styled } from '../report/report.ts';

/** Below this many groups the rest of a path is one heading: there are six levels of headings, and two stand above. */
const MOST_NESTED = 4;

/** What is said of skills, each under the headings of its groups. */
export function groupedSkills<Entry extends { readonly skill: string }>(
  catalog: Catalog,
  entries: readonly Entry[],
  said: (entry: Entry) => Line,
): Block[] {
  const order = new Map(catalog.ladder.skills.map((skill, index) => [skill.id, index]));
  const sorted = entries.toSorted((a, b) => order.get(a.skill)! - order.get(b.skill)!);
  return blocksFrom(
    sorted.map((entry) => ({ path: headingsOf(catalog.skills.get(entry.skill)!.group), line: said(entry) })),
    0,
  );
}

interface Placed {
  readonly path: readonly string[];
  readonly line: Line;
}

/** What is in no group stands under no heading, and so no deeper than the section itself. */
function blocksFrom(entries: readonly Placed[], depth: number): Block[] {
  const here = entries.filter(({ path }) => path.length === depth);
  const below = entries.filter(({ path }) => path.length > depth);
  return [
    ...bullets(
      here.map(({ line }) => line),
      depth + 1,
    ),
    ...[...groupBy(below, ({ path }) => path[depth]!)].flatMap(([name, members]) => [
      heading((depth + 3) as HeadingLevel, styled('name', name)),
      ...blocksFrom(members, depth + 1),
    ]),
  ];
}

function headingsOf(group: readonly string[]): readonly string[] {
  if (group.length <= MOST_NESTED) return group;
  return [...group.slice(0, MOST_NESTED - 1), group.slice(MOST_NESTED - 1).join(' › ')];
}
