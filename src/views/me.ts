/**
 * A profile as a person reads it.
 */
import type { Catalog } from '../core/catalog.ts';
import { roleOf } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { rolesAhead } from '../core/profile/gaps.ts';
import type { Answer, PlanEntry } from '../core/profile/profile.ts';
import { standingFor } from '../core/profile/standing.ts';
import {
  type Block,
  bullet,
  heading,
  hint,
  type Item,
  join,
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
import { count, roleLink } from './parts.ts';
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
        answerBlocks(
          catalog,
          answered.filter(({ kind }) => kind === 'skill'),
          shown,
          options,
        ),
      ),
      ...section(
        2,
        'Responsibilities',
        answerBlocks(
          catalog,
          answered.filter(({ kind }) => kind === 'responsibility'),
          shown,
          options,
        ),
      ),
      ...section(2, 'Plan', planLines(catalog, open, today)),
      ...(answered.length === 0 ? [paragraph('Nothing is answered yet.')] : []),
      ...(options.full ? [] : [paragraph(muted('Each by itself: --full.'))]),
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

/** What was answered, by the answer; of responsibilities in brief only those that are not simply there. */
function answerBlocks(
  catalog: Catalog,
  answered: readonly Answered[],
  { profile }: ShownProfile,
  options: ProfileViewOptions,
): Block[] {
  const line = (one: Answered): Line => [
    nameOfItem(catalog, one, profile.role),
    ...(one.answer.notApplicable === undefined ? [] : [muted(` (${one.answer.notApplicable})`)]),
    ...evidenceNotes(one.answer, options),
  ];
  // The most first: levels from the top, then yes, partly, no; what does not apply is the last.
  const order = ['no', 'partly', 'yes', ...catalog.ladder.levels.map(({ id }) => id)];
  const rank = ({ level, truth }: Answer): number => order.lastIndexOf(level ?? truth ?? '');
  const sorted = answered.toSorted((a, b) => rank(b.answer) - rank(a.answer));
  const groups = [...groupBy(sorted, ({ answer }) => answerWord(catalog, answer))];
  if (options.full)
    return list(groups.flatMap(([word, some]) => some.map((one) => bullet([...line(one), `: ${word}`]))));
  return list(
    groups.flatMap(([word, some]): Item[] => {
      if (some[0]!.kind === 'skill') return [bullet([strong(`${word}:`), ' ', ...join(some.map(line), ', ')])];
      if (word === 'yes' && !options.evidence)
        return [bullet([strong(`${word}:`), ` ${count(some.length, 'responsibility', 'responsibilities')}`])];
      return some.map((one) => bullet([strong(`${word}:`), ' ', ...line(one)]));
    }),
  );
}

function planLines(catalog: Catalog, entries: readonly PlanEntry[], today: string): Block[] {
  return list(entries.map((entry) => bullet([planHeading(catalog, entry), ...planNotes(entry, today)])));
}
