/**
 * What becomes of somebody's answers when their ladder changes: which keep their place, which move, which are in doubt and which
 * lose theirs. Nothing moves by a guess, and nothing is written over.
 */
import { type Catalog, createCatalog } from '../catalog.ts';
import type { Named } from '../changes/change.ts';
import { entriesOf, type Kind } from '../changes/entries.ts';
import { successorsOf } from '../changes/successors.ts';
import { expectationsOf } from '../expectations.ts';
import { groupBy } from '../group-by.ts';
import { rolesAhead } from './gaps.ts';
import type { Ladder } from '../model.ts';
import { type Answer, type Profile, TRUTHS } from './profile.ts';

/** What in a profile names something on the ladder. */
export interface Held {
  readonly of: 'role' | 'aim' | 'skill' | 'responsibility' | 'plan';
  /** The id that stands in the profile, and what either ladder calls it. */
  readonly id: string;
  readonly title: string;
  readonly about: 'role' | 'skill' | 'responsibility';
  /** The level, or the yes, partly or no, that was answered or planned. */
  readonly word?: string;
  /** The number of the entry of the plan, from 0. */
  readonly entry?: number;
  /** Where it moves to, or may belong; none where it stays. */
  readonly to: readonly Named[];
}

/** split: into several · merged: part of something now · guess: the same words · scale: the order of levels is another one ·
 * level: no such answer on the new scale · gone: no such id */
export const WHY = ['split', 'merged', 'guess', 'scale', 'level', 'gone'] as const;

export type Why = (typeof WHY)[number];

/** An answer of which the person's role, the next one on the way, or their aim now asks more. */
export interface Raised extends Named {
  readonly of: 'role' | 'next' | 'aim';
  readonly about: 'skill' | 'responsibility';
  /** What the levels are called; absent where there is none. What was not asked for before has no `from` either. */
  readonly from?: string;
  readonly to?: string;
}

/** All that a profile holds is in exactly one of the first four. */
export interface MovedAnswers {
  readonly kept: readonly Held[];
  readonly moved: readonly Held[];
  readonly doubtful: readonly (Held & { readonly why: Why })[];
  readonly lost: readonly (Held & { readonly why: Why })[];
  readonly raised: readonly Raised[];
}

/** Finds what becomes of a profile where its ladder is another version: a newer one, or an older one again. */
export function movedAnswers(old: Ladder, now: Ladder, profile: Profile): MovedAnswers {
  const places: Places = {
    role: placesIn(old, now, 'role'),
    skill: placesIn(old, now, 'skill'),
    responsibility: placesIn(old, now, 'responsibility'),
  };
  const words = new Set<string>(now.levels.length > 0 ? [...now.levels.map(({ id }) => id), 'no'] : TRUTHS);
  const isTurned = isReordered(old, now);
  const scaled = new Set(old.levels.map(({ id }) => id));
  const held = heldIn(profile).map((one) => ({ ...one, ...places[one.about](one.id) }));
  // Two answers for one place: which of them holds, or whether both do, is for the person to say.
  const taken = groupBy(
    held.filter(({ of, why }) => (of === 'skill' || of === 'responsibility') && why === undefined),
    ({ of, id, to }) => `${of} ${to[0]?.id ?? id}`,
  );
  const all = held.map((one) => {
    const [target] = one.to;
    if (one.why !== undefined || !target) return one;
    return (taken.get(`${one.of} ${target.id}`) ?? []).length > 1 ? { ...one, why: 'merged' as const } : one;
  });
  const placed = all.map((one) => {
    const { why, word, about } = one;
    if (why !== undefined || word === undefined || about !== 'skill') return one;
    if (!words.has(word)) return { ...one, why: 'level' as const };
    return isTurned && scaled.has(word) ? { ...one, why: 'scale' as const } : one;
  });
  const because = (...reasons: readonly Why[]) =>
    placed.flatMap(({ why, ...one }) => (why !== undefined && reasons.includes(why) ? [{ ...one, why }] : []));
  const sure = placed.filter(({ why }) => why === undefined);
  return {
    kept: sure.filter(({ to }) => to.length === 0),
    moved: sure.filter(({ to }) => to.length > 0),
    doubtful: because('split', 'merged', 'guess', 'scale'),
    lost: because('level', 'gone'),
    raised: raisedFor(createCatalog(old), createCatalog(now), profile, placed, places),
  };
}

/** All that a profile names, with no place yet. */
function heldIn({ role, aim, skills, responsibilities, plan }: Profile): Omit<Held, 'title' | 'to'>[] {
  const wordOf = ({ level, truth }: Answer) => ((level ?? truth) === undefined ? {} : { word: level ?? truth! });
  return [
    ...(role === undefined ? [] : [{ of: 'role', about: 'role', id: role } as const]),
    ...(aim === undefined ? [] : [{ of: 'aim', about: 'role', id: aim } as const]),
    ...Array.from(skills, ([id, answer]) => ({ of: 'skill', about: 'skill', id, ...wordOf(answer) }) as const),
    ...Array.from(
      responsibilities,
      ([id, answer]) => ({ of: 'responsibility', about: 'responsibility', id, ...wordOf(answer) }) as const,
    ),
    ...plan.flatMap(({ skill, responsibility, to }, entry) => {
      const id = skill ?? responsibility;
      const about = skill === undefined ? 'responsibility' : 'skill';
      return id === undefined ? [] : [{ of: 'plan', about, id, entry, ...(to !== undefined && { word: to }) } as const];
    }),
  ];
}

type Places = Readonly<Record<'role' | 'skill' | 'responsibility', (id: string) => Place>>;

type Place = Pick<Held, 'title' | 'to'> & { readonly why?: Why };

function placesIn(old: Ladder, now: Ladder, kind: Kind): (id: string) => Place {
  const { of, several, guesses } = successorsOf(old, now, kind);
  const had = new Map(entriesOf(old, kind).map((entry) => [entry.id, entry]));
  const has = new Map(entriesOf(now, kind).map((entry) => [entry.id, entry]));
  const guessed = new Map(guesses.map(({ was, is }) => [was[0]!.id, is[0]!.id]));
  const named = (id: string): Named => ({ id, title: has.get(id)!.title });
  return (id) => {
    const { title } = had.get(id) ?? has.get(id) ?? { title: id };
    if (has.has(id)) return { title, to: [] };
    const sure = of.get(id) ?? [];
    if (sure.length > 1) return { title, to: sure.map(named), why: 'split' };
    if (sure.length === 1) {
      const [target] = sure as [string];
      // A role that is part of another one now is that one; an answer about a part says nothing of the whole.
      const isPart = kind !== 'role' && (had.has(target) || several.is.has(target));
      return { title, to: [named(target)], ...(isPart && { why: 'merged' }) };
    }
    const guess = guessed.get(id);
    return guess === undefined ? { title, to: [], why: 'gone' } : { title, to: [named(guess)], why: 'guess' };
  };
}

/** Whether the levels that both scales have stand in another order on the new one. */
function isReordered(old: Ladder, now: Ladder): boolean {
  const shared = (one: Ladder, other: Ladder): string[] => {
    const ids = new Set(other.levels.map(({ id }) => id));
    return one.levels.map(({ id }) => id).filter((id) => ids.has(id));
  };
  return shared(old, now).join(' ') !== shared(now, old).join(' ');
}

/** What the person's own role, the next one and the aim ask more of; what two of them ask is told once. */
function raisedFor(
  old: Catalog,
  now: Catalog,
  { role, aim }: Profile,
  held: readonly (Held & { readonly why?: Why })[],
  places: Places,
): Raised[] {
  const known = old.roles.get(aim ?? '');
  const next = known && role !== undefined && old.roles.has(role) ? rolesAhead(old, role, known)[0]!.id : undefined;
  const asking = [
    ['role', role],
    ['aim', aim],
    ['next', next],
  ] as const;
  const done = new Set<string>();
  return asking.flatMap(([of, id]) => {
    if (id === undefined || done.has(id)) return [];
    done.add(id);
    return raisedBy(of, id, old, now, held, places);
  });
}

/** What a role asks more of, of what was answered and has a place. */
function raisedBy(
  of: Raised['of'],
  role: string,
  old: Catalog,
  now: Catalog,
  held: readonly (Held & { readonly why?: Why })[],
  places: Places,
): Raised[] {
  const { to: moved, why: unsure } = places.role(role);
  const was = old.roles.get(role);
  const is = unsure === undefined ? now.roles.get(moved[0]?.id ?? role) : undefined;
  if (!was || !is) return [];
  const [before, after] = [expectationsOf(old, was), expectationsOf(now, is)];
  // What was asked for is known by its new id, whichever of the two the profile has.
  const newId = (about: 'skill' | 'responsibility', id: string): string => {
    const { to } = places[about](id);
    return to.length === 1 ? to[0]!.id : id;
  };
  const needed = new Map(before.needed.map((need) => [newId('skill', need.skill), need]));
  const needs = new Map(after.needed.map((need) => [need.skill, need]));
  const had = new Set(before.responsibilities.map(({ id }) => newId('responsibility', id)));
  const has = new Set(after.responsibilities.map(({ id }) => id));
  return held.flatMap((one): Raised[] => {
    const { about, why, id } = one;
    if (
      (one.of !== 'skill' && one.of !== 'responsibility') ||
      about === 'role' ||
      (why !== undefined && why !== 'level')
    )
      return [];
    const [{ id: placed, title } = { id, title: one.title }] = one.to;
    const at = { of, about, id: placed, title };
    if (about === 'responsibility') return has.has(placed) && !had.has(placed) ? [at] : [];
    const [from, to] = [needed.get(placed), needs.get(placed)];
    if (!to || (from && !isHigher(old, now, from.level, to.level))) return [];
    const [low, high] = [old.levels.get(from?.level ?? ''), now.levels.get(to.level ?? '')];
    return [{ ...at, ...(low && { from: low.title }), ...(high && { to: high.title }) }];
  });
}

/** Whether a level is above another one, by a scale that has both; any is above none. */
function isHigher(old: Catalog, now: Catalog, from: string | undefined, to: string | undefined): boolean {
  if (to === undefined || from === to) return false;
  if (from === undefined) return true;
  return [now, old].some(({ levelOrder }) => (levelOrder.get(from) ?? Infinity) < (levelOrder.get(to) ?? -1));
}
