/**
 * What is said twice: skills and roles of nearly the same name, sentences that stand under two ids.
 */
import { foldName } from '../core/names.ts';
import { ME } from '../core/profile/name.ts';
import { editDistance } from '../core/suggest.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, firstUnder, within } from './draft.ts';
import { responsibilityId } from '../core/ids.ts';

/** Shorter names differ in one letter by right: Java and Lava. Longer ones are no names. Counted without blanks. */
const SHORTEST = 8;
const LONGEST = 64;

/** Names that share a form are compared with no more than so many of those before them. */
const MOST_COMPARED = 8;

/** Tells of what stands twice in other words or under another id. */
export function lintTexts(draft: Draft, findings: Findings): void {
  const skills = draft.skills.map(({ value: { id, name, group = '' }, at }): Named => {
    return { id, name, folded: foldName(name), group: foldName(String(group)), at: within(at, 'name') };
  });
  const roles = draft.roles.map(({ value: { id, title }, at }): Named => {
    return { id, name: title, folded: foldName(title), group: '', at: within(at, 'title') };
  });
  lintNames('skill', skills, findings);
  lintNames('role', roles, findings);
  for (const { value: skill, at } of draft.skills) {
    const first = firstUnder<string>();
    for (const [level, text] of Object.entries(skill.levels ?? {})) {
      const known = first(foldText(text), level);
      if (known === undefined) continue;
      const message = `"${skill.id}" has the same text at ${known} and at ${level}`;
      const hint = 'say what the higher level adds';
      const other = within(at, 'levels', known);
      findings.add('same-level-text', within(at, 'levels', level), message, { hint, other });
    }
  }
  lintTitles(draft, findings);
  lintNotApplicable(draft, findings);
  lintResponsibilities(draft, findings);
  lintMe(draft, findings);
}

/** `me` is the user's profile, unless a role is called so. */
function lintMe({ roles }: Draft, findings: Findings): void {
  const hint = 'call it otherwise: "me" stands for the profile of whoever asks';
  for (const { value: role, at } of roles) {
    const tell = (name: string, place: Place): void => {
      if (foldName(name) !== ME) return;
      findings.add('called-me', place, `the role "${role.id}" is called "${name}"`, { hint });
    };
    tell(role.id, within(at, 'id'));
    tell(role.title, within(at, 'title'));
    each(role.aliases, (alias, index) => {
      tell(alias, within(at, 'aliases', index));
    });
  }
}

/** Names that are spelt almost alike: of skills, and of roles. */
function lintNames(kind: 'skill' | 'role', names: readonly Named[], findings: Findings): void {
  const first = firstUnder<Named>();
  const similar = new Map<string, Named[]>();
  for (const named of names) {
    const { folded } = named;
    const twin = first(folded, named);
    if (twin) {
      // Skills of one name may stand in two groups; a role's title is told of where names are resolved.
      if (twin.id !== named.id && kind === 'skill' && twin.group === named.group) {
        tell(kind, named, twin, 'has the same name as', findings);
      }
      continue;
    }
    const letters = Array.from(folded);
    if (letters.length < SHORTEST || letters.length > LONGEST) continue;
    let near: Named | undefined;
    for (const form of formsOf(letters)) {
      const bucket = similar.get(form);
      near ??= bucket?.find((other) => editDistance(other.folded, folded) === 1 && isTypo(other.name, named.name));
      if (!bucket) similar.set(form, [named]);
      else if (bucket.length < MOST_COMPARED) bucket.push(named);
    }
    if (near) tell(kind, named, near, 'has nearly the same name as', findings);
  }
}

/** A letter more or less in a long word; `Engineer I` and `Engineer II`, `Product Lead` and `Product Head` differ by right. */
function isTypo(one: string, other: string): boolean {
  const [words, others] = [one.split(/\s+/), other.split(/\s+/)];
  const differing = words.length === others.length ? words.findIndex((word, at) => word !== others[at]) : -1;
  return differing < 0 || Math.min(words[differing]!.length, others[differing]!.length) > 5;
}

/** What has the title of another cannot be told from it where titles are shown. */
function lintTitles(draft: Draft, findings: Findings): void {
  const lists = { area: draft.areas, track: draft.tracks, level: draft.levels };
  for (const [kind, entries] of Object.entries(lists)) {
    const first = firstUnder<{ readonly id: string; readonly at: Place }>();
    for (const { value, at } of entries) {
      const place = within(at, 'title');
      const other = first(foldText(value.title), { id: value.id, at: place });
      if (!other || other.id === value.id) continue;
      const message = `the ${kind} "${value.id}" has the same title as "${other.id}"`;
      const hint = 'give it another title, or use one id for both';
      findings.add('same-title', place, message, { hint, other: other.at });
    }
  }
}

function lintNotApplicable({ roles }: Draft, findings: Findings): void {
  for (const { value: role, at } of roles) {
    each(role.skills, (entry, index) => {
      if (typeof entry === 'string' || entry.notApplicable !== true) return;
      for (const key of ['level', 'importance'] as const) {
        if (entry[key] === undefined) continue;
        const message = `"${entry.skill}" does not apply to the role "${role.id}", so it has no ${key}`;
        const hint = 'remove one of the two';
        findings.add('not-applicable', within(at, 'skills', index, key), message, { hint });
      }
    });
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
  readonly group: string;
  readonly at: Place;
}

function tell(kind: 'skill' | 'role', named: Named, other: Named, what: string, findings: Findings): void {
  const message = `the ${kind} "${named.id}" (${named.name}) ${what} "${other.id}" (${other.name})`;
  findings.add(`similar-${kind}`, named.at, message, { hint: `if they are one ${kind}, use one id`, other: other.at });
}

/**
 * The name itself and the name without each of its letters: two names that are one edit apart share one of these, so that
 * nothing need be compared with everything (Mor and Fraenkel 1982). Names whose digits differ never share one: Level 1 and
 * Level 2 are two things.
 */
function formsOf(letters: readonly string[]): Set<string> {
  const digits = letters.filter((letter) => /\p{N}/u.test(letter)).join('');
  const forms = new Set([`${letters.join('')} ${digits}`]);
  letters.forEach((_, index) =>
    forms.add(`${letters.slice(0, index).join('')}${letters.slice(index + 1).join('')} ${digits}`),
  );
  return forms;
}

function lintResponsibilities(draft: Draft, findings: Findings): void {
  const first = firstUnder<{ readonly id: string; readonly role: string; readonly at: Place }>();
  for (const { value: role, at } of draft.roles) {
    each(role.responsibilities, ({ id: given, text }, index) => {
      const id = given ?? responsibilityId(text);
      const place = within(at, 'responsibilities', index, 'text');
      const other = first(foldText(text), { id, role: role.id, at: place });
      if (!other || other.id === id || other.role === role.id) return;
      const message = `the same text has the id "${other.id}" in the role "${other.role}", and "${id}" here`;
      const hint = 'if they are one responsibility, give both one id; else change the words';
      findings.add('same-text', place, message, { hint, other: other.at });
    });
  }
}

/** A text without case, blanks and punctuation; itself where nothing is left of it then. */
function foldText(text: string): string {
  return foldName(text) || text.trim();
}
