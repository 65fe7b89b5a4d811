/**
 * A role as data: for the json and csv formats.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import type { Cite, Contrast, Disagreement, Progression, Role } from '../core/model.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  disagreementData,
  levelScaleData,
  progressionData,
  requirementData,
  responsibilityData,
  statementData,
} from './data.ts';
import { levelMeaning, skillName } from './parts.ts';

/** What the ladder says about a role besides what stands in the role itself. */
export interface Surroundings {
  readonly before: readonly Progression[];
  readonly after: readonly Progression[];
  readonly contrasts: readonly Contrast[];
  readonly disagreements: readonly Disagreement[];
}

/** The plain result of `pmroles show`. */
export function showData(catalog: Catalog, role: Role, around: Surroundings): Data<'show'> {
  const { ladder } = catalog;
  const { responsibilities, requirements } = expectationsOf(catalog, role);
  const track = ladder.tracks.find((entry) => entry.id === role.track);
  return {
    levels: ladder.levels.map(levelScaleData),
    role: {
      id: role.id,
      title: role.title,
      aliases: role.aliases,
      rank: role.rank,
      track: track ? { id: track.id, title: track.title } : null,
      summary: role.summary.text === '' ? null : statementData(role.summary),
      includes: role.includes.map(({ role: id, of, cites, editorial }) => ({ role: id, of, cites, editorial })),
      responsibilities: responsibilities.map(responsibilityData),
      skills: requirements.map((entry) => ({
        ...requirementData(entry),
        name: skillName(catalog, entry.skill),
        group: catalog.skills.get(entry.skill)!.group,
        levelMeaning: levelMeaning(catalog, entry) ?? null,
      })),
      previous: around.before.map(progressionData),
      next: around.after.map(progressionData),
      contrasts: around.contrasts.map((entry) => ({ roles: entry.roles, ...statementData(entry) })),
      notes: role.notes.map(statementData),
      disagreements: around.disagreements.map(disagreementData),
    },
  };
}

/** What stands in a row, by column; what is left out is empty. */
type Row = Readonly<Partial<Record<Exclude<(typeof COLUMNS)[number], 'role' | 'kind' | 'cites'>, string>>>;

const COLUMNS = [
  'role',
  'kind',
  'area',
  'group',
  'id',
  'text',
  'level',
  'levelMeaning',
  'importance',
  'origin',
  'move',
  'basis',
  'cites',
] as const;

/** The role as flat rows; `kind` says what each is. */
export function showRecords(catalog: Catalog, role: Role, around: Surroundings): Records {
  const { responsibilities, requirements } = expectationsOf(catalog, role);
  const row = (kind: string, values: Row, cites: readonly Cite[] = []): string[] =>
    COLUMNS.map((column) => {
      if (column === 'role') return role.id;
      if (column === 'kind') return kind;
      return column === 'cites' ? cites.join(' ') : (values[column] ?? '');
    });
  const moveRow = (kind: string, id: string, { kind: move, basis, note = '', cites }: Progression): string[] =>
    row(kind, { id, text: note, move, basis }, cites);
  return {
    columns: COLUMNS,
    rows: [
      row('title', { text: role.title }),
      ...role.aliases.map((alias) => row('alias', { text: alias })),
      row('rank', { text: String(role.rank) }),
      ...(role.track === undefined ? [] : [row('track', { id: role.track })]),
      ...(role.summary.text === '' ? [] : [row('summary', { text: role.summary.text }, role.summary.cites)]),
      ...role.includes.map(({ role: id, of, cites }) => row('includes', { id, text: of.join(' ') }, cites)),
      ...responsibilities.map(({ id, area, text, origin, cites }) =>
        row('responsibility', { area, id, text, origin: origin?.role ?? '' }, cites),
      ),
      ...requirements.map((entry) => {
        const { skill, text, level = '', importance = '', notApplicable, origin, cites } = entry;
        const group = catalog.skills.get(skill)!.group.join(' > ');
        const values = {
          group,
          id: skill,
          text: text === '' ? skillName(catalog, skill) : text,
          level,
          levelMeaning: levelMeaning(catalog, entry) ?? '',
          importance,
          origin: origin?.role ?? '',
        };
        return row(notApplicable === true ? 'not-applicable' : 'skill', values, cites);
      }),
      ...around.before.map((edge) => moveRow('previous', edge.from, edge)),
      ...around.after.map((edge) => moveRow('next', edge.to, edge)),
      ...around.contrasts.map(({ roles, text, cites }) =>
        row('contrast', { id: roles.filter((id) => id !== role.id).join(' '), text }, cites),
      ),
      ...role.notes.map(({ text, cites }) => row('note', { text }, cites)),
      ...around.disagreements.flatMap(({ id, positions }) =>
        positions.map(({ text, cites }) => row('disagreement', { id, text }, cites)),
      ),
    ],
  };
}
