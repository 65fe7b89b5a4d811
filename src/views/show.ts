/**
 * One role whole.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import type { Progression, Role } from '../core/model.ts';
import {
  type Block,
  heading,
  item,
  type Item,
  type Line,
  list,
  paragraph,
  type Report,
  styled,
} from '../render/report.ts';
import { disagreementData, progressionData, requirementData, responsibilityData, statementData } from './data.ts';
import {
  basisNote,
  citeNote,
  count,
  disagreementBlocks,
  kindName,
  originNote,
  requirementLabel,
  sourceNote,
  titleOf,
  type ViewOptions,
} from './parts.ts';

/**
 * Makes the report of `pmroles show`.
 *
 * @param catalog the ladder
 * @param role the role to show
 * @param options what to show
 */
export function showView(catalog: Catalog, role: Role, options: ViewOptions): Report {
  const { ladder } = catalog;
  const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
  const track = ladder.tracks.find((entry) => entry.id === role.track);
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
    ...list(facts(catalog, role, track?.title)),
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
    ...skillBlocks(catalog, requirements, options),
    ...moveBlocks('What comes before', before, (edge) => edge.from, catalog, options),
    ...moveBlocks('What comes after', after, (edge) => edge.to, catalog, options),
    ...(contrasts.length === 0 ? [] : [heading(2, 'Set against other roles')]),
    ...list(
      contrasts.map((contrast) => {
        const others = contrast.roles.filter((id) => id !== role.id).map((id) => titleOf(catalog, id));
        return item('•', [
          styled('strong', `${others.join(', ')}: `),
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
    records: () => ({
      columns: ['role', 'kind', 'area', 'id', 'text', 'level', 'cites'],
      rows: [
        ...responsibilities.map((entry) => {
          return [role.id, 'responsibility', entry.area, entry.id, entry.text, '', entry.cites.join(' ')];
        }),
        ...requirements.map((entry) => {
          const text = entry.text === '' ? requirementLabel(catalog, entry) : entry.text;
          return [role.id, 'skill', '', entry.skill, text, entry.level ?? '', entry.cites.join(' ')];
        }),
        ...role.notes.map((entry) => [role.id, 'note', '', '', entry.text, '', entry.cites.join(' ')]),
      ],
    }),
    data: () => ({
      role: {
        id: role.id,
        title: role.title,
        aliases: role.aliases,
        rank: role.rank,
        track: track ? { id: track.id, title: track.title } : null,
        summary: role.summary.text === '' ? null : statementData(role.summary),
        includes: role.includes.map(({ role: id, of, cites, editorial }) => ({ role: id, of, cites, editorial })),
        responsibilities: responsibilities.map(responsibilityData),
        skills: requirements.map(requirementData),
        previous: before.map(progressionData),
        next: after.map(progressionData),
        contrasts: contrasts.map((entry) => ({ roles: entry.roles, ...statementData(entry) })),
        notes: role.notes.map(statementData),
        disagreements: disagreements.map(disagreementData),
      },
    }),
  };
}

/** Not stated is not the same as not needed, and is said in so many words. */
function silence(what: 'responsibility' | 'skill'): Block {
  const ending = what === 'skill' ? 'it needs none' : 'it has none';
  return paragraph(styled('muted', `No ${what} is recorded for this role. That is not to say that ${ending}.`));
}

function facts(catalog: Catalog, role: Role, track: string | undefined): Item[] {
  const roles = catalog.ladder.roles;
  const juniors = roles.filter((other) => other.rank < role.rank).length;
  const seniors = roles.filter((other) => other.rank > role.rank).length;
  const items = [item('•', [`${count(juniors, 'role')} more junior, ${seniors} more senior, by this ladder's ranks`])];
  if (track !== undefined) items.push(item('•', [`Track: ${track}`]));
  if (role.aliases.length > 0) items.push(item('•', [`Also found as: ${role.aliases.join(', ')}`]));
  return items;
}

/** Skills under their groups, the groups in the order in which the ladder first uses them. */
function skillBlocks(catalog: Catalog, requirements: readonly ExpectedRequirement[], options: ViewOptions): Block[] {
  const order = new Map(catalog.ladder.skills.map((skill, index) => [skill.id, index]));
  const sorted = [...requirements].sort((a, b) => order.get(a.skill)! - order.get(b.skill)!);
  const groups = new Map<string, ExpectedRequirement[]>();
  for (const requirement of sorted) {
    const group = catalog.skills.get(requirement.skill)!.group.join(' › ');
    const known = groups.get(group);
    if (known) known.push(requirement);
    else groups.set(group, [requirement]);
  }
  return [...groups].flatMap(([group, members]): Block[] => [
    ...(group === '' ? [] : [heading(3, styled('name', group))]),
    ...list(
      members.map((member) => item('•', skillEntry(catalog, member, options))),
      2,
    ),
  ]);
}

function skillEntry(catalog: Catalog, requirement: ExpectedRequirement, options: ViewOptions): Line {
  const skill = catalog.skills.get(requirement.skill)!;
  const level = requirement.level === undefined ? undefined : skill.levels?.[requirement.level];
  const text = requirement.text !== '' ? requirement.text : level;
  return [
    requirementLabel(catalog, requirement),
    ...(text === undefined ? [] : [styled('muted', ` · ${text}`)]),
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
          titleOf(catalog, other(edge)),
          styled('muted', ` · ${kindName(edge)}, ${basisNote(catalog, edge)}`),
          ...citeNote(edge, options),
          ...(edge.note === undefined ? [] : [styled('muted', ` · ${edge.note}`)]),
        ]),
      ),
    ),
  ];
}
