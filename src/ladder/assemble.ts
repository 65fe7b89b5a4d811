/**
 * Builds the ladder from checked files: short forms are written out, defaults filled in, orders made independent of the files.
 */
import {
  BASES,
  type Cited,
  INCLUDED,
  type Ladder,
  type Progression,
  type QuizBank,
  type Requirement,
  type Responsibility,
  type Role,
  type Statement,
} from '../core/model.ts';
import { byCodeUnit, byRank } from '../core/order.ts';
import type { LadderFile } from '../schema/ladder-file.ts';
import type { Draft } from './draft.ts';
import { responsibilityId } from '../core/ids.ts';

type RoleEntry = NonNullable<LadderFile['roles']>[number];
type Citing = Partial<Cited>;

export function assembleLadder(draft: Draft): Ladder {
  const roles = draft.roles.map(({ value }) => toRole(value)).sort(byRank);
  return {
    id: draft.id!.value,
    version: draft.version?.value ?? '0.0.0',
    title: draft.title!.value,
    summary: draft.summary?.value ?? '',
    ...(draft.language === undefined ? {} : { language: draft.language.value }),
    ...(draft.licence === undefined ? {} : { licence: draft.licence.value }),
    cumulative: draft.cumulative?.value ?? false,
    tracks: draft.tracks.map(({ value }) => value),
    areas: draft.areas.map(({ value }) => value),
    levels: draft.levels.map(({ value }) => value),
    skills: draft.skills.map(({ value: { id, name, group, description, levels, replaces } }) => ({
      id,
      name,
      group: group === undefined ? [] : typeof group === 'string' ? [group] : group,
      ...(description !== undefined && { description }),
      ...(levels !== undefined && { levels }),
      ...succeeding(replaces),
    })),
    sources: draft.sources.map(({ value }) => ({ ...value, facts: value.facts ?? [] })),
    roles,
    progressions: toProgressions(draft, roles),
    contrasts: draft.contrasts.map(({ value }) => ({ roles: value.roles, ...toStatement(value) })),
    disagreements: draft.disagreements.map(({ value: { id, title, roles: about = [], positions } }) => ({
      id,
      title,
      roles: about,
      positions: positions.map(toStatement),
    })),
    related: draft.related.map(({ value }) => value),
    notes: draft.notes.map(({ value }) => toStatement(value)),
    ...(draft.quiz === undefined ? {} : { quiz: toBank(draft.quiz.value) }),
  };
}

/** The moves, in the order of the roles they lead from and to. */
function toProgressions(draft: Draft, roles: readonly Role[]): Progression[] {
  const position = new Map(roles.map((role, index) => [role.id, index]));
  const moves = draft.progressions.map(({ value: { from, to, kind = 'promotion', cites = [], basis, note } }) => {
    const places = [position.get(from)!, position.get(to)!] as const;
    const progression: Progression = {
      // The very string of the role: it is then found in an index of roles without comparing letters.
      from: roles[places[0]]!.id,
      to: roles[places[1]]!.id,
      kind,
      basis: basis ?? (cites.length > 0 ? 'stated' : 'editorial'),
      cites,
      ...(note !== undefined && { note }),
    };
    return { places, progression };
  });
  moves.sort(
    (a, b) =>
      a.places[0] - b.places[0] ||
      a.places[1] - b.places[1] ||
      // Of parallel moves the better known comes first; whatever is left must not depend on the files.
      BASES.indexOf(a.progression.basis) - BASES.indexOf(b.progression.basis) ||
      byCodeUnit(JSON.stringify(a.progression), JSON.stringify(b.progression)),
  );
  return moves.map(({ progression }) => progression);
}

function toBank({ questions = [], experience = [], experienceRanks }: NonNullable<LadderFile['quiz']>): QuizBank {
  return {
    questions: questions.map(({ id, text, weights, areas = [], skills = [], ...rest }) => ({
      id,
      text: text.trim(),
      weights,
      areas,
      skills,
      ...leaning(rest),
    })),
    experience: experience.map(({ id, text, answers, ...rest }) => ({
      id,
      text: text.trim(),
      answers: answers.map((answer) => ({
        text: answer.text.trim(),
        ...(answer.ranks && { ranks: pairOf(answer.ranks) }),
        ...(answer.ranksIfSmall && { ranksIfSmall: pairOf(answer.ranksIfSmall) }),
        ...(answer.small === true && { small: true as const }),
      })),
      ...leaning(rest),
    })),
    ...(experienceRanks && { experienceRanks }),
  };
}

/** The checks hold that there are two ranks, the lower one first. */
const pairOf = (ranks: readonly number[]): [number, number] => [ranks[0]!, ranks[1]!];

/** An empty list says nothing. */
function succeeding(replaces: readonly string[] = []): { readonly replaces?: readonly string[] } {
  return replaces.length === 0 ? {} : { replaces };
}

/** What cites nothing is the ladder keeper's own word. */
function leaning({ cites = [], editorial = cites.length === 0 }: Citing): Cited {
  return { cites, editorial };
}

function toStatement(entry: string | (Citing & { readonly text: string })): Statement {
  return typeof entry === 'string' ? toStatement({ text: entry }) : { text: entry.text.trim(), ...leaning(entry) };
}

function toRole(entry: RoleEntry): Role {
  return {
    id: entry.id,
    title: entry.title,
    aliases: entry.aliases ?? [],
    rank: entry.rank,
    ...(entry.track !== undefined && { track: entry.track }),
    ...(entry.abstract === true && { abstract: true }),
    ...succeeding(entry.replaces),
    summary: entry.summary === undefined ? { text: '', cites: [], editorial: true } : toStatement(entry.summary),
    includes: (entry.includes ?? []).map(({ role, of = INCLUDED, ...rest }) => ({ of, role, ...leaning(rest) })),
    responsibilities: toResponsibilities(entry.responsibilities),
    requirements: (entry.skills ?? []).map(toRequirement),
    notes: (entry.notes ?? []).map(toStatement),
  };
}

/** A sentence that the role has twice counts once; the checks say so. */
function toResponsibilities(entries: RoleEntry['responsibilities'] = []): Responsibility[] {
  const byId = new Map<string, Responsibility>();
  for (const { id: given, area, replaces, ...said } of entries) {
    const id = given ?? responsibilityId(said.text);
    if (!byId.has(id)) byId.set(id, { id, area, ...toStatement(said), ...succeeding(replaces) });
  }
  return [...byId.values()];
}

function toRequirement(entry: NonNullable<RoleEntry['skills']>[number]): Requirement {
  if (typeof entry === 'string') return toRequirement({ skill: entry });
  const { skill, text = '', level, importance, notApplicable, ...rest } = entry;
  return {
    skill,
    ...toStatement({ text, ...rest }),
    ...(level !== undefined && { level }),
    ...(importance !== undefined && { importance }),
    ...(notApplicable !== undefined && { notApplicable }),
  };
}
