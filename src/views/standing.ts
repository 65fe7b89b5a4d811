/**
 * How somebody stands to one or more roles: what is missing comes first, what is there last.
 */
import type { Catalog } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import type { Measured, RoleStanding, Standing } from '../core/profile/standing.ts';
import {
  type Block,
  bullets,
  heading,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords, roleLink, sourceKey } from './parts.ts';
import {
  answerData,
  coverWords,
  measuredItem,
  nameOfItem,
  profileData,
  profileTitle,
  type ProfileViewOptions,
  type ShownProfile,
  worstOf,
} from './profile-parts.ts';
import { recordsOf } from './records.ts';

/** What stands over the things of each standing, in the order in which they are shown. */
const HEADINGS: readonly (readonly [Standing, string])[] = [
  ['lacks', 'Missing'],
  ['partly', 'Partly there'],
  ['not-answered', 'Not answered'],
  ['not-applicable', 'Not applicable'],
  ['has', 'There'],
];

/** So many of what is not told in full are named. */
const MOST_NAMED = 3;

/** One thing that some of the roles expect, as each of them does. */
type Merged = readonly { readonly role: string; readonly item: Measured }[];

export function standingView(
  catalog: Catalog,
  shown: ShownProfile,
  standings: readonly RoleStanding[],
  options: ProfileViewOptions,
): Report<Data<'compare-me'>> {
  const title = joinWords([profileTitle(shown), ...standings.map(({ role }) => role.title)]);
  const all = standings.flatMap(({ role, items }) => items.map((item) => ({ role: role.id, item })));
  const merged: Merged[] = [...groupBy(all, ({ item }) => `${item.kind} ${item.id}`).values()];
  const groups = groupBy(merged, (one) => worstOf(one.map(({ item }) => item.standing)));
  const cites = options.cites ? all.flatMap(({ item }) => item.expected.cites) : [];
  return {
    title,
    blocks: [
      heading(1, title),
      ...(standings.length === 1
        ? [paragraph(`${sentence(coverWords(standings[0]!))}.`)]
        : bullets(
            standings.map((standing): Line => [roleLink(catalog, standing.role.id), `: ${coverWords(standing)}`]),
          )),
      ...HEADINGS.flatMap(([standing, words]) =>
        section(2, words, blocksOf(catalog, standing, groups.get(standing) ?? [], options, standings.length)),
      ),
      ...(options.full ? [] : [paragraph(muted('All of it: --full. What you wrote as evidence: --evidence.'))]),
      ...sourceKey(catalog, cites),
    ],
    records: () =>
      recordsOf(
        'role kind id standing level truth notApplicable asked essential',
        all.map(({ role, item }) => ({ role, ...item, ...item.answer, asked: askedLevel(item) })),
      ),
    data: () => ({
      profile: profileData(shown),
      roles: standings.map(({ role, items, counts, answered, essentialMissing }) => ({
        role: role.id,
        ...standingData({ counts, answered, essentialMissing }),
        items: items.map((item) => itemData(item, options)),
      })),
    }),
  };
}

/** What JSON says of a standing as a whole. */
export function standingData({
  counts,
  answered,
  essentialMissing,
}: Pick<RoleStanding, 'counts' | 'answered' | 'essentialMissing'>) {
  return {
    answered,
    essentialMissing,
    has: counts.has,
    partly: counts.partly,
    lacks: counts.lacks,
    notAnswered: counts['not-answered'],
    notApplicable: counts['not-applicable'],
  };
}

export function itemData(item: Measured, options: Pick<ProfileViewOptions, 'evidence'>) {
  const { kind, id, standing, essential, answer } = item;
  return { kind, id, standing, essential, asked: askedLevel(item), answer: answerData(answer, options) };
}

function askedLevel({ expected }: Measured): string | undefined {
  return 'skill' in expected ? expected.level : undefined;
}

function blocksOf(
  catalog: Catalog,
  standing: Standing,
  merged: readonly Merged[],
  options: ProfileViewOptions,
  roles: number,
): Block[] {
  const isTold = options.full || standing === 'lacks' || standing === 'partly' || standing === 'not-applicable';
  const withEvidence = options.evidence && standing === 'has';
  const told = isTold
    ? merged
    : withEvidence
      ? merged.filter(([one]) => (one!.item.answer?.evidence ?? []).length > 0)
      : [];
  const rest = merged.filter((one) => !told.includes(one));
  // What is essential before the rest; all else as the ladder has it.
  const sorted = [...told].sort((a, b) => Number(isEssential(b)) - Number(isEssential(a)));
  return [
    ...list(sorted.map((one) => measuredItem(catalog, one, options, roles))),
    ...(rest.length === 0
      ? []
      : [
          paragraph(
            namedBriefly(
              catalog,
              rest.map(([one]) => one!.item),
            ),
          ),
        ]),
  ];
}

function isEssential(merged: Merged): boolean {
  return merged.some(({ item }) => item.essential);
}

/** `5 skills (Leadership, Hiring, …) and 20 responsibilities`. */
export function namedBriefly(catalog: Catalog, items: readonly Pick<Measured, 'kind' | 'id'>[], role?: string): string {
  const groups = groupBy(items, ({ kind }) => kind);
  const parts = (['skill', 'responsibility'] as const).flatMap((kind) => {
    const some = groups.get(kind) ?? [];
    if (some.length === 0) return [];
    const number =
      kind === 'skill' ? count(some.length, 'skill') : count(some.length, 'responsibility', 'responsibilities');
    if (kind === 'responsibility' && some.length > 1) return [number];
    const names = some.slice(0, MOST_NAMED).map((one) => nameOfItem(catalog, one, role));
    return [`${number} (${names.join(', ')}${some.length > MOST_NAMED ? ', …' : ''})`];
  });
  return joinWords(parts);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
