/**
 * The skills of a ladder at a glance, and one skill with the roles that need it.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import type { Skill } from '../core/model.ts';
import { needsBySkill, needsOf, type SkillNeed } from '../core/skill-needs.ts';
import {
  bullets,
  command,
  heading,
  hint,
  type Line,
  muted,
  paragraph,
  type Report,
  section,
  strong,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  aside,
  count,
  given,
  groundNote,
  joinWords,
  needDetails,
  ownMeaning,
  roleLink,
  skillLink,
  type ViewOptions,
} from './parts.ts';
import { recordsOf } from './records.ts';
import { groupedSkills } from './skill-groups.ts';

export function skillsView(catalog: Catalog, rerun: string): Report<Data<'skills'>> {
  const { title: name, skills } = catalog.ladder;
  const roles = heldRoles(catalog.ladder);
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
        styled('name', ` (${id})`),
        ` · ${needed.length === 0 ? 'no role named' : count(needed.length, 'role')}`,
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
        : [paragraph('This ladder has no skills.')]),
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

export function skillView(catalog: Catalog, skill: Skill, options: ViewOptions): Report<Data<'skill'>> {
  const { levels } = catalog.ladder;
  const { needed, notApplicable, notStated } = needsOf(catalog, skill.id);
  const meanings = levels.flatMap(({ id, title, description }) =>
    given(ownMeaning(skill, id) ?? description, (meaning) => [strong(title), ` · ${meaning}`]),
  );
  const needLines = (needs: readonly SkillNeed[]) => needs.map((need) => needLine(catalog, need, options));
  const needData = ({ role, requirement }: SkillNeed) => ({ ...requirement, role: role.id });
  const needRow = (standing: string) => (need: SkillNeed) => {
    return { ...needData(need), standing, title: need.role.title };
  };
  return {
    title: skill.name,
    blocks: [
      heading(1, skill.name, muted(` · ${skill.id}`)),
      ...(skill.description === undefined ? [] : [paragraph(skill.description)]),
      ...bullets(skill.group.length === 0 ? [] : [`Group: ${skill.group.join(' › ')}`]),
      ...section(2, 'Levels, lowest first', bullets(meanings)),
      heading(2, `Needed by · ${needed.length === 0 ? 'no role named' : count(needed.length, 'role')}`),
      ...bullets(needLines(needed)),
      ...section(2, `Not applicable to · ${count(notApplicable.length, 'role')}`, bullets(needLines(notApplicable))),
      ...section(
        2,
        `Not stated for · ${count(notStated.length, 'role')}`,
        notStated.length === 0 ? [] : [paragraph(muted(joinWords(notStated.map(({ title }) => title))))],
      ),
    ],
    records: () =>
      recordsOf('skill role title standing level importance text origin cites', [
        ...needed.map(needRow('needed')),
        ...notApplicable.map(needRow('not-applicable')),
        ...notStated.map(({ id, title }) => ({ skill: skill.id, role: id, title, standing: 'not-stated' })),
      ]),
    data: () => ({
      levels,
      skill: {
        ...skill,
        levels: skill.levels ?? {},
        needed: needed.map(needData),
        notApplicable: notApplicable.map(needData),
        notStated: notStated.map(({ id }) => id),
      },
    }),
  };
}

function needLine(catalog: Catalog, { role, requirement }: SkillNeed, options: ViewOptions): Line {
  const details = needDetails(catalog, requirement);
  return [
    roleLink(catalog, role.id, 'strong'),
    ...(details.length === 0 ? [] : [` (${details.join(', ')})`]),
    ...aside(requirement.text),
    ...groundNote(catalog, requirement, options),
  ];
}
