/**
 * All that a ladder says of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Progression } from '../core/model.ts';
import {
  type Block,
  bullets,
  item,
  join,
  type Line,
  list,
  muted,
  paragraph,
  section,
  styled,
} from '../report/report.ts';
import {
  aside,
  citeNote,
  count,
  disagreementBlocks,
  groundNote,
  levelMeaning,
  moveNote,
  requirementLabel,
  roleLink,
  skillLink,
  skillName,
  sourceNote,
  statementLine,
  type ViewOptions,
} from './parts.ts';
import { silence } from './show-brief.ts';
import type { Shown } from './shown.ts';
import { groupedSkills } from './skill-groups.ts';

export function fullBlocks(shown: Shown): Block[] {
  const { catalog, role, options } = shown;
  const contrastLines = shown.contrasts.map((contrast): Line => {
    const others = contrast.roles.filter((id) => id !== role.id).map((id) => [roleLink(catalog, id, 'strong')]);
    const source = options.cites ? citeNote(contrast, options) : sourceNote(catalog, contrast);
    return [...join(others, ', '), ': ', contrast.text, ...source];
  });
  const notes = role.notes.map((note) => statementLine(catalog, note, options));
  return [
    ...bullets([shown.called, ...shown.inherits]),
    ...responsibilityBlocks(shown),
    ...skillBlocks(shown),
    ...silence(shown),
    ...moveBlocks('What comes before', shown.previous, (move) => move.from, shown),
    ...moveBlocks('What comes after', shown.next, (move) => move.to, shown),
    ...section(2, 'Compared with other roles', bullets(contrastLines)),
    ...section(2, 'Notes', bullets(notes)),
    ...disagreementBlocks(shown.disagreements, options),
  ];
}

function responsibilityBlocks({ catalog, expectations: { responsibilities }, options }: Shown): Block[] {
  const areas = catalog.ladder.areas.flatMap((area) => {
    const lines = responsibilities
      .filter((responsibility) => responsibility.area === area.id)
      .map((responsibility) => statementLine(catalog, responsibility, options));
    return section(3, styled('name', area.title), bullets(lines, 2));
  });
  return section(2, `Responsibilities · ${responsibilities.length}`, areas);
}

/** The skills that the role needs under their groups, then those that it does not. */
function skillBlocks({ catalog, expectations: { needed, requirements }, options }: Shown): Block[] {
  const ruledOut = requirements
    .filter((requirement) => requirement.notApplicable === true)
    // The heading says already that it is not applicable.
    .map((requirement) => skillEntry(catalog, requirement, skillName(catalog, requirement.skill), options));
  const levelled = needed.some((requirement) => requirement.level !== undefined);
  const scale = catalog.ladder.levels.map((level) => level.title).join(' < ');
  const blocks = [
    ...(levelled ? [paragraph(muted(`Levels, lowest first: ${scale}`))] : []),
    ...groupedSkills(catalog, needed, (requirement) =>
      skillEntry(catalog, requirement, requirementLabel(catalog, requirement), options),
    ),
    ...section(3, styled('name', 'Not applicable to this role'), bullets(ruledOut, 2)),
  ];
  return section(2, `Skills · ${needed.length}`, blocks);
}

function skillEntry(catalog: Catalog, requirement: ExpectedRequirement, label: string, options: ViewOptions): Line {
  return [
    skillLink(requirement.skill, label),
    // The role's own wording first: what the level means is the same for every role.
    ...aside(requirement.text, levelMeaning(catalog, requirement)),
    ...groundNote(catalog, requirement, options),
  ];
}

function moveBlocks(
  title: string,
  moves: readonly Progression[],
  other: (move: Progression) => string,
  { catalog, options }: Shown,
): Block[] {
  const roles = count(new Set(moves.map(other)).size, 'role');
  const items = moves.map((move) => {
    const note = [...aside(moveNote(catalog, [move])), ...citeNote(move, options), ...aside(move.note)];
    return item('→', [roleLink(catalog, other(move)), ...note]);
  });
  return section(2, `${title} · ${roles}`, list(items));
}
