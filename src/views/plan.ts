/**
 * A growth plan, to be shown to whoever one works for: few goals, each with its reason, and room for what is to be done.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Role } from '../core/model.ts';
import { type Gap, type Goals, planEntryFor } from '../core/profile/gaps.ts';
import type { PlanEntry, Profile } from '../core/profile/profile.ts';
import type { RoleStanding } from '../core/profile/standing.ts';
import {
  type Block,
  bullets,
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
import { count, groundNote, levelTitle, sourceKey, titleOf, type ViewOptions } from './parts.ts';
import { planHeading, toReach } from './plan-parts.ts';
import { answerWord, coverWords, nameOfItem, profileData, type ShownProfile } from './profile-parts.ts';
import { itemData, standingData } from './standing.ts';

/** What a plan is made of. */
export interface ShownPlan extends Goals {
  readonly by: string | undefined;
  readonly today: string;
  /** True where it goes to a file, for somebody else: all of it, and no word on commands. */
  readonly isFile: boolean;
}

/** Room to write on paper. */
export const ROOM = '………………';

export function planView(
  catalog: Catalog,
  shown: ShownProfile,
  to: Role,
  plan: ShownPlan,
  options: ViewOptions,
): Report<Data<'plan'>> {
  const { ahead, gaps, open, proposed, today } = plan;
  const { role } = shown.profile;
  const from = role === undefined || role === to.id ? '' : `${titleOf(catalog, role)} → `;
  const title = `Growth plan: ${from}${to.title}`;
  const goals = [
    ...open.map((entry) =>
      goalBlocks(
        catalog,
        entry,
        gaps.find((gap) => entry[gap.item.kind] === gap.item.id),
        shown.profile,
        plan,
        options,
      ),
    ),
    ...proposed.map((gap) =>
      goalBlocks(catalog, planEntryFor(catalog, gap, plan.by), gap, shown.profile, plan, options),
    ),
  ];
  const later = gaps.filter(
    (gap) => !proposed.includes(gap) && open.every((entry) => entry[gap.item.kind] !== gap.item.id),
  );
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${today} · ${catalog.ladder.title} ${catalog.ladder.version}`),
      ...(ahead.length > 1 ? [paragraph(`The way: ${wayOf(ahead.map((one) => one.role.title))}.`)] : []),
      ...goals.flatMap(([name, blocks], index) => [heading(2, `${index + 1}. ${name}`), ...blocks]),
      ...(goals.length === 0 ? [paragraph(nothingToPlan(ahead))] : []),
      ...laterBlocks(catalog, later, plan.isFile ? later.length : MOST_LATER),
      ...(plan.isFile ? [] : unknownBlocks(shown, ahead, options)),
      ...sourceKey(catalog, options.cites ? gaps.flatMap(({ item }) => item.expected.cites) : []),
    ],
    records: () => ({
      columns: ['goal', 'kind', 'id', 'to', 'role', 'by', 'review', 'state'],
      rows: [
        ...open.map((entry) => recordOf(entry, '')),
        ...proposed.map((gap) => recordOf(planEntryFor(catalog, gap, plan.by), gap.role.id)),
      ].map((cells, index) => [index + 1, ...cells]),
    }),
    data: () => ({
      profile: profileData(shown),
      to: to.id,
      ahead: ahead.map((standing) => ({ role: standing.role.id, ...standingData(standing) })),
      plan: open,
      proposed: proposed.map(({ item, role: of, isNext, neededBy }) => ({
        ...itemData(item, { evidence: false }),
        role: of.id,
        isNext,
        neededBy,
      })),
      gaps: gaps.length,
    }),
  };
}

function recordOf(entry: PlanEntry, role: string): string[] {
  const { skill, responsibility, to = '', by = '', review = '', state } = entry;
  return [skill === undefined ? 'responsibility' : 'skill', (skill ?? responsibility)!, to, role, by, review, state];
}

/** The roles on the way; of many the first few, and the last. */
function wayOf(titles: readonly string[]): string {
  const most = MOST_LATER;
  const shown =
    titles.length <= most ? titles : [...titles.slice(0, most - 1), `${titles.length - most} more`, titles.at(-1)!];
  return shown.join(', then ');
}

/** A goal: why, where one is, what is to be reached, and what only the person can say. */
function goalBlocks(
  catalog: Catalog,
  entry: PlanEntry,
  gap: Gap | undefined,
  profile: Profile,
  { today }: ShownPlan,
  options: ViewOptions,
): readonly [string, Block[]] {
  const wording = gap && 'skill' in gap.item.expected ? gap.item.expected.text : '';
  const reach = entry.skill === undefined ? '' : toReach(catalog, entry, wording);
  const line = (label: string, ...text: Line): Line => [strong(`${label}:`), ' ', ...text];
  const overdue = (day: string | undefined): Line =>
    day === undefined ? [ROOM] : day < today ? [styled('changed', `${day}, which has passed`)] : [day];
  const reached = reachedLines(catalog, entry, profile);
  const isReached = reached.some((text) => text.includes(REACHED));
  const goal = [
    ...(gap && !isReached
      ? [line('Why', whyOf(gap)), line('Now', nowOf(catalog, gap))]
      : reached.map((text) => line('Now', text))),
    ...(reach === '' ? [] : [line('To reach', reach, ...(gap ? groundNote(catalog, gap.item.expected, options) : []))]),
    line('How', entry.how ?? ROOM, ...(entry.kind === undefined ? [] : [muted(` (${entry.kind})`)])),
    line('Done when', entry.doneWhen ?? ROOM),
    line('By', ...overdue(entry.by), ' · ', strong('Review:'), ' ', ...overdue(entry.review)),
  ];
  return [planHeading(catalog, entry, gap?.role.id), bullets(goal)];
}

function whyOf({ role, isNext, essential, neededBy, item }: Gap): string {
  const who = `${role.title}${isNext ? ', your next step,' : ''} asks for it${item.essential ? ' as essential' : ''}`;
  const others =
    neededBy > 1 ? `; ${neededBy === 2 ? '1 later role asks' : `${neededBy - 1} later roles ask`} for it too` : '';
  const later = essential && !item.essential ? ', as essential' : '';
  return `${who}${others}${later}.`;
}

function nowOf(catalog: Catalog, { item }: Gap): string {
  const asked =
    'skill' in item.expected && item.expected.level !== undefined
      ? `; asked: ${levelTitle(catalog, item.expected.level)}`
      : '';
  const known = item.answer?.evidence.length ?? 0;
  return `${answerWord(catalog, item.answer)}${asked}${known === 0 ? '' : `; ${count(known, 'piece')} of evidence`}.`;
}

const REACHED = 'Reached: its state can be done.';

/** Where somebody is with what is no gap any more. */
function reachedLines(catalog: Catalog, { skill, responsibility, to }: PlanEntry, profile: Profile): string[] {
  const answer = skill === undefined ? profile.responsibilities.get(responsibility!) : profile.skills.get(skill);
  if (!answer) return [];
  const wanted = catalog.levelOrder.get(to ?? '');
  const isReached =
    wanted === undefined ? answer.truth === 'yes' : (catalog.levelOrder.get(answer.level ?? '') ?? -1) >= wanted;
  return [`${answerWord(catalog, answer)}.${isReached ? ` ${REACHED}` : ''}`];
}

/** More of what comes later is only counted. */
const MOST_LATER = 5;

function laterBlocks(catalog: Catalog, later: readonly Gap[], most: number): Block[] {
  const rest = later.length - most;
  const names = later.slice(0, most).map(({ item, role }) => nameOfItem(catalog, item, role.id));
  return section(2, 'Later', bullets(rest > 0 ? [...names, `and ${rest} more`] : names));
}

/** Why there is no goal: nothing is missing, or nothing is known. */
function nothingToPlan(ahead: readonly RoleStanding[]): string {
  if (ahead.every(({ items }) => items.length === 0)) return 'No gap is known: nothing is stated of what is asked for.';
  const open = ahead.reduce((sum, { counts }) => sum + counts['not-answered'], 0);
  return open > 0
    ? 'No gap is known yet: too little is answered.'
    : 'No gap is known: all that was asked for is there.';
}

function unknownBlocks({ name }: ShownProfile, ahead: readonly RoleStanding[], { rerun = '' }: ViewOptions): Block[] {
  const next = ahead[0]!;
  if (next.counts['not-answered'] === 0) return [];
  return [
    paragraph(muted(`${next.role.title}: ${coverWords(next)}.`)),
    ...(name === 'me' ? [hint('Answer the rest: ', styled('code', `pmroles me answer ${next.role.id}${rerun}`))] : []),
  ];
}
