/**
 * A comparison as data: for the json and csv formats.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Comparison, Held, Only } from '../core/compare.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { skillName } from './parts.ts';
import { recordsOf } from './records.ts';

/** The comparison as flat rows; `kind` says what each is. */
export function compareRecords(catalog: Catalog, { areas, skills, notApplicable }: Comparison): Records {
  const skillRows = (kind: string, id: string, held: readonly Held<ExpectedRequirement>[], standing = '') =>
    held.map(({ role, statement }) => {
      const text = statement.text === '' ? skillName(catalog, id) : statement.text;
      return { ...statement, kind, id, standing, role, text };
    });
  return recordsOf('kind area id standing role text level importance origin cites', [
    ...areas.flatMap(({ items }) =>
      items.flatMap(({ standing, held }) =>
        held.map(({ role, statement }) => ({ ...statement, kind: 'responsibility', standing, role })),
      ),
    ),
    ...skills.flatMap(({ id, standing, held }) => skillRows('skill', id, held, standing)),
    ...notApplicable.flatMap(({ skill, held }) => skillRows('not-applicable', skill, held)),
  ]);
}

export function compareData(catalog: Catalog, comparison: Comparison, only: Only | undefined): Data<'compare'> {
  const { areas, skills, notApplicable, silentOnSkills } = comparison;
  const heldBy = <T>(held: readonly Held<T>[]) => held.map(({ role, statement }) => ({ ...statement, role }));
  return {
    ...comparison,
    levels: catalog.ladder.levels,
    about: comparison.roles.map((id) => {
      const role = catalog.roles.get(id)!;
      return { ...role, summary: role.summary.text === '' ? null : role.summary };
    }),
    only,
    responsibilities: areas.flatMap(({ area, items }) =>
      items.map((compared) => ({ ...compared, area, held: heldBy(compared.held) })),
    ),
    skills: skills.map((compared) => ({ ...compared, skill: compared.id, held: heldBy(compared.held) })),
    notApplicable: notApplicable.map(({ skill, held }) => ({ skill, held: heldBy(held) })),
    silent: {
      areas: areas.flatMap(({ area, silent }) => silent.map((role) => ({ area, role }))),
      skills: silentOnSkills,
    },
  };
}
