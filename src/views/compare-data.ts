/**
 * A comparison as data: for the json and csv formats.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Comparison, Held, Only } from '../core/compare.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  disagreementData,
  levelScaleData,
  recordsOf,
  requirementData,
  responsibilityData,
  statementData,
} from './data.ts';
import { skillName } from './parts.ts';

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

/** The plain result of `pmroles compare`. */
export function compareData({ ladder }: Catalog, comparison: Comparison, only: Only | undefined): Data<'compare'> {
  const { roles, counts, contrasts, areas, skills, notApplicable, silentOnSkills, disagreements } = comparison;
  const heldData = ({ role, statement }: Held<ExpectedRequirement>) => ({ role, ...requirementData(statement) });
  return {
    levels: ladder.levels.map(levelScaleData),
    roles,
    only: only ?? null,
    counts,
    contrasts: contrasts.map((entry) => ({ roles: entry.roles, ...statementData(entry) })),
    responsibilities: areas.flatMap(({ area, items }) =>
      items.map(({ id, standing, held }) => ({
        id,
        area,
        standing,
        held: held.map(({ role, statement }) => ({ role, ...responsibilityData(statement) })),
      })),
    ),
    skills: skills.map(({ id, standing, held }) => ({ skill: id, standing, held: held.map(heldData) })),
    notApplicable: notApplicable.map(({ skill, held }) => ({ skill, held: held.map(heldData) })),
    silent: {
      areas: areas.flatMap(({ area, silent }) => silent.map((role) => ({ area, role }))),
      skills: silentOnSkills,
    },
    disagreements: disagreements.map(disagreementData),
  };
}
