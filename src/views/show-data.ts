/**
 * A role as data: for the json and csv formats.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import type { Contrast, Disagreement, Progression, Role } from '../core/model.ts';
import type { Records } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  disagreementData,
  levelScaleData,
  positionRows,
  progressionData,
  recordsOf,
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

/** The role as flat rows; `kind` says what each is. */
export function showRecords({ role }: Data<'show'>): Records {
  const moveRow = (kind: string, id: string, { kind: move, basis, note, cites }: (typeof role.next)[number]) => {
    return { kind, id, text: note, move, basis, cites };
  };
  const rows = [
    { kind: 'title', text: role.title },
    ...role.aliases.map((text) => ({ kind: 'alias', text })),
    { kind: 'rank', text: String(role.rank) },
    ...(role.track ? [{ kind: 'track', id: role.track.id }] : []),
    ...(role.summary ? [{ kind: 'summary', ...role.summary }] : []),
    ...role.includes.map(({ role: id, of, cites }) => ({ kind: 'includes', id, text: of.join(' '), cites })),
    ...role.responsibilities.map((entry) => ({ kind: 'responsibility', ...entry })),
    ...role.skills.map((entry) => ({
      ...entry,
      kind: entry.notApplicable ? 'not-applicable' : 'skill',
      id: entry.skill,
      group: entry.group.join(' > '),
      text: entry.text === '' ? entry.name : entry.text,
    })),
    ...role.previous.map((move) => moveRow('previous', move.from, move)),
    ...role.next.map((move) => moveRow('next', move.to, move)),
    ...role.contrasts.map(({ roles, text, cites }) => {
      return { kind: 'contrast', id: roles.filter((id) => id !== role.id).join(' '), text, cites };
    }),
    ...role.notes.map((note) => ({ kind: 'note', ...note })),
    ...positionRows(role.disagreements),
  ];
  return recordsOf(
    'role kind area group id text level levelMeaning importance origin move basis cites',
    rows.map((entry) => ({ ...entry, role: role.id })),
  );
}
