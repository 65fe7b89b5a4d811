/**
 * Pieces of text about profiles, which several views share.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import type { Answer, Evidence, Profile } from '../core/profile/profile.ts';
import type { Measured, RoleStanding, Standing } from '../core/profile/standing.ts';
import { type Inline, item, type Item, type Line, linked, muted, type Style } from '../report/report.ts';
import {
  count,
  groundNote,
  joinWords,
  levelTitle,
  skillLink,
  skillName,
  titleOf,
  type ViewOptions,
  withoutStop,
} from './parts.ts';

/** A profile and what it goes by. */
export interface ShownProfile {
  readonly name: string;
  readonly file: string;
  readonly profile: Profile;
}

/** What the user asked of a view about profiles. */
export interface ProfileViewOptions extends ViewOptions {
  /** True for all that is behind the numbers. */
  readonly full: boolean;
  /** True to write the texts of evidence, which are nobody else's. */
  readonly evidence: boolean;
}

/** What a profile is called in titles: `Me`, who says so, or the name of its file. */
export function profileTitle({ name, file, profile }: ShownProfile): string {
  if (name === 'me') return 'Me';
  const { by = 'self' } = profile;
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.(?:ya?ml|json)$/i, '');
  return by === 'self' ? stem : by.charAt(0).toUpperCase() + by.slice(1);
}

/** The mark of each standing, its word, and how it is set off. */
export const MARKS: Readonly<Record<Standing, readonly [mark: string, word: string, style?: Style]>> = {
  lacks: ['-', 'missing:', 'removed'],
  partly: ['±', 'partly:', 'changed'],
  has: ['=', 'there:', 'added'],
  'not-answered': ['?', 'not answered:'],
  'not-applicable': ['·', 'not applicable:'],
};

/** An answer in a word: the title of its level, or yes, partly, no. */
export function answerWord(catalog: Catalog, answer: Answer | undefined): string {
  if (!answer) return 'not answered';
  if (answer.notApplicable !== undefined) return 'not applicable';
  return answer.level === undefined ? answer.truth! : levelTitle(catalog, answer.level);
}

/** What something is called, by its kind: a skill's name, a responsibility's own words, as a role says them where it has it. */
export function nameOfItem(catalog: Catalog, { kind, id }: Pick<Measured, 'kind' | 'id'>, role?: string): string {
  return kind === 'skill' ? skillName(catalog, id) : withoutStop(dutyText(catalog, id, role));
}

/** A responsibility's words: a role's own where it has it, else those of the most junior role that does. */
export function dutyText(catalog: Catalog, id: string, role?: string): string {
  const named = role === undefined ? undefined : catalog.roles.get(role);
  const own = named && expectationsOf(catalog, named).responsibilities.find((duty) => duty.id === id);
  if (own) return own.text;
  for (const { responsibilities } of catalog.ladder.roles) {
    const duty = responsibilities.find((entry) => entry.id === id);
    if (duty) return duty.text;
  }
  return id;
}

/** `covers 9 of 14 answered; 5 not answered; 2 essential ones missing`. */
export function coverWords({ counts, answered, items, essentialMissing }: RoleStanding): string {
  if (items.length === 0) return 'nothing is stated of it';
  const unknown = counts['not-answered'];
  return [
    answered === 0 ? 'nothing answered' : `covers ${counts.has} of ${answered} answered`,
    ...(unknown > 0 ? [`${unknown} not answered`] : []),
    ...(counts['not-applicable'] > 0 ? [`${counts['not-applicable']} not applicable`] : []),
    ...(essentialMissing > 0 ? [`${count(essentialMissing, 'essential one')} not there yet`] : []),
  ].join('; ');
}

/** How one thing stands: what it is, where the person is, what is asked. */
export function measuredItem(
  catalog: Catalog,
  measured: readonly { readonly role: string; readonly item: Measured }[],
  options: ProfileViewOptions,
  roles: number,
): Item {
  const first = measured[0]!.item;
  const [mark, word, style] = MARKS[worstOf(measured.map(({ item: one }) => one.standing))];
  const name =
    first.kind === 'skill'
      ? skillLink(first.id, skillName(catalog, first.id))
      : withoutStop('text' in first.expected ? first.expected.text : '');
  const line: Line = [
    name,
    ...groundNote(catalog, first.expected, options),
    ...notes(levelNotes(catalog, measured, roles)),
    ...evidenceNotes(first.answer, options),
  ];
  return { ...item(mark, line, style), word };
}

/** Where the person is, what each role asks, and which roles ask at all, where that is not all of them. */
function levelNotes(
  catalog: Catalog,
  measured: readonly { readonly role: string; readonly item: Measured }[],
  roles: number,
): string[] {
  const first = measured[0]!.item;
  const { answer } = first;
  if (answer?.notApplicable !== undefined) return [answer.notApplicable];
  const asked = new Map<string, string[]>();
  for (const { role, item: one } of measured) {
    const level = 'skill' in one.expected ? levelTitle(catalog, one.expected.level) : '';
    asked.set(level, [...(asked.get(level) ?? []), titleOf(catalog, role)]);
  }
  const some = measured.length < roles;
  const levels = [...asked].filter(([level]) => level !== '');
  const wanted = levels.map(([level, titles]) =>
    roles > 1 && (some || asked.size > 1) ? `${level} for ${joinWords(titles)}` : level,
  );
  const own = answer?.level === undefined ? '' : answerWord(catalog, answer);
  return [
    ...(wanted.length > 0 ? [`${own === '' ? '' : `${own}, `}asked: ${joinWords(wanted)}`] : own === '' ? [] : [own]),
    ...(some && levels.length === 0 ? [joinWords(measured.map(({ role }) => titleOf(catalog, role)))] : []),
    ...essentialNote(catalog, measured),
  ];
}

/** Whether the roles that ask for something call it essential, and which ones where not all do. */
function essentialNote(
  catalog: Catalog,
  measured: readonly { readonly role: string; readonly item: Measured }[],
): string[] {
  const essential = measured.filter(({ item: one }) => one.essential);
  if (essential.length === 0) return [];
  return essential.length === measured.length
    ? ['essential']
    : [`essential for ${joinWords(essential.map(({ role }) => titleOf(catalog, role)))}`];
}

const notes = (texts: readonly string[]): Inline[] => texts.map((text) => muted(` · ${text}`));

/** How much evidence there is; its texts where they are asked for. */
export function evidenceNotes(answer: Answer | undefined, { evidence }: ProfileViewOptions): Inline[] {
  const known = answer?.evidence ?? [];
  if (known.length === 0) return [];
  if (!evidence) return [muted(` (${count(known.length, 'piece')} of evidence)`)];
  return known.flatMap((entry) => [muted(' · '), ...evidenceLine(entry)]);
}

export function evidenceLine({ text, on, url }: Evidence): Line {
  return [linked(url, `"${withoutStop(text)}"`), ...(on === undefined ? [] : [muted(` (${on})`)])];
}

/** Of several standings the one that asks for most work. */
export function worstOf(standings: readonly Standing[]): Standing {
  return (['lacks', 'partly', 'not-answered', 'not-applicable', 'has'] as const).find((one) =>
    standings.includes(one),
  )!;
}

/** What JSON says of an answer; texts of evidence only where they are asked for. */
export function answerData(answer: Answer | undefined, { evidence }: Pick<ProfileViewOptions, 'evidence'>) {
  if (!answer) return null;
  const { level, truth, notApplicable, on, evidence: known } = answer;
  return { level, truth, notApplicable, on, evidenceCount: known.length, evidence: evidence ? known : undefined };
}

export function profileData({ name, profile: { ladder, on, by, role, aim } }: ShownProfile) {
  return { name, version: ladder.version, on, by, role, aim };
}
