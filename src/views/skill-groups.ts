/**
 * Skills under their groups, which may nest to any depth.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import { type Block, bullets, heading, type HeadingLevel, type Line, styled } from '../report/report.ts';

/** Below this many groups the rest of a path is one heading: there are six levels of headings, and two stand above. */
const MOST_NESTED = 4;

interface Group {
  readonly name: string;
  readonly depth: number;
  readonly members: ExpectedRequirement[];
  readonly groups: Map<string, Group>;
}

/** Puts skills under headings of their groups. */
export function groupedSkills(
  catalog: Catalog,
  requirements: readonly ExpectedRequirement[],
  entry: (requirement: ExpectedRequirement) => Line,
): Block[] {
  const order = new Map(catalog.ladder.skills.map((skill, index) => [skill.id, index]));
  const top: Group = { name: '', depth: 0, members: [], groups: new Map() };
  for (const requirement of [...requirements].sort((a, b) => order.get(a.skill)! - order.get(b.skill)!)) {
    let group = top;
    for (const name of headingsOf(catalog.skills.get(requirement.skill)!.group)) {
      let inner = group.groups.get(name);
      if (!inner) group.groups.set(name, (inner = { name, depth: group.depth + 1, members: [], groups: new Map() }));
      group = inner;
    }
    group.members.push(requirement);
  }
  const blocks: Block[] = [];
  const open = [top];
  for (let group = open.pop(); group; group = open.pop()) {
    if (group.depth > 0) blocks.push(heading((group.depth + 2) as HeadingLevel, styled('name', group.name)));
    // What is in no group stands under no heading, and so no deeper than the section itself.
    for (const block of bullets(group.members.map(entry), group.depth + 1)) blocks.push(block);
    for (const inner of [...group.groups.values()].reverse()) open.push(inner);
  }
  return blocks;
}

function headingsOf(group: readonly string[]): string[] {
  if (group.length <= MOST_NESTED) return [...group];
  return [...group.slice(0, MOST_NESTED - 1), group.slice(MOST_NESTED - 1).join(' › ')];
}
