/**
 * The skills of a ladder at a glance.
 */
import type { Catalog } from '../core/catalog.ts';
import { needsBySkill } from '../core/skill-needs.ts';
import { type Block, heading, hint, item, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, skillLink } from './parts.ts';
import { groupedSkills } from './skill-groups.ts';

/** Makes the report of `pmroles skills`. */
export function skillsView(catalog: Catalog, rerun: string): Report<Data<'skills'>> {
  const { ladder } = catalog;
  const needs = needsBySkill(catalog);
  const title = `Skills of ${ladder.title} · ${count(ladder.skills.length, 'skill')}, ${count(ladder.roles.length, 'role')}`;
  const blocks: Block[] = groupedSkills(
    catalog,
    ladder.skills.map(({ id }) => ({ skill: id, text: '', cites: [], editorial: false })),
    ({ skill: id }) => {
      const skill = catalog.skills.get(id)!;
      const { needed, notApplicable } = needs.get(id)!;
      return item('•', [
        skillLink(id, skill.name, 'strong'),
        styled('name', ` ${id}`),
        ` · ${needed.length === 0 ? 'no role is stated to need it' : count(needed.length, 'role')}`,
        ...(notApplicable.length === 0 ? [] : [styled('muted', `, not applicable to ${notApplicable.length}`)]),
        ...(skill.description === undefined ? [] : [styled('muted', ` · ${skill.description}`)]),
      ]);
    },
  );
  const [first] = ladder.skills;
  return {
    title,
    blocks: [
      heading(1, title),
      ...(first === undefined ? [paragraph('The ladder has no skills.')] : blocks),
      ...(first === undefined
        ? []
        : [
            hint(styled('muted', 'Who needs one, and how much:')),
            { kind: 'command' as const, text: `pmroles skills ${first.id}${rerun}` },
          ]),
    ],
    records: () => ({
      columns: ['id', 'name', 'group', 'description', 'needed', 'notApplicable', 'notStated'],
      rows: ladder.skills.map(({ id, name, group, description = '' }) => {
        const { needed, notApplicable } = needs.get(id)!;
        const unstated = ladder.roles.length - needed.length - notApplicable.length;
        return [id, name, group.join(' > '), description, needed.length, notApplicable.length, unstated];
      }),
    }),
    data: (): Data<'skills'> => ({
      skills: ladder.skills.map(({ id, name, group, description }) => {
        const { needed, notApplicable } = needs.get(id)!;
        return {
          id,
          name,
          group,
          description: description ?? null,
          needed: needed.map(({ role }) => role.id),
          notApplicable: notApplicable.map(({ role }) => role.id),
        };
      }),
    }),
  };
}
