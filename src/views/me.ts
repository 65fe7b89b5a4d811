/**
 * A profile as a person reads it.
 */
import type { Catalog } from '../core/catalog.ts';
import { roleOf } from '../core/catalog.ts';
import { rolesAhead } from '../core/profile/gaps.ts';
import type { Answer, PlanEntry } from '../core/profile/profile.ts';
import { standingFor } from '../core/profile/standing.ts';
import {
  type Block,
  bullet,
  heading,
  hint,
  type Item,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
  strong,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { roleLink } from './parts.ts';
import { planHeading, planNotes } from './plan-parts.ts';
import {
  answerData,
  answerWord,
  coverWords,
  evidenceNotes,
  nameOfItem,
  profileData,
  profileTitle,
  type ProfileViewOptions,
  type ShownProfile,
} from './profile-parts.ts';
import { recordsOf } from './records.ts';

/** Something that was answered. */
interface Answered {
  readonly kind: 'skill' | 'responsibility';
  readonly id: string;
  readonly answer: Answer;
}

export function meView(
  catalog: Catalog,
  shown: ShownProfile,
  today: string,
  options: ProfileViewOptions,
): Report<Data<'me'>> {
  const { profile } = shown;
  const { ladder } = catalog;
  const answered = [
    ...[...profile.skills].map(([id, answer]): Answered => ({ kind: 'skill', id, answer })),
    ...[...profile.responsibilities].map(([id, answer]): Answered => ({ kind: 'responsibility', id, answer })),
  ];
  const title = `${profileTitle(shown)} on ${ladder.title}`;
  const open = profile.plan.filter(({ state }) => state === 'open');
  const dated = profile.on === undefined ? [] : [`As of ${profile.on}. `];
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(...dated, muted(shown.file)),
      ...list(rolesOf(catalog, shown).map(bullet)),
      ...section(
        2,
        'Skills',
        answerList(
          catalog,
          answered.filter(({ kind }) => kind === 'skill'),
          options,
        ),
      ),
      ...section(
        2,
        'Responsibilities',
        answerList(
          catalog,
          answered.filter(({ kind }) => kind === 'responsibility'),
          options,
        ),
      ),
      ...section(2, 'Plan', planLines(catalog, open, today)),
      ...(answered.length === 0 ? [paragraph('Nothing is answered yet.')] : []),
      ...(shown.name === 'me' ? [hint('Go on: ', styled('code', `pmroles me answer${options.rerun ?? ''}`))] : []),
    ],
    records: () =>
      recordsOf(
        'kind id level truth notApplicable on',
        answered.map(({ kind, id, answer }) => ({ kind, id, ...answer })),
      ),
    data: () => ({
      profile: profileData(shown),
      answers: answered.map(({ kind, id, answer }) => ({ kind, id, answer: answerData(answer, options)! })),
      plan: profile.plan,
    }),
  };
}

/** The person's role, the next one on the way, and the aim, each with how much of it is covered. */
function rolesOf(catalog: Catalog, { profile }: ShownProfile): Line[] {
  const { role, aim } = profile;
  const line = (name: string, id: string): Line => [
    strong(`${name}:`),
    ' ',
    roleLink(catalog, id),
    ` · ${coverWords(standingFor(catalog, profile, roleOf(catalog, id)))}`,
  ];
  const next =
    role === undefined || aim === undefined ? undefined : rolesAhead(catalog, role, roleOf(catalog, aim))[0]!.id;
  return [
    ...(role === undefined ? [] : [line('Role', role)]),
    ...(next === undefined || next === aim || next === role ? [] : [line('Next', next)]),
    ...(aim === undefined ? [] : [line('Aim', aim)]),
  ];
}

function answerList(catalog: Catalog, answered: readonly Answered[], options: ProfileViewOptions): Block[] {
  return list(
    answered.map((one): Item =>
      bullet([
        `${nameOfItem(catalog, one)}: ${answerWord(catalog, one.answer)}`,
        ...(one.answer.notApplicable === undefined ? [] : [muted(` (${one.answer.notApplicable})`)]),
        ...evidenceNotes(one.answer, options),
      ]),
    ),
  );
}

function planLines(catalog: Catalog, entries: readonly PlanEntry[], today: string): Block[] {
  return list(entries.map((entry) => bullet([planHeading(catalog, entry), ...planNotes(entry, today)])));
}
