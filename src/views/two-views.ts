/**
 * Two profiles side by side: what changed since the older one, or where two people see somebody otherwise.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ViewedItem } from '../core/profile/two-views.ts';
import {
  type Block,
  heading,
  type Item,
  item,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
  strong,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords, titleOf } from './parts.ts';
import {
  answerData,
  answerWord,
  evidenceLine,
  nameOfItem,
  profileData,
  profileTitle,
  type ProfileViewOptions,
  type ShownProfile,
} from './profile-parts.ts';
import { recordsOf } from './records.ts';
import { namedBriefly } from './standing.ts';

/** Heads some of the things, and tells each of them; `brief` where they are only named unless all is to be told. */
type Part = readonly [
  title: string,
  fits: (item: ViewedItem) => boolean,
  line: (item: ViewedItem) => Item,
  brief?: 'brief',
];

export function viewsView(
  catalog: Catalog,
  shown: readonly [ShownProfile, ShownProfile],
  items: readonly ViewedItem[],
  roles: readonly string[],
  isHistory: boolean,
  options: ProfileViewOptions,
): Report<Data<'compare-profiles'>> {
  const [first, second] = shown;
  const titles = [profileTitle(first), profileTitle(second)] as const;
  const about = roles.length === 0 ? '' : `, on what ${joinWords(roles.map((id) => titleOf(catalog, id)))} expects`;
  const dated = (title: string, { profile: { on } }: ShownProfile): string =>
    on === undefined ? title : `${title} (${on})`;
  const [one, other] = [dated(titles[0], first), dated(titles[1], second)];
  const title = (isHistory ? `${one} → ${other}` : `${one} and ${other}`) + about;
  const parts = isHistory ? history(catalog, options) : checkIn(catalog, titles, options);
  const role = second.profile.role ?? first.profile.role;
  const told = parts.map(([words, fits, line, brief]): Block[] => {
    const some = items.filter(fits);
    if (some.length === 0) return [];
    const isBrief = brief !== undefined && !options.full && !(options.evidence && some.some(hasEvidence));
    return section(2, words, isBrief ? [paragraph(namedBriefly(catalog, some, role))] : list(some.map(line)));
  });
  const agreed = items.filter(({ agree }) => agree);
  const nothing = items.length === 0 || items.every(({ first: a, second: b }) => !a || !b);
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(summary(items, isHistory, nothing)),
      ...roleLines(catalog, first, second),
      ...told.flat(),
      ...section(2, isHistory ? 'Unchanged' : 'Both say the same', agreedBlocks(catalog, agreed, options)),
      ...(options.full ? [] : [paragraph(muted('Each by itself: --full. What is written as evidence: --evidence.'))]),
    ],
    records: () =>
      recordsOf(
        'kind id first second steps agree',
        items.map((entry) => ({
          ...entry,
          first: entry.first && answerWord(catalog, entry.first),
          second: entry.second && answerWord(catalog, entry.second),
        })),
      ),
    data: () => ({
      first: profileData(first),
      second: profileData(second),
      roles,
      items: items.map((entry) => ({
        ...entry,
        first: answerData(entry.first, options),
        second: answerData(entry.second, options),
        evidenceAdded: entry.evidenceAdded.length,
      })),
    }),
  };
}

/** Where the two name other roles. */
function roleLines(catalog: Catalog, { profile: one }: ShownProfile, { profile: other }: ShownProfile): Block[] {
  const line = (words: string, from: string | undefined, to: string | undefined): Block[] =>
    from === undefined || to === undefined || from === to
      ? []
      : [paragraph(`${words}: ${titleOf(catalog, from)} → ${titleOf(catalog, to)}`)];
  return [...line('Role', one.role, other.role), ...line('Aim', one.aim, other.aim)];
}

function hasEvidence({ first, second }: ViewedItem): boolean {
  return [first, second].some((answer) => (answer?.evidence ?? []).length > 0);
}

function summary(items: readonly ViewedItem[], isHistory: boolean, nothing: boolean): string {
  if (items.length === 0) return 'Neither answers anything here.';
  if (nothing) return 'No answer is shared: nothing can be compared.';
  const both = items.filter(({ first, second }) => first && second);
  const agreed = both.filter(({ agree }) => agree).length;
  const one = items.length - both.length;
  const fresh = items.filter(({ first }) => first === undefined).length;
  return isHistory
    ? `${count(both.length - agreed, 'answer')} changed, ${agreed} did not; ${count(fresh, 'answer')} ${fresh === 1 ? 'is' : 'are'} new, ${one - fresh} ${one - fresh === 1 ? 'is' : 'are'} gone.`
    : `They agree on ${agreed} of the ${both.length} that both answered; ${one} answered by one alone.`;
}

function agreedBlocks(catalog: Catalog, agreed: readonly ViewedItem[], options: ProfileViewOptions): Block[] {
  if (agreed.length === 0) return [];
  if (!options.full) return [paragraph(namedBriefly(catalog, agreed))];
  return list(
    agreed.map((entry) => item('=', [nameOfItem(catalog, entry), muted(` · ${answerWord(catalog, entry.first)}`)])),
  );
}

function history(catalog: Catalog, options: ProfileViewOptions): readonly Part[] {
  const change = (mark: string, style?: 'added' | 'removed') => (entry: ViewedItem) =>
    item(
      mark,
      [
        nameOfItem(catalog, entry),
        `: ${answerWord(catalog, entry.first)} → ${answerWord(catalog, entry.second)}`,
        ...added(entry, options),
      ],
      style,
    );
  const single = (mark: string, which: 'first' | 'second') => (entry: ViewedItem) =>
    item(mark, [nameOfItem(catalog, entry), `: ${answerWord(catalog, entry[which])}`, ...added(entry, options)]);
  const isBoth = ({ first, second }: ViewedItem): boolean => first !== undefined && second !== undefined;
  return [
    ['Rose', ({ steps = 0 }) => steps > 0, change('+', 'added')],
    ['Fell', ({ steps = 0 }) => steps < 0, change('-', 'removed')],
    ['Changed', (entry) => isBoth(entry) && entry.steps === undefined && !entry.agree, change('±')],
    ['New', ({ first }) => first === undefined, single('+', 'second'), 'brief'],
    ['No longer answered', ({ second }) => second === undefined, single('-', 'first'), 'brief'],
    [
      'New evidence for what stayed',
      (entry) => isBoth(entry) && entry.agree && entry.evidenceAdded.length > 0,
      single('=', 'second'),
    ],
  ];
}

function added({ evidenceAdded }: ViewedItem, { evidence }: ProfileViewOptions): Line {
  if (evidenceAdded.length === 0) return [];
  if (!evidence) return [muted(` · ${count(evidenceAdded.length, 'piece')} of evidence since`)];
  return evidenceAdded.flatMap((entry) => [muted(' · '), ...evidenceLine(entry)]);
}

function checkIn(
  catalog: Catalog,
  [one, other]: readonly [string, string],
  options: ProfileViewOptions,
): readonly Part[] {
  const said = (title: string, answer: ViewedItem['first']): Line => [
    strong(title),
    `: ${answerWord(catalog, answer)}`,
    ...(options.evidence ? (answer?.evidence ?? []).flatMap((entry) => [muted(' · '), ...evidenceLine(entry)]) : []),
  ];
  const both = (entry: ViewedItem): Item => {
    const { steps } = entry;
    const far =
      steps === undefined || steps === 0
        ? ''
        : ` (${count(Math.abs(steps), 'step')} ${steps > 0 ? 'higher' : 'lower'})`;
    const between = muted(' · ');
    return item(
      '≠',
      [nameOfItem(catalog, entry), between, ...said(one, entry.first), between, ...said(other, entry.second), far],
      'changed',
    );
  };
  const single = (which: 'first' | 'second') => (entry: ViewedItem) =>
    item('?', [nameOfItem(catalog, entry), muted(' · '), ...said(which === 'first' ? one : other, entry[which])]);
  return [
    ['Differ', ({ first, second, agree }) => first !== undefined && second !== undefined && !agree, both],
    [`Only ${one} answered`, ({ second }) => second === undefined, single('first'), 'brief'],
    [`Only ${other} answered`, ({ first }) => first === undefined, single('second'), 'brief'],
  ];
}
