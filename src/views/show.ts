/**
 * One role whole.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, type Expectations, expectationsOf } from '../core/expectations.ts';
import type { Progression, Role } from '../core/model.ts';
import {
  type Block,
  heading,
  item,
  type Item,
  join,
  type Line,
  list,
  paragraph,
  type Report,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  citeNote,
  count,
  disagreementBlocks,
  joinWords,
  levelMeaning,
  moveNote,
  originNote,
  requirementLabel,
  roleLink,
  skillLink,
  skillName,
  sourceNote,
  trackTitle,
  type ViewOptions,
} from './parts.ts';
import { showData, showRecords } from './show-data.ts';
import { groupedSkills } from './skill-groups.ts';

/** Makes the report of `pmroles show`. */
export function showView(catalog: Catalog, role: Role, options: ViewOptions): Report<Data<'show'>> {
  const { ladder } = catalog;
  const expectations = expectationsOf(catalog, role);
  const { responsibilities, requirements, needed } = expectations;
  const before = catalog.previous.get(role.id) ?? [];
  const after = catalog.next.get(role.id) ?? [];
  const contrasts = ladder.contrasts.filter((contrast) => contrast.roles.includes(role.id));
  const disagreements = ladder.disagreements.filter(
    // One that is about every role of the ladder says nothing of this one.
    ({ roles }) => roles.includes(role.id) && roles.length < ladder.roles.length,
  );
  const blocks: Block[] = [
    heading(1, role.title, styled('muted', ` · ${role.id}`)),
    ...(role.summary.text === '' ? [] : [paragraph(role.summary.text, ...citeNote(role.summary, options))]),
    ...list(facts(catalog, role, options)),
    heading(2, `Responsibilities · ${responsibilities.length === 0 ? 'not stated' : responsibilities.length}`),
    ...(responsibilities.length === 0 ? [silence('responsibility')] : []),
    ...ladder.areas.flatMap((area): Block[] => {
      const inArea = responsibilities.filter((responsibility) => responsibility.area === area.id);
      if (inArea.length === 0) return [];
      const items = inArea.map((entry) =>
        item('•', [entry.text, ...citeNote(entry, options), ...originNote(catalog, entry.origin, options)]),
      );
      return [heading(3, styled('name', area.title)), ...list(items, 2)];
    }),
    heading(2, `Skills · ${requirements.length === 0 ? 'not stated' : needed.length}`),
    ...(requirements.length === 0 ? [silence('skill')] : []),
    ...skillBlocks(catalog, expectations, options),
    ...moveBlocks('What comes before', before, (edge) => edge.from, catalog, options),
    ...moveBlocks('What comes after', after, (edge) => edge.to, catalog, options),
    ...(contrasts.length === 0 ? [] : [heading(2, 'Set against other roles')]),
    ...list(
      contrasts.map((contrast) => {
        const others = contrast.roles.filter((id) => id !== role.id).map((id) => [roleLink(catalog, id, 'strong')]);
        return item('•', [
          ...join(others, ', '),
          ': ',
          contrast.text,
          ...(options.cites ? [] : sourceNote(catalog, contrast)),
          ...citeNote(contrast, options),
        ]);
      }),
    ),
    ...(role.notes.length === 0 ? [] : [heading(2, ladder.sources.length > 0 ? 'What the sources add' : 'Notes')]),
    ...list(role.notes.map((note) => item('•', [note.text, ...citeNote(note, options)]))),
    ...disagreementBlocks('Where the sources differ', disagreements, options),
  ];
  return {
    title: role.title,
    blocks,
    records: () => showRecords(catalog, role, { before, after, contrasts, disagreements }),
    data: () => showData(catalog, role, { before, after, contrasts, disagreements }),
  };
}

/** Not stated is not the same as not needed, and is said in so many words. */
function silence(what: 'responsibility' | 'skill'): Block {
  const ending = what === 'skill' ? 'it needs none' : 'it has none';
  return paragraph(styled('muted', `No ${what} is recorded for this role. That is not to say that ${ending}.`));
}

function facts(catalog: Catalog, role: Role, options: ViewOptions): Item[] {
  const roles = catalog.ladder.roles;
  const juniors = roles.filter((other) => other.rank < role.rank).length;
  const seniors = roles.filter((other) => other.rank > role.rank).length;
  const track = trackTitle(catalog, role.id);
  const items = [item('•', [`${count(juniors, 'role')} more junior, ${seniors} more senior, by this ladder's ranks`])];
  if (track !== undefined) items.push(item('•', [`Track: ${track}`]));
  if (role.aliases.length > 0) items.push(item('•', [`Also found as: ${role.aliases.join(', ')}`]));
  for (const inclusion of role.includes) {
    const of = joinWords(inclusion.of);
    items.push(
      item('•', [`Takes over the ${of} of `, roleLink(catalog, inclusion.role), ...citeNote(inclusion, options)]),
    );
  }
  if (catalog.ladder.cumulative) items.push(...carried(catalog, role));
  return items;
}

/** On a cumulative ladder: how much of the role was asked for before. */
function carried(catalog: Catalog, role: Role): Item[] {
  const { responsibilities, requirements } = expectationsOf(catalog, role);
  const all = [...responsibilities, ...requirements];
  const own = all.filter((entry) => entry.origin === undefined).length;
  if (own === all.length) return [];
  const more = all.length - own;
  return [
    item('•', [`Adds ${own} responsibilities and skills of its own to ${more} that it carries over, marked "as …"`]),
  ];
}

/** The skills that the role needs under their groups, then those that it does not. */
function skillBlocks(catalog: Catalog, { needed, requirements }: Expectations, options: ViewOptions): Block[] {
  const ruledOut = requirements.filter((requirement) => requirement.notApplicable === true);
  const levelled = needed.some((requirement) => requirement.level !== undefined);
  return [
    ...(levelled ? [paragraph(styled('muted', `Levels, lowest first: ${levelScale(catalog)}`))] : []),
    ...groupedSkills(catalog, needed, (requirement) => item('•', skillEntry(catalog, requirement, options))),
    ...(ruledOut.length === 0 ? [] : [heading(3, styled('name', 'Not applicable to this role'))]),
    ...list(
      ruledOut.map((requirement) => item('•', skillEntry(catalog, requirement, options))),
      2,
    ),
  ];
}

function levelScale(catalog: Catalog): string {
  return catalog.ladder.levels.map((level) => level.title).join(' < ');
}

function skillEntry(catalog: Catalog, requirement: ExpectedRequirement, options: ViewOptions): Line {
  // The role's own wording first: what the level means is the same for every role.
  const texts = [requirement.text, levelMeaning(catalog, requirement) ?? ''].filter((text) => text !== '');
  return [
    // The heading says so already.
    skillLink(
      requirement.skill,
      requirement.notApplicable === true
        ? skillName(catalog, requirement.skill)
        : requirementLabel(catalog, requirement),
    ),
    ...texts.map((text) => styled('muted', ` · ${text}`)),
    ...citeNote(requirement, options),
    ...originNote(catalog, requirement.origin, options),
  ];
}

function moveBlocks(
  title: string,
  edges: readonly Progression[],
  other: (edge: Progression) => string,
  catalog: Catalog,
  options: ViewOptions,
): Block[] {
  if (edges.length === 0) return [];
  const ids = [...new Set(edges.map(other))];
  return [
    heading(2, `${title} · ${count(ids.length, 'role')}`),
    ...list(
      edges.map((edge) =>
        item('→', [
          roleLink(catalog, other(edge)),
          styled('muted', ` · ${moveNote(catalog, [edge])}`),
          ...citeNote(edge, options),
          ...(edge.note === undefined ? [] : [styled('muted', ` · ${edge.note}`)]),
        ]),
      ),
    ),
  ];
}
