/**
 * One skill, and the roles that need it.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Role, Skill } from '../core/model.ts';
import { needsOf, type SkillNeed } from '../core/skill-needs.ts';
import { type Block, heading, item, type Item, list, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { levelScaleData, requirementData } from './data.ts';
import { citeNote, count, joinWords, levelTitle, originNote, ownMeaning, roleLink, type ViewOptions } from './parts.ts';

/** Makes the report of `pmroles skills <skill>`. */
export function skillView(catalog: Catalog, skill: Skill, options: ViewOptions): Report<Data<'skill'>> {
  const { ladder } = catalog;
  const { needed, notApplicable, notStated } = needsOf(catalog, skill.id);
  const meanings = ladder.levels.flatMap((level) => {
    const meaning = ownMeaning(skill, level.id) ?? level.description;
    return meaning === undefined ? [] : [item('•', [styled('strong', level.title), ` · ${meaning}`])];
  });
  return {
    title: skill.name,
    blocks: [
      heading(1, skill.name, styled('muted', ` · ${skill.id}`)),
      ...(skill.description === undefined ? [] : [paragraph(skill.description)]),
      ...list(skill.group.length === 0 ? [] : [item('•', [`Group: ${skill.group.join(' › ')}`])]),
      ...(meanings.length === 0 ? [] : [heading(2, 'Levels, lowest first')]),
      ...list(meanings),
      heading(2, `Needed by · ${needed.length === 0 ? 'not stated' : count(needed.length, 'role')}`),
      ...(needed.length === 0 ? [paragraph(styled('muted', 'The ladder names no role that needs it.'))] : []),
      ...list(needed.map((need) => needItem(catalog, need, options))),
      ...(notApplicable.length === 0 ? [] : [heading(2, `Not applicable to · ${count(notApplicable.length, 'role')}`)]),
      ...list(notApplicable.map((need) => needItem(catalog, need, options))),
      ...silent(notStated),
    ],
    records: () => ({
      columns: ['skill', 'role', 'title', 'standing', 'level', 'importance', 'text', 'origin', 'cites'],
      rows: [
        ...[...needed, ...notApplicable].map(({ role, requirement }) => [
          skill.id,
          role.id,
          role.title,
          requirement.notApplicable === true ? 'not-applicable' : 'needed',
          requirement.level ?? '',
          requirement.importance ?? '',
          requirement.text,
          requirement.origin?.role ?? '',
          requirement.cites.join(' '),
        ]),
        ...notStated.map(({ id, title }) => [skill.id, id, title, 'not-stated', '', '', '', '', '']),
      ],
    }),
    data: (): Data<'skill'> => ({
      levels: ladder.levels.map(levelScaleData),
      skill: {
        id: skill.id,
        name: skill.name,
        group: skill.group,
        description: skill.description ?? null,
        levels: skill.levels ?? {},
        needed: needed.map(({ role, requirement }) => ({ role: role.id, ...requirementData(requirement) })),
        notApplicable: notApplicable.map(({ role, requirement }) => ({
          role: role.id,
          ...requirementData(requirement),
        })),
        notStated: notStated.map(({ id }) => id),
      },
    }),
  };
}

function needItem(catalog: Catalog, { role, requirement }: SkillNeed, options: ViewOptions): Item {
  const details = [levelTitle(catalog, requirement.level), requirement.importance ?? ''].filter((text) => text !== '');
  return item('•', [
    roleLink(catalog, role.id, 'strong'),
    ...(details.length === 0 ? [] : [` (${details.join(', ')})`]),
    ...(requirement.text === '' ? [] : [styled('muted', ` · ${requirement.text}`)]),
    ...citeNote(requirement, options),
    ...originNote(catalog, requirement.origin, options),
  ]);
}

/** Roles of which nothing is said: that is not to say that they do not need it. */
function silent(roles: readonly Role[]): Block[] {
  if (roles.length === 0) return [];
  return [
    heading(2, `Not stated for · ${count(roles.length, 'role')}`),
    paragraph(styled('muted', joinWords(roles.map(({ title }) => title)))),
  ];
}
