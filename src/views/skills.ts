/**
 * The skills of a ladder at a glance.
 */
import type { Catalog } from '../core/catalog.ts';
import { needsBySkill } from '../core/skill-needs.ts';
import { command, heading, hint, muted, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { recordsOf } from './records.ts';
import { aside, count, skillLink } from './parts.ts';
import { groupedSkills } from './skill-groups.ts';

export function skillsView(catalog: Catalog, rerun: string): Report<Data<'skills'>> {
  const { title: name, roles, skills } = catalog.ladder;
  const needs = needsBySkill(catalog);
  const title = `Skills of ${name} · ${count(skills.length, 'skill')}, ${count(roles.length, 'role')}`;
  const blocks = groupedSkills(
    catalog,
    skills.map(({ id }) => ({ skill: id })),
    ({ skill: id }) => {
      const skill = catalog.skills.get(id)!;
      const { needed, notApplicable } = needs.get(id)!;
      return [
        skillLink(id, skill.name, 'strong'),
        styled('name', ` ${id}`),
        ` · ${needed.length === 0 ? 'no role is stated to need it' : count(needed.length, 'role')}`,
        ...(notApplicable.length === 0 ? [] : [muted(`, not applicable to ${notApplicable.length}`)]),
        ...aside(skill.description),
      ];
    },
  );
  const [first] = skills;
  const data = (): Data<'skills'> => ({
    skills: skills.map((skill) => {
      const { needed, notApplicable } = needs.get(skill.id)!;
      return {
        ...skill,
        needed: needed.map(({ role }) => role.id),
        notApplicable: notApplicable.map(({ role }) => role.id),
      };
    }),
  });
  return {
    title,
    blocks: [
      heading(1, title),
      ...(first
        ? [...blocks, hint(muted('Who needs one, and how much:')), command(`pmroles skills ${first.id}${rerun}`)]
        : [paragraph('The ladder has no skills.')]),
    ],
    records: () =>
      recordsOf(
        'id name group description needed notApplicable notStated',
        data().skills.map((skill) => ({
          ...skill,
          group: skill.group.join(' > '),
          needed: skill.needed.length,
          notApplicable: skill.notApplicable.length,
          notStated: roles.length - skill.needed.length - skill.notApplicable.length,
        })),
      ),
    data,
  };
}
