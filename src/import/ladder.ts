/**
 * A ladder in the making brought into the shape of a ladder file: ids, ranks, the scale, the moves.
 */
import { PmrolesError } from '../core/errors.ts';
import { isId } from '../core/ids.ts';
import { quote } from '../core/names.ts';
import { type Answers, Unsure } from './answers.ts';
import type { Draft, Need, RoleDraft, SkillDraft } from './draft.ts';
import { nameKey } from './name-key.ts';
import { type Notes, someOf } from './notes.ts';
import { movesOf } from './moves.ts';
import { movesByRank, ranksOf } from './ranks.ts';
import { createScale } from './scale.ts';
import { createIds, slugOf } from './slug.ts';

/** What the ladder as a whole is called. */
export interface Naming {
  readonly id: string;
  readonly title: string;
}

/**
 * Makes the document of a ladder.
 *
 * @param legend levels that the tables explain: `3 - Proficient`
 * @throws Unsure where nothing tells the order of the levels
 * @throws PmrolesError `usage` for levels that leave one of the table's out, or an id that is none
 */
export function finishLadder(
  draft: Draft,
  file: string,
  naming: Naming,
  legend: readonly string[],
  answers: Answers,
  notes: Notes,
): object {
  const roles = [...draft.roles.values()];
  const roleIds = idsOfRoles(roles, answers.ids?.roles ?? {});
  const stated = movesOf(draft, roles, notes);
  const ranks = ranksOf(roles, stated, (role) => answers.ranks?.[roleIds.get(role)!], notes);
  const moves = answers.moves === 'by-rank' && stated.length === 0 ? movesByRank(roles, ranks, notes) : stated;
  if (moves.length === 0 && roles.length > 1) {
    notes.read(
      'No column says which role leads to which, so that the ladder has no moves; --moves by-rank makes them.',
    );
  }
  const tracks = entriesOf(roles, 'track', ({ track }) => track ?? []);
  const families = new Map(roles.flatMap(({ track, family }) => (track && family ? [[nameKey(track), family]] : [])));
  const areas = entriesOf(roles, 'area', ({ duties }) => [...duties.values()].map(({ area }) => area));
  const levels = scaleOf(draft, file, legend, answers, notes);
  const skills = withIds(draft, answers.ids?.skills ?? {});
  const requirement = ([key, { level, ...need }]: readonly [string, Need]): object => ({
    skill: skills.get(key)!.id,
    ...(level === undefined ? {} : { level: levels.idOf(level) }),
    ...need,
  });
  return {
    ...naming,
    tracks: [...tracks].map(([key, track]) => ({
      ...track,
      ...(families.has(key) && { description: families.get(key) }),
    })),
    areas: [...areas.values()],
    levels: levels.entries,
    skills: [...skills.values()].map(({ id, name, group, description, levels: texts }) => ({
      id,
      name,
      ...(group !== undefined && { group }),
      ...(description !== undefined && { description }),
      ...(texts.size > 0 && {
        levels: Object.fromEntries([...texts].map(([level, text]) => [levels.idOf(level), text])),
      }),
    })),
    roles: roles.map((role) => ({
      id: roleIds.get(role)!,
      title: role.title ?? role.name,
      ...(role.aliases.size > 0 && { aliases: [...role.aliases] }),
      rank: ranks.get(role)!,
      ...(role.track !== undefined && { track: tracks.get(nameKey(role.track))!.id }),
      ...(role.summary !== undefined && { summary: role.summary }),
      responsibilities: [...role.duties.values()].map(({ area, text }) => ({
        area: areas.get(nameKey(area))!.id,
        text,
      })),
      skills: [...role.needs].map(requirement),
      notes: [...role.notes],
    })),
    progressions: moves.map(([from, to, kind]) => ({
      from: roleIds.get(from)!,
      to: roleIds.get(to)!,
      ...(kind && { kind }),
    })),
  };
}

/** Where every role has a title of its own and a name that is an id, the name is the id. */
function idsOfRoles(
  roles: readonly RoleDraft[],
  known: Readonly<Record<string, string>>,
): ReadonlyMap<RoleDraft, string> {
  if (roles.every(({ name, title }) => title !== undefined && isId(name))) {
    return new Map(roles.map((role) => [role, role.name]));
  }
  const id = createIds('role', known);
  return new Map(roles.map((role) => [role, id(role.title ?? role.name)]));
}

/** Skills with their ids; of several with one name, the group comes first. */
function withIds(
  { skills }: Draft,
  known: Readonly<Record<string, string>>,
): Map<string, SkillDraft & { readonly id: string }> {
  const id = createIds('skill', known);
  const counts = new Map<string, number>();
  for (const { name } of skills.values()) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return new Map(
    [...skills].map(([key, skill]) => {
      const several = counts.get(nameKey(skill.name))! > 1 && skill.group !== undefined;
      return [key, { ...skill, id: id(several ? `${skill.group} ${skill.name}` : skill.name) }];
    }),
  );
}

/** Entries of one kind by the keys of their names, in the order of first appearance. */
function entriesOf(
  roles: readonly RoleDraft[],
  kind: string,
  namesOf: (role: RoleDraft) => string | readonly string[],
): Map<string, { id: string; title: string }> {
  const id = createIds(kind);
  const entries = new Map<string, { id: string; title: string }>();
  for (const title of roles.flatMap(namesOf)) {
    const key = nameKey(title);
    if (!entries.has(key)) entries.set(key, { id: id(title), title });
  }
  return entries;
}

interface IdScale {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
  readonly idOf: (level: string) => string;
}

function scaleOf(
  { roles, skills }: Draft,
  file: string,
  legend: readonly string[],
  { levels: stated = [] }: Answers,
  notes: Notes,
): IdScale {
  // Columns of a table of skills stand in the order of the scale; what roles need stands in none.
  const columns = [...new Set([...skills.values()].flatMap(({ levels }) => [...levels.keys()]))];
  const needed = [...roles.values()].flatMap(({ needs }) => [...needs.values()].flatMap(({ level }) => level ?? []));
  const names = new Set([...columns, ...needed]);
  const explained = needed.length + columns.length > 0 ? legend : [];
  const scale = createScale([...explained, ...names], stated);
  if (scale.unstated.length > 0) throw notStated(scale.unstated, scale.titles);
  const inColumns = scale.by === undefined && createScale([], columns).titles.length === scale.titles.length;
  const titles = inColumns ? createScale([...names], columns).titles : scale.titles;
  if (titles.length > 1 && scale.by === undefined && !inColumns) {
    throw new Unsure({
      about: 'levels',
      text: `In which order do the levels stand, the lowest first: ${someOf(titles)}?`,
      file,
      line: undefined,
      offered: titles.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    });
  }
  if (titles.length > 1 && stated.length === 0) {
    notes.read(
      `Levels, lowest first, ${inColumns ? 'as the columns stand' : `by ${scale.by!.replace('by ', '')}`}: ${titles.slice(0, 12).join(' < ')}${titles.length > 12 ? ' < …' : ''}.`,
    );
  }
  const { placeOf } = inColumns ? createScale([...names], columns) : scale;
  const id = createIds('level');
  const entries = titles.map((title) => ({ id: id(title), title }));
  return { entries, idOf: (level) => entries[placeOf(level)]!.id };
}

/** The error for levels of the table that are not among those that were stated. */
function notStated(missing: readonly string[], known: readonly string[]): PmrolesError {
  return new PmrolesError('usage', `--levels leaves out ${quote(missing[0]!)}, which the table has`, {
    hint: `the levels are: ${known.slice(0, 20).map(quote).join(', ')}`,
  });
}

/** What a ladder is called when nobody says. */
export function namingOf(file: string, given: Partial<Naming>): Naming {
  const stem = (file.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const title =
    given.title ?? (/[\p{L}\p{N}]/u.test(stem) ? stem.charAt(0).toUpperCase() + stem.slice(1) : 'Imported ladder');
  return { id: given.id ?? (slugOf(title) || 'ladder'), title };
}
