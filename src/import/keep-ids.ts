/**
 * Ids of a ladder that is imported again: what was only reworded keeps its id.
 */
import type { Ladder } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { editDistance } from '../core/suggest.ts';
import type { Answers } from './answers.ts';
import { nameKey } from './name-key.ts';
import { TITLE_WORDS } from './words.ts';

/** Something with an id and a name. */
type Named = readonly [id: string, name: string];

/** Ids that stay, and what is said of those that were found by their names being near. */
export interface KeptIds {
  readonly ids: NonNullable<Answers['ids']>;
  readonly said: readonly string[];
  /** The ranks that roles had, by id. */
  readonly ranks: Readonly<Record<string, number>>;
}

/**
 * Finds the ids that roles and skills keep: those that somebody named, those of the same name, and those of the nearest name that
 * is left on both sides.
 *
 * @param before the ladder as it was
 * @param after the ladder as the tables alone make it
 */
export function keptIds(before: Ladder, after: Ladder, given: Answers['ids'] = {}): KeptIds {
  const roles = kept(
    'role',
    before.roles.map(({ id, title }) => [id, title]),
    after.roles.map(({ id, title }) => [id, title]),
    given.roles ?? {},
  );
  const skills = kept('skill', namedSkills(before), namedSkills(after), given.skills ?? {});
  return {
    ids: { roles: roles.ids, skills: skills.ids },
    said: [...roles.said, ...skills.said],
    ranks: Object.fromEntries(before.roles.map(({ id, rank }) => [id, rank])),
  };
}

/** What entries replace is said by hand, in the file that an import writes: no sheet has a place for it. */
export function keepReplaced(before: Ladder, after: Ladder): Ladder {
  const kept = <T extends Successor>(old: readonly T[], now: readonly T[], there: readonly Successor[]): T[] => {
    const known = new Map(old.map(({ id, replaces = [] }) => [id, replaces]));
    const ids = new Set(there.map(({ id }) => id));
    return now.map((entry) => {
      // What the sheet has again is replaced by nothing.
      const replaces = (entry.replaces ?? known.get(entry.id) ?? []).filter((id) => !ids.has(id));
      return replaces.length === 0 ? entry : { ...entry, replaces };
    });
  };
  const duties = after.roles.flatMap(({ responsibilities }) => responsibilities);
  const known = new Map(before.roles.map((role) => [role.id, role.responsibilities]));
  const roles = after.roles.map((role) => ({
    ...role,
    responsibilities: kept(known.get(role.id) ?? [], role.responsibilities, duties),
  }));
  return { ...after, skills: kept(before.skills, after.skills, after.skills), roles: kept(before.roles, roles, roles) };
}

interface Successor {
  readonly id: string;
  readonly replaces?: readonly string[];
}

/** Skills by their names; of several with one name, the group comes first, as in their ids. */
function namedSkills({ skills }: Ladder): Named[] {
  const counts = new Map<string, number>();
  for (const { name } of skills) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return skills.map(({ id, name, group }) => [
    id,
    counts.get(nameKey(name))! > 1 && group.length > 0 ? `${group[0]} ${name}` : name,
  ]);
}

/** With more names than this on both sides, the sheet is another one, and comparing all of them takes long. */
const MOST_COMPARED = 300;

function kept(
  kind: string,
  before: readonly Named[],
  after: readonly Named[],
  given: Readonly<Record<string, string>>,
) {
  const ids = new Map(Object.entries(given));
  const taken = new Set(ids.values());
  const said: string[] = [];
  const old = before.filter(([id]) => !taken.has(id));
  const byName = new Map(old.map(([id, name]) => [nameKey(name), id]));
  const known = new Set([...ids.keys()].map(nameKey));
  const fresh: string[] = [];
  for (const [, name] of after) {
    const id = byName.get(nameKey(name));
    if (known.has(nameKey(name))) continue;
    if (id === undefined || taken.has(id)) fresh.push(name);
    else {
      ids.set(name, id);
      taken.add(id);
    }
  }
  // The nearest pairs first, so that none takes the place of a nearer one.
  const left = old.filter(([id]) => !taken.has(id));
  const pairs = (Math.max(fresh.length, left.length) > MOST_COMPARED ? [] : fresh)
    .flatMap((name) => left.map(([id, was]) => ({ name, id, was, distance: distanceOf(was, name) })))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance);
  for (const { name, id, was } of pairs) {
    if (taken.has(id) || ids.has(name)) continue;
    ids.set(name, id);
    taken.add(id);
    said.push(
      `The ${kind} ${quote(name)} keeps the id "${id}" of ${quote(was)}; if it is another, say so under "ids" in the mapping file.`,
    );
  }
  return { ids: Object.fromEntries(ids), said };
}

/** Names that differ in more than this share of their words are not the same thing reworded. */
const FARTHEST = 0.5;

/**
 * How far apart two names are, from 0 for the same to 1: one less the share of words that they have in common (Jaccard 1901), where
 * words that differ by a letter or two are the same. Numbers, letters and words of titles have to be equal.
 */
function distanceOf(one: string, other: string): number {
  const [words, others] = [one, other].map((name) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}+#]+/u)
      .filter((word) => word !== ''),
  ) as [string[], string[]];
  const isNear = (a: string, b: string): boolean =>
    a === b || (Math.min(a.length, b.length) > 4 && editDistance(a, b) <= 2);
  const left = [...others];
  let common = 0;
  for (const word of words) {
    const at = left.findIndex((candidate) => isNear(word, candidate));
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  const differing = [...words.filter((word) => !others.some((candidate) => isNear(word, candidate))), ...left];
  // `Engineer 1` is not `Engineer 2` reworded, nor `Senior baker` `Baker`.
  if (differing.some((word) => TITLE_WORDS.has(word) || /^(?:\p{N}+|[ivx]+|\p{L})$/u.test(word))) return 1;
  // All of the one stands in the other: `Kneading`, `Kneading by hand`.
  if (common === Math.min(words.length, others.length)) return FARTHEST;
  return 1 - common / (words.length + others.length - common);
}
