/**
 * One skill, and the roles that need it.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Skill } from '../core/model.ts';
import { needsOf, type SkillNeed } from '../core/skill-needs.ts';
import { bullets, heading, type Line, muted, paragraph, type Report, section, strong } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { recordsOf } from './records.ts';
import { aside, count, given, groundNote, joinWords, needDetails, ownMeaning, roleLink } from './parts.ts';
import type { ViewOptions } from './parts.ts';

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
      heading(2, `Needed by · ${needed.length === 0 ? 'not stated' : count(needed.length, 'role')}`),
      ...(needed.length === 0 ? [paragraph(muted('The ladder names no role that needs it.'))] : []),
      ...bullets(needLines(needed)),
      ...section(2, `Not applicable to · ${count(notApplicable.length, 'role')}`, bullets(needLines(notApplicable))),
      // Nothing said of a role is not to say that it does not need the skill.
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
