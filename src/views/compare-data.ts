/**
 * A comparison as data: for the json and csv formats.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Comparison, Held, Only } from '../core/compare.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { disagreementData, levelScaleData, requirementData, responsibilityData, statementData } from './data.ts';
import { skillName } from './parts.ts';

/** The comparison as flat rows; `kind` says what each is. */
export function compareRecords(catalog: Catalog, comparison: Comparison): Records {
  return {
    columns: ['kind', 'area', 'id', 'standing', 'role', 'text', 'level', 'importance', 'origin', 'cites'],
    rows: [
      ...comparison.areas.flatMap(({ items }) =>
        items.flatMap(({ id, standing, held }) =>
          held.map(({ role, statement }) => {
            const { area, text, origin, cites } = statement;
            return ['responsibility', area, id, standing, role, text, '', '', origin?.role ?? '', cites.join(' ')];
          }),
        ),
      ),
      ...comparison.skills.flatMap(({ id, standing, held }) =>
        held.map((entry) => skillRow(catalog, 'skill', id, standing, entry)),
      ),
      ...comparison.notApplicable.flatMap(({ skill, held }) =>
        held.map((entry) => skillRow(catalog, 'not-applicable', skill, '', entry)),
      ),
    ],
  };
}

function skillRow(
  catalog: Catalog,
  kind: string,
  id: string,
  standing: string,
  { role, statement }: Held<ExpectedRequirement>,
): string[] {
  const { level = '', importance = '', origin, cites } = statement;
  const text = statement.text === '' ? skillName(catalog, id) : statement.text;
  return [kind, '', id, standing, role, text, level, importance, origin?.role ?? '', cites.join(' ')];
}

/** The plain result of `pmroles compare`. */
export function compareData({ ladder }: Catalog, comparison: Comparison, only: Only | undefined): Data<'compare'> {
  return {
    levels: ladder.levels.map(levelScaleData),
    roles: comparison.roles,
    only: only ?? null,
    counts: comparison.counts,
    contrasts: comparison.contrasts.map((entry) => ({ roles: entry.roles, ...statementData(entry) })),
    responsibilities: comparison.areas.flatMap(({ area, items }) =>
      items.map(({ id, standing, held }) => ({
        id,
        area,
        standing,
        held: held.map(({ role, statement }) => ({ role, ...responsibilityData(statement) })),
      })),
    ),
    skills: comparison.skills.map(({ id, standing, held }) => ({
      skill: id,
      standing,
      held: held.map(({ role, statement }) => ({ role, ...requirementData(statement) })),
    })),
    notApplicable: comparison.notApplicable.map(({ skill, held }) => ({
      skill,
      held: held.map(({ role, statement }) => ({ role, ...requirementData(statement) })),
    })),
    silent: {
      areas: comparison.areas.flatMap(({ area, silent }) => silent.map((role) => ({ area, role }))),
      skills: comparison.silentOnSkills,
    },
    disagreements: comparison.disagreements.map(disagreementData),
  };
}
