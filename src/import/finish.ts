/**
 * A ladder in the making brought into the shape of a ladder file: ids, ranks, the scale, the moves.
 */
import { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { DraftLadder, Need, RoleDraft } from './draft-ladder.ts';
import type { ImportNotes } from './import-notes.ts';
import { nameKey } from './name-key.ts';
import { type Move, ranksOf } from './ranks.ts';
import { createScale } from './scale.ts';
import { createIds, slugOf } from './slug.ts';

/** An id as a ladder may have it. */
const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** For so many moves that lead nowhere a role is suggested. */
const MOST_MISSING = 20;

/** What the ladder as a whole is called. */
export interface Naming {
  readonly id: string;
  readonly title: string;
}

/**
 * Makes the document of a ladder.
 *
 * @throws PmrolesError `usage` for a level that was not stated
 */
export function finishLadder(
  draft: DraftLadder,
  naming: Naming,
  stated: readonly string[],
  notes: ImportNotes,
): object {
  const roles = [...draft.roles.values()];
  const roleIds = idsOfRoles(roles);
  const moves = movesOf(draft, roles, notes);
  const ranks = ranksOf(roles, moves, notes);
  const tracks = entriesOf(
    roles.flatMap(({ track }) => track ?? []),
    'track',
  );
  const areas = entriesOf(
    roles.flatMap(({ duties }) => [...duties.values()].map(({ area }) => area)),
    'area',
  );
  const levels = scaleOf(roles, stated, notes);
  const skillId = createIds('skill');
  const skills = new Map([...draft.skills].map(([key, skill]) => [key, { id: skillId(skill.name), ...skill }]));
  const requirement = ([key, { level, ...need }]: readonly [string, Need]): object => ({
    skill: skills.get(key)!.id,
    ...(level === undefined ? {} : { level: levels.idOf(level) }),
    ...need,
  });
  return {
    ...naming,
    tracks: [...tracks.values()],
    areas: [...areas.values()],
    levels: levels.entries,
    skills: [...skills.values()],
    roles: roles.map((role) => ({
      id: roleIds.get(role)!,
      title: role.title ?? role.name,
      ...(role.aliases.length > 0 && { aliases: role.aliases }),
      rank: ranks.get(role)!,
      ...(role.track !== undefined && { track: tracks.get(nameKey(role.track))!.id }),
      ...(role.summary !== undefined && { summary: role.summary }),
      responsibilities: [...role.duties.values()].map(({ area, text }) => ({
        area: areas.get(nameKey(area))!.id,
        text,
      })),
      skills: [...role.needs].map(requirement),
      notes: role.notes,
    })),
    progressions: moves.map(([from, to]) => ({ from: roleIds.get(from)!, to: roleIds.get(to)! })),
  };
}

/** Where every role has a title of its own and a name that is an id, the name is the id. */
function idsOfRoles(roles: readonly RoleDraft[]): ReadonlyMap<RoleDraft, string> {
  if (roles.every(({ name, title }) => title !== undefined && ID.test(name))) {
    return new Map(roles.map((role) => [role, role.name]));
  }
  const id = createIds('role');
  return new Map(roles.map((role) => [role, id(role.title ?? role.name)]));
}

/** Entries of one kind by the keys of their names, in the order of first appearance. */
function entriesOf(names: readonly string[], kind: string): Map<string, { id: string; title: string }> {
  const id = createIds(kind);
  const entries = new Map<string, { id: string; title: string }>();
  for (const title of names) {
    const key = nameKey(title);
    if (!entries.has(key)) entries.set(key, { id: id(title), title });
  }
  return entries;
}

interface IdScale {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
  readonly idOf: (level: string) => string;
}

function scaleOf(roles: readonly RoleDraft[], stated: readonly string[], notes: ImportNotes): IdScale {
  const names = new Set(roles.flatMap(({ needs }) => [...needs.values()].flatMap(({ level }) => level ?? [])));
  const scale = createScale([...names], stated);
  if (scale.unstated.length > 0) throw notStated(scale.unstated, scale.titles);
  if (scale.titles.length > 1 && stated.length === 0) {
    const shown = `${scale.titles.slice(0, 10).join(', ')}${scale.titles.length > 10 ? ', …' : ''}`;
    const guess = scale.guess ? ' This order is a guess; --levels states another.' : '';
    notes.guessed(`Levels, lowest first, by ${scale.by}: ${shown}.${guess}`);
  }
  const id = createIds('level');
  const entries = scale.titles.map((title) => ({ id: id(title), title }));
  return { entries, idOf: (level) => entries[scale.placeOf(level)]!.id };
}

/** The error for levels of the table that are not among those that were stated. */
export function notStated(missing: readonly string[], known: readonly string[]): PmrolesError {
  return new PmrolesError('usage', `--levels leaves out ${quote(missing[0]!)}, which the table has`, {
    hint: `the levels are: ${known.slice(0, 20).map(quote).join(', ')}`,
  });
}

/** The moves that the table names, each once. */
function movesOf(draft: DraftLadder, roles: readonly RoleDraft[], notes: ImportNotes): Move[] {
  const byTitle = new Map(roles.flatMap((role) => (role.title === undefined ? [] : [[nameKey(role.title), role]])));
  const byAlias = new Map(roles.flatMap((role) => role.aliases.map((alias) => [nameKey(alias), role] as const)));
  const moves: Move[] = [];
  let missing = 0;
  for (const role of roles) {
    const seen = new Set<string>();
    const reached = new Set<RoleDraft>([role]);
    for (const { name, line } of role.next) {
      const key = nameKey(name);
      if (seen.has(key)) continue;
      seen.add(key);
      const to = draft.roles.get(key) ?? byTitle.get(key) ?? byAlias.get(key);
      if (!to) {
        const near = ++missing > MOST_MISSING ? undefined : nearName(name, roles);
        const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`;
        notes.dropped(line, name, `${role.name} leads to it, but no role is called so${hint}`);
      } else if (to === role) notes.dropped(line, name, 'a role does not lead to itself');
      else if (!reached.has(to)) {
        reached.add(to);
        moves.push([role, to]);
      }
    }
  }
  if (moves.length === 0 && roles.length > 1) {
    notes.guessed('No column says which role leads to which, so the ladder has no progressions.');
  }
  return moves;
}

/** What a name most likely means: a role spelt otherwise, or with its words cut short, as `Store Mgr` is `Store Manager`. */
function nearName(name: string, roles: readonly RoleDraft[]): string | undefined {
  const [near] = suggest(
    name,
    roles.map((role) => role.name),
    1,
  );
  if (near !== undefined) return near;
  const words = name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '');
  return roles.find((role) => {
    const whole = role.name.toLowerCase().split(/\s+/);
    return whole.length === words.length && words.every((word, at) => isCutShort(word, whole[at]!));
  })?.name;
}

/** The letters of the one stand in the other in the same order, from the first on. */
function isCutShort(short: string, word: string): boolean {
  if (!word.startsWith(short.charAt(0))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
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
